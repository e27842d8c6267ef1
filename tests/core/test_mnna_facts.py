"""What the core dataset must say of major non-NATO allies: who on which day, what it gives, who asked for more."""

import datetime
from collections.abc import Sequence

import pytest

from foedera.graph.records import Node, Record, Relationship

Date = datetime.date
Facts = Sequence[Record]

BY_STATUTE = {"AUS", "EGY", "ISR", "JPN", "KOR", "NZL"}
MID_2004 = BY_STATUTE | {"JOR", "ARG", "BHR", "PHL", "THA", "KWT", "MAR", "PAK"}
MARCH_2022 = MID_2004 | {"AFG", "TUN", "BRA", "QAT"}
TODAY = (MARCH_2022 - {"AFG"}) | {"COL", "KEN", "SAU", "PER"}


def nodes(facts: Facts, label: str) -> dict[str, Node]:
    return {fact.id: fact for fact in facts if isinstance(fact, Node) and fact.label == label}


def links(facts: Facts, type: str) -> list[Relationship]:
    return [fact for fact in facts if isinstance(fact, Relationship) and fact.type == type]


def series(facts: Facts, name: str) -> set[str]:
    return {id for id, node in nodes(facts, "Agreement").items() if node.properties.get("series") == name}


def certainly(fact: Relationship, on: Date) -> bool:
    begun = fact.properties.get("since_latest")
    ended = fact.properties.get("until")
    running = ended > on if ended else fact.properties["until_known"]
    return bool(begun and begun <= on and running)


def designees(facts: Facts, on: Date, of: str = "mnna") -> set[str]:
    instruments = series(facts, of)
    return {
        fact.start.id
        for fact in links(facts, "PARTY_TO")
        if fact.end.id in instruments and fact.properties["role"] == "designee" and certainly(fact, on)
    }


def days(facts: Facts, kind: str, about: str) -> set[Date]:
    """The days of the events of a kind that are about an agreement."""
    pointing = {fact.start.id for fact in links(facts, "ABOUT") if fact.end.id == about}
    return {
        event.properties["since"]
        for id, event in nodes(facts, "Event").items()
        if id in pointing and event.properties["kind"] == kind
    }


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (Date(1996, 7, 20), set()),
        (Date(1996, 7, 22), BY_STATUTE),
        (Date(1996, 11, 12), BY_STATUTE | {"JOR"}),
        (Date(2004, 7, 1), MID_2004),
        (Date(2022, 3, 9), MARCH_2022 - {"QAT"}),
        (Date(2022, 3, 11), MARCH_2022),
        (Date(2022, 6, 1), MARCH_2022 | {"COL"}),
        (Date(2022, 9, 22), MARCH_2022 | {"COL"}),
        (Date(2022, 9, 23), (MARCH_2022 - {"AFG"}) | {"COL"}),
        (Date(2024, 6, 23), (MARCH_2022 - {"AFG"}) | {"COL"}),
        (Date(2024, 7, 1), (MARCH_2022 - {"AFG"}) | {"COL", "KEN"}),
        (Date(2026, 11, 23), TODAY),
    ],
)
def test_designees_on_a_day(facts: Facts, on: Date, expected: set[str]) -> None:
    assert designees(facts, on) == expected


def test_nineteen_is_reached_with_colombia_and_not_before(facts: Facts) -> None:
    assert len(designees(facts, Date(2022, 3, 10))) == 18
    assert len(designees(facts, Date(2022, 5, 23))) == 19
    claim = nodes(facts, "Claim")["fp-2022-mnna/holders-19"]
    assert claim.properties["number"] == 19
    assert "18" in claim.properties["record"]


@pytest.mark.parametrize(
    ("designation", "announced", "notified", "designated"),
    [
        ("mnna-colombia-2022", Date(2022, 3, 10), Date(2022, 4, 21), Date(2022, 5, 23)),
        ("mnna-qatar-2022", Date(2022, 1, 31), Date(2022, 1, 31), Date(2022, 3, 10)),
        ("mnna-kenya-2024", Date(2024, 5, 23), Date(2024, 5, 23), Date(2024, 6, 24)),
        ("mnna-brazil-2019", Date(2019, 3, 19), Date(2019, 5, 8), Date(2019, 7, 31)),
    ],
)
def test_announced_notified_and_designated_are_three_dated_things(
    facts: Facts, designation: str, announced: Date, notified: Date, designated: Date
) -> None:
    assert days(facts, "announcement", designation) == {announced}
    assert days(facts, "notification", designation) == {notified}
    assert nodes(facts, "Agreement")[designation].properties["since"] == designated


def test_where_the_day_of_a_designation_is_unknown_the_record_says_so(facts: Facts) -> None:
    found = nodes(facts, "Agreement")["mnna-saudi-arabia"].properties
    assert found["since"] < found["since_latest"]
    assert "SAU" not in designees(facts, Date(2025, 11, 19))
    assert days(facts, "announcement", "mnna-saudi-arabia") == {Date(2025, 11, 18)}


def test_every_designation_carries_out_the_statute_and_names_who_designates(facts: Facts) -> None:
    designations = series(facts, "mnna") - {"faa-section-517"}
    assert len(designations) == 17
    carried = {fact.start.id for fact in links(facts, "IMPLEMENTS") if fact.end.id == "faa-section-517"}
    assert carried == designations
    roles = {(fact.end.id, fact.properties["role"]): fact.start.id for fact in links(facts, "PARTY_TO")}
    assert all(roles[each, "designator"] == "USA" for each in designations)


def promises(facts: Facts) -> dict[str, Node]:
    """What the status gives: obligations that follow the designees of either list."""
    followed = {"faa-section-517", "usc-10-2350a"}
    return {
        id: node
        for id, node in nodes(facts, "Obligation").items()
        if node.properties.get("parties_of") in followed or id.startswith("usc-10-2350a/")
    }


def test_the_status_gives_privileges_and_no_defence(facts: Facts) -> None:
    instruments = series(facts, "mnna") | series(facts, "mnna-title-10")
    created = {fact.end.id for fact in links(facts, "CREATES") if fact.start.id in instruments}
    given = promises(facts)
    assert len(given) == 10
    for id in created | set(given):
        properties = nodes(facts, "Obligation")[id].properties
        assert properties["kind"] not in {"defense", "offense", "consultation", "guarantee"}
        assert properties["force"] == "domestic-law"
        assert properties["rank"] <= 2
    agreements = nodes(facts, "Agreement")
    assert all(agreements[id].properties.get("disclaims") for id in instruments)


def test_a_privilege_reaches_who_is_designated_on_that_day(facts: Facts) -> None:
    def reached(on: Date) -> set[str]:
        return {
            fact.end.id
            for fact in links(facts, "OWED_TO")
            if fact.start.id == "usc-22-2378a/depleted-uranium" and certainly(fact, on)
        }

    assert reached(Date(1996, 7, 22)) == BY_STATUTE
    assert reached(Date(2022, 6, 1)) == MARCH_2022 | {"COL"}
    assert "AFG" not in reached(Date(2022, 9, 23))


@pytest.mark.parametrize(
    "limited",
    [
        "usc-22-2321j/excess-articles-flank",
        "usc-10-4971/export-loan-guarantees",
        "usc-22-7432/criminal-court",
    ],
)
def test_a_privilege_of_some_is_owed_to_a_class_and_to_no_country(facts: Facts, limited: str) -> None:
    assert nodes(facts, "Obligation")[limited].properties["owed_to_class"]
    assert not [fact for fact in links(facts, "OWED_TO") if fact.start.id == limited]


def test_the_title_10_list_is_a_list_of_its_own(facts: Facts) -> None:
    by_title_10 = {
        fact.start.id
        for fact in links(facts, "PARTY_TO")
        if fact.end.id in series(facts, "mnna-title-10") and fact.properties["role"] == "designee"
    }
    assert by_title_10 == {"AUS", "EGY", "ISR", "JPN", "KOR"}
    assert not designees(facts, Date(2026, 11, 23), "mnna-title-10"), "nobody knows whether it still stands"
    assert not series(facts, "mnna") & series(facts, "mnna-title-10")
    owed = {fact.end.id for fact in links(facts, "OWED_TO") if fact.start.id.startswith("usc-10-")}
    assert owed <= by_title_10


def test_taiwan_is_treated_as_designated_and_is_not(facts: Facts) -> None:
    roles = [fact.properties["role"] for fact in links(facts, "PARTY_TO") if fact.start.id == "TWN"]
    assert "designee" not in roles
    owed = {fact.start.id: fact for fact in links(facts, "OWED_TO") if fact.end.id == "TWN"}
    treatment = owed["pl-107-228-section-1206/treated-as-designated"]
    assert certainly(treatment, Date(2002, 9, 30))
    assert not certainly(treatment, Date(2002, 9, 29))


def test_the_letter_asks_for_two_and_suggests_three(facts: Facts) -> None:
    concerns = [fact for fact in links(facts, "CONCERNS") if fact.start.id == "helsinki-2022-letter"]

    def put(how: str) -> set[str]:
        return {fact.end.id for fact in concerns if fact.properties["firmness"] == how}

    assert put("asks") == {"UKR", "GEO"}
    assert put("suggests") == {"FIN", "MDA", "SWE"}
    assert {fact.start.id for fact in links(facts, "PROPOSED") if fact.end.id == "helsinki-2022-letter"} == {
        "CSCE"
    }
    assert not {"UKR", "GEO", "FIN", "MDA", "SWE"} & designees(facts, Date(2026, 11, 23))


def test_the_commission_and_what_is_said_of_it(facts: Facts) -> None:
    commission = nodes(facts, "Organization")["CSCE"].properties
    assert commission["since"] == Date(1976, 6, 3)
    assert commission["kind"] == "commission"
    claims = nodes(facts, "Claim")
    assert claims["fp-2022-mnna/csce-members"].properties["number"] == 18
    leaders = claims["fp-2022-mnna/csce-leaders"].properties
    assert "Republican" in leaders["value"]
    assert "Democrat" in leaders["record"]


@pytest.mark.parametrize(
    ("event", "attacked", "earliest"),
    [
        ("russia-invades-georgia-2008", "GEO", Date(2008, 8, 8)),
        ("russia-invades-ukraine-2014", "UKR", Date(2014, 2, 1)),
        ("russia-invades-ukraine-2022", "UKR", Date(2022, 2, 24)),
    ],
)
def test_invasions(facts: Facts, event: str, attacked: str, earliest: Date) -> None:
    assert nodes(facts, "Event")[event].properties["since"] == earliest
    part = {
        fact.properties["role"]: fact.start.id for fact in links(facts, "TOOK_PART") if fact.end.id == event
    }
    assert part == {"attacker": "RUS", "attacked": attacked}


def test_aid_before_march_2022(facts: Facts) -> None:
    claim = nodes(facts, "Claim")["fp-2022-mnna/aid-to-ukraine"].properties
    assert (claim["number"], claim["unit"], claim["comparator"]) == (1.2e9, "USD", ">")
