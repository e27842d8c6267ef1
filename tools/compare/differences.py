"""Where two pacts differ: spells, their ends, and kinds of obligation."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from foedera.graph.dates import Bounds, Date

from .spells import Pact, Spell
from .theirs import next_day

REASONS: Mapping[str, tuple[str, str]] = {
    "signature": ("They date by signature, we by entry into force", "ours kept"),
    "day": ("Their last day is our first day no longer, less one", "ours kept: one convention"),
    "exactness": (
        "We are less exact",
        "ours kept: a stretch in which theirs lies; no document at hand shows the day",
    ),
    "unknown end": (
        "They give an end, we say that nobody knows",
        "ours kept: no document at hand shows an end",
    ),
    "missing there": ("A party that they do not have", ""),
    "missing here": ("A party that we do not have", ""),
    "start": ("Another start", ""),
    "end": ("Another end", ""),
    "ended there": ("Ended with them, runs with us", ""),
    "runs there": ("Ended with us, runs with them", ""),
    "kind there": (
        "An obligation that we do not have",
        "open: not in what was read of the text, so not entered",
    ),
    "kind here": ("An obligation that they do not have", "ours kept: our sources show it"),
}


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One fact that differs: for a kind, the party is the one that owes it."""

    reason: str
    subject: str
    dataset: str
    what: str
    ours: str
    theirs: str
    party: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two pacts side by side. `until` is the last day that theirs speaks of; `years` that they give years only."""

    subject: str
    dataset: str
    ours: Pact
    theirs: Pact
    until: Date
    name: Callable[[int], str]
    years: bool = False

    def dates(self) -> Iterator[Difference]:
        for code in sorted(self.ours.spells.keys() | self.theirs.spells.keys()):
            party = self.ours.names.get(code) or self.name(code)
            mine = [each for each in self.ours.spells.get(code, []) if self._covers(each)]
            other = list(self.theirs.spells.get(code, []))
            for spell in mine:
                match = next((each for each in other if each.meets(spell)), None)
                if match is None:
                    yield self._row("missing there", "spell", _span(spell), "none", party)
                    continue
                other.remove(match)
                yield from self._start(spell, match, party)
                yield from self._end(spell, match, party)
            for spell in other:
                yield self._row("missing here", "spell", "none", self._span(spell), party)

    def kinds(self, can_tell: frozenset[str]) -> Iterator[Difference]:
        for code in sorted(self.ours.spells.keys() & self.theirs.spells.keys()):
            mine = self.ours.kinds.get(code, set()) & can_tell
            other = self.theirs.kinds.get(code, set()) & can_tell
            party = self.ours.names.get(code) or self.name(code)
            for kind in sorted(other - mine):
                yield self._row("kind there", kind, "no", "yes", party)
            for kind in sorted(mine - other):
                yield self._row("kind here", kind, "yes", "no", party)

    def compared(self) -> int:
        """How many starts and ends both give."""
        codes = self.ours.spells.keys() & self.theirs.spells.keys()
        return sum(2 * len([each for each in self.ours.spells[code] if self._covers(each)]) for code in codes)

    def _covers(self, spell: Spell) -> bool:
        return min(each.earliest for each in (spell.since, spell.signed) if each) <= self.until

    def _start(self, mine: Spell, other: Spell, party: str) -> Iterator[Difference]:
        if mine.signed and other.signed and not _fits(mine.signed, other.signed):
            yield self._row("start", "signed", str(mine.signed), str(other.signed), party)
        row = ("start", str(mine.since), self._bounds(other.since), party)
        exact = not _wider(mine.since, other.since)
        if _fits(mine.since, other.since) and (exact or self.years):
            return
        if mine.signed and _fits(mine.signed, other.since):
            yield self._row("signature", *row)
        elif not exact and _fits(mine.since, other.since):
            yield self._row("exactness", *row)
        else:
            yield self._row("start", *row)

    def _end(self, mine: Spell, other: Spell, party: str) -> Iterator[Difference]:
        ended = mine.until if mine.until and mine.until.earliest <= self.until else None
        row = ("end", str(mine.until or "runs"), self._bounds(other.until) if other.until else "runs", party)
        if not mine.known and ended is None:
            if other.until:
                yield self._row("unknown end", "end", "unknown", self._bounds(other.until), party)
        elif other.until is None:
            if ended is not None and ended.latest <= self.until:
                yield self._row("runs there", *row)
        elif ended is None:
            yield self._row("ended there", *row)
        elif _fits(ended, other.until):
            if _wider(ended, other.until) and not self.years:
                yield self._row("exactness", *row)
        elif self.years and ended.latest.year == other.until.earliest.year - 1:
            pass
        elif _fits(ended, next_day(other.until)):
            yield self._row("day", *row)
        else:
            yield self._row("end", *row)

    def _bounds(self, bounds: Bounds) -> str:
        return str(bounds.earliest.year) if self.years else str(bounds)

    def _span(self, spell: Spell) -> str:
        return (
            f"{self._bounds(spell.since)} to {self._bounds(spell.until)}"
            if spell.until
            else (f"from {self._bounds(spell.since)}")
        )

    def _row(self, reason: str, what: str, ours: str, theirs: str, party: str) -> Difference:
        return Difference(reason, self.subject, self.dataset, what, ours, theirs, party)


def _span(spell: Spell) -> str:
    end = f" to {spell.until}" if spell.until else ""
    return f"{spell.since}{end}" if end else f"from {spell.since}"


def _fits(mine: Bounds, other: Bounds) -> bool:
    return mine.earliest <= other.latest and other.earliest <= mine.latest


def _wider(mine: Bounds, other: Bounds) -> bool:
    return mine.latest - mine.earliest > other.latest - other.earliest
