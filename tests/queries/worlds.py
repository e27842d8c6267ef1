"""Random small worlds of commitments and memberships, with the chains that brute force finds in them."""

import datetime
import itertools
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.graph.dates import HOLDING, Bounds, Date, Span
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.graph.vocabulary import FORCES, KINDS, NOT_SUPPORT, rank
from foedera.queries.commitments import Wanted
from foedera.queries.context import Context
from foedera.queries.explored import Route
from foedera.queries.names import Party
from foedera.queries.overlay import Overlay
from foedera.queries.path_answer import Hop
from foedera.queries.paths import path

BY = Provenance("core", ("made-up",))
_KINDS = ("defense", "defense", "consultation", "consultation", "industry", "neutrality")
_STATUSES = (*[None] * 12, "dormant", "disputed", "suspended")
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
class Belonging:
    """A party's membership of an organization."""

    member: Arrow
    body: str


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
    over: str

    def route(self) -> Route:
        """As the product is asked it."""
        wanted = Wanted(self.kinds, self.forces, self.min_rank)
        return Route(wanted, self.through, self.not_through, self.max_hops, self.undirected, self.over)


@dataclass(frozen=True)
class World:
    parties: tuple[str, ...]
    bodies: tuple[str, ...]
    promises: tuple[Promise, ...]
    memberships: tuple[Belonging, ...] = ()

    def label(self, party: str) -> str:
        return "Organization" if party in self.bodies else "Country"

    def records(self) -> Iterator[Record]:
        for party in self.parties:
            kind = {"kind": "forum"} if party in self.bodies else {}
            yield Node(self.label(party), party, {"name": party, **kind, **Span().properties()}, BY)
        for promise in self.promises:
            yield from self._promised(promise)
        for each in self.memberships:
            start, end = Ref("Country", each.member.party), Ref("Organization", each.body)
            yield Relationship("MEMBER_OF", start, end, _properties(each.member), BY)

    def _promised(self, promise: Promise) -> Iterator[Record]:
        yield from _records(promise)
        there = Ref("Obligation", promise.id)
        for arrow in promise.owing:
            yield Relationship("OWES", self._ref(arrow), there, _properties(arrow), BY)
        for arrow in promise.owed:
            yield Relationship("OWED_TO", there, self._ref(arrow), _properties(arrow), BY)

    def _ref(self, arrow: Arrow) -> Ref:
        return Ref(self.label(arrow.party), arrow.party)


def world(seed: int) -> World:
    """The world of that seed: 5 to 8 parties, 6 to 16 obligations, some with many parties.

    The last one or two parties are organizations, to which some of the others belong.
    """
    dice = random.Random(seed)
    parties = tuple(f"w{seed}-{letter}" for letter in "ABCDEFGH"[: dice.randint(5, 8)])
    promises = tuple(_promise(dice, parties, seed, n) for n in range(dice.randint(6, 16)))
    bodies = parties[-dice.randint(1, 2) :]
    return World(parties, bodies, promises, tuple(_memberships(dice, parties, bodies)))


def _memberships(
    dice: random.Random, parties: tuple[str, ...], bodies: tuple[str, ...]
) -> Iterator[Belonging]:
    for body in bodies:
        for party in parties:
            if party not in bodies and dice.random() < 0.5:
                yield Belonging(Arrow(party, _span(dice), dice.choice(_STATUSES)), body)


def _promise(dice: random.Random, parties: tuple[str, ...], seed: int, number: int) -> Promise:
    def arrows() -> tuple[Arrow, ...]:
        some = dice.sample(parties, dice.choice((1, 1, 2, 4)))
        return tuple(Arrow(party, _span(dice), dice.choice(_STATUSES)) for party in some)

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
    yield Node("Obligation", promise.id, {**terms, **text, **Span().properties()}, BY)
    there = Ref("Obligation", promise.id)
    yield Relationship("CREATES", Ref("Agreement", agreement), there, {}, BY)


def _properties(arrow: Arrow) -> dict[str, object]:
    return arrow.span.properties() | ({"status": arrow.status} if arrow.status else {})


def question(seed: int, world: World) -> Question:
    dice = random.Random(-seed)
    source, target, *others = dice.sample(world.parties, len(world.parties))
    over = dice.choice(("commitments", "commitments", "all", "memberships"))
    promises = over != "memberships"
    return Question(
        source,
        target,
        _FIRST + datetime.timedelta(dice.randint(400, 2200)),
        dice.choice(((), (), (), ("defense",), ("consultation", "industry"), ("neutrality",)))
        if promises
        else (),
        dice.choice(((), (), (), ("binding",), ("political", "contested"))) if promises else (),
        dice.choice((0, 0, 0, 2, 4)) if promises else 0,
        frozenset(others[:1]) if dice.random() < 0.1 else frozenset(),
        frozenset(others[1:2]) if dice.random() < 0.3 else frozenset(),
        dice.randint(1, 5),
        dice.random() < 0.3,
        dice.choice((1, 2, 5)),
        over,
    )


Found = list[tuple[int | None, tuple[str, ...], tuple[str | None, ...]]]
"""Of each chain: its weakest link, its parties, the strongest obligation of each hop; None for a membership."""


def asked_of(store: Store, asked: Question, overlay: Overlay | None = None) -> tuple[str, Found]:
    """The product's answer, in the shape of that of brute force."""
    context = Context(asked.on, asked.on, ["core"], None, [], overlay=overlay)
    source, target = (Party(id, "Country", id) for id in (asked.source, asked.target))
    answer = path(store, context, source, target, asked.route(), count=asked.count)
    found: Found = [
        (chain.weakest, chain.parties, tuple(map(_ground, chain.hops))) for chain in answer.chains
    ]
    return (answer.verdict if found else "none"), found


def _ground(hop: Hop) -> str | None:
    return hop.strongest.obligation if hop.commitments else None


def brute_force(world: World, asked: Question) -> tuple[str, Found]:
    """The verdict and the best chains: every simple chain, then filtered, then sorted."""
    for verdict, certain in (("yes", True), ("unknown", False)):
        found = sorted(_chains(_hops(world, asked, certain), world, asked))[: asked.count]
        if found:
            return verdict, [(None if weak > 0 else -weak, parties, on) for weak, _, parties, on in found]
    return "none", []


Hops = dict[tuple[str, str], list[tuple[int, bool, int, str, str]]]
_NO_PROMISE = 1
"""Where a membership comes among negative ranks: after all of them."""


def _hops(world: World, asked: Question, certain: bool) -> Hops:
    """What leads from one party to another, the strongest first when sorted."""
    hops: Hops = defaultdict(list)
    for promise in world.promises if asked.over != "memberships" else ():
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
    for each in world.memberships if asked.over != "commitments" else ():
        member = each.member
        sure = member.span.certainly(asked.on) and (member.status or "in force") in HOLDING
        if sure or (not certain and member.span.possibly(asked.on) and member.status != "suspended"):
            for ends in ((member.party, each.body), (each.body, member.party)):
                hops[ends].append((_NO_PROMISE, False, 0, "", ""))
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
) -> Iterator[tuple[int, int, tuple[str, ...], tuple[str | None, ...]]]:
    """Of each chain, in the order in which they are to come: weakest link, hops, parties, what it rests on."""
    between = [party for party in world.parties if party not in (asked.source, asked.target)]
    for number in range(asked.max_hops):
        for middle in itertools.permutations(between, number):
            parties = (asked.source, *middle, asked.target)
            steps = [hops.get(step) for step in itertools.pairwise(parties)]
            if not all(steps) or asked.not_through & set(middle) or not asked.through <= set(parties):
                continue
            best = [min(step) for step in steps if step]
            yield max(each[0] for each in best), len(best), parties, tuple(each[3] or None for each in best)
