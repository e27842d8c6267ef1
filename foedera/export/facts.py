"""The facts that an export holds, read label by label and type by type, always in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..graph.dates import certainly, possibly
from ..graph.properties import PROVENANCE, SPAN, Properties, Property
from ..graph.records import Ref
from ..graph.schema import LINKS, NODES, RELATIONSHIPS

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..queries.context import Context

COMMON: Final = ("Country", "Organization", "Area")
"""They belong to core, and every dataset refers to them: they are exported with whichever."""
ALONE: Final = ("Source", "Dataset", "Scope")
"""Nothing joins them: formats that hold only a network leave them out."""
JOINED: Final = tuple(label for label in NODES if label not in ALONE)
CERTAIN: Final = Property("boolean", "whether it surely held on the day of the export")


class Node(NamedTuple):
    """A node; its properties are in the order of their declaration."""

    label: str
    id: str
    properties: Mapping[str, Any]


class Edge(NamedTuple):
    """A relationship between two nodes that are exported too."""

    type: str
    id: str
    start: Ref
    end: Ref
    properties: Mapping[str, Any]


class Facts:
    """What the datasets hold: with all of their history, or, where it is `dated`, as of the context's day.

    As of a day means: what possibly held then, each commitment and tie with `certain`; events, claims and proposals up to then;
    sources and areas all.
    """

    def __init__(self, store: Store, context: Context, *, dated: bool) -> None:
        self.store, self.context, self.dated = store, context, dated
        self.node_count = self.edge_count = 0

    def properties(self, label_or_type: str) -> dict[str, Property]:
        """What a node or relationship may have, the provenance last."""
        held = {
            name: each
            for name, each in _declared(label_or_type).items()
            if name not in ("loading", "linking")
        }
        lasting = {"certain": CERTAIN} if self.dated and _graded(label_or_type) else {}
        return {"id": PROVENANCE["id"], **held, **lasting, **PROVENANCE}

    def nodes(self, labels: Sequence[str] = tuple(NODES)) -> Iterator[Node]:
        """Nodes, label by label, by id."""
        for label in labels:
            cypher = f"MATCH (n:{label}) WHERE {self._kept('n', label)} {self._returned('n', label)}"
            for row in self._rows(f"{cypher} ORDER BY n.id"):
                self.node_count += 1
                yield Node(label, row["held"]["id"], self._held(label, row))

    def edges(self) -> Iterator[Edge]:
        """Relationships, type by type, by the labels that they join, by id."""
        for type, start, end in joins():
            yield from self.edges_of(type, start, end)

    def edges_of(self, type: str, start: str, end: str) -> Iterator[Edge]:
        """Those of one type between two labels."""
        kept = f"{self._kept('r', type)} AND {self._kept('a', start)} AND {self._kept('b', end)}"
        returned = f"{self._returned('r', type)}, a.id AS start, b.id AS end"
        cypher = f"MATCH (a:{start})-[r:{type}]->(b:{end}) WHERE {kept} {returned} ORDER BY r.id"
        for row in self._rows(cypher):
            self.edge_count += 1
            ends = Ref(start, row["start"]), Ref(end, row["end"])
            yield Edge(type, row["held"]["id"], *ends, self._held(type, row))

    def _rows(self, cypher: str) -> Iterator[dict[str, Any]]:
        with self.store.stream(cypher, self.context.params) as rows:
            yield from rows

    def _kept(self, variable: str, of: str) -> str:
        """The condition under which it is exported."""
        found = ["true"] if of in (*COMMON, *LINKS) else [f"{variable}.dataset IN $datasets"]
        if self.dated and of in ("Claim", "Proposal"):
            found.append(f"({variable}.on IS NULL OR {variable}.on <= $on)")
        if self.dated and of == "Event":
            found.append(f"({variable}.since IS NULL OR {variable}.since <= $on)")
        if self.dated and _lasts(of):
            found.append(possibly(variable))
        return " AND ".join(found)

    def _returned(self, variable: str, of: str) -> str:
        certain = f", coalesce({certainly(variable)}, false) AS certain" if self.dated and _graded(of) else ""
        return f"RETURN properties({variable}) AS held{certain}"

    def _held(self, of: str, row: Mapping[str, Any]) -> dict[str, Any]:
        found = {**row["held"], "certain": row.get("certain")}
        return {name: found[name] for name in self.properties(of) if found.get(name) is not None}


def joins() -> Iterator[tuple[str, str, str]]:
    """Each relationship type with each pair of labels that it may join."""
    for type, declared in RELATIONSHIPS.items():
        for start, end in declared.ends:
            yield type, start, end


def _lasts(of: str) -> bool:
    """Whether it holds over a span; an event happens in one."""
    return of not in ("Event", "Scope") and all(name in _declared(of) for name in SPAN)


def _graded(of: str) -> bool:
    """Whether it says how surely it held; of many states and bodies the beginning is not on record."""
    return of not in COMMON and _lasts(of)


def _declared(of: str) -> Properties:
    return NODES[of].properties if of in NODES else RELATIONSHIPS[of].properties


class Keys:
    """One name a node, where the graph's ids are unique in their label only: the id, or `Source:its-id`.

    The label that comes first in the model keeps the id.
    """

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def new(self, node: Node) -> str:
        """The key of a node; nodes come before what joins them."""
        self._first.setdefault(node.id, node.label)
        return self.of(Ref(node.label, node.id))

    def of(self, ref: Ref) -> str:
        return ref.id if self._first.get(ref.id) == ref.label else f"{ref.label}:{ref.id}"


def name_of(node: Node) -> str:
    """What it is called."""
    named = (node.properties.get(key) for key in ("name", "title", "subject"))
    return str(next((name for name in named if name), node.id))
