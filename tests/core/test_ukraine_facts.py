"""What the core dataset must say of the security agreements with Ukraine: who owes what, by when, and how firmly."""

import datetime
from collections.abc import Sequence

import pytest

from foedera.graph.records import Node, Record, Relationship

Date = datetime.date
Facts = Sequence[Record]
SERIES = "ukraine-security-agreements"
SIGNED = {
    "uk-ukraine-2024": Date(2024, 1, 12),
    "germany-ukraine-2024": Date(2024, 2, 16),
    "france-ukraine-2024": Date(2024, 2, 16),
    "denmark-ukraine-2024": Date(2024, 2, 23),
    "canada-ukraine-2024": Date(2024, 2, 24),
    "italy-ukraine-2024": Date(2024, 2, 24),
    "netherlands-ukraine-2024": Date(2024, 3, 1),
    "finland-ukraine-2024": Date(2024, 4, 3),
    "latvia-ukraine-2024": Date(2024, 4, 11),
    "spain-ukraine-2024": Date(2024, 5, 27),
    "belgium-ukraine-2024": Date(2024, 5, 28),
    "portugal-ukraine-2024": Date(2024, 5, 28),
    "sweden-ukraine-2024": Date(2024, 5, 31),
    "norway-ukraine-2024": Date(2024, 5, 31),
    "iceland-ukraine-2024": Date(2024, 5, 31),
    "japan-ukraine-2024": Date(2024, 6, 13),
    "us-ukraine-2024": Date(2024, 6, 13),
    "eu-ukraine-2024": Date(2024, 6, 27),
    "estonia-ukraine-2024": Date(2024, 6, 27),
    "lithuania-ukraine-2024": Date(2024, 6, 27),
    "poland-ukraine-2024": Date(2024, 7, 8),
    "luxembourg-ukraine-2024": Date(2024, 7, 10),
    "romania-ukraine-2024": Date(2024, 7, 11),
    "czechia-ukraine-2024": Date(2024, 7, 18),
    "slovenia-ukraine-2024": Date(2024, 7, 18),
    "ireland-ukraine-2024": Date(2024, 9, 4),
    "croatia-ukraine-2024": Date(2024, 10, 9),
    "greece-ukraine-2024": Date(2024, 10, 17),
    "albania-ukraine-2025": Date(2025, 1, 21),
}
NO_DAY_IN_FORCE = {"greece-ukraine-2024", "albania-ukraine-2025"}
NO_CONSULTATION = {"greece-ukraine-2024", "croatia-ukraine-2024"}
FOR_2024 = {
    "uk-ukraine-2024": (2.5e9, "GBP"),
    "germany-ukraine-2024": (7.1e9, "EUR"),
    "france-ukraine-2024": (3e9, "EUR"),
    "japan-ukraine-2024": (4.5e9, "USD"),
    "norway-ukraine-2024": (13.5e9, "NOK"),
    "spain-ukraine-2024": (1e9, "EUR"),
}


def nodes(facts: Facts, label: str) -> dict[str, Node]:
    return {fact.id: fact for fact in facts if isinstance(fact, Node) and fact.label == label}


def promises(facts: Facts, agreement: str) -> dict[str, Node]:
    return {id: node for id, node in nodes(facts, "Obligation").items() if id.startswith(agreement + "/")}


def ends(facts: Facts, obligation: str) -> tuple[set[str], set[str]]:
    """Who owes it, and to whom it is owed."""
    links = [fact for fact in facts if isinstance(fact, Relationship)]
    return (
        {link.start.id for link in links if link.type == "OWES" and link.end.id == obligation},
        {link.end.id for link in links if link.type == "OWED_TO" and link.start.id == obligation},
    )


def parties(facts: Facts, agreement: str, role: str) -> dict[str, Relationship]:
    return {
        fact.start.id: fact
        for fact in facts
        if isinstance(fact, Relationship)
        and (fact.type, fact.end.id, fact.properties.get("role")) == ("PARTY_TO", agreement, role)
    }


def test_days_of_signature(facts: Facts) -> None:
    agreements = nodes(facts, "Agreement")
    series = {id: node for id, node in agreements.items() if node.properties.get("series") == SERIES}
    assert {id: node.properties["signed"] for id, node in series.items()} == SIGNED


def test_in_force_on_signature_but_for_two(facts: Facts) -> None:
    agreements = nodes(facts, "Agreement")
    days = {id: agreements[id].properties for id in SIGNED}
    assert {id: found["since"] for id, found in days.items()} == SIGNED
    uncertain = {id for id, found in days.items() if found["since_latest"] != found["since"]}
    assert uncertain == NO_DAY_IN_FORCE


def test_us_meeting_within_24_hours(facts: Facts) -> None:
    meeting = nodes(facts, "Obligation")["us-ukraine-2024/consultation"].properties
    assert (meeting["kind"], meeting["deadline_hours"], meeting["force"]) == ("consultation", 24, "contested")
    assert (meeting["since"], meeting["rank"]) == (Date(2024, 6, 13), 1)
    assert ends(facts, "us-ukraine-2024/consultation") == ({"USA", "UKR"}, {"USA", "UKR"})


def test_us_annex_is_political(facts: Facts) -> None:
    annex = {
        id: node
        for id, node in promises(facts, "us-ukraine-2024").items()
        if str(node.properties.get("article")).startswith("Annex")
    }
    assert len(annex) == 6
    for node in annex.values():
        assert node.properties["force"] == "political"
        assert any("Final Provisions, B" in source for source in node.provenance.sources)


def test_force_is_disputed_with_a_citation_for_each_view(facts: Facts) -> None:
    agreement = nodes(facts, "Agreement")["us-ukraine-2024"]
    assert agreement.properties["force"] == "contested"
    assert {"ajil-2024-ukraine", "lawfare-goldsmith-2024"} <= set(agreement.provenance.sources)
    assert "record" in nodes(facts, "Claim")["ajil-2024-ukraine/us-no-legal-duties"].properties


@pytest.mark.parametrize(
    "agreement", sorted({*SIGNED, "g7-ukraine-declaration-2023", "ukraine-compact-2024"})
)
def test_nobody_promises_to_fight(facts: Facts, agreement: str) -> None:
    kinds = {node.properties["kind"] for node in promises(facts, agreement).values()}
    assert kinds.isdisjoint({"defense", "offense", "guarantee"})


@pytest.mark.parametrize("agreement", sorted(SIGNED))
def test_consultation_within_24_hours(facts: Facts, agreement: str) -> None:
    consultation = promises(facts, agreement).get(f"{agreement}/consultation")
    if agreement in NO_CONSULTATION:
        assert consultation is None
        return
    assert consultation is not None
    assert consultation.properties["deadline_hours"] == 24
    owing, owed = ends(facts, consultation.id)
    assert owing == owed == {*parties(facts, agreement, "party")}


def test_partner_owes_help_and_ukraine_reforms(facts: Facts) -> None:
    assert ends(facts, "japan-ukraine-2024/consultation")[0] == {"JPN", "UKR"}
    assert ends(facts, "japan-ukraine-2024/help-on-attack") == ({"JPN"}, {"UKR"})
    assert ends(facts, "uk-ukraine-2024/reform") == ({"UKR"}, {"GBR"})


@pytest.mark.parametrize("agreement", sorted(FOR_2024))
def test_sums_for_2024(facts: Facts, agreement: str) -> None:
    sum_ = nodes(facts, "Obligation")[f"{agreement}/support-2024"].properties
    assert (sum_["amount"], sum_["currency"], sum_["period"]) == (*FOR_2024[agreement], "2024")


def test_who_made_and_who_joined_the_g7_declaration(facts: Facts) -> None:
    declaration = "g7-ukraine-declaration-2023"
    assert {*parties(facts, declaration, "party")} == {"CAN", "DEU", "EU", "FRA", "GBR", "ITA", "JPN", "USA"}
    joined = parties(facts, declaration, "endorser")
    assert len(joined) == 25
    assert joined["POL"].properties["since"] == Date(2024, 1, 22)
    assert "HRV" not in joined
    assert "UKR" in ends(facts, f"{declaration}/consultation")[1]
    assert "deadline_hours" not in nodes(facts, "Obligation")[f"{declaration}/consultation"].properties


def test_the_compact_and_what_its_lists_differ_in(facts: Facts) -> None:
    signers = parties(facts, "ukraine-compact-2024", "party")
    assert len(signers) == 25
    assert signers["SVN"].properties["since_latest"] > Date(2024, 7, 18)
    counts = {
        id: node.properties.get("number")
        for id, node in nodes(facts, "Claim").items()
        if node.properties.get("unit") in {"states", "countries"} and "compact" in id
    }
    assert set(counts.values()) == {21, 22, 24}


def test_every_fact_of_the_series_is_checked(facts: Facts) -> None:
    instruments = [nodes(facts, "Agreement")[id] for id in SIGNED]
    clauses = [node for id in SIGNED for node in promises(facts, id).values()]
    assert [node.id for node in (*instruments, *clauses) if node.provenance.checked is None] == []
