"""Why a party that one would expect to be bound to defend is not."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from ..graph.dates import Bounds, Date, Span, bounds_of, certainly, span_of
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from .answer import Commitment
from .articles import the
from .attack_answer import Absent
from .context import Context
from .names import Party


def absent(
    store: Store, context: Context, victim: Party, owed: Sequence[Commitment], without: Collection[str]
) -> list[Absent]:
    """One reason a party, the first that was found, in the order of their names; none of whom nothing can be denied.

    Args:
        owed: what is owed to the victim on the day, of any kind.
        without: those who are bound to defend, and whoever else is no absentee.
    """
    by_party: dict[str, Absent] = {}
    for each in _found(store, context, victim, owed):
        if each.party not in without:
            by_party.setdefault(each.party, each)
    found = (each for each in by_party.values() if not context.lacking(victim.id, each.party, ("defense",)))
    return sorted(found, key=lambda each: (each.party_name, each.party))


def _found(store: Store, context: Context, victim: Party, owed: Sequence[Commitment]) -> Iterator[Absent]:
    params = {**context.params, "victim": victim.id}
    yield from _other_times(store.read(_OTHER_TIMES, params), context.as_of)
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
        debtor, firmest.debtor_name, f"{', '.join(kinds)} owed, {under}, but not defence", firmest.sources
    )


_OTHER_TIMES = """
MATCH (v:Country|Organization {id: $victim})<-[t:OWED_TO]-(b:Obligation {kind: 'defense'})
WHERE b.dataset IN $datasets
MATCH (b)<-[o:OWES]-(p:Country|Organization)
WHERE p.id <> $victim
MATCH (b)<-[:CREATES]-(a:Agreement)
RETURN p.id AS id, p.name AS name, b.id AS obligation, b.name AS article, a.title AS title,
       properties(o) AS owing, properties(t) AS owed
ORDER BY id, obligation, o.since, o.id, t.since, t.id
"""


def _other_times(rows: Iterable[Mapping[str, Any]], on: Date) -> Iterator[Absent]:
    """Why a promise to defend does not hold on the day, first the one that comes nearest to it.

    What one owed before or after the other was owed anything never ran between the two.
    """
    found = []
    for row in rows:
        common = span_of(row["owing"]).within(span_of(row["owed"]))
        if common:
            found.append((*_suspended_or_other_time(row, common, on), row))
    for _, reason, row in sorted(found, key=lambda each: each[0]):
        said = f"the promise under {row['article']} of {row['title']} {reason}"
        yield Absent(row["id"], row["name"], said, tuple(row["owing"]["sources"]))


def _suspended_or_other_time(row: Mapping[str, Any], span: Span, on: Date) -> tuple[int, str]:
    """How many days it is away from the day asked about, less than none where it is there; and the reason."""
    suspended = [arrow for arrow in (row["owing"], row["owed"]) if arrow.get("status") == "suspended"]
    if span.possibly(on):
        if suspended:
            return -2, f"is suspended since {_since(suspended[0])}"
        may_have_ended = span.until and span.until.earliest <= on
        return -1, _ended(span.until, "may have ended") if may_have_ended else "is only possibly in force"
    if span.since and span.since.earliest > on:
        return (span.since.earliest - on).days, f"begins only {span.since.when()}"
    away = (on - span.until.latest).days if span.until else 0
    return away, _ended(span.until, "ended")


def _ended(until: Bounds | None, ended: str) -> str:
    """`ended between 1954-08-09 and 1992-04-27`: an end that is not known to the day is not told as a day."""
    if until is None or until.earliest == Date.min:
        return f"{ended} on {until.latest} at the latest" if until else ended
    return f"{ended} {until.when()}"


def _since(found: Mapping[str, Any]) -> str:
    since = bounds_of(found, "since")
    return since.words() if since else "an unknown day"


_DESIGNATORS = f"""
MATCH (v:Country|Organization {{id: $victim}})-[d:PARTY_TO {{role: 'designee'}}]->(a:Agreement)
WHERE a.dataset IN $datasets AND {certainly("d")}
MATCH (p:Country|Organization)-[:PARTY_TO {{role: 'designator'}}]->(a)
RETURN p.id AS id, p.name AS name, a.title AS title, d.since AS since, d.since_latest AS since_latest, d.sources AS sources
ORDER BY since, id, title
"""


def _designator(row: Mapping[str, Any], victim: Party) -> Absent:
    status = f"a status given to {the(victim.name)} since {_since(row)} ({row['title']})"
    reason = f"no more than {status}; a designation is no promise to defend"
    return Absent(row["id"], row["name"], reason, tuple(row["sources"]))


_CANDIDACIES = f"""
MATCH (v:Country|Organization {{id: $victim}})-[c:CANDIDATE_OF]->(g:Organization)
WHERE c.dataset IN $datasets AND {certainly("c")} AND c.stage <> 'acceded'
RETURN g.id AS id, g.name AS name, c.stage AS stage, c.since AS since, c.since_latest AS since_latest, c.sources AS sources
ORDER BY id, since DESC, stage
"""


def _candidacy(row: Mapping[str, Any], victim: Party) -> Absent:
    reason = (
        f"{the(victim.name)} is a candidate ({row['stage']}, since {_since(row)}), not a member:"
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
    reason = f"no more than a proposal: {row['title']}{asked}{became}; a proposal is no promise"
    return Absent(row["id"], row["name"], reason, tuple(row["sources"]))
