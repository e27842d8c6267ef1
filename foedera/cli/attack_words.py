"""The answer to `attack` in words, and as the parts of other formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .output import Answer, Part
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.answer import Commitment
    from foedera.queries.attack_answer import AttackAnswer, Duty
    from foedera.queries.told import Section

_PROMISE = (
    "party", "party_name", "duty", "kind", "force", "rank", "agreement", "obligation", "since", "until",
    "status", "certain", "standing", "area", "reason", "sources", "checked",
)  # fmt: skip
_PARTY = ("party", "party_name", "reason", "sources")
PARTS = {
    "rows": ("Who must act", _PROMISE),
    "attacker": ("What the attacker has promised", _PROMISE),
    "conflicts": ("Bound to both sides", ("party", "party_name", "obligation", "reason", "sources")),
    "absent": ("Who need not, and why", _PARTY),
    "remarks": ("To be considered", ("reason", "sources")),
    "by_dataset": ("What each dataset says", ("dataset", "verdict", "reason")),
}
DETAILS = ("trigger", "condition", "discretion", "note")


def of_attack(found: AttackAnswer) -> Answer:
    """The answer to `attack`: JSON has each part, tables a row a promise, the terminal a paragraph."""
    told = found.to_dict()
    answer = Answer.of(found, *(Part(name, told[name]) for name in PARTS if name in told))
    answer.facts = {name: told[name] for name in ("verdict", "reason", "where")}
    answer.lines, answer.flat = _lines(found), _tables(found)
    return answer


def _tables(found: AttackAnswer) -> list[Part]:
    """A table a part, each with columns of its own; those on an attacker only where there is one."""
    rows = found.table()
    return [
        Part(part, [row for row in rows if row["part"] == part], _columns(found, columns), title)
        for part, (title, columns) in PARTS.items()
        if (found.by or part not in ("attacker", "conflicts")) and (found.words or part != "by_dataset")
    ]


def _columns(found: AttackAnswer, columns: Sequence[str]) -> Sequence[str]:
    return found.naming(columns) if columns is _PROMISE else columns


def _lines(found: AttackAnswer) -> Iterator[str]:
    from foedera.queries import told

    if found.where:
        area = told.Said(found.where.description, found.where.sources)
        yield paragraph(clean(str(area)), room=room())
    yield from _section(told.by_dataset(found))
    noted: set[str] = set()
    yield from _duties(found.rows, noted, named=found.several)
    if found.by:
        yield from _titled(told.attackers(found))
        yield from _duties(found.attacker, noted, named=found.several)
        if not found.attacker:
            yield "   nothing that is known"
    for section in (told.conflicts(found), told.considered(found), told.absences(found)):
        yield from _section(section)


def _titled(title: str) -> Iterator[str]:
    yield ""
    yield f"{title}:"


def _section(section: Section) -> Iterator[str]:
    """Its remarks, if it has any."""
    if section.told:
        yield from _titled(section.title)
    for each in section.told:
        yield paragraph(clean(str(each)), indent=3, room=room())
        for said in each.under:
            yield paragraph(clean(said), indent=6, room=room())


def _duties(rows: Sequence[Duty], noted: set[str], *, named: bool) -> Iterator[str]:
    """One paragraph for each promise, with all who owe it.

    Args:
        noted: what has been said of the victim's own part already, which each paragraph adds to.
    """
    from foedera.queries import told

    for owing in told.alike(rows):
        yield ""
        yield from _promise(owing, noted, named=named)


def _promise(duties: Sequence[Duty], noted: set[str], *, named: bool) -> Iterator[str]:
    from foedera.queries import told

    width, row = room(), duties[0]
    owing = [each.commitment for each in duties]
    first = owing[0]
    yield paragraph(
        clean(f"{told.head(duties)} — {first.kind}, {first.force}, rank {first.rank}"), room=width
    )
    yield paragraph(clean(", ".join(map(_party, owing))), indent=3, room=width)
    limits = (f"{name}: {text}" for name, text in told.limits(row))
    for said in (*_notes(owing), *_own_part(owing, noted), *limits, *_terms(first), *told.differing(owing)):
        yield paragraph(clean(said), indent=3, room=width)
    word = f" according to {first.dataset}" if named and first.dataset else ""
    yield paragraph(clean(f"{first.obligation}{word} {_cited(owing)}"), indent=3, room=width)


def _notes(owing: Sequence[Commitment]) -> Iterator[str]:
    """What is remarked on the parts of those who owe it."""
    notes: dict[str, list[str]] = {}
    for each in owing:
        notes.setdefault(each.details.get("debtor_note", ""), []).append(each.debtor_name)
    for note, names in notes.items():
        if note:
            everybody = len(names) == len(owing) > 1
            yield f"{'each of them' if everybody else ', '.join(dict.fromkeys(names))}: {note}"


def _own_part(owing: Sequence[Commitment], noted: set[str]) -> Iterator[str]:
    """What is remarked on the part of whom it is owed to, once in an answer."""
    from foedera.queries.articles import whose

    for each in owing:
        note = each.details.get("creditor_note")
        if note and note not in noted:
            noted.add(note)
            yield f"of {whose(each.beneficiary_name)} part: {note}"


def _terms(each: Commitment) -> Iterator[str]:
    """What sets it off, what it depends on."""
    yield from (f"{name}: {each.details[name]}" for name in DETAILS if name in each.details)


def _party(each: Commitment) -> str:
    """The party, since when it owes this, and what makes that less than sure."""
    doubts = [each.status] if each.status != "in force" else []
    doubts += ["possibly"] if not each.certain and each.status != "disputed" else []
    marked = f" ({', '.join(doubts)})" if doubts else ""
    since = each.span.since.words() if each.span.since else "an unknown day"
    return f"{each.debtor_name} since {since}{marked}"


def _cited(owing: Sequence[Commitment]) -> str:
    from foedera.queries.told import cited

    unchecked = sum(each.checked is None for each in owing)
    marked = f" ({unchecked} of {len(owing)} unchecked)" if unchecked else ""
    return cited(source for each in owing for source in each.sources) + marked
