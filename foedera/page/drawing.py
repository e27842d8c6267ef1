"""Which nodes and lines a page draws for its facts.

An agreement between two of the page's parties is one line from one to the other; where a state followed one of the two
in it, one line to each of these, of which one shows at a time. One with more is a
node of its own, a hub, with a line to each party: NATO's three articles are 32 lines, not 2,976. So is one that ties join to
others. What a line stands for is
the arrows listed on it; which of them are in force and wanted, the page decides.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..graph.dates import Span
from ..graph.errors import BadInput
from .data import PageData, View

MOST_LINES, MOST_NODES = 40_000, 5_000
"""With more lines a step of the slider would take over 150 ms, with more nodes their layout over half a minute."""


def fits(lines: int, nodes: int = 0, view: View | None = None) -> None:
    """Refuses what a page cannot hold; without `nodes` the lines are those that there are at least.

    Raises:
        BadInput: it is too large to draw.
    """
    if lines > MOST_LINES or nodes > MOST_NODES:
        between = f"{lines:,} lines between {nodes:,} nodes" if nodes else f"{lines:,} lines or more"
        raise BadInput(
            f"too large to draw: {between}; a page holds up to {MOST_LINES:,} lines and {MOST_NODES:,} nodes;"
            f" narrow it with {_narrower(view or View())}"
        )


def _narrower(view: View) -> str:
    if view.kind == "all" and not view.centre:
        return "--around, --org or --datasets"
    if view.kind == "given":
        return "fewer rows or --datasets"
    return "fewer --hops or --datasets" if view.kind == "around" and view.hops > 1 else "--datasets"


@dataclass(frozen=True, slots=True)
class Node:
    """A party, or an agreement that is a hub; `id` is unique among both."""

    id: str
    party: int | None = None
    agreement: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Between two nodes, by index: arrows of one agreement, one tie or founding. `bend` counts parallel lines.

    A line shows when one of its `arrows` does. Those that it `shares` with another line are of who is at its other end
    before and after a state followed another; they stand as long as both lines, and say nothing of when this one shows.
    """

    id: str
    start: int
    end: int
    arrows: tuple[int, ...] = ()
    shares: tuple[int, ...] = ()
    tie: int | None = None
    founding: int | None = None
    bend: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, in a stable order."""

    nodes: Sequence[Node]
    lines: Sequence[Line]

    @property
    def edges(self) -> list[tuple[int, int]]:
        return [(line.start, line.end) for line in self.lines]


def drawing(data: PageData) -> Drawing:
    """The nodes and lines of a page's facts; parties first, in the order of the page."""
    party_of = {party.id: index for index, party in enumerate(data.parties)}
    tied = {end for tie in data.ties for end in (tie.start, tie.end)}
    given = data.view.kind == "given"
    nodes = [Node(f"party:{party.id}", party=index) for index, party in enumerate(data.parties)]
    arrows = _arrows_by_agreement(data)
    pairs = {agreement: _pairs(data, held) for agreement, held in arrows.items()}
    hub_of: dict[str, int] = {}
    for index, agreement in enumerate(data.agreements):
        node = Node(f"agreement:{agreement.id}", agreement=index)
        several = not pairs[agreement.id] if agreement.id in pairs else given
        if node.id in tied or several:
            hub_of[agreement.id] = len(nodes)
            nodes.append(node)
    lines = [
        *_agreement_lines(data, arrows, pairs, hub_of, party_of),
        *_tie_lines(data, {node.id: index for index, node in enumerate(nodes)}),
        *_founding_lines(data, hub_of, party_of),
    ]
    return Drawing(nodes, _bent(lines))


def _arrows_by_agreement(data: PageData) -> dict[str, list[int]]:
    agreement_of = {obligation.id: obligation.agreement for obligation in data.obligations}
    found: dict[str, list[int]] = defaultdict(list)
    for index, arrow in enumerate(data.arrows):
        found[agreement_of[arrow.obligation]].append(index)
    return found


def _pairs(data: PageData, arrows: Sequence[int]) -> list[tuple[str, str]]:
    """The two parties between whom an agreement is a line, each of its promises from one of them to the other.

    Two pairs where one state followed another in it; none for a hub.
    """
    owing: dict[str, set[str]] = defaultdict(set)
    owed: dict[str, set[str]] = defaultdict(set)
    spans: dict[str, list[Span]] = defaultdict(list)
    changed = False
    for arrow in (data.arrows[index] for index in arrows):
        (owing if arrow.owes else owed)[arrow.obligation].add(arrow.party)
        spans[arrow.party].append(arrow.span)
        changed = changed or arrow.change is not None
    ends = sorted(spans)
    if owing.keys() != owed.keys() or len(ends) not in (2, 3):
        return []
    if len(ends) == 2:
        return [(ends[0], ends[1])]
    for other, one, two in ((ends[i], ends[i - 1], ends[i - 2]) for i in range(3)):
        if not changed and not any(before.within(after) for before in spans[one] for after in spans[two]):
            return sorted((min(other, each), max(other, each)) for each in (one, two))
    return []


def _agreement_lines(
    data: PageData,
    arrows: Mapping[str, list[int]],
    pairs: Mapping[str, list[tuple[str, str]]],
    hub_of: Mapping[str, int],
    party_of: Mapping[str, int],
) -> Iterator[Line]:
    """What a scenario changes has lines of its own, beside those of what stays."""
    for agreement in data.agreements:
        held = arrows.get(agreement.id, ())
        hub = hub_of.get(agreement.id)
        apart: dict[tuple[str, ...], list[int]] = defaultdict(list)
        shared: list[int] = []
        for index in held:
            arrow = data.arrows[index]
            of = [(arrow.party,)] if hub is not None else [p for p in pairs[agreement.id] if arrow.party in p]
            if len(of) == 1:
                apart[arrow.change or "", *of[0]].append(index)
            else:
                shared.append(index)
        for (change, *ends), own in sorted(apart.items()):
            end = party_of[ends[-1]] if hub is None else hub
            line_id = "|".join([agreement.id, *ends, *filter(None, [change])])
            yield Line(line_id, party_of[ends[0]], end, tuple(own), tuple(shared))


def _tie_lines(data: PageData, node_of: dict[str, int]) -> Iterator[Line]:
    for index, tie in enumerate(data.ties):
        line_id = f"{tie.kind}|{tie.start}|{tie.end}|{index}"
        yield Line(line_id, node_of[tie.start], node_of[tie.end], tie=index)


def _founding_lines(data: PageData, hub_of: dict[str, int], party_of: dict[str, int]) -> Iterator[Line]:
    for index, founding in enumerate(data.foundings):
        if founding.agreement in hub_of:
            ends = (party_of[founding.organization], hub_of[founding.agreement])
            yield Line(f"founding|{founding.agreement}|{founding.organization}", *ends, founding=index)


def _bent(lines: Sequence[Line]) -> list[Line]:
    """Straight parallel lines would cover each other: the second and later ones are bent."""
    seen: Counter[frozenset[int]] = Counter()
    found = []
    for line in lines:
        ends = frozenset((line.start, line.end))
        found.append(replace(line, bend=seen[ends]))
        seen[ends] += 1
    return found
