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


def test_a_day_before_every_scope_is_not_covered(opened: Open) -> None:
    seen = opened(sample())
    typed(seen, "1200-05-01")
    assert (on(seen), seen.page.input_value("#day")) == ("1200-05-01", "1200-05-01")
    assert seen.text("#notice span") == "not covered: no loaded dataset speaks of 1200-05-01."
    assert seen.text("#status").startswith(
        "On 1200-05-01: nothing is in force here (the next change is on 1949-08-24); not covered: no loaded dataset speaks of 1200-05-01"
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


def keys(seen: Opened, *pressed: str) -> None:
    for key in pressed:
        seen.page.keyboard.press(key)


@pytest.mark.parametrize("leave", ["Enter", "Tab"])
def test_a_typed_day_is_gone_to_when_it_is_confirmed_or_left_and_none_on_the_way_to_it(
    opened: Open, leave: str
) -> None:
    """The field goes through 2024-02-01, 2024-02-03 and the years 2, 20 and 200."""
    seen = opened(sample())
    days = "() => { window.days = []; page.watch(['day'], () => window.days.push(dayOf(page.state.day))); }"
    seen.evaluate(days)
    seen.page.focus("#day")
    keys(seen, *"02032004")
    assert (seen.page.input_value("#day"), on(seen)) == ("2004-02-03", "2024-07-01")
    keys(seen, *[leave] * (1 if leave == "Enter" else 2))  # the field has a button too
    assert seen.evaluate("() => window.days") == ["2024-07-01", "2004-02-03"]
    assert seen.page.locator("#notice").is_hidden()


def test_a_typed_day_that_is_let_stand_says_how_to_go_there_and_escape_takes_it_back(opened: Open) -> None:
    seen = opened(sample(), link="focus=JPN,1")
    seen.page.focus("#day")
    keys(seen, *"0203")
    seen.page.wait_for_selector("#notice span")
    assert (seen.text("#notice span"), on(seen)) == ("Enter takes the page to 2024-02-03.", "2024-07-01")
    keys(seen, "Escape")
    assert seen.page.input_value("#day") == "2024-07-01" and seen.page.locator("#notice").is_hidden()
    assert seen.page.locator("#focus").is_visible(), "Escape was for the field"


@pytest.mark.parametrize("leave", ["Enter", "Tab"])
def test_a_typed_day_that_is_in_no_calendar_leaves_the_page_as_it_was_and_says_so(
    opened: Open, leave: str
) -> None:
    seen = opened(sample())
    seen.page.focus("#day")
    keys(seen, *"0230", leave, *(["Tab", "Tab"] if leave == "Tab" else []))
    assert (on(seen), seen.page.input_value("#day")) == ("2024-07-01", "2024-07-01")
    assert seen.text("#notice span") == "That is no day of the calendar; the page stays as of 2024-07-01."
    assert seen.page.get_attribute("#notice", "role") == "status"


def test_typing_a_day_pauses_what_plays_and_another_day_takes_the_place_of_what_is_half_typed(
    opened: Open,
) -> None:
    seen = opened(sample())
    seen.page.click("#play")
    seen.page.focus("#day")
    keys(seen, *"03")
    assert seen.text("#play") == "Play"
    keys(seen, *"041990", "Enter")
    assert on(seen) == "1990-03-04"
    keys(seen, "ArrowRight", "Shift+Tab")
    seen.page.focus("#day")
    keys(seen, *"05")
    seen.evaluate("() => { location.hash = 'day=1977-07-07'; }")
    seen.page.wait_for_function("() => page.state.day === dayNumber('1977-07-07')")
    assert seen.page.input_value("#day") == "1977-07-07"
    seen.page.focus("#find")
    assert on(seen) == "1977-07-07"


def test_a_year_of_two_digits_is_not_left_for_one_long_ago_and_taken_where_it_is_confirmed(
    opened: Open,
) -> None:
    seen = opened(sample())
    seen.page.focus("#day")
    keys(seen, *"020319")
    seen.page.focus("#find")
    assert (on(seen), seen.page.input_value("#day")) == ("2024-07-01", "2024-07-01")
    assert seen.text("#notice span") == "0019-02-03 looks half typed; the page stays as of 2024-07-01."
    seen.page.focus("#day")
    keys(seen, *"020319", "Enter")
    assert on(seen) == "0019-02-03"
    assert seen.text("#notice span") == "not covered: no loaded dataset speaks of 0019-02-03."


def test_an_arrow_key_in_the_field_and_its_calendar_are_followed_at_once(opened: Open) -> None:
    seen = opened(sample())
    seen.page.focus("#day")
    keys(seen, "ArrowDown")
    assert on(seen) == "2024-06-01"
    seen.page.fill("#day", "2020-05-06")
    assert on(seen) == "2020-05-06"


def test_what_was_asked_for_and_noted_stands_under_the_title_and_on_a_picture_only_on_its_day(
    opened: Open,
) -> None:
    """That a dataset is not loaded whole holds on every day."""
    cut = "core was cut short"
    note = f"core covers until 2024-07-01; this is the answer as of that day; {cut}"
    seen = opened(sample(note=note, unfinished=cut))
    sheet = "() => caveats(page)[1]"
    own = f"Asked for 2024-07-15, answered as of 2024-07-01. Datasets: Core. {note}."
    assert seen.text("#reach") == own and seen.evaluate(sheet).endswith(f". {note}.")
    seen.page.click("#earlier")
    assert seen.text("#reach") == f"Datasets: Core. {cut}."
    assert seen.evaluate(sheet).endswith(f"CC BY 4.0. {cut}.") and "as of that day" not in seen.evaluate(
        sheet
    )
    seen.page.click("#later")
    assert seen.text("#reach") == own


def test_where_the_centre_was_not_there_yet_the_page_says_so(opened: Open) -> None:
    begun = span("1991-08-24").since
    assert begun
    told = Absence(
        None, begun.earliest, "in the data Ukraine begins only on 1991-08-24, after the Soviet Union"
    )
    seen = opened(replace(sample(view=View("around", ("UKR",))), absences=[told]))
    seen.page.fill("#day", "1980-01-01")
    assert seen.text("#status").startswith(
        "On 1980-01-01: nothing is in force here (the next change is on 2002-01-01); in the data Ukraine begins only on 1991-08-24, after the Soviet Union"
    )
    seen.page.fill("#day", "2024-07-01")
    assert seen.text("#status").startswith("On 2024-07-01: 2 promises of 2 parties ·")


def test_a_fact_older_than_every_scope_shows_and_no_more_is_claimed(opened: Open) -> None:
    seen = opened(sample(spoken=[span("2000-01-01")]))
    seen.page.fill("#day", "1955-01-01")
    assert "parties; beyond that no loaded dataset speaks of 1955-01-01 ·" in seen.text("#status")
