"""The page without a mouse, on a small screen, and as axe sees it."""

from __future__ import annotations

import os
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
    seen = opened(sample(question=answer), viewport=PHONE)
    assert seen.evaluate("() => part('question').scrollHeight - part('question').clientHeight") <= 0
    assert seen.page.get_attribute("#question", "tabindex") is None
    seen = opened(sample(question=answer * 20), viewport=PHONE)
    press(seen, "Tab")
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
