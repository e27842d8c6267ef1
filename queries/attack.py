"""Who must act when a party is attacked, by whom and where: duties, conflicts of them, and who is absent."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from ..graph.coverage import Verdict
from ..graph.errors import BadInput
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from .absent import absent
from .answer import Commitment
from .areas import reaches
from .articles import the
from .attack_answer import Area, AttackAnswer, Duty, Reach
from .both_sides import FIRM, conflicts
from .by_dataset import said_by_each
from .commitments import Wanted, commitments
from .context import Context
from .elsewhere import holds_none
from .ended import ended
from .names import Party
from .remarks import members, remarks
from .same import merged

_AID = ("security-assistance", "financial", "information-sharing", "arms-access")
ON_ATTACK = ("defense", "offense", "guarantee", "neutrality", "nonaggression")
"""Kinds of which a dataset holds some that speaks of attacks; who confers may do so of anything."""
_ASKED = (*ON_ATTACK, "consultation", *_AID)
_STANDINGS = (None, "holds", "holds in part", "no area", "unknown", "does not hold")


def attack(
    store: Store, context: Context, victim: Party, by: Party | None = None, where: Area | None = None
) -> AttackAnswer:
    """What others owe `victim` on an armed attack on the context's day, the firmest first.

    Args:
        by: the attacker: its own promises stand apart, and who is bound to both sides is told.
        where: the area that is attacked: each promise is said to hold there, not to, or not to say so.

    Raises:
        BadInput: a party is to attack itself.
    """
    if by and by.id == victim.id:
        raise BadInput(f"{the(victim.name)} cannot be its own attacker; expected another party")
    everything = list(commitments(store, context, [victim.id], "owed to", Wanted(kinds=_ASKED)))
    owed = merged(store, context, everything)
    bearing = [each for each in owed if _bears_on_attack(each)]
    found = reaches(store, context, {each.obligation for each in everything}, where)
    shared = {each.obligation for each in owed if by and each.debtor == by.id}
    rows = _duties(bearing, by, found, shared)
    verdict, reason = _verdict(context, victim, by, where, rows)
    if verdict == "unknown" and (none := holds_none(store, context, ["defense"])):
        verdict, reason = "not covered", none
    judged = _judged(context, victim, by, where, everything, found) if len(context.asked) > 1 else {}
    if agreeing := [name for name, (each, _) in judged.items() if each == verdict == "yes"]:
        reason += f", according to {' and '.join(agreeing)}"
    bound = {row.commitment.debtor for row in rows if row.commitment.kind == "defense"}
    others = [each for each in owed if each.kind != "offense"]
    without = bound | ({by.id} if by else set())
    return AttackAnswer(
        verdict,
        reason + ended(store, context, [victim.id, *([by.id] if by else [])]),
        rows,
        absent(store, context, victim, others, without) if verdict != "not covered" else [],
        conflicts(store, context, victim, by, where, owed) if by else [],
        _own(by, bearing, found) if by else [],
        [
            *(members(store, context, victim, by, {row.commitment.debtor for row in rows}) if by else []),
            *remarks(store, context, victim, where),
        ],
        where,
        by,
        said_by_each(store, context, victim, by, everything, judged) if len(context.asked) > 1 else [],
    )


def _duties(
    bearing: Iterable[Commitment], by: Party | None, found: Mapping[str, Reach], shared: Collection[str]
) -> list[Duty]:
    """What others than the attacker owe, the firmest first."""
    duties = (
        Duty(_duty(each), each, found[each.obligation], _shared(each, by, shared))
        for each in bearing
        if not by or each.debtor != by.id
    )
    return sorted(duties, key=_order)


def _judged(
    context: Context,
    victim: Party,
    by: Party | None,
    where: Area | None,
    everything: Sequence[Commitment],
    found: Mapping[str, Reach],
) -> dict[str, tuple[Verdict, str]]:
    """The verdict of each dataset on what it says itself."""
    told = {}
    for name in context.datasets:
        own = [each for each in everything if each.dataset == name and each.kind == "defense"]
        shared = {each.obligation for each in own if by and each.debtor == by.id}
        told[name] = _verdict(context.of(name), victim, by, where, _duties(own, by, found, shared))
    return told


def _own(by: Party, bearing: Iterable[Commitment], found: dict[str, Reach]) -> list[Duty]:
    """What the attacker owes the victim: first not to attack."""
    own = [Duty(_duty(each), each, found[each.obligation]) for each in bearing if each.debtor == by.id]
    peace = ("nonaggression", "neutrality")
    return sorted(own, key=lambda row: (row.commitment.kind not in peace, *_order(row)))


def _shared(each: Commitment, by: Party | None, shared: Iterable[str]) -> str | None:
    """What is to be thought of a promise that binds the attacker too."""
    if by is None or each.kind != "defense" or each.obligation not in shared:
        return None
    said = each.details.get("among_parties") or "whether it holds against one of its own is not told"
    return f"{the(by.name)} is bound by it too: {said}"


def _bears_on_attack(each: Commitment) -> bool:
    """Help and consultation count where something sets them off; what runs anyway answers no attack."""
    return each.kind != "offense" and (each.kind not in (*_AID, "consultation") or "trigger" in each.details)


def _duty(each: Commitment) -> str:
    firm = "bound" if each.force in FIRM else "pledged"
    if each.kind == "defense":
        return f"{firm} to defend"
    if each.kind == "consultation":
        return f"{firm} to consult"
    if each.kind in ("neutrality", "nonaggression"):
        return f"{firm} not to attack or join in"
    return f"{firm} as guarantor" if each.kind == "guarantee" else f"{firm} to help"


def _order(row: Duty) -> tuple[object, ...]:
    each = row.commitment
    return (
        _STANDINGS.index(row.reach.standing),
        -each.rank,
        list(KINDS).index(each.kind),
        each.strength[1:3],
        each.obligation,
        each.debtor_name,
        each.debtor,
    )


def _verdict(
    context: Context, victim: Party, by: Party | None, where: Area | None, rows: Sequence[Duty]
) -> tuple[Verdict, str]:
    defending = [row for row in rows if row.commitment.kind == "defense"]
    there = [row for row in defending if row.reach.standing not in ("unknown", "does not hold")]
    if any(row.commitment.certain for row in there):
        certain = [row for row in there if row.commitment.certain]
        return "yes", _counted(certain, by) + _elsewhere(defending, there, where)
    if there:
        promises = "promise to defend is" if len(there) == 1 else "promises to defend are"
        reason = f"{len(there)} {promises} only possibly in force on that day"
        return "unknown", reason + _elsewhere(defending, there, where)
    verdict, reason = context.nothing_found(victim.id, None, ("defense",))
    if where and defending:
        return "unknown", f"no promise to defend is known to hold there{_elsewhere(defending, there, where)}"
    if verdict == "unknown":
        known = (
            f"according to {', '.join(context.whose)} nobody is bound or pledged to defend {the(victim.name)}"
        )
        return verdict, f"{known}; {reason}"
    return verdict, reason


def _elsewhere(defending: Sequence[Duty], there: Sequence[Duty], where: Area | None) -> str:
    """How many are bound, but elsewhere; and how many where the graph does not say."""
    if where is None:
        return ""
    counted = {row.commitment.debtor for row in there}
    said = ""
    for standing, words in (
        ("does not hold", "by promises that do not hold in"),
        ("unknown", "in areas of which the graph does not say that they include"),
    ):
        more = {row.commitment.debtor for row in defending if row.reach.standing == standing} - counted
        if more:
            others = ("other " if len(more) == 1 else "others ") if counted else ""
            said += f"; {len(more)} {others}bound {words} {the(where.name)}"
            counted |= more
    return said


def _counted(rows: Sequence[Duty], by: Party | None) -> str:
    """How many are bound to each other, by their own law alone, or only pledged; and whose promise is less than it seems."""
    everybody = {row.commitment.debtor for row in rows}
    bound = {row.commitment.debtor for row in rows if row.commitment.force == "binding"}
    lawful = {row.commitment.debtor for row in rows if row.commitment.force == "domestic-law"} - bound
    pledged = len(everybody - bound - lawful)
    own = f"{len(lawful)} {'' if bound else 'bound '}by {'its' if len(lawful) == 1 else 'their'} own law"
    parts = [f"{len(bound)} bound {'by treaty ' if lawful else ''}to defend"] if bound else []
    parts += [own if bound else f"{own} to defend"] if lawful else []
    parts += [f"{pledged} pledged to{'' if parts else ' defend'}"] if pledged else []
    doubts: list[tuple[str, Callable[[Duty], bool]]] = [
        ("only by a dormant promise", lambda row: row.commitment.status == "dormant"),
        ("only by promises that name no area", lambda row: row.reach.standing == "no area"),
        (f"only by promises that bind {the(by.name) if by else ''} too", lambda row: row.shared is not None),
    ]
    said = ", ".join(parts)
    for words, doubtful in doubts:
        only = everybody - {row.commitment.debtor for row in rows if not doubtful(row)}
        said += f"; for {len(only)} of them {words}" if only else ""
    return said
