"""A file written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from ..graph.errors import BadInput, FoederaError

_NO_FILE = "{} is not a file that can be written; name another"


def write(text: str, output: Path) -> None:
    """Writes UTF-8 with LF beside the target and renames it there: a half-written file replaces nothing.

    Raises:
        BadInput: the folder does not exist, or the target is no file.
        FoederaError: it cannot be written.
    """
    target = check(output)
    try:
        _replace(text.encode("utf-8"), target)
    except OSError as error:
        raise FoederaError(
            f"cannot write {output}: {error.strerror or error}; name another output file"
        ) from error


def check(output: Path) -> Path:
    """The file that is to be written: of a symbolic link, what it points to.

    Raises:
        BadInput: the folder does not exist, or the target is no file.
    """
    if str(output) in ("-", "."):  # an empty name is "." here
        raise BadInput("name a file for the page, such as page.html")
    try:
        target = output.resolve()
    except (OSError, RuntimeError):  # links in a circle
        raise BadInput(_NO_FILE.format(output)) from None
    if not target.parent.is_dir():
        raise BadInput(f"there is no folder {target.parent}; make it, or name another output file")
    if output.is_dir():
        raise BadInput(f"{output} is a folder; expected the name of a file, such as {output / 'page.html'}")
    if target.is_symlink() or (output.exists() and not output.is_file()):
        raise BadInput(_NO_FILE.format(output))
    return target


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
