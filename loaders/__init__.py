"""One module a source: pure readers that yield records. `load` is where they meet the writer."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..graph.errors import BadInput
from ..graph.records import Record, nearest
from . import core

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..graph.writer import Report

Progress = Callable[[int, int | None], None]
Reader = Callable[[Path | None], Iterator[Record]]

SOURCES: Final[Mapping[str, Reader]] = {"core": core.records}
"""The datasets that can be loaded, by name, each with its reader."""


def load(
    store: "Store", name: str = "core", path: Path | None = None, *, progress: Progress | None = None
) -> "Report":
    """Read a dataset whole, and make the store hold just what it says; nothing is written if it is wrong.

    `path` is where the data lie, None for what is shipped; `progress` is given the number of records
    written so far and, where it is known, how many there are.
    """
    from ..graph import writer

    return writer.load(store, name, records(name, path), progress=progress)


def records(name: str, path: Path | None = None) -> Iterator[Record]:
    """The records of a dataset, checked."""
    if name not in SOURCES:
        known = ", ".join(SOURCES)
        raise BadInput(f"unknown dataset {name!r}; expected one of {known}.{nearest(name, SOURCES)}")
    return SOURCES[name](path)
