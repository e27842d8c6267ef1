"""Who must act when a party is attacked, and why others whom one would expect need not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from ..graph.coverage import Verdict, nothing_found
from ..graph.dates import certainly
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from .answer import Absent, AttackAnswer, Commitment, Duty
from .commitments import Wanted, commitments
from .context import Context
from .ended import ended
from .names import Party

_AID = ("security-assistance", "financial", "information-sharing", "arms-access")
_ASKED = ("defense", "consultation", "guarantee", "neutrality", "nonaggression", *_AID)
_FIRM = ("binding", "domestic-law")


def attack(store: Store, context: Context, victim: Party) -> AttackAnswer:
    """What others owe `victim` on an armed attack on the context's day, the firmest first."""
    owed = list(commitments(store, context, [victim.id], "owed to", Wanted(kinds=_ASKED)))
    rows = sorted((Duty(_duty(each), each) for each in owed if _bears_on_attack(each)), key=_order)
    defending = [row.commitment for row in rows if row.commitment.kind == "defense"]
    verdict, reason = _verdict(context, victim, defending)
    reason += ended(store, context, [victim.id])
    bound = {each.debtor for each in defending}
    absent = [
        each
        for each in (_absent(store, context, victim, owed) if verdict != "not covered" else ())
        if each.party not in bound
    ]
    return AttackAnswer(verdict, reason, rows, _first_reasons(absent))


def _bears_on_attack(each: Commitment) -> bool:
    """Help and consultation count where something sets them off; what runs anyway answers no attack."""
    return each.kind not in (*_AID, "consultation") or "trigger" in each.details


def _duty(each: Commitment) -> str:
    firm = each.force in _FIRM
    if each.kind == "defense":
        return "bound to defend" if firm else "pledged to defend"
    if each.kind == "consultation":
        return "bound to consult" if firm else "pledged to consult"
    if each.kind in ("neutrality", "nonaggression"):
        return "bound not to attack or join in" if firm else "pledged not to attack or join in"
    if each.kind == "guarantee":
        return "bound as guarantor" if firm else "pledged as guarantor"
    return "bound to help" if firm else "pledged to help"


def _order(row: Duty) -> tuple[object, ...]:
    each = row.commitment
    return (
        -each.rank,
        list(KINDS).index(each.kind),
        each.strength[1:3],
        each.obligation,
        each.debtor_name,
        each.debtor,
    )


def _verdict(context: Context, victim: Party, defending: Sequence[Commitment]) -> tuple[Verdict, str]:
    certain = [each for each in defending if each.certain]
    if certain:
        return "yes", _counted(certain)
    if defending:
        return "unknown", f"{len(defending)} promises to defend are only possibly in force on that day"
    return nothing_found(context.scopes, victim.id, None, ("defense",), context.as_of)


def _counted(defending: Sequence[Commitment]) -> str:
    """How many are bound, how many only pledged, and of how many the promise is disused."""
    bound = {each.debtor for each in defending if each.force in _FIRM}
    pledged = {each.debtor for each in defending} - bound
    alive = {each.debtor for each in defending if each.status != "dormant"}
    parts = [f"{len(bound)} bound to defend"] if bound else []
    parts += [f"{len(pledged)} pledged to"] if pledged else []
    dormant = len((bound | pledged) - alive)
    return ", ".join(parts) + (f"; for {dormant} of them only by a dormant promise" if dormant else "")


def _first_reasons(absent: Iterable[Absent]) -> list[Absent]:
    """One reason a party, the first that was found; in the order of their names."""
    by_party: dict[str, Absent] = {}
    for each in absent:
        by_party.setdefault(each.party, each)
    return sorted(by_party.values(), key=lambda each: (each.party_name, each.party))


def _absent(store: Store, context: Context, victim: Party, owed: Sequence[Commitment]) -> Iterator[Absent]:
    params = {**context.params, "victim": victim.id}
    yield from (_suspended_or_other_time(row) for row in store.read(_OTHER_TIMES, params))
    yield from (_designator(row, victim) for row in store.read(_DESIGNATORS, params))
    yield from (_candidacy(row, victim) for row in store.read(_CANDIDACIES, params))
    others = sorted((each for each in owed if each.kind != "defense"), key=lambda each: each.debtor)
    for debtor, owing in groupby(others, lambda each: each.debtor):
        yield _other_duties(debtor, list(owing))


def _other_duties(debtor: str, owing: Sequence[Commitment]) -> Absent:
    """Who owes something, but not to defend: what, and under what it is firmest."""
    firmest = min(owing, key=lambda each: each.strength)
    kinds = [kind for kind in KINDS if kind in {each.kind for each in owing}]
    under = f"firmest under {firmest.name} of {firmest.agreement_title} ({firmest.force})"
    return Absent(
        debtor, firmest.debtor_name, f"owes {', '.join(kinds)}, {under}, but not defence", firmest.sources
    )


_OTHER_TIMES = """
MATCH (v:Country|Organization {id: $victim})<-[t:OWED_TO]-(b:Obligation {kind: 'defense'})
WHERE b.dataset IN $datasets
MATCH (b)<-[o:OWES]-(p:Country|Organization)
WHERE p.id <> $victim
MATCH (b)<-[:CREATES]-(a:Agreement)
RETURN p.id AS id, p.name AS name, b.id AS obligation, b.name AS article, a.title AS title, $on AS on,
       o.since AS since, o.until AS until, o.status AS status, t.since AS owed_since, t.until AS owed_until,
       o.sources AS sources
ORDER BY id, obligation, since
"""


def _suspended_or_other_time(row: Mapping[str, Any]) -> Absent:
    promise = f"its promise under {row['article']} of {row['title']}"
    begins = max((day for day in (row["since"], row["owed_since"]) if day), default=None)
    ends = min((day for day in (row["until"], row["owed_until"]) if day), default=None)
    if row["status"] == "suspended":
        reason = f"{promise} is suspended since {row['since']}"
    elif begins and begins > row["on"]:
        reason = f"{promise} begins only on {begins}"
    elif ends and ends <= row["on"]:
        reason = f"{promise} ended on {ends}"
    else:
        reason = f"{promise} is only possibly in force on that day"
    return Absent(row["id"], row["name"], reason, tuple(row["sources"]))


_DESIGNATORS = f"""
MATCH (v:Country|Organization {{id: $victim}})-[d:PARTY_TO {{role: 'designee'}}]->(a:Agreement)
WHERE a.dataset IN $datasets AND {certainly("d")}
MATCH (p:Country|Organization)-[:PARTY_TO {{role: 'designator'}}]->(a)
RETURN p.id AS id, p.name AS name, a.title AS title, d.since AS since, d.sources AS sources
ORDER BY since, id, title
"""


def _designator(row: Mapping[str, Any], victim: Party) -> Absent:
    reason = f"has given {victim.name} a status since {row['since']} ({row['title']}); a designation is no promise to defend"
    return Absent(row["id"], row["name"], reason, tuple(row["sources"]))


_CANDIDACIES = f"""
MATCH (v:Country|Organization {{id: $victim}})-[c:CANDIDATE_OF]->(g:Organization)
WHERE c.dataset IN $datasets AND {certainly("c")} AND c.stage <> 'acceded'
RETURN g.id AS id, g.name AS name, c.stage AS stage, c.since AS since, c.sources AS sources
ORDER BY id, since DESC, stage
"""


def _candidacy(row: Mapping[str, Any], victim: Party) -> Absent:
    reason = (
        f"{victim.name} is a candidate ({row['stage']}, since {row['since']}), not a member:"
        " what its members owe one another is not owed to a candidate"
    )
    return Absent(row["id"], row["name"], reason, tuple(row["sources"]))
