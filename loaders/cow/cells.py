"""What the dataset's files have in common: days in three columns, flags, censoring, the version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from ...graph.dates import Bounds, Date
from ..tabular import Row
from .manifest import ALLIANCES, FIRST, LAST, MANIFEST

FLAGS: Final = ("defense", "neutrality", "nonaggression", "entente")
Flags = tuple[bool | None, ...]
"""One for each of `FLAGS`; None where the cell is empty."""

_PARTS: Final = {"day": range(1, 32), "month": range(1, 13), "year": range(1, LAST.year + 1)}


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last that still counts, None where that is after the last observed."""

    first: Date
    last: Date | None

    @property
    def until(self) -> Bounds:
        """The first day no longer."""
        if self.last is None:
            return MANIFEST.still
        after = self.last + timedelta(1)
        return Bounds(after, after)

    @property
    def none(self) -> bool:
        """They end before they begin."""
        return self.last is not None and self.last < self.first

    @property
    def adjoin(self) -> bool:
        """What two stretches have in common of which one begins on the day after the other ends: nothing."""
        return self.last is not None and self.last + timedelta(1) == self.first

    def common(self, other: "Days") -> "Days":
        """From the later first day to the earlier last one; none where they do not meet."""
        lasts = [each for each in (self.last, other.last) if each]
        return Days(max(self.first, other.first), min(lasts, default=None))

    def __str__(self) -> str:
        return f"{self.first} to {self.last or f'after {LAST}'}"


def date_columns(prefix: str) -> tuple[str, ...]:
    return tuple(f"{prefix}_{end}_{part}" for end in ("st", "end") for part in _PARTS)


def days(row: Row, prefix: str) -> Days | None:
    """The first and the last day, of six columns; None, which is noted, where they are wrong."""
    ends = {column: row.values[column].strip() for column in date_columns(prefix)[3:]}
    first = _day(row, f"{prefix}_st")
    last = _day(row, f"{prefix}_end") if any(ends.values()) else None
    if first is None or (last is None and any(ends.values())):
        return None
    return Days(first, last)


def _day(row: Row, prefix: str) -> Date | None:
    found: Mapping[str, int | None] = {
        part: row.needed(f"{prefix}_{part}", partial(row.whole, among=among), f"a {part}")
        for part, among in _PARTS.items()
    }
    day, month, year = (found[part] for part in _PARTS)
    if day is None or month is None or year is None:
        return None
    return row.date(year, month, day, f"{prefix}_day")


def observed(row: Row, prefix: str) -> Days | None:
    """Days of a member or a pair, which lie in the time observed; its end is empty where right-censored."""
    found, censored = days(row, prefix), row.needed("right_censor", row.flag, "0 or 1")
    if found is None:
        return None
    if found.first < FIRST:
        row.wrong(f"{prefix}_st_year", f"{FIRST.year} or later: what is older counts from {FIRST}")
    if censored is not None and censored != (found.last is None):
        expected = "1, as there is no end" if found.last is None else "0, as there is an end"
        row.wrong("right_censor", expected)
    return found


def flags(row: Row) -> Flags:
    return tuple(row.flag(each) for each in FLAGS)


def alliance(row: Row) -> int | None:
    """The number of the alliance; a file of another version is told here too."""
    if row.values["version"].strip() != MANIFEST.version:
        row.wrong("version", f"{MANIFEST.version}, the version that is read")
    numbers = range(1, ALLIANCES + 1)
    return row.needed("version4id", partial(row.whole, among=numbers), f"1 to {ALLIANCES}")
