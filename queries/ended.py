"""Parties that were no more on the day asked about: why there may be nothing to find."""

from collections.abc import Iterable

from ..graph.store import Reads
from .context import Context

_ENDED = """
UNWIND $ids AS id
MATCH (p:Country|Organization {id: id})
WHERE p.until IS NOT NULL AND p.until <= $on
OPTIONAL MATCH (p)<-[s:SUCCEEDS]-(after:Country|Organization)
WITH p, s, after ORDER BY after.id
RETURN p.id AS id, p.name AS name, p.until AS until, collect([s.kind, after.name]) AS after
ORDER BY id
"""


def ended(reader: Reads, context: Context, ids: Iterable[str]) -> str:
    """`; Soviet Union ended on 1991-12-26, continued by Russia` for each that had ended, or nothing."""
    rows = reader.read(_ENDED, {"ids": sorted(ids), "on": context.as_of})
    return "".join(f"; {row['name']} ended on {row['until']}{_after(row['after'])}" for row in rows)


def _after(successors: list[list[str]]) -> str:
    """The state that continues it, else those that came after."""
    for kind, said in (("continues", "continued by"), ("succeeds", "followed by")):
        names = [name for how, name in successors if how == kind]
        if names:
            return f", {said} {', '.join(names)}"
    return ""
