"""What the core dataset must say of NATO: who was in it on which day, who owes what, who waits outside."""

import datetime
from collections.abc import Iterable

import pytest

from foedera.graph.records import Node, Record, Relationship

from .looking import relationships

Date = datetime.date

FOUNDERS = {"BEL", "CAN", "DNK", "FRA", "GBR", "ISL", "ITA", "LUX", "NLD", "NOR", "PRT", "USA"}
JOINED = {
    Date(1952, 2, 18): {"GRC", "TUR"},
    Date(1955, 5, 6): {"DEU"},
    Date(1982, 5, 30): {"ESP"},
    Date(1999, 3, 12): {"CZE", "HUN", "POL"},
    Date(2004, 3, 29): {"BGR", "EST", "LTU", "LVA", "ROU", "SVK", "SVN"},
    Date(2009, 4, 1): {"ALB", "HRV"},
    Date(2017, 6, 5): {"MNE"},
    Date(2020, 3, 27): {"MKD"},
    Date(2023, 4, 4): {"FIN"},
    Date(2024, 3, 7): {"SWE"},
}
COUNTS = (12, 14, 15, 16, 19, 26, 28, 29, 30, 31, 32)
DAY = datetime.timedelta(1)


def _holds(fact: Relationship, on: Date) -> bool:
    since, until = fact.properties.get("since"), fact.properties.get("until")
    return (since is None or since <= on) and (until is None or on < until)


def _members(facts: Iterable[Record], on: Date) -> set[str]:
    return {fact.start.id for fact in relationships(facts, "MEMBER_OF", "NATO") if _holds(fact, on)}


@pytest.mark.parametrize(("on", "count"), list(zip((Date(1949, 8, 24), *JOINED), COUNTS, strict=True)))
def test_each_accession_takes_effect_on_its_day(facts: list[Record], on: Date, count: int) -> None:
    expected = FOUNDERS.union(*(joined for day, joined in JOINED.items() if day <= on))
    assert _members(facts, on) == expected
    assert len(expected) == count
    assert _members(facts, on - DAY) == expected - (JOINED.get(on) or FOUNDERS)


def test_the_thirty_one_members_of_new_years_day_2024(facts: list[Record]) -> None:
    everybody = FOUNDERS.union(*JOINED.values())
    assert _members(facts, Date(2024, 1, 1)) == everybody - {"SWE"}


@pytest.mark.parametrize("article", ["article-3", "article-4", "article-5"])
def test_the_parties_owe_each_other_from_their_accession(facts: list[Record], article: str) -> None:
    obligation = f"north-atlantic-treaty/{article}"
    owing = {fact.start.id: fact for fact in relationships(facts, "OWES", obligation)}
    owed = {fact.end.id: fact for fact in relationships(facts, "OWED_TO", obligation)}
    assert len(owing) == len(owed) == 32
    for day, joined in {Date(1949, 8, 24): FOUNDERS, **JOINED}.items():
        for party in joined:
            assert owing[party].properties["since"] == owed[party].properties["since"] == day


def test_the_open_door_is_owed_to_a_class_and_to_nobody_by_name(facts: list[Record]) -> None:
    assert len(relationships(facts, "OWES", "north-atlantic-treaty/article-10")) == 32
    assert relationships(facts, "OWED_TO", "north-atlantic-treaty/article-10") == []


def _steps(facts: Iterable[Record], country: str) -> list[tuple[str, Date, Date | None]]:
    found = [fact for fact in relationships(facts, "CANDIDATE_OF", country) if fact.end.id == "NATO"]
    rows = [(f.properties["stage"], f.properties["since"], f.properties.get("until")) for f in found]
    return sorted(rows, key=lambda row: row[1])


@pytest.mark.parametrize(
    ("country", "ratified", "acceded"),
    [("FIN", Date(2023, 3, 30), Date(2023, 4, 4)), ("SWE", Date(2024, 2, 26), Date(2024, 3, 7))],
)
def test_the_steps_of_finland_and_sweden(
    facts: list[Record], country: str, ratified: Date, acceded: Date
) -> None:
    assert _steps(facts, country) == [
        ("applied", Date(2022, 5, 18), Date(2022, 6, 29)),
        ("invited", Date(2022, 6, 29), Date(2022, 7, 5)),
        ("protocol signed", Date(2022, 7, 5), ratified),
        ("ratified by all", ratified, acceded),
        ("acceded", acceded, None),
    ]


@pytest.mark.parametrize("country", ["UKR", "GEO"])
def test_promised_and_never_invited(facts: list[Record], country: str) -> None:
    steps = _steps(facts, country)
    promised = [since for stage, since, _ in steps if stage == "promised"]
    assert promised == [Date(2008, 4, 3)] and steps[-1][2] is None
    assert not {"invited", "acceded"} & {stage for stage, _, _ in steps}
    promise = f"nato-bucharest-summit-2008/membership-of-{'ukraine' if country == 'UKR' else 'georgia'}"
    assert [fact.start.id for fact in relationships(facts, "OWES", promise)] == ["NATO"]
    assert [fact.end.id for fact in relationships(facts, "OWED_TO", promise)] == [country]


def test_each_step_begins_where_the_one_before_ends(facts: list[Record]) -> None:
    """But for Ukraine's application, which the promise of 2008 outlasts."""
    countries = {fact.start.id for fact in relationships(facts, "CANDIDATE_OF", "NATO")}
    assert len(countries) == 23
    for country in countries:
        steps = [step for step in _steps(facts, country) if (country, step[0]) != ("UKR", "applied")]
        assert [until for _, _, until in steps] == [*(since for _, since, _ in steps[1:]), None], country
        assert (steps[-1][0] == "acceded") == (country in _members(facts, Date(2026, 1, 1))), country


def test_the_founding_act_restrains_nato_towards_russia(facts: list[Record]) -> None:
    forces = "nato-russia-founding-act-1997/combat-forces"
    assert [fact.start.id for fact in relationships(facts, "OWES", forces)] == ["NATO"]
    assert [fact.end.id for fact in relationships(facts, "OWED_TO", forces)] == ["RUS"]


@pytest.mark.parametrize(
    ("country", "out", "back"),
    [("FRA", Date(1966, 7, 1), Date(2009, 4, 4)), ("GRC", Date(1974, 8, 14), Date(1980, 10, 20))],
)
def test_who_left_the_integrated_command_stayed_a_member(
    facts: list[Record], country: str, out: Date, back: Date
) -> None:
    events = {f.id: f.properties for f in facts if isinstance(f, Node) and f.label == "Event"}
    part = {fact.end.id: fact.properties["role"] for fact in relationships(facts, "TOOK_PART", country)}
    dated = {(part[id], events[id]["kind"], events[id]["since"]) for id in part}
    assert {("leaves", "withdrawal", out), ("returns", "return", back)} <= dated
    for on in (out, back - DAY, back):
        assert country in _members(facts, on)
    assert [
        f.properties.get("until") for f in relationships(facts, "MEMBER_OF", country) if f.end.id == "NATO"
    ] == [None]


def test_each_battle_group_is_owed_by_its_framework_nation_alone(facts: list[Record]) -> None:
    led = {
        "estonia": ("GBR", "EST"),
        "latvia": ("CAN", "LVA"),
        "lithuania": ("DEU", "LTU"),
        "poland": ("USA", "POL"),
    }
    for place, (leads, host) in led.items():
        obligation = f"nato-forward-presence-2016/{place}"
        assert [fact.start.id for fact in relationships(facts, "OWES", obligation)] == [leads]
        assert [fact.end.id for fact in relationships(facts, "OWED_TO", obligation)] == [host]
        assert all(
            "troops" not in f.properties for f in relationships(facts, "STATIONS", leads) if f.end.id == host
        )


def test_spain_took_the_lead_in_slovakia_from_the_czech_republic(facts: list[Record]) -> None:
    owing = {f.start.id: f for f in relationships(facts, "OWES", "nato-forward-presence-2022/slovakia")}
    assert set(owing) == {"CZE", "ESP"}
    assert (
        owing["CZE"].properties["until_latest"] == owing["ESP"].properties["since_latest"] == Date(2024, 7, 1)
    )
    assert "nato-forward-presence-2022/hungary" not in {fact.id for fact in facts}


SEVEN = ("BGR", "EST", "LVA", "LTU", "ROU", "SVK", "SVN")


@pytest.mark.parametrize("country", SEVEN)
def test_the_seven_of_prague_were_invited_on_its_first_day(facts: list[Record], country: str) -> None:
    """And all had accepted them before they acceded, as the Secretary General said on 2 March 2004."""
    steps = {stage: since for stage, since, _ in _steps(facts, country)}
    assert steps["invited"] == Date(2002, 11, 21)
    assert steps["protocol signed"] < steps["ratified by all"] <= Date(2004, 3, 2) < steps["acceded"]
    assert "applied" not in steps


def test_ukraine_has_applied_and_was_not_invited(facts: list[Record]) -> None:
    steps = {stage: since for stage, since, _ in _steps(facts, "UKR")}
    assert steps["applied"] == Date(2022, 9, 30)
    assert not {"invited", "action plan"} & set(steps)
    assert "applied" not in {stage for stage, _, _ in _steps(facts, "GEO")}


def test_the_protocol_on_greece_and_turkey_took_effect_before_they_acceded(facts: list[Record]) -> None:
    (protocol,) = (
        fact for fact in facts if fact.id == "nato-protocol-greece-turkey-1951" and isinstance(fact, Node)
    )
    found = protocol.properties
    assert (found["signed"], found["signed_latest"]) == (Date(1951, 10, 17), Date(1951, 10, 22))
    assert found["since"] == Date(1952, 2, 15) < Date(1952, 2, 18)


def test_each_partner_for_peace_is_owed_talks_until_it_joins(facts: list[Record]) -> None:
    """Those whose day is known only within weeks begin in a stretch."""
    owed = {
        f.end.id: f.properties
        for f in relationships(facts, "OWED_TO", "partnership-for-peace-1994/consultation")
    }
    days = {
        "ROU": Date(1994, 1, 26),
        "LTU": Date(1994, 1, 27),
        "POL": Date(1994, 2, 2),
        "SVN": Date(1994, 3, 30),
    }
    assert {country: owed[country]["since"] for country in days} == days
    for country in ("HUN", "LVA", "SVK"):
        assert (owed[country]["since"], owed[country]["since_latest"]) == (
            Date(1994, 1, 24),
            Date(1994, 2, 28),
        )
    joined = {country: owed[country]["until"] for country in (*days, "HUN", "LVA", "SVK")}
    assert joined == {
        country: Date(1999, 3, 12) if country in {"POL", "HUN"} else Date(2004, 3, 29) for country in joined
    }
    assert not {"USA", "TUR", "CYP"} & set(owed)
