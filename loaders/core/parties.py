"""Who has a part in an agreement, in which role and when; and the memberships that follow from it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ...graph.dates import Bounds, Span
from ...graph.records import Node, Provenance, Ref, Relationship
from ...graph.schema import PARTIES, RELATIONSHIPS
from .citations import provenance, shared
from .entries import Entry
from .facts import ref
from .spans import filled

_DECLARED = RELATIONSHIPS["PARTY_TO"].properties


class Row(NamedTuple):
    """A row of `parties`: the fact, and its span as spans are reckoned with."""

    fact: Relationship
    span: Span


def party_rows(entry: Entry, agreement: Node, span: Span | None) -> Iterator[Row]:
    """PARTY_TO; a row without dates has those of the agreement, whose `span` is None if not in force."""
    default = shared(entry)
    for each in entry.entries("parties"):
        party, cited = each.ref("party", PARTIES), provenance(each, default)
        given, spell = each.span(), each.spell()
        properties = each.properties(_DECLARED, {})
        each.finish()
        held = filled(_signatory(given, properties), span or Span())
        if span and held.within(span) is None:
            each.complain("this part never runs while its agreement is in force; expected days when it is")
        if party:
            yield Row(_fact(party, ref(agreement), properties, held, cited, spell, str(each.place)), held)


def members(rows: Iterable[Row], body: Ref) -> Iterator[Relationship]:
    """MEMBER_OF: the parties of the agreement that constitutes the body, for as long as they are."""
    for fact, held in rows:
        if fact.properties.get("role") == "party":
            kept = {name: fact.properties.get(name) for name in ("status", "note")}
            properties = kept | held.properties()
            yield Relationship(
                "MEMBER_OF", fact.start, body, properties, fact.provenance, fact.spell, fact.place
            )


def _fact(
    party: Ref,
    agreement: Ref,
    properties: Mapping[str, Any],
    held: Span,
    cited: Provenance,
    spell: str,
    place: str,
) -> Relationship:
    """A second role of one party is another fact; so a role other than `party` is part of the id."""
    role = properties.get("role", "party")
    which = ":".join(each for each in ("" if role == "party" else role, spell) if each)
    return Relationship(
        "PARTY_TO", party, agreement, {**properties, **held.properties()}, cited, which, place
    )


def _signatory(given: Span, properties: Mapping[str, Any]) -> Span:
    """Who has only signed is a signatory from that day, whatever the agreement's first day in force."""
    signed = properties.get("signed")
    if given.since or not signed or properties.get("role") != "signatory":
        return given
    since = Bounds(signed, properties.get("signed_latest", signed))
    return Span(since, given.until, given.until_known)
