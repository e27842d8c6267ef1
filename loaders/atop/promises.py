"""The obligations of an alliance: one for each phase and kind, owed by the members that have its flag."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ...graph.dates import Span, hull
from ...graph.records import Node, Provenance, Record, Ref, Relationship
from ...graph.vocabulary import rank
from ..states import States
from .columns import KINDS
from .conditions import conditions, together
from .members import Member

FORCE: Final = "binding"
FORCE_NOTE: Final = "ATOP counts only written agreements with legal force."

_PROMISES: Final[Mapping[str, tuple[str, str]]] = {
    "defense": ("Defence", "To fight for an ally whose sovereignty or territory is attacked"),
    "offense": (
        "Offence",
        "To fight beside an ally in other cases than an attack on its sovereignty or territory",
    ),
    "neutral": ("Neutrality", "Not to join an ally's enemy in a war, nor to help it"),
    "nonagg": (
        "Non-aggression",
        "Not to use force against an ally, or to settle every dispute with it in peace",
    ),
    "consul": (
        "Consultation",
        "To confer with an ally in a crisis that may turn into war, so as to act together",
    ),
}
"""The name of each obligation and what is promised, in our words."""

_SOME: Final = "some members; ATOP's member file does not say which"


@dataclass(frozen=True, slots=True)
class Part:
    """A row, or the part of one that is of one state; `spell` tells it from others of the alliance."""

    member: Member
    party: Ref
    span: Span
    spell: str
    cited: Provenance


def promises(agreement: Node, phase: int, parts: Sequence[Part], states: States) -> Iterator[Record]:
    """The obligations of a phase: what is owed to all its members, and what its debtor owes to some of them."""
    for flag in KINDS:
        debtors = [part for part in parts if part.member.flag(flag)]
        to_some = [part for part in debtors if part.member.flag("obvary")]
        to_all = [part for part in debtors if not part.member.flag("obvary")]
        if to_all:
            yield from _promise(agreement, phase, flag, to_all, states, parts)
        if to_some:
            yield from _promise(agreement, phase, flag, to_some, states, None)


def _promise(
    agreement: Node,
    phase: int,
    flag: str,
    debtors: Sequence[Part],
    states: States,
    owed: Sequence[Part] | None,
) -> Iterator[Record]:
    """The obligation with its arrows; `owed` are all members of the phase, None where it is owed to some only."""
    name, summary = _PROMISES[flag]
    told = f"{name}{' to some' if owed is None else ''}{f', phase {phase}' if phase else ''}"
    properties = {
        "name": told,
        "kind": KINDS[flag],
        "force": FORCE,
        "force_note": FORCE_NOTE,
        "rank": rank(KINDS[flag], FORCE),
        "summary": f"{summary}{': what each owes differs from ally to ally' if owed is None else ''}.",
        "condition": _condition(flag, debtors, states),
        "owed_to_class": _SOME if owed is None else None,
        "bound": "named",
        "phase": phase or None,
        **hull(part.span for part in debtors).properties(),
    }
    first = min(debtors, key=lambda each: each.member.place)
    slug = f"{f'{phase}-' if phase else ''}{KINDS[flag]}{'-some' if owed is None else ''}"
    promise = Node("Obligation", f"{agreement.id}/{slug}", properties, first.cited, str(first.member.place))
    here = Ref("Obligation", promise.id)
    yield promise
    yield Relationship("CREATES", Ref("Agreement", agreement.id), here, {}, first.cited, place=promise.place)
    for part in debtors:
        yield _arrow("OWES", part, part.party, here, part.cited)
    for part in owed or ():
        if any(each.member.code != part.member.code for each in debtors):
            yield _arrow("OWED_TO", part, here, part.party, first.cited.along_with(part.cited))


def _condition(flag: str, debtors: Sequence[Part], states: States) -> str | None:
    """What it depends on, told by member where they differ."""
    by_name = {}
    for part in debtors:
        member = part.member
        name = states.named(member.scheme, member.number, member.entered.earliest)
        by_name[name] = conditions(flag, member.values)
    return together(by_name)


def _arrow(type: str, part: Part, start: Ref, end: Ref, cited: Provenance) -> Relationship:
    properties = {"code": str(part.member.code), **part.span.properties()}
    return Relationship(type, start, end, properties, cited, part.spell, str(part.member.place))
