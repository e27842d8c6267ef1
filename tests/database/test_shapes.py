"""Answers as DataFrames, as networks and in notebooks."""

import datetime
import pickle
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from foedera import BadInput, FoederaError
from foedera.database import Database
from foedera.queries.rows import Table

DAY = "2024-07-01"


def test_a_data_frame_has_the_rows_of_the_table(db: Database) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed: pip install pandas")
    members = db.query("members", organization="NATO", on=DAY)
    frame = members.to_pandas()
    assert list(frame.columns) == list(members.columns) and len(frame) == 32
    assert frame.loc[frame.country == "EST", "since"].item() == "2004-03-29"


def test_a_data_frame_without_rows_has_its_columns(db: Database) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed: pip install pandas")
    empty = db.path("EST", "USA", kinds="defense", on="2003-01-01")
    assert empty.verdict == "no" and list(empty.to_pandas().columns) == list(empty.headings())


def test_without_pandas_the_extra_is_named(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(FoederaError) as told:
        db.path("USA", "JPN", on=DAY).to_pandas()
    assert str(told.value) == 'to_pandas needs pandas; install it with pip install "foedera[pandas]"'


def test_chains_as_a_network(db: Database) -> None:
    """Edges run from who owes to who is owed, keyed by the obligation."""
    answer = db.path("USA", "JPN", kinds="defense", on=DAY)
    graph = answer.to_networkx()
    assert graph.nodes["JPN"] == {"label": "Country", "name": "Japan"}
    edge = graph.edges["USA", "JPN", "us-japan-1960/article-5"]
    assert (edge["rank"], edge["since"]) == (5, "1960-06-23")
    assert not graph.has_edge("JPN", "USA")


def test_duties_as_a_network(db: Database) -> None:
    """All point to the victim; the organization is told from the countries."""
    graph = db.attack("EST", on=DAY).to_networkx()
    assert graph.has_edge("USA", "EST", key="north-atlantic-treaty/article-5")
    assert {end for _, end in graph.edges()} == {"EST"} and "RUS" not in graph
    assert {graph.nodes[node]["label"] for node in graph} <= {"Country", "Organization"}


def test_paths_of_cypher_as_a_network(db: Database) -> None:
    """Properties are all there, dates as text, and no element id."""
    graph = db.cypher("MATCH p = (:Country {id: 'EST'})-[:MEMBER_OF]->(:Organization {id: 'NATO'}) RETURN p")
    found = graph.to_networkx()
    assert found.nodes["NATO"]["label"] == "Organization"
    ((start, end, key, held),) = found.edges(keys=True, data=True)
    assert (start, end, key) == ("EST", "NATO", "core:MEMBER_OF:EST:NATO")
    assert (held["type"], held["since"]) == ("MEMBER_OF", "2004-03-29")


def test_what_is_no_network_says_so(db: Database) -> None:
    with pytest.raises(BadInput, match="there is no node, relationship or path in these rows"):
        db.cypher("RETURN 1 AS n").to_networkx()
    with pytest.raises(BadInput, match="return them too, as in MATCH p"):
        db.cypher("MATCH (:Country {id: 'EST'})-[r:MEMBER_OF]->(:Organization) RETURN r").to_networkx()
    with pytest.raises(BadInput, match="Finding is no network"):
        db.doctor().to_networkx()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_notebook_shows_a_table_and_its_question(db: Database) -> None:
    """Verdict, day and datasets stand above it."""
    shown = db.query("members", organization="NATO", on=DAY)._repr_html_()
    assert "Members of an organization" in shown and "iframe" not in shown
    shown = replace(db.attack("EST", on=DAY), drawing=None)._repr_html_()
    tags = _Tags()
    tags.feed(shown)
    assert not tags.open and "table" in tags.seen
    for told in (
        "An armed attack on Estonia",
        "as of 2024-07-01, from core",
        "yes: ",
        "north-atlantic-treaty",
    ):
        assert told in shown
    assert "the first 50 of" not in db.path("USA", "JPN", on=DAY)._repr_html_()


def test_answers_can_be_sent_to_another_process(db: Database) -> None:
    """What draws them stays; the facts are the same."""
    answer = db.attack("EST", on=DAY)
    copy = pickle.loads(pickle.dumps(answer))
    assert copy == answer and answer.drawing is not None and copy.drawing is None
    assert "iframe" in answer._repr_html_() and "iframe" not in copy._repr_html_()


def test_nothing_from_data_is_markup_in_a_notebook() -> None:
    """Names of columns, titles and questions neither."""
    evil = "<script>alert('x')</script>"
    rows = [{evil: evil, "b": [evil, datetime.date(2024, 1, 1)]}] * 51
    shown = Table((evil, "b"), rows).asked(None, evil, {"cypher": evil})._repr_html_()
    tags = _Tags()
    tags.feed(shown)
    assert "script" not in tags.seen and "the first 50 of 51 rows" in shown and "2024-01-01" in shown
