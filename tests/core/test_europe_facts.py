"""What the core dataset must say of Europe: the EU's members on each day, and who has promised whom to help."""

import datetime
from collections.abc import Iterable

import pytest

from foedera.graph.records import Node, Record, Relationship

from .looking import relationships

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


def _holds(fact: Relationship, on: Date) -> bool:
    """Whether it certainly holds on the day."""
    latest, until = fact.properties.get("since_latest"), fact.properties.get("until")
    certain = fact.properties.get("until_known", True)
    return bool(certain and (latest is None or latest <= on) and (until is None or on < until))


def _members(facts: Iterable[Record], organization: str, on: Date) -> set[str]:
    return {f.start.id for f in relationships(facts, "MEMBER_OF", organization) if _holds(f, on)}


def _debtors(facts: Iterable[Record], obligation: str, on: Date = TODAY) -> set[str]:
    return {f.start.id for f in relationships(facts, "OWES", obligation) if _holds(f, on)}


def _beneficiaries(facts: Iterable[Record], obligation: str, on: Date = TODAY) -> set[str]:
    return {f.end.id for f in relationships(facts, "OWED_TO", obligation) if _holds(f, on)}


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


def test_the_western_european_union_grows_from_seven_to_ten(facts: list[Record]) -> None:
    five = {"BEL", "FRA", "GBR", "LUX", "NLD"}
    seven = five | {"DEU", "ITA"}
    assert _members(facts, "WU", Date(1948, 8, 25)) == _members(facts, "WU", Date(1955, 5, 5)) == five
    assert _members(facts, "WEU", Date(1955, 5, 5)) == set()
    assert _members(facts, "WEU", Date(1955, 5, 6)) == seven
    assert _members(facts, "WEU", Date(1990, 3, 27)) == seven | {"ESP", "PRT"}
    assert _members(facts, "WEU", Date(2010, 3, 30)) == seven | {"ESP", "GRC", "PRT"}
    assert _members(facts, "WEU", Date(2011, 7, 1)) == set()
    assert _debtors(facts, "modified-brussels-treaty-1954/article-5", Date(1989, 1, 1)) == seven


def test_greece_and_turkey_defend_cyprus_and_not_the_other_way_round(facts: list[Record]) -> None:
    promise = "cyprus-treaty-of-alliance-1960/article-2"
    owing = relationships(facts, "OWES", promise)
    assert {fact.start.id for fact in owing} == {"GRC", "TUR"}
    assert {fact.end.id for fact in relationships(facts, "OWED_TO", promise)} == {"CYP"}
    assert {fact.properties["status"] for fact in owing} == {"disputed"}


def test_the_guarantors_of_cyprus_are_no_debtors_of_each_other(facts: list[Record]) -> None:
    guarantee = "cyprus-treaty-of-guarantee-1960/article-2"
    assert _debtors(facts, guarantee) == {"GBR", "GRC", "TUR"}
    assert _beneficiaries(facts, guarantee) == {"CYP"}
    assert _obligation(facts, guarantee).properties["kind"] == "guarantee"


@pytest.mark.parametrize("treaty", ["anglo-portuguese-treaty-1373", "anglo-portuguese-treaty-1386"])
def test_the_oldest_alliance_is_still_in_force(facts: list[Record], treaty: str) -> None:
    kinds = [f for f in facts if isinstance(f, Node) and f.id.startswith(f"{treaty}/")]
    assert [fact.properties["kind"] for fact in kinds] == ["defense"]
    assert _debtors(facts, kinds[0].id) == {"GBR", "PRT"}


@pytest.mark.parametrize(
    "promise", ["dunkirk-treaty-1947/article-2", "balkan-pact-1954/article-2", "ankara-treaty-1953/article-1"]
)
def test_an_end_that_nobody_knows_is_not_made_up(facts: list[Record], promise: str) -> None:
    owing = [fact for fact in relationships(facts, "OWES", promise) if fact.start.id != "YUG"]
    assert len(owing) == 2
    assert not any(fact.properties["until_known"] or "until" in fact.properties for fact in owing)
    assert _debtors(facts, promise) == set()


@pytest.mark.parametrize(
    ("treaty", "begins", "pair"),
    [
        ("aachen-treaty-2019/article-4-1", Date(2020, 1, 22), {"DEU", "FRA"}),
        ("quirinal-treaty-2021/article-2", Date(2023, 2, 1), {"FRA", "ITA"}),
        ("nancy-treaty-2025/article-4", Date(2026, 1, 22), {"FRA", "POL"}),
    ],
)
def test_mutual_assistance_from_the_day_in_force(
    facts: list[Record], treaty: str, begins: Date, pair: set[str]
) -> None:
    assert _debtors(facts, treaty, begins - DAY) == set()
    assert _debtors(facts, treaty, begins) == _beneficiaries(facts, treaty, TODAY) == pair
    assert _obligation(facts, treaty).properties["rank"] == 5


def test_france_and_greece_must_both_find_that_there_is_an_attack(facts: list[Record]) -> None:
    assert _debtors(facts, "france-greece-2021/article-2") == {"FRA", "GRC"}
    assert "together" in _obligation(facts, "france-greece-2021/article-2").properties["trigger"]


def test_what_is_only_signed_is_owed_by_nobody(facts: list[Record]) -> None:
    assert relationships(facts, "OWES", "uk-poland-2026/mutual-assistance") == []
    assert _debtors(facts, "uk-poland-2017/training") == {"GBR", "POL"}
    owing = relationships(facts, "OWES", "kensington-treaty-2025/mutual-assistance")
    assert {fact.start.id for fact in owing} == {"DEU", "GBR"}
    assert _debtors(facts, "kensington-treaty-2025/mutual-assistance") == set()


@pytest.mark.parametrize("partner", ["SWE", "FIN"])
def test_the_assurances_of_may_2022_are_political_and_on_request(facts: list[Record], partner: str) -> None:
    name = {"SWE": "sweden", "FIN": "finland"}[partner]
    promise = _obligation(facts, f"uk-{name}-2022/solidarity")
    assert (promise.properties["kind"], promise.properties["force"]) == ("defense", "political")
    assert "asks" in promise.properties["trigger"]
    assert _debtors(facts, promise.id) == _beneficiaries(facts, promise.id) == {"GBR", partner}


@pytest.mark.parametrize(
    ("on", "owed"),
    [
        (Date(2022, 5, 15), set()),
        (Date(2022, 5, 16), {"FIN", "SWE"}),
        (Date(2023, 4, 4), {"SWE"}),
        (Date(2024, 3, 7), set()),
    ],
)
def test_three_nordic_allies_answer_for_the_applicants_until_they_join(
    facts: list[Record], on: Date, owed: set[str]
) -> None:
    promise = "nordic-assurances-2022/assistance"
    assert _beneficiaries(facts, promise, on) == owed
    assert _debtors(facts, promise, on) == ({"DNK", "ISL", "NOR"} if owed else set())
    assert _obligation(facts, promise).properties["force"] == "political"


@pytest.mark.parametrize(
    ("partnership", "party", "begins"),
    [
        ("eu-moldova-security-partnership-2024", "MDA", Date(2024, 5, 21)),
        ("eu-norway-security-partnership-2024", "NOR", Date(2024, 5, 28)),
        ("eu-japan-security-partnership-2024", "JPN", Date(2024, 11, 1)),
        ("eu-korea-security-partnership-2024", "KOR", Date(2024, 11, 4)),
        ("eu-north-macedonia-security-partnership-2024", "MKD", Date(2024, 11, 19)),
        ("eu-albania-security-partnership-2024", "ALB", Date(2024, 12, 18)),
        ("eu-canada-security-partnership-2025", "CAN", Date(2025, 6, 23)),
        ("eu-india-security-partnership-2026", "IND", Date(2026, 1, 27)),
        ("eu-iceland-security-partnership-2026", "ISL", Date(2026, 3, 18)),
        ("eu-ghana-security-partnership-2026", "GHA", Date(2026, 3, 24)),
    ],
)
def test_a_partner_of_the_union_is_bound_to_the_union_alone(
    facts: list[Record], partnership: str, party: str, begins: Date
) -> None:
    """Neither a day before, nor to the member states."""
    cooperation = f"{partnership}/cooperation"
    assert _debtors(facts, cooperation, begins - DAY) == set()
    assert _debtors(facts, cooperation, begins) == _beneficiaries(facts, cooperation, TODAY) == {"EU", party}


def test_the_joint_expeditionary_force_grows_to_ten(facts: list[Record]) -> None:
    seven = {"DNK", "EST", "GBR", "LTU", "LVA", "NLD", "NOR"}
    assert _members(facts, "JEF", Date(2014, 9, 4)) == seven
    assert _members(facts, "JEF", Date(2017, 6, 30)) == seven | {"FIN", "SWE"}
    assert _members(facts, "JEF", Date(2021, 4, 30)) == seven | {"FIN", "ISL", "SWE"}


@pytest.mark.parametrize(
    "agreement",
    [
        "lancaster-house-defence-2010",
        "jef-letter-of-intent-2014",
        "uk-poland-2017",
        "trinity-house-2024",
        "nordefco-2009",
        "nordic-solidarity-declaration-2011",
        "albania-croatia-kosovo-2025",
        "northwood-declaration-2025",
        "lunna-house-agreement-2025",
        "germany-norway-2026",
        "eu-uk-security-partnership-2025",
        "eu-moldova-security-partnership-2024",
        "eu-norway-security-partnership-2024",
        "eu-japan-security-partnership-2024",
        "eu-korea-security-partnership-2024",
        "eu-north-macedonia-security-partnership-2024",
        "eu-albania-security-partnership-2024",
        "eu-canada-security-partnership-2025",
        "eu-india-security-partnership-2026",
        "eu-iceland-security-partnership-2026",
        "eu-ghana-security-partnership-2026",
        "nato-hague-summit-2025",
    ],
)
def test_cooperation_is_no_promise_to_defend(facts: list[Record], agreement: str) -> None:
    kinds = {
        fact.properties["kind"]
        for fact in facts
        if isinstance(fact, Node) and fact.label == "Obligation" and fact.id.startswith(f"{agreement}/")
    }
    assert kinds and not kinds & {"defense", "offense"}


def test_unilateral_and_general_promises_name_nobody(facts: list[Record]) -> None:
    for promise in (
        "sweden-solidarity-declaration-2009/solidarity",
        "northwood-declaration-2025/response",
        "treaty-on-european-union/article-49",
    ):
        assert relationships(facts, "OWED_TO", promise) == []
        assert relationships(facts, "OWES", promise)
