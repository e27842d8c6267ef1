"""The file of members: each spell of a member in an alliance."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...graph.dates import Bounds, Span
from ..mistakes import Mistakes, Place
from ..states import States
from ..tabular import Row, rows
from .cells import FLAGS, Days, Flags, alliance, date_columns, days, flags, observed
from .manifest import FIRST

NAME: Final = "alliance_v4.1_by_member.csv"
COLUMNS: Final = (
    "version4id",
    "ccode",
    "state_name",
    *date_columns("all"),
    "ss_type",
    *date_columns("mem"),
    "left_censor",
    "right_censor",
    *FLAGS,
    "version",
)
_TYPES: Final = (
    "Type I: Defense Pact",
    "Type II: Neutrality",
    "Type IIa: Non-Aggression Pact",
    "Type IIb: Non-Aggression Pact",
    "Type III: Entente",
)


@dataclass(frozen=True, slots=True)
class Alliance:
    """What all rows of an alliance say alike."""

    id: int
    days: Days
    type: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A row: one stretch of days of a member in an alliance."""

    place: Place
    alliance: Alliance
    code: int
    name: str
    days: Days
    left_censored: bool | None
    flags: Flags

    @property
    def span(self) -> Span:
        """A left-censored one began on some day from the alliance's first to the first observed."""
        first = self.days.first
        return Span(Bounds(self.alliance.days.first if self.left_censored else first, first), self.days.until)


Alliances = Mapping[int, Sequence[Spell]]
"""The spells of each alliance by its number, those of a member in order of time."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file of members holds, its last line, and how many rows it has."""

    alliances: Alliances
    end: Place
    rows: int


def read(path: Path, states: States, mistakes: Mistakes) -> Read:
    """The spells that can be read; what is wrong with a row is noted."""
    found: dict[int, list[Spell]] = defaultdict(list)
    end = Place(path.name, 1)
    count = 0
    for row in rows(path, COLUMNS, mistakes):
        end, count = row.place, count + 1
        if spell := _spell(row, states):
            found[spell.alliance.id].append(spell)
    ordered = {id: sorted(found[id], key=lambda each: (each.code, each.days.first)) for id in sorted(found)}
    return Read(ordered, end, count)


def _spell(row: Row, states: States) -> Spell | None:
    """The row; None where it does not say who is in which alliance when."""
    id, code = alliance(row), states.number(row, "ccode")
    whole, own, left = days(row, "all"), observed(row, "mem"), row.flag("left_censor")
    held, type = flags(row), row.values["ss_type"]
    if type not in _TYPES:
        row.wrong("ss_type", f"one of {', '.join(_TYPES)}", _TYPES)
    if id is None or code is None or whole is None or own is None:
        return None
    for each, column in ((whole, "all_end_year"), (own, "mem_end_year")):
        if each.none:
            row.wrong(column, f"a day not before the first, {each.first}")
    if left and not (own.first == FIRST > whole.first):
        row.wrong("left_censor", f"0, as the member does not count from {FIRST} in an older alliance")
    return Spell(row.place, Alliance(id, whole, type), code, row.values["state_name"], own, left, held)
