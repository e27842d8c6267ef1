"""What the core dataset must say of Europe: the EU's members on each day, and who has promised whom to help."""

import datetime
from collections.abc import Iterable

import pytest

from foedera.graph.records import Node, Record, Relationship
from foedera.loaders.core import records

Date = datetime.date

FOUNDERS = {"BEL", "DEU", "FRA", "ITA", "LUX", "NLD"}
JOINED = {
    Date(1958, 1, 1): FOUNDERS,
    Date(1973, 1, 1): {"DNK", "GBR", "IRL"},
    Date(1981, 1, 1): {"GRC"},
    Date(1986, 1, 1): {"ESP", "PRT"},
    Date(1995, 1, 1): {"AUT", "FIN", "SWE"},
    Date(2004, 5, 1): {"CYP", "CZE", "EST", "HUN", "LTU", "LVA", "MLT", "POL", "SVK", "SVN"},
    Date(2007, 1, 1): {"BGR", "ROU"},
    Date(2013, 7, 1): {"HRV"},
}
COUNTS = (6, 9, 10, 12, 15, 25, 27, 28)
LEFT = Date(2020, 2, 1)
DAY = datetime.timedelta(1)
TODAY = Date(2026, 8, 21)


@pytest.fixture(scope="module")
def facts() -> list[Record]:
    return list(records())


def _relationships(facts: Iterable[Record], type: str, end: str) -> list[Relationship]:
    return [
        fact
        for fact in facts
        if isinstance(fact, Relationship) and fact.type == type and end in (fact.start.id, fact.end.id)
    ]


def _holds(fact: Relationship, on: Date) -> bool:
    """Whether it certainly holds on the day."""
    latest, until = fact.properties.get("since_latest"), fact.properties.get("until")
    certain = fact.properties.get("until_known", True)
    return bool(certain and (latest is None or latest <= on) and (until is None or on < until))


def _members(facts: Iterable[Record], organization: str, on: Date) -> set[str]:
    return {f.start.id for f in _relationships(facts, "MEMBER_OF", organization) if _holds(f, on)}


def _debtors(facts: Iterable[Record], obligation: str, on: Date = TODAY) -> set[str]:
    return {f.start.id for f in _relationships(facts, "OWES", obligation) if _holds(f, on)}


def _beneficiaries(facts: Iterable[Record], obligation: str, on: Date = TODAY) -> set[str]:
    return {f.end.id for f in _relationships(facts, "OWED_TO", obligation) if _holds(f, on)}


def _obligation(facts: Iterable[Record], id: str) -> Node:
    return next(f for f in facts if isinstance(f, Node) and f.label == "Obligation" and f.id == id)


@pytest.mark.parametrize(("on", "count"), list(zip(JOINED, COUNTS, strict=True)))
def test_each_accession_to_the_communities_or_the_union(facts: list[Record], on: Date, count: int) -> None:
    expected = set().union(*(joined for day, joined in JOINED.items() if day <= on))
    assert _members(facts, "EU", on) == expected
    assert len(expected) == count
    assert _members(facts, "EU", on - DAY) == expected - JOINED[on]


def test_the_united_kingdom_leaves_and_twenty_seven_stay(facts: list[Record]) -> None:
    everybody = set().union(*JOINED.values())
    assert _members(facts, "EU", LEFT - DAY) == everybody
    for on in (LEFT, TODAY):
        assert _members(facts, "EU", on) == everybody - {"GBR"}


def test_the_mutual_assistance_clause_follows_membership(facts: list[Record]) -> None:
    clause = "treaty-on-european-union/article-42-7"
    begins = Date(2009, 12, 1)
    assert _debtors(facts, clause, begins - DAY) == set()
    for on in (begins, Date(2013, 7, 1), LEFT, TODAY):
        assert _debtors(facts, clause, on) == _members(facts, "EU", on)
        assert _beneficiaries(facts, clause, on) == _members(facts, "EU", on)
    assert _obligation(facts, clause).properties["rank"] == 5
    assert "NATO" not in _debtors(facts, clause)


def test_the_neutrals_and_denmarks_opt_out_are_told(facts: list[Record]) -> None:
    clause = _obligation(facts, "treaty-on-european-union/article-42-7").properties
    for name in ("Austria", "Ireland", "Malta", "Cyprus"):
        assert name in clause["discretion"]
    assert "Denmark" in clause["note"]
    capabilities = "treaty-on-european-union/article-42-3"
    assert "DNK" not in _debtors(facts, capabilities, Date(2022, 6, 30))
    assert "DNK" in _debtors(facts, capabilities, Date(2022, 7, 1))
    assert "HRV" not in _debtors(facts, capabilities, Date(2013, 6, 30))


def test_the_solidarity_clause_is_no_promise_to_fight(facts: list[Record]) -> None:
    assert _obligation(facts, "treaty-of-rome-1957/article-222").properties["kind"] == "security-assistance"
