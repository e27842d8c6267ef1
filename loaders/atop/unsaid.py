"""What ATOP leaves open: whom a member owes whose obligations vary from ally to ally (`obvary`)."""

from collections.abc import Iterator, Sequence
from functools import reduce

from ...graph.dates import Span
from ...graph.records import Node, Provenance, enumerated
from ..manifest import Gap, Manifest
from ..states import States
from .columns import KINDS
from .promises import Part


def unsaid(
    alliance: int, phase: int, parts: Sequence[Part], states: States, manifest: Manifest
) -> Iterator[Node]:
    """For each time and choice of kinds the pairs of members of which nothing can be denied, one scope each."""
    found: dict[tuple[Span, tuple[str, ...]], list[tuple[Part, str]]] = {}
    for part in parts:
        kinds = tuple(kind for flag, kind in KINDS.items() if part.member.flag(flag))
        if not (part.member.flag("obvary") and kinds):
            continue
        for other in parts:
            span = part.span.within(other.span)
            if span and other.party != part.party:
                pair = " ".join(sorted((part.party.id, other.party.id)))
                found.setdefault((span, kinds), []).append((part, pair))
    for nth, ((span, kinds), pairs) in enumerate(found.items(), 1):
        debtors = list({part.party: part for part, _ in pairs}.values())
        gap = Gap(
            slug="-".join(map(str, ("some", alliance, *([phase] if phase else []), nth))),
            title=f"what members of ATOP {alliance} owe some of the others",
            span=span,
            pairs=tuple(sorted({pair for _, pair in pairs})),
            kinds=kinds,
            why=f"{_names(debtors, states)} owe{'s' if len(debtors) == 1 else ''} some members of atop:{alliance}"
            f" {enumerated(kinds)}, and ATOP's member file does not say which",
        )
        yield manifest.scope(gap, reduce(Provenance.along_with, (part.cited for part in debtors)))


def _names(parts: Sequence[Part], states: States) -> str:
    members = [part.member for part in parts]
    return enumerated([states.named(each.scheme, each.number, each.entered.earliest) for each in members])
