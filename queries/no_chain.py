"""Why there is no chain, and what would change it: another day, another kind or force, another way to go."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..graph.coverage import Verdict
from ..graph.dates import Span, span_of
from ..graph.records import enumerated
from ..graph.store import Reads
from ..graph.vocabulary import KINDS
from .commitments import EACH_PARTY, WANTED, Wanted
from .context import Context
from .elsewhere import holds_none
from .ended import ended
from .explored import Explored, Route
from .names import Party
from .search import chains, shortest

_WAYS = 2
"""How many other ways to go are told."""
_TOLD = 3
"""How many obligations between the two are told."""


def no_chain(
    reader: Reads, context: Context, source: Party, target: Party, route: Route
) -> tuple[Verdict, str]:
    """The verdict on there being no chain, and the reason with what would change it."""
    verdict, reason = _verdict(context, source, target, route)
    if context.not_covered:
        return verdict, reason
    asked = verdict == "unknown" and not route.memberships
    if asked and (none := holds_none(reader, context, route.wanted.kinds)):
        return "not covered", none
    told = [
        _direct(reader, context, source, target, route),
        *_other_ways(reader, context, source, target, route),
        *_other_days(reader, context, source, target, route),
    ]
    reason += ended(reader, context, [source.id, target.id])
    return verdict, "; ".join([reason, *filter(None, told)])


def _verdict(context: Context, source: Party, target: Party, route: Route) -> tuple[Verdict, str]:
    """A scope proves that there is no chain where it speaks of everything owed by, or to, an end."""
    kinds = route.wanted.kinds
    pairs: list[tuple[str | None, str | None]] = [(source.id, None), (None, target.id)]
    if route.max_hops == 1:
        pairs.append((source.id, target.id))
    for one, other in pairs:
        verdict, reason = context.nothing_found(one, other, kinds)
        if verdict != "unknown":
            break
    if verdict == "no" and route.memberships:
        return "unknown", f"{reason}; but no dataset is complete for memberships"
    return verdict, reason


_EVER = """
MATCH (a:Country|Organization {id: $source})-[o:OWES]->(b:Obligation)-[t:OWED_TO]->(c:Country|Organization {id: $target})
WHERE b.dataset IN $datasets
RETURN b.id AS obligation, b.kind AS kind, b.force AS force, b.rank AS rank, properties(o) AS owes, properties(t) AS owed
ORDER BY coalesce(o.since, t.since), obligation
"""


def _direct(reader: Reads, context: Context, source: Party, target: Party, route: Route) -> str:
    """What is there between the two, and why it was not an answer: its day, kind, force or rank; at most three."""
    rows = reader.read(_EVER, {**context.params, "source": source.id, "target": target.id})
    groups: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        common = span_of(row["owes"]).within(span_of(row["owed"]))
        if common:
            why = tuple(_differing(row, context, route.wanted))
            groups.setdefault(why, []).append(
                f"{row['obligation']} ({row['kind']}, {row['force']}, {_when(row, common)})"
            )
    told, left = [], _TOLD
    for why in sorted(groups, key=len):
        found = groups[why]
        if left and found:
            more = f" and {len(found) - left} more" if len(found) > left else ""
            told.append(f"{enumerated(why) or 'directly'}, there is {'; '.join(found[:left])}{more}")
        left = max(left - len(found), 0)
    return "; ".join(told)


def _differing(row: Mapping[str, Any], context: Context, wanted: Wanted) -> Iterator[str]:
    """In which of what was asked an obligation differs."""
    params = wanted.params()
    if not all(span_of(row[end]).possibly(context.as_of) for end in ("owes", "owed")):
        yield "on another day"
    elif any(row[end].get("status") == "suspended" for end in ("owes", "owed")):
        yield "suspended"
    if row["kind"] not in params["kinds"]:
        yield "of another kind"
    if row["force"] not in params["forces"]:
        yield "of another force"
    if row["rank"] < wanted.min_rank:
        yield "weaker"


def _when(row: Mapping[str, Any], span: Span) -> str:
    parts = [row["owes"]["status"]] if row["owes"].get("status") else []
    parts.append(f"since {span.since.words() if span.since else 'an unknown day'}")
    return ", ".join([*parts, f"until {span.until.words()}"] if span.until else parts)


def _other_ways(reader: Reads, context: Context, source: Party, target: Party, route: Route) -> Iterator[str]:
    """What each bound of the question hides; where none alone hides anything, what all together do."""
    count = 0
    for said, wider in _wider(route):
        if count < _WAYS and (found := _best(reader, context, source, target, wider)):
            count += 1
            yield f"{said} there is {found}"
    if not count:
        widest = Route(Wanted(tuple(KINDS)), max_hops=max(route.max_hops, 4), undirected=True, over="all")
        if widest != route and (found := _best(reader, context, source, target, widest, short=True)):
            yield f"with every --kind, --undirected and --over all there is {found}"


def _wider(route: Route) -> Iterator[tuple[str, Route]]:
    wanted, names = route.wanted, {"kinds": "--kind", "forces": "--force", "min_rank": "--min-rank"}
    for name, option in names.items():
        default = getattr(Wanted(), name)
        if getattr(wanted, name) != default:
            yield f"without {option}", replace(route, wanted=replace(wanted, **{name: default}))
    if route.through:
        yield "without --through", replace(route, through=frozenset())
    if route.not_through:
        yield "without --not-through", replace(route, not_through=frozenset())
    if route.max_hops < 4:
        yield "with --max-hops 4", replace(route, max_hops=4)
    if route.promises and not route.undirected:
        yield "with --undirected", replace(route, undirected=True)
    if route.over != "all":
        yield "with --over all", replace(route, over="all")


_TURNS = f"""
{EACH_PARTY.format("$ends")}
MATCH (p)-[r:OWES|OWED_TO]-(b:Obligation)
WHERE {WANTED}
RETURN p.id AS party, max(CASE WHEN r.until_latest <= $on THEN r.until END) AS before,
       min(CASE WHEN r.since > $on THEN r.since_latest END) AS after
ORDER BY party
"""


def _other_days(reader: Reads, context: Context, source: Party, target: Party, route: Route) -> Iterator[str]:
    """The chain of the last day before something ended for either party, and of the first of something new."""
    if not route.promises:
        return
    params = {**context.params, **route.wanted.params(), "ends": [source.id, target.id]}
    days: set[datetime.date] = set()
    for row in reader.read(_TURNS, params):
        if row["before"]:
            days.add(row["before"] - datetime.timedelta(1))
        if row["after"]:
            days.add(row["after"])
    for day in sorted(days, key=lambda day: abs(day - context.as_of)):
        found = _best(reader, replace(context, on=day, as_of=day), source, target, route)
        if found:
            yield f"on {day.isoformat()} there is {found}"
            return


def _best(
    reader: Reads, context: Context, source: Party, target: Party, route: Route, *, short: bool = False
) -> str:
    """The best chain, certain or possible, or the shortest, in a few words; nothing where there is none."""
    explored = Explored(reader, context, route)
    explored.certain = False
    parties = next((shortest if short else chains)(explored, source.id, target.id), None)
    if parties is None:
        return ""
    weakest = explored.weakest(parties)
    rank = f"rank {weakest}" if weakest >= 0 else "by membership"
    return f"{' → '.join(parties)} ({rank})"
