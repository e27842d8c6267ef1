"""Chains through a scenario that is laid over the store, against brute force over the world that it makes."""

import random
from dataclasses import replace
from typing import Any

from foedera.graph.store import Store
from foedera.graph.vocabulary import rank
from foedera.graph.writer import load
from foedera.queries.commitments import Wanted
from foedera.queries.context import Context
from foedera.queries.explored import Route
from foedera.queries.names import Party
from foedera.queries.overlay import Overlay
from foedera.queries.paths import path

from .worlds import Arrow, Promise, World, brute_force, question, world

WORLDS = 80


def scenario(seed: int, each: World) -> World:
    """The world with some promises gone, some owed by or to others than before, and some that are new."""
    dice = random.Random(1_000 + seed)
    strangers = {promise.id: promise for promise in _moved(world(seed + WORLDS).promises, seed, each.parties)}
    kept = [promise for promise in each.promises if dice.random() < 0.6]
    changed = [
        replace(promise, owing=promise.owed, owed=promise.owing) if dice.random() < 0.3 else promise
        for promise in kept
    ]
    return World(each.parties, (*changed, *(new for new in strangers.values() if dice.random() < 0.4)))


def _moved(promises: tuple[Promise, ...], seed: int, parties: tuple[str, ...]) -> list[Promise]:
    """Another world's promises, as those of this one's parties."""

    def moved(arrows: tuple[Arrow, ...]) -> tuple[Arrow, ...]:
        ends = {parties["ABCDEFGH".index(each.party[-1]) % len(parties)]: each for each in arrows}
        return tuple(replace(each, party=party) for party, each in ends.items())

    return [
        replace(each, id=f"w{seed}-new/{each.id[-2:]}", owing=moved(each.owing), owed=moved(each.owed))
        for each in promises
    ]


def overlay(before: World, after: World) -> Overlay:
    """What is new or changed, and without arrows what is gone."""
    held = {promise.id: promise for promise in before.promises}
    wanted = {promise.id: promise for promise in after.promises}
    gone = {id: replace(each, owing=(), owed=()) for id, each in held.items() if id not in wanted}
    changed = {id: each for id, each in wanted.items() if held.get(id) != each}
    return Overlay({id: _row(each) for id, each in (gone | changed).items()})


def _row(promise: Promise) -> dict[str, Any]:
    texts = ("summary", "article", "trigger", "condition", "discretion", "deadline", "note", "force_note")
    return dict.fromkeys(texts) | {
        "obligation": promise.id,
        "name": promise.id,
        "kind": promise.kind,
        "force": promise.force,
        "rank": rank(promise.kind, promise.force),
        "dataset": "core",
        "agreement": promise.id,
        "title": promise.id,
        "sources": [],
        "checked": None,
        "debtors": [_arrow(each) for each in promise.owing],
        "creditors": [_arrow(each) for each in promise.owed],
    }


def _arrow(each: Arrow) -> dict[str, Any]:
    said: dict[str, Any] = {"status": each.status, "note": None, "sources": [], "checked": None}
    return {"id": each.party, "name": each.party, **each.span.properties(), **said}


def test_a_search_sees_the_world_that_the_scenario_makes(store: Store) -> None:
    """The store holds one world, the overlay has the changes: the chains are those of the other world."""
    worlds = {seed: world(seed) for seed in range(WORLDS)}
    load(store, "core", (record for each in worlds.values() for record in each.records()))
    differing = 0
    for seed, before in worlds.items():
        after, asked = scenario(seed, before), question(seed, before)
        context = Context(asked.on, asked.on, ["core"], None, [], overlay=overlay(before, after))
        route = Route(
            Wanted(asked.kinds, asked.forces, asked.min_rank),
            asked.through,
            asked.not_through,
            asked.max_hops,
            asked.undirected,
        )
        source, target = (Party(id, "Country", id) for id in (asked.source, asked.target))
        answer = path(store, context, source, target, route, count=asked.count)
        found = [
            (chain.weakest, chain.parties, tuple(hop.strongest.obligation for hop in chain.hops))
            for chain in answer.chains
        ]
        expected = brute_force(after, asked)
        assert ((answer.verdict if found else "none"), found) == expected, asked
        differing += expected != brute_force(before, asked)
    assert differing > WORLDS / 8, "too few questions that the scenario answers otherwise"
