"""Whatever the data say, on every place where the page shows text: nothing of it runs, nothing loads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from foedera.database import Database
from foedera.graph.store import Store
from foedera.page.data import View
from foedera.page.packed import cut

from .conftest import Open, Opened
from .hostile import HOSTILE, MEGABYTE, as_read, hostile, stored
from .samples import sample

SHOWN = [as_read(text) for text in HOSTILE]


@pytest.fixture
def seen(opened: Open) -> Opened:
    return opened(hostile())


def unharmed(seen: Opened) -> None:
    """Nothing ran, nothing was asked for, nobody was asked anything; the page still answers, and is our own."""
    assert seen.evaluate("() => window.ran") is None
    assert seen.dialogs == [] and seen.complaints == []
    assert [url for url in seen.requests if url.partition("#")[0].rpartition("/")[2] != "page.html"] == []
    assert seen.evaluate("() => ({}).polluted") is None
    foreign = "iframe, object, embed, video, audio, form:not([method=dialog]), base, meta[http-equiv=refresh], img, body style, link[rel=stylesheet]"
    assert seen.evaluate(f"() => document.querySelectorAll('{foreign}').length") == 0
    assert seen.evaluate("() => document.scripts.length") == 3
    names = seen.evaluate(
        "() => [...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames())"
    )
    assert not [name for name in names if name.startswith("on")]


def test_there_are_more_than_forty_texts() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) > 40


def test_nothing_runs_when_the_page_opens(seen: Opened) -> None:
    assert seen.evaluate("() => document.querySelector('h1').textContent").startswith(HOSTILE[0])
    unharmed(seen)


def test_nothing_runs_in_legend_about_and_table(seen: Opened) -> None:
    legend = seen.page.eval_on_selector_all("#kinds .toggle", "all => all.map((each) => each.textContent)")
    assert all(any(text in row for row in legend) for text in SHOWN)
    seen.page.click("#about summary")
    about = seen.evaluate("() => document.querySelector('#about-text').textContent")
    assert all(text in about for text in SHOWN)
    seen.page.click("#as-table")
    seen.evaluate(
        "() => document.querySelectorAll('#table details').forEach((each) => { each.open = true; })"
    )
    cells = seen.page.eval_on_selector_all("tbody th", "all => all.map((each) => each.textContent)")
    assert all(any(text in cell for cell in cells) for text in SHOWN)
    unharmed(seen)


_OPEN_ALL = """(name) => {
  const { facts } = page;
  const own = facts.parties.flatMap((each, index) => (each.name === name ? index : []));
  for (const party of own) {
    goTo(`party:${facts.parties[party].id}`);
    facts.lines.forEach((line, index) => {
      const mine = [line.from, line.to].some((end) => facts.nodes[end].party === party);
      if (mine) page.change({ selected: lineKey(facts, index) });
    });
  }
  page.change({ selected: `agreement:${facts.agreements.find((each) => each.title === name).id}` });
  const links = [...document.querySelectorAll("a")].map((a) => a.href);
  return [document.querySelector("#details h2").textContent, links];
}"""


def test_nothing_runs_in_search_and_details(seen: Opened) -> None:
    for text in SHOWN:
        title, links = seen.evaluate(_OPEN_ALL, text)
        assert title == text
        assert all(link.startswith("https://") for link in links)
        seen.page.fill("#find", text[:60])
        seen.page.keyboard.press("ArrowDown")
        seen.page.mouse.move(640, 400)
    unharmed(seen)


_CHAIN_AND_FOCUS = """(name) => {
  const { id } = page.facts.parties.find((each) => each.name === name && each.label === "Country");
  page.change({ chain: { from: id, to: "USA", any: true, nth: 0 } });
  const said = document.querySelector("#chain").textContent;
  page.change({ chain: null, focus: { party: id, hops: 1 } });
  const near = document.querySelector("#focus-name").textContent;
  page.change({ focus: null });
  return [said, near];
}"""


def test_nothing_runs_in_chains_and_neighbourhoods(seen: Opened) -> None:
    seen.page.click("#chain summary")
    for text in SHOWN:
        said, near = seen.evaluate(_CHAIN_AND_FOCUS, text)
        assert text in said and near == text
    unharmed(seen)


def test_nothing_runs_on_the_map_in_pairs_and_with_filters(seen: Opened) -> None:
    seen.page.click("#as-map")
    seen.page.click("#as-graph")
    seen.page.get_by_label("From country to country, instead of ◆").check()
    for row in seen.page.locator("#kinds input, #forces input, #changes input").all()[:8]:
        row.uncheck()
    seen.page.click("#reset")
    assert seen.text("#status").startswith("On 2024-07-01: ")
    unharmed(seen)


def test_nothing_runs_in_what_is_saved_and_printed(seen: Opened, tmp_path: Path) -> None:
    seen.page.click("#save summary")
    with seen.page.expect_download() as download:
        seen.page.click("#save-svg")
    vectors = tmp_path / "saved.svg"
    download.value.save_as(vectors)
    tags = {each.tag.rpartition("}")[2] for each in ElementTree.parse(vectors).iter()}
    assert not tags & {"script", "a", "image", "foreignObject", "style", "animate", "use", "iframe"}
    assert not [
        name
        for each in ElementTree.parse(vectors).iter()
        for name in each.attrib
        if name.startswith("on") or "href" in name
    ]
    seen.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    printed = seen.evaluate("() => document.querySelector('#print').textContent")
    assert all(text in printed for text in SHOWN)
    unharmed(seen)


def test_nothing_runs_as_kind_of_view_or_in_the_address(opened: Open) -> None:
    """A view and a fragment come from the command line and from whoever sends a link."""
    seen = opened(replace(hostile(), view=View("around", ("<img src=x onerror=window.ran=1>", "USA"), 2)))
    for text in SHOWN[:50]:
        for name in ("", "selected=party:", "off=kinds:", "focus=", "chain=", "day=", "camera="):
            seen.evaluate("(text) => { location.hash = text; }", f"{name}{text}")
    seen.page.wait_for_timeout(300)
    assert seen.page.locator("#status").inner_text().startswith("On 2024-07-01")
    unharmed(seen)


_TURNED = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [document.title, ...[...document.querySelectorAll("*")].flatMap((each) => [...each.attributes].map(({ value }) => value))];
  while (words.nextNode()) if (!words.currentNode.parentElement.matches("script")) found.push(words.currentNode.data);
  return found.filter((text) => /[\u202a-\u202e\u2066-\u2069]/.test(text));
}"""


def test_no_name_or_title_reads_backwards_and_each_is_found_as_it_is_written(opened: Open) -> None:
    """What turns text around is left out wherever text of the data stands; marks that a name needs are not."""
    turned = "\u202etcaP dlO\u202c"
    persian = "\u200fمی\u200cرود\u200f"
    data = sample(title=f"Of {turned}", question=f"Of {turned}?", note=f"\u2067{turned}", command=turned)
    parties = [
        replace(each, name=f"Atl\u202eantis {persian}") if each.id == "ATA" else each for each in data.parties
    ]
    agreements = [replace(each, title=turned) if each.id == "old-pact" else each for each in data.agreements]
    seen = opened(replace(data, parties=parties, agreements=agreements))
    assert seen.text("h1") == "Of tcaP dlO" and seen.text("#question").startswith("Of tcaP dlO?")
    for name in ("atlantis", "Atl\u202eantis"):
        seen.find(name)
        assert (
            seen.evaluate("() => document.querySelector('#details h2').textContent") == f"Atlantis {persian}"
        )
    for name in ("tcap dlo", turned):
        seen.page.fill("#find", name)
        assert "tcaP dlO" in seen.text("#found li")
    seen.page.keyboard.press("Enter")
    assert seen.text("#details h2") == "tcaP dlO"
    assert f"Atlantis {persian}" in seen.evaluate(
        "() => placeLabels(document.createElement('canvas').getContext('2d'), graph.scene(), graph.sight()).map(({ text }) => text)"
    )
    seen.page.click("#as-table")
    seen.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert seen.evaluate(_TURNED) == []
    assert seen.complaints == []


def test_a_megabyte_of_text_on_every_place_leaves_the_page_usable(opened: Open) -> None:
    seen = opened(hostile([MEGABYTE]))
    seen.find("japan")
    assert seen.text("#details h2") == "Japan"
    title, _ = seen.evaluate(_OPEN_ALL, cut(MEGABYTE))
    assert title.startswith(MEGABYTE[:10_000]) and title.endswith("… (1,038,584 characters left out)")
    seen.page.click("#as-table")
    seen.page.click("#as-graph")
    seen.page.fill("#day", "1960-07-01")
    seen.page.wait_for_function(
        "() => document.querySelector('#status').textContent.startsWith('On 1960-07-01')"
    )
    unharmed(seen)


def test_hostile_rows_of_a_statement_are_drawn_as_text(store: Store, opened: Open, tmp_path: Path) -> None:
    """Labels, types, names of properties and values, with and without ids, as somebody may have written them."""
    store.write_cypher("CREATE (:Dataset {id: 'core', title: 'Core', version: '1'})")
    for nth, text in enumerate(stored(each).replace("\x00", "") for each in HOSTILE[:48]):
        store.write_cypher(
            "CREATE (:Country {id: $id, name: $text, names: [$text], dataset: 'core'})"
            "-[:MEMBER_OF {note: $text, sources: [$text], status: $text, dataset: $text}]->"
            "(:Thing {name: $text, url: $text, whatever: [$text, $text], checked: $text})",
            {"id": f"{nth}{text[:40]}", "text": text[:2000]},
        )
    db = Database(lambda: store, closing=False)
    statement = "MATCH p = (a)-[r]->(b) WHERE $text <> a.id RETURN p, $text AS text"
    db.render(tmp_path / "page.html", cypher=statement, params={"text": HOSTILE[0]}, command=HOSTILE[1])
    seen = opened(tmp_path / "page.html")
    assert statement in seen.text("#question") and HOSTILE[0] in seen.text("#question")
    seen.page.click("#as-table")
    assert seen.page.locator("tbody tr").count() == 48
    for link in seen.page.locator("tbody .entry").all()[:20]:
        link.click()
    unharmed(seen)
