"""Arithmetic on spans that only a reader needs."""

import datetime

from ...graph.dates import Bounds, Span


def filled(given: Span, default: Span) -> Span:
    """What a row leaves out of its span, from the span of what it belongs to."""
    since = given.since or default.since
    if given.until or not given.until_known:
        return Span(since, given.until, given.until_known)
    return Span(since, default.until, default.until_known)


def day_after(bounds: Bounds) -> Bounds:
    """The end of what lasts one day."""
    one = datetime.timedelta(1)
    return Bounds(bounds.earliest + one, bounds.latest + one)


def certainly_overlap(one: Span, two: Span) -> bool:
    """Whether there is a day on which both held, on any reading of their dates."""
    if one.since is None or two.since is None:
        return False
    start = max(one.since.latest, two.since.latest)
    return all(_runs_past(span, start) for span in (one, two))


def _runs_past(span: Span, day: datetime.date) -> bool:
    return span.until.earliest > day if span.until else span.until_known
