"""Chains through a scenario that is laid over the store, against brute force over the world that it makes."""

import random
from dataclasses import replace
from typing import Any

from foedera.graph.store import Store
from foedera.graph.vocabulary import rank
from foedera.graph.writer import load
from foedera.queries.overlay import Overlay

from .worlds import Arrow, Promise, World, asked_of, brute_force, question, world

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
    new = [promise for promise in strangers.values() if dice.random() < 0.4]
    return replace(each, promises=(*changed, *new))


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
        expected = brute_force(after, asked)
        assert asked_of(store, asked, overlay(before, after)) == expected, asked
        differing += expected != brute_force(before, asked)
    assert differing > WORLDS / 8, "too few questions that the scenario answers otherwise"
