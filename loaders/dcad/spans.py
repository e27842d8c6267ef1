"""When an agreement of DCAD begins and ends: by what is coded, never by `endYearEstimate`."""

from datetime import timedelta
from typing import NamedTuple

from ...graph.dates import Bounds, Date, Span, parse
from ..manifest import Manifest
from ..tabular import Row


class Days(NamedTuple):
    """What a row says of time: `eif` is its entry into force, `lasted` the whole years after which it had ended."""

    signed: Bounds
    eif: Bounds | None
    terminated: int
    lasted: int | None


def bounds(row: Row, what: str) -> Bounds | None:
    """The day, the month or the year of `signDay`, `signMonth`, `signYear`, or of `EIF…`; None without a year."""
    day, month, year = f"{what}Day", f"{what}Month", f"{what}Year"
    numbers = row.whole(year, range(1980, 2021)), row.whole(month, range(1, 13)), row.whole(day, range(1, 32))
    if numbers[0] is None:
        return None
    if numbers[2] is not None and not row.values[month].strip():
        row.wrong(day, f"none where {month} is empty")
        return None
    if numbers[1] is None and row.values[month].strip():
        return None
    if numbers[1] is not None and numbers[2] is not None:
        found = row.date(numbers[0], numbers[1], numbers[2], day)
        return Bounds(found, found) if found else None
    return parse("-".join(f"{each:02}" for each in numbers if each is not None))


def span(days: Days, manifest: Manifest) -> Span:
    """From its entry into force, or from some day since its signature, if at all, where that is not known."""
    since = days.eif or Bounds(days.signed.earliest, Date.max)
    if days.terminated == 0:
        return Span(since, _after(since, manifest.still))
    if days.terminated != 1:
        return Span(since, None, until_known=False)
    until = _ended(days, manifest)
    return Span(Bounds(since.earliest, min(since.latest, until.latest)), until)


def _after(since: Bounds, still: Bounds) -> Bounds:
    """The end of what holds on the last day; of what began later still, some day after that."""
    return Bounds(max(still.earliest, since.earliest + timedelta(1)), still.latest)


def _ended(days: Days, manifest: Manifest) -> Bounds:
    """It lasted for N years, whole ones, counted from its signature or from its entry into force: DCAD does not say.

    So it ended less than a year before or after; and by the dataset's last day, unless N says that it was later.
    """
    begun = days.eif or days.signed
    first, last = min(days.signed.earliest, begun.earliest), max(days.signed.latest, begun.latest)
    closing = manifest.still.earliest
    if days.lasted is None:
        return Bounds(first, max(closing, first + timedelta(1)))
    until = Bounds(_later(first, days.lasted - 1), _later(last, days.lasted + 1))
    return Bounds(until.earliest, min(until.latest, closing)) if until.earliest < closing else until


def _later(day: Date, years: int) -> Date:
    """The same day so many years on; the first of March where that year has no 29th of February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return Date(day.year + years, 3, 1)
