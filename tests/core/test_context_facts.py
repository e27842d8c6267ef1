"""What the core dataset must say of borders, forces abroad and successions: the ground that the sources argue on."""

import datetime

import pytest

from foedera.graph.records import Node, Record, Relationship
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
    """All but that of Canada and Denmark, who have divided Hans Island since."""
    day = datetime.date(2022, 1, 1)
    borders = [fact for fact in facts if fact.type == "BORDERS"]
    late = [fact for fact in borders if fact.properties["since_latest"] > day]
    assert {(fact.start.id, fact.end.id) for fact in late} == {("CAN", "DNK")}
    assert not any("until" in fact.properties for fact in borders)


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


@pytest.mark.parametrize(
    ("of", "host", "basis", "troops"),
    [
        ("TUR", "CYP", "occupation", 30000),
        ("USA", "KOR", "agreement", 28000),
        ("GRC", "CYP", "agreement", 1000),
    ],
)
def test_forces_abroad_stand_on_a_basis(
    facts: list[Relationship], of: str, host: str, basis: str, troops: int
) -> None:
    found = [f for f in facts if f.type == "STATIONS" and (f.start.id, f.end.id) == (of, host)]
    assert [(f.properties["basis"], f.properties["troops"]) for f in found] == [(basis, troops)]


def test_forces_abroad_held_in_2025_and_peacekeepers_are_none(facts: list[Relationship]) -> None:
    stations = [fact for fact in facts if fact.type == "STATIONS"]
    for fact in stations:
        assert fact.properties["since"] <= datetime.date(2025, 12, 31), fact.id
        assert fact.properties["since_latest"] <= datetime.date(2025, 12, 31), fact.id
    assert not [fact.id for fact in stations if fact.end.id in {"LBN", "SSD", "COD"}]
    (libya,) = [fact for fact in stations if (fact.start.id, fact.end.id) == ("RUS", "LBY")]
    assert libya.properties["basis"] not in {"agreement", "invitation"}


def test_what_holds_russias_assets_and_what_lends_on_them() -> None:
    events = {
        fact.id: fact.properties for fact in records() if isinstance(fact, Node) and fact.label == "Event"
    }
    assert events["eu-freezes-russian-reserves-2022"]["kind"] == "sanction"
    assert events["eu-keeps-russian-reserves-2025"]["since"] == datetime.date(2025, 12, 12)
    assert "amount" not in events["eu-keeps-russian-reserves-2025"], "what is frozen is given to nobody"
    loan = events["eu-loan-decided-2025"]
    assert (loan["amount"], loan["currency"]) == (90e9, "EUR")
    assert (events["uk-share-of-g7-loan-2024"]["amount"], events["uk-share-of-g7-loan-2024"]["currency"]) == (
        2.26e9,
        "GBP",
    )


@pytest.mark.parametrize(
    ("country", "has", "lacks"),
    [
        ("DEU", "AUT BEL CHE CZE DNK FRA LUX NLD POL", "HUN SWE"),
        ("TUR", "ARM AZE BGR GEO GRC IRN IRQ SYR", "RUS CYP"),
        ("USA", "CAN MEX", "RUS CUB"),
        ("FIN", "NOR RUS SWE", "EST"),
        ("LTU", "BLR LVA POL RUS", "EST"),
        ("MDA", "ROU UKR", "RUS"),
        ("ISL", "", "NOR"),
    ],
)
def test_neighbours_of_members_of_nato(facts: list[Relationship], country: str, has: str, lacks: str) -> None:
    """All of them, as the Factbook lists them."""
    assert _neighbours(facts, country) == set(has.split())
    assert not _neighbours(facts, country) & set(lacks.split())


@pytest.mark.parametrize(("pair", "since"), [({"DEU", "POL"}, "1990-10-03"), ({"CZE", "DEU"}, "1993-01-01")])
def test_a_border_is_no_older_than_that_state(facts: list[Relationship], pair: set[str], since: str) -> None:
    """East Germany and Czechoslovakia lay between until then."""
    (border,) = (fact for fact in facts if fact.type == "BORDERS" and {fact.start.id, fact.end.id} == pair)
    assert str(border.properties["since"]) == since
