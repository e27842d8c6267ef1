"""Parties that were no more, or not yet, on the day asked about: why there may be nothing to find."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..graph.dates import Date, span_of
from ..graph.store import Reads
from .articles import the
from .context import Context

_ENDED = """
UNWIND $ids AS id
MATCH (p:Country|Organization {id: id})
WHERE p.until <= $on OR p.since_latest > $on
OPTIONAL MATCH (p)<-[s:SUCCEEDS]-(after:Country|Organization)
WITH p, s, after ORDER BY after.id
WITH p, collect([s.kind, after.name]) AS after
OPTIONAL MATCH (p)-[:SUCCEEDS]->(before:Country|Organization)
WITH p, after, before ORDER BY before.id
RETURN p.id AS id, p.name AS name, p.since AS since, p.since_latest AS since_latest, p.until AS until,
       p.until_latest AS until_latest, after, collect(before.name) AS before
ORDER BY id
"""


def ended(reader: Reads, context: Context, ids: Iterable[str]) -> str:
    """`; the Soviet Union ended on 1991-12-26, continued by Russia` for each that had ended, or nothing.

    Of who was not there yet: `; in the data Slovakia begins only on 1993-01-01, after Czechoslovakia`.
    """
    rows = reader.read(_ENDED, {"ids": sorted(ids), "on": context.as_of})
    return "".join(f"; {_told(row, context.as_of)}" for row in rows)


@dataclass(frozen=True, slots=True)
class Absence:
    """From a day, or ever, until another, or for good, a party is not there, or possibly not; `told` says so."""

    since: Date | None
    until: Date | None
    told: str


def absences(reader: Reads, ids: Iterable[str]) -> Iterator[Absence]:
    """When each was not there yet or no more, in the words of `ended`."""
    wanted = sorted(ids)
    for row in reader.read(_ENDED, {"ids": wanted, "on": Date.min}):
        if begun := span_of(row).since:
            yield Absence(None, begun.earliest, _told(row, Date.min))
            if begun.earliest < begun.latest:
                yield Absence(begun.earliest, begun.latest, _told(row, begun.earliest))
    for row in reader.read(_ENDED, {"ids": wanted, "on": Date.max}):
        if over := span_of(row).until:
            if over.earliest < over.latest:
                yield Absence(over.earliest, over.latest, _told(row, over.earliest))
            yield Absence(over.latest, None, _told(row, over.latest))


def _told(row: Mapping[str, Any], on: Date) -> str:
    span = span_of(row)
    if span.since and span.since.latest > on:
        begins = "begins only" if span.since.earliest > on else "may begin only"
        before = ", ".join(map(the, row["before"]))
        return f"in the data {the(row['name'])} {begins} {span.since.when()}" + (
            f", after {before}" if before else ""
        )
    assert span.until is not None
    ends = "ended" if span.until.latest <= on else "may have ended"
    return f"{the(row['name'])} {ends} {span.until.when()}{_after(row['after'])}"


def _after(successors: list[list[str]]) -> str:
    """The state that continues it, else those that came after."""
    for kind, said in (("continues", "continued by"), ("succeeds", "followed by")):
        names = [name for how, name in successors if how == kind]
        if names:
            return f", {said} {', '.join(map(the, names))}"
    return ""
