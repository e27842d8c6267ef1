"""Agreements: the instrument, its parties, what it constitutes, and then its obligations."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...graph.dates import Span
from ...graph.derive import Part
from ...graph.parts import Instrument, followed, parts
from ...graph.records import Node, Record
from .citations import provenance
from .document import Document
from .entries import Entry
from .facts import links, node, ref
from .obligations import obligations
from .parties import members, party_rows

BETWEEN = ("amends", "succeeds", "modelled_on", "same_as")
"""Keys that name other agreements, beside `implements`; each is a relationship type in lower case."""


@dataclass
class _Read:
    """An agreement as read; `span` is None where it is signed alone, and so not in force."""

    node: Node
    entry: Entry
    span: Span | None
    parts: list[Part] = field(default_factory=list)
    implements: frozenset[str] = frozenset()

    def instrument(self) -> Instrument:
        kind, status = self.node.properties.get("kind", ""), self.node.properties.get("status")
        return Instrument(self.node.id, kind, status, self.implements, tuple(self.parts))


def agreements(document: Document) -> Iterator[Record]:
    """All agreements first, since obligations may follow the parties of another."""
    found = [_agreement(str(id), entry) for id, entry in document.entries["agreements"].items()]
    for read in found:
        yield read.node
        yield from _between(read)
        yield from _parties(read)
    document.instruments += [read.instrument() for read in found]
    for read in found:
        yield from obligations(
            read.entry, read.node, read.span, lambda of: followed(of, document.following(of))
        )
        read.entry.finish()


def _agreement(id: str, entry: Entry) -> _Read:
    cited, span = provenance(entry), entry.span()
    if span.since is None and not entry.has("signed"):
        if entry.index.beside:
            span = Span(entry.index.beside.begins, span.until, span.until_known)
        else:
            entry.complain(
                "missing 'since'; expected the first day in force, or 'signed' alone where it is not"
            )
    agreement = node(entry, "Agreement", id, cited, **span.properties())
    return _Read(agreement, entry, span if span.since else None)


def _between(read: _Read) -> Iterator[Record]:
    """What it carries out, changes, follows."""
    entry, agreement = read.entry, read.node
    carried_out = entry.refs("implements", ["Agreement"])
    read.implements = frozenset(other.id for other in carried_out)
    yield from links("IMPLEMENTS", ((ref(agreement), other) for other in carried_out), agreement)
    for key in BETWEEN:
        others = entry.refs(key, ["Agreement"])
        yield from links(key.upper(), ((ref(agreement), other) for other in others), agreement)


def _parties(read: _Read) -> Iterator[Record]:
    """PARTY_TO, CONSTITUTES, and the memberships that follow where it is in force."""
    entry, agreement, span = read.entry, read.node, read.span
    body = entry.ref("constitutes", ["Organization"]) if entry.has("constitutes") else None
    entry.take("constitutes")
    rows = list(party_rows(entry, agreement, span))
    yield from (row.fact for row in rows)
    if body:
        yield from links("CONSTITUTES", [(ref(agreement), body)], agreement)
    if span:
        read.parts = list(parts((row.fact for row in rows), span))
        yield from members(rows, body) if body else ()
