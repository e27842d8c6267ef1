"""What the comparison of two datasets is made of: stretches of time, sides, and which spells belong together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import Final, NamedTuple

from ..graph.coverage import Scope
from ..graph.dates import Date, Span
from .conflicts_claims import Key, Spell, Word

DAY: Final = timedelta(1)


class Window(NamedTuple):
    """From a day until the first day no longer."""

    since: Date
    until: Date

    def __str__(self) -> str:
        """`2012`, `1999-03-24`, or from the one day to the other."""
        if (self.since.month, self.since.day) == (1, 1) and self.until == Date(self.since.year + 1, 1, 1):
            return str(self.since.year)
        last = self.until - DAY
        return str(self.since) if self.since == last else f"{self.since} to {last}"

    def within(self, other: "Window") -> "Window | None":
        since, until = max(self.since, other.since), min(self.until, other.until)
        return Window(since, until) if since < until else None

    def without(self, others: Iterable["Window"]) -> Iterator["Window"]:
        """What is left of it."""
        since = self.since
        for other in sorted(others):
            if other.until <= since:
                continue
            if other.since >= self.until:
                break
            if other.since > since:
                yield Window(since, other.since)
            since = max(since, other.until)
        if since < self.until:
            yield Window(since, self.until)


EVER: Final = Window(Date.min, Date.max)


@dataclass(frozen=True, slots=True)
class Side:
    """A dataset in the comparison, and where it is complete or speaks at all."""

    word: Word
    scopes: Sequence[Scope]
    of_states: bool = False
    """Whether it is about the states of COW's system alone."""

    @property
    def name(self) -> str:
        return self.word.dataset

    @property
    def kinds(self) -> set[str]:
        """Those that it says that it is about, and those that it has."""
        said = {kind for scope in self.scopes for kind in scope.kinds}
        return said | self.word.kinds | {kind for _, kind in self.word.to_class}

    def touches(self, key: Key, window: Window) -> bool:
        """Whether it may have such a promise between the two then, or between two times at which it has."""
        spells = self.word.spells.get(key, ())
        begins = min((each.since.earliest for each in spells), default=Date.max)
        ends = max((each.until.latest for each in spells), default=Date.min)
        return begins < window.until and ends >= window.since

    def speaks(self, window: Window) -> bool:
        """Whether it speaks of any of that time, whoever and whatever is asked about."""
        return any(_surely(scope.span).within(window) for scope in self.scopes)

    def covers(self, key: Key, *, complete: bool) -> list[Window]:
        """When it speaks of such a promise between the two; `complete`, when it would have it."""
        return [
            _surely(scope.span)
            for scope in self.scopes
            if (scope.complete or not complete) and scope.covers(key.debtor, key.beneficiary, [key.kind])
        ]


def _surely(span: Span) -> Window:
    return Window(
        span.since.latest if span.since else Date.min, span.until.earliest if span.until else Date.max
    )


def matched(mine: Sequence[Spell], theirs: Sequence[Spell]) -> Iterator[tuple[Spell | None, Spell | None]]:
    """Each with the one of the other side that it has most days in common with, else with none."""
    ranked = sorted(
        ((_shared(one, other), i, j) for (i, one), (j, other) in product(enumerate(mine), enumerate(theirs))),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    left, right = set(range(len(mine))), set(range(len(theirs)))
    for shared, i, j in ranked:
        if i in left and j in right and (shared > 0 or len(mine) == len(theirs) == 1):
            left.discard(i)
            right.discard(j)
            yield mine[i], theirs[j]
    yield from ((mine[i], None) for i in sorted(left))
    yield from ((None, theirs[j]) for j in sorted(right))


def _shared(one: Spell, other: Spell) -> int:
    since = max(one.since.earliest, other.since.earliest)
    return (min(one.until.latest, other.until.latest) - since).days
