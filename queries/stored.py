"""Running a stored query: its declared columns, in order, whatever the engine says of an empty answer."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from ..graph.dates import Bounds, Date
from ..graph.errors import BadInput, CypherError, WriteRefused
from ..graph.store import Store
from .header import Query

Row = dict[str, Any]


@contextmanager
def stream(
    store: Store, query: Query, values: Mapping[str, Any], *, timeout: float | None = None
) -> Iterator[Iterator[Row]]:
    """The rows one by one; dates with two bounds are one text. A user's own query can only read.

    Raises:
        BadInput: a user's own query does not return what it declares.
    """
    with _told(query), store.stream(query.cypher, dict(values), timeout=timeout, guarded=query.own) as rows:
        yield (shaped(query, row) for row in rows)


def rows(store: Store, query: Query, values: Mapping[str, Any]) -> list[Row]:
    """All the rows."""
    with _told(query):
        found = store.read(query.cypher, dict(values), guarded=query.own)
    return [shaped(query, row) for row in found]


@contextmanager
def _told(query: Query) -> Iterator[None]:
    """Of what the engine refuses in a user's own query the file is told."""
    try:
        yield
    except WriteRefused:
        raise BadInput(f"{query.place}: a stored query only reads, and this one may do more") from None
    except CypherError as error:
        raise CypherError(f"{query.place}: {error}" if query.own else str(error)) from None


def shaped(query: Query, row: Mapping[str, Any]) -> Row:
    """The declared columns of a row."""
    return {name: _text(each) if name in query.dates else each for name, each in _declared(query, row)}


def dated(store: Store, query: Query, values: Mapping[str, Any]) -> list[Row]:
    """All the rows of one of our own queries, with dates as `Bounds`, None or `UNKNOWN`."""
    return [
        {name: _date(each) if name in query.dates else each for name, each in _declared(query, row)}
        for row in store.read(query.cypher, dict(values))
    ]


UNKNOWN: Final = "unknown"
"""What stands for an end of which nobody knows whether it was."""


def _declared(query: Query, row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in query.columns:
        if name not in row:
            found = ", ".join(row)
            raise BadInput(
                f"{query.place}: its header returns {name}, its Cypher does not; it returns {found}"
            )
        yield name, row[name]


def _text(value: Any) -> Any:
    """Bounds as text; whatever else a column declared as a date holds stays as it is."""
    found = _date(value) if isinstance(value, list) else value
    return str(found) if isinstance(found, Bounds) else found


def _date(value: Any) -> Any:
    """A date from its bounds, as `{since m}` or `{until m}` gives them; a plain date is known to the day."""
    if isinstance(value, Date):
        return Bounds(value, value)
    if not isinstance(value, list) or len(value) < 2:
        return value
    earliest, latest, *known = value
    if isinstance(earliest, Date):
        return Bounds(earliest, latest or earliest)
    return UNKNOWN if known and known[0] is False else earliest
