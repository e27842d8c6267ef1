"""Opening the database for a command."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from .output import say

if TYPE_CHECKING:
    from foedera.database import Database

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


def primed(rows: Iterable[T]) -> Iterator[T]:
    """The same rows, the first already fetched: what fails at the start fails before a line is printed."""
    coming = iter(rows)
    first = list(_first(coming))
    return chain(first, coming)


def _first(coming: Iterator[T]) -> Iterator[T]:
    for row in coming:
        yield row
        return
