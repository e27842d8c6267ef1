"""Opening the database for a command."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from types import ModuleType
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

    def opened() -> store.Store:
        with _hidden("numpy", "pandas", "pyarrow"):
            import neo4j  # noqa: F401

            return store.open(
                share=share, command=command, note=lambda line: say(f"foedera: {line}"), port=port
            )

    return Database(opened)


@contextmanager
def _hidden(*names: str) -> Iterator[None]:
    """Driver and engine load these wherever they are installed and need none, at the cost of up to 1 s a command."""
    hidden = [name for name in names if name not in sys.modules]
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    modules.update(dict.fromkeys(hidden))
    try:
        yield
    finally:
        for name in hidden:
            del modules[name]


def primed(rows: Iterable[T]) -> Iterator[T]:
    """The same rows, the first already fetched: what fails at the start fails before a line is printed."""
    coming = iter(rows)
    first = list(_first(coming))
    return chain(first, coming)


def _first(coming: Iterator[T]) -> Iterator[T]:
    for row in coming:
        yield row
        return
