"""What the core dataset must say of Asia, the Pacific and the Middle East: members on a day, who owes whom, since when."""

import datetime
from collections.abc import Iterable

import pytest

from foedera.graph.records import Node, Record, Relationship

from .looking import relationships

Date = datetime.date

GULF = {"ARE", "BHR", "KWT", "OMN", "QAT", "SAU"}
LEAGUE_1950 = {"EGY", "IRQ", "JOR", "LBN", "SAU", "SYR", "cow-678"}
LEAGUE_TODAY = {
    *("ARE", "BHR", "COM", "DJI", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY"),
    *("MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN", "SOM", "SYR", "TUN", "YEM"),
}


def _holds(fact: Relationship, on: Date) -> bool:
    """Certainly in force on that day."""
    given = fact.properties
    begun = given.get("since_latest") is not None and given["since_latest"] <= on
    running = given["until"] > on if given.get("until") else given["until_known"]
    return begun and running and given.get("status") != "suspended"


def _members(facts: Iterable[Record], of: str, on: Date) -> set[str]:
    return {fact.start.id for fact in relationships(facts, "MEMBER_OF", of) if _holds(fact, on)}


def _owing(facts: Iterable[Record], obligation: str, on: Date) -> tuple[set[str], set[str]]:
    debtors = {fact.start.id for fact in relationships(facts, "OWES", obligation) if _holds(fact, on)}
    owed = {fact.end.id for fact in relationships(facts, "OWED_TO", obligation) if _holds(fact, on)}
    return debtors, owed


def _node(facts: Iterable[Record], id: str) -> Node:
    return next(fact for fact in facts if isinstance(fact, Node) and fact.id == id)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (Date(1950, 1, 1), LEAGUE_1950),
        (Date(1955, 1, 1), LEAGUE_1950 | {"LBY"}),
        (Date(1960, 1, 1), LEAGUE_1950 - {"SYR"} | {"LBY", "SDN", "MAR", "TUN"}),
        (Date(1979, 3, 25), LEAGUE_TODAY - {"COM", "YEM"} | {"cow-678", "YMD"}),
        (Date(1985, 1, 1), LEAGUE_TODAY - {"COM", "EGY", "YEM"} | {"cow-678", "YMD"}),
        (Date(1991, 1, 1), LEAGUE_TODAY - {"COM"}),
        (Date(2011, 6, 1), LEAGUE_TODAY - {"LBY"}),
        (Date(2015, 1, 1), LEAGUE_TODAY - {"SYR"}),
        (Date(2024, 1, 1), LEAGUE_TODAY),
    ],
)
def test_the_arab_league_on_a_day(facts: list[Record], on: Date, expected: set[str]) -> None:
    assert _members(facts, "arab-league", on) == expected


def test_suspended_members_of_the_league_have_a_row_that_says_so_and_come_back_on_their_day(
    facts: list[Record],
) -> None:
    spells: dict[str, list[Relationship]] = {"EGY": [], "SYR": [], "LBY": []}
    for fact in relationships(facts, "MEMBER_OF", "arab-league"):
        if fact.start.id in spells:
            spells[fact.start.id].append(fact)
    statuses = {who: [f.properties.get("status") for f in found] for who, found in spells.items()}
    assert statuses == {
        "EGY": [None, "suspended", None],
        "SYR": [None, None, "suspended", None],
        "LBY": [None, "suspended", None],
    }
    assert "EGY" not in _members(facts, "arab-league", Date(1979, 3, 31))
    assert "EGY" in _members(facts, "arab-league", Date(1989, 5, 23))
    assert "SYR" not in _members(facts, "arab-league", Date(2023, 5, 6))
    assert "SYR" in _members(facts, "arab-league", Date(2023, 5, 7))


def test_the_united_emirates_and_djibouti_are_not_dated_as_one_book_has_them(facts: list[Record]) -> None:
    since = {f.start.id: f.properties["since"] for f in relationships(facts, "MEMBER_OF", "arab-league")}
    assert (since["ARE"], since["DJI"]) == (Date(1971, 12, 6), Date(1977, 9, 4))


@pytest.mark.parametrize("on", [Date(1981, 5, 25), Date(1990, 8, 2), Date(2018, 1, 1), Date(2026, 8, 1)])
def test_the_gulf_cooperation_council_has_had_six_members_from_its_first_day(
    facts: list[Record], on: Date
) -> None:
    assert _members(facts, "GCC", on) == GULF


def test_the_gulf_council_had_no_members_before_it_was(facts: list[Record]) -> None:
    assert _members(facts, "GCC", Date(1981, 5, 24)) == set()


def test_iraq_leaves_the_baghdad_pact_and_the_united_states_never_joins(facts: list[Record]) -> None:
    assert _members(facts, "CENTO", Date(1956, 1, 1)) == {"GBR", "IRN", "IRQ", "PAK", "TUR"}
    assert _members(facts, "CENTO", Date(1959, 3, 24)) == {"GBR", "IRN", "PAK", "TUR"}
    assert _members(facts, "CENTO", Date(1980, 1, 1)) == set()
    assert not any(f.start.id == "USA" for f in relationships(facts, "PARTY_TO", "baghdad-pact-1955"))


def test_the_baghdad_pact_promises_no_defence(facts: list[Record]) -> None:
    kinds = {
        fact.properties["kind"]
        for fact in facts
        if isinstance(fact, Node) and fact.label == "Obligation" and fact.id.startswith("baghdad-pact-1955/")
    }
    assert kinds == {"consultation", "nonaggression"}


def test_egypt_owes_no_arab_state_defence_while_it_is_suspended(facts: list[Record]) -> None:
    article = "arab-joint-defence-treaty-1950/article-2"
    assert "EGY" in _owing(facts, article, Date(1973, 10, 6))[0]
    assert "EGY" not in _owing(facts, article, Date(1985, 1, 1))[0]
    assert "EGY" in _owing(facts, article, Date(1990, 8, 2))[0]
    suspended = [f for f in relationships(facts, "OWES", article) if f.properties["status"] == "suspended"]
    assert {fact.start.id for fact in suspended} == {"EGY", "LBY", "SYR"}


def test_the_gulf_states_owe_each_other_defence(facts: list[Record]) -> None:
    assert _owing(facts, "gcc-joint-defence-2000/article-2", Date(2012, 1, 1)) == (GULF, GULF)


@pytest.mark.parametrize(
    ("obligation", "on", "debtors", "beneficiaries"),
    [
        ("falepili-union-2023/article-4-1", Date(2024, 8, 28), {"AUS"}, {"TUV"}),
        ("falepili-union-2023/article-4-4", Date(2024, 8, 28), {"TUV"}, {"AUS"}),
        ("france-uae-2009/article-4", Date(2012, 4, 18), {"FRA"}, {"ARE"}),
        ("uk-kuwait-1961/assistance", Date(1961, 6, 30), {"GBR"}, {"KWT"}),
        ("uk-malaya-1957/article-i", Date(1960, 1, 1), {"GBR"}, {"MYS"}),
        ("aukus-2021/submarines", Date(2023, 1, 1), {"GBR", "USA"}, {"AUS"}),
        ("india-bhutan-1949/article-2-bhutan", Date(1960, 1, 1), {"BTN"}, {"IND"}),
        (
            "five-power-defence-arrangements-1971/consultation",
            Date(1971, 11, 1),
            {"AUS", "MYS", "NZL", "SGP", "GBR"},
            {"MYS", "SGP"},
        ),
    ],
)
def test_promises_that_run_one_way(
    facts: list[Record], obligation: str, on: Date, debtors: set[str], beneficiaries: set[str]
) -> None:
    assert _owing(facts, obligation, on) == (debtors, beneficiaries)


def test_the_five_powers_promise_to_confer_and_not_to_fight(facts: list[Record]) -> None:
    consultation = _node(facts, "five-power-defence-arrangements-1971/consultation")
    assert (consultation.properties["kind"], consultation.properties["force"]) == (
        "consultation",
        "political",
    )
    assert _owing(facts, consultation.id, Date(1971, 10, 31)) == (set(), set())


@pytest.mark.parametrize(
    "agreement", ["aukus-2021", "aukus-ennpia-2021", "aukus-annpa-2024", "geelong-treaty-2025"]
)
def test_aukus_promises_neither_defence_nor_consultation(facts: list[Record], agreement: str) -> None:
    kinds = {
        fact.properties["kind"]
        for fact in facts
        if isinstance(fact, Node) and fact.label == "Obligation" and fact.id.startswith(f"{agreement}/")
    }
    assert kinds
    assert not kinds & {"defense", "offense", "consultation", "guarantee"}


def test_china_and_north_korea_owe_each_other_defence_without_end(facts: list[Record]) -> None:
    both = {"CHN", "PRK"}
    assert _owing(facts, "china-dprk-1961/article-ii", Date(1961, 9, 10)) == (both, both)
    assert _owing(facts, "china-dprk-1961/article-ii", Date(2026, 8, 1)) == (both, both)
    assert _owing(facts, "china-dprk-1961/article-ii", Date(1961, 9, 9)) == (set(), set())
    assert _node(facts, "china-dprk-1961/article-ii").properties["rank"] == 5


def test_china_and_pakistan_promise_no_defence(facts: list[Record]) -> None:
    obligations = [
        fact
        for fact in facts
        if isinstance(fact, Node)
        and fact.label == "Obligation"
        and fact.id.startswith("china-pakistan-2005/")
    ]
    assert [each.properties["kind"] for each in obligations] == ["nonaggression"]


@pytest.mark.parametrize(
    ("agreement", "force"),
    [
        ("pakistan-saudi-arabia-2025", "unknown"),
        ("china-solomon-islands-2022", "unknown"),
        ("shusha-declaration-2021", "contested"),
        ("japan-australia-2022", "political"),
        ("australia-png-2025", "binding"),
    ],
)
def test_legal_force_is_what_the_documents_let_one_say(
    facts: list[Record], agreement: str, force: str
) -> None:
    assert _node(facts, agreement).properties["force"] == force


@pytest.mark.parametrize(
    ("obligation", "signed"),
    [
        ("australia-png-2025/defence", Date(2025, 10, 6)),
        ("pakistan-saudi-arabia-2025/defence", Date(2025, 9, 17)),
        ("australia-indonesia-2026/adverse-challenges", Date(2026, 2, 6)),
    ],
)
def test_what_is_signed_and_not_known_to_be_in_force_is_possible_and_not_certain(
    facts: list[Record], obligation: str, signed: Date
) -> None:
    arrows = relationships(facts, "OWES", obligation)
    assert len(arrows) == 2
    assert {arrow.properties["since"] for arrow in arrows} == {signed}
    assert not any(_holds(arrow, Date(2026, 8, 21)) for arrow in arrows)


@pytest.mark.parametrize(("on", "bound"), [(Date(2003, 10, 7), False), (Date(2003, 10, 8), True)])
def test_china_renounces_force_in_southeast_asia_from_its_accession(
    facts: list[Record], on: Date, bound: bool
) -> None:
    debtors, owed = _owing(facts, "treaty-of-amity-1976/article-13", on)
    assert debtors == owed
    assert {"IDN", "MYS", "PHL", "SGP", "THA", "VNM"} <= debtors
    assert ("CHN" in debtors) is bound and "TLS" not in debtors
    assert _node(facts, "treaty-of-amity-1976/article-13").properties["kind"] == "nonaggression"


@pytest.mark.parametrize(
    ("agreement", "since", "until"),
    [
        ("australia-indonesia-1995", Date(1996, 7, 15), Date(1999, 9, 1)),
        ("australia-indonesia-lombok-2006", Date(2008, 2, 7), None),
        ("uk-kuwait-1961", Date(1961, 6, 19), Date(1971, 5, 13)),
        ("uk-malaya-1957", Date(1957, 10, 12), Date(1971, 11, 1)),
        ("india-bangladesh-1972", Date(1972, 3, 19), Date(1997, 3, 19)),
        ("japan-australia-raa-2022", Date(2023, 8, 13), None),
        ("japan-uk-raa-2023", Date(2023, 10, 15), None),
        ("japan-philippines-raa-2024", Date(2025, 9, 11), None),
        ("falepili-union-2023", Date(2024, 8, 28), None),
    ],
)
def test_spans_of_agreements(facts: list[Record], agreement: str, since: Date, until: Date | None) -> None:
    properties = _node(facts, agreement).properties
    assert (properties["since"], properties.get("until")) == (since, until)


def test_the_baghdad_pact_was_ended_by_notes_of_october_1979(facts: list[Record]) -> None:
    """Its last two parties, Turkey and the United Kingdom, exchanged them on the 2nd and the 4th."""
    assert _members(facts, "CENTO", Date(1979, 10, 1)) == {"GBR", "TUR"}
    assert _node(facts, "baghdad-pact-1955").properties["until"] == Date(1979, 10, 4)


@pytest.mark.parametrize(
    ("obligation", "on", "debtors"),
    [
        ("uk-iraq-1955/assistance", Date(1956, 7, 1), {"GBR"}),
        ("uk-jordan-1948/defence", Date(1950, 1, 1), {"GBR", "JOR"}),
        ("uar-jordan-1967/defence", Date(1967, 6, 5), {"EGY", "JOR", "IRQ"}),
        ("uar-jordan-1967/defence", Date(1967, 5, 29), set()),
        (
            "uar-jordan-1967/consultation",
            Date(1967, 6, 1),
            set(),
        ),  # signed; from when it held is not known to the day
        ("egypt-syria-1966/article-1", Date(1966, 11, 3), set()),
        ("egypt-syria-1966/article-1", Date(1967, 6, 5), {"EGY", "SYR"}),
        ("turkey-azerbaijan-2010/article-2", Date(2011, 2, 1), set()),
        ("turkey-azerbaijan-2010/article-2", Date(2022, 1, 1), {"AZE", "TUR"}),
        ("uar-jordan-1967/defence", Date(1980, 1, 1), set()),
    ],
)
def test_pacts_that_are_past(facts: list[Record], obligation: str, on: Date, debtors: set[str]) -> None:
    assert _owing(facts, obligation, on)[0] == debtors
