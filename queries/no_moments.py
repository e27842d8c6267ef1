"""Why a timeline has no moment: nothing of it is so, nobody knows, or the datasets asked do not speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..graph.coverage import Scope, Verdict
from ..graph.records import enumerated
from ..graph.schema import PARTIES
from ..graph.store import Reads
from .context import Context
from .things import Thing

if TYPE_CHECKING:
    from .timeline import Window

_BODIES: Final = """
MATCH (o:Organization)-[r:PARTY_TO|OWES|OWED_TO|MEMBER_OF]-()
WHERE r.dataset IN $datasets
RETURN count(r) AS named
"""
_TIES: Final = {"membership": "MEMBER_OF", "candidacy": "CANDIDATE_OF", "forces": "STATIONS"}
"""What a timeline may be asked about that no promise tells of; by term the type that does."""
_THERE: Final = {
    "Agreement": "MATCH (a:Agreement {id: $id})",
    "Organization": "MATCH (a:Agreement)-[:CONSTITUTES]->(:Organization {id: $id})",
}
_SAME: Final = """
MATCH (a)-[:SAME_AS]-(b:Agreement)
WHERE b.dataset IN $datasets
RETURN DISTINCT b.id AS id
ORDER BY id
"""


def no_moments(
    reader: Reads, context: Context, thing: Thing, window: Window, outside: int
) -> tuple[Verdict, str]:
    """The verdict and the reason where no moment is in the window; `outside` of it there are so many."""
    if outside:
        told = "1 moment of it lies" if outside == 1 else f"{outside} moments of it lie"
        told += " outside of what is asked for"
        if thing.label not in PARTIES:
            return "unknown" if context.half else "no", told
        verdict, reason = _judged(reader, context, thing, window)
        return verdict, f"{reason}; {told}"
    own = reader.read(f"MATCH (n:{thing.label} {{id: $id}}) RETURN n.dataset AS dataset", {"id": thing.id})
    whose = own.rows[0]["dataset"]
    asked = enumerated(context.asked)
    if context.strange and context.strange.keys() >= set(context.asked):
        return "not covered", f"{context.strangers}{_instead(reader, context, thing, whose)}"
    if thing.label == "Organization" and not reader.read(_BODIES, _params(context)).rows[0]["named"]:
        named = f"{asked} {_do(context.asked, 'speak')} of no organization"
        return "not covered", f"{named}{_instead(reader, context, thing, whose)}"
    if thing.label not in PARTIES and whose in context.asked:
        return "unknown", f"{whose} holds no day of it"
    if thing.label not in PARTIES:
        return "not covered", f"it is of {whose}, not of {asked}{_instead(reader, context, thing, whose)}"
    return _judged(reader, context, thing, window)


def _params(context: Context) -> dict[str, list[str]]:
    return {"datasets": context.asked}


def _instead(reader: Reads, context: Context, thing: Thing, whose: str) -> str:
    """Who speaks of it, and what the datasets asked hold in its place."""
    told = f"; {whose} does: --datasets {whose}" if whose in context.extents else ""
    if thing.label not in _THERE:
        return told
    rows = reader.read(_THERE[thing.label] + _SAME, {"id": thing.id, **_params(context)})
    if not (found := [row["id"] for row in rows]):
        return told
    what = "the same instrument" if thing.label == "Agreement" else "the instrument that founds it"
    return f"{told}; {what} is {enumerated(found)} there"


def _judged(reader: Reads, context: Context, party: Thing, window: Window) -> tuple[Verdict, str]:
    """What it means that none of the datasets has a moment of the party then."""
    if window.kinds and set(window.kinds) <= _TIES.keys():
        types = "|".join(_TIES[kind] for kind in window.kinds)
        cypher = f"MATCH ()-[r:{types}]->() WHERE r.dataset IN $datasets RETURN count(r) AS held"
        if not reader.read(cypher, _params(context)).rows[0]["held"]:
            asked = enumerated(context.asked)
            return "not covered", f"{asked} {_do(context.asked, 'hold')} no {enumerated(window.kinds)}"
    running = [scope for scope in context.scopes if _meets(scope, window)]
    if not running:
        ends = [context.extents[name] for name in context.asked]
        days = [day for day in (window.since, window.until) if day]
        why = dict.fromkeys(said for each in ends for day in days if (said := each.outside(day)))
        return "not covered", "; ".join(why) or f"{enumerated(context.asked)} says nothing of that time"
    names = sorted({scope.dataset for scope in running})
    selective = f"{enumerated(names)} {'is' if len(names) == 1 else 'are'} not complete there"
    for scope in running:
        kinds = window.obligations or (frozenset() if window.kinds else scope.kinds)
        if kinds and scope.complete and scope.covers(party.id, None, kinds) and _within(scope, window):
            told = f"{scope.dataset} is complete for {scope.title}, and nothing of it began or ended"
            return ("no", told) if window.obligations else ("unknown", f"{selective}; but {told}")
    return "unknown", selective


def _do(datasets: list[str], verb: str) -> str:
    return f"{verb}s" if len(datasets) == 1 else verb


def _meets(scope: Scope, window: Window) -> bool:
    """Whether it speaks of some day of it."""
    since, until = scope.span.since, scope.span.until
    begun = not (since and window.until) or since.earliest <= window.until
    return begun and (not (until and window.since) or until.latest > window.since)


def _within(scope: Scope, window: Window) -> bool:
    """Whether it speaks of all of it; of what has no bound as far as it reaches."""
    return all(scope.span.certainly(day) for day in (window.since, window.until) if day)
