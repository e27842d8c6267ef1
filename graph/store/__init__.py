"""Where the graph lives: the embedded database, or the server that NEO4J_URI names.

Both are spoken to by the official `neo4j` driver alone.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from . import home, server
from .base import Store
from .engine import Engine, Login
from .holder import Holder
from .link import Link
from .plans import Step
from .server import Server
from .streaming import Stream
from .transaction import Reads, Transaction
from .turns import Turns
from .values import Rows

__all__ = ["Engine", "Login", "Reads", "Rows", "Server", "Step", "Store", "Stream", "Transaction", "open"]


def open(
    *,
    folder: Path | None = None,
    to: Server | None = None,
    share: bool = True,
    command: str | None = None,
    note: Callable[[str], None] | None = None,
    port: int | None = None,
) -> Store:
    """Opens the server that `NEO4J_URI` names, else the embedded database in `FOEDERA_HOME`.

    Args:
        folder: the folder of an embedded database, whatever the variables say.
        to: a server, whatever the variables say.
        share: while this store is open, other processes connect to it instead of waiting. Short commands
            set it to False: who connected would lose the database in a moment.
        command: what others are told about this process while they wait for it.
        note: gets one line of progress at a time ("waiting for …").
        port: be the process that holds the embedded database and listen there; 0 for any free port.

    Raises:
        BadInput: a variable names something that cannot be used, or the port is taken.
        InUse: another process has the embedded database open and does not share it, or a port was asked for.
        Unavailable: the engine cannot be reached or started.
    """
    command = command or Path(sys.argv[0] or "python").name
    note = note or _silent
    to = to or (None if folder else server.configured())
    if to:
        way = _Server(to)
        return Store(way, Turns(lambda: _turn_of(way), command=command, note=note))
    place = home.prepare(folder or home.folder())
    holder = Holder(place, share=share, command=command, note=note, port=port)
    return Store(holder, Turns(lambda: place / "writer.lock", command=command, note=note))


class _Server:
    """The way to a server: nothing is held, and the driver itself finds its way back."""

    home: Path | None = None
    name = ""

    def __init__(self, to: Server) -> None:
        self._to = to

    def connect(self) -> Link:
        link = server.connect(self._to)
        self.name = f"{link.address} {link.database}"
        return link

    def release(self) -> None:
        """Nothing to give back."""


def _turn_of(way: _Server) -> Path:
    """Writers of one server take turns too, on this machine; between machines the driver's retries do."""
    digest = hashlib.sha256(way.name.encode()).hexdigest()[:16]
    return home.prepare(home.folder()) / f"writer-{digest}.lock"


def _silent(_: str) -> None:
    pass
