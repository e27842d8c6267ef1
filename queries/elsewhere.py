"""Which loaded dataset, that was not asked, speaks of what those that were asked do not settle."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from ..graph.coverage import Verdict
from ..graph.store import Reads
from ..graph.vocabulary import KINDS
from .commitments import Wanted
from .context import Context

_HELD = """
MATCH (b:Obligation)
WHERE b.dataset IN $datasets AND b.kind IN $kinds
RETURN DISTINCT b.dataset AS dataset
ORDER BY dataset
"""


def coding(reader: Reads, datasets: Collection[str], kinds: Collection[str]) -> list[str]:
    """Those of the datasets that hold a promise of one of these kinds, by name."""
    return [row["dataset"] for row in reader.read(_HELD, {"datasets": list(datasets), "kinds": list(kinds)})]


_NO_STATE: Final = """
UNWIND $ids AS id
MATCH (p:Country|Organization {id: id})
WHERE p.cow IS NULL
OPTIONAL MATCH (p)-[r:PARTY_TO]->(:Agreement) WHERE r.dataset IN $datasets
RETURN p.id AS id, p.name AS name, collect(DISTINCT r.dataset) AS named
ORDER BY id
"""


def about(reader: Reads, context: Context, *ids: str) -> Context:
    """The same question about these parties: of who is no state of COW's system a dataset that is about these says nothing.

    One that names the party all the same speaks of it.
    """
    of_states = [name for name, each in context.extents.items() if each.of_states]
    if not of_states:
        return context
    rows = reader.read(_NO_STATE, {"ids": list(ids), "datasets": of_states})
    strange = {name: row["name"] for row in rows for name in of_states if name not in row["named"]}
    scopes = [scope for scope in context.scopes if scope.dataset not in strange]
    return replace(context, strange=strange, scopes=scopes)


_BELONGING: Final = """
MATCH (:Country)-[m:MEMBER_OF]->(:Organization)
WHERE m.dataset IN $datasets
RETURN DISTINCT m.dataset AS dataset
ORDER BY dataset
"""


def speaking(
    reader: Reads, context: Context, kinds: Collection[str], *, memberships: bool = False
) -> Context:
    """The same question, with the datasets as its voices that hold a promise of one of these kinds.

    With `memberships` those speak of it too that hold any.
    """
    if len(context.datasets) < 2:
        return context
    found = {*coding(reader, context.datasets, kinds), *context.half}
    if memberships:
        found |= {row["dataset"] for row in reader.read(_BELONGING, {"datasets": context.datasets})}
    silent = context.strange.keys()
    return replace(
        context, voices=tuple(name for name in context.datasets if name in found and name not in silent)
    )


def holds_none(reader: Reads, context: Context, kinds: Collection[str]) -> str:
    """`us-forces holds no promises to defend` where datasets that end are asked for what none of them holds.

    `kinds` empty means every kind.
    """
    closed = {name for name, each in context.extents.items() if each.closed}
    if context.overlay or context.half or not closed >= set(context.datasets):
        return ""
    if coding(reader, context.datasets, list(kinds) or list(KINDS)):
        return ""
    what = " to defend" if list(kinds) == ["defense"] else f" of {' or '.join(kinds)}" if kinds else ""
    return (
        f"{', '.join(context.datasets)} {'holds' if len(context.datasets) == 1 else 'hold'} no promises{what}"
    )


def elsewhere(reader: Reads, context: Context, verdict: Verdict, kinds: Collection[str]) -> str:
    """`atop covers it: --datasets all`; nothing where the verdict is settled, or nobody else speaks of day and kind.

    `kinds` empty means every kind that is support.
    """
    if verdict in ("yes", "no"):
        return ""
    on = context.on
    others = [
        name
        for name, each in context.extents.items()
        if name not in (*context.asked, *context.strange) and (each.since or on) <= on <= (each.until or on)
    ]
    if not others:
        return ""
    found = coding(reader, others, Wanted(tuple(kinds)).params()["kinds"])
    return (
        f"{' and '.join(found)} {'covers' if len(found) == 1 else 'cover'} it: --datasets all"
        if found
        else ""
    )
