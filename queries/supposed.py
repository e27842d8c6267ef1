"""The world that a scenario makes: the obligations that it touches, before and after, with their arrows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..graph.dates import Bounds, Date, Span, span_of
from ..graph.parts import Instrument
from ..graph.records import Node, Ref, Relationship
from ..graph.schema import PARTIES
from ..graph.store import Store
from .commitments import DETAILS
from .context import Context
from .instruments import Held, Names, Promise, agreements, promises
from .names import parties
from .overlay import Overlay
from .scenario import Scenario

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Membership:
    """A member of a body."""

    party: str
    party_name: str
    organization: str
    organization_name: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "party": self.party,
            "party_name": self.party_name,
            "organization": self.organization,
            "organization_name": self.organization_name,
        }


@dataclass(frozen=True, slots=True)
class Supposed:
    """Both worlds, as far as they differ: rows of obligations as an overlay has them, and who is a member of what."""

    before: Overlay
    after: Overlay
    members_before: frozenset[Membership]
    members_after: frozenset[Membership]


def suppose(store: Store, context: Context, scenario: Scenario) -> Supposed:
    """Lay the scenario over what the store holds; nothing is written."""
    names = Names({id: each.name for id, each in scenario.concerned.items()})
    names |= {each.id: each.properties["name"] for each in _nodes(scenario, *PARTIES)}
    touched = _touched(store, scenario)
    held = agreements(store, touched, names)
    changed = _changed(held, scenario, context.as_of)
    instruments = [each.instrument() for each in (*changed.values(), *_made_up(scenario))]
    old = promises(store, names, touched, scenario.ended_obligations, scenario.ended_agreements)
    new = _promises(scenario)
    _learn(store, names, new.values())
    after = {
        id: _after(each, changed, instruments, scenario, touched, context.as_of)
        for id, each in (old | new).items()
    }
    memberships = _memberships(store, scenario, names, held, changed, context.as_of)
    rows = [{id: _row(each, names) for id, each in found.items()} for found in (old, after)]
    for id in new:
        rows[1][id]["dataset"] = None
    return Supposed(Overlay(rows[0]), Overlay(rows[1]), *memberships)


def _nodes(scenario: Scenario, *labels: str) -> Iterator[Node]:
    return (each for each in scenario.records if isinstance(each, Node) and each.label in labels)


def _facts(scenario: Scenario, *types: str) -> Iterator[Relationship]:
    return (each for each in scenario.records if isinstance(each, Relationship) and each.type in types)


_IMPLEMENTED = """
MATCH (d:Agreement {kind: 'designation'})-[:IMPLEMENTS]->(a:Agreement)
WHERE d.id IN $ids
RETURN DISTINCT a.id AS id
ORDER BY id
"""


def _touched(store: Store, scenario: Scenario) -> set[str]:
    """The agreements of the store whose parts would change, those through a designation too."""
    found = {row.end.id for row in scenario.parties} | {agreement for _, agreement in scenario.leaving}
    found |= {statute for statute, _ in scenario.designations.values()} | scenario.ended_agreements
    found |= {each.end.id for each in _facts(scenario, "IMPLEMENTS")}
    found |= {
        str(each.properties["parties_of"])
        for each in _nodes(scenario, "Obligation")
        if each.properties.get("parties_of")
    }
    found -= {each.id for each in _nodes(scenario, "Agreement")}
    rows = store.read(_IMPLEMENTED, {"ids": sorted(found)})
    return found | {row["id"] for row in rows}


def _changed(held: Mapping[str, Held], scenario: Scenario, day: Date) -> dict[str, Held]:
    """The agreements of the store as they would be."""
    found = {}
    for id, each in held.items():
        node = _cut_node(each.node, day) if id in scenario.ended_agreements else each.node
        kept = (_cut(row, day) if _leaves(scenario, row) else row for row in each.rows)
        new = (row for row in scenario.parties if row.end.id == id)
        found[id] = replace(each, node=node, rows=tuple(row for row in (*kept, *new) if row))
    return found


def _leaves(scenario: Scenario, row: Relationship) -> bool:
    return (row.start.id, row.end.id) in scenario.leaving and row.properties["role"] == "party"


def _made_up(scenario: Scenario) -> Iterator[Held]:
    """Designations, and the agreements of files and drafts."""
    for id, (statute, rows) in scenario.designations.items():
        node = Node("Agreement", id, {"kind": "designation", **_span_of_first(rows)}, rows[0].provenance)
        yield Held(node, tuple(rows), frozenset({statute}))
    for node in _nodes(scenario, "Agreement"):
        rows = [row for row in _facts(scenario, "PARTY_TO") if row.end.id == node.id]
        carried_out = {row.end.id for row in _facts(scenario, "IMPLEMENTS") if row.start.id == node.id}
        yield Held(node, tuple(rows), frozenset(carried_out))


def _span_of_first(rows: list[Relationship]) -> dict[str, Any]:
    return span_of(rows[0].properties).properties()


def _promises(scenario: Scenario) -> dict[str, Promise]:
    """The obligations of files and drafts."""
    nodes = {each.id: each for each in _nodes(scenario, "Agreement", "Obligation")}
    found = {}
    for each in _facts(scenario, "CREATES"):
        own = [arrow for arrow in _facts(scenario, "OWES") if arrow.end == each.end]
        own += [arrow for arrow in _facts(scenario, "OWED_TO") if arrow.start == each.end]
        found[each.end.id] = Promise(nodes[each.end.id], nodes[each.start.id], tuple(own))
    return found


def _after(
    each: Promise,
    changed: Mapping[str, Held],
    instruments: Iterable[Instrument],
    scenario: Scenario,
    touched: set[str],
    day: Date,
) -> Promise:
    """The obligation with the arrows that it would have."""
    if each.agreement.id in changed:
        each = replace(each, agreement=changed[each.agreement.id].node)
    if each.follows in touched or each.follows in {node.id for node in _nodes(scenario, "Agreement")}:
        each = each.following(instruments)
    if each.node.id in scenario.ended_obligations or each.agreement.id in scenario.ended_agreements:
        each = replace(each, arrows=tuple(cut for arrow in each.arrows if (cut := _cut(arrow, day))))
    return each


def _cut(fact: Relationship, day: Date) -> Relationship | None:
    """The fact, ending on that day at the latest; None where it begins then or later."""
    span = _shortened(span_of(fact.properties), day)
    return (
        None if span is None else replace(fact, properties={**_undated(fact.properties), **span.properties()})
    )


def _cut_node(node: Node, day: Date) -> Node:
    span = _shortened(span_of(node.properties), day) or Span(Bounds(day, day), Bounds(day, day))
    return replace(node, properties={**_undated(node.properties), **span.properties()})


def _undated(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if not name.startswith(("since", "until"))}


def _shortened(span: Span, day: Date) -> Span | None:
    if span.since and span.since.earliest >= day:
        return None
    if span.until:
        return Span(span.since, Bounds(min(span.until.earliest, day), min(span.until.latest, day)))
    first = day if span.until_known else span.since.earliest if span.since else Date.min
    return Span(span.since, Bounds(first, day))


_BODIES = """
MATCH (a:Agreement)-[:CONSTITUTES]->(g:Organization)
WHERE a.id IN $ids
RETURN a.id AS agreement, g.id AS id, g.name AS name
ORDER BY agreement, id
"""


def _memberships(
    store: Store,
    scenario: Scenario,
    names: Names,
    held: Mapping[str, Held],
    changed: Mapping[str, Held],
    day: Date,
) -> tuple[frozenset[Membership], frozenset[Membership]]:
    """Before and after: parties of agreements that found bodies, and the memberships that facts state."""
    found: list[set[Membership]] = [set(), set()]
    for row in store.read(_BODIES, {"ids": sorted(held)}):
        for side, world in enumerate((held, changed)):
            for part in world[row["agreement"]].instrument().parts:
                if part.role == "party" and part.status != "suspended" and part.span.possibly(day):
                    id = part.party.id
                    found[side].add(Membership(id, names[id], row["id"], row["name"]))
    stated = [row for row in _facts(scenario, "MEMBER_OF") if span_of(row.properties).possibly(day)]
    _look_up(store, names, {end.id for row in stated for end in (row.start, row.end)})
    for fact in stated:
        ends = fact.start.id, fact.end.id
        found[1].add(Membership(ends[0], names[ends[0]], ends[1], names[ends[1]]))
    return frozenset(found[0]), frozenset(found[1])


def _learn(store: Store, names: Names, found: Iterable[Promise]) -> None:
    ends: set[Ref] = {end for each in found for arrow in each.arrows for end in (arrow.start, arrow.end)}
    _look_up(store, names, {end.id for end in ends if end.label != "Obligation"})


def _look_up(store: Store, names: Names, ids: set[str]) -> None:
    unknown = ids - set(names)
    if unknown:
        names |= {id: each.name for id, each in parties(store, unknown).items()}


_DATES = ("since", "since_latest", "until", "until_latest", "until_known", "status", "note")


def _row(each: Promise, names: Names) -> dict[str, Any]:
    """As the store gives a commitment's obligation, with arrows of all times."""
    properties, cited = each.node.properties, each.node.provenance
    ends: dict[str, list[Row]] = {"OWES": [], "OWED_TO": []}
    for arrow in each.arrows:
        party = arrow.start if arrow.type == "OWES" else arrow.end
        dated = {name: arrow.properties.get(name) for name in _DATES}
        by = {"sources": list(arrow.provenance.sources), "checked": arrow.provenance.checked}
        who = {"id": party.id, "label": party.label, "name": names[party.id]}
        ends[arrow.type].append({**who, **dated, **by})
    return {
        "obligation": each.node.id,
        **{
            name: properties.get(name)
            for name in ("name", "kind", "force", "rank", "owed_to_class", "phase", *DETAILS)
        },
        "dataset": cited.dataset,
        "sources": list(cited.sources),
        "checked": cited.checked,
        "agreement": each.agreement.id,
        "title": each.agreement.properties["title"],
        "debtors": ends["OWES"],
        "creditors": ends["OWED_TO"],
    }
