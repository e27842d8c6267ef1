"""Exclusive locks on files, which the operating system releases when their holder dies.

Thirty lines here rather than a dependency: the two calls of the operating system are all that is needed,
and which process holds a lock, and why, is told in a file beside it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .home import space

POLL = 0.05


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class FileLock:
    """One lock: `path`, and `path` with the ending `.json` for who holds it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.info = path.with_suffix(".json")
        self._handle: int | None = None

    def acquire(self, told: dict[str, Any]) -> bool:
        """Takes the lock if it is free and says who has it; False if another has it."""
        with space(self.path.parent):
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _take(handle):
            os.close(handle)
            return False
        self._handle = handle
        try:
            self.tell(told)
        except BaseException:
            self.release()
            raise
        return True

    def tell(self, told: dict[str, Any]) -> None:
        """Replaces what others read about the holder, whole or not at all, readable by this user alone."""
        with space(self.path.parent):
            write_private(self.info, json.dumps({"pid": os.getpid(), **told}))

    def holder(self) -> dict[str, Any]:
        """What the holder said; empty where nothing (yet) was said. A dead holder's words may remain."""
        try:
            told = json.loads(self.info.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._handle is not None

    def release(self) -> None:
        """Gives it back; the file stays, since removing it would let two processes lock two files."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            self.info.unlink()
        os.close(self._handle)
        self._handle = None


def write_private(path: Path, text: str) -> None:
    """Writes a file of mode 0600 by an atomic rename, so that nobody reads half of it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{time.monotonic_ns()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(draft, path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def polls(seconds: float | None) -> Iterator[None]:
    """Tries at once, then every few hundredths of a second until the time is over; None: without end."""
    end = None if seconds is None else time.monotonic() + seconds
    yield
    while end is None or time.monotonic() < end:
        time.sleep(POLL)
        yield
