"""The map in the browser: one switch moves the nodes and draws the coasts beneath them."""

from __future__ import annotations

import pytest

from foedera.page.data import Founding, Tie, View

from .conftest import Open
from .samples import CITED, sample

_COLOURS = """() => {
  const canvas = document.querySelector("#graph canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const found = {};
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] < 255) continue;
    const colour = "#" + [...pixels.slice(i, i + 3)].map((each) => each.toString(16).padStart(2, "0")).join("");
    found[colour] = (found[colour] ?? 0) + 1;
  }
  const { sea, land } = palette();
  return [found[sea] ?? 0, found[land] ?? 0];
}"""
_USA = "() => { const { x, y } = page.facts.nodes[nodeOf(page.facts, thingOf(page.facts, 'party:USA'))]; return [x, y]; }"
_ALL_IN_SIGHT = """() => graph.scene().nodes.every((look) => {
  const { x, y } = onScreen(graph.sight(), page.facts.nodes[look.node]);
  const radius = radiusOf(look, graph.sight());
  return x >= radius && y >= radius && x + radius <= graph.sight().width && y + radius <= graph.sight().height;
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_switch_moves_the_nodes_and_draws_sea_and_land(opened: Open, scheme: str) -> None:
    seen = opened(sample(), color_scheme=scheme)
    network = seen.evaluate(_USA)
    assert seen.evaluate(_COLOURS) == [0, 0]
    seen.page.click("#as-map")
    seen.page.wait_for_timeout(300)
    assert seen.evaluate(_USA) != network
    assert seen.evaluate("() => page.state.layout") == "map"
    assert seen.page.get_attribute("#as-map", "aria-pressed") == "true"
    sea, land = seen.evaluate(_COLOURS)
    assert sea > 20_000 and land > 20_000
    seen.page.click("#as-graph")
    seen.page.wait_for_timeout(300)
    assert seen.evaluate(_USA) == network and seen.evaluate(_COLOURS) == [0, 0]


def test_page_opens_as_the_map_if_asked_and_vis_finds_the_nodes_where_they_are_drawn(opened: Open) -> None:
    seen = opened(sample(layout="map"))
    spot = seen.evaluate("""() => {
      const at = onScreen(graph.sight(), page.facts.nodes[nodeOf(page.facts, thingOf(page.facts, "party:JPN"))]);
      const box = document.querySelector("#graph canvas").getBoundingClientRect();
      return [box.x + at.x, box.y + at.y];
    }""")
    seen.page.mouse.click(*spot)
    seen.page.wait_for_selector("#details h2")
    assert seen.text("#details h2") == "Japan"


def test_map_says_who_has_no_place_on_it(opened: Open) -> None:
    seen = opened(sample(layout="map"))
    assert "1 without a place on the map, under it" in seen.text("#status")
    seen.page.click("#as-graph")
    assert "under it" not in seen.text("#status")


def test_a_day_and_a_filter_leave_the_map_as_it_is(opened: Open) -> None:
    seen = opened(sample(layout="map"))
    before = seen.evaluate(_USA)
    seen.page.fill("#day", "1960-07-01")
    seen.page.get_by_label("defense").uncheck()
    assert seen.evaluate(_USA) == before and seen.evaluate("() => page.state.layout") == "map"


@pytest.mark.parametrize("size", [(1280, 800), (400, 800)], ids=str)
@pytest.mark.parametrize("layout", ["network", "map"])
def test_page_opens_with_everything_in_sight_and_keeps_it_there(
    opened: Open, layout: str, size: tuple[int, int]
) -> None:
    """About an organization too, which has partners far from its members; in both layouts, with filters and without."""
    founded = [Founding("nato", "NATO", CITED)]
    data = sample(view=View(centre=("NATO",)), foundings=founded, layout=layout)
    seen = opened(data, viewport={"width": size[0], "height": size[1]})
    assert seen.evaluate(_ALL_IN_SIGHT)
    for button in ("#as-map", "#as-graph", "#as-map", "#as-table", "#as-graph"):
        seen.page.click(button)
        if button != "#as-table":
            seen.page.wait_for_function(_ALL_IN_SIGHT)
    seen.evaluate("() => { for (const box of document.querySelectorAll('#kinds input')) box.click(); }")
    seen.page.click("#fit")
    seen.evaluate("() => part('reset').click()")
    seen.page.wait_for_function(_ALL_IN_SIGHT)
    assert seen.evaluate("() => page.state.camera") is None


@pytest.mark.parametrize("layout", ["network", "map"])
def test_what_comes_to_show_comes_into_sight_unless_the_reader_has_moved_the_camera(
    opened: Open, layout: str
) -> None:
    seen = opened(sample(layout=layout))
    seen.page.fill("#day", "1950-07-01")
    seen.page.click("#fit")
    seen.page.wait_for_timeout(300)
    seen.page.fill("#day", "2024-07-01")
    seen.page.wait_for_function(_ALL_IN_SIGHT)
    seen.page.fill("#day", "1950-07-01")
    seen.evaluate("() => page.change({ camera: { x: 0, y: 0, scale: 2.5 } })")
    seen.page.fill("#day", "2024-07-01")
    seen.page.wait_for_timeout(300)
    assert seen.evaluate("() => graph.sight().scale") == pytest.approx(2.5)
    assert not seen.evaluate(_ALL_IN_SIGHT)


def test_an_agreement_of_america_and_europe_is_not_drawn_in_the_arctic(opened: Open) -> None:
    seen = opened(sample(layout="map"))
    hub, north = seen.evaluate("""() => {
      const y = (key) => page.facts.nodes[nodeOf(page.facts, thingOf(page.facts, key))].y;
      return [y("agreement:nato"), y("party:FIN")];
    }""")
    assert hub > north, "south of the northernmost of its parties"


def test_ties_that_a_statement_returns_have_colours_and_lines_to_be_seen(opened: Open) -> None:
    kinds = ("hosts", "stations")
    ties = [
        Tie(kind, "party:USA", f"party:{end}", None, CITED)
        for kind, end in zip(kinds, ("JPN", "GBR"), strict=True)
    ]
    seen = opened(
        sample(view=View("given"), arrows=[], agreements=[], obligations=[], ties=ties, layout="map")
    )
    looks = seen.evaluate("() => graph.scene().batches.map(({ stroke, width }) => [stroke, width])")
    colours = seen.evaluate("() => [palette().defence, palette().consultation]")
    assert sorted(looks) == sorted([[colour, 2] for colour in colours])
    assert (
        seen.page.locator("#kinds svg.defence").count()
        == 1
        == seen.page.locator("#kinds svg.consultation").count()
    )


@pytest.mark.parametrize("layout", ["network", "map"])
def test_a_window_that_changes_on_an_early_day_has_the_later_nodes_in_sight(
    opened: Open, layout: str
) -> None:
    seen = opened(sample(layout=layout))
    assert seen.evaluate(_ALL_IN_SIGHT)
    seen.page.fill("#day", "1950-07-01")
    seen.page.set_viewport_size({"width": 1280, "height": 700})
    seen.page.wait_for_timeout(300)
    seen.page.fill("#day", "2024-07-01")
    seen.page.wait_for_function(_ALL_IN_SIGHT)
