"""Which arrows and ties a page shows on a day: the rule that the page's script follows too.

`shown.js` has the same functions; a browser test compares them on the same facts.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..graph.dates import Date, Span
from .data import Arrow, PageData, View
from .drawing import Drawing, Line

Ends = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn on a day: indexes of arrows, ties and foundings, and ids of obligations."""

    arrows: frozenset[int]
    ties: frozenset[int]
    foundings: frozenset[int]
    obligations: frozenset[str]

    def draws(self, line: Line) -> bool:
        """Whether anything that the line stands for shows."""
        standing = line.tie in self.ties or line.founding in self.foundings
        return standing or not self.arrows.isdisjoint(line.arrows)

    def nodes(self, drawn: Drawing) -> set[int]:
        """The nodes that show, by index: the ends of lines that do, and those that no line touches on any day."""
        touched = {end for line in drawn.lines for end in (line.start, line.end)}
        ends = {end for line in drawn.lines if self.draws(line) for end in (line.start, line.end)}
        return ends | (set(range(len(drawn.nodes))) - touched)


def shown(data: PageData, on: Date) -> Shown:
    """What holds on that day, certainly or possibly, and answers the page's question."""
    arrows = _in_view(data, [i for i, each in enumerate(data.arrows) if _holds(each.span, each.status, on)])
    ties = frozenset(i for i, tie in enumerate(data.ties) if not tie.span or _holds(tie.span, tie.status, on))
    obligations = frozenset(data.arrows[i].obligation for i in arrows)
    agreements = {each.agreement for each in data.obligations if each.id in obligations}
    foundings = frozenset(i for i, each in enumerate(data.foundings) if each.agreement in agreements)
    return Shown(arrows, ties, foundings, obligations)


def ever_shown(data: PageData) -> list[Arrow]:
    """The arrows that can show on some day; the others would only make room for themselves."""
    arrows = _in_view(data, range(len(data.arrows)))
    return [data.arrows[i] for i in sorted(arrows)]


def _in_view(data: PageData, standing: Sequence[int]) -> frozenset[int]:
    """Those of the standing arrows that belong to a promise in the page's view."""
    if data.view.kind == "given":
        return frozenset(standing)
    owing: dict[str, set[str]] = defaultdict(set)
    owed: dict[str, set[str]] = defaultdict(set)
    for arrow in (data.arrows[i] for i in standing):
        (owing if arrow.owes else owed)[arrow.obligation].add(arrow.party)
    addressed = {arrow.obligation for arrow in data.arrows if not arrow.owes}
    wanted = _wanted(data.view, owing, owed)
    arrows = set()
    for i in standing:
        arrow = data.arrows[i]
        across = owed if arrow.owes else owing
        others = across[arrow.obligation] - {arrow.party}
        pairs = ((arrow.party, other) if arrow.owes else (other, arrow.party) for other in others)
        to_class = arrow.owes and arrow.obligation not in addressed
        if any(pair in wanted for pair in pairs) or (to_class and arrow.party in wanted.alone):
            arrows.add(i)
    return frozenset(arrows)


def _holds(span: Span, status: str | None, on: Date) -> bool:
    return span.possibly(on) and status != "suspended"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The promises, as (debtor, beneficiary), that a view asks for; None stands for everybody.

    `alone` are the debtors whose promises to a class, with nobody named, belong to the view.
    """

    debtors: Collection[str] | None
    beneficiaries: Collection[str] | None
    pairs: Collection[tuple[str, str]]
    alone: Collection[str]

    def __contains__(self, pair: tuple[str, str]) -> bool:
        if self.debtors is None or self.beneficiaries is None:
            return True
        return pair[0] in self.debtors or pair[1] in self.beneficiaries or pair in self.pairs


def _wanted(view: View, owing: Ends, owed: Ends) -> _Wanted:
    if view.kind == "around":
        near = _near(view, owing, owed)
        return _Wanted(near, near, (), near)
    if view.kind == "owed":
        return _Wanted((), view.centre, (), ())
    if view.kind == "pairs":
        return _Wanted((), (), frozenset(view.pairs), ())
    everybody = frozenset(party for ends in owing.values() for party in ends)
    return _Wanted(None, None, (), everybody)


def _near(view: View, owing: Ends, owed: Ends) -> set[str]:
    """Parties fewer than `hops` steps from the centre; a step follows a promise, either way."""
    near = set(view.centre)
    edge = set(near)
    for _ in range(view.hops - 1):
        reached: set[str] = set()
        for obligation in owing.keys() & owed.keys():
            if not edge.isdisjoint(owing[obligation]):
                reached.update(owed[obligation])
            if not edge.isdisjoint(owed[obligation]):
                reached.update(owing[obligation])
        edge = reached - near
        near |= edge
    return near
