"""From records to the graph: idempotent, one managed transaction a batch, a dataset owns its facts.

What a dataset no longer says is removed after what it says is in; what is unchanged is not written. Last comes what
tells that the dataset is there and how far it reaches: until then a first load shows nothing, and a later one is marked.
Where the dataset is to be linked with others afterwards, it stays marked as that until `linked`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, islice
from typing import Any, TypeVar

from . import statements
from .reading import OF_NODES, Read, read
from .records import Found, Partial, Record, Refusal, Relationship, problems, stored
from .schema import NODES, RELATIONSHIPS
from .spool import Key
from .store import Store, Transaction

BATCH = 2_000
"""Rows a transaction; removals of well-connected nodes in larger ones exceed Neo4j's memory."""

Progress = Callable[[int, int | None], None]


@dataclass(slots=True)
class Report:
    """What a load did to the graph."""

    dataset: str
    version: str = ""
    replaced: str = ""
    """The other version that was loaded before."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: list[Refusal] = field(default_factory=list)
    partial: Partial | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """What the graph holds of the dataset, of a label or a type: digest by id; for removal, where each starts."""

    digests: dict[str, str]
    starts: dict[str, tuple[str, str]]


def load(store: Store, dataset: str, records: Iterable[Found], *, progress: Progress | None = None) -> Report:
    """Make the graph hold exactly these records of the dataset; say what that changed."""
    with read(records) as found:
        return write(store, dataset, found, progress=progress)


def write(
    store: Store, dataset: str, found: Read, *, progress: Progress | None = None, linking: bool = False
) -> Report:
    """Make the graph hold exactly what was read.

    What the reader refused is reported with what is refused here. `progress` is called with the number of
    records dealt with so far and their total. With `linking` the dataset stays marked, if anything changed, until
    `linked` is called.
    """
    with store.writing():
        store.schema(statements.constraints())
        return _Load(store, dataset, progress, found, linking=linking).run()


def linked(store: Store) -> None:
    """Say that all datasets are linked with one another."""
    store.write(lambda transaction: transaction.run(statements.LINKED))


_REACH = ("Scope", "Dataset")
_PROMISES = ("OWES", "OWED_TO")
"""What goes first: a promise that is there whenever somebody asks has its agreement, and says where it applies."""


T = TypeVar("T")


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch


class _Load:
    def __init__(
        self, store: Store, dataset: str, progress: Progress | None, found: Read, *, linking: bool
    ) -> None:
        self.store = store
        self.report = Report(
            dataset,
            found.version,
            self._replaced(dataset, found.version),
            refused=found.refused,
            partial=found.partial,
        )
        self.held = self._held()
        self.seen: set[tuple[str, str]] = set()
        self.facts, self.done, self.progress = found.facts, 0, progress
        self.marked, self.linking = False, linking

    def run(self) -> Report:
        for kind in sorted(self.facts.keys()):
            if kind[1] not in _REACH:
                self._merge(kind)
        for type in sorted(RELATIONSHIPS, key=lambda each: each not in _PROMISES):
            self._remove_relationships(type)
        for label in NODES:
            if label not in _REACH:
                self._remove_nodes(label)
        for label in _REACH:
            self._merge((OF_NODES, label))
            self._remove_nodes(label)
        self._mark(statements.LINKING if self.linking else statements.UNMARK)
        return self.report

    def _merge(self, kind: Key) -> None:
        for facts in _batches(self.facts.of(kind)):
            if batch := list(self._fresh(kind, facts)):
                self._write(kind, batch)

    def _mark(self, text: str) -> None:
        params = {"dataset": self.report.dataset}
        self.store.write(lambda transaction: transaction.run(text, params))

    def _changing(self, text: str, rows: list[dict[str, Any]]) -> set[str]:
        """Runs a statement that changes facts; before the first one the dataset is marked."""
        if not self.marked:
            self._mark(statements.MARK)
            self.marked = True
        return self.store.write(partial(_ids, text=text, rows=rows))

    def _replaced(self, dataset: str, version: str) -> str:
        held = {row["version"] for row in self.store.read(statements.VERSION, {"dataset": dataset})}
        return max(held - {version}, default="") if version else ""

    def _held(self) -> dict[str, _Held]:
        mine = {"dataset": self.report.dataset}
        held = {name: _Held({}, {}) for name in (*NODES, *RELATIONSHIPS)}
        for label in NODES:
            for row in self.store.read(statements.held_nodes(label), mine):
                held[label].digests[row["id"]] = row["digest"]
        for label, text in statements.held_relationships():
            for row in self.store.read(text, mine):
                held[row["type"]].digests[row["id"]] = row["digest"]
                held[row["type"]].starts[row["id"]] = label, row["start"]
        return held

    def _fresh(self, kind: Key, facts: list[Record]) -> Iterator[tuple[Record, dict[str, Any]]]:
        """Those that the graph does not hold just so; the others are counted, the bad ones refused."""
        digests, owners = self.held[kind[1]].digests, self._owners(kind, facts)
        for fact in facts:
            self._step()
            id = fact.id
            if reason := self._refusal(fact, id, owners):
                self._refuse(fact, reason)
                continue
            self.seen.add((fact.type, id))
            properties = stored(fact)
            if digests.get(id) == properties["digest"]:
                self.report.unchanged += 1
            else:
                yield fact, properties

    def _owners(self, kind: Key, facts: list[Record]) -> dict[str, str]:
        """Of which other datasets nodes of these ids are; relationships have their dataset in the id."""
        held = self.held[kind[1]].digests
        ids = [fact.id for fact in facts if fact.id not in held] if kind[0] == OF_NODES else []
        rows = self.store.read(statements.owners(kind[1]), {"ids": ids}) if ids else ()
        return {row["id"]: row["dataset"] for row in rows if row["dataset"] != self.report.dataset}

    def _refusal(self, fact: Record, id: str, owners: Mapping[str, str]) -> str | None:
        if (fact.type, id) in self.seen:
            return f"{fact.type} {id!r} stands twice in the dataset"
        if id in owners:
            return f"{fact.type} {id!r} belongs to {owners[id]}"
        return next(problems(fact), None)

    def _refuse(self, fact: Record, reason: str) -> None:
        self.report.refused.append(Refusal(fact.id, fact.place, reason))

    def _write(self, kind: Key, batch: list[tuple[Record, dict[str, Any]]]) -> None:
        name, rows = kind[1], [_row(fact, properties | self._marks(fact)) for fact, properties in batch]
        written = self._changing(statements.merge(kind, rows), rows)
        digests = self.held[name].digests
        for fact, properties in batch:
            id = properties["id"]
            if id not in written:
                self._refuse(fact, f"{name} {id!r} has an end that is nowhere in the graph")
                self.seen.discard((name, id))
            elif id in digests:
                self.report.changed += 1
            else:
                self.report.new += 1

    def _marks(self, fact: Record) -> dict[str, bool]:
        """A dataset that is to be linked is there only with the mark that it is not yet."""
        return {"linking": True} if self.linking and fact.type == "Dataset" else {}

    def _remove_relationships(self, type: str) -> None:
        held = self.held[type]
        gone = sorted((held.starts[id], id) for id in held.digests if (type, id) not in self.seen)
        for label, group in groupby(gone, lambda each: each[0][0]):
            rows = [{"id": id, "start": start} for (_, start), id in group]
            self._delete(statements.delete_relationships(type, label), rows)

    def _remove_nodes(self, label: str) -> None:
        gone = sorted(id for id in self.held[label].digests if (label, id) not in self.seen)
        rows = [{"id": id} for id in gone]
        if label == "Agreement":
            for batch in _batches(rows):
                self._changing(statements.delete_links(), batch)
        deleted = self._delete(statements.delete_nodes(label), rows)
        for id in gone:
            if id not in deleted:
                reason = (
                    f"{label} {id!r} is no longer in {self.report.dataset}, but other facts hold on to it"
                )
                self.report.refused.append(Refusal(id, "", reason))

    def _delete(self, text: str, rows: list[dict[str, Any]]) -> set[str]:
        deleted: set[str] = set()
        for batch in _batches(rows):
            deleted |= self._changing(text, batch)
        self.report.removed += len(deleted)
        return deleted

    def _step(self) -> None:
        self.done += 1
        if self.progress and (self.done % 100 == 0 or self.done == self.facts.count):
            self.progress(self.done, self.facts.count)


def _row(fact: Record, properties: Mapping[str, Any]) -> dict[str, Any]:
    row = {"id": properties["id"], "properties": properties}
    if isinstance(fact, Relationship):
        row |= {"start": fact.start.id, "end": fact.end.id}
    return row


def _ids(transaction: Transaction, text: str, rows: list[dict[str, Any]]) -> set[str]:
    return {id for row in transaction.run(text, {"rows": rows}) for id in row["ids"]}
