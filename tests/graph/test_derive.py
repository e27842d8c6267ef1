"""Arrows of an obligation, derived from the parties of its agreement."""

import datetime

from foedera.graph.dates import Span, parse
from foedera.graph.derive import Part, arrows
from foedera.graph.records import Node, Provenance, Ref

DAY = datetime.date(2026, 1, 2)
CORE = Provenance("core", ("treaty#Article 5",), DAY, "treaty")


def part(country: str, since: object, until: object = None, **more: str) -> Part:
    span = Span(parse(since), parse(until) if until else None)
    return Part(
        Ref("Country", country), more.pop("role", "party"), span, Provenance("core", ("list",)), **more
    )


def obligation(**properties: object) -> Node:
    return Node("Obligation", "treaty/article-5", properties, CORE)


RUNS = Span(parse("1949-08-24"))


def test_every_party_owes_and_is_owed() -> None:
    """One arrow in and one out for each party, not one for each pair."""
    found = list(arrows(obligation(), RUNS, [part("USA", "1949-08-24"), part("EST", "2004-03-29")]))
    assert [(each.type, each.start.id, each.end.id) for each in found] == [
        ("OWES", "USA", "treaty/article-5"),
        ("OWED_TO", "treaty/article-5", "USA"),
        ("OWES", "EST", "treaty/article-5"),
        ("OWED_TO", "treaty/article-5", "EST"),
    ]


def test_arrows_run_while_both_the_party_and_the_promise_do() -> None:
    """A party of 1945 owes a promise of 1949 from 1949; one that left before owes nothing."""
    found = list(
        arrows(obligation(), RUNS, [part("USA", "1945-01-01"), part("FRA", "1945-01-01", "1949-01-01")])
    )
    assert {each.start.id for each in found if each.type == "OWES"} == {"USA"}
    assert found[0].properties["since"] == datetime.date(1949, 8, 24)


def test_roles_say_who_owes_and_who_is_owed() -> None:
    """A designee is given access to arms and owes none."""
    status = obligation(debtor_roles=["designator"], beneficiary_roles=["designee"])
    parts = [
        part("USA", "1996", role="designator"),
        part("QAT", "2022-03-10", role="designee"),
        part("FRA", "1996"),
    ]
    found = list(arrows(status, Span(parse("1996-07-21")), parts))
    assert [(each.type, each.start.id, each.end.id) for each in found] == [
        ("OWES", "USA", "treaty/article-5"),
        ("OWED_TO", "treaty/article-5", "QAT"),
    ]


def test_a_suspended_part_stays_visible_as_suspended() -> None:
    """New Zealand's part in ANZUS since 1986 is not gone, and does not hold either."""
    found = list(arrows(obligation(), RUNS, [part("NZL", "1986-08-11", status="suspended", spell="2")]))
    assert {each.properties["status"] for each in found} == {"suspended"}
    assert found[0].id == "core:OWES:NZL:treaty/article-5:2"


def test_a_derived_fact_rests_on_both_grounds() -> None:
    """It cites the article and the membership, and is checked only where both are."""
    (owes, _) = arrows(obligation(), RUNS, [part("USA", "1949-08-24")])
    assert owes.provenance.sources == ("treaty#Article 5", "list")
    assert owes.provenance.checked is None
