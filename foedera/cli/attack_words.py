"""The answer to `attack` in words, and as the parts of other formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .output import Answer, Part
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.answer import Commitment
    from foedera.queries.attack_answer import Absent, AttackAnswer, Duty

CITED = 4
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
_NOT_THERE = {"does not hold": "but not there", "unknown": "but perhaps not there"}


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
    width = room()
    if found.where:
        yield paragraph(clean(f"{found.where.description} {_list(found.where.sources)}"), room=width)
    yield from _by_dataset(found)
    told: set[str] = set()
    yield from _duties(found.rows, told, named=found.several)
    if found.by:
        yield from _titled(f"What {found.by.name} itself has promised")
        yield from _duties(found.attacker, told, named=found.several)
        if not found.attacker:
            yield "   nothing that is known"
        yield from _conflicts(found)
    if found.remarks:
        yield from _titled("To be considered")
    for each in found.remarks:
        yield paragraph(clean(f"{each.text} {_list(each.sources)}"), indent=3, room=width)
    if found.absent:
        yield from _titled("Who need not, although one would expect it")
    for reason, parties in _by_reason(found.absent):
        names = ", ".join(each.party_name for each in parties)
        sources = [source for each in parties for source in each.sources]
        yield paragraph(clean(f"{names}: {reason} {_list(sources)}"), indent=3, room=width)


def _titled(title: str) -> Iterator[str]:
    yield ""
    yield f"{title}:"


def _by_dataset(found: AttackAnswer) -> Iterator[str]:
    """What each of several datasets says, whom it names, and why it does not name the others."""
    width = room()
    if found.words:
        yield from _titled("What each dataset says on who must defend")
    for word in found.words:
        yield paragraph(clean(f"{word.dataset}: {word.verdict}: {word.reason}"), indent=3, room=width)
        for said in (*map(str, word.pledges), *word.why):
            yield paragraph(clean(said), indent=6, room=width)


def _duties(rows: Sequence[Duty], told: set[str], *, named: bool) -> Iterator[str]:
    """One paragraph for each promise, with all who owe it: 30 rows of one article say little.

    Args:
        told: what has been said of the victim's own part already, which each paragraph adds to.
    """
    groups: dict[tuple[str, str], list[Duty]] = {}
    for row in rows:
        groups.setdefault((row.duty, row.commitment.obligation), []).append(row)
    for (duty, _), owing in groups.items():
        yield ""
        yield from _promise(duty, owing[0], [row.commitment for row in owing], told, named=named)


def _promise(
    duty: str, row: Duty, owing: Sequence[Commitment], told: set[str], *, named: bool
) -> Iterator[str]:
    width, first = room(), owing[0]
    not_there = _NOT_THERE.get(row.reach.standing or "")
    who = f"{duty} ({_counted(owing)})" + (f", {not_there}" if not_there else "")
    head = f"{who}: {first.name} of {first.agreement_title}"
    yield paragraph(clean(f"{head} — {first.kind}, {first.force}, rank {first.rank}"), room=width)
    yield paragraph(clean(", ".join(map(_party, owing))), indent=3, room=width)
    for said in (*_notes(owing), *_own_part(owing, told), *_terms(row), *_differing(owing)):
        yield paragraph(clean(said), indent=3, room=width)
    word = f" according to {first.dataset}" if named and first.dataset else ""
    yield paragraph(clean(f"{first.obligation}{word} {_cited(owing)}"), indent=3, room=width)


def _differing(owing: Sequence[Commitment]) -> Iterator[str]:
    """What other datasets say of the same instrument, once for all of whom they say it."""
    told: dict[str, list[str]] = {}
    for each in owing:
        for said in each.differing():
            told.setdefault(said, []).append(each.debtor_name)
    for said, names in told.items():
        yield said if len(names) == len(owing) else f"{said}, of {', '.join(names)}"


def _notes(owing: Sequence[Commitment]) -> Iterator[str]:
    """What is remarked on the parts of those who owe it."""
    notes: dict[str, list[str]] = {}
    for each in owing:
        notes.setdefault(each.details.get("debtor_note", ""), []).append(each.debtor_name)
    for note, names in notes.items():
        if note:
            everybody = len(names) == len(owing) > 1
            yield f"{'each of them' if everybody else ', '.join(dict.fromkeys(names))}: {note}"


def _own_part(owing: Sequence[Commitment], told: set[str]) -> Iterator[str]:
    """What is remarked on the part of whom it is owed to, once in an answer."""
    for each in owing:
        note = each.details.get("creditor_note")
        if note and note not in told:
            told.add(note)
            yield f"of {each.beneficiary_name}'s part: {note}"


def _terms(row: Duty) -> Iterator[str]:
    """Where it holds, what sets it off, what it depends on."""
    if row.reach.limits or row.reach.standing:
        yield f"area: {row.reach}"
    if row.shared:
        yield f"against a party: {row.shared}"
    details = row.commitment.details
    yield from (f"{name}: {details[name]}" for name in DETAILS if name in details)


def _conflicts(found: AttackAnswer) -> Iterator[str]:
    """A paragraph for those who are bound in the same way."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for each in found.conflicts:
        named = (one.obligation for one in (*each.to_victim, *each.to_attacker))
        key = (each.reason, "; ".join(dict.fromkeys(named)))
        groups.setdefault(key, []).append(each.party_name)
    if groups:
        yield from _titled(
            "Bound to both sides (a promise to defend is for who is attacked, not for who attacks)"
        )
    for (reason, promises), parties in groups.items():
        yield paragraph(clean(f"{', '.join(parties)}: {reason} [{promises}]"), indent=3, room=room())


def _counted(owing: Sequence[Commitment]) -> str:
    """How many surely hold, and how many possibly."""
    certain = sum(each.certain for each in owing)
    return f"{certain}" if certain == len(owing) else f"{certain}, {len(owing) - certain} possibly"


def _party(each: Commitment) -> str:
    """The party, since when it owes this, and what makes that less than sure."""
    doubts = [each.status] if each.status != "in force" else []
    doubts += ["possibly"] if not each.certain and each.status != "disputed" else []
    marked = f" ({', '.join(doubts)})" if doubts else ""
    since = each.span.since.words() if each.span.since else "an unknown day"
    return f"{each.debtor_name} since {since}{marked}"


def _by_reason(absent: Sequence[Absent]) -> Iterable[tuple[str, list[Absent]]]:
    groups: dict[str, list[Absent]] = {}
    for each in absent:
        groups.setdefault(each.reason, []).append(each)
    return groups.items()


def _list(sources: Iterable[str]) -> str:
    """Citations in brackets; of many the first, since JSON has them all."""
    from foedera.queries.answer import distinct

    found = distinct(sources)
    more = f"; and {len(found) - CITED} more" if len(found) > CITED else ""
    return f"[{'; '.join(found[:CITED])}{more}]" if found else ""


def _cited(owing: Sequence[Commitment]) -> str:
    unchecked = sum(each.checked is None for each in owing)
    marked = f" ({unchecked} of {len(owing)} unchecked)" if unchecked else ""
    return _list(source for each in owing for source in each.sources) + marked
