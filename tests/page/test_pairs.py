"""From country to country: the switch that draws lines between parties instead of hubs."""

from __future__ import annotations

from foedera.page.data import View

from .conftest import Open
from .samples import MEMBERS, sample

_PAIRS = """() => page.figure.facts.lines.flatMap(({ from, to, pair }, i) => (pair && page.figure.shown.lines[i]
  ? [[from, to].map((node) => page.facts.parties[page.facts.nodes[node].party].id).sort().join()] : []))"""
_HUBS = "() => graph.scene().nodes.filter(({ node }) => page.facts.nodes[node].agreement !== null).length"


def test_switch_draws_a_line_for_each_two_parties_and_says_how_many(opened: Open) -> None:
    seen = opened(sample())
    assert seen.evaluate(_HUBS) == 1 and seen.evaluate(_PAIRS) == []
    seen.page.check("#pairs")
    n = len(MEMBERS)
    assert len(seen.evaluate(_PAIRS)) == n * (n - 1) // 2 == 15
    assert "15 lines from country to country for agreements of several" in seen.text("#status")
    seen.page.wait_for_timeout(200)
    assert seen.evaluate(_HUBS) == 0
    seen.page.uncheck("#pairs")
    seen.page.wait_for_timeout(200)
    assert seen.evaluate(_HUBS) == 1 and "country to country" not in seen.text("#status")
    assert seen.complaints == []


def test_lines_follow_the_day_and_the_filter_and_counts_do_not_change(opened: Open) -> None:
    seen = opened(sample())
    counted = seen.count("defense"), seen.count("consultation"), seen.count("binding")
    seen.page.check("#pairs")
    assert (seen.count("defense"), seen.count("consultation"), seen.count("binding")) == counted
    seen.page.fill("#day", "1950-01-01")
    assert sorted(seen.evaluate(_PAIRS)) == ["FRA,GBR", "FRA,USA", "GBR,USA"]
    seen.page.get_by_label("defense").uncheck()
    assert len(seen.evaluate(_PAIRS)) == 3, "they still owe consultation"
    seen.page.get_by_label("consultation").uncheck()
    assert seen.evaluate(_PAIRS) == []


def test_lines_answer_the_question_of_the_page(opened: Open) -> None:
    """Around Estonia, in one step: its lines, and none between two of its allies."""
    seen = opened(sample(view=View("around", ("EST",), 1)))
    seen.page.check("#pairs")
    found = seen.evaluate(_PAIRS)
    assert len(found) == 5 and all("EST" in pair for pair in found)


def test_a_line_opens_what_its_two_owe_each_other_and_no_more(opened: Open) -> None:
    seen = opened(sample())
    seen.page.check("#pairs")
    seen.evaluate("() => page.change({ selected: 'line:|EST|USA' })")
    assert seen.text("#details h2") == "Estonia and United States: North Atlantic Treaty"
    details = seen.text("#details")
    assert "Article 4" in details and "Article 5" in details and "Article 10" not in details
    assert "France" not in details


def test_a_link_holds_the_switch_and_a_chosen_line(opened: Open) -> None:
    seen = opened(sample())
    seen.page.check("#pairs")
    seen.evaluate("() => page.change({ selected: 'line:|EST|USA' })")
    seen.page.wait_for_function("() => location.hash.includes('pairs=true')")
    seen.page.reload()
    seen.page.wait_for_selector("html[data-ready]")
    assert seen.page.is_checked("#pairs")
    assert seen.text("#details h2") == "Estonia and United States: North Atlantic Treaty"


def test_a_neighbourhood_and_a_chain_are_drawn_from_country_to_country_too(opened: Open) -> None:
    seen = opened(sample())
    seen.page.check("#pairs")
    seen.evaluate("() => page.change({ focus: { party: 'EST', hops: 1 } })")
    found = seen.evaluate(_PAIRS)
    assert len(found) == 5 and all("EST" in pair for pair in found)
    seen.evaluate("() => page.change({ focus: null, chain: { from: 'EST', to: 'FRA', any: false, nth: 0 } })")
    marked = seen.evaluate(
        "() => { const { lines } = chainMarks(page); return lines.map((i) => lineKey(page.figure.facts, i)); }"
    )
    assert marked == ["line:|EST|FRA"]


def test_what_is_saved_and_the_map_have_the_lines_too(opened: Open) -> None:
    seen = opened(sample(layout="map"))
    seen.page.check("#pairs")
    seen.page.wait_for_timeout(200)
    text = seen.evaluate("() => asVectors(createSheet(page, graph.scene(), graph.sight()), 'x')")
    assert "15 lines from country to country" in text and "North Atlantic Treaty" not in text
    assert seen.complaints == []
