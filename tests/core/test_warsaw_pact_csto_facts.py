"""The Warsaw Pact, the CIS, the treaty of Tashkent and the CSTO: who was in them on which day."""

import datetime
from collections.abc import Iterable

import pytest

from foedera.graph.records import Record, Relationship

Date = datetime.date

PACT = {"BGR", "CSK", "HUN", "POL", "ROU", "SUN"}
CSTO = {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}
CIS = {"ARM", "AZE", "BLR", "KAZ", "KGZ", "MDA", "RUS", "TJK", "UZB"}


def _holding(facts: Iterable[Record], type: str, end: str, on: Date) -> list[Relationship]:
    """Those that certainly hold on the day, whatever their status."""
    return [
        fact
        for fact in facts
        if isinstance(fact, Relationship)
        and fact.type == type
        and end in (fact.start.id, fact.end.id)
        and fact.properties["since_latest"] <= on
        and (fact.properties.get("until") is None or on < fact.properties["until"])
    ]


def _members(facts: Iterable[Record], of: str, on: Date) -> set[str]:
    return {fact.start.id for fact in _holding(facts, "MEMBER_OF", of, on)}


def _debtors(facts: Iterable[Record], obligation: str, on: Date) -> set[str]:
    return {fact.start.id for fact in _holding(facts, "OWES", obligation, on)}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (Date(1955, 5, 13), set()),
        (Date(1955, 7, 1), PACT | {"ALB", "DDR"}),
        (Date(1968, 8, 21), PACT | {"ALB", "DDR"}),
        (Date(1968, 9, 13), PACT | {"DDR"}),
        (Date(1990, 10, 2), PACT | {"DDR"}),
        (Date(1990, 10, 3), PACT),
        (Date(1991, 6, 30), PACT),
        (Date(1991, 7, 1), set()),
    ],
)
def test_members_of_the_warsaw_pact(facts: list[Record], on: Date, expected: set[str]) -> None:
    assert _members(facts, "WPact", on) == expected
    assert _debtors(facts, "warsaw-pact-1955/article-4", on) == expected


@pytest.mark.parametrize(
    ("treaty", "on", "expected"),
    [
        ("gdr-poland-1967", Date(1967, 3, 14), set()),
        ("gdr-poland-1967", Date(1968, 8, 21), {"DDR", "POL"}),
        ("gdr-czechoslovakia-1967", Date(1968, 8, 21), {"CSK", "DDR"}),
        ("gdr-hungary-1967", Date(1968, 8, 21), {"DDR", "HUN"}),
        ("gdr-bulgaria-1967", Date(1969, 1, 1), {"BGR", "DDR"}),
        ("gdr-romania-1972", Date(1974, 1, 1), {"DDR", "ROU"}),
        ("gdr-poland-1977", Date(1990, 10, 2), {"DDR", "POL"}),
        ("gdr-czechoslovakia-1977", Date(1990, 10, 2), {"CSK", "DDR"}),
        ("gdr-hungary-1977", Date(1990, 10, 2), {"DDR", "HUN"}),
        ("gdr-bulgaria-1977", Date(1990, 10, 2), {"BGR", "DDR"}),
        ("gdr-bulgaria-1977", Date(1990, 10, 3), set()),
        ("ussr-gdr-1975", Date(1990, 10, 3), set()),
    ],
)
def test_east_germany_and_its_allies_in_pairs(
    facts: list[Record], treaty: str, on: Date, expected: set[str]
) -> None:
    assert _debtors(facts, f"{treaty}/mutual-assistance", on) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (Date(2003, 9, 17), set()),
        (Date(2003, 9, 18), CSTO),
        (Date(2006, 8, 15), CSTO),
        (Date(2006, 8, 16), CSTO | {"UZB"}),
        (Date(2012, 12, 18), CSTO | {"UZB"}),
        (Date(2012, 12, 19), CSTO),
        (Date(2026, 1, 1), CSTO),
    ],
)
def test_members_of_the_csto(facts: list[Record], on: Date, expected: set[str]) -> None:
    assert _members(facts, "CSTO", on) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (Date(1994, 4, 19), set()),
        (Date(1994, 4, 20), CSTO | {"AZE", "GEO", "UZB"}),
        (Date(1999, 4, 19), CSTO | {"AZE", "GEO", "UZB"}),
        (Date(1999, 4, 20), CSTO),
        (Date(2006, 8, 16), CSTO | {"UZB"}),
        (Date(2025, 1, 1), CSTO),
    ],
)
def test_parties_to_the_treaty_of_tashkent(facts: list[Record], on: Date, expected: set[str]) -> None:
    parties = _holding(facts, "PARTY_TO", "collective-security-treaty-1992", on)
    assert {fact.start.id for fact in parties} == expected
    article = "collective-security-treaty-1992" if on < Date(2012, 12, 19) else "cst-protocol-2010"
    assert _debtors(facts, f"{article}/article-4", on) == expected


def test_armenia_is_a_member_whose_part_is_frozen(facts: list[Record]) -> None:
    """It has neither left nor been suspended; what it owes and is owed is dormant since February 2024."""
    for type in ("OWES", "OWED_TO"):
        for on, status in ((Date(2024, 2, 22), None), (Date(2024, 2, 23), "dormant")):
            arrows = _holding(facts, type, "cst-protocol-2010/article-4", on)
            found = [
                fact.properties.get("status") for fact in arrows if "ARM" in (fact.start.id, fact.end.id)
            ]
            assert found == [status]
    assert "ARM" in _members(facts, "CSTO", Date(2025, 1, 1))


def test_the_treaty_has_two_versions_of_its_promise_and_never_both(facts: list[Record]) -> None:
    old, new = "collective-security-treaty-1992/article-4", "cst-protocol-2010/article-4"
    day = Date(2012, 12, 19)
    assert _debtors(facts, old, day - datetime.timedelta(1)) == CSTO | {"UZB"}
    assert _debtors(facts, new, day - datetime.timedelta(1)) == set()
    assert (_debtors(facts, old, day), _debtors(facts, new, day)) == (set(), CSTO)


def test_members_of_the_cis(facts: list[Record]) -> None:
    """Ukraine and Turkmenistan took part without being party to the Charter."""
    assert _members(facts, "CIS", Date(2009, 8, 17)) == CIS | {"GEO"}
    assert _members(facts, "CIS", Date(2009, 8, 18)) == CIS
    assert _holding(facts, "PARTY_TO", "cis-charter-1993", Date(2000, 1, 1))
    assert not [
        fact
        for fact in facts
        if isinstance(fact, Relationship)
        and fact.end.id == "cis-charter-1993"
        and fact.start.id in ("UKR", "TKM")
    ]


def test_the_cis_charter_promises_to_confer_and_sleeps(facts: list[Record]) -> None:
    arrows = _holding(facts, "OWES", "cis-charter-1993/article-12", Date(2020, 1, 1))
    assert {fact.properties["status"] for fact in arrows} == {"dormant"}
    (article,) = [
        fact
        for fact in facts
        if not isinstance(fact, Relationship) and fact.id == "cis-charter-1993/article-12"
    ]
    assert article.properties["kind"] == "consultation"
