"""A time in which a state is a party, as we and as the other datasets give it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from foedera.graph.dates import Bounds, Date

DAY = datetime.timedelta(1)
SAME_STATE = {260: 255}
"""West Germany is counted as Germany, as in our ids."""


@dataclass(frozen=True, slots=True)
class Spell:
    """`until` None: it runs, or for theirs, it ran when their data ended; `known` False: nobody knows."""

    since: Bounds
    until: Bounds | None = None
    signed: Bounds | None = None
    known: bool = True

    def follows(self, other: Spell) -> bool:
        """True where nothing, or a day at most, lies between the two."""
        return other.until is None or self.since.earliest <= other.until.latest + DAY

    def meets(self, other: Spell) -> bool:
        return self._first() <= other._last() and other._first() <= self._last()

    def _first(self) -> Date:
        return min(each.earliest for each in (self.since, self.signed) if each)

    def _last(self) -> Date:
        return self.until.latest if self.until else Date.max


@dataclass(slots=True)
class Pact:
    """Spells and kinds of obligation by Correlates of War code; `until` is the last day compared."""

    spells: dict[int, list[Spell]] = field(default_factory=dict)
    kinds: dict[int, set[str]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def add(self, code: int, spell: Spell) -> None:
        self.spells.setdefault(SAME_STATE.get(code, code), []).append(spell)

    def owes(self, code: int, kinds: Iterable[str]) -> None:
        self.kinds.setdefault(SAME_STATE.get(code, code), set()).update(kinds)

    def joined(self) -> Pact:
        """The same with spells that follow each other made one: phases, a state and the one that goes on."""
        return replace(self, spells={code: _joined(each) for code, each in self.spells.items()})


def _joined(spells: Iterable[Spell]) -> list[Spell]:
    found: list[Spell] = []
    for spell in sorted(spells, key=lambda each: (each.since.earliest, each.since.latest)):
        if found and spell.follows(found[-1]):
            before = found.pop()
            last = before if before.until is None else spell
            if before.until and spell.until and before.until.latest > spell.until.latest:
                last = before
            found.append(replace(before, until=last.until, known=last.known))
        else:
            found.append(spell)
    return found
