"""COW direct contiguity: which states border on one another by land, or lie near across water, since 1816."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from ..graph.dates import Bounds, Date, Span, parse
from ..graph.records import Record, Ref, Relationship
from . import states
from .files import find
from .holders import holders
from .manifest import Manifest
from .mistakes import Mistakes
from .tabular import Row, rows

FILE: Final = "contdir.csv"
ROWS: Final = 847
MANIFEST: Final = Manifest(
    name="cow-contiguity",
    title="Correlates of War: Direct Contiguity",
    version="3.2",
    publisher="Correlates of War Project",
    covers_from=Date(1816, 1, 1),
    covers_until=Date(2016, 12, 31),
    terms="Correlates of War terms, which ask to name the version and to cite the article of record",
    citation=(
        "Stinnett, Tir, Schafer, Diehl and Gochman 2002, The Correlates of War Project Direct Contiguity Data,"
        " Version 3, Conflict Management and Peace Science 19(2): 58-66; Direct Contiguity Data, 1816-2016, version 3.2"
    ),
    url="https://correlatesofwar.org/data-sets/direct-contiguity/",
    field="land borders, and neighbours across no more than 400 miles of water, of the states of the COW system",
    holds="COW borders",
    note="a month is the finest that it tells",
)
COLUMNS: Final = (
    "dyad", "statelno", "statelab", "statehno", "statehab", "conttype", "begin", "end", "notes", "version",
)  # fmt: skip
CONTIGUITY: Final[Mapping[int, str]] = {
    1: "land",
    2: "12 miles",
    3: "24 miles",
    4: "150 miles",
    5: "400 miles",
}
_LAST: Final = Bounds(Date(2016, 12, 1), MANIFEST.covers_until)


class _Stretch(NamedTuple):
    """A row: two numbers, how near they are, and when; `time` is which of the rows of its pair it is."""

    row: Row
    pair: tuple[int, int]
    contiguity: str
    span: Span
    time: int


def records(path: Path | None = None, *, today: Date | None = None) -> Iterator[Record]:
    """BORDERS between states, one for each stretch of time in which they were as near.

    A border has no direction: its ends are put in the order of their ids. Where a number goes from one state to
    another, each has its part of the stretch.

    Raises:
        BadInput: the file is missing or wrong; every mistake is told.
    """
    mistakes = Mistakes()
    stretches = list(_stretches(find(path, (FILE,), MANIFEST), mistakes))
    borders = [border for stretch in stretches for border in _borders(stretch)]
    mistakes.raise_any()
    yield from MANIFEST.records()
    yield from borders


def _stretches(file: Path, mistakes: Mistakes) -> Iterator[_Stretch]:
    times: Counter[tuple[int, int]] = Counter()
    seen: dict[tuple[str, ...], int] = {}
    for row in rows(file, COLUMNS, mistakes, published=ROWS):
        first = seen.setdefault(tuple(row.values[name] for name in COLUMNS[1:8]), row.place.line)
        if first != row.place.line:
            mistakes.add(row.place, f"the same as line {first}; expected each stretch once")
            continue
        if row.values["version"].strip() != MANIFEST.version:
            row.wrong("version", f"{MANIFEST.version}, the version that is read")
        pair = _pair(row)
        kind = row.needed("conttype", partial(row.whole, among=CONTIGUITY), "1 to 5")
        span = _span(row)
        if pair and kind and span:
            times[pair] += 1
            yield _Stretch(row, pair, CONTIGUITY[kind], span, times[pair])


def _pair(row: Row) -> tuple[int, int] | None:
    """The two numbers, which must be known, and make the number of the pair."""
    low, high = (states.shipped().number(row, name) for name in ("statelno", "statehno"))
    if low is None or high is None:
        return None
    if row.whole("dyad") != low * 1000 + high:
        row.wrong("dyad", f"{low * 1000 + high}, of statelno {low} and statehno {high}")
        return None
    return low, high


def _span(row: Row) -> Span | None:
    """From some day of the month `begin` to some day of the month `end`, or to the end of the dataset."""
    begin, end = (_month(row, name) for name in ("begin", "end"))
    if begin is None or end is None:
        return None
    if end.latest < begin.earliest:
        row.wrong("end", f"a month that is not before begin, {row.values['begin']}")
        return None
    return Span(begin, MANIFEST.still if end == _LAST else end)


def _month(row: Row, column: str) -> Bounds | None:
    text = row.values[column].strip()
    month = re.fullmatch(r"([12][0-9]{3})(0[1-9]|1[0-2])", text)
    found = parse("-".join(month.groups())) if month else None
    if found is None or not MANIFEST.covers_from <= found.earliest <= MANIFEST.covers_until:
        row.wrong(column, "a month from 181601 to 201612")
        return None
    return found


def _borders(stretch: _Stretch) -> Iterator[Relationship]:
    """One for each pair of states that the two numbers mean in the stretch."""
    place = stretch.row.place
    low, high = (holders(number, stretch.span) for number in stretch.pair)
    for one, first in low:
        for other, second in high:
            if span := first.within(second):
                yield Relationship(
                    "BORDERS",
                    *_ordered(one, other),
                    {"contiguity": stretch.contiguity, **span.properties()},
                    MANIFEST.cite(*place),
                    f"{stretch.pair[0]}-{stretch.pair[1]}:{stretch.time}",
                    str(place),
                )


def _ordered(one: Ref, other: Ref) -> tuple[Ref, Ref]:
    return (one, other) if one <= other else (other, one)
