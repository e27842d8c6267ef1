"""What a reader gives, put by as a whole before the first of it is written."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .records import Found, Node, Partial, Record, Refusal
from .spool import Key, Spool

OF_NODES, _OF_RELATIONSHIPS = "1 nodes", "2 relationships"


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader gave: its records by kind, on disk, what it refused, and whether it read a part alone."""

    facts: Spool[Record]
    refused: list[Refusal]
    partial: Partial | None

    @property
    def version(self) -> str:
        """Which version of the dataset it is, as far as its records say."""
        return next((each.properties["version"] for each in self.facts.of((OF_NODES, "Dataset"))), "")


@contextmanager
def read(records: Iterable[Found]) -> Iterator[Read]:
    """All of it; what the reader finds wrong it raises here, before anything is written."""
    with Spool[Record]() as facts:
        refused, partial = [], None
        for each in records:
            if isinstance(each, Refusal):
                refused.append(each)
            elif isinstance(each, Partial):
                partial = each
            else:
                facts.add(kind(each), each)
        yield Read(facts, refused, partial)


def kind(fact: Record) -> Key:
    """Facts of one kind share a statement; nodes come first, for the relationships to find."""
    if isinstance(fact, Node):
        return OF_NODES, fact.label
    return _OF_RELATIONSHIPS, fact.type, fact.start.label, fact.end.label
