"""COW Formal Alliances 4.1: files that the user has obtained (docs/datasets/cow.md)."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from ...graph.dates import Date
from ...graph.errors import BadInput
from ...graph.records import Record, Refusal
from .. import files, states
from ..mistakes import Mistakes
from ..tabular import header
from . import directed, members
from .checks import check
from .facts import facts
from .manifest import MANIFEST, WISH

_PAIRS: Final = "dyad_st_year"


def records(path: Path | None = None, *, today: Date | None = None) -> Iterator[Record | Refusal]:
    """The alliances, all of them checked before the first is given out; `today` is no matter here.

    `path` is the file of members, or its folder; that of directed pairs is compared with it where it lies beside.

    Raises:
        BadInput: a file is missing, or with a line for each mistake.
    """
    file = _file(path)
    mistakes, known = Mistakes(), states.shipped()
    found = members.read(file, known, mistakes)
    check(found, mistakes)
    beside = file.with_name(directed.NAME)
    refused = directed.compare(beside, found.alliances, mistakes) if _compared(beside, mistakes) else []
    mistakes.raise_any()
    alliances = chain.from_iterable(facts(spells, known) for spells in found.alliances.values())
    return chain(MANIFEST.records(), alliances, refused)


def _compared(beside: Path, mistakes: Mistakes) -> bool:
    """Pairs follow from members: where those are wrong, there is nothing to compare."""
    return not mistakes.found and beside.is_file()


def _file(path: Path | None) -> Path:
    """The file of members, by what it holds if not by its name."""
    try:
        file = files.find(path, [members.NAME], MANIFEST)
    except BadInput as error:
        raise BadInput(f"{WISH}.\n{error}") from None
    if _PAIRS in header(file):
        what = "has pairs, which follow from the members and are not needed"
        raise BadInput(f"{file.name}: {what}; expected {members.NAME}, or its folder")
    return file
