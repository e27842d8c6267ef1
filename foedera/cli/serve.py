"""`serve`: the embedded database for other programs that speak Bolt."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Form
from .output import Answer, Format, Part, emit, say
from .session import database

if TYPE_CHECKING:
    from foedera.graph.store import Store

PORT = 7687
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


def serve(
    port: Annotated[
        int, typer.Option(min=0, max=65_535, help="Where to listen; 0 takes any free port.")
    ] = PORT,
    form: Form = Format.table,
) -> None:
    """Opens the embedded database to other programs on this machine, until it is stopped.

    Programs that speak Bolt, as the Neo4j drivers do, connect to the address as one of two users: the reader
    cannot write, the writer (root) can. Both get new passwords each time. Ctrl-C or SIGTERM closes the
    database and ends with 0. Other foedera commands go on working meanwhile.

    \b
    Examples:
      foedera serve
      foedera serve --port 0 --format json
    """
    from foedera.graph.errors import BadInput

    if server := os.environ.get("NEO4J_URI"):
        raise BadInput(
            f"NEO4J_URI is set, and the server at {server} serves other programs already; "
            "unset it to serve the embedded database"
        )
    with database(share=True, port=port) as db, _until_stopped() as stopped:
        _announce(db.store, form)
        while not stopped.wait(1):
            pass
    say("foedera: closed")


def _announce(store: Store, form: Format) -> None:
    """Where, which database, and as whom."""
    from foedera.graph.store.link import DATABASE

    address = store.engine.address
    users = [
        {
            "user": each.name,
            "password": each.password,
            "may": "read and write" if each.writes else "read",
        }
        for each in store.logins
    ]
    facts = {"address": address, "database": DATABASE, "pid": os.getpid()}
    answer = Answer({"serve": "everything"}, [Part("users", users, ("user", "password", "may"))], facts=facts)
    answer.heading = f"Bolt server at {address}, database {DATABASE}, for this machine; Ctrl-C stops it"
    emit(answer, form)


@contextmanager
def _until_stopped() -> Iterator[threading.Event]:
    """An event that is set when somebody asks this process to end."""
    stopped = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    names = [name for name in _SIGNALS if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), stop) for name in names}
    try:
        yield stopped
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
