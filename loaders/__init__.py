"""One module a source: pure readers that yield records. `load` is where they meet the writer."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from ..graph.dates import Date
from ..graph.errors import BadInput
from ..graph.records import Record, nearest
from . import core

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..graph.writer import Report

Progress = Callable[[int, int | None], None]


class Reader(Protocol):
    """Reads a dataset's files, or those that are shipped; with `today`, nothing may be dated after it."""

    def __call__(self, folder: Path | None = None, *, today: Date | None = None) -> Iterator[Record]: ...


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


def check(name: str = "core", path: Path | None = None) -> Counter[str]:
    """How many records of each label and type a dataset's files hold; raises BadInput with every mistake.

    It is for whoever edits the files: no store is needed, and a day that is still to come is a mistake.
    """
    return Counter(record.type for record in records(name, path, today=datetime.date.today()))


def records(name: str, path: Path | None = None, *, today: Date | None = None) -> Iterator[Record]:
    """The records of a dataset, checked."""
    if name not in SOURCES:
        known = ", ".join(SOURCES)
        raise BadInput(f"unknown dataset {name!r}; expected one of {known}.{nearest(name, SOURCES)}")
    return SOURCES[name](path, today=today)
