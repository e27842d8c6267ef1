"""What the core dataset must say of Ukraine's later texts: one binds, three do not, and none promises to fight."""

import datetime
from collections.abc import Sequence

import pytest

from foedera.graph.records import Node, Record

from .looking import relationships

Date = datetime.date
Facts = Sequence[Record]

TEXTS = {
    "uk-ukraine-2025": ("treaty", "binding", Date(2025, 1, 16), Date(2025, 10, 15)),
    "uk-ukraine-declaration-2025": (
        "political declaration",
        "political",
        Date(2025, 1, 16),
        Date(2025, 1, 16),
    ),
    "paris-declaration-2026": ("political declaration", "political", Date(2026, 1, 6), Date(2026, 1, 6)),
    "france-uk-ukraine-intent-2026": (
        "political declaration",
        "political",
        Date(2026, 1, 6),
        Date(2026, 1, 6),
    ),
}
BOTH = {"GBR", "UKR"}
TWO = {"FRA", "GBR"}
OWED = {
    "uk-ukraine-2025/defence-industry": (BOTH, BOTH),
    "uk-ukraine-declaration-2025/consultation": (BOTH, BOTH),
    "uk-ukraine-declaration-2025/help-on-attack": (BOTH, BOTH),
    "uk-ukraine-declaration-2025/yearly-support": ({"GBR"}, {"UKR"}),
    "paris-declaration-2026/readiness": (TWO, {"UKR"}),
    "paris-declaration-2026/ukrainian-forces": (TWO, {"UKR"}),
    "paris-declaration-2026/new-attack": (TWO, {"UKR"}),
    "france-uk-ukraine-intent-2026/multinational-force": (TWO, {"UKR"}),
}


def _node(facts: Facts, id: str) -> Node:
    (found,) = (fact for fact in facts if isinstance(fact, Node) and fact.id == id)
    return found


@pytest.mark.parametrize("id", TEXTS)
def test_each_text_has_its_kind_force_and_days(facts: Facts, id: str) -> None:
    properties = _node(facts, id).properties
    assert tuple(properties[name] for name in ("kind", "force", "signed", "since")) == TEXTS[id]
    assert "until" not in properties and "force_note" in properties


@pytest.mark.parametrize("id", TEXTS)
def test_none_is_of_the_series_of_bilateral_security_agreements(facts: Facts, id: str) -> None:
    assert "series" not in _node(facts, id).properties


@pytest.mark.parametrize("id", OWED)
def test_who_owes_whom(facts: Facts, id: str) -> None:
    debtors = {fact.start.id for fact in relationships(facts, "OWES", id)}
    beneficiaries = {fact.end.id for fact in relationships(facts, "OWED_TO", id)}
    assert (debtors, beneficiaries) == OWED[id]


def test_nothing_else_is_promised_and_nobody_promises_to_fight(facts: Facts) -> None:
    held = {
        f.id: f
        for f in facts
        if isinstance(f, Node) and f.label == "Obligation" and f.id.split("/")[0] in TEXTS
    }
    assert set(held) == set(OWED)
    assert not {"defense", "offense"} & {node.properties["kind"] for node in held.values()}


def test_the_hundred_years_end_on_six_months_notice(facts: Facts) -> None:
    assert "Six months" in str(_node(facts, "uk-ukraine-2025").properties["termination"])


@pytest.mark.parametrize("promise", ["consultation", "help-on-attack"])
def test_an_attack_on_either_sets_off_the_british_declaration(facts: Facts, promise: str) -> None:
    assert "attack on either" in str(
        _node(facts, f"uk-ukraine-declaration-2025/{promise}").properties["trigger"]
    )


def test_consultation_is_due_within_a_day(facts: Facts) -> None:
    assert _node(facts, "uk-ukraine-declaration-2025/consultation").properties["deadline_hours"] == 24


def test_the_sum_is_promised_by_the_declaration(facts: Facts) -> None:
    properties = _node(facts, "uk-ukraine-declaration-2025/yearly-support").properties
    assert (properties["amount"], properties["currency"]) == (3e9, "GBP")


@pytest.mark.parametrize(
    "id", ["paris-declaration-2026/readiness", "france-uk-ukraine-intent-2026/multinational-force"]
)
def test_what_waits_for_a_ceasefire_says_so(facts: Facts, id: str) -> None:
    assert "ceasefire" in str(_node(facts, id).properties["condition"])


@pytest.mark.parametrize("id", TEXTS)
def test_the_united_states_has_no_part(facts: Facts, id: str) -> None:
    assert "USA" not in {fact.start.id for fact in relationships(facts, "PARTY_TO", id)}
