"""A file written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from ..graph.errors import BadInput, FoederaError


def write(text: str, output: Path) -> None:
    """Writes UTF-8 with LF beside the target and renames it there: a half-written file replaces nothing.

    Raises:
        BadInput: the folder does not exist, or the target is one.
        FoederaError: it cannot be written.
    """
    if not output.parent.is_dir():
        raise BadInput(f"there is no folder {output.parent}; make it, or name another output file")
    if output.is_dir():
        raise BadInput(f"{output} is a folder; expected the name of a file, such as {output / 'page.html'}")
    try:
        _replace(text.encode("utf-8"), output)
    except OSError as error:
        raise FoederaError(
            f"cannot write {output}: {error.strerror or error}; name another output file"
        ) from error


def _replace(content: bytes, output: Path) -> None:
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, output)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
