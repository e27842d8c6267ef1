"""Panels: who has promised what to whom, a row a year: the unit of quantitative research (docs/panels.md).

Two parties share an agreement where both are parties in the same phase of it, and their times meet. What one owes
the other runs from who owes it to who is owed. What is owed to some of the parties, and nobody says to which, is
neither 0 nor 1 between any two, nor is a kind of which no dataset speaks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal, TypeVar, get_args

from ..graph.dates import Date
from .panel_facts import BITS, FLAGS, Facts, Group, Promise
from .panel_years import Rule, Stay, shared, years

T = TypeVar("T")
Unit = Literal["directed-dyad-year", "dyad-year", "state-year"]
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
HELD: Final = ("allied", *FLAGS, "varies", "shareob", "transyr", "number", "bilatno", "multino")
"""The columns after the parties and the year, before the agreements."""


@dataclass(frozen=True, slots=True)
class Years:
    """Which years count, by which rule."""

    first: int
    last: int
    rule: Rule

    def of(self, one: Stay, other: Stay) -> range:
        """The years of the time that both hold."""
        common = shared(one, other, self.rule)
        return range(0) if common is None else years(*common, self.rule, self.first, self.last)

    def turns(self, one: Stay, other: Stay, end: Date) -> set[int]:
        """Those in which that time begins or ends; at `end` it does not, but its dataset does."""
        common = shared(one, other, self.rule)
        return {day.year for day in common or () if day < end}


@dataclass(slots=True)
class Held:
    """What holds in a year between two parties, or between one and any other."""

    flags: int = 0
    unknown: int = 0
    varies: bool = False
    moves: bool = False
    agreements: list[str] = field(default_factory=list)


Found = dict[tuple[str, ...], dict[int, Held]]
"""By the party at the other end (none in a state-year), then by year."""


def rows(facts: Facts, unit: Unit, within: Years) -> Iterator[list[Any]]:
    """The panel in the order of its parties: these, the year, what `HELD` names, the agreements.

    Memory holds the pairs of one party at a time.
    """
    panel = _Panel(facts, unit, within)
    for party in sorted(panel.groups, key=by_number):
        found = panel.of(party)
        for other in sorted(found, key=lambda each: [by_number(one) for one in each]):
            for year, held in sorted(found[other].items()):
                yield [party, *other, year, *_cells(facts, held)]


def by_number(text: str) -> tuple[int, str]:
    """Sorts numbers written as text."""
    return len(text), text


def _cells(facts: Facts, held: Held) -> list[Any]:
    agreements = held.agreements if len(held.agreements) == 1 else sorted(held.agreements, key=by_number)
    two = sum(each in facts.bilateral for each in agreements)
    unknown = held.unknown | facts.untold
    nothing = not held.flags and not unknown
    told = [int(held.varies), 1 if nothing else None, int(held.moves)]
    counts = [len(agreements), two, len(agreements) - two]
    return [1, *_flags(held.flags, unknown), *told, *counts, *agreements]


@cache
def _flags(flags: int, unknown: int) -> tuple[int | None, ...]:
    return tuple(1 if flags & bit else None if unknown & bit else 0 for bit in BITS.values())


class _Panel:
    def __init__(self, facts: Facts, unit: Unit, within: Years) -> None:
        self.facts, self.unit, self.within = facts, unit, within
        self.groups = _by_party((stay, group) for group, each in facts.members.items() for stay in each)
        promises = facts.promises.values()
        self.owed = _by_party((stay, promise) for promise in promises for stay in promise.debtors)
        self.due = _by_party((stay, promise) for promise in promises for stay in promise.creditors)
        self.to_some: dict[Group, list[tuple[Stay, Promise]]] = defaultdict(list)
        for promise in promises:
            for stay in () if promise.whole else promise.debtors:
                for own, group in self.groups.get(stay.party, ()):
                    if group[0] == promise.agreement and own.since == stay.since:
                        self.to_some[group].append((stay, promise))

    def of(self, party: str) -> Found:
        """What the party has in common with each of the others."""
        found: Found = defaultdict(dict)
        for stay, group in self.groups[party]:
            self._agreement(found, stay, group)
        for stay, promise in self.owed.get(party, ()):
            self._promise(found, stay, promise, promise.creditors)
        if self.unit == "dyad-year":
            for stay, promise in self.due.get(party, ()):
                self._promise(found, stay, promise, promise.debtors)
        if self.unit != "state-year":
            for stay, group in self.groups[party]:
                self._to_some(found, stay, group)
        return found

    def _agreement(self, found: Found, stay: Stay, group: Group) -> None:
        agreement, varies, end = group[0], group in self.facts.varying, self.facts.ends[group]
        for key, other in self._others(stay, self.facts.members[group]):
            turns = self.within.turns(stay, other, end)
            held = found[key]
            for year in self.within.of(stay, other):
                each = held.get(year)
                if each is None:
                    each = held[year] = Held()
                if agreement not in each.agreements:
                    each.agreements.append(agreement)
                if varies:
                    each.varies = True
                if year in turns:
                    each.moves = True

    def _promise(self, found: Found, stay: Stay, promise: Promise, ends: Iterable[Stay]) -> None:
        """Marks what is promised."""
        for held in self._shared(found, stay, ends):
            held.flags |= promise.bit

    def _to_some(self, found: Found, stay: Stay, group: Group) -> None:
        """What the party may owe any other of the phase; in a dyad-year also what any other may owe the party."""
        for owing, promise in self.to_some.get(group, ()):
            one, ends = stay, [owing]
            if (owing.party, owing.since) == (stay.party, stay.since):
                one, ends = owing, self.facts.members[group]
            elif self.unit == "directed-dyad-year":
                continue
            for held in self._shared(found, one, ends):
                held.unknown |= promise.bit

    def _shared(self, found: Found, stay: Stay, ends: Iterable[Stay]) -> Iterator[Held]:
        """The years of which there are rows: between two, those in which they share an agreement."""
        for key, other in self._others(stay, ends):
            by_year = found[key]
            for year in self.within.of(stay, other):
                if year in by_year:
                    yield by_year[year]

    def _others(self, stay: Stay, ends: Iterable[Stay]) -> Iterator[tuple[tuple[str, ...], Stay]]:
        """Whom a row is about beside the party: nobody in a state-year, each pair once in a dyad-year."""
        if self.unit == "state-year":
            yield (), stay
            return
        for other in ends:
            once = self.unit == "directed-dyad-year" or by_number(stay.party) < by_number(other.party)
            if other.party != stay.party and once:
                yield (other.party,), other


def _by_party(stays: Iterable[tuple[Stay, T]]) -> dict[str, list[tuple[Stay, T]]]:
    found: dict[str, list[tuple[Stay, T]]] = defaultdict(list)
    for stay, of in stays:
        found[stay.party].append((stay, of))
    return found
