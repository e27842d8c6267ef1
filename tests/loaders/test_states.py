"""The crosswalk: which state a number means on a day, and back."""

import datetime

import pytest

from foedera.graph.dates import Span, parse
from foedera.graph.records import Node, Provenance
from foedera.loaders.core.codes import Scheme
from foedera.loaders.states import States, shipped

CORE = Provenance("core")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def span(since: str | None, until: str | None) -> Span:
    return Span(parse(since) if since else None, parse(until) if until else None)


def country(id: str, **properties: object) -> Node:
    return Node("Country", id, {"name": id.title(), **properties}, CORE)


@pytest.mark.parametrize(
    ("scheme", "number", "on", "id"),
    [
        ("cow", 2, "1816-01-01", "USA"), ("cow", 365, "1816-01-01", "cow-365"),
        ("cow", 365, "1922-12-29", "cow-365"), ("cow", 365, "1922-12-30", "SUN"), ("cow", 365, "1991-12-25", "SUN"),
        ("cow", 365, "1991-12-26", "RUS"), ("cow", 345, "1918-11-30", "cow-345"),
        ("cow", 345, "1918-12-01", "YUG"), ("gw", 340, "1900-01-01", "cow-345"), ("gw", 345, "1900-01-01", "YUG"), ("cow", 345, "1992-04-27", "SCG"),
        ("cow", 345, "2006-06-02", "SCG"), ("cow", 345, "2006-06-03", "SRB"), ("gw", 345, "2030-01-01", "SCG"),
        ("gw", 340, "2020-01-01", "SRB"), ("cow", 255, "1900-01-01", "DEU"), ("cow", 255, "1970-01-01", "DEU"),
        ("cow", 260, "1948-01-01", "DEU"), ("cow", 260, "1970-01-01", "DEU"), ("cow", 260, "2020-01-01", "DEU"),
        ("gw", 255, "1900-01-01", "DEU"), ("gw", 260, "2020-01-01", "DEU"), ("cow", 265, "1948-01-01", "DDR"),
        ("cow", 678, "1990-05-21", "cow-678"), ("cow", 678, "2000-01-01", "cow-678"),
        ("gw", 678, "1990-05-21", "cow-678"), ("gw", 678, "1990-05-22", "YEM"), ("cow", 679, "1980-01-01", "YEM"),
        ("cow", 816, "1960-01-01", "VNM"), ("cow", 817, "1960-01-01", "cow-817"), ("cow", 315, "1930-01-01", "CSK"),
        ("cow", 640, "1850-01-01", "TUR"), ("cow", 713, "1960-01-01", "TWN"), ("cow", 530, "1900-01-01", "ETH"),
        ("cow", 300, "1900-01-01", "cow-300"), ("cow", 305, "1920-01-01", "AUT"), ("cow", 730, "1900-01-01", "cow-730"),
        ("gw", 815, "1880-01-01", "gw-815"), ("gw", 99, "1825-01-01", "gw-99"), ("cow", 341, "1900-01-01", "MNE"),
    ],
)  # fmt: skip
def test_a_number_means_the_state_of_the_day(scheme: Scheme, number: int, on: str, id: str) -> None:
    """Before the first state that had it the first, after the last the last: a day is no reason to refuse it."""
    found = shipped().of(scheme, number, day(on))
    assert found == ("Country", id)


@pytest.mark.parametrize(("scheme", "number"), [("cow", 8152), ("cow", 340), ("gw", 679), ("gw", 0)])
def test_a_number_of_no_state_means_none(scheme: Scheme, number: int) -> None:
    assert shipped().of(scheme, number, day("1990-01-01")) is None
    assert shipped().stretches(scheme, number, span("1990", None)) == []
    assert number not in shipped().known(scheme)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (256, "unknown Correlates of War state number 256; expected a number of its list. Did you mean 255 (Germany), 260 (Germany), 265 (East Germany)?"),
        (8152, "unknown Correlates of War state number 8152; expected a number of its list."),
        (973, "unknown Correlates of War state number 973; it is the Gleditsch-Ward number of Tuvalu"),
    ],
)  # fmt: skip
def test_a_number_of_no_state_is_refused_with_the_nearest(number: int, text: str) -> None:
    assert shipped().unknown("cow", number) == text
    assert shipped().named("cow", number, day("1990-01-01")) == f"COW {number}"


def test_a_span_is_parted_where_the_number_goes_to_another_state() -> None:
    """Each has its part of it, with the known end of the span and of the state."""
    found = shipped().stretches("cow", 365, span("1980-02-01", "2000-03-04"))
    assert found == [
        (("Country", "SUN"), span("1980-02-01", "1991-12-26")),
        (("Country", "RUS"), span("1991-12-26", "2000-03-04")),
    ]
    (only,) = shipped().stretches("cow", 365, span("1980-02-01", "1991-12-26"))
    assert only == found[0]
    serbia = shipped().stretches("cow", 345, span("1900", None))
    assert [state.id for state, _ in serbia] == ["cow-345", "YUG", "SCG", "SRB"]


@pytest.mark.parametrize(
    "lasting",
    [
        span("1980", None),
        span(None, "1980-01-01"),
        span(None, None),
        Span(parse("1980"), None, until_known=False),
    ],
)
def test_a_span_in_which_one_state_is_meant_stays_whole(lasting: Span) -> None:
    assert shipped().stretches("cow", 2, lasting) == [(("Country", "USA"), lasting)]


@pytest.mark.parametrize(
    ("scheme", "id", "on", "number"),
    [
        ("cow", "DEU", "1949-05-22", 255), ("cow", "DEU", "1949-05-23", 260), ("cow", "DEU", "1990-10-02", 260),
        ("cow", "DEU", "1990-10-03", 255), ("gw", "DEU", "1940-01-01", 255), ("gw", "DEU", "1995-01-01", 260),
        ("cow", "RUS", "1995-01-01", 365), ("cow", "YEM", "1995-01-01", 679), ("gw", "YEM", "1995-01-01", 678),
        ("cow", "COK", "1995-01-01", None), ("cow", "NATO", "1995-01-01", None),
    ],
)  # fmt: skip
def test_a_state_has_the_number_of_the_day(scheme: Scheme, id: str, on: str, number: int | None) -> None:
    assert shipped().code(scheme, id, day(on)) == number


def test_a_number_has_the_name_of_the_state_of_the_day() -> None:
    assert shipped().named("cow", 365, day("1980-01-01")) == "Soviet Union"
    assert shipped().named("cow", 365, day("2000-01-01")) == "Russia"


def test_a_number_goes_on_when_the_former_state_ends_whatever_the_order_they_come_in() -> None:
    """Not when the next begins: what it signs before it is there is signed by it."""
    old = country("OLD", cow=1, until=day("1900-01-01"))
    new = country("NEW", cow=1, since=day("1950-01-01"))
    for states in (States([old, new]), States([new, old])):
        assert [states.of_cow(1, day(each)) for each in ("1899-12-31", "1900-01-01")] == [
            ("Country", "OLD"),
            ("Country", "NEW"),
        ]
