"""From the arguments of `foedera.open` to an open database."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from ..graph import store
from ..graph.errors import BadInput
from . import Database


def opening(
    home: str | PathLike[str] | None,
    uri: str | None,
    username: str | None,
    password: str | None,
    database: str | None,
    share: bool,
    note: Callable[[str], None] | None,
) -> Database:
    """What `foedera.open` says; the database is open when it is given back."""
    if home is not None and uri is not None:
        raise BadInput("home and uri are two databases; expected one of them")
    entered = {"username": username, "password": password, "database": database}
    given = {name: value for name, value in entered.items() if value is not None}
    if given and uri is None:
        raise BadInput(f"{', '.join(given)} without uri; expected the address of the server too")
    folder = Path(home).expanduser().absolute() if home is not None else None
    server = store.Server(uri, **given) if uri is not None else None
    found = Database(lambda: store.open(folder=folder, to=server, share=share, note=note))
    _ = found.store
    return found
