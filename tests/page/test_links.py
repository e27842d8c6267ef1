"""Links that hold the whole state of a page, opened from disk."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Open, Opened
from .samples import sample

STATE = "() => ({ ...page.state, camera: null })"


def link(seen: Opened) -> str:
    """What the address says after its #, once it is written."""
    seen.page.wait_for_timeout(400)
    return seen.page.url.partition("#")[2]


def looked_at(seen: Opened) -> str:
    """The same without the camera, which is still on its way to what was found, or has come to rest there."""
    return "&".join(part for part in link(seen).split("&") if not part.startswith("camera="))


def change(seen: Opened, **patch: Any) -> None:
    seen.evaluate("(patch) => page.change(patch)", patch)


def test_a_link_opens_the_page_as_it_was(opened: Open) -> None:
    seen = opened(sample())
    assert link(seen) == ""
    seen.page.fill("#day", "2024-06-20")
    seen.page.get_by_label("political").uncheck()
    seen.find("ukraine")
    seen.page.click("#details >> text=Show only what is near")
    seen.page.click("#as-table")
    change(seen, chain={"from": "JPN", "to": "UKR", "any": False, "nth": 0})
    assert link(seen) == (
        "day=2024-06-20&off=forces:political&as=table&selected=party:UKR&focus=UKR,1&chain=JPN,UKR"
    )
    state, rows = seen.evaluate(STATE), seen.page.locator("tbody tr").count()
    other = opened(sample(), link=link(seen))
    assert other.evaluate(STATE) == state
    assert other.page.locator("tbody tr").count() == rows == 3
    assert other.text("#details h2") == "Ukraine" and other.text("#focus-name") == "Ukraine"
    assert other.page.input_value("#chain-from") == "Japan"
    assert other.text("#notice") == "" and other.complaints == []


def test_a_chain_leaves_the_link_with_one_of_its_ends_and_going_back_brings_it_again(opened: Open) -> None:
    seen = opened(sample())
    change(seen, chain={"from": "JPN", "to": "UKR", "any": False, "nth": 0})
    assert link(seen) == "chain=JPN,UKR"
    before = seen.evaluate("() => history.length")
    seen.page.fill("#chain-from", "")
    seen.page.keyboard.press("Enter")
    assert link(seen) == "" and seen.page.input_value("#chain-to") == "Ukraine"
    seen.page.fill("#chain-to", "")
    seen.page.keyboard.press("Enter")
    assert link(seen) == "" and seen.evaluate("() => history.length") == before + 1
    seen.page.go_back()
    assert [seen.page.input_value(f"#chain-{end}") for end in ("from", "to")] == ["Japan", "Ukraine"]


def test_the_camera_is_in_the_link(opened: Open) -> None:
    seen = opened(sample(), link="camera=30,-20,2.5")
    assert seen.evaluate("() => graph.sight().scale") == pytest.approx(2.5)
    assert link(seen) == "camera=30,-20,2.5"
    seen.page.click("#fit")
    assert link(seen) == ""


def test_back_and_forward_go_through_what_was_looked_at(opened: Open) -> None:
    seen = opened(sample())
    seen.find("ukraine")
    assert looked_at(seen) == "selected=party:UKR"
    seen.page.click("#as-map")
    assert looked_at(seen) == "layout=map&selected=party:UKR"
    seen.page.go_back()
    assert seen.evaluate("() => page.state.layout") == "network"
    assert seen.text("#details h2") == "Ukraine"
    seen.page.go_back()
    assert seen.page.locator("#details").is_hidden() and looked_at(seen) == ""
    seen.page.go_forward()
    assert seen.text("#details h2") == "Ukraine"


def test_going_back_while_the_camera_moves_stops_it(opened: Open) -> None:
    """It would come to rest at what was left, and write that into the link of what was gone back to."""
    seen = opened(sample())
    change(seen, selected="party:UKR")
    assert link(seen) == "selected=party:UKR"
    seen.evaluate(
        "() => graph.network.moveTo({ position: page.facts.nodes[0], scale: 3, animation: { duration: 1500, easingFunction: 'linear' } })"
    )
    seen.page.wait_for_timeout(100)
    fitting = seen.evaluate("() => page.state.camera")
    seen.page.go_back()
    seen.page.wait_for_timeout(1800)
    assert fitting is None and seen.evaluate("() => page.state.camera") is None
    assert link(seen) == ""


def test_a_walk_through_time_is_one_entry(opened: Open) -> None:
    seen = opened(sample())
    before = seen.evaluate("() => history.length")
    for day in ("2000-01-01", "2001-01-01", "2002-06-01"):
        seen.page.fill("#day", day)
        assert link(seen) == f"day={day}"
    assert seen.evaluate("() => history.length") == before + 1


def test_a_link_to_a_day_after_the_last_is_answered_as_of_the_last_and_said(opened: Open) -> None:
    """As the field and the commands do, to the last day that there is; once another day shows it is said no more."""
    seen = opened(sample(), link="as=table&day=9999-12-31")
    assert seen.page.input_value("#day") == "2024-07-01"
    assert seen.text("#notice span") == (
        "core covers until 2024-07-01; this is the answer as of that day, not of 9999-12-31."
    )
    seen.page.click("#earlier")
    assert seen.page.locator("#notice").is_hidden()
    seen.evaluate("() => { location.hash = 'day=0001-01-01&zoom=3'; }")
    seen.page.wait_for_selector("#notice span")
    assert seen.page.input_value("#day") == "0001-01-01"
    assert seen.text("#notice span") == (
        "not covered: no loaded dataset speaks of 0001-01-01."
        " The link asks for what this page does not have: zoom=3. The rest is shown."
    )


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("selected=party:XYZ&as=table", "selected=party:XYZ"),
        ("as=table&day=2024-02-30", "day=2024-02-30. The rest is shown. A day is written as 2024-07-15."),
        ("as=table&zoom=3&%E0%A4%A", "zoom=3, %E0%A4%A"),
        ("as=table&camera=<img src=x onerror=alert(1)>", "camera=<img src=x onerror=ale…"),
    ],
)
def test_a_bad_link_is_told_in_one_line_and_the_rest_is_shown(opened: Open, bad: str, told: str) -> None:
    seen = opened(sample(), link=bad)
    assert seen.text("#notice").startswith(f"The link asks for what this page does not have: {told}")
    assert seen.page.locator("#table").is_visible()
    assert seen.complaints == [] and seen.dialogs == []
    seen.page.click("#notice button")
    assert seen.page.locator("#notice").is_hidden()


def test_a_link_put_into_the_open_page_is_followed(opened: Open) -> None:
    seen = opened(sample())
    seen.evaluate("() => { location.hash = 'as=table&selected=party:JPN&nonsense=1'; }")
    seen.page.wait_for_selector("#table:not([hidden])")
    assert seen.text("#details h2") == "Japan"
    assert "nonsense=1" in seen.text("#notice")


@pytest.mark.parametrize("link", ["selected%3Dparty%3AJPN%26as%3Dtable", "selected=party:JPN&amp;as=table"])
def test_a_link_that_a_mail_program_wrote_otherwise_is_followed(opened: Open, link: str) -> None:
    seen = opened(sample(), link=link)
    assert seen.page.locator("#table").is_visible() and seen.text("#details h2") == "Japan"
    assert seen.page.locator("#notice").inner_text() == ""


@pytest.mark.parametrize("allowed", [True, False], ids=["clipboard", "by hand"])
def test_copy_link(opened: Open, allowed: bool) -> None:
    """Where there is no clipboard, the link stands in a field, selected."""
    seen = opened(sample())
    seen.evaluate(
        """(allowed) => {
          const writeText = async (text) => { if (!allowed) throw new Error("no"); window.copied = text; };
          Object.defineProperty(navigator, "clipboard", { value: { writeText } });
        }""",
        allowed,
    )
    seen.page.click("#as-table")
    seen.page.click("#copy-link")
    seen.page.wait_for_selector("#notice button")
    if allowed:
        assert seen.text("#notice").startswith("Link copied")
        assert seen.evaluate("() => window.copied").endswith("page.html#as=table")
    else:
        assert seen.evaluate("() => document.activeElement.value").endswith("page.html#as=table")


def test_focus_shows_what_is_near_and_leaves_by_escape(opened: Open) -> None:
    seen = opened(sample())
    seen.find("japan")
    seen.page.click("#details >> text=Show only what is near")
    assert seen.text("#status").startswith("On 2024-07-01, within 1 step of Japan: 2 promises of 2 parties")
    assert seen.text("#focus").startswith("Only what is within")
    seen.page.select_option("#focus-hops", "2")
    assert seen.text("#status").startswith("On 2024-07-01, within 2 steps of Japan: 7 promises of 8 parties")
    assert not seen.evaluate(
        "() => page.facts.parties.some(({ id }, i) => id === 'ATA' && page.shown.degrees[i] >= 0)"
    )
    assert seen.text("#details >> text=Show all again")
    seen.page.click("#fit")
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("#focus").is_hidden()
    assert seen.text("#status").startswith("On 2024-07-01: 8 promises")


def test_what_is_shown_changes_while_the_table_hides_the_drawing(opened: Open) -> None:
    """The drawing has no size then; it is fitted when it is seen again."""
    seen = opened(sample(), link="as=table&selected=party:UKR&focus=UKR,1")
    near = seen.page.locator("tbody tr").count()
    change(seen, focus=None)
    assert seen.page.locator("tbody tr").count() > near
    seen.page.click("#as-graph")
    assert seen.page.locator("#focus").is_hidden()
    assert seen.evaluate("() => graph.sight().scale") > 0
    assert seen.complaints == []


def test_a_name_goes_before_what_else_something_is_called(opened: Open) -> None:
    """East Germany is the German Democratic Republic too; whoever types germ means Germany."""
    seen = opened(sample())
    entries = [
        {
            "key": "party:DDR",
            "title": "East Germany",
            "hint": "",
            "folded": ["east germany", "german democratic republic"],
        },
        {
            "key": "party:DEU",
            "title": "Germany",
            "hint": "",
            "folded": ["germany", "federal republic of germany"],
        },
    ]
    found = seen.evaluate("(entries) => matches(entries, 'germ').map(({ key }) => key)", entries)
    assert found == ["party:DEU", "party:DDR"]
