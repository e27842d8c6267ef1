"""The part of the graph that a search for chains has looked at."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Reads
from .answer import Commitment, Membership
from .arrows import Arrows, Look, arrows
from .commitments import Wanted, along
from .context import Context
from .memberships import memberships
from .path_answer import Chain, Hop
from .same import merged

OVER: Final = ("commitments", "memberships", "all")
"""What the hops of a chain may be."""
MEMBERSHIP: Final = -1
"""Where a membership stands among ranks: it promises nothing, so below every promise."""


@dataclass(frozen=True, slots=True)
class Route:
    """How a chain may run.

    Raises:
        BadInput: `over` is none of OVER, or it leaves nothing that a filter of commitments could filter.
    """

    wanted: Wanted = field(default_factory=Wanted)
    through: frozenset[str] = frozenset()
    not_through: frozenset[str] = frozenset()
    max_hops: int = 4
    undirected: bool = False
    over: str = "commitments"

    def __post_init__(self) -> None:
        if self.over not in OVER:
            raise BadInput(
                f"unknown way over {self.over!r}; expected one of {', '.join(OVER)}.{nearest(self.over, OVER)}"
            )
        if self.over == "memberships" and self.wanted != Wanted():
            raise BadInput(
                "kind, force and minimum rank choose among commitments, and over memberships none is"
                " followed; expected over all, or none of them"
            )

    @property
    def promises(self) -> bool:
        return self.over != "memberships"

    @property
    def memberships(self) -> bool:
        return self.over != "commitments"


class Tie(NamedTuple):
    """What joins two parties in a chain: a promise by its id, or an organization that one belongs to.

    The way says in which order the chain meets its ends: `back` from who is owed to who owes, or from the
    organization to its member.
    """

    id: str
    way: Literal["promise", "promise back", "membership", "membership back"]


Node = str | Tie
"""A party, by its id, or a tie: chains go from one to the other in turn."""

_LOOKS: Mapping[tuple[str, bool], Look] = {
    ("promise", True): "creditors",
    ("promise", False): "debtors",
    ("promise back", True): "debtors",
    ("promise back", False): "creditors",
}


class Explored:
    """Parties and ties, joined by the arrows that were looked at, a frontier at a time.

    While `certain`, what only possibly holds is passed over; it is there already when `certain` is taken away.
    """

    def __init__(self, reader: Reads, context: Context, route: Route) -> None:
        self.reader, self.context, self.route, self.certain = reader, context, route, True
        self.ranks: dict[Node, int] = {}
        self._after: dict[Node, dict[Node, bool]] = defaultdict(dict)
        self._before: dict[Node, dict[Node, bool]] = defaultdict(dict)
        self._looked: dict[Look, set[str]] = defaultdict(set)

    def look(self, ahead: Collection[Node] = (), behind: Collection[Node] = ()) -> None:
        """Look at what comes after some nodes and before others, in one query, where that is not known yet."""
        frontiers: dict[Look, set[str]] = defaultdict(set)
        for forward, nodes in ((True, ahead), (False, behind)):
            for node in nodes:
                for look in self._looks(node, forward):
                    id = node if isinstance(node, str) else node.id
                    if id not in self._looked[look]:
                        frontiers[look].add(id)
        for look, ids in frontiers.items():
            self._looked[look] |= ids
        for look, found in arrows(self.reader, self.context, self.route.wanted, frontiers):
            self._add(look, found)

    def _looks(self, node: Node, forward: bool) -> Iterator[Look]:
        if isinstance(node, Tie):
            if (node.way, forward) in _LOOKS:
                yield _LOOKS[node.way, forward]
            return
        if self.route.promises and (forward or self.route.undirected):
            yield "owed_by"
        if self.route.promises and (not forward or self.route.undirected):
            yield "owed_to"
        if self.route.memberships:
            yield from ("bodies", "members")

    def _add(self, look: Look, found: Arrows) -> None:
        start, rank, sure, ends = found
        for end in ends:
            match look:
                case "owed_by" | "debtors":
                    party, promise = (start, end) if look == "owed_by" else (end, start)
                    self._join(party, Tie(promise, "promise"), rank, sure)
                    if self.route.undirected:
                        self._join(Tie(promise, "promise back"), party, rank, sure)
                case "owed_to" | "creditors":
                    party, promise = (start, end) if look == "owed_to" else (end, start)
                    self._join(Tie(promise, "promise"), party, rank, sure)
                    if self.route.undirected:
                        self._join(party, Tie(promise, "promise back"), rank, sure)
                case "bodies" | "members":
                    member, body = (start, end) if look == "bodies" else (end, start)
                    there, back = Tie(body, "membership"), Tie(body, "membership back")
                    self._join(member, there, MEMBERSHIP, sure)
                    self._join(there, body, MEMBERSHIP, True)
                    self._join(body, back, MEMBERSHIP, True)
                    self._join(back, member, MEMBERSHIP, sure)

    def _join(self, start: Node, end: Node, rank: int | None, sure: bool) -> None:
        if rank is not None:
            self.ranks[start if isinstance(start, Tie) else end] = rank
        self._after[start][end] = self._before[end][start] = sure

    def after(self, node: Node, floor: int) -> Iterator[Node]:
        """The nodes that a chain may go on to whose links are at least of that rank."""
        return self._next(self._after, node, floor)

    def before(self, node: Node, floor: int) -> Iterator[Node]:
        """The nodes from which such a chain may come."""
        return self._next(self._before, node, floor)

    def _next(self, arrows: Mapping[Node, Mapping[Node, bool]], node: Node, floor: int) -> Iterator[Node]:
        for other, sure in arrows.get(node, {}).items():
            if not sure and self.certain:
                continue
            if self.ranks[other] >= floor if isinstance(other, Tie) else other not in self.route.not_through:
                yield other

    def between(self, start: str, end: str, floor: int = MEMBERSHIP) -> Iterator[Tie]:
        """The ties from one party to another, as far as they were looked at."""
        if start != end:
            for tie in self.after(start, floor):
                if isinstance(tie, Tie) and self._holds(tie, end):
                    yield tie

    def _holds(self, tie: Tie, end: str) -> bool:
        sure = self._after.get(tie, {}).get(end)
        return sure is not None and (sure or not self.certain)

    def weakest(self, parties: Iterable[str]) -> int:
        return min(max(self.ranks[tie] for tie in self.between(*step)) for step in pairwise(parties))

    def chains(self, walks: Sequence[tuple[str, ...]]) -> list[Chain]:
        """What each hop of these walks rests on, read only for the chains that are told."""
        steps = {step for parties in walks for step in pairwise(parties)}
        back = {step[::-1] for step in steps}
        reader, context, route = self.reader, self.context, self.route
        found: list[Commitment | Membership] = []
        if route.promises:
            pairs = steps | back if route.undirected else steps
            promised = along(reader, context, route.wanted, pairs)
            # of one instrument the word that is believed first may be less sure than that by which the chain was found
            found += merged(reader, context, (each for each in promised if self._told(each)))
        if route.memberships:
            found += filter(self._told, memberships(reader, context, steps | back))
        hops = self._hops(found)
        return [Chain(tuple(hops(step) for step in pairwise(parties))) for parties in walks]

    def _told(self, each: Commitment | Membership) -> bool:
        return each.certain or not self.certain

    def _hops(self, found: Iterable[Commitment | Membership]) -> Callable[[tuple[str, str]], Hop]:
        owed: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
        held: dict[tuple[str, str], list[Membership]] = defaultdict(list)
        for each in found:
            if isinstance(each, Commitment):
                owed[each.debtor, each.beneficiary].append(each)
            else:
                held[each.member, each.organization].append(each)

        def hop(step: tuple[str, str]) -> Hop:
            back = step[::-1]
            commitments = owed[step] + (owed[back] if self.route.undirected else [])
            commitments.sort(key=lambda each: (each.strength, each.debtor))
            return Hop(*step, tuple(commitments), tuple(held[step] + held[back]))

        return hop
