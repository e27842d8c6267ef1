"""Chains found in the page, against `foedera path` on the same facts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from foedera.graph.store import Store
from foedera.graph.vocabulary import KINDS
from foedera.graph.writer import load
from foedera.page import render
from foedera.page.subject import Subject
from foedera.queries.answer import Commitment
from foedera.queries.commitments import Wanted
from foedera.queries.context import Context, context
from foedera.queries.explored import Route
from foedera.queries.names import party
from foedera.queries.path_answer import Chain
from foedera.queries.paths import path

from ..queries.worlds import world
from .conftest import Open, Opened
from .samples import sample

WORLDS = 60
ASK = """(asked) => asked.map(([from, to, day, any]) => {
  const { facts } = page;
  const shown = show(facts, { day: dayNumber(day), off: { kinds: [], forces: [], changes: [] }, focus: null });
  const { certain, chains, direct } = chainsOf(facts, shown, { from, to, any, nth: 0 });
  const told = ({ commitments }) => commitments.map((each) => [each.promise.id, sentenceOf(facts, each), each.sources, each.checked]);
  return [chains.length ? certain : null, chains.map((hops) => hops.map(told)), direct ? told(direct) : null];
})"""


class Asked(NamedTuple):
    source: str
    target: str
    on: date
    any: bool


def test_the_page_finds_the_chains_of_path_in_core(core_store: Store, opened: Open, tmp_path: Path) -> None:
    """On a page of everything: the same parties, promises, sentences and sources, in the same order."""
    seen = everything(core_store, context(core_store, "2024-07-01"), opened, tmp_path)
    dice = random.Random(1)
    parties = seen.evaluate("() => page.facts.parties.map(({ id }) => id)")
    pairs = [["JPN", "UKR"], *(dice.sample(parties, 2) for _ in range(40))]
    days = [date(1949, 10, 1), date(1991, 6, 1), date(2024, 7, 1)]
    asked = [Asked(one, two, on, dice.random() < 0.3) for (one, two), on in product(pairs, days)]
    assert compare(core_store, seen, asked) > len(asked) / 4


def test_the_page_finds_the_chains_of_path_in_made_up_worlds(
    store: Store, opened: Open, tmp_path: Path
) -> None:
    """With every status, unknown days, and obligations of one party and of many."""
    worlds = [world(seed) for seed in range(WORLDS)]
    load(store, "core", (record for each in worlds for record in each.records()))
    on = date(2002, 1, 1)
    seen = everything(store, Context(on, on, ["core"], None, []), opened, tmp_path)
    dice = random.Random(2)
    days = [date(2000, 1, 1) + timedelta(days=each) for each in (100, 600, 1100, 2200)]
    asked = [
        Asked(one, two, day, dice.random() < 0.3)
        for each in worlds
        for day in days
        for one, two in [dice.sample(each.parties, 2)]
    ]
    assert compare(store, seen, asked) > len(asked) / 4


def everything(store: Store, ctx: Context, opened: Open, folder: Path) -> Opened:
    return opened(render(store, ctx, Subject(), output=folder / "page.html").path)


def compare(store: Store, seen: Opened, asked: list[Asked]) -> int:
    """Asserts that both answer each question alike; how many have a chain."""
    found = seen.evaluate(ASK, [(each.source, each.target, each.on.isoformat(), each.any) for each in asked])
    for each, got in zip(asked, found, strict=True):
        assert got == answer(store, each), each
    return sum(certain is not None for certain, *_ in found)


def answer(store: Store, asked: Asked) -> list[Any]:
    source, target = party(store, asked.source), party(store, asked.target)
    route = Route(Wanted(tuple(KINDS) if asked.any else ()))
    found = path(store, Context(asked.on, asked.on, ["core"], None, []), source, target, route)
    chains = list(told(found.chains))
    beside = found.direct and next(told([found.direct]))[0]
    return [found.verdict == "yes" if chains else None, chains, None if [beside] in chains else beside]


def told(chains: Any) -> Iterator[list[list[list[Any]]]]:
    chain: Chain
    for chain in chains:
        yield [[_told(each) for each in hop.commitments] for hop in chain.hops]


def _told(each: Commitment) -> list[Any]:
    return [each.obligation, each.sentence(), list(each.sources), each.checked is not None]


def test_a_chain_is_asked_for_by_keyboard_told_and_marked(opened: Open) -> None:
    seen = opened(sample())
    seen.page.click("#chain summary")
    seen.page.focus("#chain-from")
    seen.page.keyboard.type("japan")
    seen.page.keyboard.press("Enter")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.type("ukr")
    seen.page.keyboard.press("Enter")
    assert seen.text("#chain-said") == (
        "On 2024-07-01: among the 6 promises of support in force of the 8 that show, a chain of 2 hops, weakest link rank 1;"
        " it is not a commitment of the first party to the last."
    )
    hops = seen.page.locator(".hops li").all_inner_texts()
    assert hops[0].startswith(
        "Japan owes the United States defense (binding, rank 5), under Treaty of Mutual Cooperation and Security,"
        " Article 5, since 1960-06-23"
    )
    assert "treaty#Article 5; members (unchecked)" in hops[1]
    marked = seen.evaluate(
        "() => [graph.scene().marked.nodes.map((node) => nodeName(page.facts, node)),"
        " graph.scene().marked.lines.map((line) => lineTitle(page.facts, page.facts.lines[line]))]"
    )
    assert marked == [
        ["Japan", "Ukraine", "United States"],
        [
            "Japan and United States: Treaty of Mutual Cooperation and Security",
            "Ukraine and United States: US-Ukraine security agreement",
        ],
    ]


def test_what_a_promise_depends_on_stands_beneath_it_as_path_has_it(opened: Open) -> None:
    data = sample()
    told = (("article", "Article II"), ("condition", "its own law"), ("discretion", "as it deems fit"))
    promises = [
        replace(each, details=told) if each.id == "us-ukraine/consult" else each for each in data.obligations
    ]
    seen = opened(replace(data, obligations=promises))
    seen.evaluate("() => page.change({ chain: { from: 'JPN', to: 'UKR', any: false, nth: 0 } })")
    first, second = seen.page.locator(".hops li").all()
    assert second.locator(".qualified").all_inner_texts() == [
        "condition: its own law",
        "discretion: as it deems fit",
    ]
    assert first.locator(".qualified").count() == 0


def test_the_chain_follows_the_day_and_the_filter(opened: Open) -> None:
    seen = opened(sample())
    seen.evaluate("() => page.change({ chain: { from: 'JPN', to: 'UKR', any: false, nth: 0 } })")
    assert seen.page.locator(".hops li").count() == 2
    seen.page.get_by_label("consultation").uncheck()
    assert seen.text("#chain-said") == (
        "On 2024-07-01: no chain of at most 4 hops among the 4 promises of support in force of the 6 that show."
    )
    seen.page.click("#reset")
    seen.page.fill("#day", "2024-01-01")
    assert seen.page.locator(".hops li").count() == 0
    assert seen.evaluate("() => graph.scene().marked.lines") == []
    seen.page.click("#chain-clear")
    assert seen.text("#chain-said") == "" and seen.page.input_value("#chain-from") == ""
