"""The answer to `whatif` in words, and as the parts of other formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .output import Answer, Part
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.answer import Commitment
    from foedera.queries.differences import WhatIfAnswer
    from foedera.queries.supposed import Membership
    from foedera.queries.told import Section

LISTED = 8
PARTS = ("gained", "lost", "to_class", "chains", "attacks")


def of_whatif(found: WhatIfAnswer) -> Answer:
    """The answer: JSON has every commitment, tables have a row each; in a terminal a paragraph an obligation."""
    told = found.to_dict()
    answer = Answer.of(found, *(Part(key, told[key]) for key in PARTS))
    answer.facts = {key: value for key, value in told.items() if key not in (*PARTS, *found.about())}
    answer.lines = _lines(found)
    answer.flat = [Part("differences", found.table(), found.headings())]
    return answer


def _lines(found: WhatIfAnswer) -> Iterator[str]:
    from foedera.queries import told_whatif as told

    for proposal in told.proposals(found):
        yield from _section(proposal)
    yield from _listed("Supposed", found.changes)
    yield from _section(told.left_out(found))
    yield from _members("Membership gained", found.memberships_gained)
    yield from _members("Membership lost", found.memberships_lost)
    yield from _promises("Obligations gained", found.gained, "would")
    yield from _promises("Obligations lost", found.lost, "no longer")
    yield from _to_class(found)
    for section in (told.attacks(found), told.chains(found), told.needed(found), told.unchanged(found)):
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    if section.told:
        yield f"\n{paragraph(clean(section.title), room=room())}"
    for each in section.told:
        yield paragraph(clean(f"{each.text} {_bracketed(each.sources)}".rstrip()), indent=3, room=room())
        for text in each.under:
            yield paragraph(clean(text), indent=5, room=room())


def _listed(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"\n{title}"
    for text in texts:
        yield paragraph(clean(text), indent=3, room=room())


def _members(title: str, memberships: Sequence[Membership]) -> Iterator[str]:
    from foedera.queries.articles import the

    told = [f"{the(each.party_name, first=True)} in {the(each.organization_name)}" for each in memberships]
    yield from _listed(title, told)


def _promises(title: str, commitments: Sequence[Commitment], would: str) -> Iterator[str]:
    """One paragraph an obligation: who would owe whom."""
    yield f"\n{title}: {len(commitments) or 'none'}"
    groups: dict[str, list[Commitment]] = {}
    for each in commitments:
        groups.setdefault(each.obligation, []).append(each)
    for obligation, pairs in groups.items():
        first = pairs[0]
        title = f"{first.name} of {first.agreement_title} — {first.kind}, {first.force}, rank {first.rank}"
        yield paragraph(clean(title), indent=3, room=room())
        for owing, owed in _both_ways(pairs):
            owes = "owe" if len(owing) > 1 else "owes"
            verb = f"would {'owe'}" if would == "would" else f"no longer {owes}"
            yield paragraph(
                clean(f"{_names(owing, first=True)} {verb} {_names(owed)}"), indent=5, room=room()
            )
        possibly = sum(not each.certain for each in pairs)
        if possibly:
            yield paragraph(f"{possibly} of these only possibly", indent=5, room=room())
        yield paragraph(clean(f"{obligation} {_bracketed(first.sources)}"), indent=5, room=room())


def _both_ways(pairs: Sequence[Commitment]) -> Iterator[tuple[list[str], list[str]]]:
    """Debtors and beneficiaries that belong together: those who owe the same, told at once."""
    to: dict[str, list[str]] = {}
    for each in pairs:
        to.setdefault(each.debtor_name, []).append(each.beneficiary_name)
    groups: dict[tuple[str, ...], list[str]] = {}
    for debtor, beneficiaries in to.items():
        groups.setdefault(tuple(sorted(beneficiaries)), []).append(debtor)
    if len(groups) > LISTED:
        ends = sorted(to), sorted({each for found in to.values() for each in found})
        yield ends
        return
    for same, debtors in sorted(groups.items(), key=lambda each: len(each[1])):
        yield sorted(debtors), list(same)


def _names(names: Sequence[str], *, first: bool = False) -> str:
    """All of a few; of many the number and the first."""
    from foedera.queries.articles import the

    called = [the(name, first=first and name == names[0]) for name in names]
    if len(called) <= LISTED:
        return ", ".join(called[:-1]) + (" and " if len(called) > 1 else "") + called[-1]
    return f"{len(called)} ({', '.join(called[:3])} …)"


def _bracketed(sources: Sequence[str]) -> str:
    return f"[{'; '.join(sources[:2])}]" if sources else ""


def _to_class(found: WhatIfAnswer) -> Iterator[str]:
    told = [
        f"{each.name} of {each.agreement_title} ({each.kind}), to {each.owed_to_class}: "
        f"{_names(list(parties.values()))} {verb}"
        for each in found.to_class
        for parties, verb in ((each.gained, "would owe it"), (each.lost, "would no longer owe it"))
        if parties
    ]
    yield from _listed("Owed to a class", told)
