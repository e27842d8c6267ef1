"""Two datasets set against each other: where they differ about one promise between two, since when, and why."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ..graph.dates import Bounds
from .articles import the
from .conflicts_answer import Conflict, Said, span_words
from .conflicts_claims import Key, Spell, joined
from .conflicts_read import Held
from .conflicts_sides import DAY, EVER, Side, Window, matched

_STRONGEST: Final = ("defense", "neutrality", "nonaggression", "consultation")
_ONE_TYPE: Final = frozenset({"cow"})
"""Datasets that mostly record the strongest promise of an alliance alone: what docs/differences.md found."""
_BY_FORCE: Final = frozenset({"core"})
"""Datasets that date by entry into force: where theirs is the earlier day, the other has not the later one of that."""


def compare(
    held: Held,
    one: Side,
    other: Side,
    kinds: Collection[str],
    window: Window = EVER,
    agreement: str | None = None,
) -> Iterator[Conflict]:
    """Every conflict about these kinds in the window, of an agreement and what is the same where one is named.

    What both sides of a pair owe each other alike is one.
    """
    only = held.instrument(agreement) if agreement else None
    found: dict[tuple[str, str, str], list[Conflict]] = defaultdict(list)
    keys = {key for side in (one, other) for key in side.word.spells if key.kind in kinds}
    for key in sorted(keys):
        if not any(side.touches(key, window) for side in (one, other)):
            continue
        pair = min(key.debtor, key.beneficiary), max(key.debtor, key.beneficiary), key.kind
        found[pair] += _Pair(held, one, other, key, window).conflicts(only)
    for conflicts in found.values():
        yield from _both_ways(conflicts)


def _both_ways(conflicts: Sequence[Conflict]) -> Iterator[Conflict]:
    mirrored: set[int] = set()
    for index, each in enumerate(conflicts):
        if index in mirrored:
            continue
        for later in range(index + 1, len(conflicts)):
            opposite = conflicts[later]
            if later not in mirrored and opposite.one == each.other and opposite.alike == each.alike:
                mirrored.add(later)
                each = replace(each, direction="both")
                break
        yield each


class _Pair:
    """One key in both datasets."""

    def __init__(self, held: Held, one: Side, other: Side, key: Key, window: Window) -> None:
        self.held, self.key, self.window = held, key, window
        self.sides = (one, other)

    def conflicts(self, only: str | None = None) -> Iterator[Conflict]:
        groups = [self._by_instrument(side) for side in self.sides]
        for instrument in [only] if only else sorted({*groups[0], *groups[1]}):
            mine, theirs = (joined(each.get(instrument, ())) for each in groups)
            for spell, counterpart in matched(mine, theirs):
                if spell and counterpart:
                    yield from self._days(instrument, spell, counterpart)
                elif spell:
                    yield from self._alone(instrument, 0, spell)
                elif counterpart:
                    yield from self._alone(instrument, 1, counterpart)

    def _by_instrument(self, side: Side) -> Mapping[str, list[Spell]]:
        found: defaultdict[str, list[Spell]] = defaultdict(list)
        for spell in side.word.spells.get(self.key, ()):
            found[self.held.instrument(spell.agreements[0])].append(spell)
        return found

    def _days(self, instrument: str, mine: Spell, theirs: Spell) -> Iterator[Conflict]:
        """Where the same instrument begins or ends on days that cannot be the same."""
        starts = sorted(((mine.since, 0), (theirs.since, 1)), key=lambda each: each[0].earliest)
        if starts[0][0].latest < starts[1][0].earliest:
            reason, why = self._of_starts(instrument, starts[0], starts[1])
            period = Window(starts[0][0].latest, starts[1][0].earliest)
            yield from self._dated("start", instrument, (reason, why), period, starts[1][1], mine, theirs)
        ends = sorted(((mine.until, 0), (theirs.until, 1)), key=lambda each: each[0].latest)
        if ends[0][0].latest < ends[1][0].earliest:
            period = Window(ends[0][0].latest, ends[1][0].earliest)
            reason, why = "disagreement", ""
            if period.until - period.since <= DAY:
                reason, why = "coding rule", "a day apart: one counts the last day, the other does not"
            yield from self._dated("end", instrument, (reason, why), period, ends[0][1], mine, theirs)

    def _of_starts(
        self, instrument: str, earlier: tuple[Bounds, int], later: tuple[Bounds, int]
    ) -> tuple[str, str]:
        if later[0].earliest - earlier[0].latest <= DAY:
            return "coding rule", "a day apart"
        parties = (None, self.key.debtor, self.key.beneficiary)
        days = [day for party in parties for day in self.held.signed.get((instrument, party), ())]
        first, second = (self.sides[each[1]].name for each in (earlier, later))
        if first not in _BY_FORCE and _among(earlier[0], days) and not _among(later[0], days):
            then = "a later one in force" if second in _BY_FORCE else "a later day"
            return "signature", f"{first} has the day of signature, {second} {then}"
        return "disagreement", ""

    def _dated(
        self,
        what: str,
        instrument: str,
        because: tuple[str, str],
        period: Window,
        lacking: int,
        mine: Spell,
        theirs: Spell,
    ) -> Iterator[Conflict]:
        """In the time between, as far as it speaks of it, one of them lacks it; where it does not, nothing is disputed."""
        side, asked = self.sides[lacking], period.within(self.window)
        left = list(asked.without(self._times(side))) if asked else []
        if not left:
            return
        disputed = Window(left[0].since, left[-1].until)
        reason, why = because
        covered = side.covers(self.key, complete=False)
        spoken = sorted(part for each in covered if (part := disputed.within(each)))
        if spoken:
            disputed = Window(spoken[0].since, max(each.until for each in spoken))
            whom = self._to_class(instrument, side, disputed) if reason == "disagreement" else None
            if whom is not None:
                reason, why = self._of_class(side, whom)
        else:
            reason, why = "coverage", f"{side.name} does not speak of that time"
        said = (self._said(0, mine), self._said(1, theirs))
        yield self._conflict(what, reason, why, disputed, *said)

    def _alone(self, instrument: str, which: int, spell: Spell) -> Iterator[Conflict]:
        """What one has and the other has in no instrument: the time that is left."""
        other = self.sides[1 - which]
        whole = Window(spell.since.latest, spell.until.earliest)
        for left in whole.without(self._times(other)):
            asked = left.within(self.window)
            if asked and left.until - left.since > DAY:
                period, what, reason, why, says = self._absent(instrument, other, asked)
                said = [self._said(which, spell), says]
                if which:
                    said.reverse()
                yield self._conflict(what, reason, why, period, *said)

    def _times(self, side: Side) -> list[Window]:
        """When a dataset possibly has the promise, by whichever instrument."""
        spells = side.word.spells.get(self.key, ())
        return [Window(each.since.earliest, each.until.latest) for each in spells]

    def _absent(self, instrument: str, other: Side, left: Window) -> tuple[Window, str, str, str, Said]:
        """Why the other dataset lacks it, and when it would have it if it were so."""
        nothing = Said(other.name, "no")
        parties = other.word.parties.get(instrument, set())
        knows = {self.key.debtor, self.key.beneficiary} <= parties
        complete = [part for each in other.covers(self.key, complete=True) if (part := left.within(each))]
        spoken = [part for each in other.covers(self.key, complete=False) if (part := left.within(each))]
        period = max(complete or spoken or [left], key=lambda each: each.until - each.since)
        if not other.speaks(left):
            why = f"{other.name} does not speak of that time"
            return left, "exists", "coverage", why, replace(nothing, says="not covered")
        if (lacking := self._outside(other)) is not None:
            why = f"{other.name} is about the states of COW's system, and {the(lacking)} is none"
            return left, "exists", "coverage", why, replace(nothing, says="not covered")
        if (whom := self._to_class(instrument, other, period)) is not None:
            return period, "exists", *self._of_class(other, whom), Said(other.name, f"owed to {whom}")
        if not spoken:
            why = f"{other.name} is not complete between the two"
            return left, "exists", "coverage", why, replace(nothing, says="unknown")
        if knows and (kinds := self._other_kinds(instrument, other, period)):
            return (
                period,
                "kind",
                *self._of_kinds(instrument, other, kinds),
                self._instead(instrument, other, kinds),
            )
        if not complete and not parties:
            why = f"{other.name} is not complete there"
            return left, "exists", "coverage", why, replace(nothing, says="unknown")
        if not parties:
            return period, "exists", "disagreement", f"{other.name} has no such instrument", nothing
        return period, "exists", "disagreement", self._missing(instrument, other, parties), nothing

    def _outside(self, other: Side) -> str | None:
        """Who of the two is no state to a dataset of states that never names it."""
        if not other.of_states:
            return None
        outside = [
            each for each in self.key[:2] if each in self.held.outside and each not in other.word.named
        ]
        return self.held.names.get(outside[0], outside[0]) if outside else None

    def _to_class(self, instrument: str, other: Side, period: Window) -> str | None:
        """To whom, in words, the debtor owes it in that time by this instrument, or another that both are parties to."""
        ends = {self.key.debtor, self.key.beneficiary}
        for by, whom, owing in other.word.to_class.get((self.key.debtor, self.key.kind), ()):
            by_both = by == instrument or ends <= other.word.parties.get(by, set())
            if by_both and Window(owing.since.earliest, owing.until.latest).within(period):
                return whom.partition(";")[0]
        return None

    def _of_class(self, side: Side, whom: str) -> tuple[str, str]:
        return "coding rule", f"{side.name} has it as owed to {whom}, and does not say who that is"

    def _missing(self, instrument: str, other: Side, parties: Collection[str]) -> str:
        """What the other has of the instrument."""
        gone = sorted({self.key.debtor, self.key.beneficiary} - set(parties))
        if gone:
            named = " and ".join(the(self.held.names.get(each, each)) for each in gone)
            return f"{other.name} has the instrument without {named}"
        turned = Key(self.key.beneficiary, self.key.debtor, self.key.kind)
        if any(
            self.held.instrument(each.agreements[0]) == instrument
            for each in other.word.spells.get(turned, ())
        ):
            return f"{other.name} has it in the other direction alone"
        return f"{other.name} has the instrument between them at another time, or with no such promise"

    def _other_kinds(self, instrument: str, other: Side, period: Window) -> Mapping[str, Spell]:
        """What else the instrument promises between the two in that time."""
        found = {}
        for promise in other.word.promises[instrument]:
            for spell in promise.spells(*self.key[:2]) if promise.kind != self.key.kind else ():
                if Window(spell.since.earliest, spell.until.latest).within(period):
                    found[promise.kind] = spell
        return dict(sorted(found.items()))

    def _of_kinds(self, instrument: str, other: Side, kinds: Collection[str]) -> tuple[str, str]:
        if self.key.kind in other.word.left_out[instrument]:
            return (
                "coding rule",
                f"{other.name} leaves out {other.word.leaves_out or 'it by a rule of its own'}",
            )
        if other.name in _ONE_TYPE and self.key.kind in _STRONGEST:
            stronger = _STRONGEST[: _STRONGEST.index(self.key.kind)]
            if set(kinds) & set(stronger):
                return (
                    "coding rule",
                    f"{other.name} mostly records the strongest promise of an alliance alone",
                )
        return "disagreement", f"{other.name} has the instrument with another kind of promise"

    def _instead(self, instrument: str, other: Side, kinds: Mapping[str, Spell]) -> Said:
        agreements = tuple(dict.fromkeys(id for each in kinds.values() for id in each.agreements))
        sources = tuple(dict.fromkeys(cited for each in kinds.values() for cited in each.sources))
        return Said(other.name, f"{', '.join(kinds)} instead", agreements, sources)

    def _said(self, which: int, spell: Spell) -> Said:
        return Said(
            self.sides[which].name, span_words(spell.since, spell.until), spell.agreements, spell.sources
        )

    def _conflict(
        self, what: str, reason: str, why: str, period: Window, first: Said, second: Said
    ) -> Conflict:
        ends = self.key.debtor, self.key.beneficiary
        direction = "one to other"
        return Conflict(
            *ends, direction, self.key.kind, what, reason, why, period.since, period.until, first, second
        )


def _among(day: Bounds, days: Iterable[Bounds]) -> bool:
    return any(each.earliest <= day.latest and day.earliest <= each.latest for each in days)
