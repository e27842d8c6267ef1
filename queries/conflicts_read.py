"""What each dataset says of who owes whom what, of all times, as it is compared with what others say."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from ..graph.dates import HOLDING, Bounds, Date, bounds_of
from ..graph.store import Store

Row = Mapping[str, Any]


class Key(NamedTuple):
    """What a claim is about: who owes whom what kind of promise."""

    debtor: str
    beneficiary: str
    kind: str


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


@dataclass(slots=True)
class Word:
    """All that a dataset says; `to_some` are the promises of which it does not say to whom they are owed."""

    dataset: str
    spells: dict[Key, list[Spell]] = field(default_factory=dict)
    to_some: set[tuple[str, str, str]] = field(default_factory=set)
    parties: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def kinds(self) -> set[str]:
        """The kinds of which it holds any promise."""
        return {key.kind for key in self.spells}


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
MATCH (b:Obligation){left}[r:{type}]{right}(p:Country|Organization)
WHERE b.dataset IN $datasets
RETURN b.id AS id, p.id AS party, r.since AS since, r.since_latest AS since_latest, r.until AS until,
       r.until_latest AS until_latest, r.until_known AS known, r.status AS status, r.sources AS sources
ORDER BY id, party, r.id
"""
_SIGNED: Final = """
MATCH (a:Agreement) WHERE a.dataset IN $datasets AND a.signed IS NOT NULL
RETURN a.id AS id, null AS party, a.signed AS signed, a.signed_latest AS signed_latest
UNION ALL
MATCH (a:Agreement)<-[r:PARTY_TO]-(p:Country|Organization) WHERE r.dataset IN $datasets AND r.signed IS NOT NULL
RETURN a.id AS id, p.id AS party, r.signed AS signed, r.signed_latest AS signed_latest
"""
_SAME: Final = """
MATCH (a:Agreement)-[:SAME_AS]->(b:Agreement)
RETURN a.id AS one, b.id AS other
ORDER BY one, other
"""
_NAMES: Final = "MATCH (p:Country|Organization) RETURN p.id AS id, p.name AS name ORDER BY id"


def read(
    store: Store, datasets: Sequence[str], parties: Collection[str] = (), agreement: str | None = None
) -> Held:
    """What the datasets say between these parties, or of this agreement and those that are the same.

    Of one party it is all that it owes and is owed; of several what they owe each other; of none everything.
    """
    same = _same(store)
    whole = same.get(agreement, agreement) if agreement else None
    agreements = None
    if whole:
        agreements = sorted(
            {whole, agreement or whole, *(id for id, first in same.items() if first == whole)}
        )
    params = {"datasets": list(datasets), "agreements": agreements}
    obligations = {row["id"]: row for row in store.read(_OBLIGATIONS, params)}
    owes = _arrows(store, "OWES", "<-", "-", params)
    owed = _arrows(store, "OWED_TO", "-", "->", params)
    words = {name: Word(name) for name in datasets}
    for id, row in obligations.items():
        _add(words[row["dataset"]], row, owes.get(id, ()), owed.get(id, ()), frozenset(parties), same)
    signed: defaultdict[tuple[str, str | None], list[Bounds]] = defaultdict(list)
    for row in store.read(_SIGNED, params):
        if day := bounds_of(row, "signed"):
            signed[same.get(row["id"], row["id"]), row["party"]].append(day)
    names = {row["id"]: row["name"] or row["id"] for row in store.read(_NAMES)}
    return Held(words, same, signed, names)


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


class _Arrow(NamedTuple):
    party: str
    since: Bounds
    until: Bounds
    sure: bool
    sources: tuple[str, ...]


def _arrows(store: Store, type: str, left: str, right: str, params: Row) -> Mapping[str, Sequence[_Arrow]]:
    found: defaultdict[str, list[_Arrow]] = defaultdict(list)
    text = _ARROWS.format(type=type, left=left, right=right)
    for row in store.read(text, {"datasets": params["datasets"]}):
        since = bounds_of(row, "since") or Bounds(Date.min, Date.max)
        until = bounds_of(row, "until") or Bounds(Date.max if row["known"] else since.earliest, Date.max)
        sure = (row["status"] or "in force") in HOLDING
        found[row["id"]].append(_Arrow(row["party"], since, until, sure, tuple(row["sources"] or ())))
    return found


def _add(
    word: Word,
    row: Row,
    owes: Iterable[_Arrow],
    owed: Sequence[_Arrow],
    parties: frozenset[str],
    same: Mapping[str, str],
) -> None:
    agreement, kind = row["agreement"], row["kind"]
    whole = same.get(agreement, agreement)
    for debtor in owes:
        word.parties[whole].add(debtor.party)
        if row["to_some"]:
            word.to_some.add((whole, debtor.party, kind))
        for creditor in owed:
            word.parties[whole].add(creditor.party)
            if debtor.party != creditor.party and _asked(parties, debtor.party, creditor.party):
                for spell in _common(debtor, creditor, agreement, row["sources"]):
                    word.spells.setdefault(Key(debtor.party, creditor.party, kind), []).append(spell)


def _asked(parties: frozenset[str], one: str, other: str) -> bool:
    """One party asked for has a part; of several, both are."""
    return not parties or len(parties & {one, other}) >= min(2, len(parties))


def _common(one: _Arrow, other: _Arrow, agreement: str, sources: Sequence[str] | None) -> Iterator[Spell]:
    since = Bounds(max(one.since.earliest, other.since.earliest), max(one.since.latest, other.since.latest))
    until = Bounds(min(one.until.earliest, other.until.earliest), min(one.until.latest, other.until.latest))
    if since.earliest < until.latest:
        cited = tuple(dict.fromkeys((*(sources or ()), *one.sources, *other.sources)))
        yield Spell(since, until, one.sure and other.sure, (agreement,), cited)


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
