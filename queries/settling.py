"""Settling a scenario: each change checked against what the graph holds on the day, and against the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..graph.changes import Change
from ..graph.dates import Bounds, Span, certainly, possibly
from ..graph.errors import BadInput
from ..graph.records import Node, Provenance, Record, Ref, Relationship
from ..graph.schema import PARTIES
from ..graph.store import Store
from .articles import the
from .context import Context
from .names import Party
from .scenario import Scenario

MADE_UP: Final = Provenance("what-if")
"""The ground of what is supposed: none."""


def settle(store: Store, context: Context, changes: Iterable[Change], records: Iterable[Record]) -> Scenario:
    """The scenario that these changes and facts make; the same change twice is one.

    Raises:
        BadInput: a change is none (a member would join), or two of them contradict each other.
    """
    scenario = Scenario(list(dict.fromkeys(changes)), records=list(records))
    for each in scenario.changes:
        if each.verb == "join" and Change("leave", each.ids) in scenario.changes:
            raise _contradiction(each, Change("leave", each.ids))
    for each in scenario.changes:
        _STEPS[each.verb](store, context, scenario, each)
    _agree(scenario)
    return scenario


def _agree(scenario: Scenario) -> None:
    """Nobody can join and leave, and what has ended can be neither joined nor left."""
    touching: dict[tuple[str, str], Change] = {}
    for each in scenario.changes:
        if each.verb == "end":
            continue
        of = [each.ids[1]] if each.verb == "designate" else scenario.joined[each.ids[1]]
        for agreement in of:
            other = touching.setdefault((each.ids[0], agreement), each)
            if other is not each and other.verb != each.verb:
                raise _contradiction(other, each)
            if agreement in scenario.ended_agreements:
                raise _contradiction(each, Change("end", (agreement,)))


def _contradiction(one: Change, other: Change) -> BadInput:
    return BadInput(f"{str(one)!r} and {str(other)!r} contradict each other")


def _only_in_facts(id: str) -> BadInput:
    return BadInput(f"{id} is not in the graph: what is to be so of it belongs into the facts that define it")


_FOUNDING = f"""
MATCH (g:Organization {{id: $id}})<-[:CONSTITUTES]-(a:Agreement)
WHERE a.dataset IN $datasets AND {possibly("a")}
RETURN a.id AS id, a.title AS title
ORDER BY id
"""
_CARRIED_OUT = f"""
MATCH (a:Agreement)-[:IMPLEMENTS]->(b:Agreement)
WHERE a.id IN $ids AND {possibly("b")}
MATCH (a)<-[r:PARTY_TO {{role: 'party'}}]-(p:Country|Organization)
WHERE {certainly("r")}
OPTIONAL MATCH (p)-[s:PARTY_TO {{role: 'party'}}]->(b)
WHERE {certainly("s")}
RETURN b.id AS id, b.title AS title, count(DISTINCT p.id) AS members, count(DISTINCT CASE WHEN s IS NULL THEN NULL ELSE p.id END) AS too
ORDER BY id
"""
_AGREEMENT = f"""
MATCH (a:Agreement {{id: $id}})
OPTIONAL MATCH (b:Obligation {{bound: 'parties'}})
WHERE coalesce(b.parties_of, '') = $id OR (b.parties_of IS NULL AND b.id STARTS WITH $of)
RETURN a.title AS title, {possibly("a")} AND a.since IS NOT NULL AS running, count(b) AS following
"""


def _body(store: Store, context: Context, id: str) -> tuple[str, dict[str, str]]:
    """What an organization or an agreement is called in a sentence, and the titles of the agreements to which its members are parties, by id.

    For an organization these are the one that founds it, and what that carries out, where every member is party to it.
    """
    params = {**context.params, "id": id, "of": f"{id}/"}
    organization = store.read("MATCH (g:Organization {id: $id}) RETURN g.name AS name", params).rows
    if not organization:
        rows = store.read(_AGREEMENT, params).rows
        if not rows:
            raise _only_in_facts(id)
        row = rows[0]
        if not row["running"]:
            raise BadInput(f"{row['title']} is not in force on {context.as_of}")
        if not row["following"]:
            raise BadInput(
                f"nothing follows from the parties of {row['title']}: what it promises is owed by those whom it names"
            )
        return row["title"], {id: row["title"]}
    name = the(organization[0]["name"])
    founding = {row["id"]: row["title"] for row in store.read(_FOUNDING, params)}
    if not founding:
        raise BadInput(
            f"{name} has no founding agreement in the graph on {context.as_of}: nothing would follow from its membership"
        )
    also = store.read(_CARRIED_OUT, {**params, "ids": list(founding)})
    every = {row["id"]: row["title"] for row in also if row["members"] and row["members"] == row["too"]}
    return name, founding | every


_PART = f"""
MATCH (p:Country|Organization {{id: $party}})
OPTIONAL MATCH (p)-[r:PARTY_TO]->(a:Agreement)
WHERE a.id IN $ids AND r.role IN $roles AND {possibly("r")}
RETURN p.id AS id, p.name AS name, labels(p)[0] AS label, p.until AS until, a.id AS agreement, r.since AS since
ORDER BY agreement, since
"""


def _parts(
    store: Store, context: Context, scenario: Scenario, id: str, agreements: Iterable[str], role: str
) -> Mapping[str, Any]:
    """Since when the party has that part in each of the agreements; those in which it has none are not there."""
    params = {**context.params, "party": id, "ids": list(agreements), "roles": [role]}
    rows = store.read(_PART, params).rows
    if not rows:
        scenario.concerned[id] = next(_made_up(scenario.records, id))
        return {}
    first = rows[0]
    if first["until"] and first["until"] <= context.as_of:
        raise BadInput(f"{the(first['name'])} ended on {first['until']}")
    scenario.concerned[id] = Party(first["id"], first["label"], first["name"])
    return {row["agreement"]: row["since"] for row in rows if row["agreement"]}


def _made_up(records: Iterable[Record], id: str) -> Iterator[Party]:
    """The party that facts add."""
    for each in records:
        if isinstance(each, Node) and each.label in PARTIES and each.id == id:
            yield Party(id, each.label, each.properties["name"])


def _join(store: Store, context: Context, scenario: Scenario, each: Change) -> None:
    member, body = each.ids
    name, agreements = _body(store, context, body)
    held = _parts(store, context, scenario, member, agreements, "party")
    who = scenario.concerned[member]
    if next(iter(agreements)) in held:
        raise BadInput(f"{the(who.name)} is a member of {name} already, since {held[next(iter(agreements))]}")
    scenario.joined[body] = list(agreements)
    fresh = [agreement for agreement in agreements if agreement not in held]
    scenario.parties += [_row(context, who, agreement, "party") for agreement in fresh]
    scenario.tell(
        each, f"{the(who.name)} joins {name}", _so("is a party to", name, [agreements[id] for id in fresh])
    )


def _leave(store: Store, context: Context, scenario: Scenario, each: Change) -> None:
    member, body = each.ids
    name, agreements = _body(store, context, body)
    held = _parts(store, context, scenario, member, agreements, "party")
    who = scenario.concerned[member]
    if next(iter(agreements)) not in held:
        raise BadInput(f"{the(who.name)} is no member of {name} on {context.as_of}")
    scenario.joined[body] = list(agreements)
    scenario.leaving |= {(member, agreement) for agreement in held}
    scenario.tell(
        each,
        f"{the(who.name)} leaves {name}",
        _so("is no longer a party to", name, [agreements[id] for id in held]),
    )


def _so(what: str, name: str, titles: Sequence[str]) -> str:
    """What follows from joining or leaving; nothing that is not said already, of an agreement by its own title."""
    return f", and so {what} {', '.join(titles)}" if list(titles) != [name] else ""


_DESIGNATIONS = f"""
MATCH (a:Agreement {{id: $id}})
OPTIONAL MATCH (a)<-[:IMPLEMENTS]-(d:Agreement {{kind: 'designation'}})<-[r:PARTY_TO]-(p:Country|Organization)
WHERE r.role IN ['designator', 'designee'] AND {possibly("r")}
RETURN a.title AS title, r.role AS role, d.id AS designation, r.since AS since, p.id AS id, p.name AS name,
       labels(p)[0] AS label
ORDER BY role, id, since
"""


def _designate(store: Store, context: Context, scenario: Scenario, each: Change) -> None:
    chosen, statute = each.ids
    _parts(store, context, scenario, chosen, (), "designee")
    who = scenario.concerned[chosen]
    rows = store.read(_DESIGNATIONS, {**context.params, "id": statute}).rows
    if not rows:
        raise _only_in_facts(statute)
    for row in rows:
        if row["role"] == "designee" and row["id"] == chosen:
            raise BadInput(
                f"{the(who.name)} has the status already, since {row['since']} ({row['designation']}, under {row['title']})"
            )
    by = {
        row["id"]: Party(row["id"], row["label"], row["name"]) for row in rows if row["role"] == "designator"
    }
    if not by:
        raise BadInput(f"nobody designates under {rows[0]['title']} on {context.as_of}")
    id = f"what-if-{chosen}-{statute}"
    made = [_row(context, one, id, "designator") for one in by.values()] + [
        _row(context, who, id, "designee")
    ]
    scenario.designations[id] = (statute, made)
    by_whom = ", ".join(the(one.name) for one in by.values())
    scenario.tell(each, f"{the(who.name)} is designated under {rows[0]['title']}", f", by {by_whom}")


_ENDED = f"""
MATCH (b:Obligation {{id: $id}})<-[:CREATES]-(a:Agreement)
OPTIONAL MATCH (b)<-[r:OWES]-(p:Country|Organization)
RETURN b.name AS name, a.title AS title, sum(CASE WHEN r IS NOT NULL AND {possibly("r")} THEN 1 ELSE 0 END) AS running,
       max(r.until) AS until
"""
_ENDED_AGREEMENT = f"""
MATCH (a:Agreement {{id: $id}})
RETURN a.title AS title, {possibly("a")} AND a.since IS NOT NULL AS running, a.until AS until
"""


def _end(store: Store, context: Context, scenario: Scenario, each: Change) -> None:
    params = {**context.params, "id": each.ids[0]}
    rows = store.read(_ENDED, params).rows
    if rows:
        name = f"{rows[0]['name']} of {rows[0]['title']}"
        scenario.ended_obligations.add(each.ids[0])
    else:
        rows = store.read(_ENDED_AGREEMENT, params).rows
        if not rows:
            raise _only_in_facts(each.ids[0])
        name = rows[0]["title"]
        scenario.ended_agreements.add(each.ids[0])
    if not rows[0]["running"]:
        since = f": it ended on {rows[0]['until']}" if rows[0]["until"] else ""
        raise BadInput(f"{name} is not in force on {context.as_of}{since}")
    scenario.tell(each, f"{name} ends")


_STEPS: Final = {"join": _join, "leave": _leave, "designate": _designate, "end": _end}


def _row(context: Context, who: Party, agreement: str, role: str) -> Relationship:
    """A part that begins on the day of the question."""
    span = Span(Bounds(context.as_of, context.as_of))
    ends = Ref(who.label, who.id), Ref("Agreement", agreement)
    return Relationship("PARTY_TO", *ends, {"role": role, **span.properties()}, MADE_UP, "what-if")
