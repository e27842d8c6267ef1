"""Pages in a notebook: a frame without the notebook's origin, in which the whole page works."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from foedera.database import Database
from foedera.graph.store import Store
from foedera.page.frame import frame
from foedera.page.network import page

from .conftest import Open
from .hostile import HOSTILE
from .samples import sample

DAY = "2024-07-01"


@pytest.fixture
def db(core_store: Store) -> Database:
    return Database(lambda: core_store, closing=False)


class _Frames(HTMLParser):
    """The attributes of each frame, and every other tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.frames: list[Mapping[str, str | None]] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "iframe":
            self.frames.append(dict(attrs))
        else:
            self.tags.add(tag)


def test_a_page_is_one_frame_that_holds_it_whole(db: Database, tmp_path: Path) -> None:
    drawn = db.render(tmp_path / "page.html", attack="EST", on=DAY)
    found = _Frames(drawn._repr_html_())
    (only,) = found.frames
    assert found.tags == set() and only["srcdoc"] == (tmp_path / "page.html").read_text(encoding="utf-8")
    sandbox = (only["sandbox"] or "").split()
    assert "allow-scripts" in sandbox
    assert not {"allow-same-origin", "allow-top-navigation", "allow-forms", "allow-modals"} & set(sandbox)


def test_a_page_that_is_gone_is_told(db: Database, tmp_path: Path) -> None:
    drawn = db.render(tmp_path / "page.html", attack="EST", on=DAY)
    drawn.path.unlink()
    assert "No such file" in drawn._repr_html_() and _Frames(drawn._repr_html_()).frames == []


def test_answers_that_are_networks_show_their_page_above_their_table(db: Database) -> None:
    statement = "MATCH p = (:Country {id: 'FIN'})-[:BORDERS]->(:Country) RETURN p"
    for answer in (
        db.path("JPN", "UKR", on=DAY),
        db.whatif(leave=[("HUN", "NATO")], on=DAY),
        db.cypher(statement),
    ):
        found = _Frames(answer._repr_html_())
        assert len(found.frames) == 1 and "table" in found.tags


def test_answers_without_a_graph_show_their_table_alone(db: Database) -> None:
    for answer in (
        db.cypher("RETURN 1 AS n"),
        db.attack("UKR", on=DAY),
        db.query("members", organization="NATO"),
    ):
        found = _Frames(answer._repr_html_())
        assert (found.frames == [] and {"table"} & found.tags) or "no" in answer._repr_html_()


def test_the_page_works_in_its_frame_and_reaches_nothing(opened: Open, tmp_path: Path) -> None:
    """The notebook's own text, its address and its storage are out of reach, and nothing is asked of the network."""
    data = sample(title="".join(HOSTILE))
    notebook = "<!doctype html><html data-ready><body><p id=secret>secret</p>" + frame(page(data), data.title)
    path = tmp_path / "page.html"
    path.write_text(notebook.encode("utf-8", "replace").decode(), encoding="utf-8")
    seen = opened(path)
    (inner,) = [each for each in seen.page.frames if each.parent_frame]
    inner.wait_for_selector("html[data-ready]")
    assert inner.locator("h1").inner_text().startswith("<script>")
    assert "promises" in inner.locator("#status").inner_text()
    inner.fill("#find", "turkiye")
    inner.locator("#find").press("Enter")
    assert inner.locator("#details h2").inner_text() == "Türkiye"
    assert (
        inner.evaluate(
            "() => { try { return parent.document.body.innerText; } catch (e) { return e.name; } }"
        )
        == "SecurityError"
    )
    assert inner.evaluate("() => origin") == "null"
    assert (
        seen.dialogs == [] and [url for url in seen.requests if not url.startswith(("file:", "about:"))] == []
    )
    assert [
        each for each in seen.complaints if "SecurityError" not in each and "cross-origin" not in each
    ] == []
