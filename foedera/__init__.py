"""Foedera: who has promised what to whom, since when, how firmly, and who says so.

import foedera

with foedera.open() as db:
    print(db.path("JPN", "UKR", on="2024-07-01").reason)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .graph.errors import BadInput, FoederaError

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from .database import Database

__all__ = ["BadInput", "Database", "FoederaError", "open"]
__version__ = "0.1.0"


def open(
    *,
    home: str | PathLike[str] | None = None,
    uri: str | None = None,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    share: bool = True,
    note: Callable[[str], None] | None = None,
) -> Database:
    """Opens the server that `NEO4J_URI` names, else the embedded database in `FOEDERA_HOME`.

    Args:
        home: the folder of an embedded database, whatever the variables say.
        uri: the address of a Neo4j server, such as `neo4j://localhost:7687`, whatever the variables say.
        username, password, database: how to enter the server, and which of its databases; the variables
            `NEO4J_USERNAME`, `NEO4J_PASSWORD` and `NEO4J_DATABASE` where left out.
        share: others may use the embedded database while it is open here; without it they wait.
        note: gets a line where there is something to wait for.

    Raises:
        BadInput: the folder or the address cannot be used.
        Unavailable: the engine cannot be reached or started, or another process has the database to itself.
    """
    from .database.way import opening

    return opening(home, uri, username, password, database, share, note)


def __getattr__(name: str) -> object:
    if name == "Database":
        from .database import Database

        return Database
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
