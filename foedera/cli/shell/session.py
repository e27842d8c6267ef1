"""A session of the shell: its parameters, its format, its day, and what a line does in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..free import answer
from ..output import Answer, Format, Part, emit
from ..session import primed
from ..stored import columns
from .input import WORDS, Typed

if TYPE_CHECKING:
    from foedera.database import Database


class Leave(Exception):
    """The user wants to go."""


@dataclass
class Session:
    """One user and one database; `day` is what `:on` was told, None for today."""

    db: Database
    form: Format
    write: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    day: str | None = None
    _given: Mapping[str, Any] | None = None

    def run(self, line: Typed) -> None:
        """Runs a statement or a command, and prints its answer.

        Raises:
            FoederaError: what was wrong with it; the session goes on.
            Leave: it was `:exit`.
        """
        if line.is_command or line.text.lower() in WORDS:
            from .commands import run

            run(self, line.text.removeprefix(":"))
        else:
            answer(self.db, line.text, self.params(line.text), self.form, write=self.write)

    def params(self, text: str = "$") -> dict[str, Any]:
        """The parameters of a statement: those that were set, else the session's day and datasets."""
        return {**(self._dated() if "$" in text else {}), **self.values}

    def on(self, day: str | None) -> None:
        """Another day to ask about; None for today."""
        self.day, self._given = day, None

    def query(self, name: str, given: Mapping[str, str]) -> None:
        """Runs a stored query as of the session's day, unless it is given another."""
        from foedera.queries.catalogue import get

        params = dict(given)
        declared = {param.name for param in get(name).params}
        day = params.pop("on") if {"on"} <= params.keys() & declared else self.day
        datasets = params.pop("datasets") if {"datasets"} <= params.keys() & declared else None
        with self.db.stream_query(
            name, params, on=day if "on" in declared else None, datasets=datasets
        ) as rows:
            emit(Answer.of(rows, Part("rows", primed(rows), columns(rows))), self.form)

    def _dated(self) -> Mapping[str, Any]:
        """`$on` and `$datasets`, as the stored queries have them; nothing in a database that holds none."""
        if self._given is None:
            from foedera.graph.errors import BadInput
            from foedera.queries.context import context

            try:
                self._given = context(self.db.store, self.day).params
            except BadInput:
                return {}
        return self._given
