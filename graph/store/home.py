"""The folder of the embedded database: where it is, and whether it may be used."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import BadInput, Unavailable

MARK = "foedera.json"
FORMAT = 1
"""That of the database's files; another is never opened, since it would be read wrong, or harmed."""
SPARE = 1 << 20
"""Bytes; with less left on its disk a failure of the engine is put down to that: it does not say why itself."""
_CLUTTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


def folder() -> Path:
    """`FOEDERA_HOME`, else where the system keeps a user's data."""
    chosen = os.environ.get("FOEDERA_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("foedera", appauthor=False))


def prepare(home: Path) -> Path:
    """Makes the folder ours, or refuses before anything is written into it.

    Raises:
        BadInput: it is a file, cannot be written, holds something else, or a database of another format.
    """
    try:
        _check(home)
        if not (home / MARK).exists():
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            home.chmod(0o700)
            _mark(home)
        _check_format(home)
    except OSError as error:
        raise BadInput(
            f"FOEDERA_HOME: {home} cannot be written ({error.strerror}); name a folder of your own"
        ) from None
    return home


def _check(home: Path) -> None:
    if home.exists() and not home.is_dir():
        raise BadInput(f"FOEDERA_HOME: {home} is a file; expected a folder, new, empty or made by foedera")
    if not home.exists() or (home / MARK).exists():
        if home.exists() and not os.access(home, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied")
        return
    foreign = sorted(name for name in os.listdir(home) if name not in _CLUTTER)
    if foreign:
        raise BadInput(
            f"FOEDERA_HOME: {home} is not a Foedera database (it holds {foreign[0]!r}); "
            "expected a folder, new, empty or made by foedera"
        )


def _mark(home: Path) -> None:
    (home / MARK).write_text(json.dumps({"format": FORMAT}) + "\n", "utf-8")


def _check_format(home: Path) -> None:
    if not (text := (home / MARK).read_text("utf-8", errors="replace")):  # whoever made it was killed
        return _mark(home)
    try:
        held = json.loads(text)["format"]
    except (ValueError, TypeError, KeyError):
        raise BadInput(
            f'FOEDERA_HOME: {home / MARK} is damaged; expected {{"format": {FORMAT}}}: '
            "restore the folder, or name another one"
        ) from None
    if held != FORMAT:
        raise BadInput(
            f"FOEDERA_HOME: {home} has format {held}, and this Foedera reads format {FORMAT} alone; "
            "use the Foedera that made it, or name another folder"
        )


def full(home: Path) -> Unavailable | None:
    """What to say of a failure in this folder where its disk is full; None where it is not."""
    try:
        left = shutil.disk_usage(home).free
    except OSError:
        return None
    return _no_space(home) if left < SPARE else None


@contextmanager
def space(home: Path) -> Iterator[None]:
    """Tells that the disk is full, where our own files there cannot be written for it.

    Raises:
        Unavailable: in place of the system's error.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_space(home) from error
        raise


def _no_space(home: Path) -> Unavailable:
    return Unavailable(f"the disk that holds {home} is full; free some space and run it again")
