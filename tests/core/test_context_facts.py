"""What the core dataset must say of borders, forces abroad and successions: the ground that the sources argue on."""

import datetime

import pytest

from foedera.graph.records import Record, Relationship
from foedera.loaders.core import records

NEIGHBOURS = {
    "RUS": {"AZE", "BLR", "CHN", "EST", "FIN", "GEO", "KAZ", "LTU", "LVA", "MNG", "NOR", "POL", "PRK", "UKR"},
    "UKR": {"BLR", "HUN", "MDA", "POL", "ROU", "RUS", "SVK"},
    "GEO": {"ARM", "AZE", "RUS", "TUR"},
    "BLR": {"LTU", "LVA", "POL", "RUS", "UKR"},
}


@pytest.fixture(scope="module")
def facts() -> list[Relationship]:
    found: list[Record] = list(records())
    return [fact for fact in found if isinstance(fact, Relationship)]


def _neighbours(facts: list[Relationship], country: str) -> set[str]:
    ends = [{fact.start.id, fact.end.id} for fact in facts if fact.type == "BORDERS"]
    return {other for pair in ends if country in pair for other in pair - {country}}


@pytest.mark.parametrize("country", NEIGHBOURS)
def test_neighbours_by_land(facts: list[Relationship], country: str) -> None:
    assert _neighbours(facts, country) == NEIGHBOURS[country]


@pytest.mark.parametrize(("on", "count"), [("2022-01-10", 5), ("2023-04-03", 5), ("2023-04-04", 6)])
def test_how_many_of_russias_neighbours_are_in_nato(facts: list[Relationship], on: str, count: int) -> None:
    """Five in January 2022, as the Heritage Foundation has it; Finland is the sixth."""
    day = datetime.date.fromisoformat(on)
    members = {
        fact.start.id
        for fact in facts
        if fact.type == "MEMBER_OF" and fact.end.id == "NATO" and fact.properties["since"] <= day
    }
    assert len(_neighbours(facts, "RUS") & members) == count


def test_borders_are_known_to_hold_on_the_day_of_the_sources(facts: list[Relationship]) -> None:
    day = datetime.date(2022, 1, 1)
    borders = [fact.properties for fact in facts if fact.type == "BORDERS"]
    assert all(border["since_latest"] <= day and "until" not in border for border in borders)


def test_where_russia_was_not_invited(facts: list[Relationship]) -> None:
    found = {
        fact.end.id: fact.properties["basis"]
        for fact in facts
        if fact.type == "STATIONS" and fact.start.id == "RUS"
    }
    assert {host for host, basis in found.items() if basis == "occupation"} == {"GEO", "MDA", "UKR"}


def test_where_the_united_states_was(facts: list[Relationship]) -> None:
    """The two neighbours of Russia that the Heritage Foundation counts American troops in."""
    found = [fact for fact in facts if fact.type == "STATIONS" and fact.start.id == "USA"]
    assert {(fact.end.id, fact.properties["basis"]) for fact in found} >= {
        ("NOR", "invitation"),
        ("POL", "invitation"),
    }


@pytest.mark.parametrize(
    ("successor", "of", "kind"),
    [
        ("RUS", "SUN", "continues"),
        ("UKR", "SUN", "succeeds"),
        ("CZE", "CSK", "succeeds"),
        ("SVK", "CSK", "succeeds"),
        ("DEU", "DDR", "succeeds"),
        ("YEM", "YMD", "succeeds"),
    ],
)
def test_who_came_after_whom(facts: list[Relationship], successor: str, of: str, kind: str) -> None:
    found = [fact for fact in facts if fact.type == "SUCCEEDS" and fact.start.id == successor]
    assert [fact.properties["kind"] for fact in found if fact.end.id == of] == [kind]


def test_one_state_continues_the_soviet_union(facts: list[Relationship]) -> None:
    heirs = [fact for fact in facts if fact.type == "SUCCEEDS" and fact.end.id == "SUN"]
    assert len(heirs) == 15
    assert [fact.start.id for fact in heirs if fact.properties["kind"] == "continues"] == ["RUS"]
