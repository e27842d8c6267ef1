"""Areas by any usual name, and how a promise stands to one of them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, Literal

from ..graph.errors import BadInput
from ..graph.named import meant
from ..graph.records import fold
from ..graph.store import Store
from .attack_answer import Area, Limit, Reach, Standing
from .context import Context

_ALL: Final = """
MATCH (a:Area)
RETURN a.id AS id, a.name AS name, coalesce(a.keys, []) AS keys, coalesce(a.description, '') AS description,
       a.sources AS sources
ORDER BY id
"""


def area(store: Store, text: str) -> Area:
    """The area that is meant, by its id or any of its names.

    Raises:
        BadInput: no area is called so (with the nearest), or more than one is.
    """
    wanted, rows = fold(text), store.read(_ALL).rows
    found = [row for row in rows if wanted and wanted.removeprefix("the ") in _keys(row)]
    if len(found) == 1:
        row = found[0]
        return Area(row["id"], row["name"], row["description"], tuple(row["sources"]))
    if found:
        listed = ", ".join(f"{row['name']} ({row['id']})" for row in found)
        raise BadInput(f"{text.strip()!r} is more than one area: {listed}; say which, by its id")
    known = [{"name": f"{row['name']} ({row['id']})", "keys": _keys(row)} for row in rows]
    near = meant(text, known) or " `foedera query run areas` lists those that promises name"
    raise BadInput(f"unknown area {text.strip()!r}.{near}")


def _keys(row: Mapping[str, Any]) -> list[str]:
    """What it may be called; "the" at the beginning of a name is nothing."""
    keys = [*row["keys"], fold(row["id"]), fold(row["name"])]
    return list(dict.fromkeys(key.removeprefix("the ") for key in keys))


_LIMITS: Final = """
MATCH (b:Obligation)-[r:APPLIES_IN|EXCLUDES]->(a:Area)
WHERE b.id IN $obligations AND r.dataset IN $datasets
RETURN b.id AS obligation, type(r) AS type, a.id AS area, a.name AS name, r.note AS note, r.sources AS sources
ORDER BY obligation, type, area, r.id
"""
_NESTED: Final = """
MATCH (a:Area {id: $area})
OPTIONAL MATCH (a)-[:WITHIN*1..8]->(up:Area)
WITH a, collect(DISTINCT up.id) AS around
OPTIONAL MATCH (down:Area)-[:WITHIN*1..8]->(a)
RETURN around, collect(DISTINCT down.id) AS inside
"""


_RELATIONS: Final[Mapping[str, Literal["holds in", "does not hold in"]]] = {
    "APPLIES_IN": "holds in",
    "EXCLUDES": "does not hold in",
}


def reaches(
    store: Store, context: Context, obligations: Collection[str], where: Area | None
) -> dict[str, Reach]:
    """By obligation where it holds, and how it stands to the area asked about."""
    rows = store.read(_LIMITS, {**context.params, "obligations": sorted(set(obligations))})
    limits: dict[str, list[Limit]] = {each: [] for each in obligations}
    for row in rows:
        relation = _RELATIONS[row["type"]]
        limits[row["obligation"]].append(
            Limit(relation, row["area"], row["name"], row["note"], tuple(row["sources"]))
        )
    around, inside = _nested(store, where)
    return {
        obligation: Reach(tuple(found), _standing(found, around, inside) if where else None)
        for obligation, found in limits.items()
    }


def _nested(store: Store, where: Area | None) -> tuple[set[str], set[str]]:
    """The area with those that it lies in, and those that lie in it."""
    if where is None:
        return set(), set()
    (row,) = store.read(_NESTED, {"area": where.id})
    return {where.id, *row["around"]}, set(row["inside"])


def _standing(limits: Sequence[Limit], around: Collection[str], inside: Collection[str]) -> Standing:
    """An area left out is out, whatever it lies in; a promise with no area to hold in names none."""
    out = {each.area for each in limits if each.relation == "does not hold in"}
    held = {each.area for each in limits if each.relation == "holds in"}
    if not out.isdisjoint(around):
        return "does not hold"
    if not held.isdisjoint(around):
        return "holds in part" if not out.isdisjoint(inside) else "holds"
    if not held.isdisjoint(inside):
        return "holds in part"
    return "unknown" if held else "no area"
