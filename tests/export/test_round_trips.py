"""What is written is read again: by networkx, by a CSV reader, into an empty database; and nothing differs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from foedera.database import Database
from foedera.graph import writer
from foedera.graph.records import Node, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.loaders import core

from . import reading
from .conftest import Written
from .reading import Held

NETWORKS = {"graphml": reading.graphml, "gexf": reading.gexf}
WHOLE = {"json": reading.node_link, "csv": reading.csv_folder}


@cache
def held(store: Store) -> Held:
    return reading.of_store(store)


def _as(format: str, held: Held) -> Held:
    """In CSV an empty list is no property."""
    if format != "csv":
        return held
    nodes = {key: _filled(each) for key, each in held.nodes.items()}
    return Held(nodes, {key: (ends, _filled(each)) for key, (ends, each) in held.edges.items()})


def _filled(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value != []}


@pytest.mark.parametrize("format", NETWORKS)
def test_a_network_is_read_again(core_store: Store, written: Written, format: str) -> None:
    """Each node, each edge, each property with its type."""
    found, wanted = NETWORKS[format](written(format)), held(core_store).network()
    assert found.nodes == wanted.nodes
    assert found.edges == wanted.edges


@pytest.mark.parametrize("format", WHOLE)
def test_everything_is_read_again(core_store: Store, written: Written, format: str) -> None:
    """With sources, datasets and what serves the database; two nodes of one id stay two."""
    found, wanted = WHOLE[format](written(format)), _as(format, held(core_store))
    assert found.nodes == wanted.nodes
    assert found.edges == wanted.edges


def test_networkx_has_it_without_a_file(core_store: Store, db: Database) -> None:
    """The ids of parties are their keys."""
    graph, wanted = db.to_networkx(), held(core_store).network()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(wanted.nodes), len(wanted.edges))
    assert graph.nodes["EST"]["label"] == "Country" and graph.nodes["EST"]["name"] == "Estonia"
    ends, properties = wanted.edges["MEMBER_OF", "core:MEMBER_OF:EST:NATO"]
    assert graph.edges[(*ends, "core:MEMBER_OF:EST:NATO")] == {
        "type": "MEMBER_OF",
        **held(core_store).edges["MEMBER_OF", "core:MEMBER_OF:EST:NATO"][1],
    }
    assert properties["since"] == "2004-03-29"


def run(store: Store, script: Path) -> None:
    """A statement a line, as a shell would run it."""
    for line in script.read_text("utf-8").split("\n")[:-1]:
        assert line.endswith(";")
        store.write_cypher(line[:-1])


def _some(every: Iterable[Record], wanted: int = 1) -> list[Record]:
    """A few facts of each label and type, and the ends of the relationships."""
    counts: Counter[object] = Counter()
    nodes, picked, ends = {}, [], set()
    for record in every:
        kind = (
            (record.type, record.start.label, record.end.label)
            if isinstance(record, Relationship)
            else record.label
        )
        counts[kind] += 1
        if isinstance(record, Node):
            nodes[Ref(record.label, record.id)] = record
        if counts[kind] <= wanted:
            picked.append(record)
            ends |= {record.start, record.end} if isinstance(record, Relationship) else set()
    return picked + [nodes[ref] for ref in sorted(ends) if nodes[ref] not in picked]


def test_a_script_makes_the_same_graph(store: Store, tmp_path: Path) -> None:
    """Of every label and type, in an empty database of each engine; to load the dataset then changes nothing."""
    facts = _some(core.records())
    writer.load(store, "core", facts)
    wanted = reading.of_store(store)
    script = Database(lambda: store, closing=False).export(tmp_path / "x.cypher").path
    store.reset(schema=True)
    run(store, script)
    made = reading.of_store(store)
    assert made.nodes == wanted.nodes
    assert made.edges == wanted.edges
    report = writer.load(store, "core", facts)
    assert (report.new, report.changed, report.removed, report.refused) == (0, 0, 0, [])


def test_both_engines_write_the_same(both_cores: tuple[Store, Store], tmp_path: Path) -> None:
    """Byte for byte, and so does one engine twice."""
    told = []
    for number, store in enumerate((*both_cores, both_cores[0])):
        place = tmp_path / f"{number}.cypher"
        Database(lambda store=store: store, closing=False).export(place)  # type: ignore[misc]
        told.append(place.read_bytes())
    assert told[0] == told[1] == told[2]


EVIL = "a'b\"c\\d\n<e>&f;g\r\ti ]]> \u2028\x85 Ünï ${x} {y} %, # _ ~ ^ \U0001f54a"
COUNTRY: dict[str, Any] = {
    "id": "AAA",
    "name": EVIL,
    "names": [EVIL, "a;b", "[1]", " "],
    "keys": ["k"],
    "cow": -3,
    "until_known": True,
    "dataset": "core",
    "sources": ["x#1; 2"],
    "digest": "d",
}
MADE = """
CREATE (c:Country) SET c = $country
CREATE (o:Organization) SET o = $body
CREATE (d:Dataset {id: 'core', dataset: 'core', title: 'c', version: '1'})
CREATE (e:Dataset {id: 'other', dataset: 'other', title: 'o', version: '1'})
CREATE (s:Source {id: 'NATO', title: 't', publisher: 'p', dataset: 'core', digest: 'd'})
CREATE (f:Event {id: 'f', name: 'f', kind: 'war', amount: 0.1, dataset: 'other', digest: 'd', until_known: true})
CREATE (c)-[:MEMBER_OF {id: 'core:MEMBER_OF:AAA:NATO', dataset: 'core', note: $note, until_known: true, digest: 'd'}]->(o)
CREATE (c)-[:TOOK_PART {id: 'other:T', dataset: 'other', role: 'host', digest: 'd'}]->(f)
"""


@pytest.fixture
def evil(store: Store) -> Store:
    """A few facts whose texts are made to break formats."""
    body = {**COUNTRY, "id": "NATO", "kind": "alliance", "names": ["a|b", "c"]}
    del body["cow"]
    store.write_cypher(MADE, {"country": COUNTRY, "body": body, "note": EVIL})
    return store


@pytest.mark.parametrize("format", [*NETWORKS, *WHOLE, "cypher"])
def test_hostile_text_is_read_again_as_it_was(evil: Store, tmp_path: Path, format: str) -> None:
    """Quotes, brackets, delimiters, ends of lines, in texts and in lists of texts."""
    db, wanted = Database(lambda: evil, closing=False), reading.of_store(evil)
    path = db.export(tmp_path / "x", format, datasets="all").path
    if format == "cypher":
        evil.reset(schema=True)
        for _ in range(2):  # run again it changes nothing
            run(evil, path)
            assert reading.of_store(evil) == wanted
    elif format in NETWORKS:
        assert NETWORKS[format](path) == wanted.network()
    else:
        assert WHOLE[format](path) == _as(format, wanted)


def test_what_xml_cannot_hold_is_marked(store: Store, tmp_path: Path) -> None:
    """A bell in a name is no reason to write a file that nobody can read."""
    store.write_cypher(
        MADE, {"country": {**COUNTRY, "name": "a\x07b"}, "body": {"id": "N", "dataset": "core"}, "note": ""}
    )
    db = Database(lambda: store, closing=False)
    for format, read in NETWORKS.items():
        found = read(db.export(tmp_path / format, format).path)
        assert found.nodes["Country", "AAA"]["name"] == "a\ufffdb"


def test_a_dataset_alone_has_the_countries_but_no_facts_of_others(evil: Store, tmp_path: Path) -> None:
    """And no relationship to what is not there."""
    db = Database(lambda: evil, closing=False)
    found = reading.node_link(db.export(tmp_path / "x.json", datasets="other").path)
    assert {*found.nodes} == {
        ("Country", "AAA"),
        ("Organization", "NATO"),
        ("Dataset", "other"),
        ("Event", "f"),
    }
    assert {*found.edges} == {("TOOK_PART", "other:T")}
    core = reading.node_link(db.export(tmp_path / "y.json", datasets="core").path)
    assert ("Event", "f") not in core.nodes and {*core.edges} == {("MEMBER_OF", "core:MEMBER_OF:AAA:NATO")}
