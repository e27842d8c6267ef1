"""troopdata: how many of the United States' active-duty personnel were in which country, year by year since 1950."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from ..graph.dates import Bounds, Date, Span
from ..graph.records import Record, Ref, Refusal, Relationship
from . import states
from .files import find
from .manifest import Manifest
from .mistakes import Mistakes
from .tabular import Row, rows

FILE: Final = "troopdata-rebuild-country-year.csv"
ROWS: Final = 13_135
MANIFEST: Final = Manifest(
    name="us-forces",
    title="troopdata: United States forces abroad, by country and year",
    version="rebuild, 1950-2024",
    publisher="Michael A. Allen, Michael E. Flynn and Carla Martinez Machain",
    covers_from=Date(1950, 1, 1),
    covers_until=Date(2024, 12, 31),
    terms="GPL-3 or later for the package that holds it, which asks to cite the article",
    citation=(
        "Allen, Flynn and Martinez Machain 2022, Global U.S. military deployment data: 1950-2020,"
        " Conflict Management and Peace Science 39(3): 351-370"
    ),
    url="https://github.com/meflynn/troopdata",
    field="active-duty personnel of the United States in other states, by year",
    holds="troopdata numbers",
    note="a number a year; where the number is 0 nothing is said here",
)
COLUMNS: Final = (
    "countryname", "year", "ccode", "iso3c", "region", "troops_ad", "army_ad", "navy_ad", "air_force_ad",
    "marine_corps_ad", "coast_guard_ad", "space_force_ad", "army_national_guard", "air_national_guard",
    "army_reserve", "navy_reserve", "marine_corps_reserve", "air_force_reserve", "coast_guard_reserve",
    "total_selected_reserve", "army_civilian", "navy_civilian", "marine_corps_civilian", "air_force_civilian",
    "dod_civilian", "total_civilian",
)  # fmt: skip
_NUMBERS: Final = COLUMNS[5:]
_OWN: Final = frozenset(
    (6, 1001, 1002, *range(1004, 1010), *range(1011, 1020), *range(1021, 1039), 1040, 1041, 1042, 10000, 10100, 10101)
)  # fmt: skip
"""Numbers of the dataset's own, of territories, islands and seas: those of its `data-raw/troopdata-rebuild.R`, and 1006,
1029 and 1036, which its file alone still has."""
_SPAN: Final = range(MANIFEST.covers_from.year, MANIFEST.covers_until.year + 1)
_HOME: Final = 2
_US: Final = Ref("Country", "USA")
_VATICAN: Final = 327
"""COW's number of the Papal States, which the file gives to the Vatican City."""
_SHOWN: Final = 6

Key = tuple[int, int]


class _Year(NamedTuple):
    """A row with its number of a state."""

    row: Row
    code: int
    year: int
    counts: Mapping[str, int]


def records(path: Path | None = None, *, today: Date | None = None) -> Iterator[Record | Refusal]:
    """STATIONS from the United States, one for each state and year with anybody there.

    Raises:
        BadInput: the file is missing or wrong; every mistake is told.
    """
    mistakes = Mistakes()
    years = list(_years(find(path, (FILE,), MANIFEST), mistakes))
    chosen, refused = _one_each(years, mistakes)
    mistakes.raise_any()
    yield from MANIFEST.records()
    yield from _stations(chosen)
    yield from refused


def _years(file: Path, mistakes: Mistakes) -> Iterator[_Year]:
    seen: dict[tuple[str, ...], int] = {}
    for row in rows(file, COLUMNS, mistakes, published=ROWS):
        first = seen.setdefault(tuple(row.values[name] for name in COLUMNS[:3]), row.place.line)
        if first != row.place.line:
            mistakes.add(
                row.place,
                f"{row.values['countryname']} in {row.values['year']} is in line {first} too; expected it once",
            )
            continue
        code = states.shipped().number(row, "ccode", _OWN)
        year = row.needed("year", partial(row.whole, among=_SPAN), f"a year from {_SPAN[0]} to {_SPAN[-1]}")
        counts = {name: row.needed(name, row.whole, "how many") or 0 for name in _NUMBERS}
        if counts["troops_ad"] < 0:
            row.wrong("troops_ad", "a number that is not negative")
        if code is None or year is None or code == _HOME:
            continue
        yield _Year(row, code, year, counts)


def _state(code: int, year: int) -> Ref | None:
    """The state that the number means in the middle of the year."""
    if code == _VATICAN:
        return Ref("Country", "VAT")
    return states.shipped().of_cow(code, Date(year, 7, 1))


def _one_each(years: Sequence[_Year], mistakes: Mistakes) -> tuple[Mapping[Key, _Year], Sequence[Refusal]]:
    """The row of each state and year; beside one with numbers, that of another name without any is left out."""
    found: dict[Key, _Year] = {}
    empty: list[_Year] = []
    own: list[_Year] = []
    for each in years:
        key = each.code, each.year
        if each.code in _OWN:
            own.append(each)
        elif key not in found:
            found[key] = each
        elif each.counts == found[key].counts or all(any(one.counts.values()) for one in (each, found[key])):
            text = f"number {each.code} in {each.year} is in line {found[key].row.place.line} too"
            mistakes.add(each.row.place, f"{text}; expected one row with numbers for a state and year")
        else:
            kept, left = sorted((each, found[key]), key=lambda one: not any(one.counts.values()))
            found[key] = kept
            empty.append(left)
    return found, [
        *_left_out(empty, "have no numbers beside another name of the same state that year"),
        *_left_out(own, "are of no state, under numbers of the dataset's own"),
    ]


def _left_out(rows: Sequence[_Year], why: str) -> Iterator[Refusal]:
    """One line for them all."""
    if rows:
        names = Counter(each.row.values["countryname"] for each in rows)
        told = ", ".join(name for name, _ in names.most_common(_SHOWN))
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        reason = f"{len(rows):,} rows {why} ({told}{more}); left out"
        yield Refusal(MANIFEST.name, rows[0].row.place.file, reason, known=True)


def _stations(years: Mapping[Key, _Year]) -> Iterator[Relationship]:
    there = {key: _state(*key) for key, each in years.items() if each.counts["troops_ad"]}
    for (code, year), host in sorted(there.items()):
        each = years[code, year]
        assert host
        before, after = (there.get((code, beside)) == host for beside in (year - 1, year + 1))
        coded = [
            f"{name}={count}" for name, count in each.counts.items() if count > 0 and name != "troops_ad"
        ]
        said = {"troops": each.counts["troops_ad"], "code": str(code), "coded": coded}
        place, span = each.row.place, _span(year, before, after)
        cited = MANIFEST.cite(*place)
        yield Relationship(
            "STATIONS", _US, host, {**said, **span.properties()}, cited, f"{code}:{year}", str(place)
        )


def _span(year: int, before: bool, after: bool) -> Span:
    """The year whole where somebody was there the year before and the year after; else some part of it."""
    first, last = Date(year, 1, 1), Date(year + 1, 1, 1)
    since = Bounds(first, first if before else Date(year, 12, 31))
    if year == _SPAN[-1]:
        return Span(since, MANIFEST.still)
    return Span(since, Bounds(last if after else Date(year, 1, 2), last))
