"""What the driver returns, as the types that Python programs use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Params = Mapping[str, Any] | None
_PLAIN: Final = frozenset((str, int, type(None), bool, float))


def native(value: Any) -> Any:
    """Dates and times become `datetime` ones; nodes, relationships and paths stay what the driver made them.

    The test by name keeps `neo4j.time` out of the import of this module.
    """
    kind = type(value)
    if kind is list:
        return [item if type(item) in _PLAIN else native(item) for item in value]
    if kind.__module__ == "neo4j.time" and kind.__name__ in ("Date", "DateTime", "Time"):
        return value.to_native()
    if kind is dict:
        return {key: native(item) for key, item in value.items()}
    return value


@dataclass(frozen=True)
class Rows:
    """A whole answer. `columns` is what the engine named; the embedded one names none where no row came."""

    columns: list[str]
    rows: list[dict[str, Any]]
    counts: Mapping[str, int] = field(default_factory=dict)
    """What was written, as the engine counts it: `nodes_created`, `properties_set`, …; only what is not 0."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def row(record: Any) -> dict[str, Any]:
    """One record of the driver. Not `record.data()`, which would flatten nodes and relationships."""
    return {key: native(value) for key, value in record.items()}


def rows(result: Any) -> Rows:
    """All records of a driver's result."""
    records = [row(record) for record in result]
    columns = list(result.keys())
    counters = vars(result.consume().counters)
    return Rows(
        columns, records, {name: each for name, each in counters.items() if type(each) is int and each}
    )
