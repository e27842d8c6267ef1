"""Agreements as obligations follow them, and the promises that do, read back from the graph as records."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..graph.dates import Span, span_of
from ..graph.derive import arrows
from ..graph.parts import Instrument, followed, parts
from ..graph.properties import PROVENANCE
from ..graph.records import Node, Provenance, Ref, Relationship
from ..graph.store import Store

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """An agreement with the rows of its parties; `implements` are those asked for that it carries out."""

    node: Node
    rows: tuple[Relationship, ...] = ()
    implements: frozenset[str] = frozenset()

    @property
    def span(self) -> Span | None:
        """None where it is not in force: signed alone."""
        return span_of(self.node.properties) if self.node.properties.get("since") else None

    def instrument(self) -> Instrument:
        kind, status = self.node.properties["kind"], self.node.properties.get("status")
        found = parts(self.rows, self.span) if self.span else ()
        return Instrument(self.node.id, kind, status, self.implements, tuple(found))


@dataclass(frozen=True, slots=True)
class Promise:
    """An obligation, the agreement that holds it, and its arrows of all times."""

    node: Node
    agreement: Node
    arrows: tuple[Relationship, ...] = ()

    @property
    def follows(self) -> str | None:
        """The agreement whose parties owe it and are owed it; None where they are named one by one."""
        properties = self.node.properties
        if properties.get("bound") != "parties":
            return None
        return str(properties.get("parties_of") or self.agreement.id)

    def following(self, instruments: Iterable[Instrument]) -> "Promise":
        """The same with the arrows that follow from these agreements, as the loader derives them."""
        held, span = span_of(self.node.properties), Held(self.agreement).span
        common = held.within(span) if span else None
        if common is None or self.follows is None:
            return replace(self, arrows=())
        return replace(self, arrows=tuple(arrows(self.node, common, followed(self.follows, instruments))))


class Names(dict[str, str]):
    """What parties are called, by id."""


_CARRIED_OUT = """
MATCH (a:Agreement)<-[:IMPLEMENTS]-(d:Agreement {kind: 'designation'})
WHERE a.id IN $ids
RETURN a.id AS of, d.id AS id
ORDER BY of, id
"""
_AGREEMENTS = "MATCH (a:Agreement) WHERE a.id IN $ids RETURN properties(a) AS held ORDER BY a.id"
_PARTIES = """
MATCH (a:Agreement)<-[r:PARTY_TO]-(p:Country|Organization)
WHERE a.id IN $ids
RETURN a.id AS of, p.id AS id, labels(p)[0] AS label, p.name AS name, properties(r) AS held
ORDER BY of, id, r.id
"""


def agreements(store: Store, ids: Collection[str], names: Names) -> dict[str, Held]:
    """The agreements of these ids, and the designations that carry them out; `names` learns their parties."""
    carried_out: dict[str, set[str]] = {id: set() for id in ids}
    for row in store.read(_CARRIED_OUT, {"ids": sorted(ids)}):
        carried_out.setdefault(row["id"], set()).add(row["of"])
    everything = {"ids": sorted(carried_out)}
    rows: dict[str, list[Relationship]] = {}
    for row in store.read(_PARTIES, everything):
        names[row["id"]] = row["name"]
        ends = Ref(row["label"], row["id"]), Ref("Agreement", row["of"])
        rows.setdefault(row["of"], []).append(_relationship("PARTY_TO", *ends, row["held"]))
    found = (_node("Agreement", row["held"]) for row in store.read(_AGREEMENTS, everything))
    return {
        node.id: Held(node, tuple(rows.get(node.id, ())), frozenset(carried_out[node.id])) for node in found
    }


_PROMISES = """
MATCH (b:Obligation)<-[:CREATES]-(a:Agreement)
WHERE (b.bound = 'parties' AND coalesce(b.parties_of, a.id) IN $followed) OR b.id IN $ids OR a.id IN $created_by
RETURN properties(b) AS held, properties(a) AS agreement
ORDER BY b.id
"""
_ARROWS = """
MATCH (b:Obligation){left}[r:{type}]{right}(p:Country|Organization)
WHERE b.id IN $ids
RETURN b.id AS of, p.id AS id, labels(p)[0] AS label, p.name AS name, properties(r) AS held
ORDER BY of, id, r.id
"""


def promises(
    store: Store,
    names: Names,
    followed: Collection[str] = (),
    ids: Collection[str] = (),
    created_by: Collection[str] = (),
) -> dict[str, Promise]:
    """The obligations that follow some agreements' parties, those of some ids, and those that agreements create."""
    params = {"followed": sorted(followed), "ids": sorted(ids), "created_by": sorted(created_by)}
    rows = store.read(_PROMISES, params).rows
    found = {
        row["held"]["id"]: (_node("Obligation", row["held"]), _node("Agreement", row["agreement"]))
        for row in rows
    }
    ends: dict[str, list[Relationship]] = {id: [] for id in found}
    for id, arrow in _arrows(store, sorted(found), names):
        ends[id].append(arrow)
    return {id: Promise(*nodes, tuple(ends[id])) for id, nodes in found.items()}


def _arrows(store: Store, ids: list[str], names: Names) -> Iterator[tuple[str, Relationship]]:
    for type, left, right in (("OWES", "<-", "-"), ("OWED_TO", "-", "->")):
        for row in store.read(_ARROWS.format(type=type, left=left, right=right), {"ids": ids}):
            names[row["id"]] = row["name"]
            there, party = Ref("Obligation", row["of"]), Ref(row["label"], row["id"])
            start, end = (party, there) if type == "OWES" else (there, party)
            yield row["of"], _relationship(type, start, end, row["held"])


def _node(label: str, held: Row) -> Node:
    return Node(label, held["id"], _own(held), _provenance(held))


def _relationship(type: str, start: Ref, end: Ref, held: Row) -> Relationship:
    """Its spell is what its id has beyond its ends."""
    beginning = f"{held['dataset']}:{type}:{start.id}:{end.id}"
    spell = held["id"].removeprefix(beginning).removeprefix(":")
    return Relationship(type, start, end, _own(held), _provenance(held), spell)


def _own(held: Row) -> dict[str, Any]:
    return {name: value for name, value in held.items() if name not in PROVENANCE}


def _provenance(held: Row) -> Provenance:
    return Provenance(
        held["dataset"], tuple(held.get("sources") or ()), held.get("checked"), held.get("checked_with")
    )
