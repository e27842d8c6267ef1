"""What each dataset says of who owes whom what, of all times, as it is compared with what others say."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, Final

from ..graph.dates import HOLDING, Bounds, Date, bounds_of
from ..graph.store import Store
from .conflicts_claims import EVERYTHING, Arrow, Asked, Promise, Word

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """What all of them say; `same` gives each agreement the least id of those that are the same instrument."""

    words: Mapping[str, Word]
    same: Mapping[str, str]
    signed: Mapping[tuple[str, str | None], Sequence[Bounds]]
    """Days of signature by instrument, of the whole (None) and of each party."""
    names: Mapping[str, str]
    outside: frozenset[str]
    """Parties without a number in COW's system of states, such as organizations."""

    def instrument(self, agreement: str) -> str:
        return self.same.get(agreement, agreement)


_OBLIGATIONS: Final = """
MATCH (a:Agreement)-[:CREATES]->(b:Obligation)
WHERE b.dataset IN $datasets
RETURN b.id AS id, b.kind AS kind, b.dataset AS dataset, b.sources AS sources,
       b.owed_to_class AS owed_to_class, a.id AS agreement
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
_LEFT_OUT: Final = """
MATCH (a:Agreement) WHERE a.dataset IN $datasets AND a.left_out IS NOT NULL
MATCH (d:Dataset {id: a.dataset})
RETURN a.id AS id, a.dataset AS dataset, a.left_out AS kinds, d.leaves_out AS leaves_out
ORDER BY id
"""
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
_NAMES: Final = """
MATCH (p:Country|Organization)
RETURN p.id AS id, p.name AS name, p.cow IS NULL AS outside
ORDER BY id
"""


def read(store: Store, datasets: Sequence[str], asked: Asked = EVERYTHING) -> Held:
    """What the datasets say of what is asked."""
    same = _same(store)
    params = {"datasets": list(datasets)}
    arrows = _arrows(store, params)
    words = {name: Word(name) for name in datasets}
    for row in store.read(_OBLIGATIONS, params):
        agreement, word = row["agreement"], words[row["dataset"]]
        promise = Promise(
            row["kind"], agreement, tuple(row["sources"] or ()), *arrows.get(row["id"], ((), ()))
        )
        instrument = same.get(agreement, agreement)
        word.add(promise, instrument, asked)
        if row["owed_to_class"]:
            for each in promise.owes:
                word.to_class[each.party, promise.kind].append((instrument, row["owed_to_class"], each))
    for row in store.read(_LEFT_OUT, params):
        word = words[row["dataset"]]
        word.left_out[same.get(row["id"], row["id"])].update(row["kinds"])
        word.leaves_out = row["leaves_out"] or ""
    signed: defaultdict[tuple[str, str | None], list[Bounds]] = defaultdict(list)
    for row in store.read(_SIGNED, params):
        if day := bounds_of(row, "signed"):
            for party in row["parties"]:
                signed[same.get(row["id"], row["id"]), party].append(day)
    parties = store.read(_NAMES)
    names = {row["id"]: row["name"] or row["id"] for row in parties}
    return Held(words, same, signed, names, frozenset(row["id"] for row in parties if row["outside"]))


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
    for row in store.read(_ARROWS, params):
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
