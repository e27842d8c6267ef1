"""Why a party that one would expect to be bound to defend is not."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from ..graph.dates import certainly
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from .answer import Commitment
from .attack_answer import Absent
from .context import Context
from .names import Party


def absent(
    store: Store, context: Context, victim: Party, owed: Sequence[Commitment], without: Collection[str]
) -> list[Absent]:
    """One reason a party, the first that was found, in the order of their names.

    Args:
        owed: what is owed to the victim on the day, of any kind.
        without: those who are bound to defend, and whoever else is no absentee.
    """
    by_party: dict[str, Absent] = {}
    for each in _found(store, context, victim, owed):
        if each.party not in without:
            by_party.setdefault(each.party, each)
    return sorted(by_party.values(), key=lambda each: (each.party_name, each.party))


def _found(store: Store, context: Context, victim: Party, owed: Sequence[Commitment]) -> Iterator[Absent]:
    params = {**context.params, "victim": victim.id}
    yield from (_suspended_or_other_time(row) for row in store.read(_OTHER_TIMES, params))
    yield from (_designator(row, victim) for row in store.read(_DESIGNATORS, params))
    yield from (_candidacy(row, victim) for row in store.read(_CANDIDACIES, params))
    yield from (_proposal(row) for row in store.read(_PROPOSALS, params))
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


_PROPOSALS = """
MATCH (v:Country|Organization {id: $victim})<-[c:CONCERNS]-(n:Proposal)<-[:PROPOSED]-(p:Country|Organization)
WHERE n.dataset IN $datasets AND n.on <= $on AND p.id <> $victim
RETURN p.id AS id, p.name AS name, n.title AS title, n.on AS day, n.status AS status, c.ask AS ask,
       n.sources AS sources
ORDER BY day DESC, id, title
"""


def _proposal(row: Mapping[str, Any]) -> Absent:
    asked = f", to {row['ask']}" if row["ask"] else ""
    became = f" ({row['status']})" if row["status"] else ""
    reason = f"has only proposed something: {row['title']}{asked}{became}; a proposal is no promise"
    return Absent(row["id"], row["name"], reason, tuple(row["sources"]))
