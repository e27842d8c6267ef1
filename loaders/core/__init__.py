"""The core dataset: our own facts, as YAML (docs/core-format.md), and its reader."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from ...graph.dates import Date
from ...graph.records import Record
from ..mistakes import Mistakes
from . import sections
from .checks import check
from .document import assemble, gather
from .index import Index
from .manifest import manifest
from .scenarios import FACTS, proposals
from .yaml_file import read

FOLDER = Path(__file__).parent

_SECTIONS = (manifest, *FACTS, sections.claims, proposals)


def records(path: Path | None = None, *, today: Date | None = None) -> Iterator[Record]:
    """The facts of the core dataset, all of them checked before the first is given out.

    Raises BadInput with a line for each mistake. With `today`, a check dated later is a mistake too; a
    load does not ask, since a clock that is slow is no reason to refuse what is shipped.
    """
    mistakes = Mistakes()
    document = gather(path or FOLDER, mistakes, today)
    found = list(chain.from_iterable(section(document) for section in _SECTIONS))
    check(found, mistakes)
    mistakes.raise_any()
    return iter(found)


def countries() -> Iterator[Record]:
    """The states alone, of the files that hold some: much quicker than all facts, and checked less."""
    mistakes = Mistakes()
    paths = (path for path in sorted(FOLDER.glob("*.yaml")) if b"\ncountries:" in path.read_bytes())
    document = assemble([read(path, mistakes) for path in paths], Index(mistakes))
    found = list(sections.countries(document))
    mistakes.raise_any()
    return iter(found)
