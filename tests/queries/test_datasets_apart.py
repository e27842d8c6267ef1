"""What another dataset says of members, borders and forces is not mixed into what core says."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from foedera.database import Database
from foedera.graph import writer
from foedera.graph.dates import Span, parse
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.loaders import load
from foedera.page.subgraph import Reader
from foedera.queries import catalogue, stored
from foedera.queries.context import context
from foedera.queries.doctor import examine
from foedera.queries.explored import OVER
from foedera.queries.parameters import bind

from .stored_cases import CASES

GROUNDS = Provenance("other", ("other#file.csv:2",))
TOUCHED = [
    name
    for name in catalogue.shipped_names()
    if re.search("MEMBER_OF|BORDERS|STATIONS", catalogue.get(name).text)
]
ALWAYS = Span(parse("1816"), None).properties()


def _tie(
    type: str, start: str, end: str, label: str = "Country", spell: str = "", **said: object
) -> Relationship:
    return Relationship(type, Ref("Country", start), Ref(label, end), {**said, **ALWAYS}, GROUNDS, spell)


def other() -> Iterator[Record]:
    """It makes members, neighbours and garrisons of whom core knows to be none."""
    yield Node("Dataset", "other", {"title": "Other", "version": "1"}, GROUNDS)
    yield Node("Source", "other", {"title": "Other", "publisher": "Somebody"}, GROUNDS)
    club = {"name": "Club of Others", "kind": "organization", "keys": ["club of others"], **ALWAYS}
    yield Node("Organization", "other:club", club, GROUNDS)
    for member in ("USA", "GEO", "UKR", "RUS", "FIN", "EGY", "THA"):
        for body in ("NATO", "EU", "CSTO", "SEATO", "arab-league", "other:club"):
            yield _tie("MEMBER_OF", member, body, "Organization")
    for pair in (("FIN", "UKR"), ("RUS", "USA"), ("RUS", "SVK")):
        yield _tie("BORDERS", *pair)
        yield _tie("BORDERS", *pair, spell="2", contiguity="12 miles")
    for host in ("GEO", "UKR", "DEU", "COL"):
        yield _tie("STATIONS", "USA", host, troops=7)
        yield _tie("STATIONS", host, "USA", troops=7)


@pytest.fixture(scope="module")
def both(databases: Any) -> Store:
    """An embedded store with core and the other dataset, only read from."""
    found: Store = databases.empty("embedded")
    load(found, "core")
    report = writer.load(found, "other", other())
    assert not report.refused
    return found


@pytest.fixture(scope="module")
def alone(databases: Any) -> Store:
    """An embedded store with core alone."""
    found: Store = databases.core("embedded")
    return found


@pytest.mark.parametrize("name", TOUCHED)
def test_a_stored_query_answers_as_without_it(alone: Store, both: Store, name: str) -> None:
    """Where core is asked; where the other is asked beside it, its word is there."""
    query, case = catalogue.get(name), CASES[name]

    def answer(store: Store, datasets: str) -> list[dict[str, Any]]:
        return stored.rows(store, query, bind(store, context(store, case.on, datasets), query, case.params))

    expected = answer(alone, "core")
    assert answer(both, "core") == expected
    if name in ("members", "membership-history", "memberships-ever", "neighbours", "forces-ever"):
        assert answer(both, "all") != expected


def test_only_land_is_a_land_border(both: Store) -> None:
    """Across water is another thing, whoever says it; and it is in the graph."""
    query = catalogue.get("neighbours")
    rows = stored.rows(
        both, query, bind(both, context(both, "2024-01-01", "other"), query, {"country": "RUS"})
    )
    assert [row["country"] for row in rows] == ["SVK", "USA"]
    found = both.read(
        "MATCH (:Country {id: 'RUS'})-[b:BORDERS]-(:Country) WHERE b.contiguity = '12 miles' RETURN count(b) AS n"
    )
    assert found.rows == [{"n": 2}]


def test_what_promises_are_asked_for_stays_the_same(alone: Store, both: Store) -> None:
    """Attack, path over memberships, show, and what a page draws."""
    with Database(lambda: both, closing=False) as mixed, Database(lambda: alone, closing=False) as core:
        assert mixed.attack("GEO", on="2024-01-01").to_dict() == core.attack("GEO", on="2024-01-01").to_dict()
        for thing in ("USA", "NATO", "GEO"):
            assert mixed.show(thing).to_dict() == core.show(thing).to_dict()
        for over in OVER:
            ways = [db.path("THA", "EST", over=over, on="2024-01-01").to_dict() for db in (mixed, core)]
            assert ways[0] == ways[1]
    ids = ["USA", "RUS", "FIN", "UKR", "NATO", "GEO", "DEU"]
    drawn = [Reader(store, ["core"]) for store in (both, alone)]
    assert drawn[0].ties("NATO") == drawn[1].ties("NATO")
    assert drawn[0].members(["NATO"]) == drawn[1].members(["NATO"])
    assert drawn[0].between(ids) == drawn[1].between(ids)
    assert len(Reader(both, ["core", "other"]).between(ids)) > len(drawn[0].between(ids))


def test_members_by_another_dataset_are_no_fault_of_core(both: Store) -> None:
    """They need no part in the agreement that core founds the body on, nor owe its promises."""
    assert {row["check"] for row in examine(both).integrity if row["found"]} == set()
