"""The page without a mouse, on a small screen, and as axe sees it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from .conftest import Open, Opened
from .samples import sample

AXE = Path(__file__).parents[2] / "tools" / "page" / "node_modules" / "axe-core" / "axe.min.js"
NO_AXE = "no axe: install nodejs and npm, then run `make tools/page/node_modules`"
PHONE = {"width": 400, "height": 800}
WIDE = {"width": 1280, "height": 800}


def press(seen: Opened, *keys: str) -> None:
    for key in keys:
        seen.page.keyboard.press(key)


def focused(seen: Opened) -> str:
    found: str = seen.evaluate("() => document.activeElement.id || document.activeElement.className")
    return found


def test_nodes_and_lines_are_gone_through_by_keyboard(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "d", "ArrowRight")
    assert focused(seen) == "graph"
    assert ", country, " in seen.text("#spoken") or "agreement" in seen.text("#spoken")
    seen.evaluate("() => page.change({ selected: 'party:JPN' })")
    press(seen, "n")
    assert seen.text("#spoken") == (
        "Japan and United States: Treaty of Mutual Cooperation and Security, 1 of 2 at Japan"
    )
    press(seen, "n", "n", "N")
    assert seen.text("#spoken").startswith(
        "Japan and United States: Mutual Defense Assistance Agreement, 2 of 2"
    )
    press(seen, "o")
    assert seen.text("#details h2") == "United States"
    press(seen, "Enter")
    assert focused(seen) == "details"
    press(seen, "Escape")
    assert seen.page.locator("#details").is_hidden()


def test_escape_on_the_drawing_selects_nothing_then_leaves_the_focus(opened: Open) -> None:
    seen = opened(sample(), link="selected=party:JPN")
    press(seen, "f", "d")
    assert seen.text("#focus-name") == "Japan"
    press(seen, "Escape")
    assert seen.page.locator("#details").is_hidden() and seen.page.locator("#focus").is_visible()
    press(seen, "Escape")
    assert seen.page.locator("#focus").is_hidden()


def test_plus_minus_and_shifted_arrows_move_the_camera(opened: Open) -> None:
    seen = opened(sample())
    before = seen.evaluate("() => [graph.network.getScale(), graph.network.getViewPosition().x]")
    press(seen, "d", "+", "Shift+ArrowRight")
    after = seen.evaluate("() => [graph.network.getScale(), graph.network.getViewPosition().x]")
    assert after[0] == pytest.approx(before[0] * 1.25) and after[1] > before[1]
    press(seen, "-")
    assert seen.evaluate("() => graph.network.getScale()") == pytest.approx(before[0])


def test_keys_of_the_page_and_their_list(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "?")
    assert seen.page.locator("#help").is_visible()
    assert "next change" in seen.text("#help")
    press(seen, "t", "Escape")
    assert seen.page.locator("#help").is_hidden() and seen.evaluate("() => page.state.as") == "graph"
    press(seen, "t")
    assert seen.page.locator("#table").is_visible()
    press(seen, "g", ",", ",")
    assert seen.evaluate("() => dayOf(page.state.day)") == "2023-04-04"
    press(seen, ".")
    assert seen.evaluate("() => dayOf(page.state.day)") == "2024-06-13"
    press(seen, "c")
    assert focused(seen) == "chain-from"
    press(seen, "t")
    assert seen.evaluate("() => page.state.as") == "graph", "a letter typed into a field is text"
    press(seen, "Escape", "Tab", "/")
    assert seen.page.input_value("#chain-to") == "/"


def test_single_keys_can_be_switched_off(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "?")
    seen.page.uncheck("#keys-on")
    press(seen, "Escape", "t")
    assert seen.evaluate("() => page.state.as") == "graph"
    seen.page.click("#help-open")
    assert seen.page.locator("#help").is_visible()


def test_tab_takes_the_name_that_is_found_into_a_chain_and_nothing_out_of_the_search(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "c", "j", "p", "n", "Tab")
    assert focused(seen) == "chain-to" and seen.page.input_value("#chain-from") == "Japan"
    press(seen, *"ukr", "Tab")
    assert seen.evaluate("() => [page.state.chain.from, page.state.chain.to]") == ["JPN", "UKR"]
    seen.page.fill("#find", "japan")
    press(seen, "Tab")
    assert focused(seen) == "day" and seen.page.locator("#details").is_hidden()


def test_details_close_to_where_they_were_opened(opened: Open) -> None:
    seen = opened(sample(), link="as=table")
    seen.page.locator("tbody .entry").nth(2).focus()
    press(seen, "Enter", "Escape")
    assert seen.evaluate("() => document.activeElement === document.querySelectorAll('tbody .entry')[2]")


@pytest.mark.parametrize(("view", "link"), [("graph", ""), ("table", "as=table")])
def test_details_found_by_name_close_to_what_is_looked_at_and_keys_are_no_text(
    opened: Open, view: str, link: str
) -> None:
    seen = opened(sample(), link=link)
    press(seen, "/")
    seen.find("japan")
    press(seen, "Escape")
    assert seen.page.locator("#details").is_hidden() and focused(seen) == view
    press(seen, "m")
    assert seen.page.input_value("#find") == "" and seen.evaluate("() => page.state.layout") == "map"


def test_escape_goes_back_through_the_details_entry_by_entry_and_the_cross_closes_them(opened: Open) -> None:
    seen = opened(sample(), link="as=table")
    row = seen.page.locator("tbody .entry").nth(2)
    row.focus()
    press(seen, "Enter")
    seen.evaluate("() => { openDetails(page, 'party:USA'); }")
    entries = seen.page.locator("#details .entry")
    opening = entries.nth(1).inner_text()
    entries.nth(1).focus()
    press(seen, "Enter")
    assert seen.text("#details h2") == opening
    press(seen, "Escape")
    assert seen.text("#details h2") == "United States"
    assert seen.evaluate("() => document.activeElement.innerText") == opening
    press(seen, "Enter")
    seen.page.click("#details .close")
    assert seen.page.locator("#details").is_hidden()
    assert row.evaluate("(each) => document.activeElement === each")


def test_details_close_to_their_row_though_it_was_drawn_anew_and_else_to_the_table(opened: Open) -> None:
    seen = opened(sample(), link="as=table")
    row = seen.page.locator("tbody .entry").nth(2)
    title = row.inner_text()
    row.focus()
    press(seen, "Enter")
    seen.evaluate("() => page.change({ day: dayNumber('2024-06-20') })")
    press(seen, "Escape")
    assert seen.evaluate("() => document.activeElement.innerText") == title
    press(seen, "Enter")
    seen.evaluate("() => page.change({ day: dayNumber('1800-01-01') })")
    press(seen, "Escape")
    assert focused(seen) == "table"


def test_details_that_going_back_closes_leave_the_keyboard_on_the_drawing(opened: Open) -> None:
    seen = opened(sample())
    seen.find("japan")
    seen.page.wait_for_function("() => location.hash")
    assert focused(seen) == "details"
    seen.page.go_back()
    seen.page.wait_for_selector("#details", state="hidden")
    assert focused(seen) == "graph"


def test_escape_leaves_find_for_the_drawing_once_its_list_is_closed(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "/", *"jap", "Escape")
    assert focused(seen) == "find" and seen.page.input_value("#find") == ""
    press(seen, "Escape")
    assert focused(seen) == "graph"


def test_s_opens_the_menu_and_escape_closes_it_to_where_one_was_and_no_more(opened: Open) -> None:
    seen = opened(sample(), link="focus=JPN,1&selected=party:JPN")
    press(seen, "d", "s")
    assert seen.page.locator("#save-png").is_visible() and focused(seen) == "save-png"
    press(seen, "Escape")
    assert seen.page.locator("#save-png").is_hidden() and focused(seen) == "graph"
    assert seen.page.locator("#focus").is_visible() and seen.page.locator("#details").is_visible()
    seen.page.locator("#save summary").focus()
    press(seen, "Enter", "Tab", "Escape")
    assert seen.page.locator("#save-png").is_hidden()
    assert seen.evaluate("() => document.activeElement.matches('#save summary')")


def test_the_menu_closes_when_it_is_left_or_something_else_is_pressed(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "s", "Tab")
    assert seen.page.locator("#save-svg").is_visible(), "still in it"
    press(seen, "Tab", "Tab")
    assert seen.page.locator("#save-png").is_hidden() and focused(seen) == "help-open"
    press(seen, "s")
    seen.page.click("#graph", position={"x": 5, "y": 5})
    assert seen.page.locator("#save-png").is_hidden()


def test_drawing_map_and_table_take_the_keyboard_over_from_one_another_and_say_so(opened: Open) -> None:
    """Not from the buttons that a reader stands on."""
    seen = opened(sample())
    assert seen.text("#spoken") == ""
    press(seen, "d", "t")
    assert (focused(seen), seen.text("#spoken")) == ("table", "Table")
    press(seen, "g")
    assert (focused(seen), seen.text("#spoken")) == ("graph", "Network")
    press(seen, "m")
    assert seen.text("#spoken") == "Map"
    seen.page.focus("#as-table")
    press(seen, "Enter")
    assert focused(seen) == "as-table"


def test_the_first_tab_offers_a_way_past_the_tools(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "Tab")
    assert focused(seen) == "skip"
    press(seen, "Enter")
    assert focused(seen) == "graph"


def test_a_misspelled_name_offers_the_nearest_aloud_and_none_is_taken_unasked(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "/", *"estnia")
    assert seen.text("#found .none") == "Nothing of that name on this page; did you mean"
    assert seen.page.locator("#found li:not(.none)").all_inner_texts() == ["Estonia EST"]
    told = "Nothing is called “estnia” on this page. Did you mean Estonia?"
    assert seen.text("#spoken") == told
    press(seen, "Enter")
    assert seen.page.locator("#details").is_hidden() and seen.text("#notice span") == told
    press(seen, "ArrowDown")
    assert seen.page.get_attribute("#find", "aria-activedescendant") == "found-0"
    press(seen, "Enter")
    assert seen.text("#details h2") == "Estonia"
    assert seen.page.locator("#notice").inner_text() == "", "what was complained of is done"
    press(seen, "/", *"estonia")
    assert seen.page.locator("#found .none").count() == 0


def test_a_misspelled_end_of_a_chain_is_not_taken_by_tab_and_the_nearest_is_told(opened: Open) -> None:
    seen = opened(sample())
    press(seen, "c", *"ukrane", "Tab")
    assert seen.page.input_value("#chain-from") == "" and seen.evaluate("() => page.state.chain") is None
    assert seen.text("#notice span") == "Nothing is called “ukrane” on this page. Did you mean Ukraine?"
    press(seen, *"xqxqxq", "Tab")
    assert seen.text("#notice span") == "Nothing is called “xqxqxq” on this page."


def test_a_button_that_rests_or_goes_gives_the_keyboard_on_and_one_that_stays_keeps_it(opened: Open) -> None:
    seen = opened(sample(), link="day=1952-02-18&nonsense")
    seen.page.focus("#earlier")
    press(seen, "Enter")
    assert focused(seen) == "earlier"
    press(seen, "Enter")
    assert seen.page.is_disabled("#earlier") and focused(seen) == "slider"
    seen.page.focus("#notice button")
    press(seen, "Enter")
    assert seen.page.locator("#notice").is_hidden() and focused(seen) == "graph"


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_tab_goes_through_the_whole_page_and_out_of_it(opened: Open, viewport: Any) -> None:
    seen = opened(sample(), link="selected=party:JPN&focus=JPN,2&chain=JPN,UKR", viewport=viewport)
    reached = []
    for _ in range(120):
        press(seen, "Tab")
        reached.append(
            seen.evaluate("""() => {
              const { activeElement: at } = document;
              if (at === document.body) return "out";
              const box = at.getBoundingClientRect();
              const style = getComputedStyle(at);
              const seen = at.id === "details" || at.id === "day" || style.outlineStyle !== "none";
              const name = at.id || at.closest("[id]")?.id || at.tagName;
              return box.width && seen ? name : `unseen ${name}`;
            }""")
        )
        if reached[-1] == "out":
            break
    assert reached[-1] == "out", "the page keeps the focus"
    assert not [each for each in reached if each.startswith("unseen")]
    wanted = {"find", "day", "slider", "earlier", "play", "as-table", "copy-link", "help-open", "chain-from"}
    wanted |= {
        "chain-to",
        "chain-any",
        "chain-hops",
        "unfocus",
        "focus-hops",
        "graph",
        "details",
        "save",
        "about",
    }
    assert wanted <= set(reached)


def test_play_goes_to_the_last_day_and_stops(opened: Open) -> None:
    seen = opened(sample())
    seen.evaluate("() => { PLAYED.seconds = 2; }")
    seen.page.click("#play")
    assert seen.text("#play") == "Pause" and seen.evaluate("() => dayOf(page.state.day)") == "1949-08-24"
    seen.page.wait_for_function("() => page.state.day > dayNumber('1960-01-01')")
    seen.page.wait_for_function("() => document.getElementById('play').textContent === 'Play'")
    assert seen.evaluate("() => dayOf(page.state.day)") == "2024-07-01"
    assert seen.text("#status").startswith("On 2024-07-01: 8 promises")


def test_play_stops_where_it_is_paused_or_the_day_is_changed(opened: Open) -> None:
    seen = opened(sample(), reduced_motion="reduce")
    press(seen, "p")
    seen.page.wait_for_function("() => page.state.day > dayNumber('1949-08-24')")
    assert seen.evaluate("() => dayOf(page.state.day)") == "1951-01-01", "the next change"
    press(seen, "p")
    assert seen.text("#play") == "Play"
    press(seen, "p", ".")
    assert seen.text("#play") == "Play" and seen.evaluate("() => dayOf(page.state.day)") == "1952-02-18"


LINKS = {
    "graph": "",
    "busy": "selected=party:USA&focus=USA,2&chain=JPN,UKR&nonsense",
    "map": "layout=map&selected=agreement:nato",
    "table": "as=table",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_serious(opened: Open, viewport: Any, scheme: str) -> None:
    """In every view, with everything opened that can be."""
    if not AXE.is_file():
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(NO_AXE, pytrace=False)
        pytest.skip(NO_AXE)
    found = {}
    seen = opened(sample(), viewport=viewport, color_scheme=scheme)
    seen.evaluate(AXE.read_text(encoding="utf-8") + "; null")
    for name, link in LINKS.items():
        seen.evaluate("(link) => { location.hash = link; }", link)
        seen.page.wait_for_timeout(100)
        seen.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found[name] = audit(seen)
    seen.page.fill("#find", "united")
    found["search"] = audit(seen)
    seen.page.fill("#find", "zzz")
    found["nothing found"] = audit(seen)
    seen.page.click("#help-open")
    found["help"] = audit(seen)
    assert {name: each for name, each in found.items() if each} == {}
    seen.evaluate("() => document.getElementById('help').append(document.createElement('input'))")
    assert any(each.startswith("label") for each in audit(seen)), "axe looks at the page"


def test_a_question_is_read_whole_on_a_phone_and_scrolled_by_keyboard_where_it_is_longer(
    opened: Open,
) -> None:
    answer = "Ukraine is designated a major ally. Georgia is designated a major ally. " * 3 + "Gained: 4."
    short = opened(sample(question="Who?", note=None, on=date(2024, 7, 1)), viewport=PHONE)
    assert short.page.locator("#more-said").is_hidden()
    seen = opened(sample(question=answer), viewport=PHONE)
    drawn = seen.page.locator("#graph").bounding_box()
    assert drawn and drawn["y"] < 340, "the drawing is not far below a long question"
    press(seen, "Tab", "Tab")
    assert focused(seen) == "more-said" and seen.page.get_attribute("#more-said", "aria-expanded") == "false"
    press(seen, "Enter")
    assert seen.page.get_attribute("#more-said", "aria-expanded") == "true"
    assert seen.evaluate("() => part('question').scrollHeight - part('question').clientHeight") <= 0
    assert seen.page.get_attribute("#question", "tabindex") is None
    seen = opened(sample(question=answer * 20), viewport=PHONE)
    seen.page.click("#more-said")
    seen.page.wait_for_selector("#question[tabindex]")
    press(seen, "Shift+Tab")
    assert focused(seen) == "question"
    if AXE.is_file():
        seen.evaluate(AXE.read_text(encoding="utf-8") + "; null")
        assert audit(seen) == []


def audit(seen: Opened) -> list[str]:
    """What axe calls serious or critical: the rule, and where."""
    found: list[str] = seen.evaluate("""async () => {
      const { violations } = await axe.run(document, { resultTypes: ["violations"] });
      return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ""}`));
    }""")
    return found
