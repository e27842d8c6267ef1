"""Which nodes and lines a page draws for its facts.

An agreement between two of the page's parties is one line from one to the other. One with more is a
node of its own, a hub, with a line to each party: NATO's three articles are 32 lines, not 2,976. So is one that ties join to
others. What a line stands for is
the arrows listed on it; which of them are in force and wanted, the page decides.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .data import PageData


@dataclass(frozen=True, slots=True)
class Node:
    """A party, or an agreement that is a hub; `id` is unique among both."""

    id: str
    party: int | None = None
    agreement: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {"party": self.party} if self.party is not None else {"agreement": self.agreement}


@dataclass(frozen=True, slots=True)
class Line:
    """Between two nodes, by index: arrows of one agreement, one tie or founding. `bend` counts parallel lines."""

    id: str
    start: int
    end: int
    arrows: tuple[int, ...] = ()
    tie: int | None = None
    founding: int | None = None
    bend: int = 0

    def to_json(self) -> dict[str, Any]:
        ends = {"id": self.id, "from": self.start, "to": self.end}
        if self.tie is not None:
            return {**ends, "tie": self.tie}
        if self.founding is not None:
            return {**ends, "founding": self.founding}
        return {**ends, "arrows": list(self.arrows)}


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
    hub_of: dict[str, int] = {}
    for index, agreement in enumerate(data.agreements):
        node = Node(f"agreement:{agreement.id}", agreement=index)
        held = arrows.get(agreement.id, ())
        if node.id in tied or (given if not held else not _bilateral(data, held)):
            hub_of[agreement.id] = len(nodes)
            nodes.append(node)
    lines = [
        *_agreement_lines(data, arrows, hub_of, party_of),
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


def _bilateral(data: PageData, arrows: Sequence[int]) -> bool:
    """Between two parties, each of its promises from one of them to the other."""
    owing: dict[str, set[str]] = defaultdict(set)
    owed: dict[str, set[str]] = defaultdict(set)
    for arrow in (data.arrows[index] for index in arrows):
        (owing if arrow.owes else owed)[arrow.obligation].add(arrow.party)
    ends = set().union(*owing.values(), *owed.values())
    return len(ends) == 2 and owing.keys() == owed.keys()


def _agreement_lines(
    data: PageData, arrows: dict[str, list[int]], hub_of: dict[str, int], party_of: dict[str, int]
) -> Iterator[Line]:
    """What a scenario changes has lines of its own, beside those of what stays."""
    for agreement in data.agreements:
        held = arrows.get(agreement.id, ())
        ends = sorted({data.arrows[index].party for index in held})
        apart: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index in held:
            arrow = data.arrows[index]
            of = [arrow.party] if agreement.id in hub_of else ends
            apart[arrow.change or "", *of].append(index)
        for (change, *of), own in sorted(apart.items()):
            end = hub_of[agreement.id] if agreement.id in hub_of else party_of[of[-1]]
            line_id = "|".join([agreement.id, *of, *filter(None, [change])])
            yield Line(line_id, party_of[of[0]], end, tuple(own))


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
