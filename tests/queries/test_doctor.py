"""The doctor finds each sort of fault where it was put, and none in a sound graph."""

import datetime
from typing import Any

import pytest

from foedera.graph import writer
from foedera.graph.dates import Span, parse
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.queries.doctor import examine, overview

GROUNDS = Provenance("core", ("text",), datetime.date(2026, 1, 1), "text")
BODY, TREATY, DUTY = Ref("Organization", "pact"), Ref("Agreement", "treaty"), Ref("Obligation", "treaty/aid")
LAND, OTHER = Ref("Country", "AAA"), Ref("Country", "BBB")


def span(since: str | None = "2000", until: str | None = None) -> dict[str, Any]:
    return Span(parse(since) if since else None, parse(until) if until else None).properties()


def node(ref: Ref, **properties: object) -> Node:
    return Node(ref.label, ref.id, properties, GROUNDS)


def tie(type: str, start: Ref, end: Ref, spell: str = "", **properties: object) -> Relationship:
    return Relationship(type, start, end, properties, GROUNDS, spell)


def sound() -> list[Record]:
    """A pact of two, each bound to aid the other."""
    facts: list[Record] = [
        node(Ref("Dataset", "core"), title="Core", version="1"),
        node(Ref("Source", "text"), title="Text", publisher="Somebody"),
        node(BODY, name="Pact", kind="alliance", keys=["pact"], **span()),
        node(TREATY, title="Treaty", kind="treaty", force="binding", **span()),
        node(
            DUTY,
            name="Aid",
            kind="defense",
            force="binding",
            rank=5,
            summary="aid",
            bound="parties",
            **span(),
        ),
        tie("CONSTITUTES", TREATY, BODY),
        tie("CREATES", TREATY, DUTY),
    ]
    for land in (LAND, OTHER):
        facts += [
            node(land, name=land.id, keys=[land.id.lower()], **span()),
            tie("PARTY_TO", land, TREATY, role="party", **span()),
            tie("MEMBER_OF", land, BODY, **span()),
            tie("OWES", land, DUTY, **span()),
            tie("OWED_TO", DUTY, land, **span()),
        ]
    return facts


def without(type: str, start: Ref) -> list[Record]:
    return [each for each in sound() if (each.type, getattr(each, "start", None)) != (type, start)]


FAULTS: dict[str, list[Record]] = {
    "unsourced": [
        *sound(),
        Node("Country", "CCC", {"name": "C", "keys": ["c"], **span()}, Provenance("core")),
    ],
    "unknown sources": [
        *sound(),
        Node("Country", "CCC", {"name": "C", "keys": ["c"], **span()}, Provenance("core", ("book#page 1",))),
    ],
    "dangling": without("CREATES", TREATY),
    "impossible dates": [
        *sound(),
        node(Ref("Country", "CCC"), name="C", keys=["c"], **span("2001", "1999")),
    ],
    "overlaps": [*sound(), tie("OWES", LAND, DUTY, "2", **span("2005"))],
    "members and parties": without("PARTY_TO", LAND),
    "members and debtors": without("OWES", LAND),
}


def found(store: Store) -> dict[str, int]:
    return {row["check"]: row["found"] for row in examine(store).integrity if row["found"]}


def test_a_sound_graph_is_healthy(store: Store) -> None:
    """No check finds anything; the counts are there."""
    writer.load(store, "core", sound())
    finding = examine(store)
    assert finding.healthy
    assert {"kind": "defense", "count": 1, "checked": 1, "binding": 1} in finding.obligations
    assert {"label": "Country", "count": 2, "checked": 2} in finding.nodes
    assert overview(store)[1] == "2 countries, 1 organization, 1 agreement, 1 obligation, 1 source"


@pytest.mark.parametrize("check", FAULTS)
def test_a_fault_is_found(store: Store, check: str) -> None:
    """By the check that is for it, and by no other."""
    writer.load(store, "core", FAULTS[check])
    assert found(store).keys() == {check}
    assert not examine(store).healthy


def test_an_empty_database_has_no_overview(store: Store) -> None:
    """There is nothing to say of it."""
    assert overview(store) == []


def test_what_comes_along_of_core_is_no_load_that_was_cut_short(store: Store) -> None:
    """States and organizations beside another dataset are as they should be; an agreement of core without core is not."""
    along = [each for each in sound() if each.type in ("Country", "Organization", "Source")]
    other = Provenance("other", ("text",))
    writer.load(store, "core", along)
    writer.load(store, "other", [Node("Dataset", "other", {"title": "Other", "version": "1"}, other)])
    assert examine(store).unfinished == []
    writer.load(store, "core", [*along, *(each for each in sound() if each.type == "Agreement")])
    assert [told.partition(" ")[0] for told in examine(store).unfinished] == ["core"]
