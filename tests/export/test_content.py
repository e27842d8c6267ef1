"""What is in an export: as of a day, the spans of GEXF, the sources."""

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest

from foedera.database import Database
from foedera.export.sources import parts
from foedera.graph.dates import parse
from foedera.graph.store import Store

from . import reading
from .conftest import Written

Dated = Callable[[str, str], Path]


def test_as_of_a_day_holds_what_held_then(dated: Dated) -> None:
    """Members, states and agreements: the first day counts, the first day no longer does not."""
    cold, warm = (reading.node_link(dated("json", day)) for day in ("1980-01-01", "2004-03-29"))
    for held in (cold, warm):
        assert ("MEMBER_OF", "core:MEMBER_OF:DNK:NATO") in held.edges
        assert ("Agreement", "north-atlantic-treaty") in held.nodes
    assert ("MEMBER_OF", "core:MEMBER_OF:EST:NATO") in warm.edges
    assert ("MEMBER_OF", "core:MEMBER_OF:EST:NATO") not in cold.edges
    assert ("Country", "SUN") in cold.nodes and ("Country", "SUN") not in warm.nodes
    assert ("Country", "CSK") in cold.nodes and ("Country", "CSK") not in warm.nodes


def test_as_of_a_day_says_what_is_certain(dated: Dated) -> None:
    """Each thing that lasts; what happened, and what only stands by, does not."""
    found = reading.node_link(dated("json", "2004-03-29"))
    certain = {key: held.get("certain") for key, (_, held) in found.edges.items()}
    assert certain["MEMBER_OF", "core:MEMBER_OF:EST:NATO"] is True
    assert False in certain.values()
    assert all(
        certain[key] is not None for key in certain if key[0] in ("OWES", "OWED_TO", "MEMBER_OF", "PARTY_TO")
    )
    assert {label for (label, _), held in found.nodes.items() if "certain" in held} == {
        "Agreement",
        "Obligation",
    }
    assert all(held["since"] <= "2004-03-29" for (label, _), held in found.nodes.items() if label == "Event")


def test_no_relationship_lacks_an_end(dated: Dated) -> None:
    """Of what is no more there neither is what it was joined by."""
    told = json.loads(dated("json", "1980-01-01").read_text("utf-8"))
    ids = {each["id"] for each in told["nodes"]}
    assert told["edges"] and all({each["source"], each["target"]} <= ids for each in told["edges"])
    assert told["graph"] == {"title": "Foedera", "as_of": "1980-01-01", "datasets": ["core"]}


def test_the_timeline_of_gexf_ends_on_the_last_day(written: Written, dated: Dated) -> None:
    """`until` is the first day no longer, `end` the last one; as of a day there is no timeline."""
    graph = networkx.read_gexf(written("gexf"))
    assert graph.graph["mode"] == "dynamic"
    assert (graph.nodes["SUN"]["start"], graph.nodes["SUN"]["end"]) == ("1922-12-30", "1991-12-25")
    assert "end" not in graph.nodes["NATO"] and graph.nodes["NATO"]["label"] == "NATO"
    assert networkx.read_gexf(dated("gexf", "2004-03-29")).graph["mode"] == "static"


def entries(text: str) -> dict[str, dict[str, str]]:
    """Entries of BibTeX, whose braces must match."""
    assert text.count("{") - text.count("\\{") == text.count("}") - text.count("\\}")
    found = re.findall(r"^@misc\{([^,\s]+),\n((?:  \w+ = \{.*\},\n)+)\}\n", text, re.MULTILINE)
    assert len(found) == text.count("@misc{")
    return {id: dict(re.findall(r"^  (\w+) = \{(.*)\},$", fields, re.MULTILINE)) for id, fields in found}


def test_the_sources_as_bibtex(core_store: Store, written: Written) -> None:
    """All of them, with what is known of their dates."""
    found = entries(written("bibtex").read_text("utf-8"))
    wanted = {row["id"]: row for row in core_store.read("MATCH (s:Source) RETURN s.id AS id, s.on AS on")}
    assert set(found) == set(wanted)
    assert all(("year" in fields) == (wanted[id]["on"] is not None) for id, fields in found.items())
    one = found["senenews-2025-02-12"]
    assert (one["publisher"], one["year"], one["date"], one["keywords"]) == (
        "Senenews",
        "2025",
        "2025-02-12",
        "press",
    )
    assert found["gibler-gabon-1960"]["date"] == "2009"


def test_the_sources_as_csl(core_store: Store, written: Written) -> None:
    """With types that every style knows."""
    found = {each["id"]: each for each in json.loads(written("csl").read_text("utf-8"))}
    assert set(found) == {row["id"] for row in core_store.read("MATCH (s:Source) RETURN s.id AS id")}
    one = found["senenews-2025-02-12"]
    assert one["type"] == "article-newspaper" and one["issued"] == {"date-parts": [[2025, 2, 12]]}
    assert "issued" not in found["world-factbook"]
    assert {each["type"] for each in found.values()} == {
        "article-newspaper", "document", "dataset", "legislation", "webpage",
    }  # fmt: skip


def test_the_sources_of_a_day_are_those_that_are_cited_then(written: Written, dated: Dated) -> None:
    """Not those of what came later."""
    then = {each["id"] for each in json.loads(dated("csl", "1980-01-01").read_text("utf-8"))}
    every = {each["id"] for each in json.loads(written("csl").read_text("utf-8"))}
    assert then < every and "senenews-2025-02-12" not in then


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2004-03-29", [[2004, 3, 29]]),
        ("2004-03", [[2004, 3]]),
        ("2004", [[2004]]),
        ("2004-03-29..2004-04-02", [[2004, 3, 29], [2004, 4, 2]]),
        ("2025-11-18..", [[2025, 11, 18]]),
    ],
)
def test_a_date_as_its_parts(on: str, told: list[list[int]]) -> None:
    """As far as it is known; a stretch is two."""
    assert parts(parse(on)) == told


def test_nothing_loaded_is_told(store: Store, tmp_path: Path) -> None:
    """No empty file."""
    from foedera import BadInput

    with pytest.raises(BadInput, match="nothing is loaded in"):
        Database(lambda: store, closing=False).export(tmp_path / "x.json", on=datetime.date(2000, 1, 1))
    assert list(tmp_path.iterdir()) == []
