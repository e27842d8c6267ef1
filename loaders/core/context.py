"""Sections of what promises are argued with: land borders, forces abroad, and who came after whom."""

from collections.abc import Iterator

from ...graph.records import Record, Ref
from ...graph.schema import PARTIES
from .citations import provenance
from .document import Document
from .entries import Entry
from .facts import row

_BASES = "on what basis, such as agreement or occupation"
_KINDS = "continues or succeeds"


def borders(document: Document) -> Iterator[Record]:
    """A border has no direction: its two ends are put in the order of their ids, so that it is one fact."""
    for entry in document.rows["borders"]:
        ends = sorted(entry.refs("between", ["Country"]))
        if len(entry.listed("between")) != 2:
            entry.complain("between names no pair; expected two countries")
        pair = (ends[0], ends[1]) if len(ends) == 2 else (None, None)
        _apart(entry, *pair)
        cited, span = provenance(entry), entry.span()
        yield from row(entry, "BORDERS", pair, cited, **span.properties())


def stations(document: Document) -> Iterator[Record]:
    """Forces without a basis would say less than they seem to: whether they were asked in is the point."""
    for entry in document.rows["stations"]:
        ends = entry.ref("of", ["Country"]), entry.ref("in", ["Country"])
        _apart(entry, *ends)
        _demand(entry, "basis", _BASES)
        cited, span = provenance(entry), entry.span()
        yield from row(entry, "STATIONS", ends, cited, **span.properties())


def successions(document: Document) -> Iterator[Record]:
    """Of states, and of organizations."""
    for entry in document.rows["successions"]:
        ends = entry.ref("successor", PARTIES), entry.ref("of", PARTIES)
        _apart(entry, *ends)
        _demand(entry, "kind", _KINDS)
        yield from row(entry, "SUCCEEDS", ends, provenance(entry))


def _demand(entry: Entry, key: str, expected: str) -> None:
    """What the schema leaves open for others and core does not."""
    if not entry.has(key):
        entry.complain(f"missing {key!r}; expected {expected}")


def _apart(entry: Entry, start: Ref | None, end: Ref | None) -> None:
    if start and start == end:
        entry.complain(f"both ends are {start.id}; expected two that differ")
