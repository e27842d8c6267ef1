"""Dates that may be known only to the month or the year, and spans between them.

A date is two bounds, the earliest and the latest day that it can be; they are equal when the day is
known. A span is `since` (the first day) and `until` (the first day no longer), each with two bounds,
and `until_known`: false says that nobody knows whether it ended, which is not "still running".
"""

import calendar
import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial, reduce
from typing import Any

from .errors import BadInput

Date = datetime.date

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_EXPECTED = "expected a date such as 2004-03-29, 2004-03 or 2004"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The earliest and the latest day that a date can be."""

    earliest: Date
    latest: Date

    def __str__(self) -> str:
        first, last = self.earliest, self.latest
        if first == last:
            return first.isoformat()
        if last == Date.max:
            return f"{first.isoformat()} or later"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return str(first.year)
        month_ends = first.day == 1 and (last + datetime.timedelta(1)).day == 1
        if month_ends and (first.year, first.month) == (last.year, last.month):
            return f"{first.year}-{first.month:02}"
        return f"{first.isoformat()}..{last.isoformat()}"

    def words(self) -> str:
        """As a sentence says it after "since" or "until", where two dots would read as from one day to the other."""
        return in_words(str(self))

    def when(self) -> str:
        """As a sentence says it after a verb: on a day, in a month or a year, or between two days."""
        first, dots, last = str(self).partition("..")
        if dots:
            return f"between {first} and {last}"
        return f"{'in' if len(first) < len('2004-03-29') else 'on'} {first}"


def in_words(text: str) -> str:
    """`1972-11-08..1973-11-08`, as an answer holds a date, as `Bounds.words` says it."""
    first, dots, last = text.partition("..")
    return f"some day from {first} to {last}" if dots else text


def parse(text: object) -> Bounds:
    """The bounds of `2004-03-29`, `2004-03`, `2004`, or of a stretch `2025-11-18..2026-01`.

    `2025-11-18..` is that day or later, if at all.


    >>> str(parse("2004-03-29")), str(parse("2004-02")), str(parse(2004))
    ('2004-03-29', '2004-02', '2004')
    >>> parse("2004-02").latest
    datetime.date(2004, 2, 29)
    """
    if isinstance(text, Date):
        return Bounds(text, text)
    first, dots, last = str(text).strip().partition("..")
    bounds = _one(first)
    if dots:
        bounds = Bounds(bounds.earliest, _one(last).latest if last else Date.max)
        if bounds.latest < bounds.earliest:
            raise BadInput(f"ends before it begins: {str(text)!r}; {_EXPECTED}")
    return bounds


def _one(text: str) -> Bounds:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise BadInput(f"not a date: {text!r}; {_EXPECTED}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        last = day or calendar.monthrange(year, month or 12)[1]
        return Bounds(Date(year, month or 1, day or 1), Date(year, month or 12, last))
    except ValueError:
        raise BadInput(f"there is no such day: {text!r}; {_EXPECTED}") from None


def day(text: object) -> Date:
    """A single day, for `--on`."""
    bounds = parse(text)
    if bounds.earliest != bounds.latest:
        raise BadInput(f"not a single day: {str(text)!r}; expected a date such as 2004-03-29")
    return bounds.earliest


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the first day no longer; `since` None is an unknown beginning."""

    since: Bounds | None = None
    until: Bounds | None = None
    until_known: bool = True

    def properties(self) -> dict[str, Any]:
        """As the graph stores it; absent bounds are absent properties."""
        found: dict[str, Any] = {"until_known": self.until_known}
        if self.since:
            found |= {"since": self.since.earliest, "since_latest": self.since.latest}
        if self.until:
            found |= {"until": self.until.earliest, "until_latest": self.until.latest}
        return found

    def certainly(self, on: Date) -> bool:
        """It had begun by that day on any reading, and had not ended on any."""
        begun = self.since is not None and self.since.latest <= on
        running = self.until.earliest > on if self.until else self.until_known
        return begun and running

    def possibly(self, on: Date) -> bool:
        """On some reading of its dates it held on that day."""
        begun = self.since is None or self.since.earliest <= on
        return begun and (self.until is None or self.until.latest > on)

    def within(self, other: "Span") -> "Span | None":
        """What both spans have in common; None where they certainly do not meet."""
        begins = [span.since for span in (self, other) if span.since]
        since = _both(max, begins[0], begins[-1]) if begins else None
        if since and len(begins) == 1:
            since = Bounds(since.earliest, Date.max)
        ends = [span.until for span in (self, other) if span.until]
        until = _both(min, ends[0], ends[-1]) if ends else None
        known = self.until_known and other.until_known
        if until and not known:
            until = Bounds(since.earliest if since else Date.min, until.latest)
        if since and until and since.earliest >= until.latest:
            return None
        return Span(since, until, until_known=known or until is not None)


def hull(spans: Iterable[Span]) -> Span:
    """From the first beginning to the last end of some spans; open where one of them is.

    Where nobody knows of one whether it ended, the last end is that of the others, or later.

    >>> both = hull([Span(parse(1949), parse(1966)), Span(parse(1954), parse("1990-10-03"))])
    >>> str(both.since), str(both.until)
    ('1949', '1990-10-03')
    """
    held = list(spans)
    begins = [span.since for span in held if span.since]
    since = reduce(partial(_both, min), begins) if len(begins) == len(held) else None
    ends = [span.until for span in held if span.until]
    if any(span.until is None and span.until_known for span in held):
        return Span(since)
    if not ends:
        return Span(since, until_known=False)
    until = reduce(partial(_both, max), ends)
    return Span(since, until if len(ends) == len(held) else Bounds(until.earliest, Date.max))


def _both(pick: Callable[[Date, Date], Date], one: Bounds, two: Bounds) -> Bounds:
    return Bounds(pick(one.earliest, two.earliest), pick(one.latest, two.latest))


def bounds_of(properties: Mapping[str, Any], name: str) -> Bounds | None:
    """The date that a record, a node or a relationship holds under that name."""
    earliest = properties.get(name)
    return Bounds(earliest, properties.get(f"{name}_latest") or earliest) if earliest else None


def span_of(properties: Mapping[str, Any]) -> Span:
    """The span that a record, a node or a relationship holds: the inverse of `Span.properties`."""
    since, until = (bounds_of(properties, name) for name in ("since", "until"))
    return Span(since, until, until_known=properties.get("until_known") is not False)


HOLDING = ("in force", "dormant")
"""Statuses under which a promise holds in law; under `disputed` it possibly does."""


def certainly(variable: str, on: str = "$on") -> str:
    """The Cypher predicate "certainly in force on that day" for a node or relationship."""
    v = variable
    return (
        f"({v}.since_latest <= {on} AND ({v}.until > {on} OR ({v}.until IS NULL AND {v}.until_known))"
        f" AND coalesce({v}.status, 'in force') IN {list(HOLDING)})"
    )


def possibly(variable: str, on: str = "$on") -> str:
    """The Cypher predicate "possibly in force on that day" for a node or relationship."""
    return f"({running(variable, on)} AND coalesce({variable}.status, 'in force') <> 'suspended')"


def running(variable: str, on: str = "$on") -> str:
    """The Cypher predicate "by its dates possibly there on that day", be it suspended or not."""
    v = variable
    return f"(({v}.since IS NULL OR {v}.since <= {on}) AND ({v}.until_latest IS NULL OR {v}.until_latest > {on}))"
