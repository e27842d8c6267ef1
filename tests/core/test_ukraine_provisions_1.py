"""What the core dataset must say, clause by clause, of eleven agreements with Ukraine, and what it must not say."""

import datetime
from collections.abc import Mapping, Sequence

import pytest

from foedera.graph.records import Node, Record

from .looking import relationships

Date = datetime.date
Facts = Sequence[Record]

PARTNERS = {
    "france": "FRA",
    "denmark": "DNK",
    "canada": "CAN",
    "italy": "ITA",
    "netherlands": "NLD",
    "finland": "FIN",
    "latvia": "LVA",
    "spain": "ESP",
    "belgium": "BEL",
    "portugal": "PRT",
    "sweden": "SWE",
}
ALL = set(PARTNERS)
TO, BACK, EACH = "the partner owes Ukraine", "Ukraine owes the partner", "each owes the other"
CLAUSES: Mapping[str, tuple[str, str, set[str]]] = {
    "help-on-attack": ("security-assistance", TO, ALL),
    "strategic-dialogue": ("consultation", EACH, ALL - {"france", "denmark", "italy"}),
    "consultation-in-war": ("consultation", EACH, {"canada", "spain"}),
    "ability-to-help": (
        "security-assistance",
        BACK,
        {"france", "canada", "netherlands", "latvia", "belgium"},
    ),
    "ten-year-support": ("security-assistance", TO, ALL - {"portugal"}),
    "military-support": (
        "security-assistance",
        TO,
        {"netherlands", "finland", "latvia", "belgium", "portugal"},
    ),
    "future-force": ("security-assistance", TO, ALL - {"latvia", "belgium"}),
    "coalitions": ("security-assistance", TO, {"latvia", "belgium"}),
    "f-16": ("security-assistance", TO, {"denmark", "belgium"}),
    "training": ("exercises", TO, ALL),
    "export-licences": ("arms-access", TO, {"finland"}),
    "end-use": ("restraint", BACK, {"denmark", "netherlands", "finland", "latvia", "spain", "belgium"}),
    "defence-industry": ("industry", EACH, ALL),
    "intelligence": ("information-sharing", EACH, ALL),
    "cyber": (
        "information-sharing",
        EACH,
        {"canada", "italy", "netherlands", "finland", "latvia", "belgium", "portugal"},
    ),
    "recovery": ("financial", TO, ALL),
    "humanitarian": ("financial", TO, {"france", "italy", "finland", "spain", "portugal", "sweden"}),
    "reform": ("reform", BACK, ALL - {"portugal"}),
    "defence-reform": ("reform", BACK, ALL - {"finland", "spain", "belgium", "portugal"}),
    "imf-programme": ("reform", BACK, {"sweden"}),
    "rome-statute": ("reform", BACK, {"netherlands", "sweden"}),
}
DEMINING = {name: "financial" for name in ALL - {"france", "belgium", "portugal"}} | {
    name: "security-assistance" for name in ("belgium", "portugal")
}
SUMS = {
    "france/support-2024": (3e9, "EUR", "2024"),
    "denmark/support-2024": (1.8e9, "EUR", "2024"),
    "denmark/ukraine-fund": (8.5e9, "EUR", "2023-2028"),
    "canada/support-2024": (3.02e9, "CAD", "2024"),
    "netherlands/support-2024": (2e9, "EUR", "2024"),
    "finland/package-23": (188e6, "EUR", "2024"),
    "finland/development-funding": (290e6, "EUR", "2024-2028"),
    "latvia/support-2024": (112e6, "EUR", "2024"),
    "latvia/nato-assistance-package": (2e6, "EUR", "yearly, 2024 and 2025"),
    "latvia/chernihiv": (15e6, "EUR", "2024-2026"),
    "spain/support-2024": (1e9, "EUR", "2024"),
    "spain/private-sector-loans": (50e6, "EUR", None),
    "spain/demining": (1.5e6, "EUR", None),
    "belgium/support-2024": (977e6, "EUR", "2024"),
    "belgium/ammunition": (200e6, "EUR", None),
    "belgium/private-sector": (10e6, "EUR", "2024-2025"),
    "portugal/support-2024": (126e6, "EUR", "2024"),
    "portugal/ammunition": (100e6, "EUR", None),
    "sweden/support-2024-2026": (75e9, "SEK", "2024-2026"),
    "sweden/strategy-2023-2027": (6e9, "SEK", "2023-2027"),
}
LAST_DAYS = {
    "finland/development-funding": Date(2029, 1, 1),
    "latvia/chernihiv": Date(2027, 1, 1),
    "sweden/strategy-2023-2027": Date(2028, 1, 1),
}
WEAK_WORDS = {
    "denmark/demining": "An aim",
    "belgium/demining": "An aim",
    "sweden/demining": "An aim",
    "canada/demining": "strives",
    "france/reform": "strives",
    "france/training": "propose",
    "portugal/demining": "can help",
    "italy/support-2024": "intends",
    "latvia/military-support": "intends",
    "belgium/f-16": "if possible",
}
CASES = [(name, slug) for slug in CLAUSES for name in sorted(ALL)]


@pytest.fixture(scope="module")
def held(facts: Facts) -> dict[str, Node]:
    """The promises of the eleven, by partner and slug, such as france/reform."""
    found = {fact.id: fact for fact in facts if isinstance(fact, Node) and fact.label == "Obligation"}
    return {
        id.replace("-ukraine-2024/", "/"): node
        for id, node in found.items()
        if id.split("-ukraine-2024/")[0] in PARTNERS
    }


@pytest.mark.parametrize(("name", "slug"), CASES)
def test_a_clause_is_there_where_the_text_has_it_and_nowhere_else(
    facts: Facts, held: dict[str, Node], name: str, slug: str
) -> None:
    kind, way, where = CLAUSES[slug]
    node = held.get(f"{name}/{slug}")
    if name not in where:
        assert node is None
        return
    assert node is not None
    partner, ukraine = {PARTNERS[name]}, {"UKR"}
    ends = {TO: (partner, ukraine), BACK: (ukraine, partner), EACH: (partner | ukraine, partner | ukraine)}
    debtors = {fact.start.id for fact in relationships(facts, "OWES", node.id)}
    beneficiaries = {fact.end.id for fact in relationships(facts, "OWED_TO", node.id)}
    assert (node.properties["kind"], debtors, beneficiaries) == (kind, *ends[way])


def test_demining_is_civil_but_for_two_and_france_has_no_clause_of_its_own(held: dict[str, Node]) -> None:
    found = {id.split("/")[0]: node.properties["kind"] for id, node in held.items() if "/demining" in id}
    assert found == DEMINING


def test_all_sums_are_these_and_no_other_promise_names_one(held: dict[str, Node]) -> None:
    found = {
        id: tuple(node.properties.get(name) for name in ("amount", "currency", "period"))
        for id, node in held.items()
        if "amount" in node.properties
    }
    assert found == SUMS


def test_italy_names_no_sum(held: dict[str, Node]) -> None:
    assert not [id for id, node in held.items() if id.startswith("italy/") and "amount" in node.properties]


@pytest.mark.parametrize("id", LAST_DAYS)
def test_a_sum_for_given_years_ends_with_them(held: dict[str, Node], id: str) -> None:
    assert held[id].properties["until"] == LAST_DAYS[id]


@pytest.mark.parametrize("id", WEAK_WORDS)
def test_an_aim_or_an_intention_is_not_told_as_a_promise(held: dict[str, Node], id: str) -> None:
    assert WEAK_WORDS[id] in str(held[id].properties["summary"])


def test_only_the_consultation_on_an_attack_has_hours(held: dict[str, Node]) -> None:
    found = {id for id, node in held.items() if "deadline_hours" in node.properties}
    assert found == {f"{name}/consultation" for name in ALL}


def test_every_clause_cites_a_place_in_its_own_text(held: dict[str, Node]) -> None:
    for id, node in held.items():
        text = f"{id.split('/')[0]}-ukraine-agreement-text#"
        assert node.provenance.checked is not None, id
        assert any(source.startswith(text) for source in node.provenance.sources), id


def test_none_promises_to_fight_or_opens_a_way_to_membership(held: dict[str, Node]) -> None:
    kinds = {node.properties["kind"] for node in held.values()}
    assert kinds.isdisjoint({"defense", "offense", "guarantee", "basing", "open-door"})
