"""Looking at records."""

from collections.abc import Iterable

from foedera.graph.records import Record, Relationship


def relationships(facts: Iterable[Record], type: str, end: str) -> list[Relationship]:
    """Those of a type that have an end of that id."""
    return [
        fact
        for fact in facts
        if isinstance(fact, Relationship) and fact.type == type and end in (fact.start.id, fact.end.id)
    ]
