"""The page by finger, on a phone."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Open, Opened
from .samples import sample

PHONE: dict[str, Any] = {
    "viewport": {"width": 400, "height": 800},
    "has_touch": True,
    "is_mobile": True,
}
CLICKS = "() => { window.clicks = []; document.addEventListener('click', ({ target }) => window.clicks.push(target.closest('ul')?.id ?? target.id), true); }"


@pytest.mark.parametrize("across", [0.15, 0.5, 0.85])
def test_a_tap_on_what_was_found_goes_to_nothing_beneath_it(opened: Open, across: float) -> None:
    """Wherever the finger comes down."""
    seen = opened(sample(), **PHONE)
    seen.evaluate(CLICKS)
    seen.page.fill("#find", "estonia")
    hit = seen.page.locator("#found li").first
    box = hit.bounding_box()
    assert box
    seen.page.touchscreen.tap(box["x"] + across * box["width"], box["y"] + box["height"] / 2)
    seen.page.wait_for_selector("#details:not([hidden])")
    assert seen.text("#details h2") == "Estonia"
    seen.page.wait_for_timeout(400)
    assert seen.evaluate("() => window.clicks") == ["found"]
    assert seen.text("#notice") == "" and seen.page.locator("#help").is_hidden()


def test_a_tap_chooses_the_end_of_a_chain(opened: Open) -> None:
    seen = opened(sample(), **PHONE)
    seen.page.locator("#chain summary").tap()
    seen.page.fill("#chain-from", "estonia")
    seen.page.locator("#chain-from-found li").first.tap()
    assert seen.page.input_value("#chain-from") == "Estonia"


@pytest.mark.parametrize("name", ["Estonia", "Ukraine", "United States"])
def test_what_was_found_is_in_sight_above_its_own_details(opened: Open, name: str) -> None:
    seen = opened(sample(), **PHONE)
    seen.find(name)
    seen.page.wait_for_timeout(800)
    top, bottom = _seen_between(seen)
    assert top < _height(seen, name) < bottom
    assert bottom - top > 250, "most of the drawing can be seen, and not a strip of it"


def test_a_page_opens_with_its_whole_drawing_on_a_phone(opened: Open) -> None:
    seen = opened(sample(), **PHONE)
    graph = seen.page.locator("#graph").bounding_box()
    assert graph and graph["y"] + graph["height"] <= PHONE["viewport"]["height"]
    assert graph["height"] > 430, "it has more than half of the screen"


def test_a_network_fills_a_phone(opened: Open) -> None:
    """It is no band across the middle, though it is laid out for a wide screen."""
    seen = opened(sample(), **PHONE)
    wide, high = seen.evaluate("""() => {
      const at = graph.scene().nodes.map(({ node }) => onScreen(graph.sight(), page.facts.nodes[node]));
      const share = (axis, side) => {
        const along = at.map((each) => each[axis]);
        return (Math.max(...along) - Math.min(...along)) / graph.sight()[side];
      };
      return [share("x", "width"), share("y", "height")];
    }""")
    assert min(wide, high) > 0.5 and max(wide, high) < 1


def test_the_answer_of_a_chain_is_beneath_the_fields_where_it_was_asked(opened: Open) -> None:
    seen = opened(sample(), **PHONE)
    seen.page.locator("#chain summary").tap()
    for end, name in (("from", "japan"), ("to", "united states")):
        seen.page.fill(f"#chain-{end}", name)
        seen.page.locator(f"#chain-{end}-found li").first.tap()
    field, said = (seen.page.locator(each).bounding_box() for each in ("#chain-from", "#chain-said"))
    assert field and said and "a direct commitment" in seen.text("#chain-said")
    assert field["y"] >= 0 and said["y"] + said["height"] <= PHONE["viewport"]["height"]
    assert said["y"] - field["y"] < 120


def test_what_was_found_is_beside_its_details_on_a_small_screen(opened: Open) -> None:
    seen = opened(sample(), viewport={"width": 800, "height": 800})
    seen.find("Estonia")
    seen.page.wait_for_timeout(800)
    box = seen.page.locator("#details").bounding_box()
    assert box and _place(seen, "Estonia")["x"] < box["x"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("zzz", "Nothing is called “zzz” on this page."), ("united", "“united” was not chosen from the list.")],
)
def test_a_name_that_a_chain_does_not_take_is_told(opened: Open, typed: str, said: str) -> None:
    """The field has its former name again, and the notice says why."""
    seen = opened(sample(), link="chain=JPN,UKR")
    seen.page.fill("#chain-from", typed)
    seen.page.focus("#day")
    assert seen.page.input_value("#chain-from") == "Japan"
    assert said in seen.text("#notice")


def _seen_between(seen: Opened) -> tuple[float, float]:
    graph = seen.page.locator("#graph").bounding_box()
    details = seen.page.locator("#details").bounding_box()
    assert graph and details
    return max(graph["y"], 0), details["y"]


def _height(seen: Opened, name: str) -> float:
    return _place(seen, name)["y"]


def _place(seen: Opened, name: str) -> dict[str, float]:
    found: dict[str, float] = seen.evaluate(
        """(name) => {
          const node = page.facts.nodes.findIndex(({ party }) => party !== null && page.facts.parties[party].name === name);
          const { x, y } = onScreen(graph.sight(), page.facts.nodes[node]);
          const room = part("graph").getBoundingClientRect();
          return { x: room.left + x, y: room.top + y };
        }""",
        name,
    )
    return found
