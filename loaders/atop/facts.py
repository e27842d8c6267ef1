"""What an alliance is in the graph: the agreement, its parties by phase and stay, and its obligations."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from typing import Final

from ...graph.dates import Bounds, Date, hull
from ...graph.records import Node, Record, Ref, Relationship, enumerated
from ..manifest import Manifest
from ..mistakes import Place
from ..states import States
from .checks import by_phase, stints
from .columns import NOT_CODED, coded
from .members import Member
from .promises import FORCE, FORCE_NOTE, Part, promises
from .unsaid import unsaid

_SHOWN: Final = 4
_OF_THE_EXIT: Final = frozenset({"termmode", "termcaus"})
_LOST_INDEPENDENCE: Final = 4
"""Of `termmode`: the member was a state of its own no longer."""


def facts(
    members: Sequence[Member], columns: Sequence[str], states: States, manifest: Manifest
) -> Iterator[Record]:
    """Everything that the graph holds of one alliance; `columns` are the coded ones, in order."""
    told = [column for column in columns if column not in NOT_CODED]
    shared = {column for column in told if len({member.values[column] for member in members}) == 1}
    agreement = _agreement(members, [column for column in told if column in shared], states, manifest)
    yield agreement
    own = [column for column in told if column not in shared]
    signed = _signatures(members, states)
    for phase, rows in by_phase(members).items():
        parts = list(_parts(rows, states, manifest))
        for part in parts:
            yield _party(part, agreement, own, signed)
        yield from promises(agreement, phase, parts, states)
        yield from unsaid(members[0].alliance, phase, parts, states, manifest)


def _agreement(
    members: Sequence[Member], columns: Collection[str], states: States, manifest: Manifest
) -> Node:
    first = min(members, key=lambda each: each.place)
    span = hull(member.span for member in members)
    signed = Bounds(
        min(each.entered.earliest for each in members), min(each.entered.latest for each in members)
    )
    properties = {
        "title": f"ATOP {first.alliance}: {_names(members, states)} ({signed.earliest.year})",
        "names": [f"ATOP {first.alliance}"],
        "kind": "alliance",
        "force": FORCE,
        "force_note": FORCE_NOTE,
        "coded": coded(first.values, columns),
        **_signed(signed),
        **span.properties(),
    }
    cited = manifest.cite(*first.place)
    return Node("Agreement", f"atop:{first.alliance}", properties, cited, str(first.place))


def _names(members: Sequence[Member], states: States) -> str:
    """Those that entered first before later ones, then by name."""
    named = sorted(
        (each.entered.earliest, states.named(each.scheme, each.number, each.entered.earliest))
        for each in members
    )
    names = list(dict.fromkeys(name for _, name in named))
    if len(names) > _SHOWN:
        return f"{', '.join(names[: _SHOWN - 1])} and {len(names) - _SHOWN + 1} others"
    return enumerated(names)


def _parts(members: Sequence[Member], states: States, manifest: Manifest) -> Iterator[Part]:
    """The rows of a phase, each cut where its number passes to another state."""
    for code, stays in stints(members).items():
        for stay, member in enumerate(stays, 1):
            spell = ":".join(map(str, (member.phase, *([stay] if stay > 1 else []), code)))
            for party, span in states.stretches(member.scheme, member.number, member.span):
                yield Part(member, party, span, spell, manifest.cite(*member.place))


def _party(part: Part, agreement: Node, columns: Collection[str], signed: Collection[Place]) -> Relationship:
    member = part.member
    first, last = part.span.since == member.entered, part.span.until == member.left
    told = [column for column in columns if last or column not in _OF_THE_EXIT]
    properties = {
        "role": "party",
        "phase": member.phase,
        "code": str(member.code),
        "coded": coded(member.values, told),
        **(_signed(member.entered) if first and member.place in signed else {}),
        **part.span.properties(),
    }
    ends = part.party, Ref("Agreement", agreement.id)
    return Relationship("PARTY_TO", *ends, properties, part.cited, part.spell, str(member.place))


def _signed(day: Bounds) -> dict[str, Date]:
    exact = day.earliest == day.latest
    return {"signed": day.earliest} | ({} if exact else {"signed_latest": day.latest})


def _signatures(members: Sequence[Member], states: States) -> Collection[Place]:
    """The rows whose day of entry is a signature: the state's first in the alliance, where it took no other's place."""
    gone = [each.left for each in members if each.values["termmode"] == _LOST_INDEPENDENCE]
    replaced = {end.latest + timedelta(days) for end in gone for days in (0, 1)}
    found: dict[Ref | None, Place] = {}
    for member in sorted(members, key=lambda each: (each.entered.earliest, each.phase, each.place)):
        state = states.of(member.scheme, member.number, member.entered.earliest)
        if state not in found and member.entered.earliest not in replaced:
            found[state] = member.place
    return set(found.values())
