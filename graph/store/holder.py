"""Several processes and one embedded database: one holds it, the others wait or connect to it.

The lock is the operating system's, so a holder that was killed leaves none; what it had written about
itself is then stale, and whoever takes the lock next replaces it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..errors import InUse
from . import embedded, users
from .home import space
from .link import DATABASE, Link
from .locks import FileLock, polls

PATIENCE = 10.0


class Holder:
    """This process's way to the embedded database of one folder."""

    def __init__(
        self, home: Path, *, share: bool, command: str, note: Callable[[str], None], port: int | None = None
    ) -> None:
        self.home = home
        self._port = port
        self._share = share
        self._command = command
        self._note = note
        self._lock = FileLock(home / "engine.lock")
        self._running: embedded.Running | None = None

    def connect(self) -> Link:
        """Opens the database, or connects to the process that shares it; waits for one that does not.

        Raises:
            BadInput: the port that was asked for cannot be had.
            InUse: another process did not let go in time, or shares it itself where a port was asked for.
            Unavailable: the database cannot be opened here.
        """
        noted = False
        for _ in polls(PATIENCE):
            if self._lock.acquire({"command": self._command}):
                return self._hold()
            other = self._lock.holder()
            if "address" in other:
                if self._port is not None:
                    raise InUse(
                        f"the database is open already: {named(other)} shares it at {other['address']}; "
                        "end that first"
                    )
                return _link(other, self.home)
            if not noted and other:
                self._note(f"waiting for {named(other)}, which has the database open")
                noted = True
        raise InUse(f"the database is in use by {named(self._lock.holder())}; try again when it has ended")

    def _hold(self) -> Link:
        try:
            with space(self.home):
                running = embedded.start(self.home, self._port or 0)
        except BaseException:
            self._lock.release()
            raise
        self._running = running
        told = {
            "command": self._command,
            "address": running.address,
            "reader": running.secrets.reader,
            "writer": running.secrets.writer,
            "version": running.version,
        }
        if self._share:
            self._lock.tell(told)
        return _link(told, self.home)

    def release(self) -> None:
        """Stops the engine, if this process runs it. Who was connected repeats what it was reading."""
        try:
            if self._running:
                with contextlib.suppress(OSError):
                    self._lock.tell({"command": self._command})
                self._running.stop()
                self._running = None
        finally:
            self._lock.release()


def _link(told: dict[str, Any], home: Path) -> Link:
    return Link(
        address=str(told["address"]),
        reader=(users.READER, str(told["reader"])),
        writer=(users.WRITER, str(told["writer"])),
        database=DATABASE,
        embedded=True,
        version=str(told["version"]),
        home=home,
    )


def named(other: dict[str, Any]) -> str:
    """A holder in words."""
    if not other:
        return "another process"
    return f"{other.get('command') or 'another process'} (pid {other.get('pid', '?')})"
