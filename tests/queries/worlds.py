"""Random small worlds of commitments, with the chains that brute force finds in them."""

import datetime
import itertools
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.graph.dates import HOLDING, Bounds, Date, Span
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.vocabulary import FORCES, KINDS, NOT_SUPPORT, rank

BY = Provenance("core", ("made-up",))
_KINDS = ("defense", "defense", "consultation", "consultation", "industry", "neutrality")
_FIRST = datetime.date(2000, 1, 1)


@dataclass(frozen=True)
class Arrow:
    party: str
    span: Span
    status: str | None


@dataclass(frozen=True)
class Promise:
    """An obligation with its debtors and beneficiaries."""

    id: str
    kind: str
    force: str
    owing: tuple[Arrow, ...]
    owed: tuple[Arrow, ...]


@dataclass(frozen=True)
class Question:
    source: str
    target: str
    on: Date
    kinds: tuple[str, ...]
    forces: tuple[str, ...]
    min_rank: int
    through: frozenset[str]
    not_through: frozenset[str]
    max_hops: int
    undirected: bool
    count: int


@dataclass(frozen=True)
class World:
    parties: tuple[str, ...]
    promises: tuple[Promise, ...]

    def records(self) -> Iterator[Record]:
        for party in self.parties:
            yield Node("Country", party, {"name": party, **Span().properties()}, BY)
        for promise in self.promises:
            yield from _records(promise)


def world(seed: int) -> World:
    """The world of that seed: 5 to 8 parties, 4 to 12 obligations, some with many parties."""
    dice = random.Random(seed)
    parties = tuple(f"w{seed}-{letter}" for letter in "ABCDEFGH"[: dice.randint(5, 8)])
    return World(parties, tuple(_promise(dice, parties, seed, n) for n in range(dice.randint(6, 16))))


def _promise(dice: random.Random, parties: tuple[str, ...], seed: int, number: int) -> Promise:
    def arrows() -> tuple[Arrow, ...]:
        some = dice.sample(parties, dice.choice((1, 1, 2, 4)))
        statuses = (*[None] * 12, "dormant", "disputed", "suspended")
        return tuple(Arrow(party, _span(dice), dice.choice(statuses)) for party in some)

    kind, force = dice.choice(_KINDS), dice.choice(list(FORCES))
    return Promise(f"w{seed}-a/{number:02}", kind, force, arrows(), arrows())


def _span(dice: random.Random) -> Span:
    begin = _FIRST + datetime.timedelta(dice.randint(0, 800))
    since = Bounds(begin, begin + datetime.timedelta(dice.choice((0, 0, 0, 365))))
    if dice.random() < 0.7:
        return Span(since, until_known=dice.random() < 0.9)
    end = since.latest + datetime.timedelta(dice.randint(1, 1500))
    return Span(since, Bounds(end, end + datetime.timedelta(dice.choice((0, 0, 365)))))


def _records(promise: Promise) -> Iterator[Record]:
    agreement = promise.id.split("/")[0] + promise.id[-2:]
    terms = {"kind": promise.kind, "force": promise.force, "rank": rank(promise.kind, promise.force)}
    text = {"name": promise.id, "summary": "made up", "bound": "named"}
    yield Node(
        "Agreement",
        agreement,
        {"title": agreement, "kind": "treaty", "force": promise.force, **Span().properties()},
        BY,
    )
    there = Ref("Obligation", promise.id)
    yield Node("Obligation", promise.id, {**terms, **text, **Span().properties()}, BY)
    yield Relationship("CREATES", Ref("Agreement", agreement), there, {}, BY)
    for arrow in promise.owing:
        yield Relationship("OWES", Ref("Country", arrow.party), there, _properties(arrow), BY)
    for arrow in promise.owed:
        yield Relationship("OWED_TO", there, Ref("Country", arrow.party), _properties(arrow), BY)


def _properties(arrow: Arrow) -> dict[str, object]:
    return arrow.span.properties() | ({"status": arrow.status} if arrow.status else {})


def question(seed: int, world: World) -> Question:
    dice = random.Random(-seed)
    source, target, *others = dice.sample(world.parties, len(world.parties))
    return Question(
        source,
        target,
        _FIRST + datetime.timedelta(dice.randint(400, 2200)),
        dice.choice(((), (), (), ("defense",), ("consultation", "industry"), ("neutrality",))),
        dice.choice(((), (), (), ("binding",), ("political", "contested"))),
        dice.choice((0, 0, 0, 2, 4)),
        frozenset(others[:1]) if dice.random() < 0.1 else frozenset(),
        frozenset(others[1:2]) if dice.random() < 0.3 else frozenset(),
        dice.randint(1, 5),
        dice.random() < 0.3,
        dice.choice((1, 2, 5)),
    )


Found = list[tuple[int, tuple[str, ...], tuple[str, ...]]]
"""Of each chain: its weakest link, its parties, the strongest obligation of each hop."""


def brute_force(world: World, asked: Question) -> tuple[str, Found]:
    """The verdict and the best chains: every simple chain, then filtered, then sorted."""
    for verdict, certain in (("yes", True), ("unknown", False)):
        found = sorted(_chains(_hops(world, asked, certain), world, asked), key=_best)
        if found:
            return verdict, found[: asked.count]
    return "none", []


def _best(chain: tuple[int, tuple[str, ...], tuple[str, ...]]) -> tuple[object, ...]:
    return -chain[0], len(chain[1]), chain[1]


Hops = dict[tuple[str, str], list[tuple[int, bool, int, str, str]]]


def _hops(world: World, asked: Question, certain: bool) -> Hops:
    hops: Hops = defaultdict(list)
    for promise in world.promises:
        for owing, owed in itertools.product(promise.owing, promise.owed):
            if owing.party != owed.party and _holds(promise, owing, owed, asked, certain):
                disused = any(arrow.status not in (None, "in force") for arrow in (owing, owed))
                strength = (
                    -rank(promise.kind, promise.force),
                    disused,
                    list(FORCES).index(promise.force),
                    promise.id,
                    owing.party,
                )
                hops[owing.party, owed.party].append(strength)
                if asked.undirected:
                    hops[owed.party, owing.party].append(strength)
    return hops


def _holds(promise: Promise, owing: Arrow, owed: Arrow, asked: Question, certain: bool) -> bool:
    wanted = promise.kind in asked.kinds if asked.kinds else promise.kind not in NOT_SUPPORT
    wanted = wanted and promise.kind in KINDS and (not asked.forces or promise.force in asked.forces)
    if not wanted or rank(promise.kind, promise.force) < asked.min_rank:
        return False
    statuses = {owing.status or "in force", owed.status or "in force"}
    common = owing.span.within(owed.span)
    if common is None or not common.possibly(asked.on) or "suspended" in statuses:
        return False
    return not certain or (common.certainly(asked.on) and statuses <= set(HOLDING))


def _chains(
    hops: Hops, world: World, asked: Question
) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    between = [party for party in world.parties if party not in (asked.source, asked.target)]
    for number in range(asked.max_hops):
        for middle in itertools.permutations(between, number):
            parties = (asked.source, *middle, asked.target)
            steps = [hops.get(step) for step in itertools.pairwise(parties)]
            if not all(steps) or asked.not_through & set(middle) or not asked.through <= set(parties):
                continue
            best = [min(step) for step in steps if step]
            yield min(-each[0] for each in best), parties, tuple(each[3] for each in best)
