"""What finding nothing means: `no`, `unknown`, or `not covered`.

Nothing found is `no` only where a complete scope covers the parties, the kind and the date. A date
outside every scope's span is `not covered`. Anything else is `unknown`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .dates import Date, Span

Verdict = Literal["yes", "no", "unknown", "not covered"]


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

    def covers(self, one: str | None, other: str | None, kinds: Collection[str]) -> bool:
        """Whether it speaks of every commitment of these kinds between the two; None is anybody."""
        if self.kinds and not (kinds and self.kinds >= set(kinds)):
            return False
        return self._joins(one, other) or self._joins(other, one)

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
    covering = [scope for scope in running if scope.complete and scope.span.certainly(on)]
    for scope in covering:
        if scope.covers(one, other, kinds):
            return "no", f"{scope.dataset} is complete for {scope.title}, and holds none"
    return "unknown", f"{', '.join(sorted({scope.dataset for scope in running}))} is not complete there"
