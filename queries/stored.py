"""Running a stored query: its declared columns, in order, whatever the engine says of an empty answer."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..graph.dates import Bounds
from ..graph.store import Store
from .catalogue import Query

Row = dict[str, Any]


@contextmanager
def stream(
    store: Store, query: Query, values: Mapping[str, Any], *, timeout: float | None = None
) -> Iterator[Iterator[Row]]:
    """The rows one by one; dates with two bounds are one text."""
    with store.stream(query.cypher, dict(values), timeout=timeout) as rows:
        yield (shaped(query, row) for row in rows)


def rows(store: Store, query: Query, values: Mapping[str, Any]) -> list[Row]:
    """All the rows."""
    return [shaped(query, row) for row in store.read(query.cypher, dict(values))]


def shaped(query: Query, row: Mapping[str, Any]) -> Row:
    """The declared columns of a row."""
    return {name: _date(row[name]) if name in query.dates else row[name] for name in query.columns}


def _date(value: Any) -> Any:
    """A date from its bounds, as `{since m}` or `{until m}` gives them; a plain date stays one."""
    if not isinstance(value, list):
        return value
    earliest, latest, *known = value
    if earliest is not None:
        return str(Bounds(earliest, latest or earliest))
    return "unknown" if known and known[0] is False else None
