"""The member level file: a row for each member in each phase of each alliance, read and checked cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...graph.dates import Bounds, Date, Span, parse
from .. import tabular
from ..core.codes import Scheme
from ..mistakes import Mistakes, Place
from ..states import States
from ..tabular import Row
from . import columns
from .columns import Codes
from .manifest import FIRST, LAST, version_named

OTHER_LISTS: Final[Mapping[int, tuple[Scheme, int]]] = {8152: ("gw", 815)}
"""Members that ATOP takes from Gleditsch and Ward's list: Vietnam before French rule."""

Days = tuple[str, str, str]
"""The columns of a year, a month and a day."""

_VERSIONS: Final = ", ".join(LAST)


@dataclass(frozen=True, slots=True)
class Member:
    """A member in a phase; `left` is the day of exit, on which it is none any more."""

    place: Place
    alliance: int
    phase: int
    code: int
    entered: Bounds
    left: Bounds
    values: Mapping[str, int | None]
    """The code of each coded column, None where it is missing."""

    @property
    def span(self) -> Span:
        return Span(self.entered, self.left)

    @property
    def scheme(self) -> Scheme:
        """Whose list its number is of."""
        return OTHER_LISTS.get(self.code, ("cow", 0))[0]

    @property
    def number(self) -> int:
        """Its number on that list."""
        return OTHER_LISTS.get(self.code, ("cow", self.code))[1]

    def flag(self, column: str) -> bool:
        return self.values[column] == 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What a member level file says, in which version; the names of its coded columns in the order of the file."""

    version: str
    columns: tuple[str, ...]
    members: list[Member]


def read(path: Path, states: States, mistakes: Mistakes) -> Reading | None:
    """The rows of the file; what is wrong with one is noted, and it is left out. None where there is none."""
    header = tabular.header(path)
    coded = columns.codes(header)
    version = None
    members = []
    for row in tabular.rows(path, columns.member_columns(header), mistakes):
        said = version_named(row.values["version"])
        if said is None:
            row.wrong("version", f"one of {_VERSIONS}")
            continue
        version = version or said
        if said != version:
            row.wrong("version", f"{version}, as in the rows before")
        elif member := _member(row, coded, states, LAST[version]):
            members.append(member)
    if version is None:
        if not mistakes.found:
            mistakes.add(Place(path.name, 1), "no row follows; expected one for each member of each alliance")
        return None
    return Reading(version, tuple(each for each in header if each in coded), members)


def _member(row: Row, coded: Mapping[str, Codes], states: States, last: Date) -> Member | None:
    before = len(row.mistakes.found)
    alliance = _number(row, "atopid", 1000, 9999)
    phase = _number(row, "phase", 0, 9)
    code = states.number(row, "member", OTHER_LISTS)
    values = {column: columns.read(row, column, held) for column, held in coded.items()}
    entered = day(row, columns.ENTRY, last)
    left = end_of(row, columns.EXIT, last)
    if alliance is None or phase is None or code is None or entered is None or left is None:
        return None
    if left.latest <= entered.earliest:
        row.wrong("yrexit", f"a day of exit after {entered}, the day of entry")
    if len(row.mistakes.found) > before:
        return None
    return Member(row.place, alliance, phase, code, entered, left, values)


def _number(row: Row, column: str, least: int, most: int) -> int | None:
    expected = f"a number from {least} to {most}"
    number = row.needed(column, row.whole, expected)
    if number is not None and not least <= number <= most:
        row.wrong(column, expected)
        return None
    return number


def end_of(row: Row, names: Days, last: Date) -> Bounds | None:
    """The day of exit; three zeros mean that the alliance is in effect at the end, an empty day is unknown."""
    running = row.values[names[0]].strip() in ("0", "0.0")
    if row.flag("ineffect") == (not running):
        row.wrong("ineffect", f"1 where {names[0]} is 0, and 0 elsewhere")
    if not running:
        return day(row, names, last)
    wrong = [each for each in names[1:] if row.whole(each) != 0]
    for each in wrong:
        row.wrong(each, f"0, as {names[0]}: in effect at the end")
    return None if wrong else Bounds(_after(last), Date.max)


def _after(last: Date) -> Date:
    """The first day after the last that a version speaks of."""
    return Date.fromordinal(last.toordinal() + 1)


def day(row: Row, names: Days, last: Date) -> Bounds | None:
    """A day, or the month where the day is empty."""
    year = _number(row, names[0], FIRST.year, last.year)
    month = _number(row, names[1], 1, 12)
    if not row.values[names[2]].strip():
        return None if year is None or month is None else parse(f"{year}-{month:02}")
    number = _number(row, names[2], 1, 31)
    if year is None or month is None or number is None:
        return None
    found = row.date(year, month, number, names[2])
    return Bounds(found, found) if found else None


def pure_pacts(members: list[Member]) -> bool:
    """Whether any alliance promises nonaggression alone: the files called NNA leave these out."""
    more = {
        each.alliance for each in members for flag in columns.KINDS if flag != "nonagg" and each.flag(flag)
    }
    return any(each.flag("nonagg") and each.alliance not in more for each in members)
