"""Files and folders written whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from .graph.errors import BadInput, FoederaError

_FAILING = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
_NO_FILE = "{} is not a file that can be written; name another"


def told(path: Path) -> str:
    r"""Its name on one line, whatever is in it.

    >>> print(told(Path("two\nlines.html")))
    two\nlines.html
    """
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in str(path)
    )


@contextmanager
def writing(output: Path, example: str = "page.html") -> Iterator[TextIO]:
    """A text file, UTF-8 with LF, written as `replacing` does.

    Raises:
        BadInput: the folder does not exist, or the target is no file.
        FoederaError: it cannot be written.
    """
    with replacing(output, example) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        yield file


@contextmanager
def replacing(output: Path, example: str = "page.html") -> Iterator[Path]:
    """A draft beside the target, renamed to it when the block ends well; a half-written file replaces nothing.

    Raises:
        BadInput: the folder does not exist or takes no file, or the target is no file.
        FoederaError: the disk is full, or fails.
    """
    target = check(output, example)
    draft = ""
    try:
        handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
        with os.fdopen(handle, "rb") as file:
            yield Path(draft)
            os.fsync(file.fileno())
        os.chmod(draft, 0o666 & ~_umask())
        os.replace(draft, target)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(draft)
        if isinstance(error, OSError):
            raise _unwritable(output, error) from error
        raise


def write(text: str, output: Path) -> None:
    """The whole text as such a file."""
    with writing(output) as file:
        file.write(text)


def check(output: Path, example: str = "page.html") -> Path:
    """The file that is to be written: of a symbolic link, what it points to.

    Raises:
        BadInput: the folder does not exist, or the target is no file.
    """
    if str(output) in ("-", "."):  # an empty name is "." here
        raise BadInput(f"name a file to write, such as {example}")
    target = _resolved(output)
    if output.is_dir():
        raise BadInput(
            f"{told(output)} is a folder; expected the name of a file, such as {told(output / example)}"
        )
    if target.is_symlink() or (output.exists() and not output.is_file()):
        raise BadInput(_NO_FILE.format(told(output)))
    return target


@contextmanager
def filling(output: Path, mark: str) -> Iterator[Path]:
    """A new folder, put in the place of the target when the block ends well; what was there is then removed.

    Args:
        mark: the file in it that tells, a name a line, which files are ours; a folder that holds others is left.

    Raises:
        BadInput: the target is no folder, holds what we did not make, or its folder takes none.
        FoederaError: the disk is full, or fails.
    """
    target = check_folder(output, mark)
    draft = None
    try:
        draft = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"))
        yield draft
        names = sorted([mark, *os.listdir(draft)])
        (draft / mark).write_text("".join(f"{name}\n" for name in names), "utf-8", newline="\n")
        draft.chmod(0o777 & ~_umask())
        if target.exists():
            target.rename(draft.with_suffix(".old"))
        draft.rename(target)
        shutil.rmtree(draft.with_suffix(".old"), ignore_errors=True)
    except BaseException as error:
        if draft:
            _back(draft, target)
        if isinstance(error, OSError):
            raise _unwritable(output, error, "folder") from error
        raise


def check_folder(output: Path, mark: str) -> Path:
    """The folder that is to be filled.

    Raises:
        BadInput: it is no folder, or holds what we did not make.
    """
    if str(output) in ("-", "."):
        raise BadInput("name a new folder, such as export")
    target = _resolved(output)
    if not output.exists() and not output.is_symlink():
        return target
    if not output.is_dir():
        raise BadInput(f"{told(output)} is a file; expected the name of a new folder")
    try:
        ours = (target / mark).read_text("utf-8").splitlines() if (target / mark).exists() else []
    except (OSError, UnicodeDecodeError):
        ours = []
    foreign = sorted(set(os.listdir(target)) - set(ours))
    if foreign:
        raise BadInput(
            f"{told(output)} holds {foreign[0]!r}, which is not of an earlier export; name a new or an empty folder"
        )
    return target


def _resolved(output: Path) -> Path:
    """Where the name leads; its folder is there."""
    try:
        target = output.resolve()
    except (OSError, RuntimeError):  # links in a circle
        raise BadInput(_NO_FILE.format(told(output))) from None
    if not target.parent.is_dir():
        raise BadInput(f"there is no folder {told(target.parent)}; make it, or name another output file")
    return target


def _back(draft: Path, target: Path) -> None:
    """As it was before."""
    shutil.rmtree(draft, ignore_errors=True)
    old = draft.with_suffix(".old")
    if old.exists() and not target.exists():
        old.rename(target)


def _unwritable(output: Path, error: OSError, what: str = "output file") -> FoederaError:
    """Of a full or failing disk no other name is to blame."""
    kind = FoederaError if error.errno in _FAILING else BadInput
    return kind(f"cannot write {told(output)}: {error.strerror or error}; name another {what}")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
