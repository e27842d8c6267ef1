"""An open database, and what every question to it needs: the store, the day and the datasets."""

from __future__ import annotations

import datetime
import weakref
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self, TypeAlias, TypeVar

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..queries.context import Context
    from ..queries.result import Result
    from ..queries.rows import Table
    from ..queries.things import Thing

Answer = TypeVar("Answer", bound="Result")
Day: TypeAlias = str | datetime.date | None
"""A day, as a date or as text such as 2004-03-29; None is today."""
Names: TypeAlias = str | Iterable[str] | None
"""One name or several."""


class Opened:
    """A store that is opened when it is first needed, until it is closed.

    Args:
        closing: whether the store is closed too; not where others use it.
    """

    def __init__(self, opening: Callable[[], Store], *, closing: bool = True) -> None:
        self._opening = opening
        self._closing = closing
        self._store: Store | None = None
        self._finalizer: weakref.finalize[..., Opened] | None = None
        self._closed = False

    @property
    def store(self) -> Store:
        """The store below, for statements that no verb has.

        Raises:
            Unavailable: the database was closed, or cannot be opened.
        """
        if self._closed:
            from ..graph.errors import Unavailable

            raise Unavailable("this database was closed; open it again with foedera.open()")
        if self._store is None:
            self._store = self._opening()
            if self._closing:
                self._finalizer = weakref.finalize(self, self._store.close)
        return self._store

    def close(self) -> None:
        """Gives the database back; other processes may then take it. A second call does nothing."""
        self._closed = True
        if self._finalizer is not None:
            self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        if self._closed or self._store is None:
            return f"<foedera database, {'closed' if self._closed else 'not yet open'}>"
        engine = self._store.engine
        return f"<foedera database, {engine.name} {engine.version} at {engine.home or engine.address}>"

    def _drawn(self, answer: Answer) -> Answer:
        """The same answer, which a notebook shows as a page."""
        return replace(answer, drawing=Drawing(self._framed))

    def _framed(self, answer: Any) -> str:
        """The page of an answer as HTML for a notebook."""
        from ..page import framed

        return framed(self.store, answer.context or self._context(None, self._spoken(answer)), answer)

    def _spoken(self, answer: Table) -> list[str] | None:
        """The loaded datasets that the rows' facts belong to; None where they belong to none."""
        from ..queries.networks import entities_of

        loaded = {each["id"] for each in self.store.read("MATCH (d:Dataset) RETURN d.id AS id ORDER BY id")}
        return sorted(loaded & {each.get("dataset") for each in entities_of(answer.rows)}) or None

    def _context(self, on: Day, datasets: Names, prefer: str | None = None, *, dated: bool = True) -> Context:
        from ..queries.context import context

        chosen = None if datasets is None else ",".join(many(datasets))
        return context(self.store, day_text(on), chosen, prefer, dated=dated)

    def _whose(self, thing: Thing, context: Context) -> str | None:
        """The dataset of a thing that those asked by default do not hold; None where they do."""
        if len(context.extents) == len(context.asked):
            return None
        cypher = f"MATCH (n:{thing.label} {{id: $id}}) RETURN n.dataset AS dataset"
        whose: str = self.store.read(cypher, {"id": thing.id}).rows[0]["dataset"]
        return whose if whose in context.extents and whose not in context.asked else None

    def _covered(self, on: Day, datasets: Names, what: str) -> Context:
        """The context of what cannot be done without facts of the day.

        Raises:
            BadInput: no dataset asked speaks of it.
        """
        context = self._context(on, datasets)
        if context.not_covered:
            from ..graph.errors import BadInput

            raise BadInput(
                f"{what}: not covered: {context.not_covered}; expected a day that they cover, with --on"
            )
        return context


class Drawing:
    """Draws an answer from the database that gave it; a copy of the answer in another process has none."""

    def __init__(self, draw: Callable[[Any], str]) -> None:
        self._draw = weakref.WeakMethod(draw)

    def __call__(self, answer: Any) -> str:
        from ..graph.errors import Unavailable

        draw = self._draw()
        if draw is None:
            raise Unavailable("the database of this answer was closed")
        return draw(answer)

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        return type(None), ()


def many(names: Names) -> tuple[str, ...]:
    """One name or several as several."""
    if names is None:
        return ()
    return (names,) if isinstance(names, str) else tuple(names)


def day_text(on: Day) -> str | None:
    """The day as text; what is no day is told before the database is opened."""
    from ..graph.dates import day

    if on is None:
        return None
    return day(on.date() if isinstance(on, datetime.datetime) else on).isoformat()
