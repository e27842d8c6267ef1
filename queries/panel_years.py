"""The years that a time counts for in a panel."""

from datetime import timedelta
from typing import Final, Literal, NamedTuple, get_args

from ..graph.dates import Date

Rule = Literal["atop", "any", "start", "end"]
RULES: Final[tuple[Rule, ...]] = get_args(Rule)


class Stay(NamedTuple):
    """A party's time in an agreement, or at one end of a promise: from the first day to the first no longer."""

    party: str
    since: Date
    until: Date


def shared(one: Stay, other: Stay, rule: Rule) -> tuple[Date, Date] | None:
    """The time of both; by `atop` that is also where both begin on the same day, however short it was."""
    since, until = max(one.since, other.since), min(one.until, other.until)
    if since < until or (rule == "atop" and one.since == other.since):
        return since, until
    return None


def years(since: Date, until: Date, rule: Rule, first: int, last: int) -> range:
    """The years from `first` to `last` that a time counts for.

    `atop`: those that it touches, the day on which it ends included; `any`: those of which it holds a day;
    `start` and `end`: those whose first, or last, day it holds.

    >>> begun, ended = Date(1949, 4, 4), Date(1951, 1, 1)
    >>> [list(years(begun, ended, rule, 1816, 2018)) for rule in RULES]
    [[1949, 1950, 1951], [1949, 1950], [1950], [1949, 1950]]
    """
    begin, end = since.year, until.year
    if rule in ("any", "start"):
        end = (until - timedelta(1)).year
    if rule == "start" and since > Date(since.year, 1, 1):
        begin += 1
    if rule == "end":
        end = until.year - 1
    return range(max(begin, first), min(end, last) + 1)
