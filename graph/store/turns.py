"""One writer at a time, across processes.

Two transactions that create the same id at the same moment make one of them fail on the embedded engine, and a
load is many transactions: so whoever writes waits for the writer before.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .holder import named
from .locks import FileLock, polls


class Turns:
    """The right to write, as long as it is wanted; asking again while having it is fine."""

    def __init__(self, path: Callable[[], Path], *, command: str, note: Callable[[str], None]) -> None:
        self._path = path
        self._command = command
        self._note = note
        self._threads = threading.RLock()
        self._depth = 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Waits without limit: the note says for whom, and Ctrl-C ends it."""
        with self._threads:
            if self._depth:
                yield
                return
            lock = FileLock(self._path())
            self._wait(lock)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                lock.release()

    def _wait(self, lock: FileLock) -> None:
        noted = ""
        for _ in polls(None):
            if lock.acquire({"command": self._command}):
                return
            who = named(lock.holder())
            if who != noted and (noted or who != "another process"):
                self._note(f"waiting for {who}, which is writing; Ctrl-C to stop waiting")
                noted = who
