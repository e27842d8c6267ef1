"""What is in the graph, asked in a way of its own, and what is in the files, as other programs read it."""

import csv
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx

from foedera.graph.schema import NODES, RELATIONSHIPS
from foedera.graph.store import Store
from foedera.queries.plain import plain

Ends = tuple[str, str]
INNER = {"digest", "keys"}
ALONE = {"Source", "Dataset", "Scope"}


@dataclass(frozen=True)
class Held:
    """Nodes by label and id, relationships by type and id with the ids of their ends; values as JSON has them."""

    nodes: Mapping[tuple[str, str], Mapping[str, Any]]
    edges: Mapping[tuple[str, str], tuple[Ends, Mapping[str, Any]]]

    def network(self) -> "Held":
        """What a network holds of it: nothing that stands alone, and nothing that serves the database."""
        nodes = {key: _outer(held) for key, held in self.nodes.items() if key[0] not in ALONE}
        return Held(nodes, {key: (ends, _outer(held)) for key, (ends, held) in self.edges.items()})


def _outer(held: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in held.items() if name not in INNER}


def of_store(store: Store) -> Held:
    """Everything, by two plain statements."""
    nodes = store.read("MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS held")
    edges = store.read(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, b.id AS b, properties(r) AS held"
    )
    return Held(
        {(row["label"], row["held"]["id"]): plain(row["held"]) for row in nodes},
        {(row["type"], row["held"]["id"]): ((row["a"], row["b"]), plain(row["held"])) for row in edges},
    )


def _of_network(graph: Any, node: Callable[[str, Any], Any], value: Callable[[str, Any], Any]) -> Held:
    nodes = {}
    for key, found in graph.nodes(data=True):
        held = {name: value(name, each) for name, each in found.items()}
        nodes[node(key, held)] = held
    edges = {}
    for start, end, key, found in graph.edges(keys=True, data=True):
        held = {name: value(name, each) for name, each in found.items()}
        edges[held.pop("type"), key] = ((start, end), held)
    return Held(nodes, edges)


_LISTS = {"sources"} | {
    name
    for properties in (each.properties for of in (NODES, RELATIONSHIPS) for each in of.values())
    for name, each in properties.items()
    if each.type == "strings"
}


def _listed(name: str, value: Any) -> Any:
    return json.loads(value) if name in _LISTS else value


def graphml(path: Path) -> Held:
    graph = networkx.read_graphml(path, force_multigraph=True)
    return _of_network(graph, _typed, _listed)


def gexf(path: Path) -> Held:
    graph: Any = networkx.MultiDiGraph()
    read = networkx.read_gexf(path)  # one without parallel edges it makes a simple one
    graph.add_nodes_from(read.nodes(data=True))
    graph.add_edges_from((start, end, held["id"], held) for start, end, held in read.edges(data=True))
    for _, found in graph.nodes(data=True):
        found.pop("start", None), found.pop("end", None)
    for _, _, found in graph.edges(data=True):
        for name in ("start", "end", "label"):
            found.pop(name, None)
    return _of_network(graph, _typed, lambda name, each: each if name == "label" else _listed(name, each))


def _typed(key: str, held: dict[str, Any]) -> tuple[str, str]:
    """In the XML formats `label` is what is shown beside the node, and `type` its label."""
    shown = held.pop("label")
    assert shown == next((held[name] for name in ("name", "title", "subject") if name in held), key)
    return held.pop("type"), held["id"]


def node_link(path: Path) -> Held:
    told = json.loads(path.read_text("utf-8"))
    ids = {each["id"] for each in told["nodes"]}
    assert len(ids) == len(told["nodes"]), "keys are unique"

    def node(key: str, held: dict[str, Any]) -> tuple[str, str]:
        label = held.pop("label")
        id = key.removeprefix(f"{label}:")
        if "name" not in NODES[label].properties:
            held.pop("name")
        return label, id

    graph = networkx.node_link_graph(told, edges="edges")
    found = _of_network(graph, node, lambda _, each: each)
    return Held({key: {"id": key[1], **held} for key, held in found.nodes.items()}, found.edges)


def csv_folder(path: Path) -> Held:
    nodes, edges = {}, {}
    delimiter = _delimiter(path)
    for file in sorted(path.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        for row in rows:
            held = {
                name.partition(":")[0]: _cell(name, text, delimiter)
                for name, text in zip(header, row, strict=True)
                if text and not name.startswith(":")
            }
            of = row[-1]
            if file.name.startswith("nodes-"):
                assert header[-1] == ":LABEL" and header[0] == f"id:ID({of})"
                nodes[of, held["id"]] = held
            else:
                assert header[-1] == ":TYPE"
                edges[of, held["id"]] = ((row[0], row[1]), held)
    return Held(nodes, edges)


def _delimiter(path: Path) -> str:
    script = (path / "neo4j-admin-import.sh").read_text("utf-8")
    found = re.search(r"--array-delimiter=(U\+001F|.)", script)
    assert found and set(re.findall(r"=([\w-]+\.csv)", script)) == {file.name for file in path.glob("*.csv")}
    return "\x1f" if found[1] == "U+001F" else found[1]


def _cell(name: str, text: str, delimiter: str) -> Any:
    type = name.partition(":")[2]
    if type == "string[]":
        return text.split(delimiter)
    if type == "boolean":
        return {"true": True, "false": False}[text]
    return {"long": int, "double": float}.get(type, str)(text)
