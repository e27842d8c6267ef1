"""Which states a number of the Correlates of War means in a stretch of time that is known to the month or the year."""

from collections.abc import Sequence

from ..graph.dates import Date, Span
from ..graph.records import Ref
from . import states


def holders(number: int, span: Span) -> Sequence[tuple[Ref, Span]]:
    """The states in order, each with its part of the stretch; none where the number is unknown.

    Where the number goes to another state in the very month or year in which the stretch ends, the former's end is
    what ended it, and the other has no part in it. Where it begins in such a month or year, the former has a part
    if it had the number for most of that time.
    """
    parts = states.shipped().stretches("cow", number, span)
    if len(parts) > 1 and not _sure(parts[-1][1]):
        parts = parts[:-1]
    if len(parts) > 1 and not _sure(parts[0][1]) and not _mostly(parts[0][1], span):
        parts = parts[1:]
    return parts


def _sure(part: Span) -> bool:
    """On any reading of its dates it was at all."""
    return not (part.since and part.until) or part.since.latest < part.until.earliest


def _mostly(part: Span, whole: Span) -> bool:
    """It ends in the later half of the time in which the whole may have begun."""
    if not (part.until and whole.since):
        return True
    first, last = (day.toordinal() for day in (whole.since.earliest, whole.since.latest))
    return part.until.earliest >= Date.fromordinal((first + last) // 2)
