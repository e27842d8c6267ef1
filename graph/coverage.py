"""What finding nothing means: `no`, `unknown`, or `not covered`.

Nothing found is `no` only where a complete scope covers the parties, the kind and the date. A date
outside every scope's span is `not covered`. Anything else is `unknown`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal

from .dates import Bounds, Date, Span

Verdict = Literal["yes", "no", "unknown", "not covered"]


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a dataset reaches; one that is `closed` says nothing of a day outside.

    `holds` is what it holds, in the plural, as a sentence says that it ends.
    """

    dataset: str
    holds: str
    since: Date | None
    until: Date | None
    closed: bool
    of_states: bool = False
    """Whether it is about the states of COW's system alone: of an organization, or another state, it says nothing."""

    @classmethod
    def of(cls, held: Mapping[str, Any]) -> "Extent":
        """That of a Dataset node, by its properties."""
        holds = held.get("holds") or f"the data of {held['title']}"
        reach = (held.get("covers_from"), held.get("covers_until"))
        closed, of_states = bool(held.get("closed")), bool(held.get("of_states"))
        return cls(held["id"], holds, *reach, closed=closed, of_states=of_states)

    @property
    def ends(self) -> str:
        """`COW alliances end on 2012-12-31`."""
        return f"{self.holds} end on {self.until}"

    def outside(self, on: Date) -> str:
        """Why it is not to be asked about that day; nothing where it is."""
        if self.closed and self.until and on > self.until:
            return self.ends
        if self.closed and self.since and on < self.since:
            return f"{self.holds} begin on {self.since}"
        return ""

    def early(self, on: Date) -> str:
        """What is to be remarked of one that is asked all the same about a day before its first; else nothing."""
        if self.closed or not self.since or on >= self.since:
            return ""
        return f"{self.dataset} covers from {self.since}: of {on} it holds single facts at most"

    def left_out(self, on: Date) -> str:
        """`cow, which ends on 2012-12-31`, of one that is not to be asked about that day."""
        late = self.until and on > self.until
        return f"{self.dataset}, which {f'ends on {self.until}' if late else f'begins on {self.since}'}"

    def still(self, until: Bounds | None) -> str:
        """What an end means that is known only to come after the dataset's own; nothing of another end."""
        if not (self.closed and self.until and until and until.latest == Date.max):
            return ""
        return f"still in force when {self.ends}" if until.earliest == self.until + timedelta(1) else ""


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of a dataset's field. Empty kinds, parties or counterparties mean all of them."""

    id: str
    dataset: str
    title: str
    span: Span
    complete: bool
    kinds: frozenset[str] = field(default_factory=frozenset)
    parties: frozenset[str] = field(default_factory=frozenset)
    counterparties: frozenset[str] = field(default_factory=frozenset)
    apart: frozenset[str] = field(default_factory=frozenset)
    """Pairs of which its dataset does not hold everything, each as two ids with a space between."""
    note: str = ""
    """A remark, which says of pairs that are apart why they are."""

    @property
    def is_gap(self) -> bool:
        """Whether it says what its dataset lacks, and nothing else."""
        return bool(self.apart and self.kinds) and not self.complete

    def covers(self, one: str | None, other: str | None, kinds: Collection[str]) -> bool:
        """Whether it speaks of every commitment of these kinds between the two; None is anybody."""
        if self.is_gap:
            return False
        if self.kinds and not (kinds and self.kinds >= set(kinds)):
            return False
        return not self._parts(one, other) and (self._joins(one, other) or self._joins(other, one))

    def lacks(self, one: str | None, other: str | None, kinds: Collection[str]) -> bool:
        """Whether a pair that is apart may be meant, and a kind of which its dataset does not hold everything."""
        return self._parts(one, other) and bool(not kinds or not self.kinds or self.kinds & set(kinds))

    def _parts(self, one: str | None, other: str | None) -> bool:
        """Whether a pair that is apart may be meant."""
        asked = {each for each in (one, other) if each}
        return any(asked <= set(pair.split()) for pair in self.apart)

    def _joins(self, one: str | None, other: str | None) -> bool:
        return _holds(self.parties, one) and _holds(self.counterparties, other)


def _holds(ids: frozenset[str], party: str | None) -> bool:
    return not ids or party in ids


def nothing_found(
    scopes: Sequence[Scope], one: str | None, other: str | None, kinds: Collection[str], on: Date
) -> tuple[Verdict, str]:
    """The verdict on an empty answer, and the reason in words.

    `one` and `other` are party ids, or None for anybody; `kinds` empty means every kind.
    """
    running = [scope for scope in scopes if scope.span.possibly(on)]
    if not running:
        return "not covered", f"no loaded dataset speaks of {on.isoformat()}"
    apart = lacking(scopes, one, other, kinds, on)
    covering = [scope for scope in running if scope.complete and scope.span.certainly(on)]
    for scope in covering:
        if scope.dataset not in apart and scope.covers(one, other, kinds):
            return "no", f"{scope.dataset} is complete for {scope.title}, and holds none"
    names = sorted({scope.dataset for scope in running})
    reason = f"{', '.join(names)} {'is' if len(names) == 1 else 'are'} not complete there"
    return "unknown", ": ".join([reason, *(["; ".join(apart.values())] if any(apart.values()) else [])])


def lacking(
    scopes: Sequence[Scope], one: str | None, other: str | None, kinds: Collection[str], on: Date
) -> dict[str, str]:
    """By dataset that does not hold everything of such a pair on that day, why, in words."""
    found = lacks([scope for scope in scopes if scope.lacks(one, other, kinds)], on, on)
    return {dataset: "; ".join(filter(None, notes)) for dataset, notes in found.items()}


def lacks(gaps: Iterable[Scope], first: Date, last: Date) -> dict[str, list[str]]:
    """By dataset why it does not hold everything on some day of these, each reason once, as the gaps come."""
    found: dict[str, list[str]] = {}
    for gap in gaps:
        since, until = gap.span.since, gap.span.until
        if (since is None or since.earliest <= last) and (until is None or until.latest > first):
            found.setdefault(gap.dataset, []).append(gap.note.rstrip("."))
    return {dataset: list(dict.fromkeys(notes)) for dataset, notes in found.items()}
