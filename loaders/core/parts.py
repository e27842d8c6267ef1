"""The parts that parties have in an agreement, and in the designations that carry it out."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from ...graph.derive import Part
from .spans import joined, meet

Held = tuple[str, Part]
"""A part, and the agreement in which it is held."""


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
        if other != agreement and meet(current.span, part.span):
            current = _one(current, part)
        else:
            done.append(current)
            current = part
        agreement = other
    return [*done, current]


def _one(first: Part, second: Part) -> Part:
    """The first, made to last as long as both; it rests on the second only where that makes it longer."""
    span = joined(first.span, second.span)
    if span == first.span:
        return first
    return replace(first, span=span, provenance=first.provenance.along_with(second.provenance))
