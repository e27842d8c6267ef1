"""The part of the graph that a search for chains has looked at."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Reads
from .answer import Chain, Commitment, Hop, Membership
from .arrows import Arrows, Look, arrows
from .commitments import Wanted, along
from .context import Context
from .memberships import memberships

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
        self.ranks: dict[Tie, int] = {}
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
        for end in found.ends:
            match look:
                case "owed_by" | "debtors":
                    party, promise = (found.start, end) if look == "owed_by" else (end, found.start)
                    self._join(party, Tie(promise, "promise"), found)
                    self._join(Tie(promise, "promise back"), party, found)
                case "owed_to" | "creditors":
                    party, promise = (found.start, end) if look == "owed_to" else (end, found.start)
                    self._join(Tie(promise, "promise"), party, found)
                    self._join(party, Tie(promise, "promise back"), found)
                case "bodies" | "members":
                    member, body = (found.start, end) if look == "bodies" else (end, found.start)
                    self._belongs(member, body, found)

    def _belongs(self, member: str, body: str, found: Arrows) -> None:
        always = found._replace(sure=True, rank=MEMBERSHIP)
        there, back = Tie(body, "membership"), Tie(body, "membership back")
        self._join(member, there, found._replace(rank=MEMBERSHIP))
        self._join(there, body, always)
        self._join(body, back, always)
        self._join(back, member, found._replace(rank=MEMBERSHIP))

    def _join(self, start: Node, end: Node, found: Arrows) -> None:
        tie = start if isinstance(start, Tie) else end
        assert isinstance(tie, Tie)
        if tie.way == "promise back" and not self.route.undirected:
            return
        if found.rank is not None:
            self.ranks[tie] = found.rank
        self._after[start][end] = self._before[end][start] = found.sure

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
        self.look(ahead={start for start, _ in steps}, behind={end for _, end in steps})
        promises: dict[str, set[tuple[str, str]]] = defaultdict(set)
        belonging: set[tuple[str, str]] = set()
        for start, end in steps:
            for tie in self._joining(start, end):
                pair = (end, start) if tie.way.endswith("back") else (start, end)
                if tie.way.startswith("promise"):
                    promises[tie.id].add(pair)
                else:
                    belonging.add(pair)
        owed = along(self.reader, self.context, self.route.wanted, promises) if promises else ()
        held = memberships(self.reader, self.context, belonging) if belonging else ()
        hops = self._hops([each for each in (*owed, *held) if each.certain or not self.certain])
        return [Chain(tuple(hops(step) for step in pairwise(parties))) for parties in walks]

    def _joining(self, start: str, end: str) -> Iterator[Tie]:
        """The ties between two parties of which both were looked at."""
        for tie in self._after.get(start, {}):
            if isinstance(tie, Tie) and tie in self._before.get(end, {}):
                yield tie

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
