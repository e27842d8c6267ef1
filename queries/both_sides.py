"""Who is bound to both sides of an attack: conflicts of obligation."""

from collections.abc import Iterable, Sequence

from ..graph.store import Store
from .answer import Commitment
from .areas import reaches
from .articles import the
from .attack_answer import Area, Conflict
from .commitments import Wanted, commitments
from .context import Context
from .names import Party

SIDES = ("defense", "offense", "neutrality", "nonaggression")
"""What ties a party to one side: it must fight with it, or must not fight it."""

FIRM = ("binding", "domestic-law")
_FIGHTS = ("defense", "offense")
_TO = {
    "defense": "defend",
    "offense": "join the wars of",
    "neutrality": "stay neutral towards",
    "nonaggression": "keep from force against",
}


def conflicts(
    store: Store,
    context: Context,
    victim: Party,
    attacker: Party,
    where: Area | None,
    owed: Iterable[Commitment],
) -> list[Conflict]:
    """Third parties that must fight for one side and owe the other as much, or at least peace.

    Those whose promises to the two are different ones come first. Who owes both no more than peace has no conflict,
    nor has a promise that does not hold in the area.

    Args:
        owed: what is owed to the victim on the day.
    """
    ours = [each for each in owed if each.kind in SIDES]
    theirs = list(commitments(store, context, [attacker.id], "owed to", Wanted(kinds=SIDES)))
    found = reaches(store, context, {each.obligation for each in (*ours, *theirs)}, where)
    there = {obligation for obligation, reach in found.items() if reach.standing != "does not hold"}
    to_victim = _by_debtor(each for each in ours if each.obligation in there)
    to_attacker = _by_debtor((each for each in theirs if each.obligation in there), to_victim)
    torn = [
        Conflict(
            debtor,
            owing[0].debtor_name,
            _reason(to_victim[debtor], owing, victim, attacker),
            tuple(to_victim[debtor]),
            tuple(owing),
        )
        for debtor, owing in to_attacker.items()
        if debtor not in (victim.id, attacker.id) and _fights(to_victim[debtor], owing)
    ]
    return sorted(torn, key=_order)


def _by_debtor(
    found: Iterable[Commitment], among: Iterable[str] | None = None
) -> dict[str, list[Commitment]]:
    """Each party's promises, the strongest first."""
    groups: dict[str, list[Commitment]] = {}
    for each in sorted(found, key=lambda each: (each.debtor, each.strength)):
        groups.setdefault(each.debtor, []).append(each)
    return groups if among is None else {debtor: groups[debtor] for debtor in among if debtor in groups}


def _fights(*sides: Iterable[Commitment]) -> bool:
    return any(each.kind in _FIGHTS for side in sides for each in side)


def _same(one: Sequence[Commitment], other: Sequence[Commitment]) -> bool:
    """Whether it is one and the same promise that binds most on either side."""
    return one[0].obligation == other[0].obligation


def _reason(ours: Sequence[Commitment], theirs: Sequence[Commitment], victim: Party, attacker: Party) -> str:
    both = f"{_said(ours[0])} {the(victim.name)}, and {_said(theirs[0])} {the(attacker.name)}"
    return both + (", by the same promise" if _same(ours, theirs) else "")


def _said(each: Commitment) -> str:
    doubt = "" if each.certain else "possibly "
    disused = f" ({each.status})" if each.status != "in force" else ""
    return f"{doubt}{'bound' if each.force in FIRM else 'pledged'}{disused} to {_TO[each.kind]}"


def _order(each: Conflict) -> tuple[object, ...]:
    one, other = each.to_victim, each.to_attacker
    return _same(one, other), one[0].strength[:4], other[0].strength[:4], each.party_name, each.party
