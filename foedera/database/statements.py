"""Stored queries and free Cypher."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .opened import Day, Names, Opened, day_text, many

if TYPE_CHECKING:
    from ..queries.catalogue import Query
    from ..queries.rows import Stream, Table


class Statements(Opened):
    """What is written in Cypher: the stored queries, and your own."""

    def queries(self, words: str = "") -> list[Query]:
        """The stored queries in which all the words occur, by subject.

        >>> [query.name for query in db.queries("major non-NATO ally steps")]
        ['mnna-steps']
        """
        from ..queries.catalogue import search

        return search(words)

    def query(
        self,
        name: str,
        params: Mapping[str, object] | None = None,
        /,
        *,
        on: Day = None,
        datasets: Names = None,
        timeout: float | None = None,
        **named: object,
    ) -> Table:
        """Runs a stored query.

        Args:
            params, named: its parameters, by name; text, dates, numbers. None is as if left out.
            timeout: seconds after which the engine is told to stop.

        Raises:
            BadInput: there is no such query or parameter, one is missing, or is not of its type.
            TimedOut: `timeout` was over.

        >>> members = db.query("members", organization="NATO", on="2024-07-01")
        >>> members.columns
        ('country', 'name', 'since', 'until', 'certain', 'sources', 'checked')
        >>> len(members), members[0]["country"], members[0]["since"]
        (32, 'ALB', '2009-04-01')
        """
        with self.stream_query(name, params, on=on, datasets=datasets, timeout=timeout, **named) as found:
            return found.whole()

    @contextmanager
    def stream_query(
        self,
        name: str,
        params: Mapping[str, object] | None = None,
        /,
        *,
        on: Day = None,
        datasets: Names = None,
        timeout: float | None = None,
        **named: object,
    ) -> Iterator[Stream]:
        """The same, its rows one at a time, within a `with` statement."""
        from ..queries.catalogue import get
        from ..queries.parameters import bind
        from ..queries.rows import Stream
        from ..queries.stored import stream

        found = get(name)
        values = {**(params or {}), **named}
        given = {key: _text(value) for key, value in values.items() if value is not None}
        for each in (*given, *(["on"] if on is not None else [])):
            found.param(each)
        context = self._context(on, datasets)
        bound = bind(self.store, context, found, given)
        if "on" in bound:
            given["on"] = context.on.isoformat()
        else:
            # what is asked for at any time has no day to fall short of
            context = replace(context, note=context.unfinished)
        with stream(self.store, found, bound, timeout=timeout) as rows:
            question = {"query": name, "params": given}
            yield Stream(found.columns, rows).asked(context, found.title, question)

    def cypher(
        self,
        statement: str,
        params: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        timeout: float | None = None,
    ) -> Table:
        """Runs any Cypher statement; it can only read, unless `write` is set.

        Args:
            params: by name; numbers, texts, dates, lists of them. A date compares with dates alone.
            write: let it change the database; it is then run once, in this writer's turn.
            timeout: seconds after which the engine is told to stop.

        Raises:
            CypherError: the statement cannot be run; the place is told.
            WriteRefused: it does more than read, and `write` is not set.
            TimedOut: `timeout` was over.

        >>> db.cypher("MATCH (c:Country {id: $id}) RETURN c.name AS name", {"id": "TUR"})[0]
        {'name': 'Türkiye'}
        """
        if not write:
            with self.stream(statement, params, timeout=timeout) as rows:
                return rows.whole()
        from ..queries.rows import Table

        found = self.store.write_cypher(statement, params, timeout=timeout)
        return Table(found.columns, found.rows).asked(None, "", _question(statement, params, write))

    @contextmanager
    def stream(
        self, statement: str, params: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> Iterator[Stream]:
        """The rows of a reading statement, one at a time, in the memory of a few; within a `with` statement.

        Raises:
            Interrupted: the answer broke off after its first row.
            (and what `cypher` raises)

        >>> with db.stream("MATCH (c:Country) RETURN c.id AS id ORDER BY id") as rows:
        ...     print(next(iter(rows)))
        {'id': 'AFG'}
        """
        from ..queries.rows import Stream

        with self.store.stream(statement, params, timeout=timeout, guarded=True) as rows:
            yield Stream(rows.columns, iter(rows)).asked(None, "", _question(statement, params, False))


def _question(statement: str, params: Mapping[str, Any] | None, write: bool) -> dict[str, Any]:
    return {"cypher": statement, "params": dict(params or {}), "write": write}


def _text(value: object) -> str:
    """A parameter as the text that its declared type is read from."""
    if isinstance(value, datetime.date):
        return day_text(value) or ""
    if isinstance(value, list | tuple | set | frozenset):
        return ",".join(many(str(each) for each in value))
    return str(value)
