"""What bears on an attack without being a promise: the fighting of that day, and what sources say of its place."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..graph.dates import bounds_of, possibly
from ..graph.store import Store
from .articles import the
from .attack_answer import Area, Remark
from .context import Context
from .names import Party

_FIGHTING = f"""
MATCH (v:Country|Organization {{id: $victim}})-[:TOOK_PART]->(e:Event)
WHERE e.kind IN ['invasion', 'fighting'] AND e.dataset IN $datasets AND {possibly("e")}
OPTIONAL MATCH (e)-[:ABOUT]->(a:Area)
WITH e, a ORDER BY a.id
RETURN e.id AS id, e.name AS name, e.note AS note, e.since AS since, e.since_latest AS since_latest, e.sources AS sources, collect(a.id) AS areas
ORDER BY since, id
"""
_CLAIMS = """
MATCH (k:Claim)-[:ABOUT]->(a:Area)
WHERE a.id IN $areas AND k.dataset IN $datasets
RETURN DISTINCT k.id AS id, k.subject AS subject, k.predicate AS predicate, k.value AS value, k.unit AS unit,
       k.note AS note, k.on AS on, k.on_latest AS on_latest, k.sources AS sources
ORDER BY id
"""


_MEMBERS = f"""
MATCH (c:Country|Organization)-[m:MEMBER_OF]->(g:Organization {{id: $attacker}})
WHERE c.id IN $parties AND m.dataset IN $datasets AND {possibly("m")}
RETURN c.id AS id, c.name AS name, m.sources AS sources
ORDER BY name, id, m.id
"""


def members(
    store: Store, context: Context, victim: Party, attacker: Party, helpers: Collection[str]
) -> list[Remark]:
    """That an attacker is an organization to which the victim, or those who owe it something, belong."""
    params = {**context.params, "attacker": attacker.id, "parties": sorted({victim.id, *helpers})}
    rows = store.read(_MEMBERS, params).rows
    if not rows:
        return []
    belong = {row["id"] for row in rows}
    said = f"{the(victim.name)} itself is a member of {the(attacker.name)}" if victim.id in belong else ""
    if many := len(belong - {victim.id}):
        of = "it" if said else the(attacker.name)
        count = f"{many} of those who owe {the(victim.name)} something {'is a member' if many == 1 else 'are members'} of {of}"
        said = f"{said}, and {count}" if said else count
    text = f"{said}: an attack by {the(attacker.name)} would be one by its members"
    return [Remark(attacker.id, text, tuple(dict.fromkeys(s for row in rows for s in row["sources"])))]


def remarks(store: Store, context: Context, victim: Party, where: Area | None) -> list[Remark]:
    """The fighting that the victim was in on that day, then what sources say of where it was, or is asked about."""
    fighting = store.read(_FIGHTING, {**context.params, "victim": victim.id}).rows
    areas = {area for row in fighting for area in row["areas"]} | ({where.id} if where else set())
    events = [Remark(row["id"], _event(row), tuple(row["sources"])) for row in fighting]
    return [*events, *_claims(store, context, areas)]


def _claims(store: Store, context: Context, areas: Collection[str]) -> Iterator[Remark]:
    if areas:
        for row in store.read(_CLAIMS, {**context.params, "areas": sorted(areas)}):
            yield Remark(row["id"], _claim(row), tuple(row["sources"]))


def _event(row: Mapping[str, Any]) -> str:
    return f"{row['name']}, from {bounds_of(row, 'since')}" + (f": {row['note']}" if row["note"] else "")


def _claim(row: Mapping[str, Any]) -> str:
    words = (row[name] for name in ("subject", "predicate", "value", "unit"))
    said = " ".join(str(word) for word in words if word)
    day = bounds_of(row, "on")
    dated = f" (of {day})" if day else ""
    return f"{said}{dated}" + (f": {row['note']}" if row["note"] else "")
