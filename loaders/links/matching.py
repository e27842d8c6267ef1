"""The same instrument in two datasets: by what one says of the other, by what is known, by parties and dates.

The score of two agreements is the share of parties that both have, of all that either has (Jaccard), times how close
their days of signature are: 1 on the same day, less by 1/365 for each day between, 0 from a year on. Where a day is
not known, its farthest counts. The day in force stands for a day of signature that a dataset does not give.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

from ...graph.dates import Bounds, Date

SURE: Final = 0.9
"""The score from which two are taken for the same: a month apart at most, or a party in ten that one has alone."""
UNSURE: Final = 0.5
"""The score from which two are listed as perhaps the same; a rival from here on makes either unsure."""
_YEAR: Final = 365
NAMED: Final = "cow4id="
"""How what ATOP codes of the alliance of COW 4 that is the same begins."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement as it is compared: its parties as their first predecessors, the kinds that it promises."""

    id: str
    dataset: str
    day: Bounds | None
    parties: frozenset[str]
    kinds: frozenset[str]
    coded: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Link(NamedTuple):
    """Two agreements of different datasets, and why they are the same, or may be."""

    one: Instrument
    other: Instrument
    basis: str
    reason: str
    score: float | None
    sure: bool


def links(instruments: Sequence[Instrument], known: Iterable[tuple[str, str, str]]) -> Iterator[Link]:
    """All that are the same, and those of which that is not sure; by id."""
    by_dataset: defaultdict[str, list[Instrument]] = defaultdict(list)
    by_id = {each.id: each for each in instruments}
    for each in instruments:
        by_dataset[each.dataset].append(each)
    said = [*_known(by_id, known), *_named(by_dataset.get("atop", ()), by_id)]
    for one, other in combinations(sorted(by_dataset, key=lambda name: (name != "core", name)), 2):
        found = [each for each in said if (each.one.dataset, each.other.dataset) == (one, other)]
        taken = {each.id for link in found for each in (link.one, link.other)}
        left = [
            [each for each in by_dataset[name] if each.id not in taken and each.day and len(each.parties) > 1]
            for name in (one, other)
        ]
        found += _alike(*left)
        yield from sorted(found, key=lambda link: (link.one.id, link.other.id))


def _known(by_id: Mapping[str, Instrument], known: Iterable[tuple[str, str, str]]) -> Iterator[Link]:
    for ours, theirs, reason in known:
        if ours in by_id and theirs in by_id:
            yield Link(by_id[ours], by_id[theirs], "known", reason, None, sure=True)


def _named(atop: Iterable[Instrument], by_id: Mapping[str, Instrument]) -> Iterator[Link]:
    for each in atop:
        for coded in each.coded:
            number = coded.removeprefix(NAMED)
            if number != coded and (other := by_id.get(f"cow:{number}")):
                yield Link(each, other, "named", f"ATOP says so: {coded}", None, sure=True)


def _alike(some: Sequence[Instrument], others: Sequence[Instrument]) -> Iterator[Link]:
    """By parties and dates; sure where neither has a rival, and both promise something of one kind."""
    scored = [(_score(one, other), one, other) for one, other in _candidates(some, others)]
    near = [each for each in scored if each[0] >= UNSURE]
    rivals: defaultdict[str, int] = defaultdict(int)
    for _, one, other in near:
        rivals[one.id] += 1
        rivals[other.id] += 1
    for score, one, other in near:
        doubts = list(_doubts(score, one, other, max(rivals[one.id], rivals[other.id]) - 1))
        reason = "; ".join([_told(one, other), *doubts])
        yield Link(one, other, "parties and dates", reason, round(score, 3), sure=not doubts)


def _doubts(score: float, one: Instrument, other: Instrument, rivals: int) -> Iterator[str]:
    if rivals:
        yield f"{rivals} other{'s' * (rivals > 1)} may be the same too"
    if not one.kinds & other.kinds:
        yield "they promise nothing of one kind"
    if score < SURE:
        yield f"too little for sure: {score:.2f} of {SURE}"


def _candidates(
    some: Sequence[Instrument], others: Sequence[Instrument]
) -> Iterator[tuple[Instrument, Instrument]]:
    """Pairs with a party and a year in common, or the years next to it."""
    held: defaultdict[tuple[str, int], list[Instrument]] = defaultdict(list)
    for each in others:
        for party in each.parties:
            held[party, _year(each)].append(each)
    for one in some:
        found = {
            other.id: other
            for party in one.parties
            for year in range(_year(one) - 1, _year(one) + 2)
            for other in held.get((party, year), ())
        }
        yield from ((one, found[id]) for id in sorted(found))


def _year(of: Instrument) -> int:
    return of.day.latest.year if of.day else Date.max.year


def _score(one: Instrument, other: Instrument) -> float:
    shared = len(one.parties & other.parties) / len(one.parties | other.parties)
    return shared * max(0.0, 1 - _apart(one, other) / _YEAR)


def _apart(one: Instrument, other: Instrument) -> int:
    """Days between both, the most that it can be."""
    assert one.day and other.day
    farthest = (one.day.latest - other.day.earliest, other.day.latest - one.day.earliest)
    return max(abs(each.days) for each in farthest)


def _told(one: Instrument, other: Instrument) -> str:
    both, all_ = len(one.parties & other.parties), len(one.parties | other.parties)
    days = _apart(one, other)
    apart = "the same day" if not days else f"up to {days} day{'s' * (days > 1)} apart"
    return f"{both} of {all_} parties, {apart}"
