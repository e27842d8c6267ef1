"""The page as a reader has it: opened from disk in Chromium, with everything that it asks or does noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foedera.graph.dates import parse
from foedera.page.data import PageData, View
from foedera.page.drawing import drawing
from foedera.page.shown import shown

from .conftest import Open
from .samples import agreement, days, obligation, sample, succeeded


def test_opens_from_disk_without_a_request_an_error_or_a_dialog(opened: Open) -> None:
    seen = opened(sample())
    assert [url.partition("#")[0].rpartition("/")[2] for url in seen.requests] == ["page.html"]
    assert seen.complaints == [] and seen.dialogs == []


def test_graph_is_drawn_on_its_canvas(opened: Open) -> None:
    colours = opened(sample()).evaluate("""() => {
      const canvas = document.querySelector("#graph canvas");
      const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
      const found = new Set();
      for (let i = 0; i < pixels.length; i += 4) found.add(pixels.slice(i, i + 3).join());
      return found.size;
    }""")
    assert colours > 50


def test_page_says_what_it_shows_of_what_and_how_it_was_made(opened: Open) -> None:
    seen = opened(sample())
    assert seen.text("h1") == "Commitments of a sample"
    assert seen.text("#question") == "Who has promised what?"
    assert "Asked for 2024-07-15, answered as of 2024-07-01" in seen.text("#reach")
    assert "core covers until 2024-07-01" in seen.text("#reach")
    assert seen.text("#status") == (
        "On 2024-07-01: 8 promises of 9 parties · 2 memberships and candidacies · of these 1 possibly in force, at least in part"
        " · not shown: 2 other promises of this page, of another time or switched off"
        " · not on this page: 15 promises of its datasets"
    )
    seen.page.click("#about summary")
    assert "Made by Foedera 0.1.0: foedera render -o sample.html" in seen.text("#about-text")
    assert "CC BY 4.0" in seen.text("#about-text")


def test_search_finds_by_any_spelling_and_opens_the_details(opened: Open) -> None:
    seen = opened(sample())
    seen.page.fill("#find", "turkiye")
    assert seen.text("#found li") == "Türkiye TUR"
    seen.page.keyboard.press("Enter")
    assert seen.text("#details h2") == "Türkiye"
    assert seen.evaluate("() => document.activeElement.id") == "details"


def test_search_by_arrows_and_escape(opened: Open) -> None:
    seen = opened(sample())
    seen.page.fill("#find", "united")
    seen.page.keyboard.press("ArrowDown")
    assert seen.page.get_attribute("#find", "aria-activedescendant") == "found-1"
    seen.page.keyboard.press("Enter")
    assert seen.text("#details h2") == "United States"
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("#details").is_hidden()
    seen.page.fill("#find", "zzz")
    assert seen.text("#found li") == "Nothing of that name on this page"


def test_agreements_that_begin_alike_are_told_apart_in_the_list(opened: Open) -> None:
    title = "Agreement on Security Cooperation and Long-term Support between Ukraine and "
    agreements = [replace(each, title=title + each.id) for each in sample().agreements]
    seen = opened(sample(agreements=agreements))
    seen.page.fill("#find", "long-term support")
    assert {f"{each.title} agreement" for each in agreements} == set(
        seen.page.locator("#found li").all_inner_texts()
    )
    assert seen.evaluate("() => part('found').offsetWidth") >= 400, "wider than its field"


def test_a_page_of_nodes_alone_counts_nothing(opened: Open) -> None:
    seen = opened(sample(arrows=[], agreements=[], obligations=[], ties=[], foundings=[]))
    assert seen.text("#counted") == "Nothing here has a kind or a time to count."


def test_by_keyboard_alone_from_a_name_to_a_citation(opened: Open) -> None:
    seen = opened(sample())
    seen.find("japan")
    for key in ("Tab", "Tab", "Tab", "Enter"):  # past the buttons to the first agreement
        seen.page.keyboard.press(key)
    assert seen.text("#details h2") == "Japan and United States: Treaty of Mutual Cooperation and Security"
    assert "Member countries, The Organization" in seen.text("#details .sources")
    assert "The Treaty, The Organization, 1949-04-04: Article 5" in seen.text("#details .sources")
    assert "Unchecked" in seen.text("#details .sources")


def test_click_on_a_node_opens_its_details(opened: Open) -> None:
    seen = opened(sample())
    spot = seen.evaluate("""() => {
      const hub = page.facts.nodes.findIndex((node) => node.agreement !== null);
      const at = onScreen(graph.sight(), page.facts.nodes[hub]);
      const box = document.querySelector("#graph canvas").getBoundingClientRect();
      return [box.x + at.x, box.y + at.y];
    }""")
    seen.page.mouse.click(*spot)
    seen.page.wait_for_selector("#details h2")
    assert seen.text("#details h2") == "North Atlantic Treaty"
    assert "Checked against its source on 2026-11-23." in seen.text("#details .sources")


def test_only_https_addresses_are_links(opened: Open) -> None:
    seen = opened(sample())
    seen.find("japan")
    seen.page.locator("#details .entry").first.click()
    links = seen.page.eval_on_selector_all(
        "#details a", "all => all.map((a) => [a.textContent, a.href, a.rel])"
    )
    assert links == [["The Treaty", "https://www.example.org/treaty", "noopener noreferrer"]]


def test_legend_counts_and_filters_everything_alike(opened: Open) -> None:
    seen = opened(sample())
    assert (seen.count("defense"), seen.count("consultation"), seen.count("binding")) == (2, 2, 6)
    seen.page.click("#as-table")
    rows = seen.page.locator("tbody tr").count()
    seen.page.get_by_label("defense").uncheck()
    assert seen.page.locator("tbody tr").count() == rows - 2
    assert seen.text("#status").startswith("On 2024-07-01: 6 promises")
    assert (seen.count("defense"), seen.count("binding")) == (2, 4)
    assert not seen.evaluate(
        "() => page.facts.obligations.some(({ kind }, i) => kind === 'defense' && page.shown.obligations[i])"
    )
    seen.page.click("#reset")
    assert seen.page.locator("tbody tr").count() == rows


def test_date_moves_graph_counts_details_and_table_together(opened: Open) -> None:
    seen = opened(sample())
    seen.page.click("#as-table")
    seen.find("united states")
    seen.page.fill("#day", "1955-01-01")
    assert seen.text("#status").startswith("On 1955-01-01: 5 promises of 6 parties")
    assert (seen.count("defense"), seen.count("reform")) == (1, 0)
    assert "Ukraine" not in seen.text("#details")
    assert "Japan and United States: Mutual Defense Assistance Agreement" in seen.text("#details")
    assert "Finland" not in seen.text("tbody")
    seen.page.focus("#slider")
    seen.page.keyboard.press("Home")
    assert seen.text("#status").startswith("On 1949-08-24: 3 promises of 3 parties")


def test_table_has_the_facts_for_those_who_cannot_see_the_canvas(opened: Open) -> None:
    seen = opened(sample())
    seen.page.click("#as-table")
    row = seen.page.locator("tbody tr").filter(has_text="US-Ukraine").first
    assert row.locator("th").inner_text() == "Article II, US-Ukraine security agreement"
    assert row.locator("td").all_inner_texts() == [
        "consultation",
        "contested, rank 1",
        "United States, since 2024-06-13",
        "Ukraine, since 2024-06-13",
        "treaty#Article 5\nmembers\ntreaty\nunchecked",
    ]


def test_a_row_of_the_table_is_a_card_on_a_phone_and_still_a_row(opened: Open) -> None:
    seen = opened(sample(), link="as=table", viewport={"width": 400, "height": 800})
    row = seen.page.get_by_role("table").get_by_role("row").filter(has_text="US-Ukraine").first
    assert row.get_by_role("rowheader").count() == 1
    for cell in row.get_by_role("cell").all():
        box = cell.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 400
        assert seen.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth", cell.element_handle())
    heads = row.locator("td").evaluate_all("all => all.map((td) => getComputedStyle(td, '::before').content)")
    assert heads == ['"Kind"', '"Legal force"', '"Owed by"', '"Owed to"', '"Sources"']


def test_a_small_graph_opens_as_large_as_the_window_lets_it(opened: Open) -> None:
    """Its nodes reach from edge to edge, but for the room that names take."""
    for size in ((1280, 800), (1920, 1080)):
        seen = opened(sample(), viewport={"width": size[0], "height": size[1]})
        across, down = seen.evaluate("""() => {
          const at = graph.scene().nodes.map(({ node }) => onScreen(graph.sight(), page.facts.nodes[node]));
          const reach = (axis, side) => (Math.max(...at.map((each) => each[axis])) - Math.min(...at.map((each) => each[axis]))) / graph.sight()[side];
          return [reach("x", "width"), reach("y", "height")];
        }""")
        assert max(across, down) > 0.7


def test_legend_says_when_lines_are_drawn_thin(opened: Open) -> None:
    seen = opened(sample())
    assert seen.page.locator("#thinned").is_hidden()
    seen.evaluate("""() => {
      for (const batch of graph.scene().batches) batch.lines = Array.from({ length: 4001 }, (_, i) => batch.lines[i % batch.lines.length]);
      page.themeChanged = null;
      graph.network.redraw();
    }""")
    seen.page.wait_for_selector("#thinned:not([hidden])")
    assert seen.text("#thinned").startswith("More than 4,000 lines are in sight: they are drawn thin")
    seen.evaluate("() => page.change({ day: page.state.day - 1 })")
    seen.page.wait_for_selector("#thinned", state="hidden")


def test_a_promise_that_nobody_owes_yet_is_counted_apart_and_named(opened: Open) -> None:
    """What is only signed: no switch and no day shows it, so it is not said to be of another time."""
    data = sample()
    pact = replace(agreement("new-pact", "Pact of Tomorrow"), details=(("signed", "2024-05"),))
    data = replace(
        data,
        agreements=[*data.agreements, pact],
        obligations=[*data.obligations, obligation("new-pact/help", "defense", "binding", 5)],
    )
    seen = opened(data)
    assert "1 promise that nobody owes yet: Pact of Tomorrow, signed 2024-05" in seen.text("#status")
    assert "not shown: 2 other promises of this page" in seen.text("#status")
    for box in seen.page.locator("#times input").all():
        box.check()
    assert "1 promise that nobody owes yet" in seen.text("#status")
    assert "not shown" not in seen.text("#status")
    given = opened(replace(data, view=View("given")))
    assert "nobody owes" not in given.text("#status"), "a statement may have left out who does"


def test_possibly_in_force_is_told_apart(opened: Open) -> None:
    seen = opened(sample())
    seen.find("atlantis")
    seen.page.locator("#details .entry").first.click()
    assert "since 1951, whether it ended is not known (only possibly in force on that day)" in seen.text(
        "#details"
    )


def parted(view: View) -> PageData:
    """The sample, where France's part in NATO is suspended, Britain's ended, Finland's disputed, and of Manila only who owes is suspended."""
    data = sample(view=view)
    status = {"FRA": "suspended", "FIN": "disputed"}
    arrows = [
        replace(
            arrow,
            status=status.get(arrow.party, arrow.status),
            span=replace(arrow.span, until=parse("1990-01-01")) if arrow.party == "GBR" else arrow.span,
        )
        if arrow.obligation.startswith("nato/")
        else replace(arrow, status=None)
        if arrow.obligation.startswith("manila/") and not arrow.owes
        else arrow
        for arrow in data.arrows
    ]
    return replace(data, arrows=arrows)


def test_what_ended_or_is_ahead_is_shown_where_it_is_asked_for_and_told_apart(opened: Open) -> None:
    seen = opened(sample())
    counted = {
        name: seen.count(name)
        for name in ("in force", "possibly in force", "ended", "not yet begun", "suspended")
    }
    assert counted == {"in force": 9, "possibly in force": 1, "ended": 1, "not yet begun": 0, "suspended": 1}
    times = seen.page.locator("#times input")
    times.nth(2).check()
    seen.find("france")
    assert "France and Ukraine: Agreement of 2002" in seen.text("#details")
    assert seen.text("#status").startswith("On 2024-07-01: 8 promises of 9 parties")
    assert "besides, 1 not in force" in seen.text("#status")
    seen.page.locator("#details .entry", has_text="2002").click()
    assert "since 2002, until 2010 (ended by that day)" in seen.text("#details")
    dashes = "() => graph.scene().batches.filter(({ lines }) => lines.some((i) => page.shown.lines[i] === ENDED)).map(({ dashes }) => dashes)"
    assert seen.evaluate(dashes) == [[1.5, 4]]
    times.nth(1).uncheck()
    times.nth(0).uncheck()
    seen.page.click("#as-table")
    assert seen.page.locator("tbody tr").count() == 1
    seen.page.fill("#day", "2001-12-31")
    assert seen.page.locator("tbody tr").count() == 0 and seen.count("not yet begun") == 8
    seen.page.click("#reset")
    assert seen.text("#status").startswith("On 2001-12-31: 6 promises of 6 parties")


@pytest.mark.parametrize("view", [View(), View("around", ("UKR",), hops=2)], ids=lambda view: view.kind)
@pytest.mark.parametrize("day", ["2024-07-01", "2002-06-01", "1951-06-01"])
def test_number_beside_a_time_is_that_of_the_rows_with_it_alone(opened: Open, view: View, day: str) -> None:
    seen = opened(parted(view))
    seen.page.fill("#day", day)
    seen.page.click("#as-table")
    boxes = seen.page.locator("#times label")
    for box in boxes.all()[:2]:
        box.locator("input").uncheck()
    for box in boxes.all():
        box.locator("input").check()
        rows = seen.page.locator("tbody tr").count()
        assert int(box.locator(".count").inner_text()) == rows, box.inner_text()
        box.locator("input").uncheck()
    assert len(boxes.all()) == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_follows_the_colour_scheme(opened: Open, scheme: str) -> None:
    seen = opened(sample(), color_scheme=scheme)
    paper = seen.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 27)"}[scheme]


def test_nothing_is_wider_than_a_phone(opened: Open) -> None:
    seen = opened(sample(), viewport={"width": 400, "height": 800})
    assert seen.evaluate("() => document.documentElement.scrollWidth") == 400
    assert seen.page.locator("#graph canvas").bounding_box()["height"] > 300  # type: ignore[index]
    seen.find("estonia")
    seen.page.locator("#details .entry").first.click()
    assert seen.evaluate("() => document.documentElement.scrollWidth") == 400


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View("around", ("UKR",), 1),
        View("around", ("UKR",), 2),
        View("around", ("RUS",), 1),
        View("owed", ("UKR",)),
        View("pairs", ("USA", "UKR"), pairs=(("USA", "UKR"), ("USA", "JPN"))),
    ],
    ids=lambda view: f"{view.kind}-{'-'.join(view.centre)}-{view.hops}",
)
def test_script_and_python_show_the_same_on_every_day(opened: Open, view: View) -> None:
    data: PageData = succeeded(view=view)
    on = sorted({date(1940, 1, 1), date(2024, 12, 31), *days(data)})
    found = opened(data).evaluate(
        """(days) => days.map((day) => {
          const found = show(page.facts, { day: dayNumber(day), off: { kinds: [], forces: [], changes: [] } });
          const indexes = (states) => [...states.keys()].filter((i) => states[i]);
          return [indexes(found.arrows), indexes(found.ties), indexes(found.lines), found.count.obligations];
        })""",
        [day.isoformat() for day in on],
    )
    lines = drawing(data).lines
    for day, got in zip(on, found, strict=True):
        want = shown(data, day)
        drawn = [i for i, line in enumerate(lines) if want.draws(line)]
        assert got == [sorted(want.arrows), sorted(want.ties), drawn, len(want.obligations)], day


def test_certain_and_possible_are_those_of_the_graph(opened: Open) -> None:
    data = sample()
    on = sorted(days(data))
    script = "(days) => days.map((day) => page.facts.arrows.map((arrow) => holds(arrow, dayNumber(day))))"
    found = opened(data).evaluate(script, [day.isoformat() for day in on])
    for day, states in zip(on, found, strict=True):
        for arrow, state in zip(data.arrows, states, strict=True):
            possibly = arrow.span.possibly(day) and arrow.status != "suspended"
            certain = arrow.span.certainly(day) and arrow.status != "disputed"
            assert state == (4 + certain if possibly else 0), (day, arrow)
