"""What every answer has in common: the question, its day and datasets, and the shapes that it can be had in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from ..graph.dates import Date
from ..graph.errors import BadInput, FoederaError
from .plain import plain

if TYPE_CHECKING:
    import networkx
    import pandas

    from .context import Context

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The ground of all answers; each adds what it found.

    An answer adds its own keys to `to_dict` (`self.about() | {…}`), and says its flat rows in `table`, with the
    names of their columns in `headings`: the other shapes follow from these.
    """

    question: Row = field(default_factory=dict, compare=False)
    """The parameters as they were understood."""
    title: str = field(default="", compare=False)
    """What was asked, in words."""
    context: Context | None = field(default=None, compare=False, repr=False)
    """The day, the datasets and how far these reach; None where the answer depends on no day."""
    drawing: Callable[[Any], str] | None = field(default=None, compare=False, repr=False)
    """Draws the answer for a notebook, where it is a network and its database is still open."""

    def asked(self, context: Context | None, title: str, question: Row) -> Self:
        """The same answer, with what was asked."""
        return replace(self, context=context, title=title, question=question)

    @property
    def as_of(self) -> Date | None:
        """The day that the answer is for, never beyond what the datasets cover; None where it depends on no day."""
        return self.context.as_of if self.context and not self.context.timeless else None

    @property
    def datasets(self) -> Sequence[str]:
        """The datasets whose word it is: those asked that speak of it."""
        return self.context.whose if self.context else []

    @property
    def several(self) -> bool:
        """Whether several datasets were asked, so that it matters whose word something is."""
        return self.context is not None and len(self.context.asked) > 1

    def naming(self, columns: Sequence[str]) -> Sequence[str]:
        """The columns of `table()`, with whose word a row is where several datasets were asked."""
        return (*columns, "dataset") if self.several else columns

    @property
    def note(self) -> str | None:
        """What makes the answer less than it seems: the day lies beyond the datasets, or one is half loaded."""
        return self.context.note if self.context else None

    def about(self) -> dict[str, Any]:
        """What the JSON of every answer says first."""
        day = self.as_of.isoformat() if self.as_of else None
        found = {"question": plain(self.question), "as_of": day, "datasets": self.datasets}
        found |= {"not_covered": dict(self.context.uncovered)} if self.context and self.context.beyond else {}
        return found | ({"note": self.note} if self.note else {})

    def to_dict(self) -> dict[str, Any]:
        """The answer as `--format json` prints it: texts, numbers, lists and objects, dates as ISO text."""
        return self.about()

    def table(self) -> Sequence[Row]:
        """The answer as flat rows, all with the columns `headings()`."""
        return []

    def headings(self) -> Sequence[str]:
        """The columns of `table()`, in order; there where no row is."""
        rows = self.table()
        return list(rows[0]) if rows else []

    def summary(self) -> Sequence[str]:
        """What is said of the answer as a whole, such as its verdict."""
        return []

    def to_pandas(self) -> pandas.DataFrame:
        """The rows of `table()` as a DataFrame, its columns always those of `headings()`.

        Raises:
            FoederaError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise FoederaError(
                'to_pandas needs pandas; install it with pip install "foedera[pandas]"'
            ) from None
        return pandas.DataFrame([dict(row) for row in self.table()], columns=list(self.headings()))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The answer as a networkx graph: nodes by their ids, edges by theirs, with their properties.

        Raises:
            BadInput: the answer is no network.
        """
        raise BadInput(
            f"{type(self).__name__} is no network; path, attack and rows with nodes and relationships are"
        )

    def _repr_html_(self) -> str:
        from .notebook import html

        return html(self)
