"""The parts that obligations follow: those in an agreement, and in the designations that carry it out.

Shared by the loaders and by what-if, as `derive` is: what they make of the same parties is the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from .dates import Bounds, Span, span_of
from .derive import Part
from .records import Relationship

Held = tuple[str, Part]
"""A part, and the agreement in which it is held."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement as obligations follow it; `parts` run while it is in force."""

    id: str
    kind: str
    status: str | None = None
    implements: frozenset[str] = frozenset()
    parts: tuple[Part, ...] = ()


def parts(rows: Iterable[Relationship], span: Span) -> Iterator[Part]:
    """The parts that rows of PARTY_TO give, each while the agreement is in force, which is its `span`."""
    for row in rows:
        common, role = span_of(row.properties).within(span), row.properties.get("role")
        if common and role:
            status, note = row.properties.get("status"), row.properties.get("note")
            yield Part(row.start, role, common, row.provenance, status, row.spell, note)


def followed(of: str, instruments: Iterable[Instrument]) -> list[Part]:
    """The parts in the agreement `of`, and in the designations that carry it out."""
    found: list[Held] = []
    for each in instruments:
        if each.id == of:
            found += [(of, part) for part in each.parts]
        elif of in each.implements and each.kind == "designation":
            for part in each.parts:
                spell = f"{each.id}:{part.spell}".rstrip(":")
                found.append((each.id, replace(part, spell=spell, status=part.status or each.status)))
    return merged(found)


def merged(found: Iterable[Held]) -> list[Part]:
    """Parts of one party and role that run on from one agreement into another, as one.

    The United States designates again and again; it owes what follows once, for as long as any of the
    designations runs. Spells in one and the same agreement are apart because their source says so.
    """
    ordered = sorted(found, key=_order)
    parts: list[Part] = []
    for _, group in groupby(ordered, key=lambda held: (held[1].party, held[1].role)):
        parts += _chain(list(group))
    return parts


def _order(held: Held) -> tuple[str, str, bool, str, str]:
    agreement, part = held
    since = part.span.since
    return part.party.id, part.role, since is not None, str(since and since.earliest), agreement


def _chain(group: list[Held]) -> list[Part]:
    agreement, current = group[0]
    done = []
    for other, part in group[1:]:
        if other != agreement and _meet(current.span, part.span):
            current = _one(current, part)
        else:
            done.append(current)
            current = part
        agreement = other
    return [*done, current]


def _one(first: Part, second: Part) -> Part:
    """The first, made to last as long as both; it rests on the second only where that makes it longer."""
    span = _joined(first.span, second.span)
    if span == first.span:
        return first
    return replace(first, span=span, provenance=first.provenance.along_with(second.provenance))


def _joined(one: Span, two: Span) -> Span:
    """From the first beginning to the last end."""
    since = None
    if one.since and two.since:
        since = Bounds(min(one.since.earliest, two.since.earliest), min(one.since.latest, two.since.latest))
    if one.until and two.until:
        until = Bounds(max(one.until.earliest, two.until.earliest), max(one.until.latest, two.until.latest))
        return Span(since, until)
    open_ended = any(span.until is None and span.until_known for span in (one, two))
    return Span(since, None, until_known=open_ended)


def _meet(one: Span, two: Span) -> bool:
    """Whether the second may begin before, or on the day that, the first ends."""
    return one.until is None or two.since is None or two.since.earliest <= one.until.latest
