"""What began and ended when, on both engines."""

import datetime

import pytest

from foedera.graph.dates import Date
from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.queries.context import context
from foedera.queries.moments import Moment
from foedera.queries.things import find
from foedera.queries.timeline import COLUMNS, Timeline, Window, timeline


def told(store: Store, thing: str, window: Window | None = None) -> Timeline:
    return timeline(store, context(store, "2026-01-01"), find(store, thing), window or Window())


def like(found: Timeline, **wanted: object) -> list[Moment]:
    return [
        each
        for each in found.moments
        if all(str(getattr(each, name)) == value for name, value in wanted.items())
    ]


def test_signed_and_in_force_are_two_moments(core_store: Store) -> None:
    """The North Atlantic Treaty: 4 April and 24 August 1949, with those who signed first."""
    found = told(core_store, "north-atlantic-treaty")
    (signed,) = [each for each in like(found, on="1949-04-04", change="signed") if each.parties]
    assert len(signed.parties) == 12 and "Belgium" in signed.parties and "Greece" not in signed.parties
    assert like(found, on="1949-08-24", change="in force")
    assert not like(found, on="1949-04-04", change="in force")


def test_moments_come_by_date_and_are_cited(core_store: Store) -> None:
    """Ukraine: in order, each with its sources; its events are there, those of others not."""
    found = told(core_store, "UKR")
    days = [each.on.earliest for each in found.moments if each.on]
    assert days == sorted(days)
    assert all(each.sources for each in found.moments)
    assert like(found, about="event", change="invasion", thing="russia-invades-ukraine-2022")
    assert like(found, on="2024-06-13", thing="us-ukraine-2024", change="signed")
    assert not like(found, thing="us-japan-1960")


def test_a_window_keeps_what_may_fall_into_it(core_store: Store) -> None:
    """Nothing before or after; a date that is known to the year is in where it may be."""
    window = Window(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
    found = told(core_store, "UKR", window)
    assert like(found, thing="g7-ukraine-declaration-2023")
    assert not like(found, thing="us-ukraine-2024")
    assert all(
        each.on.latest >= Date(2023, 1, 1) and each.on.earliest <= Date(2023, 12, 31)
        for each in found.moments
        if each.on
    )


def test_dates_are_as_precise_as_they_are_known(core_store: Store) -> None:
    """Between two days, and an end of which nobody knows, which comes last."""
    found = told(core_store, "ankara-treaty-1953")
    assert like(found, on="1953-02-28..1953-12-31", change="in force")
    assert found.moments[-1].on is None and found.moments[-1].change == "end unknown"
    assert [row["on"] for row in found.table()][-1] == "unknown"


def test_a_change_of_status_is_no_end(core_store: Store) -> None:
    """Of the American promise to New Zealand: suspended in 1986, not ended."""
    found = told(core_store, "anzus/article-4-to-new-zealand")
    (suspended,) = like(found, on="1986-08-11", change="suspended")
    assert suspended.parties == ("United States",)
    assert not [each for each in found.moments if each.change in ("ends", "owes no longer")]


def test_returns_and_departures_are_told(core_store: Store) -> None:
    """Egypt was suspended from the Arab League in 1979, back in 1989, and never left it."""
    found = told(core_store, "EGY", Window(kinds=("membership",)))
    assert like(found, thing="arab-league", change="suspended", on="1979-03-26..1979-03-31")
    assert like(found, thing="arab-league", change="resumes", on="1989-05-21..1989-05-23")
    assert not like(found, thing="arab-league", change="leaves")
    assert {each.about for each in found.moments} == {"membership"}


def test_members_who_join_on_one_day_are_one_moment(core_store: Store) -> None:
    """NATO in 2004: seven; Finland and Sweden apart."""
    found = told(core_store, "NATO", Window(kinds=("membership",)))
    (seven,) = like(found, on="2004-03-29", change="joins")
    assert len(seven.parties) == 7 and "Estonia" in seven.parties and "Finland" not in seven.parties


def test_a_kind_of_obligation_selects_promises(core_store: Store) -> None:
    """New Zealand's defence promises, with their sides; no consultation, no agreement by itself."""
    found = told(core_store, "New Zealand", Window(kinds=("defense",)))
    assert {each.about for each in found.moments} == {"obligation"}
    assert all("defense" in each.text for each in found.moments)
    assert like(found, on="1977-06-30", change="dormant") and not like(found, on="1977-06-30", change="ends")


def test_what_a_promise_replaced_is_told(core_store: Store) -> None:
    """And by what it was replaced."""
    assert like(told(core_store, "us-japan-1960/article-6"), change="replaces", on="1960-06-23")
    assert like(told(core_store, "us-japan-1951/article-1"), change="replaced", on="1960-06-23")


def test_an_end_to_come_is_only_foreseen(core_store: Store) -> None:
    """Denmark's Ukraine Fund runs to the end of 2028; its support for 2024 has ended."""
    found = told(core_store, "denmark-ukraine-2024")
    assert like(found, on="2029-01-01", change="is to end", thing="denmark-ukraine-2024/ukraine-fund")
    assert like(found, on="2025-01-01", change="ends", thing="denmark-ukraine-2024/support-2024")


@pytest.mark.parametrize(
    "thing",
    [
        "UKR",
        "NATO",
        "us-ukraine-2024",
        "us-ukraine-2024/consultation",
        "helsinki-2022-letter",
        "nato-summit-vilnius-2023",
    ],
)
def test_every_sort_of_thing_that_has_a_time_has_a_timeline(core_store: Store, thing: str) -> None:
    """With stable flat columns."""
    rows = told(core_store, thing).table()
    assert rows and all(tuple(row) == COLUMNS for row in rows)


def test_what_has_no_timeline_is_told(core_store: Store) -> None:
    """A source, with what has one."""
    with pytest.raises(BadInput) as caught:
        told(core_store, "nato-treaty-1949")
    assert str(caught.value).endswith(
        "is a source, which has no timeline; expected one of country, organization, agreement, obligation, event, proposal"
    )


def test_a_wrong_window_is_told() -> None:
    """An unknown kind with the nearest, and an end before the beginning."""
    with pytest.raises(
        BadInput, match=r"^unknown kind 'members'; expected one of existence, .* Did you mean membership"
    ):
        Window(kinds=("members",))
    with pytest.raises(BadInput) as caught:
        Window(datetime.date(2020, 1, 1), datetime.date(2019, 12, 31))
    assert str(caught.value) == "--to 2019-12-31 comes before --from 2020-01-01"
