"""What is shown, saved as a picture, as vectors and on paper."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .conftest import Open, Opened
from .hostile import HOSTILE, hostile
from .samples import sample
from .test_hostile import unharmed

_SVG = "{http://www.w3.org/2000/svg}"


def saved(seen: Opened, kind: str) -> tuple[str, bytes]:
    """The file's name and content, by the buttons that a reader has."""
    seen.page.click("#save summary")
    with seen.page.expect_download() as download:
        seen.page.click(f"#save-{kind}")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the decoded rows as they were filtered: enough to tell a blank picture."""
    width, height = struct.unpack(">II", png[16:24])
    parts, at = [], 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        if name == b"IDAT":
            parts.append(png[at + 8 : at + 8 + length])
        at += length + 12
    return width, height, zlib.decompress(b"".join(parts))


def streams(pdf: bytes) -> Iterator[bytes]:
    """What is deflated in a PDF: among it what its pages draw; each says itself where it ends."""
    for found in re.finditer(rb"/FlateDecode[^>]*>>\s*stream\r?\n", pdf):
        yield zlib.decompressobj().decompress(pdf[found.end() :])


def texts(svg: bytes) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(svg).iter(f"{_SVG}text")]


@pytest.mark.parametrize("layout", ["network", "map"])
def test_picture_is_twice_as_fine_as_the_screen_and_not_blank(opened: Open, layout: str) -> None:
    seen = opened(sample(layout=layout))
    name, png = saved(seen, "png")
    assert name == "commitments-of-a-sample-2024-07-01.png"
    assert png.startswith(b"\x89PNG")
    width, height, rows = pixels(png)
    shown = seen.evaluate("() => [graph.sight().width, graph.sight().height]")
    assert width == 2 * shown[0] and height > 2 * shown[1]
    assert len(rows) > width * height and len(set(rows[:: len(rows) // 50_000])) > 20
    assert seen.complaints == []


def test_vectors_have_title_date_names_legend_datasets_and_caveats(opened: Open) -> None:
    name, svg = saved(opened(sample()), "svg")
    assert name.endswith(".svg")
    found = texts(svg)
    assert found[0] == "Commitments of a sample"
    assert "Who has promised what? As of 2024-07-01." in found
    assert {"Japan", "Türkiye", "defense 2", "binding 6", "agreement of several"} <= set(found)
    caveats = " ".join(found)
    assert "of these 1 possibly in force, at least in part" in caveats
    assert "Core 0.1.0, covers 1945-01-01 to 2024-07-01, CC BY 4.0. core covers until 2024-07-01" in caveats
    assert "Made by Foedera 0.1.0: foedera render -o sample.html" in caveats
    root = ElementTree.fromstring(svg)
    assert not list(root.iter(f"{_SVG}image"))
    assert len(list(root.iter(f"{_SVG}path"))) > 20


@pytest.mark.parametrize("layout", ["network", "map"])
def test_a_page_that_opens_as_a_table_saves_and_prints_the_drawing_all_the_same(
    opened: Open, layout: str
) -> None:
    seen = opened(sample(layout=layout), link="as=table")
    svg = saved(seen, "svg")[1]
    assert b"NaN" not in svg and {"Japan", "Ukraine"} <= set(texts(svg))
    assert saved(seen, "png")[1].startswith(b"\x89PNG")
    printing(seen)
    drawn = seen.page.locator("#print svg")
    assert "NaN" not in drawn.inner_html() and "Ukraine" in (drawn.text_content() or "")
    assert seen.complaints == []


def test_day_filter_and_selection_are_those_that_are_shown(opened: Open) -> None:
    seen = opened(sample())
    seen.page.get_by_label("defense").uncheck()
    seen.find("japan")
    pick = seen.evaluate("() => palette().pick")
    _, svg = saved(seen, "svg")
    found = texts(svg)
    assert not [text for text in found if text.startswith("defense")] and "consultation 2" in found
    assert pick.encode() in svg


def test_legend_has_how_things_stand_where_more_is_shown_than_what_is_in_force(opened: Open) -> None:
    seen = opened(sample())
    assert not {"ended 1", "suspended 1"} & set(texts(saved(seen, "svg")[1]))
    for nth in (2, 4):
        seen.page.locator("#times input").nth(nth).check()
    found = texts(saved(seen, "svg")[1])
    assert {"in force 9", "possibly in force 1", "ended 1", "suspended 1"} <= set(found)
    assert "not yet begun 0" not in found


def test_legend_entries_stand_apart_however_long(opened: Open) -> None:
    data = sample()
    long = [replace(each, kind="security-assistance-of-some-length") for each in data.obligations[:5]]
    svg = ElementTree.fromstring(
        saved(opened(replace(data, obligations=[*long, *data.obligations[5:]])), "svg")[1]
    )
    legend = [each for each in svg.iter(f"{_SVG}text") if each.attrib["font-size"] == "13"]
    assert len(legend) > 8
    rows: dict[str, list[tuple[float, int]]] = {}
    for each in legend:
        rows.setdefault(each.attrib["y"], []).append((float(each.attrib["x"]), len(each.text or "")))
    for row in rows.values():
        for (x, length), (following, _) in pairwise(row):
            assert x + 6 * length < following - 32, "neither the name nor the sample of the next is covered"


def test_hidden_day_is_not_saved(opened: Open) -> None:
    seen = opened(sample())
    seen.page.fill("#day", "1949-12-31")
    _, svg = saved(seen, "svg")
    assert "France" in texts(svg) and "Japan" not in texts(svg)


def test_hostile_names_are_text_in_vectors_that_are_xml_and_nothing_runs(opened: Open) -> None:
    seen = opened(hostile())
    _, svg = saved(seen, "svg")
    root = ElementTree.fromstring(svg)  # well-formed
    assert {each.tag.removeprefix(_SVG) for each in root.iter()} <= {
        "svg", "title", "g", "path", "text", "clipPath",
    }  # fmt: skip
    names = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name or name == "style"]
    assert b"\x00" not in svg and "\u202e".encode() not in svg
    shown = opened(replace(sample(), title=HOSTILE[0] + HOSTILE[6] + "]]>&amp;"))
    title = ElementTree.fromstring(saved(shown, "svg")[1]).find(f"{_SVG}title")
    assert title is not None and title.text == HOSTILE[0] + HOSTILE[6] + "]]>&amp;"
    seen.requests[:] = [each for each in seen.requests if not each.startswith("blob:")]
    unharmed(seen)


def test_a_phone_saves_a_sheet_wide_enough_to_read(opened: Open) -> None:
    _, svg = saved(opened(sample(), viewport={"width": 400, "height": 800}), "svg")
    assert float(ElementTree.fromstring(svg).attrib["width"]) >= 700


def printing(seen: Opened) -> None:
    seen.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    seen.page.emulate_media(media="print")


def test_paper_has_the_drawing_every_fact_that_shows_its_sources_and_the_terms(opened: Open) -> None:
    seen = opened(sample(), color_scheme="dark")
    rows = seen.evaluate("() => page.shown.count.obligations + page.shown.count.ties")
    printing(seen)
    assert seen.page.locator("#print .fact").count() == rows == 10
    assert seen.page.locator("#print > svg").is_visible()
    assert not seen.page.locator("#tools").is_visible() and not seen.page.locator("#graph").is_visible()
    text = seen.text("#print")
    assert "The Treaty, The Organization, 1949-04-04, https://www.example.org/treaty" in text
    assert "8 promises, 2 memberships and candidacies." in text
    assert "CC BY 4.0" in text and "North Atlantic Treaty" in text
    treaty = seen.page.locator("#print tbody").filter(has_text="North Atlantic Treaty").locator("tr")
    members = (
        "United States, United Kingdom, France, since 1949-08-24; Estonia, since 2004-03-29; Türkiye, since 1952-02-18;"
        " Finland, since 2023-04-04"
    )
    assert treaty.all_inner_texts() == [
        "North Atlantic Treaty (binding)",
        f"Each to the other: {members}",
        "defense, rank 5\tArticle 5 [1: Article 5; 2 *]",
        "consultation, rank 3\tArticle 4 [1: Article 5; 2 *]",
        f"{members} → nobody named",
        "open-door, rank 0\tArticle 10 [1: Article 5; 2 *]",
    ]
    arms = seen.page.locator("#print tbody").filter(has_text="Mutual Defense Assistance").locator(".sides")
    assert arms.all_inner_texts() == ["United States → Japan, since 1954-05-01"]
    assert text.count("CC BY 4.0") == text.count("foedera render -o sample.html") == 1, (
        "nothing is said twice"
    )
    assert (
        seen.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--paper')")
        == "#ffffff"
    )
    assert (
        seen.evaluate("() => getComputedStyle(document.querySelector('#print > svg path')).fill")
        == "rgb(255, 255, 255)"
    )
    assert seen.complaints == []
    seen.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert seen.page.locator("#print *").count() == 0


def test_paper_is_a4_and_a_filter_holds_on_it(opened: Open, tmp_path: Path) -> None:
    seen = opened(sample())
    everything = seen.page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 841.91998 594.95996]" in everything or b"/MediaBox [0 0 842" in everything
    assert everything.count(b"/Type /Page\n") == 2, "the drawing with its legend; facts and sources"
    seen.page.get_by_label("binding").uncheck()
    printing(seen)
    assert seen.page.locator("#print .fact").count() == 4
    assert seen.complaints == []


def test_a_name_on_the_drawing_is_once_in_the_text_of_a_pdf(opened: Open) -> None:
    """Who searches or copies it would find each twice, if its halo were text too."""
    seen = opened(sample())
    seen.find("japan")  # bold
    seen.page.wait_for_function("() => page.state.camera")  # it has come to rest
    pdf = seen.page.pdf(prefer_css_page_size=True, page_ranges="1")
    printing(seen)
    drawn = seen.page.locator("#print > svg text").count()
    assert drawn > 20
    assert sum(len(re.findall(rb"\bBT\b", each)) for each in streams(pdf)) == drawn


def test_nothing_runs_on_paper(opened: Open) -> None:
    seen = opened(hostile())
    printing(seen)
    assert seen.page.locator("#print script, #print iframe, #print img").count() == 0
    unharmed(seen)
