"""Stored queries and free Cypher."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from .opened import Day, Names, Opened, day_text, many

if TYPE_CHECKING:
    from ..queries.header import Query
    from ..queries.plan import Plan
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
        ('country', 'name', 'since', 'until', 'status', 'certain', 'note', 'sources', 'checked', 'dataset')
        >>> len(members), members[0]["country"], members[0]["since"]
        (32, 'ALB', '2009-04-01')
        """
        from ..queries.networks import entities_of

        with self.stream_query(name, params, on=on, datasets=datasets, timeout=timeout, **named) as rows:
            found = rows.whole()
        return found if next(entities_of(found.rows), None) is None else self._drawn(found)

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
        from ..queries.caveats import caveats
        from ..queries.parameters import TODAY, bind
        from ..queries.rows import Stream
        from ..queries.stored import stream

        found = get(name)
        values = {**(params or {}), **named}
        given = {key: _text(value) for key, value in values.items() if value is not None}
        options = {"on": on, "datasets": datasets}
        for each in (*given, *(name for name, value in options.items() if value is not None)):
            found.param(each)
        day, chosen = given.pop("on", on), given.pop("datasets", datasets)
        day = None if day == TODAY else day
        dated = any(each.name == "on" for each in found.params)
        context = self._context(day, chosen or _by_default(found), dated=dated)
        bound = bind(self.store, context, found, given)
        if dated:
            given["on"] = context.on.isoformat()
        else:
            # what is asked for at any time has no day to fall short of
            timeless = all(each.type != "date" for each in found.params)
            context = replace(context, note=context.unfinished, timeless=timeless)
        context = context.noting(context.said, *caveats(self.store, context, found, bound))
        with stream(self.store, found, bound, timeout=timeout) as rows:
            question = {"query": name, "params": given}
            yield Stream(found.columns, rows).asked(context, found.title, question)

    def cypher(
        self,
        statement: str,
        params: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Table:
        """Runs any Cypher statement; it can only read, unless `write` is set.

        Args:
            params: by name; numbers, texts, dates, lists of them. A date compares with dates alone.
            write: let it change the database; it is then run once, in this writer's turn.
            limit: rows at most; when they are there the engine is told to stop. Not with `write`.
            timeout: seconds after which the engine is told to stop.

        Raises:
            CypherError: the statement cannot be run; the place is told.
            WriteRefused: it does more than read, and `write` is not set.
            TimedOut: `timeout` was over.

        >>> db.cypher("MATCH (c:Country {id: $id}) RETURN c.name AS name", {"id": "TUR"})[0]
        {'name': 'Türkiye'}
        """
        if not write:
            with self.stream(statement, params, limit=limit, timeout=timeout) as rows:
                return self._drawn(rows.whole())
        from ..graph.errors import BadInput
        from ..queries.returned import returned
        from ..queries.rows import Table

        if limit is not None:
            raise BadInput(
                "a limit stops a statement midway, and one that writes is done whole or not at all"
            )

        found = self.store.write_cypher(statement, params, timeout=timeout)
        columns = found.columns or returned(statement)
        return Table(columns, found.rows, found.counts).asked(None, "", _question(statement, params, write))

    @contextmanager
    def stream(
        self,
        statement: str,
        params: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Iterator[Stream]:
        """The rows of a reading statement, one at a time, in the memory of a few; within a `with` statement.

        Who leaves the `with` before the last row stops the statement in the engine; so does `limit`, rows at most.

        Raises:
            Interrupted: the answer broke off after its first row.
            (and what `cypher` raises)

        >>> with db.stream("MATCH (c:Country) RETURN c.id AS id ORDER BY id") as rows:
        ...     print(next(iter(rows)))
        {'id': 'AFG'}
        """
        from ..queries.returned import returned
        from ..queries.rows import Stream

        with self.store.stream(statement, params, timeout=timeout, guarded=True) as rows:
            yield Stream(rows.columns or returned(statement), islice(rows, limit)).asked(
                None, "", _question(statement, params, False)
            )

    def explain(self, statement: str, params: Mapping[str, Any] | None = None) -> Plan:
        """What the engine would do with a statement; nothing is executed.

        Raises:
            CypherError: it cannot be run, or the engine has no plan of it.

        >>> plan = db.explain("MATCH (c:Country {id: $id}) RETURN c.name", {"id": "TUR"})
        >>> len(plan.steps) > 1, list(plan.headings())
        (True, ['operator', 'details', 'rows'])
        """
        from ..queries.plan import Plan

        engine = self.store.engine
        told = f"{engine.name} {engine.version}"
        question = {"cypher": statement, "params": dict(params or {}), "explain": True}
        found = Plan(told, tuple(self.store.explain(statement, params)))
        return found.asked(None, f"Plan of {told}, which was not executed", question)


def _by_default(query: Query) -> str | None:
    """`all` where a query that names no datasets asks all that are loaded; None where core alone."""
    defaults = [each.default for each in query.params if each.name == "datasets"]
    return "all" if defaults in ([], ["all"]) else None


def _question(statement: str, params: Mapping[str, Any] | None, write: bool) -> dict[str, Any]:
    return {"cypher": statement, "params": dict(params or {}), "write": write}


def _text(value: object) -> str:
    """A parameter as the text that its declared type is read from."""
    if isinstance(value, datetime.date):
        return day_text(value) or ""
    if isinstance(value, list | tuple | set | frozenset):
        return ",".join(many(str(each) for each in value))
    return str(value)
