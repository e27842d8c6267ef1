"""What the core dataset must say of Africa and the Americas: who was in, who left, who promised what to whom."""

import datetime

import pytest

from foedera.graph.records import Node, Relationship
from foedera.loaders.core import records

Date = datetime.date
SAHEL = {"BFA", "MLI", "NER"}


@pytest.fixture(scope="module")
def found() -> list[Node | Relationship]:
    return list(records())


@pytest.fixture(scope="module")
def facts(found: list[Node | Relationship]) -> list[Relationship]:
    return [fact for fact in found if isinstance(fact, Relationship)]


def _certainly(fact: Relationship, on: Date) -> bool:
    properties = fact.properties
    since, until = properties.get("since_latest"), properties.get("until")
    begun = since is not None and since <= on
    return begun and (until > on if until else bool(properties["until_known"]))


def _members(facts: list[Relationship], body: str, on: Date) -> dict[str, str | None]:
    return {
        fact.start.id: fact.properties.get("status")
        for fact in facts
        if fact.type == "MEMBER_OF" and fact.end.id == body and _certainly(fact, on)
    }


def _ends(facts: list[Relationship], obligation: str) -> tuple[set[str], set[str]]:
    owing = {fact.start.id for fact in facts if fact.type == "OWES" and fact.end.id == obligation}
    owed = {fact.end.id for fact in facts if fact.type == "OWED_TO" and fact.start.id == obligation}
    return owing, owed


def _promises(found: list[Node | Relationship], agreement: str) -> dict[str, str]:
    return {
        node.id.partition("/")[2]: node.properties["kind"]
        for node in found
        if isinstance(node, Node) and node.label == "Obligation" and node.id.startswith(f"{agreement}/")
    }


def test_three_states_leave_ecowas_on_one_day(facts: list[Relationship]) -> None:
    before = set(_members(facts, "ECOWAS", Date(2025, 1, 28)))
    after = set(_members(facts, "ECOWAS", Date(2025, 1, 29)))
    assert (len(before), len(after)) == (15, 12)
    assert before - after == SAHEL


@pytest.mark.parametrize(("on", "inside"), [(Date(2000, 12, 25), True), (Date(2000, 12, 26), False)])
def test_mauritania_left_before_them(facts: list[Relationship], on: Date, inside: bool) -> None:
    assert ("MRT" in _members(facts, "ECOWAS", on)) == inside


def test_the_sahel_alliance_is_mutual_defence_from_its_signature(facts: list[Relationship]) -> None:
    assert set(_members(facts, "AES", Date(2023, 9, 16))) == SAHEL
    assert _ends(facts, "liptako-gourma-charter-2023/article-6") == (SAHEL, SAHEL)


@pytest.mark.parametrize(
    "agreement",
    [
        f"france-{which}"
        for which in ("togo-2009", "cameroon-2009", "gabon-2010", "central-african-republic-2010")
    ]
    + ["france-comoros-2010", "france-cote-divoire-2012", "france-senegal-2012"],
)
def test_frances_new_partnerships_promise_no_help_against_an_attack(
    found: list[Node | Relationship], agreement: str
) -> None:
    kinds = set(_promises(found, agreement).values())
    assert kinds
    assert not kinds & {"defense", "offense", "consultation", "guarantee"}


@pytest.mark.parametrize("year", [1977, 2011, 2024])
def test_djibouti_alone_keeps_the_promise_and_it_runs_one_way(
    facts: list[Relationship], found: list[Node | Relationship], year: int
) -> None:
    (slug,) = (
        slug for slug, kind in _promises(found, f"france-djibouti-{year}").items() if kind == "defense"
    )
    assert _ends(facts, f"france-djibouti-{year}/{slug}") == ({"FRA"}, {"DJI"})


def test_when_frances_older_promises_began_and_ended(facts: list[Relationship]) -> None:
    spans = {
        fact.id: (fact.properties.get("since"), fact.properties.get("until"))
        for fact in facts
        if fact.type == "OWES" and fact.end.id.startswith("france-")
    }
    togo = spans["core:OWES:FRA:france-togo-1963/assistance"]
    assert togo[0] == Date(1964, 2, 8)
    assert spans["core:OWES:COG:france-equatorial-africa-1960/common-defence"][1] == Date(1974, 1, 1)
    assert spans["core:OWES:TCD:france-equatorial-africa-1960/common-defence"][1] == Date(1976, 3, 6)
    assert spans["core:OWES:FRA:france-gabon-1960/common-defence"][1] == Date(2014, 6, 1)
    assert spans["core:OWES:FRA:france-comoros-1978/technical-help"][0] == Date(1982, 10, 20)


def test_the_comoros_were_promised_talks_not_defence(found: list[Node | Relationship]) -> None:
    assert set(_promises(found, "france-comoros-1978").values()) == {"consultation", "security-assistance"}


def test_nobody_is_shown_as_bound_by_the_african_unions_pact(
    facts: list[Relationship], found: list[Node | Relationship]
) -> None:
    """Who has ratified it is not known, and its members are not all parties."""
    assert _promises(found, "au-non-aggression-2005") == {}
    parts = [fact for fact in facts if fact.type == "PARTY_TO" and fact.end.id == "au-non-aggression-2005"]
    assert {(fact.start.id, fact.properties["role"]) for fact in parts} == {("DZA", "signatory")}


def test_the_african_union_has_every_state_of_africa_here(facts: list[Relationship]) -> None:
    members = _members(facts, "African-Union", Date(2020, 1, 1))
    assert len(members) == 54
    assert {"MAR", "SSD"} <= set(members)
    assert "MAR" not in _members(facts, "African-Union", Date(2017, 1, 30))


@pytest.mark.parametrize(
    "agreement", ["ecowas-mutual-defence-1981/mutual-aid", "sadc-mutual-defence-2003/article-6"]
)
def test_what_may_not_be_in_force_is_never_certain(facts: list[Relationship], agreement: str) -> None:
    arrows = [fact for fact in facts if fact.type == "OWES" and fact.end.id == agreement]
    assert arrows
    assert not any(_certainly(arrow, Date(2020, 1, 1)) for arrow in arrows)


def test_the_defence_agreement_with_nigeria_came_after_its_independence(
    facts: list[Relationship], found: list[Node | Relationship]
) -> None:
    """Signed in January 1961, and over when both governments said so a year later."""
    (pact,) = (fact for fact in found if fact.type == "Agreement" and fact.id == "uk-nigeria-1961")
    assert pact.properties["signed"] == Date(1961, 1, 5)
    owed = [fact for fact in facts if fact.type == "OWES" and fact.end.id == "uk-nigeria-1961/mutual-help"]
    assert {fact.start.id for fact in owed} == {"GBR", "NGA"}
    assert all(fact.properties["since"] == Date(1961, 1, 5) for fact in owed)
    assert not any(_certainly(fact, Date(1962, 1, 22)) for fact in owed)


def test_who_did_not_sign(facts: list[Relationship]) -> None:
    assert not {"CPV", "GNB", "MLI"} & _ends(facts, "ecowas-mutual-defence-1981/mutual-aid")[0]
    assert not {"AGO", "SYC"} & _ends(facts, "sadc-mutual-defence-2003/article-6")[0]


@pytest.mark.parametrize(
    ("on", "count"),
    [
        (Date(1951, 12, 12), 0),
        (Date(1956, 4, 10), 21),
        (Date(1990, 1, 7), 31),
        (Date(1990, 1, 8), 32),
        (Date(1991, 1, 8), 34),
        (Date(2018, 1, 1), 35),
    ],
)
def test_members_of_the_oas(facts: list[Relationship], on: Date, count: int) -> None:
    """All 35 states of the Americas in the end, Cuba and Venezuela with what is said of them."""
    in_force = [status for status in _members(facts, "OAS", on).values() if status != "suspended"]
    assert len(in_force) == count


def test_those_kept_out_those_in_doubt_and_those_who_left(facts: list[Relationship]) -> None:
    assert _members(facts, "OAS", Date(1970, 1, 1))["CUB"] == "suspended"
    assert _members(facts, "OAS", Date(2010, 1, 1))["CUB"] == "dormant"
    assert _members(facts, "OAS", Date(2010, 1, 1))["HND"] == "suspended"
    assert _members(facts, "OAS", Date(2012, 1, 1))["HND"] is None
    assert _members(facts, "OAS", Date(2020, 1, 1))["VEN"] == "disputed"
    assert "NIC" not in _members(facts, "OAS", Date(2023, 11, 20))


def test_the_oas_charter_leaves_fighting_to_other_treaties(found: list[Node | Relationship]) -> None:
    assert set(_promises(found, "oas-charter-1948").values()) == {"nonaggression", "consultation"}


def test_the_regional_security_system_takes_guyana_in(facts: list[Relationship]) -> None:
    seven = {"ATG", "BRB", "DMA", "GRD", "KNA", "LCA", "VCT"}
    assert set(_members(facts, "RSS", Date(2022, 12, 5))) == seven
    assert set(_members(facts, "RSS", Date(2022, 12, 6))) == seven | {"GUY"}


def test_nobody_knows_whether_cubas_pact_with_north_korea_ended(facts: list[Relationship]) -> None:
    arrows = [fact for fact in facts if fact.type == "OWES" and fact.end.id == "cuba-dprk-1986/mutual-aid"]
    assert {arrow.start.id for arrow in arrows} == {"CUB", "PRK"}
    assert not any(arrow.properties["until_known"] for arrow in arrows)
