"""Opening what a command asks: the database, and the day and datasets of the question."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from .output import say

if TYPE_CHECKING:
    from foedera.database import Database
    from foedera.graph.store import Store
    from foedera.queries.context import Context

T = TypeVar("T")


def database(*, share: bool = False, port: int | None = None) -> Database:
    """The database, opened when it is first needed: what is wrong before that is told without it.

    Long commands share the embedded one while they run; short ones need not.

    Args:
        port: hold the embedded database, and listen there; 0 for any free port.
    """
    from foedera.database import Database
    from foedera.graph import store

    command = " ".join(["foedera", *sys.argv[1:2]])
    return Database(
        lambda: store.open(share=share, command=command, note=lambda line: say(f"foedera: {line}"), port=port)
    )


@contextmanager
def question(
    on: str | None = None, datasets: str | None = None, *, share: bool = False
) -> Iterator[tuple[Store, Context]]:
    """The database, and the day and datasets that the question is about."""
    from foedera.graph.dates import day
    from foedera.queries.context import context

    if on is not None:
        day(on)  # an impossible day is told before the database is opened
    with database(share=share) as db:
        yield db.store, context(db.store, on, datasets)


def primed(rows: Iterable[T]) -> Iterator[T]:
    """The same rows, the first already fetched: what fails at the start fails before a line is printed."""
    coming = iter(rows)
    first = list(_first(coming))
    return chain(first, coming)


def _first(coming: Iterator[T]) -> Iterator[T]:
    for row in coming:
        yield row
        return
