"""The part of the graph that a search for chains has looked at."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from ..graph.store import Store
from .answer import Chain, Commitment, Hop
from .commitments import Direction, Link, Wanted, commitments, links
from .context import Context

_BACK: dict[Direction, Direction] = {"owed by": "owed to", "owed to": "owed by"}


@dataclass(frozen=True, slots=True)
class Route:
    """How a chain may run."""

    wanted: Wanted = field(default_factory=Wanted)
    through: frozenset[str] = frozenset()
    not_through: frozenset[str] = frozenset()
    max_hops: int = 4
    undirected: bool = False


class Explored:
    """The part of the graph that a search has looked at: hops by their ends, fetched a frontier at a time.

    While `certain`, what only possibly holds is put aside; `admit` takes it in without looking again.
    """

    def __init__(self, store: Store, context: Context, route: Route) -> None:
        self.store, self.context, self.route, self.certain = store, context, route, True
        self.doubtful: list[Link] = []
        self.ranks: dict[str, dict[str, int]] = defaultdict(dict)
        self.back: dict[str, set[str]] = defaultdict(set)
        self.fetched: dict[Direction, set[str]] = {"owed by": set(), "owed to": set()}

    def fetch(self, frontier: set[str], direction: Direction) -> None:
        """Look at the commitments owed by, or to, those of the frontier that were not looked at yet."""
        ways = (direction, _BACK[direction]) if self.route.undirected else (direction,)
        for way in ways:
            fresh = frontier - self.fetched[way]
            if fresh:
                self.fetched[way] |= fresh
                for link in links(self.store, self.context, fresh, way, self.route.wanted):
                    self._add(link)

    def _add(self, link: Link) -> None:
        if self.certain and not link.certain:
            self.doubtful.append(link)
            return
        self._join(link.debtor, link.beneficiary, link.rank)
        if self.route.undirected:
            self._join(link.beneficiary, link.debtor, link.rank)

    def admit(self) -> None:
        """From here on what only possibly holds counts too."""
        self.certain = False
        for link in self.doubtful:
            self._add(link)

    def _join(self, start: str, end: str, rank: int) -> None:
        self.ranks[start][end] = max(rank, self.ranks[start].get(end, 0))
        self.back[end].add(start)

    def after(self, party: str, floor: int) -> list[str]:
        return [end for end, rank in self.ranks.get(party, {}).items() if rank >= floor]

    def before(self, party: str, floor: int) -> list[str]:
        return [start for start in self.back.get(party, ()) if self.ranks[start][party] >= floor]

    def weakest(self, parties: tuple[str, ...]) -> int:
        return min(self.ranks[start][end] for start, end in pairwise(parties))

    def chain(self, parties: tuple[str, ...]) -> Chain:
        """What each hop of these parties rests on, read only for the chains that are told."""
        found: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
        ends = (parties, parties) if self.route.undirected else (parties[:-1], parties[1:])
        known = commitments(self.store, self.context, ends[0], "owed by", self.route.wanted, ends[1])
        for each in known:
            if each.certain or not self.certain:
                found[each.debtor, each.beneficiary].append(each)
        return Chain(tuple(self._hop(found, *step) for step in pairwise(parties)))

    def _hop(self, found: dict[tuple[str, str], list[Commitment]], start: str, end: str) -> Hop:
        each_way = found[start, end] + (found[end, start] if self.route.undirected else [])
        return Hop(start, end, tuple(sorted(each_way, key=lambda each: (each.strength, each.debtor))))
