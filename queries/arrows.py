"""Which arrows leave, or reach, some parties and promises on a day: one statement for whole frontiers.

A search needs little of an arrow, so that each part answers in one row of short lists. Each begins with a
node found by its id and one label: where the ids come from a list, the embedded engine uses no index for
`(:Country|Organization {id: …})`, nor for `IN` with a second MATCH after it, and would go through all.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from ..graph.dates import certainly, possibly
from ..graph.store import Reads
from .commitments import EACH_PARTY, WANTED, Wanted
from .context import Context

Look = Literal["owed_by", "owed_to", "debtors", "creditors", "bodies", "members"]
"""From parties to the promises owed by them, or to them, and to the bodies that they belong to; from promises
to their debtors and creditors; from bodies to their members."""


class Arrows(NamedTuple):
    """Where one node's arrows lead: to promises of one rank, all of them certainly there, or all only possibly."""

    start: str
    rank: int | None
    sure: bool
    ends: list[str]


_PROMISE = "UNWIND {} AS id MATCH (b:Obligation {{id: id}}) WITH b"
_BODY = "UNWIND {} AS id MATCH (g:Organization {{id: id}}) WITH g"
_HELD = "r.dataset IN $datasets"
_PARTS: Mapping[Look, tuple[str, str, str, str]] = {
    "owed_by": (EACH_PARTY, "(p)-[r:OWES]->(b:Obligation)", WANTED, "p, b.rank, b"),
    "owed_to": (EACH_PARTY, "(p)<-[r:OWED_TO]-(b:Obligation)", WANTED, "p, b.rank, b"),
    "debtors": (_PROMISE, "(b)<-[r:OWES]-(p)", "", "b, null, p"),
    "creditors": (_PROMISE, "(b)-[r:OWED_TO]->(p)", "", "b, null, p"),
    "bodies": (EACH_PARTY, "(p)-[r:MEMBER_OF]->(g:Organization)", _HELD, "p, null, g"),
    "members": (_BODY, "(g)<-[r:MEMBER_OF]-(p)", _HELD, "g, null, p"),
}
"""How a look begins with its frontier, follows arrows `r`, which ones, and what it finds: a node, a rank, the ends."""
_LAID_OVER: Mapping[Look, Literal["debtors", "creditors"]] = {
    "owed_by": "debtors",
    "owed_to": "creditors",
    "debtors": "debtors",
    "creditors": "creditors",
}


@cache
def _statement(looks: tuple[Look, ...], *, without: bool) -> str:
    return "\nUNION ALL\n".join(_part(look, without) for look in looks)


def _part(look: Look, without: bool) -> str:
    first, match, where, found = _PARTS[look]
    start, rank, end = found.split(", ")
    laid_over = f"NOT {end}.id IN $without" if without and rank != "null" else ""
    return (
        f"{first.format(f'${look}')}\nMATCH {match} WHERE {' AND '.join(filter(None, (possibly('r'), where, laid_over)))}\n"
        f"WITH {start}.id AS start, {rank} AS rank, coalesce({certainly('r')}, false) AS sure,"
        f" collect({end}.id) AS ends\n"
        f"RETURN '{look}' AS look, collect([start, rank, sure, ends]) AS found"
    )


def arrows(
    reader: Reads, context: Context, wanted: Wanted, frontiers: Mapping[Look, Iterable[str]]
) -> Iterator[tuple[Look, Arrows]]:
    """Every arrow, certainly or possibly there on the day, of the nodes of each frontier."""
    overlay = context.overlay
    without = overlay.rows if overlay else {}
    params = {**context.params, **wanted.params(), "without": list(without)}
    asked = {look: [id for id in sorted(ids) if id not in without] for look, ids in frontiers.items()}
    looks = tuple(sorted(look for look, ids in asked.items() if ids))
    if looks:
        for row in reader.read(_statement(looks, without=bool(without)), params | asked):
            for found in row["found"]:
                yield row["look"], Arrows(*found)
    for look, end in _LAID_OVER.items():
        if overlay and look in frontiers:
            for one in overlay.arrows(frontiers[look], params, end):
                yield look, Arrows(*one)
