"""The day of the page: a slider from change to change, and a field that takes any day at its word as far as the datasets go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foedera.page.data import View
from foedera.queries.ended import Absence

from .conftest import Open, Opened
from .samples import sample, span

STOPS = [
    "1949-08-24", "1951-01-01", "1952-02-18", "1954-05-01", "1960-06-23", "2002-01-01", "2002-12-31", "2004-03-29", "2008-04-03",
    "2010-01-01", "2010-12-31", "2023-04-04", "2024-06-13", "2024-07-01",
]  # fmt: skip


def on(seen: Opened) -> str:
    return str(seen.evaluate("() => dayOf(page.state.day)"))


def typed(seen: Opened, day: str) -> None:
    """As somebody who types it and goes on."""
    seen.page.fill("#day", day)
    seen.page.keyboard.press("Enter")


def test_slider_stops_at_each_day_on_which_something_shown_changes_and_nowhere_else(opened: Open) -> None:
    """A suspended promise begins on 1952-08-27: nothing of it shows, so nothing changes."""
    seen = opened(sample())
    seen.page.focus("#slider")
    seen.page.keyboard.press("Home")
    found = [on(seen)]
    for _ in STOPS:
        seen.page.keyboard.press("ArrowRight")
        found.append(on(seen))
    assert found == [*STOPS, STOPS[-1]]
    for day in (*STOPS[-2::-1], STOPS[0]):
        seen.page.keyboard.press("ArrowLeft")
        assert on(seen) == day


def test_slider_says_what_it_does_and_where_it_is(opened: Open) -> None:
    seen = opened(sample())
    slider = seen.page.get_by_role("slider", name="As of: from change to change of what shows")
    assert "Page up and Page down: a year" in str(slider.get_attribute("aria-label"))
    assert slider.get_attribute("aria-valuetext") == "2024-07-01, the last day"
    slider.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "2024-06-13, change 13 of 13"
    seen.page.fill("#day", "2024-06-01")
    assert slider.get_attribute("aria-valuetext") == "2024-06-01, after change 12 of 13"
    typed(seen, "1945-06-01")
    assert slider.get_attribute("aria-valuetext") == "1945-06-01, before the first change"


def test_page_up_and_page_down_go_a_year_and_no_further_than_the_slider(opened: Open) -> None:
    seen = opened(sample())
    seen.page.focus("#slider")
    seen.page.keyboard.press("PageDown")
    assert on(seen) == "2023-07-01"
    seen.page.keyboard.press("PageUp")
    seen.page.keyboard.press("PageUp")
    assert on(seen) == "2024-07-01"
    seen.page.fill("#day", "1950-01-01")
    seen.page.keyboard.press("Tab")
    seen.page.focus("#slider")
    seen.page.keyboard.press("PageDown")
    assert on(seen) == "1949-08-24"


def test_what_is_switched_off_or_far_from_a_focus_is_no_stop(opened: Open) -> None:
    seen = opened(sample())
    seen.page.get_by_label("candidacy").uncheck()
    seen.page.focus("#slider")
    assert seen.evaluate("() => stops(page.facts, page.state).map(dayOf)") == [
        day for day in STOPS if day != "2008-04-03"
    ]
    seen.page.click("#reset")
    seen.evaluate("() => page.change({ focus: { party: 'JPN', hops: 1 } })")
    assert seen.evaluate("() => stops(page.facts, page.state).map(dayOf)") == [
        "1954-05-01",
        "1960-06-23",
        "2024-07-01",
    ]
    assert seen.page.get_attribute("#slider", "max") == "2"


def test_slider_of_what_never_changes_rests(opened: Open) -> None:
    seen = opened(sample(arrows=[], ties=[], agreements=[], obligations=[], foundings=[]))
    assert seen.page.is_disabled("#slider") and seen.page.is_disabled("#earlier")


def test_a_day_after_the_last_is_answered_as_of_the_last_and_said(opened: Open) -> None:
    seen = opened(sample())
    seen.page.fill("#day", "1960-07-01")
    typed(seen, "2099-01-01")
    assert (on(seen), seen.page.input_value("#day")) == ("2024-07-01", "2024-07-01")
    assert seen.text("#notice span") == (
        "core covers until 2024-07-01; this is the answer as of that day, not of 2099-01-01."
    )
    seen.page.fill("#day", "1960-07-01")
    assert seen.page.locator("#notice").is_hidden(), "it was said of another day"


@pytest.mark.parametrize("leave", ["Tab", None])
def test_a_day_before_every_scope_is_not_covered(opened: Open, leave: str | None) -> None:
    """Left by Tab, or let stand: half-typed years are not taken at once."""
    seen = opened(sample())
    seen.page.fill("#day", "1200-05-01")
    assert on(seen) == "2024-07-01"
    if leave:
        seen.page.keyboard.press(leave)
    seen.page.wait_for_function("() => page.state.day < 0")
    assert (on(seen), seen.page.input_value("#day")) == ("1200-05-01", "1200-05-01")
    assert seen.text("#notice span") == "not covered: no loaded dataset speaks of 1200-05-01."
    assert seen.text("#status").startswith(
        "On 1200-05-01: nothing is in force here; not covered: no loaded dataset speaks of 1200-05-01"
    )
    seen.evaluate("() => page.change({ chain: { from: 'JPN', to: 'USA', any: false, nth: 0 } })")
    assert seen.text("#chain-said") == "not covered: no loaded dataset speaks of 1200-05-01."
    seen.page.click("#later")
    assert on(seen) == STOPS[0] and seen.page.locator("#notice").is_hidden()


def test_no_day_leaves_the_page_as_it_was_and_says_so(opened: Open) -> None:
    seen = opened(sample())
    typed(seen, "")
    assert (on(seen), seen.page.input_value("#day")) == ("2024-07-01", "2024-07-01")
    assert seen.text("#notice span") == "That is no day; the page stays as of 2024-07-01."


def test_where_the_centre_was_not_there_yet_the_page_says_so(opened: Open) -> None:
    begun = span("1991-08-24").since
    assert begun
    told = Absence(None, begun.earliest, "in the data Ukraine begins only on 1991-08-24, after Soviet Union")
    seen = opened(replace(sample(view=View("around", ("UKR",))), absences=[told]))
    seen.page.fill("#day", "1980-01-01")
    assert seen.text("#status").startswith(
        "On 1980-01-01: nothing is in force here; in the data Ukraine begins only on 1991-08-24, after Soviet Union"
    )
    seen.page.fill("#day", "2024-07-01")
    assert seen.text("#status").startswith("On 2024-07-01: 2 promises of 2 parties ·")


def test_a_fact_older_than_every_scope_shows_and_no_more_is_claimed(opened: Open) -> None:
    seen = opened(sample(spoken=[span("2000-01-01")]))
    seen.page.fill("#day", "1955-01-01")
    assert "parties; beyond that no loaded dataset speaks of 1955-01-01 ·" in seen.text("#status")
