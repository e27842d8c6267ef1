"""Records against the declaration."""

import datetime

import pytest

from foedera.graph.records import Node, Provenance, Record, Ref, Relationship, problems, stored
from foedera.graph.schema import NODES, RELATIONSHIPS

CORE = Provenance("core", ("a-source#Article 1",))


def node(label: str = "Source", **properties: object) -> Node:
    return Node(label, "x", {"title": "T", "publisher": "P", **properties}, CORE)


def relationship(type: str, start: str, end: str, **properties: object) -> Relationship:
    return Relationship(type, Ref(start, "a"), Ref(end, "b"), properties, CORE)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (node(), []),
        (node("Sauce"), ["unknown label 'Sauce'. Did you mean Source, Scope?"]),
        (node(titel="T"), ["unknown property 'titel'. Did you mean title?"]),
        (node(on="2004"), ["on is '2004'; expected a date such as 2004-03-29"]),
        (Node("Source", "x", {"title": "T"}, CORE), ["missing 'publisher'; expected who published it"]),
        (
            relationship("CONCERNS", "Proposal", "Country", firmness="demands"),
            ["firmness is 'demands'; expected one of asks, suggests."],
        ),
        (
            relationship("MEMBEROF", "Country", "Organization"),
            ["unknown relationship type 'MEMBEROF'. Did you mean MEMBER_OF?"],
        ),
        (relationship("CREATES", "Country", "Obligation"), ["CREATES does not join Country with Obligation"]),
        (
            relationship("BORDERS", "Country", "Country", until_known=1),
            ["until_known is 1; expected true or false"],
        ),
    ],
)
def test_problems(record: Record, expected: list[str]) -> None:
    """What does not fit the declaration is said, one line each; what fits is let through."""
    assert list(problems(record)) == expected


def test_no_relationship_type_is_named_like_a_label() -> None:
    """The embedded engine keeps both in one namespace."""
    assert not set(NODES) & set(RELATIONSHIPS)


def test_a_return_keeps_its_own_id() -> None:
    """Egypt left the Arab League in 1979 and came back in 1989: two spells, never told apart by dates."""
    first, second = (
        Relationship("MEMBER_OF", Ref("Country", "EGY"), Ref("Organization", "arab-league"), {}, CORE, spell)
        for spell in ("1", "2")
    )
    assert (first.id, second.id) == ("core:MEMBER_OF:EGY:arab-league:1", "core:MEMBER_OF:EGY:arab-league:2")


def test_the_digest_follows_the_fact_and_nothing_else() -> None:
    """A corrected date or citation changes it; the place where it was read does not."""
    fact = node()
    moved = Node("Source", "x", fact.properties, CORE, place="other.yaml:9")
    assert stored(fact)["digest"] == stored(moved)["digest"]
    assert stored(fact)["digest"] != stored(node(on=datetime.date(2004, 3, 29)))["digest"]
    other = Node("Source", "x", fact.properties, Provenance("core", ("a-source#Article 2",)))
    assert stored(fact)["digest"] != stored(other)["digest"]
