"""The sources of the facts, for a bibliography."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..graph.dates import Bounds, bounds_of
from .facts import Facts, Node


@dataclass(frozen=True, slots=True)
class Cited:
    """A document; `on` is the day, month, year or stretch of its date."""

    id: str
    title: str
    publisher: str
    kind: str
    on: Bounds | None
    url: str | None
    note: str | None


def sources(facts: Facts) -> Iterator[Cited]:
    """All sources of the datasets, by id; as of a day only those that a fact of that day cites."""
    cited = _cited(facts) if facts.dated else None
    facts.node_count = facts.edge_count = 0
    for node in facts.nodes(("Source",)):
        if cited is None or node.id in cited:
            yield _source(node)
        else:
            facts.node_count -= 1


def _cited(facts: Facts) -> set[str]:
    every = [each.properties.get("sources") or [] for fact in (facts.nodes(), facts.edges()) for each in fact]
    return {citation.partition("#")[0] for citations in every for citation in citations}


def _source(node: Node) -> Cited:
    held = node.properties
    kind, url, note = (held.get(name) for name in ("kind", "url", "note"))
    return Cited(node.id, held["title"], held["publisher"], kind or "", bounds_of(held, "on"), url, note)


def parts(on: Bounds) -> list[list[int]]:
    """A date as its year, month and day, as far as they are known; a stretch as two of them."""
    text = str(on)
    ends = [text] if len(text) <= len("2004-03-29") else [on.earliest.isoformat(), on.latest.isoformat()]
    return [[int(part) for part in end.split("-")] for end in ends if not end.startswith("9999")]
