"""What a scenario's answer says besides what is gained and lost, in words: the same in a terminal and on a page."""

from collections.abc import Iterable

from .articles import the
from .attack_answer import AttackAnswer
from .differences import ChainChange, Proposed, WhatIfAnswer, duties
from .told import Said, Section

CHAINS = 8
"""Of more chains that change alike the firmest are told."""


def of_whatif(found: WhatIfAnswer) -> list[Section]:
    """What is proposed and left out, who must act on an attack, which chains change, what it would take, what stays."""
    told = [left_out(found), attacks(found), chains(found), needed(found), unchanged(found)]
    return [each for each in (*proposals(found), *told) if each.told]


def proposals(found: WhatIfAnswer) -> list[Section]:
    """Of each what it asks, what became of it, and its sources."""
    return list(map(_proposal, found.proposals))


def _proposal(each: Proposed) -> Section:
    asks = [f"asks {ask}" if ask.startswith("that ") else f"asks to {ask}" for ask in each.asks]
    became = [f"what became of it: {each.status}"] if each.status else []
    told = (*map(Said, (*asks, *became)), Said(each.id, tuple(each.sources)))
    day = f" on {each.on}" if each.on else ""
    brief = f"what was proposed{day}{', and what became of it' if became else ''}"
    return Section(f"{each.title} ({each.on or 'undated'})", told, brief)


def left_out(found: WhatIfAnswer) -> Section:
    return Section("Not supposed", tuple(map(Said, found.left_out)), "what is not supposed")


def attacks(found: WhatIfAnswer) -> Section:
    """Of each party for whom it makes a difference, who must act now, and who would have to then."""
    differing = [each for each in found.attacks if each.differs]
    told = tuple(
        Said(
            f"on {the(each.party_name)}",
            under=(f"now: {_duties(each.before)}", f"then: {_duties(each.after)}"),
        )
        for each in differing
    )
    brief = f"who must act on an attack on {len(told)} parties"
    if len(differing) == 1:
        one = differing[0]
        brief = f"who must act if {the(one.party_name)} is attacked (now {_bound(one.before)}, then {_bound(one.after)})"
    return Section("Who must act on an armed attack", told, brief)


def _bound(answer: AttackAnswer) -> str:
    """`32 bound to defend`; where nobody has a duty to defend the verdict."""
    return answer.reason if answer.verdict == "yes" else answer.verdict


def _duties(answer: AttackAnswer) -> str:
    """The verdict on defence, and how many have another duty."""
    other = [f"{number} {duty}" for duty, number in duties(answer).items() if not duty.endswith("to defend")]
    besides = f" ({', '.join(other)})" if other else ""
    return f"{answer.verdict}, {answer.reason}{besides}"


def chains(found: WhatIfAnswer) -> Section:
    """By how they change; of many the firmest, and how many more there are."""
    groups: dict[str, list[ChainChange]] = {}
    for each in found.chains:
        groups.setdefault(each.change, []).append(each)
    told = tuple(
        Said(f"{change}: {len(alike)}", under=(*map(_chain, _firmest(alike)), *_more(alike)))
        for change, alike in groups.items()
    )
    title = "Best chains: direct, or firm ones of two hops, which are no commitment of the first party to the last"
    count = len(found.chains)
    return Section(title, told, f"{count:,} best chains change" if count != 1 else "1 best chain changes")


def _firmest(chains: Iterable[ChainChange]) -> list[ChainChange]:
    def order(each: ChainChange) -> tuple[int, int, str, str]:
        shown = each.after or each.before
        assert shown is not None
        return -shown.rank, shown.hops, each.source, each.target

    return sorted(chains, key=order)[:CHAINS]


def _chain(each: ChainChange) -> str:
    return ", then ".join(
        f"{' → '.join(best.parties)} (weakest link: rank {best.rank})"
        for best in (each.before, each.after)
        if best
    )


def _more(chains: list[ChainChange]) -> list[str]:
    return [f"and {len(chains) - CHAINS} more"] if len(chains) > CHAINS else []


def needed(found: WhatIfAnswer) -> Section:
    return Section(
        "What the graph says that it would take", tuple(map(Said, found.needed)), "what it would take"
    )


def unchanged(found: WhatIfAnswer) -> Section:
    return Section("What does not change", tuple(map(Said, found.unchanged)), "what does not change")
