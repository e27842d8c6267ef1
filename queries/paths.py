"""The chain of commitments from one party to another: searched here, not by the engine.

Best chain first: the strongest weakest link, then the fewest hops, then the parties' ids; so both engines give
the same answer. A membership, where it is followed, has no rank, and counts as weaker than every commitment.
A chain of two hops is not a commitment of its first party to its last.
"""

from itertools import islice

from ..graph.errors import BadInput
from ..graph.store import Reads, Store
from .answer import Membership
from .articles import the
from .context import Context
from .explored import Explored, Route
from .names import Party
from .no_chain import no_chain
from .path_answer import Chain, PathAnswer
from .search import chains


def path(
    store: Store, context: Context, source: Party, target: Party, route: Route, *, count: int = 3
) -> PathAnswer:
    """The best chains from `source` to `target` on the context's day, at most `count` of them.

    Raises:
        BadInput: both ends are the same, or a bound is out of range.
    """
    _check(source, target, route, count)
    return store.reading(lambda reader: _path(reader, context, source, target, route, count))


def _path(
    reader: Reads, context: Context, source: Party, target: Party, route: Route, count: int
) -> PathAnswer:
    explored = Explored(reader, context, route)
    walks = list(islice(chains(explored, source.id, target.id), count))
    if not walks:
        explored.certain = False
        walks = list(islice(chains(explored, source.id, target.id), count))
    if not walks:
        return PathAnswer(*no_chain(reader, context, source, target, route), [])
    direct = [(source.id, target.id)] if _hides_direct(explored, walks[0]) else []
    told = explored.chains([*walks, *direct])
    beside = told.pop() if direct else None
    possibly = "" if explored.certain else "only possibly in force on that day: "
    reason = possibly + _reason(told[0]) + (_besides(beside) if beside else "")
    return PathAnswer("yes" if explored.certain else "unknown", reason, told, beside)


def _check(source: Party, target: Party, route: Route, count: int) -> None:
    if source.id == target.id:
        raise BadInput(f"a path needs two parties; both ends are {the(source.name)}")
    for banned in sorted(route.not_through & ({source.id, target.id} | route.through)):
        raise BadInput(f"the chain cannot avoid {banned}: it is an end of it, or it is to pass there")
    for what, given in (("bound of hops", route.max_hops), ("count of chains", count)):
        if not isinstance(given, int) or given < 1:
            raise BadInput(f"the {what} is {given!r}; expected a whole number, 1 or more")


def _reason(best: Chain) -> str:
    hops, without = len(best.hops), sum(not hop.commitments for hop in best.hops)
    dormant = ", dormant" if any(hop.grounds[0].status == "dormant" for hop in best.hops) else ""
    if not without:
        if hops == 1:
            return f"a direct commitment, rank {best.weakest}{dormant}"
        return (
            f"a chain of {hops} hops, weakest link rank {best.weakest}{dormant};"
            " it is not a commitment of the first party to the last"
        )
    if hops == 1:
        return f"a direct membership{dormant}, which is no commitment"
    which = "all of them memberships" if without == hops else f"{without} of them by membership alone"
    return (
        f"a chain of {hops} hops, {which}{dormant}; a membership promises nothing, and the chain"
        " is not a commitment of the first party to the last"
    )


def _hides_direct(explored: Explored, best: tuple[str, ...]) -> bool:
    """Whether there is a direct tie too, weaker than this chain of several hops."""
    return len(best) > 2 and not explored.route.through and any(explored.between(best[0], best[-1]))


def _besides(direct: Chain) -> str:
    strongest = direct.hops[0].grounds[0]
    if isinstance(strongest, Membership):
        return f"; directly, {strongest.sentence(first=False)}"
    return (
        f"; there is a weaker direct one, rank {strongest.rank}:"
        f" {strongest.obligation} ({strongest.kind}, {strongest.force})"
    )
