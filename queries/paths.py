"""The chain of commitments from one party to another: searched here, not by the engine.

Breadth first from both ends, one query a frontier. Best chain first: the strongest weakest link, then
the fewest hops, then the parties' ids. So both engines give the same answer, and memory follows what
was explored. A chain of two hops is not a commitment of its first party to its last.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from ..graph.coverage import Verdict, nothing_found
from ..graph.errors import BadInput
from ..graph.store import Store
from .answer import Chain, PathAnswer
from .commitments import ceiling
from .context import Context
from .ended import ended
from .explored import Explored, Route
from .names import Party


def path(
    store: Store, context: Context, source: Party, target: Party, route: Route, *, count: int = 3
) -> PathAnswer:
    """The best chains from `source` to `target` on the context's day, at most `count` of them.

    Raises:
        BadInput: both ends are the same, or a bound is out of range.
    """
    _check(source, target, route, count)
    explored = Explored(store, context, route)
    found = list(islice(_chains(explored, source.id, target.id), count))
    if not found:
        explored.admit()
        found = list(islice(_chains(explored, source.id, target.id), count))
    if found:
        reason = _reason(found[0], explored.certain) + _besides(explored, found[0])
        return PathAnswer("yes" if explored.certain else "unknown", reason, found)
    verdict, reason = _none(context, source, target, route)
    reason += ended(store, context, [source.id, target.id]) + _instead(store, context, source, target)
    return PathAnswer(verdict, reason, [])


def _check(source: Party, target: Party, route: Route, count: int) -> None:
    if source.id == target.id:
        raise BadInput(f"a path needs two parties; both ends are {source.name}")
    for banned in sorted(route.not_through & ({source.id, target.id} | route.through)):
        raise BadInput(f"the chain cannot avoid {banned}: it is an end of it, or it is to pass there")
    if route.max_hops < 1 or count < 1:
        raise BadInput("--max-hops and --count are at least 1")


def _chains(explored: Explored, source: str, target: str) -> Iterator[Chain]:
    """Every chain, best first: by falling weakest link, then by length, then by the parties' ids."""
    explored.fetch({source}, "owed by")
    for floor in range(_highest(explored, source, target), -1, -1):
        lengths = range(1, explored.route.max_hops + 1) if explored.after(source, floor) else ()
        for length in lengths:
            reach = _look(explored, source, target, length, floor)
            for parties in _walks(explored, (source,), target, length, floor, reach):
                if explored.weakest(parties) == floor and explored.route.through <= set(parties):
                    yield explored.chain(parties)


def _highest(explored: Explored, source: str, target: str) -> int:
    """The rank to begin with: nothing above what one of the ends has at all."""
    if explored.route.undirected:
        return 5
    return ceiling(explored.store, explored.context, source, target, explored.route.wanted)


def _look(explored: Explored, source: str, target: str, length: int, floor: int) -> list[set[str]]:
    """Fetch what a chain of that length can use; the parties within 0, 1, 2 … hops of the target.

    The first half of its hops is seen from the source, the second from the target.
    """
    ahead, seen = {source}, {source}
    for _ in range(length - length // 2):
        explored.fetch(ahead, "owed by")
        ahead = {end for party in ahead for end in explored.after(party, floor)} - seen
        ahead = {party for party in ahead if _open(explored, party)}
        seen |= ahead
    near, reach = {target}, [{target}]
    for _ in range(length // 2):
        explored.fetch(near, "owed to")
        near = {start for party in near for start in explored.before(party, floor)} - reach[-1]
        near = {party for party in near if _open(explored, party)}
        reach.append(reach[-1] | near)
    return reach


def _open(explored: Explored, party: str) -> bool:
    return party not in explored.route.not_through


def _walks(
    explored: Explored,
    parties: tuple[str, ...],
    target: str,
    length: int,
    floor: int,
    reach: list[set[str]],
) -> Iterator[tuple[str, ...]]:
    """Simple walks of exactly that length to the target, in the order of their parties' ids."""
    left = length - len(parties)
    for party in sorted(explored.after(parties[-1], floor)):
        if left == 0:
            if party == target:
                yield (*parties, party)
        elif party not in (target, *parties) and _open(explored, party) and _near(party, left, reach):
            yield from _walks(explored, (*parties, party), target, length, floor, reach)


def _near(party: str, left: int, reach: list[set[str]]) -> bool:
    """Whether the target may be that near; unknown, hence true, beyond what was seen from it."""
    return left >= len(reach) or party in reach[left]


def _reason(best: Chain, certain: bool) -> str:
    hops = len(best.hops)
    possibly = "" if certain else "only possibly in force on that day: "
    disused = ", dormant" if any(hop.strongest.status == "dormant" for hop in best.hops) else ""
    if hops == 1:
        return f"{possibly}a direct commitment, rank {best.weakest}{disused}"
    return (
        f"{possibly}a chain of {hops} hops, weakest link rank {best.weakest}{disused};"
        " it is not a commitment of the first party to the last"
    )


def _besides(explored: Explored, best: Chain) -> str:
    """The direct commitment that a longer, stronger chain would hide."""
    source, target = best.parties[0], best.parties[-1]
    direct_too = target in explored.ranks.get(source, {}) and not explored.route.through
    if len(best.hops) == 1 or not direct_too:
        return ""
    direct = explored.chain((source, target)).hops[0].strongest
    return f"; there is a weaker direct one, rank {direct.rank}: {direct.obligation} ({direct.kind}, {direct.force})"


def _none(context: Context, source: Party, target: Party, route: Route) -> tuple[Verdict, str]:
    """A scope proves that there is no chain where it speaks of everything owed by, or to, an end."""
    kinds, day = route.wanted.kinds, context.as_of
    pairs: list[tuple[str | None, str | None]] = [(source.id, None), (None, target.id)]
    if route.max_hops == 1:
        pairs.append((source.id, target.id))
    for one, other in pairs:
        verdict, reason = nothing_found(context.scopes, one, other, kinds, day)
        if verdict != "unknown":
            break
    return verdict, reason


_EVER = """
MATCH (a:Country|Organization {id: $source})-[o:OWES]->(b:Obligation)-[t:OWED_TO]->(c:Country|Organization {id: $target})
WHERE b.dataset IN $datasets
RETURN b.id AS obligation, b.kind AS kind, b.force AS force, o.since AS since, t.since AS other,
       o.until AS until, o.status AS status
ORDER BY since, obligation
"""


def _instead(store: Store, context: Context, source: Party, target: Party) -> str:
    """What is there on another day, or of another kind or force; at most three."""
    rows = list(store.read(_EVER, {**context.params, "source": source.id, "target": target.id}))
    if not rows:
        return ""
    told = [
        f"{row['obligation']} ({row['kind']}, {row['force']}, {_when(row)})"
        for row in rows[:3]
        if row["since"] and row["other"]
    ]
    more = f" and {len(rows) - 3} more" if len(rows) > 3 else ""
    return f"; on another day, or of another kind, there is {'; '.join(told)}{more}" if told else ""


def _when(row: Mapping[str, Any]) -> str:
    parts = [row["status"]] if row["status"] else []
    parts.append(f"since {max(row['since'], row['other'])}")
    return ", ".join([*parts, f"until {row['until']}"] if row["until"] else parts)
