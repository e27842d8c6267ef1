"""Random small worlds of agreements with parties, bodies, designations and promises, and changes to them."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from foedera.graph.dates import Bounds, Date, Span
from foedera.graph.derive import Part, arrow, arrows
from foedera.graph.parts import Instrument, followed, parts
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.vocabulary import rank

BY = Provenance("core", ("made-up",))
FIRST, DAY = datetime.date(2000, 1, 1), datetime.date(2010, 6, 1)
_KINDS = ("defense", "consultation", "arms-access", "nonaggression")
_FORCES = ("binding", "domestic-law", "political")
Change = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A row of an agreement's parties."""

    party: str
    role: str
    span: Span
    spell: str = ""


@dataclass(frozen=True)
class Promise:
    """An obligation; `named` are its two ends where it does not follow the parties."""

    slug: str
    kind: str
    force: str
    span: Span
    of: str | None = None
    roles: tuple[str, str] = ("party", "party")
    named: tuple[tuple[str, ...], tuple[str, ...]] | None = None


@dataclass(frozen=True)
class Treaty:
    id: str
    kind: str
    span: Span
    rows: tuple[Row, ...]
    promises: tuple[Promise, ...] = ()
    implements: tuple[str, ...] = ()
    body: str | None = None


@dataclass(frozen=True)
class World:
    seed: int
    parties: tuple[str, ...]
    treaties: dict[str, Treaty] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        for party in self.parties:
            yield Node("Country", party, {"name": party, "keys": [], **Span().properties()}, BY)
        instruments = [_instrument(each) for each in self.treaties.values()]
        for each in self.treaties.values():
            yield from _agreement(each)
            for promise in each.promises:
                yield from _promise(each, promise, instruments)


def _node(each: Treaty) -> Node:
    said = {"title": each.id, "kind": each.kind, "force": "binding", "series": f"{each.id}-series"}
    return Node("Agreement", each.id, {**said, **each.span.properties()}, BY)


def _party_to(each: Treaty) -> list[Relationship]:
    return [
        Relationship(
            "PARTY_TO",
            Ref("Country", row.party),
            Ref("Agreement", each.id),
            {"role": row.role, **row.span.properties()},
            BY,
            ":".join(part for part in ("" if row.role == "party" else row.role, row.spell) if part),
        )
        for row in each.rows
    ]


def _instrument(each: Treaty) -> Instrument:
    found = tuple(parts(_party_to(each), each.span))
    return Instrument(each.id, each.kind, None, frozenset(each.implements), found)


def _agreement(each: Treaty) -> Iterator[Record]:
    yield _node(each)
    yield from _party_to(each)
    here = Ref("Agreement", each.id)
    for other in each.implements:
        yield Relationship("IMPLEMENTS", here, Ref("Agreement", other), {}, BY)
    if each.body:
        yield Node(
            "Organization",
            each.body,
            {"name": each.body, "keys": [], "kind": "alliance", **Span().properties()},
            BY,
        )
        yield Relationship("CONSTITUTES", here, Ref("Organization", each.body), {}, BY)
        for row in each.rows:
            common = row.span.within(each.span)
            if row.role == "party" and common:
                ends = Ref("Country", row.party), Ref("Organization", each.body)
                yield Relationship("MEMBER_OF", *ends, common.properties(), BY, row.spell)


def _promise(each: Treaty, promise: Promise, instruments: list[Instrument]) -> Iterator[Record]:
    id = f"{each.id}/{promise.slug}"
    bound = "named" if promise.named else "parties"
    said: dict[str, Any] = {
        "name": promise.slug, "summary": "made up", "bound": bound, "parties_of": promise.of,
        "kind": promise.kind, "force": promise.force, "rank": rank(promise.kind, promise.force),
    }  # fmt: skip
    if not promise.named:
        said |= {"debtor_roles": [promise.roles[0]], "beneficiary_roles": [promise.roles[1]]}
    node = Node("Obligation", id, {**said, **promise.span.properties()}, BY)
    yield node
    yield Relationship("CREATES", Ref("Agreement", each.id), Ref("Obligation", id), {}, BY)
    common = promise.span.within(each.span)
    if common and promise.named:
        for type, ends in zip(("OWES", "OWED_TO"), promise.named, strict=True):
            for party in ends:
                yield from arrow(type, node, common, Part(Ref("Country", party), "party", common, BY))
    elif common:
        yield from arrows(node, common, followed(promise.of or each.id, instruments))


def world(seed: int) -> World:
    """Two treaties, of which one founds a body and one may be carried out by the other; a statute and designations."""
    dice = random.Random(seed)
    made = World(seed, tuple(f"v{seed}-{letter}" for letter in "ABCDEF"))
    pact, charter, statute = (f"v{seed}-{name}" for name in ("pact", "charter", "statute"))
    some = {name: dice.sample(made.parties, dice.randint(2, 4)) for name in (pact, charter)}
    if dice.random() < 0.5:
        some[pact] = sorted({*some[pact], *some[charter]})
    runs = Span(Bounds(FIRST, FIRST))
    for name, body in ((pact, None), (charter, f"v{seed}-league")):
        rows = tuple(Row(party, "party", Span(_day(dice))) for party in some[name])
        own = tuple(_promise_of(dice, n, made.parties, (None, pact)) for n in range(dice.randint(1, 3)))
        carried_out = (pact,) if name == charter and dice.random() < 0.5 else ()
        made.treaties[name] = Treaty(name, "treaty", runs, rows, own, carried_out, body)
    privilege = Promise("privilege", "arms-access", "domestic-law", runs, statute, ("designator", "designee"))
    made.treaties[statute] = Treaty(statute, "statute", runs, (), (privilege,))
    for number, designee in enumerate(dice.sample(made.parties[1:], 2)):
        id = f"v{seed}-designation-{number}"
        made.treaties[id] = _designation(id, made.parties[0], designee, statute, _day(dice))
    return made


def _day(dice: random.Random) -> Bounds:
    day = FIRST + datetime.timedelta(dice.randint(0, 3000))
    return Bounds(day, day + datetime.timedelta(dice.choice((0, 0, 300))))


def _promise_of(
    dice: random.Random, number: int, parties: tuple[str, ...], of: tuple[str | None, ...]
) -> Promise:
    named = (tuple(dice.sample(parties, 1)), tuple(dice.sample(parties, 2))) if dice.random() < 0.3 else None
    span = Span(Bounds(FIRST, FIRST), _day(dice) if dice.random() < 0.2 else None)
    followed_by = None if named else dice.choice(of)
    return Promise(
        f"article-{number}", dice.choice(_KINDS), dice.choice(_FORCES), span, followed_by, named=named
    )


def _designation(id: str, by: str, designee: str, statute: str, since: Bounds) -> Treaty:
    rows = (Row(by, "designator", Span(since)), Row(designee, "designee", Span(since)))
    return Treaty(id, "designation", Span(since), rows, implements=(statute,))


def changes(world: World) -> list[Change]:
    """One to three changes that there can be, in the words of the command."""
    dice = random.Random(world.seed + 10_000)
    pact, charter, statute = list(world.treaties.values())[:3]
    found: list[Change] = []
    for treaty, called in ((pact, pact.id), (charter, charter.body or "")):
        members = {row.party for row in treaty.rows}
        joining = [("join", each, called) for each in world.parties if each not in members]
        found += dice.sample([*joining, *(("leave", each, called) for each in sorted(members))], 1)
    has = {row.party for each in world.treaties.values() for row in each.rows if row.role == "designee"}
    found.append(
        ("designate", dice.choice([each for each in world.parties[1:] if each not in has]), statute.id)
    )
    running = [
        ("end", f"{each.id}/{promise.slug}")
        for each in (pact, charter)
        for promise in each.promises
        if promise.span.until is None
    ]
    found += dice.sample(running, min(1, len(running)))
    found.append(("end", f"v{world.seed}-designation-0"))
    return dice.sample(found, dice.randint(1, 3))


def changed(world: World, made: list[Change]) -> World:
    """The world in which they were made on the day, as somebody would write it down."""
    treaties = dict(world.treaties)
    for verb, *ids in made:
        if verb == "designate":
            id = f"v{world.seed}-designated"
            treaties[id] = _designation(id, world.parties[0], ids[0], ids[1], Bounds(DAY, DAY))
        elif verb == "end" and "/" in ids[0]:
            treaty, _, slug = ids[0].partition("/")
            treaties[treaty] = _without(treaties[treaty], slug)
        elif verb == "end":
            ended = treaties[ids[0]]
            rows = tuple(replace(row, span=_ended(row.span)) for row in ended.rows)
            treaties[ids[0]] = replace(ended, span=_ended(ended.span), rows=rows)
        else:
            for id in _meant(world, ids[1]):
                treaties[id] = _with_party(treaties[id], ids[0], verb)
    return replace(world, treaties=treaties)


def _meant(world: World, called: str) -> list[str]:
    """The agreement, or the one that founds the body and what it carries out, if every member is party to that."""
    if called in world.treaties:
        return [called]
    founding = next(each for each in world.treaties.values() if each.body == called)
    members = {row.party for row in founding.rows}
    return [founding.id] + [
        other for other in founding.implements if members <= {row.party for row in world.treaties[other].rows}
    ]


def _with_party(treaty: Treaty, party: str, verb: str) -> Treaty:
    held = [row for row in treaty.rows if row.party == party]
    if verb == "join":
        new = () if held else (Row(party, "party", Span(Bounds(DAY, DAY)), "new"),)
        return replace(treaty, rows=(*treaty.rows, *new))
    rows = tuple(replace(row, span=_ended(row.span)) if row.party == party else row for row in treaty.rows)
    return replace(treaty, rows=rows)


def _without(treaty: Treaty, slug: str) -> Treaty:
    ended = tuple(
        replace(each, span=_ended(each.span)) if each.slug == slug else each for each in treaty.promises
    )
    return replace(treaty, promises=ended)


def _ended(span: Span) -> Span:
    return Span(span.since, Bounds(DAY, DAY))


def on() -> Date:
    return DAY
