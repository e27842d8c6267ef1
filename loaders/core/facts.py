"""Making one record of one entry: shared by all sections."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...graph.records import Node, Provenance, Ref, Relationship
from ...graph.schema import NODES, RELATIONSHIPS
from .entries import Entry


def node(entry: Entry, label: str, id: str, provenance: Provenance, **computed: Any) -> Node:
    """The entry as a node."""
    properties = entry.properties(NODES[label].properties, computed)
    return Node(label, id, properties, provenance, str(entry.place))


def row(
    entry: Entry,
    type: str,
    ends: tuple[Ref | None, Ref | None],
    provenance: Provenance,
    stage: str = "",
    **computed: Any,
) -> Iterator[Relationship]:
    """The entry as a relationship; none where an end is unknown, but its other mistakes are found too."""
    spell = ":".join(each for each in (stage, entry.spell()) if each)
    properties = entry.properties(RELATIONSHIPS[type].properties, computed)
    entry.finish()
    start, end = ends
    if start and end:
        yield Relationship(type, start, end, properties, provenance, spell, str(entry.place))


def links(
    type: str, pairs: Iterable[tuple[Ref, Ref]], of: Node, properties: Mapping[str, Any] | None = None
) -> Iterator[Relationship]:
    """Relationships that a node's entry states by naming ids alone: they rest on the node's sources."""
    for start, end in pairs:
        yield Relationship(type, start, end, properties or {}, of.provenance, place=of.place)


def ref(node: Node) -> Ref:
    return Ref(node.label, node.id)
