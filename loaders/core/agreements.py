"""Agreements: the instrument, its parties, what it constitutes, and then its obligations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ...graph.dates import Span
from ...graph.derive import Part
from ...graph.records import Node, Record
from .citations import provenance
from .document import Document
from .entries import Entry
from .facts import links, node, ref
from .obligations import obligations
from .parties import members, parts, party_rows
from .parts import merged

BETWEEN = ("amends", "succeeds", "modelled_on", "same_as")
"""Keys that name other agreements, beside `implements`; each is a relationship type in lower case."""


@dataclass
class Instrument:
    """An agreement as read; `span` is None where it is signed alone, and so not in force."""

    node: Node
    entry: Entry
    span: Span | None
    parts: list[Part] = field(default_factory=list)
    implements: frozenset[str] = frozenset()


def agreements(document: Document) -> Iterator[Record]:
    """All agreements first, since obligations may follow the parties of another."""
    instruments: dict[str, Instrument] = {}
    for id, entry in document.entries["agreements"].items():
        instruments[str(id)] = instrument = _instrument(str(id), entry)
        yield instrument.node
        yield from _between(instrument)
        yield from _parties(instrument)
    for instrument in instruments.values():
        yield from obligations(
            instrument.entry, instrument.node, instrument.span, lambda of: _parts(instruments, of)
        )
        instrument.entry.finish()


def _instrument(id: str, entry: Entry) -> Instrument:
    cited, span = provenance(entry), entry.span()
    if span.since is None and not entry.has("signed"):
        entry.complain("missing 'since'; expected the first day in force, or 'signed' alone where it is not")
    agreement = node(entry, "Agreement", id, cited, **span.properties())
    return Instrument(agreement, entry, span if span.since else None)


def _between(instrument: Instrument) -> Iterator[Record]:
    """What it carries out, changes, follows."""
    entry, agreement = instrument.entry, instrument.node
    carried_out = entry.refs("implements", ["Agreement"])
    instrument.implements = frozenset(other.id for other in carried_out)
    yield from links("IMPLEMENTS", ((ref(agreement), other) for other in carried_out), agreement)
    for key in BETWEEN:
        others = entry.refs(key, ["Agreement"])
        yield from links(key.upper(), ((ref(agreement), other) for other in others), agreement)


def _parties(instrument: Instrument) -> Iterator[Record]:
    """PARTY_TO, CONSTITUTES, and the memberships that follow where it is in force."""
    entry, agreement, span = instrument.entry, instrument.node, instrument.span
    body = entry.ref("constitutes", ["Organization"]) if entry.has("constitutes") else None
    entry.take("constitutes")
    rows = list(party_rows(entry, agreement, span))
    yield from (row.fact for row in rows)
    if body:
        yield from links("CONSTITUTES", [(ref(agreement), body)], agreement)
    if span:
        instrument.parts = list(parts(rows, span))
        yield from members(rows, body) if body else ()


def _parts(instruments: Mapping[str, Instrument], of: str) -> list[Part]:
    """The parts in an agreement and in the designations that carry it out, while each is in force."""
    found = [(of, part) for part in instruments[of].parts]
    for id, each in instruments.items():
        if of in each.implements and each.node.properties.get("kind") == "designation":
            status = each.node.properties.get("status")
            for part in each.parts:
                spell = f"{id}:{part.spell}".rstrip(":")
                found.append((id, replace(part, spell=spell, status=part.status or status)))
    return merged(found)
