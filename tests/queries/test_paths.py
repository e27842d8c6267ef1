"""Chains of commitments, against brute force over the same facts."""

import datetime

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.graph.writer import load
from foedera.queries.commitments import Wanted
from foedera.queries.context import Context
from foedera.queries.explored import Route
from foedera.queries.names import Party
from foedera.queries.paths import path

from .worlds import asked_of, brute_force, question, world

WORLDS = 100


def party(id: str) -> Party:
    return Party(id, "Country", id)


def context(on: datetime.date) -> Context:
    return Context(on, on, ["core"], None, [])


def test_the_best_chains_are_those_that_brute_force_finds(store: Store) -> None:
    """Every simple chain, filtered afterwards, sorted by weakest link, hops and ids: no difference."""
    worlds = {seed: world(seed) for seed in range(WORLDS)}
    load(store, "core", (record for each in worlds.values() for record in each.records()))
    answered = 0
    for seed, each in worlds.items():
        asked = question(seed, each)
        expected = brute_force(each, asked)
        assert asked_of(store, asked) == expected, asked
        answered += bool(expected[1])
    assert answered > WORLDS / 5, "too few questions have a chain to compare"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (("defence",), "unknown kind 'defence'; expected one of defense, offense, "),
        (("consult",), "unknown kind 'consult'; expected one of defense, offense, "),
    ],
)
def test_an_unknown_kind_is_refused(wanted: tuple[str, ...], message: str) -> None:
    """With the kinds there are, and the nearest."""
    with pytest.raises(BadInput) as caught:
        Wanted(wanted)
    assert str(caught.value).startswith(message)
    assert "Did you mean" in str(caught.value)


def test_a_path_needs_two_parties(store: Store) -> None:
    """From a party to itself there is none to look for."""
    with pytest.raises(BadInput, match="a path needs two parties; both ends are A"):
        path(store, context(datetime.date(2020, 1, 1)), party("A"), party("A"), Route())


def test_a_party_cannot_be_avoided_and_passed(store: Store) -> None:
    """Nor can an end of the chain be avoided."""
    route = Route(through=frozenset("C"), not_through=frozenset("C"))
    with pytest.raises(
        BadInput, match="the chain cannot avoid C: it is an end of it, or it is to pass there"
    ):
        path(store, context(datetime.date(2020, 1, 1)), party("A"), party("B"), route)
    with pytest.raises(BadInput, match="the chain cannot avoid A"):
        path(
            store,
            context(datetime.date(2020, 1, 1)),
            party("A"),
            party("B"),
            Route(not_through=frozenset("A")),
        )
