"""The best chains of at most two hops from or to one party: what a scenario changes near it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from ..graph.store import Store
from .commitments import Direction, Wanted
from .context import Context
from .explored import Explored, Route, Tie

FIRM: Final = 3
"""A chain of two hops counts from this rank on: below, nearly everybody reaches nearly everybody."""


@dataclass(frozen=True, slots=True)
class Best:
    """The rank of a chain's weakest link, and its parties from the first to the last."""

    rank: int
    parties: tuple[str, ...]

    @property
    def hops(self) -> int:
        return len(self.parties) - 1

    def to_dict(self) -> dict[str, Any]:
        return {"weakest": self.rank, "parties": list(self.parties)}


def best(store: Store, context: Context, party: str, way: Direction) -> dict[str, Best]:
    """By the other end, the best chain that surely holds: the highest weakest link, then the fewest hops, then ids.

    A direct commitment of any rank, or a chain of two hops whose weakest link is firm.
    """
    near = _ranks(store, context, {party}, way).get(party, {})
    found = {other: Best(rank, _run(way, other, party)) for other, rank in near.items()}
    firm = [other for other, rank in near.items() if rank >= FIRM]
    for between, ranks in _ranks(store, context, firm, way, FIRM).items():
        for other, rank in ranks.items():
            if other not in (party, between):
                chain = Best(min(rank, near[between]), _run(way, other, between, party))
                if other not in found or _order(chain) < _order(found[other]):
                    found[other] = chain
    return found


def _run(way: Direction, *parties: str) -> tuple[str, ...]:
    return parties if way == "owed to" else tuple(reversed(parties))


def _order(chain: Best) -> tuple[int, int, tuple[str, ...]]:
    return -chain.rank, chain.hops, chain.parties


def _ranks(
    store: Store, context: Context, frontier: Iterable[str], way: Direction, floor: int = 0
) -> dict[str, dict[str, int]]:
    """For each party of the frontier, the rank of the firmest link with each other."""
    explored = Explored(store, context, Route(Wanted(min_rank=floor)))
    parties = set(frontier)
    found: dict[str, dict[str, int]] = {}
    if way == "owed by":
        follow = explored.after
        explored.look(ahead=parties)
        explored.look(ahead={tie for party in parties for tie in follow(party, floor)})
    else:
        follow = explored.before
        explored.look(behind=parties)
        explored.look(behind={tie for party in parties for tie in follow(party, floor)})
    for party in parties:
        for tie in follow(party, floor):
            for other in follow(tie, floor):
                if isinstance(tie, Tie) and isinstance(other, str) and other != party:
                    ranks = found.setdefault(party, {})
                    ranks[other] = max(explored.ranks[tie], ranks.get(other, 0))
    return found
