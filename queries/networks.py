"""Answers as networkx graphs: nodes by their ids, edges by theirs, dates as ISO text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from ..graph.errors import BadInput
from .plain import plain

if TYPE_CHECKING:
    import networkx

    from .answer import Commitment, Membership

WITHOUT_ENDS: Final = (
    "a relationship is there without its nodes; return them too, as in MATCH p = (a)-[r]->(b) RETURN p"
)


def of_commitments(
    found: Iterable[Commitment], held: Iterable[Membership] = ()
) -> networkx.MultiDiGraph[str]:
    """Parties, joined by who owes whom and who belongs to what; a commitment's key is its obligation's id."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for each in found:
        graph.add_node(each.debtor, label=each.debtor_label, name=each.debtor_name)
        graph.add_node(each.beneficiary, label=each.beneficiary_label, name=each.beneficiary_name)
        graph.add_edge(each.debtor, each.beneficiary, key=each.obligation, **each.to_dict())
    for one in held:
        graph.add_node(one.member, label=one.member_label, name=one.member_name)
        graph.add_node(one.organization, label="Organization", name=one.organization_name)
        graph.add_edge(one.member, one.organization, key="membership", **one.to_dict())
    return graph


def of_rows(rows: Iterable[Any]) -> networkx.MultiDiGraph[str]:
    """Every node, relationship and path in the rows; a node's key is its `id`, an edge's its own.

    Raises:
        BadInput: there is none of them, or a relationship without the nodes that it joins.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    entities = list(entities_of(rows))
    if not entities:
        raise BadInput("there is no node, relationship or path in these rows to make a network of")
    names = {node.element_id: _key(node) for node in entities if hasattr(node, "labels")}
    for each in entities:
        if hasattr(each, "labels"):
            graph.add_node(_key(each))
            graph.nodes[_key(each)].update(_node(each))
    for each in entities:
        if not hasattr(each, "labels"):
            start, end = (names.get(end.element_id, "") for end in (each.start_node, each.end_node))
            if not start or not end:
                raise BadInput(WITHOUT_ENDS)
            graph.add_edge(start, end, key=_key(each))
            graph.edges[start, end, _key(each)].update({"type": each.type} | plain(dict(each.items())))
    return graph


def _node(node: Any) -> dict[str, Any]:
    """Its properties, with the label, and a name where it is called otherwise."""
    properties: dict[str, Any] = plain(dict(node.items()))
    name = next((properties[key] for key in ("name", "title", "subject") if key in properties), _key(node))
    return {"label": next(iter(sorted(node.labels)), ""), "name": name} | properties


def entities_of(rows: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """Every node and relationship in the rows, as the driver makes them; of a path all of its own."""
    for row in rows:
        for value in row.values():
            yield from _entities(value)


def _entities(value: Any) -> Iterator[Any]:
    """What the driver makes, known by what it has; paths and lists hold others."""
    if hasattr(value, "relationships") and hasattr(value, "nodes"):
        yield from value.nodes
        yield from value.relationships
    elif hasattr(value, "labels") or hasattr(value, "start_node"):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _entities(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _entities(each)


def _key(entity: Any) -> str:
    """Its own id; an entity that some statement made without one has only the engine's."""
    return str(entity.get("id") or entity.element_id)
