"""Parts that run on from one agreement into another, and the spans under them."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.graph.dates import Bounds, Span
from foedera.graph.derive import Part
from foedera.graph.parts import merged
from foedera.graph.records import Provenance, Ref
from foedera.loaders.core.spans import certainly_overlap, filled

START = datetime.date(2000, 1, 1)
SPAN = 60


def day(number: int) -> Bounds:
    exact = START + datetime.timedelta(number)
    return Bounds(exact, exact)


def part(first: int, last: int | None, party: str = "USA", source: str = "s") -> Part:
    span = Span(day(first), None if last is None else day(last))
    return Part(Ref("Country", party), "designator", span, Provenance("core", (source,)))


def days(parts: list[Part]) -> list[int]:
    """On which of the first days a part certainly runs, once for each part that does."""
    return [
        number
        for number in range(SPAN)
        for each in parts
        if each.span.certainly(START + datetime.timedelta(number))
    ]


SPELLS = st.lists(st.tuples(st.integers(0, 40), st.one_of(st.none(), st.integers(1, 15))), max_size=6)


@settings(deadline=None)
@given(SPELLS)
def test_merged_parts_cover_the_same_days_once(spells: list[tuple[int, int | None]]) -> None:
    """Whoever held a part in any of the agreements holds one, and never two, in the end."""
    parts = [part(first, None if length is None else first + length) for first, length in spells]
    found = merged((f"designation-{number}", each) for number, each in enumerate(parts))
    assert days(found) == sorted(set(days(parts)))


def test_spells_in_one_agreement_stay_apart() -> None:
    """Its source tells them apart."""
    spells = [part(0, 10), part(10, None)]
    assert merged(("league", each) for each in spells) == spells


def test_a_part_within_another_adds_no_source() -> None:
    """What changes nothing is no ground; what makes it longer is."""
    inside = merged([("a", part(0, 30, source="long")), ("b", part(5, 10, source="short"))])
    longer = merged([("a", part(0, 30, source="first")), ("b", part(20, 50, source="second"))])
    assert [each.provenance.sources for each in (*inside, *longer)] == [("long",), ("first", "second")]


def test_other_parties_are_left_alone() -> None:
    """Only parts of one party and role are one."""
    found = merged([("a", part(0, 30, "USA")), ("b", part(5, 10, "EGY"))])
    assert [each.party.id for each in found] == ["EGY", "USA"]


def test_an_unknown_end_is_not_filled_in() -> None:
    """`until: unknown` is a statement; a missing `until` is not."""
    unknown = Span(day(1), until_known=False)
    assert filled(unknown, Span(day(0), day(9))) == unknown
    assert filled(Span(day(1)), Span(day(0), day(9))) == Span(day(1), day(9))
    assert filled(Span(), Span(day(0), until_known=False)) == Span(day(0), until_known=False)


def test_only_what_certainly_overlaps_does() -> None:
    """1950 to 1979 and from 1979 need not overlap."""
    year = Bounds(datetime.date(1979, 1, 1), datetime.date(1979, 12, 31))
    before = Span(day(0), None)
    assert certainly_overlap(before, Span(day(5), None))
    assert not certainly_overlap(Span(Bounds(START.replace(year=1950), START), year), Span(year))
    assert not certainly_overlap(Span(day(0), until_known=False), Span(day(5)))
    assert not certainly_overlap(Span(), Span(day(5)))
