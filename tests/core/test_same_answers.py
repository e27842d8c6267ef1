"""One question, two engines, one answer."""

import itertools

import pytest

from foedera.graph.store import Store
from foedera.queries import catalogue, stored
from foedera.queries.attack import attack
from foedera.queries.commitments import Wanted
from foedera.queries.context import context
from foedera.queries.explored import Route
from foedera.queries.names import party
from foedera.queries.parameters import bind
from foedera.queries.paths import path
from foedera.queries.whatif import Asked, whatif

from ..queries.stored_cases import CASES

Stores = tuple[Store, Store]
DAYS = ("1950-01-01", "2003-06-01", "2024-07-01", "2026-08-01")
PARTIES = ("USA", "UKR", "EST", "JPN", "GEO", "QAT", "NATO", "RUS")


@pytest.mark.parametrize("name", catalogue.names())
def test_stored_queries(both_cores: Stores, name: str) -> None:
    """Every stored query gives the same rows in the same order, some at least."""
    query, case = catalogue.get(name), CASES[name]
    embedded, neo4j = (
        stored.rows(each, query, bind(each, context(each, case.on), query, case.params))
        for each in both_cores
    )
    assert embedded == neo4j
    assert embedded or case.has is None


@pytest.mark.parametrize("on", DAYS)
def test_attack(both_cores: Stores, on: str) -> None:
    """The same parties, duties and reasons to be absent."""
    for name in PARTIES:
        embedded, neo4j = (attack(each, context(each, on), party(each, name)) for each in both_cores)
        assert embedded == neo4j


@pytest.mark.parametrize("on", DAYS)
def test_path(both_cores: Stores, on: str) -> None:
    """The same chains, hop for hop, with and without a kind."""
    for source, target in itertools.permutations(PARTIES[:5], 2):
        for kinds in ((), ("defense",)):
            route = Route(Wanted(kinds), max_hops=2)
            embedded, neo4j = (
                path(each, context(each, on), party(each, source), party(each, target), route, count=2)
                for each in both_cores
            )
            assert embedded == neo4j


@pytest.mark.parametrize(
    "asked",
    [
        Asked(("helsinki-2022-letter",), suggested=True),
        Asked(("russia-nato-draft-2021",)),
        Asked(
            changes=(
                ("join", "GEO", "NATO"),
                ("leave", "ARM", "CSTO"),
                ("end", "north-atlantic-treaty/article-5"),
            )
        ),
    ],
    ids=("designations", "draft", "changes"),
)
def test_whatif(both_cores: Stores, asked: Asked) -> None:
    """The same gained, lost and unchanged, in the same order."""
    for on in DAYS[2:]:
        embedded, neo4j = (whatif(each, context(each, on), asked) for each in both_cores)
        assert embedded.to_dict() == neo4j.to_dict()
