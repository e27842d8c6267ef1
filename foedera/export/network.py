"""The graph in networkx, and as the JSON that networkx and D3 read (node-link)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

from ..graph.schema import NODES
from ..queries.plain import plain
from .facts import JOINED, Edge, Facts, Keys, Node, name_of

if TYPE_CHECKING:
    import networkx


def graph(facts: Facts, labels: Sequence[str] = JOINED) -> networkx.MultiDiGraph[str]:
    """Nodes by id with `label`, `name` and all properties; edges keyed by id with `type` and all properties."""
    import networkx

    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(**_about(facts))
    keys = Keys()
    for node in facts.nodes(labels):
        found.add_node(keys.new(node), **_node(node))
    for edge in facts.edges():
        found.add_edge(keys.of(edge.start), keys.of(edge.end), key=edge.id, **_edge(edge))
    return found


def write(facts: Facts, file: TextIO) -> None:
    """The same as JSON, with sources, datasets and scopes; one node or edge a line, as they come."""
    keys = Keys()
    about = {"directed": True, "multigraph": True, "graph": _about(facts)}
    file.write(f"{_json(about)[:-1]},\n")
    file.write('"nodes": [')
    separator = "\n"
    for node in facts.nodes(tuple(NODES)):
        file.write(separator + _json({**_node(node), "id": keys.new(node)}))
        separator = ",\n"
    file.write('\n],\n"edges": [')
    separator = "\n"
    for edge in facts.edges():
        ends = {"source": keys.of(edge.start), "target": keys.of(edge.end), "key": edge.id}
        file.write(separator + _json({**ends, **_edge(edge)}))
        separator = ",\n"
    file.write("\n]}\n")


def _about(facts: Facts) -> dict[str, Any]:
    """What the graph says of itself."""
    day = facts.context.as_of.isoformat() if facts.dated else None
    return {"title": "Foedera", "as_of": day, "datasets": list(facts.context.datasets)}


def _node(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = plain({"label": node.label, "name": name_of(node)} | dict(node.properties))
    return found


def _edge(edge: Edge) -> dict[str, Any]:
    found: dict[str, Any] = plain({"type": edge.type} | dict(edge.properties))
    return found


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
