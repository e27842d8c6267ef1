"""What the dataset is, and what is read from either of its files."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from ...graph.dates import Date
from ..manifest import Manifest
from ..tabular import Row

MANIFEST: Final = Manifest(
    name="cow-igo",
    title="Correlates of War: Intergovernmental Organizations",
    version="3",
    publisher="Correlates of War Project",
    covers_from=Date(1816, 1, 1),
    covers_until=Date(2014, 12, 31),
    terms="Correlates of War terms, which ask to cite the article of record",
    citation=(
        "Pevehouse, Nordstrom, McManus and Jamison 2020, Tracking organizations in the world: The Correlates of War"
        " IGO Version 3.0 datasets, Journal of Peace Research 57(3): 492-503"
    ),
    url="https://correlatesofwar.org/data-sets/igos/",
    field="full membership of the states of the COW system in intergovernmental organizations",
    holds="COW memberships",
    note="a year is the finest that it tells; associates and observers are no members",
)
YEARS: Final = range(MANIFEST.covers_from.year, MANIFEST.covers_until.year + 1)
FULL: Final = 1
MISSING: Final = -9
_VALUES: Final = (-9, -1, 0, 1, 2, 3)
_CODED: Final = {str(value): value for value in _VALUES}


@dataclass(slots=True)
class YearSet:
    """Years of the dataset as bits of one number: thousands of such sets are held."""

    bits: int = 0

    def add(self, year: int) -> None:
        self.bits |= 1 << (year - YEARS.start)

    def __contains__(self, year: int) -> bool:
        return year in YEARS and bool(self.bits >> (year - YEARS.start) & 1)

    def __iter__(self) -> Iterator[int]:
        return (year for year in YEARS if year in self)

    def __or__(self, other: "YearSet") -> "YearSet":
        return YearSet(self.bits | other.bits)


@dataclass(slots=True)
class Body:
    """An organization: what its file says of it beside its members."""

    acronym: str
    name: str
    full_name: str = ""
    founded: int | None = None
    ended: int | None = None
    line: int = 0
    last: int = 0
    """The last year that it has a row of."""
    imputed: YearSet = field(default_factory=YearSet)
    loose: YearSet = field(default_factory=YearSet)
    """Years of which memberships are told to within five years only."""
    unread: YearSet = field(default_factory=YearSet)
    """Years in which it was there, but has no row."""


@dataclass(slots=True)
class Coded:
    """All of a file: organizations by acronym; for acronym and number of a state the years as a full member, and
    those that are missing; the line of each organization and year, or each state and year."""

    file: str
    bodies: dict[str, Body] = field(default_factory=dict)
    full: dict[tuple[str, int], YearSet] = field(default_factory=lambda: defaultdict(YearSet))
    missing: dict[tuple[str, int], YearSet] = field(default_factory=lambda: defaultdict(YearSet))
    lines: dict[tuple[str | int, int], int] = field(default_factory=dict)

    def line(self, acronym: str, code: int, year: int) -> int:
        return self.lines.get((acronym, year)) or self.lines[code, year]

    def note(self, row: Row, column: str, acronym: str, code: int, year: int) -> None:
        """Take in one cell."""
        text = row.values[column]
        value = _CODED[text] if text in _CODED else row.whole(column, _VALUES)
        if value == FULL:
            self.full[acronym, code].add(year)
        elif value == MISSING:
            self.missing[acronym, code].add(year)


def place(row: Row, coded: Coded, unit: str | int) -> int | None:
    """The year of a row, which is the only one of its organization or state and year."""
    expected = f"a year from {YEARS[0]} to {YEARS[-1]}"
    year = row.needed("year", partial(row.whole, among=YEARS), expected)
    if year is None:
        return None
    first = coded.lines.setdefault((unit, year), row.place.line)
    if first != row.place.line:
        text = f"{unit} in {year} is in line {first} too; expected one row for each year"
        row.mistakes.add(row.place, text)
        return None
    return year
