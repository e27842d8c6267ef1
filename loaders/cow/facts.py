"""What an alliance is in the graph: the agreement, its parties by spell, its obligations and who owes them to whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...graph.dates import Bounds, Span, hull
from ...graph.records import Node, Provenance, Record, Ref, Relationship
from ...graph.vocabulary import rank
from ..states import States
from .cells import FLAGS
from .manifest import MANIFEST
from .members import Spell

_FORCE: Final = "unknown"
_FORCE_NOTE: Final = "COW does not code whether an alliance binds in law"
_SHOWN: Final = 4

_PROMISES: Final = {
    "defense": ("defense", "Defence", "To come to the aid of a member that is attacked."),
    "neutrality": ("neutrality", "Neutrality", "To stay out of a war against another member."),
    "nonaggression": ("nonaggression", "Non-aggression", "Not to use force against another member."),
    "entente": ("consultation", "Entente", "To consult in a crisis or an attack: COW's entente."),
}
"""For each flag the kind, the name and what is promised."""


@dataclass(frozen=True, slots=True)
class Part:
    """A spell, or the part of one that is of one state."""

    party: Ref
    span: Span
    spell: Spell
    key: str
    cited: Provenance


def facts(spells: Sequence[Spell], states: States) -> Iterator[Record]:
    """Everything that the graph holds of one alliance."""
    agreement = _agreement(spells)
    yield agreement
    parts = list(_parts(spells, states))
    for part in parts:
        yield _membership(part, agreement)
    for flag, name in enumerate(FLAGS):
        if debtors := [part for part in parts if part.spell.flags[flag]]:
            yield from _obligation(name, agreement, debtors, parts)


def _cite(spell: Spell) -> Provenance:
    return MANIFEST.cite(*spell.place)


def _agreement(spells: Sequence[Spell]) -> Node:
    first = min(spells, key=lambda each: each.place)
    known, days = first.alliance, first.alliance.days
    properties = {
        "title": f"COW {known.id}: {_members(spells)} ({days.first.year})",
        "names": [f"COW {known.id}"],
        "kind": "alliance",
        "force": _FORCE,
        "force_note": _FORCE_NOTE,
        "coded": [f"ss_type={known.type}"],
        **Span(Bounds(days.first, days.first), days.until).properties(),
    }
    return Node("Agreement", f"cow:{known.id}", properties, _cite(first), str(first.place))


def _members(spells: Sequence[Spell]) -> str:
    """As COW names them, those of the first day before later ones, in the order of the file."""
    ordered = sorted(spells, key=lambda each: (each.days.first, each.place))
    names = list(dict.fromkeys(each.name for each in ordered))
    if len(names) > _SHOWN:
        return f"{', '.join(names[: _SHOWN - 1])} and {len(names) - _SHOWN + 1} others"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _parts(spells: Sequence[Spell], states: States) -> Iterator[Part]:
    """Each spell, cut where its number passes to another state; its key tells it from others of the agreement."""
    numbers = Counter[int]()
    for spell in spells:
        numbers[spell.code] += 1
        number = numbers[spell.code]
        key = str(spell.code) if number == 1 else f"{spell.code}-{number}"
        for party, span in states.stretches("cow", spell.code, spell.span):
            yield Part(party, span, spell, key, _cite(spell))


def _membership(part: Part, agreement: Node) -> Relationship:
    spell = part.spell
    censored = {"left_censor": spell.left_censored, "right_censor": spell.days.last is None}
    properties = {
        "role": "party",
        "code": str(spell.code),
        "coded": [f"{column}=1" for column, held in censored.items() if held],
        "note": _note(spell),
        **part.span.properties(),
    }
    ends = part.party, Ref("Agreement", agreement.id)
    return Relationship("PARTY_TO", *ends, properties, part.cited, part.key, str(spell.place))


def _note(spell: Spell) -> str | None:
    """What the row leaves open, or has otherwise than its alliance."""
    open = [name for name, flag in zip(FLAGS, spell.flags, strict=True) if flag is None]
    said = [f"COW leaves open whether it promised {_PROMISES[name][1].lower()}." for name in open]
    if spell.left_censored is None:
        said.append("COW leaves open whether it began earlier (left_censor is empty).")
    if spell.days.first < spell.alliance.days.first:
        said.append(f"COW has the alliance begin later, on {spell.alliance.days.first}.")
    return " ".join(said) or None


def _obligation(
    flag: str, agreement: Node, debtors: Sequence[Part], parts: Sequence[Part]
) -> Iterator[Record]:
    """The promise, who owes it, and to whom: every member while another owes it."""
    kind, name, summary = _PROMISES[flag]
    properties = {
        "name": name,
        "kind": kind,
        "force": _FORCE,
        "force_note": _FORCE_NOTE,
        "rank": rank(kind, _FORCE),
        "summary": summary,
        "bound": "named",
        **hull(each.span for each in debtors).properties(),
    }
    first = min(debtors, key=lambda each: each.spell.place)
    place = str(first.spell.place)
    promise = Node("Obligation", f"{agreement.id}/{kind}", properties, first.cited, place)
    here = Ref("Obligation", promise.id)
    yield promise
    yield Relationship("CREATES", Ref("Agreement", agreement.id), here, {}, first.cited, place=place)
    for part in debtors:
        yield _arrow("OWES", part, part.party, here, part.span, part.cited)
    for part in parts:
        others = (each.span.within(part.span) for each in debtors if each.spell.code != part.spell.code)
        if owed := [span for span in others if span]:
            yield _arrow("OWED_TO", part, here, part.party, hull(owed), first.cited.along_with(part.cited))


def _arrow(type: str, part: Part, start: Ref, end: Ref, span: Span, cited: Provenance) -> Relationship:
    properties = {"code": str(part.spell.code), **span.properties()}
    return Relationship(type, start, end, properties, cited, part.key, str(part.spell.place))
