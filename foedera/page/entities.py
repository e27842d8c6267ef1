"""What a statement returns, as a subject: the nodes, relationships and paths in its rows.

What is owed becomes a promise like any other on the page; whatever else joins two nodes is a tie.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from ..graph.errors import BadInput
from ..graph.schema import PARTIES
from ..graph.store.values import native
from ..queries.networks import WITHOUT_ENDS
from . import properties as made
from .data import Agreement, Arrow, Party, Tie, View
from .part import Part

_SIDES = {"OWES": 0, "OWED_TO": 1}
"""Which end of the relationship is the party."""


def returned(title: str, question: str, entities: Iterable[Any]) -> Part:
    """The subject that nodes and relationships of the driver make.

    Raises:
        BadInput: a relationship is there without the nodes that it joins.
    """
    found = {each.element_id: each for each in entities if hasattr(each, "labels")}
    joins = {each.element_id: each for each in entities if not hasattr(each, "labels")}
    for each in joins.values():
        if any(end.element_id not in found for end in (each.start_node, each.end_node)):
            raise BadInput(WITHOUT_ENDS)
    nodes = {id: _Node(each) for id, each in found.items()}
    promised = _promised(nodes, joins.values())
    arrows: list[Arrow] = []
    ties: list[Tie] = []
    for each in joins.values():
        ends = nodes[each.start_node.element_id], nodes[each.end_node.element_id]
        if each.type == "CREATES" and ends[1].id in promised:
            continue
        side = _SIDES.get(each.type, -1)
        if side >= 0 and ends[1 - side].id in promised:
            arrows.append(made.arrow(_said(each), ends[1 - side].id, ends[side].id, owes=side == 0))
        else:
            ties.append(made.tie(each.type, _said(each), ends[0].key, ends[1].key))
    drawn = [node for node in nodes.values() if node.label != "Obligation" or node.id not in promised]
    return Part(
        title,
        question,
        obligations=promised,
        view=View("given"),
        ties=sorted(ties, key=lambda each: (each.kind, each.start, each.end, str(each.span))),
        arrows=sorted(arrows, key=lambda each: (each.obligation, each.party, each.owes, str(each.span))),
        parties=[node.party() for node in drawn if node.label != "Agreement"],
        agreements=[node.agreement() for node in drawn if node.label == "Agreement"],
    )


def _said(entity: Any) -> dict[str, Any]:
    """All its properties, dates as dates."""
    found: dict[str, Any] = native(dict(entity.items()))
    return found


class _Node:
    """A node of the driver, with the label and the key that it has on the page."""

    def __init__(self, entity: Any) -> None:
        self.label: str = next(iter(sorted(entity.labels)), "")
        self.id = str(entity.get("id") or entity.element_id)
        self.properties: Mapping[str, Any] = {**_said(entity), "id": self.id}
        self.known = entity.get("id") is not None
        self.key = made.key(self.label, self.id)

    def party(self) -> Party:
        return (made.party if self.label in PARTIES else made.thing)(self.label, self.properties)

    def agreement(self) -> Agreement:
        return made.agreement(self.properties)


def _promised(nodes: Mapping[str, _Node], joins: Iterable[Any]) -> set[str]:
    """The obligations that are drawn as such: those that parties owe or are owed, and nothing else touches."""
    owed: set[str] = set()
    others: set[str] = set()
    for each in joins:
        ends = nodes[each.start_node.element_id], nodes[each.end_node.element_id]
        side = _SIDES.get(each.type, -1)
        if side >= 0 and ends[side].label in PARTIES and ends[1 - side].known:
            owed.add(ends[1 - side].id)
        elif each.type != "CREATES":
            others |= {end.id for end in ends if end.label == "Obligation"}
    return owed - others
