"""Answers that are rows: of a stored query, or of any statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .plain import plain
from .result import Result

if TYPE_CHECKING:
    import networkx

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table(Result):
    """A whole answer: rows by column name.

    Dates are `datetime.date`; in columns that a stored query declares as dates they are text, since they may be
    known to the year or the month only: `2004-03-29`, `2004-03`, `2004`, `unknown`.
    """

    columns: Sequence[str]
    rows: Sequence[Row]
    counts: Mapping[str, int] = field(default_factory=dict)
    """What a statement wrote, such as `nodes_created`; empty where it wrote nothing."""

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, place: int) -> Row:
        return self.rows[place]

    def to_dict(self) -> dict[str, Any]:
        return self.about() | {"rows": plain(self.rows)}

    def table(self) -> Sequence[Row]:
        return self.rows

    def headings(self) -> Sequence[str]:
        return self.columns

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The nodes, relationships and paths in the rows.

        Raises:
            BadInput: there are none, or a relationship is there without the nodes that it joins.
        """
        from .networks import of_rows

        return of_rows(self.rows)


@dataclass(frozen=True, slots=True)
class Stream(Result):
    """The same, its rows one at a time as the engine sends them; to be read once, within its `with`."""

    columns: Sequence[str]
    rows: Iterator[Row]

    def __iter__(self) -> Iterator[Row]:
        return self.rows

    def table(self) -> list[Row]:
        """The rows that are left, all at once."""
        return list(self.rows)

    def headings(self) -> Sequence[str]:
        return self.columns

    def _repr_html_(self) -> str:
        """To look at it does not use it up."""
        return "<p>rows that are read once: go over them, or take .whole()</p>"

    def whole(self) -> Table:
        """All the rows as one answer."""
        return Table(self.columns, self.table()).asked(self.context, self.title, self.question)
