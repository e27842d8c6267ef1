"""Dates known to the day, the month or the year; spans between them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.graph.dates import Bounds, Span, day, parse
from foedera.graph.errors import BadInput

DAYS = st.dates(datetime.date(1800, 1, 1), datetime.date(2100, 1, 1))


def span(since: object = None, until: object = None, known: bool = True) -> Span:
    return Span(parse(since) if since else None, parse(until) if until else None, until_known=known)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2004-03-29", "2004-03-29", "2004-03-29"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2003-12", "2003-12-01", "2003-12-31"),
        (2002, "2002-01-01", "2002-12-31"),
        (9999, "9999-01-01", "9999-12-31"),
        ("2025-11-18..2026-01", "2025-11-18", "2026-01-31"),
        ("2025-01-21..", "2025-01-21", "9999-12-31"),
    ],
)
def test_a_date_is_two_bounds(text: object, earliest: str, latest: str) -> None:
    """A date known to the month or the year is everything that it can be."""
    assert parse(text) == Bounds(datetime.date.fromisoformat(earliest), datetime.date.fromisoformat(latest))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2023-02-29", "there is no such day: '2023-02-29'; expected a date such as 2004-03-29"),
        ("2023-13", "there is no such day: '2023-13'; expected a date such as 2004-03-29"),
        ("0000", "there is no such day: '0000'; expected a date such as 2004-03-29"),
        ("2024-02..2024-01", "ends before it begins: '2024-02..2024-01'; expected a date such as 2004-03-29"),
        ("2024..soon", "not a date: 'soon'; expected a date such as 2004-03-29"),
        ("9 May 1955", "not a date: '9 May 1955'; expected a date such as 2004-03-29"),
        ("٢٠٢٤", "not a date: '٢٠٢٤'; expected a date such as 2004-03-29"),
    ],
)
def test_an_impossible_date_is_refused(text: str, message: str) -> None:
    """The error says which date, and what one looks like."""
    with pytest.raises(BadInput) as caught:
        parse(text)
    assert str(caught.value).startswith(message)


def test_a_year_is_no_day_to_ask_about() -> None:
    """An answer is as of one day."""
    with pytest.raises(BadInput, match="not a single day: '2004'; expected a date such as 2004-03-29"):
        day("2004")


@given(DAYS)
def test_the_text_of_a_date_reads_back(one: datetime.date) -> None:
    """Round trip: to the day, the month and the year."""
    for text in (one.isoformat(), one.isoformat()[:7], one.isoformat()[:4]):
        assert str(parse(text)) == text


def test_a_year_only_beginning_is_certain_only_after_the_year() -> None:
    """Begun in 2002: possibly in force in June 2002, certainly in 2003, not in 2001."""
    begun = span(2002)
    june, before, after = (datetime.date(2002, 6, 1), datetime.date(2001, 12, 31), datetime.date(2003, 1, 1))
    assert (begun.certainly(june), begun.possibly(june)) == (False, True)
    assert (begun.certainly(before), begun.possibly(before)) == (False, False)
    assert begun.certainly(after)


def test_an_unknown_end_is_not_still_running() -> None:
    """Nobody knows whether it ended: possibly in force, never certainly."""
    today = datetime.date(2024, 1, 1)
    assert span(1990).certainly(today)
    assert not span(1990, known=False).certainly(today)
    assert span(1990, known=False).possibly(today)


def test_a_day_or_later_is_never_certain() -> None:
    """Signed, and nobody knows whether it entered into force: possibly, from the signature on."""
    signed = span("2025-01-21..")
    today = datetime.date(2026, 1, 1)
    assert (signed.certainly(today), signed.possibly(today)) == (False, True)
    assert not signed.possibly(datetime.date(2025, 1, 20))
    assert str(signed.since) == "2025-01-21 or later"


def test_until_is_the_first_day_no_longer() -> None:
    """Afghanistan's status ended on 23 September 2022: it held on the 22nd."""
    status = span("2012-07-06", "2022-09-23")
    assert status.certainly(datetime.date(2022, 9, 22))
    assert not status.possibly(datetime.date(2022, 9, 23))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    def bounds() -> Bounds:
        one, two = sorted((draw(DAYS), draw(DAYS)))
        return Bounds(one, two) if draw(st.booleans()) else Bounds(one, one)

    since = bounds() if draw(st.booleans()) else None
    until = bounds() if draw(st.booleans()) else None
    return Span(since, until, until_known=until is not None or draw(st.booleans()))


@given(spans(), spans(), DAYS)
def test_what_two_spans_share_holds_when_both_do(one: Span, two: Span, on: datetime.date) -> None:
    """Certainly both is certainly their common span; not possibly one is not possibly it."""
    common = one.within(two)
    both = one.certainly(on) and two.certainly(on)
    assert both == (common is not None and common.certainly(on))
    if common is not None and common.possibly(on):
        assert one.possibly(on) and two.possibly(on)
    elif one.possibly(on) and two.possibly(on):
        assert common is None or not both
