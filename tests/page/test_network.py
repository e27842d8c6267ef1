"""The file: its policy, its data block, its pyvis part, and how it is written."""

import base64
import hashlib
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from foedera.files import write
from foedera.graph.errors import BadInput, FoederaError
from foedera.page.data import Party, View
from foedera.page.drawing import drawing
from foedera.page.network import page
from foedera.page.packed import columns

from .samples import sample
from .unpacked import rows, unpacked


@pytest.fixture(scope="module")
def html() -> str:
    return page(sample())


def test_policy_allows_these_scripts_and_this_style_and_no_request(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    allowed = policy[1].replace("&#39;", "'")
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    for text in (*scripts, style):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed
    assert len(scripts) == 2
    assert allowed.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in allowed and "http" not in allowed


def test_file_has_lf_line_ends_and_no_script_of_its_data(html: str) -> None:
    assert "\r" not in html
    assert len(re.findall(r"^<script", html, re.MULTILINE)) == 2 + 1


def test_pyvis_gets_a_node_and_an_edge_for_each_with_a_place_and_an_id(html: str) -> None:
    drawn = drawing(sample())
    block = unpacked(html)["drawing"]
    nodes, edges = rows(block["nodes"]), rows(block["edges"])
    assert len(nodes) == len(drawn.nodes) and all(type(node["x"]) is int for node in nodes)
    assert [edge["id"] for edge in edges] == list(range(len(drawn.lines)))


def test_no_text_of_the_data_goes_through_pyvis() -> None:
    hostile = "</script><script>alert(1)</script>"
    data = sample()
    parties = [replace(party, name=hostile) for party in data.parties]
    html = page(replace(data, parties=parties, title=hostile))
    assert "alert(1)</script>" not in html
    assert "alert(1)" not in json.dumps(unpacked(html)["drawing"])


def test_lone_surrogates_and_nul_do_not_stop_the_page() -> None:
    strange = "half \ud83d of a pair, \x00"
    html = page(sample(parties=[*sample().parties, Party("XXX", strange, "Country")], title=strange))
    names = [party["name"] for party in rows(unpacked(html)["parties"])]
    assert names[-1] == "half ? of a pair, \x00"


@pytest.mark.parametrize(
    "values", [[1, 1], [1, None, 1.5], ["a", "1", 1, True], [[], ["x"], []], [None, None], []]
)
def test_columns_hold_what_the_rows_held(values: list[object]) -> None:
    """Numbers, texts and lists that look alike stay what they are."""
    table = [{"id": i, "value": value} for i, value in enumerate(values)]
    assert rows(json.loads(json.dumps(columns(table)))) == table


def test_same_facts_give_the_same_file(html: str) -> None:
    assert page(sample()) == html


def test_what_is_too_large_to_draw_says_how_to_narrow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedera.page.drawing.MOST_LINES", 10)
    monkeypatch.setattr("foedera.page.drawing.MOST_NODES", 15)
    with pytest.raises(
        BadInput,
        match=r"^too large to draw: 14 lines between 12 nodes; a page holds up to 10 lines and 15 nodes; narrow it"
        r" with --around, --org or --datasets$",
    ):
        page(sample())
    with pytest.raises(BadInput, match=r"; narrow it with fewer --hops or --datasets$"):
        page(sample(view=View("around", ("USA",), 2)))


def test_a_good_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.html"
    write("good", target)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        FoederaError, match=r"^cannot write .*page\.html: No space left on device; name another"
    ):
        write("half", target)
    assert target.read_text() == "good"
    assert os.listdir(tmp_path) == ["page.html"]


def test_missing_folder_and_folder_as_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(
        BadInput, match=r"^there is no folder .*nowhere; make it, or name another output file$"
    ):
        write("x", tmp_path / "nowhere" / "page.html")
    with pytest.raises(BadInput, match=r" is a folder; expected the name of a file, such as .*page\.html$"):
        write("x", tmp_path)
