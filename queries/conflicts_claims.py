"""What one dataset says of who owes whom what, and when: what is compared with what others say."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final, NamedTuple

from ..graph.dates import Bounds, Date


class Key(NamedTuple):
    """What a claim is about: who owes whom what kind of promise."""

    debtor: str
    beneficiary: str
    kind: str


class Asked(NamedTuple):
    """Of one party all that it owes and is owed, of several what they owe each other, of none everything.

    `kinds` are those that are compared, empty for all.
    """

    parties: Collection[str] = ()
    kinds: Collection[str] = ()


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
        asked = set(parties)
        least = min(2, len(asked))
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

    `to_class` are the promises of which it does not say to whom they are owed: by debtor and kind the instrument, to
    whom in words, and when.
    """

    dataset: str
    spells: dict[Key, list[Spell]] = field(default_factory=dict)
    to_class: defaultdict[tuple[str, str], list[tuple[str, str, Arrow]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    parties: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    kinds: set[str] = field(default_factory=set)
    """The kinds of which it holds any promise between those who are asked about."""
    promises: defaultdict[str, list[Promise]] = field(default_factory=lambda: defaultdict(list))
    """By instrument."""
    left_out: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By instrument the kinds of promise in its text that the dataset leaves out by its rule."""
    leaves_out: str = ""
    """That rule, in words."""
    named: set[str] = field(default_factory=set)
    """Everybody who owes or is owed anything."""

    def add(self, promise: Promise, instrument: str, asked: Asked) -> None:
        self.promises[instrument].append(promise)
        self.named.update(each.party for each in (*promise.owes, *promise.owed))
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
