"""One module a source: pure readers that yield records. `load` is where they meet the writer."""

import datetime
import functools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from ..graph.dates import Date
from ..graph.errors import BadInput
from ..graph.records import Found, Node, Partial, Record, Refusal, nearest, stored
from . import atop, core, cow, cow_contiguity, cow_igo, dcad, links, own, us_forces

if TYPE_CHECKING:
    from ..graph.reading import Read
    from ..graph.store import Store
    from ..graph.writer import Report

Progress = Callable[[int, int | None], None]


class Reader(Protocol):
    """Reads a dataset's files, or those that are shipped; with `today`, nothing may be dated after it."""

    def __call__(self, path: Path | None = None, *, today: Date | None = None) -> Iterator[Found]: ...


SOURCES: Final[Mapping[str, Reader]] = {
    "core": core.records,
    "atop": atop.records,
    "cow": cow.records,
    "dcad": dcad.records,
    "cow-contiguity": cow_contiguity.records,
    "cow-igo": cow_igo.records,
    "us-forces": us_forces.records,
    "csv": own.records,
}
"""The datasets that can be loaded, by name, each with its reader; `csv` is any of a user's own."""

_SHARED: Final = ("Country", "Organization", "Area", "Source", "SUCCEEDS", "WITHIN")
"""What of core another dataset refers to: states, organizations, and areas."""


def load(
    store: "Store",
    name: str = "core",
    path: Path | None = None,
    *,
    called: str | None = None,
    progress: Progress | None = None,
) -> "Report":
    """Read a dataset whole, and make the store hold just what it says; nothing is written if it is wrong.

    Where core is not loaded, its states, organizations and areas come along, for the others to refer to. `path` is
    where the data lie, None for what is shipped; `progress` is given the number of records read so far and
    None, then of those written and how many there are; `called` names a dataset of the user's own (see `dataset`).
    Last, agreements that are the same in several datasets are linked anew.
    """
    from ..graph import writer
    from ..graph.reading import read

    owner = dataset(name, path, called)
    with read(_told(records(name, path, called=called), progress)) as found, store.writing():
        if name != "core" and not _holds_shared(store):
            writer.load(store, "core", _shared())
        elif name == "csv":
            own.check_parties(store, found.facts)
        _check_part(store, owner, path, found)
        report = writer.write(store, owner, found, progress=progress, linking=True)
        links.link(store)
    return report


def _check_part(store: "Store", owner: str, path: Path | None, found: "Read") -> None:
    """Refuse a part of a dataset of which more is loaded."""
    if found.partial is None:
        return
    kinds = [kind for kind in sorted(found.facts.keys()) if kind[1] == "Agreement"]
    given = sum(1 for kind in kinds for _ in found.facts.of(kind))
    if store.read(_AGREEMENTS, {"dataset": owner}).rows[0]["count"] > given:
        text = f"{path} is a part of {found.partial.of} and would replace what is loaded"
        raise BadInput(f"{text}; `foedera db remove {owner}` first, if that is what you want")


def _told(records: Iterator[Found], progress: Progress | None) -> Iterator[Found]:
    """The same, telling how many have been read."""
    if progress:
        progress(0, None)
    for count, record in enumerate(records, start=1):
        if progress and count % _EVERY == 0:
            progress(count, None)
        yield record


_EVERY: Final = 500
_AGREEMENTS: Final = "MATCH (a:Agreement) WHERE a.dataset = $dataset RETURN count(a) AS count"
_LOADED: Final = "MATCH (d:Dataset) RETURN d.id AS id ORDER BY id"
_STATES: Final = "MATCH (c:Country {dataset: 'core'}) RETURN c.id AS id, c.digest AS digest ORDER BY id"


def _holds_shared(store: "Store") -> bool:
    """Whether core is loaded, or what is shared came along with another dataset, by the states as they are shipped.

    A dataset is told to be there after all else is written: with none there, what is shared may be cut short.
    """
    loaded = {row["id"] for row in store.read(_LOADED)}
    if "core" in loaded or not loaded:
        return bool(loaded)
    shipped = {each.id: stored(each)["digest"] for each in core.countries()}
    return {row["id"]: row["digest"] for row in store.read(_STATES)} == shipped


def _shared() -> Iterator[Record]:
    """The states, organizations and areas of core, and the sources that they cite."""
    return (
        record
        for record in core.records()
        if record.type in _SHARED and (isinstance(record, Node) or record.start.label in _SHARED)
    )


class Checked(NamedTuple):
    """What a dataset's files hold: how many records of each label and type, what is left out and why, which version."""

    counts: Counter[str]
    refused: list[Refusal]
    partial: Partial | None
    version: str


def check(name: str = "core", path: Path | None = None, *, called: str | None = None) -> Checked:
    """What a dataset's files hold; raises BadInput with every mistake.

    It is for whoever edits the files: no store is needed, and a day that is still to come is a mistake.
    """
    counts, refused, partial, version = Counter[str](), [], None, ""
    for record in records(name, path, today=datetime.date.today(), called=called):
        if isinstance(record, Refusal):
            refused.append(record)
        elif isinstance(record, Partial):
            partial = record
        else:
            counts[record.type] += 1
            version = record.properties["version"] if record.type == "Dataset" else version
    return Checked(counts, refused, partial, version)


def records(
    name: str, path: Path | None = None, *, today: Date | None = None, called: str | None = None
) -> Iterator[Found]:
    """The records of a dataset, checked, and what of its files was left out.

    Raises:
        BadInput: a file cannot be read, or with every mistake in them.
    """
    owner = dataset(name, path, called)
    reader = functools.partial(own.records, dataset=owner) if name == "csv" else SOURCES[name]
    return _readable(reader, path, today)


def _readable(reader: Reader, path: Path | None, today: Date | None) -> Iterator[Found]:
    try:
        yield from reader(path, today=today)
    except OSError as error:
        raise BadInput(f"cannot read {str(error.filename or path)!r}: {error.strerror or error}") from None


def dataset(name: str, path: Path | None = None, called: str | None = None) -> str:
    """To which dataset the facts belong: of `csv`, what it is `called`, or as the file; else the name itself."""
    if name not in SOURCES:
        known = ", ".join(SOURCES)
        raise BadInput(f"unknown dataset {name!r}; expected one of {known}.{nearest(name, SOURCES)}")
    if name == "csv":
        return own.name(path, called, (*SOURCES, links.DATASET))
    if called is not None:
        raise BadInput(f"{name} has its name; expected --as with csv alone")
    return name


def command(dataset: str) -> str:
    """What loads a dataset, or loads it again: `foedera load atop PATH`."""
    if dataset == "core":
        return "foedera load core"
    return f"foedera load {dataset} PATH" if dataset in SOURCES else f"foedera load csv FILE --as {dataset}"
