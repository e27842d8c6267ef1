"""The answer to `whatif` in words, and as the parts of other formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .output import Answer, Part
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.answer import Commitment
    from foedera.queries.attack_answer import AttackAnswer
    from foedera.queries.differences import AttackChange, ChainChange, Proposed, WhatIfAnswer
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
    from foedera.queries import told

    yield from _proposals(found.proposals)
    yield from _listed("Supposed", found.changes)
    yield from _section(told.left_out(found))
    yield from _members("Membership gained", found.memberships_gained)
    yield from _members("Membership lost", found.memberships_lost)
    yield from _promises("Obligations gained", found.gained, "would")
    yield from _promises("Obligations lost", found.lost, "no longer")
    yield from _to_class(found)
    yield from _attacks(found.attacks)
    yield from _chains(found.chains)
    yield from _section(told.needed(found))
    yield from _section(told.unchanged(found))


def _proposals(proposals: Sequence[Proposed]) -> Iterator[str]:
    for each in proposals:
        yield ""
        yield paragraph(clean(f"{each.title} ({each.on or 'undated'})"), room=room())
        for ask in each.asks:
            yield paragraph(
                clean(f"asks to {ask}" if not ask.startswith("that ") else f"asks {ask}"),
                indent=3,
                room=room(),
            )
        if each.status:
            yield paragraph(clean(f"what became of it: {each.status}"), indent=3, room=room())
        yield paragraph(clean(f"{each.id} {_bracketed(each.sources)}"), indent=3, room=room())


def _listed(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"\n{title}"
    for text in texts:
        yield paragraph(clean(text), indent=3, room=room())


def _section(section: Section) -> Iterator[str]:
    yield from _listed(section.title, [each.text for each in section.told])


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


def _attacks(attacks: Sequence[AttackChange]) -> Iterator[str]:
    from foedera.queries.articles import the

    differing = [each for each in attacks if each.differs]
    if differing:
        yield "\nWho must act on an armed attack"
    for each in differing:
        yield paragraph(clean(f"on {the(each.party_name)}"), indent=3, room=room())
        for when, answer in (("now", each.before), ("then", each.after)):
            yield paragraph(clean(f"{when}: {_verdict(answer)}"), indent=5, room=room())


def _verdict(answer: AttackAnswer) -> str:
    """The verdict on defence, and how many have another duty."""
    from foedera.queries.differences import duties

    other = [f"{number} {duty}" for duty, number in duties(answer).items() if not duty.endswith("to defend")]
    besides = f" ({', '.join(other)})" if other else ""
    return f"{answer.verdict}, {answer.reason}{besides}"


def _chains(chains: Sequence[ChainChange]) -> Iterator[str]:
    if not chains:
        return
    title = "Best chains: direct, or firm ones of two hops, which are no commitment of the first party to the last"
    yield f"\n{paragraph(title, room=room())}"
    groups: dict[str, list[ChainChange]] = {}
    for each in chains:
        groups.setdefault(each.change, []).append(each)
    for change, found in groups.items():
        yield paragraph(f"{change}: {len(found)}", indent=3, room=room())
        for each in _firmest(found):
            yield paragraph(clean(_chain(each)), indent=5, room=room())
        if len(found) > LISTED:
            yield paragraph(f"and {len(found) - LISTED} more", indent=5, room=room())


def _firmest(chains: Iterable[ChainChange]) -> list[ChainChange]:
    def order(each: ChainChange) -> tuple[int, int, str, str]:
        shown = each.after or each.before
        assert shown is not None
        return -shown.rank, shown.hops, each.source, each.target

    return sorted(chains, key=order)[:LISTED]


def _chain(each: ChainChange) -> str:
    told = [
        f"{' → '.join(best.parties)} (weakest link: rank {best.rank})"
        for best in (each.before, each.after)
        if best
    ]
    return ", then ".join(told)
