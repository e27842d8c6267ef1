"""What each dataset says of who owes whom what, of all times, as it is compared with what others say."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from operator import itemgetter
from typing import Any, Final, NamedTuple

from ..graph.dates import HOLDING, Bounds, Date, bounds_of
from ..graph.store import Store

Row = Mapping[str, Any]


class Key(NamedTuple):
    """What a claim is about: who owes whom what kind of promise."""

    debtor: str
    beneficiary: str
    kind: str


class Asked(NamedTuple):
    """Of one party all that it owes and is owed, of several what they owe each other, of none everything.

    `agreement` leaves those that are the same in other datasets; `kinds` those that are compared, empty for all.
    """

    parties: Collection[str] = ()
    kinds: Collection[str] = ()
    agreement: str | None = None


EVERYTHING: Final = Asked()


class Spell(NamedTuple):
    """One promise between two, from a first day to the first day no longer; `sure` where it holds in law."""

    since: Bounds
    until: Bounds
    sure: bool
    agreements: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def firm(self) -> bool:
        """It held for certain on some day."""
        return self.sure and self.since.latest < self.until.earliest


class Arrow(NamedTuple):
    """A party that owes, or is owed, and when."""

    party: str
    since: Bounds
    until: Bounds
    sure: bool
    sources: tuple[str, ...]


class Promise(NamedTuple):
    """An obligation of an agreement, and who owes it to whom."""

    kind: str
    agreement: str
    sources: tuple[str, ...]
    owes: Sequence[Arrow]
    owed: Sequence[Arrow]

    def pairs(self, parties: Collection[str] = ()) -> Iterator[tuple[Arrow, Arrow]]:
        """Every debtor with every beneficiary; one party asked for has a part, of several both are."""
        asked, least = set(parties), min(2, len(parties))
        for debtor, creditor in product(self.owes, self.owed):
            one, other = debtor.party, creditor.party
            if one != other and (not asked or len(asked & {one, other}) >= least):
                yield debtor, creditor

    def spells(self, debtor: str, beneficiary: str) -> Iterator[Spell]:
        """When it was owed by the one to the other."""
        owing = (each for each in self.owes if each.party == debtor)
        owed = (each for each in self.owed if each.party == beneficiary)
        for one, other in product(owing, owed):
            if spell := self.spell(one, other):
                yield spell

    def spell(self, one: Arrow, other: Arrow) -> Spell | None:
        since, until = _of_both(max, one.since, other.since), _of_both(min, one.until, other.until)
        if since.earliest >= until.latest:
            return None
        cited = tuple(dict.fromkeys((*self.sources, *one.sources, *other.sources)))
        return Spell(since, until, one.sure and other.sure, (self.agreement,), cited)


@dataclass(slots=True)
class Word:
    """All that a dataset says; `spells` are of the kinds that are compared.

    `to_some` are the promises of which it does not say to whom they are owed.
    """

    dataset: str
    spells: dict[Key, list[Spell]] = field(default_factory=dict)
    to_some: set[tuple[str, str, str]] = field(default_factory=set)
    parties: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    kinds: set[str] = field(default_factory=set)
    """The kinds of which it holds any promise between those who are asked about."""
    promises: defaultdict[str, list[Promise]] = field(default_factory=lambda: defaultdict(list))
    """By instrument."""

    def add(self, promise: Promise, instrument: str, asked: Asked) -> None:
        self.promises[instrument].append(promise)
        self.parties[instrument].update(each.party for each in promise.owes)
        if promise.owes:
            self.parties[instrument].update(each.party for each in promise.owed)
        if not asked.kinds or promise.kind in asked.kinds:
            for one, other in promise.pairs(asked.parties):
                if spell := promise.spell(one, other):
                    key = Key(one.party, other.party, promise.kind)
                    self.spells.setdefault(key, []).append(spell)
                    self.kinds.add(promise.kind)
        elif any(promise.pairs(asked.parties)):
            self.kinds.add(promise.kind)


@dataclass(frozen=True, slots=True)
class Held:
    """What all of them say; `same` gives each agreement the least id of those that are the same instrument."""

    words: Mapping[str, Word]
    same: Mapping[str, str]
    signed: Mapping[tuple[str, str | None], Sequence[Bounds]]
    """Days of signature by instrument, of the whole (None) and of each party."""
    names: Mapping[str, str]

    def instrument(self, agreement: str) -> str:
        return self.same.get(agreement, agreement)


_OBLIGATIONS: Final = """
MATCH (a:Agreement)-[:CREATES]->(b:Obligation)
WHERE b.dataset IN $datasets AND ($agreements IS NULL OR a.id IN $agreements)
RETURN b.id AS id, b.kind AS kind, b.dataset AS dataset, b.sources AS sources,
       b.owed_to_class IS NOT NULL AS to_some, a.id AS agreement
ORDER BY id
"""
_ARROWS: Final = """
MATCH (b:Obligation)-[r:OWES|OWED_TO]-(p:Country|Organization)
WHERE b.dataset IN $datasets
RETURN b.id AS id,
       collect([p.id, r.id, type(r), toString(r.since), toString(r.since_latest), toString(r.until),
                toString(r.until_latest), r.until_known, r.status, r.sources]) AS arrows
ORDER BY id
"""
"""Dates as text: of tens of thousands the driver makes that in half the time."""
_SIGNED: Final = """
MATCH (a:Agreement) WHERE a.dataset IN $datasets AND a.signed IS NOT NULL
RETURN a.id AS id, [null] AS parties, a.signed AS signed, a.signed_latest AS signed_latest
UNION ALL
MATCH (a:Agreement)<-[r:PARTY_TO]-(p:Country|Organization) WHERE r.dataset IN $datasets AND r.signed IS NOT NULL
RETURN a.id AS id, collect(p.id) AS parties, r.signed AS signed, r.signed_latest AS signed_latest
"""
_SAME: Final = """
MATCH (a:Agreement)-[:SAME_AS]->(b:Agreement)
RETURN a.id AS one, b.id AS other
ORDER BY one, other
"""
_NAMES: Final = "MATCH (p:Country|Organization) RETURN p.id AS id, p.name AS name ORDER BY id"


def read(store: Store, datasets: Sequence[str], asked: Asked = EVERYTHING) -> Held:
    """What the datasets say of what is asked."""
    same = _same(store)
    params = {"datasets": list(datasets), "agreements": _agreements(asked.agreement, same)}
    arrows = _arrows(store, params)
    words = {name: Word(name) for name in datasets}
    for row in store.read(_OBLIGATIONS, params):
        agreement, word = row["agreement"], words[row["dataset"]]
        promise = Promise(
            row["kind"], agreement, tuple(row["sources"] or ()), *arrows.get(row["id"], ((), ()))
        )
        instrument = same.get(agreement, agreement)
        word.add(promise, instrument, asked)
        if row["to_some"]:
            word.to_some.update((instrument, each.party, promise.kind) for each in promise.owes)
    signed: defaultdict[tuple[str, str | None], list[Bounds]] = defaultdict(list)
    for row in store.read(_SIGNED, params):
        if day := bounds_of(row, "signed"):
            for party in row["parties"]:
                signed[same.get(row["id"], row["id"]), party].append(day)
    names = {row["id"]: row["name"] or row["id"] for row in store.read(_NAMES)}
    return Held(words, same, signed, names)


def _agreements(asked: str | None, same: Mapping[str, str]) -> list[str] | None:
    """Those that are the same as the one asked about."""
    if not asked:
        return None
    whole = same.get(asked, asked)
    return sorted({whole, asked, *(id for id, first in same.items() if first == whole)})


def _same(store: Store) -> Mapping[str, str]:
    """Each linked agreement with the least id among those that it is the same as, by way of others too."""
    first: dict[str, str] = {}

    def of(id: str) -> str:
        while first.setdefault(id, id) != id:
            id = first[id]
        return id

    for row in store.read(_SAME):
        one, other = sorted((of(row["one"]), of(row["other"])))
        first[other] = one
    return {id: of(id) for id in first}


def _arrows(store: Store, params: Row) -> Mapping[str, tuple[Sequence[Arrow], Sequence[Arrow]]]:
    """Of each obligation who owes it, and to whom."""
    found = {}
    for row in store.read(_ARROWS, {"datasets": params["datasets"]}):
        sides: tuple[list[Arrow], list[Arrow]] = ([], [])
        for party, _, type, *dates, known, status, sources in sorted(row["arrows"], key=itemgetter(0, 1)):
            since, until = _bounds(*dates[:2]), _bounds(*dates[2:])
            since = since or Bounds(Date.min, Date.max)
            until = until or Bounds(Date.max if known else since.earliest, Date.max)
            sure = (status or "in force") in HOLDING
            arrow = Arrow(party, since, until, sure, tuple(sources or ()))
            sides[type == "OWED_TO"].append(arrow)
        found[row["id"]] = sides
    return found


@cache
def _bounds(earliest: str | None, latest: str | None) -> Bounds | None:
    if earliest is None:
        return None
    return Bounds(Date.fromisoformat(earliest), Date.fromisoformat(latest or earliest))


def _of_both(pick: Callable[[Date, Date], Date], one: Bounds, other: Bounds) -> Bounds:
    if one is other:
        return one
    return Bounds(pick(one.earliest, other.earliest), pick(one.latest, other.latest))


def _order(spell: Spell) -> tuple[object, ...]:
    since, until = spell.since, spell.until
    return since.earliest, since.latest, until.earliest, until.latest, spell.agreements, spell.sources


def joined(spells: Iterable[Spell]) -> list[Spell]:
    """Spells that certainly held, with those that meet made one: phases, and treaties that follow each other."""
    found: list[Spell] = []
    for spell in sorted((each for each in spells if each.firm), key=_order):
        if found and spell.since.earliest <= found[-1].until.latest:
            last = found.pop()
            later = max(last, spell, key=lambda each: (each.until.earliest, each.until.latest))
            found.append(
                Spell(
                    last.since,
                    later.until,
                    True,
                    tuple(dict.fromkeys(last.agreements + spell.agreements)),
                    tuple(dict.fromkeys(last.sources + spell.sources)),
                )
            )
        else:
            found.append(spell)
    return found
