"""What the core's files define: every id that a fact can point at, and the sources that it can cite."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...graph.dates import Bounds, Date
from ...graph.parts import Instrument
from ...graph.records import Ref, a, fold
from ..mistakes import Mistakes, Place
from .yaml_file import Rows, Table, Text

ANYTHING = ("Country", "Organization", "Area", "Agreement", "Obligation", "Event", "Proposal")
_NAMED = ("name", "title", "official_name", "names")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a scenario's facts may name and do not hold: the files around them, or a database.

    Args:
        things: label and names by id.
        sources: ids of sources.
        instruments: the agreement of an id, and the designations that carry it out.
        begins: the first day of what gives none. What is made up needs no source either.
    """

    things: Mapping[str, tuple[str, Table]]
    sources: Collection[str]
    instruments: Callable[[str], Iterable[Instrument]]
    begins: Bounds


@dataclass
class Index:
    """Ids by label; `today` is the last day on which anything can have been checked, if that is asked."""

    mistakes: Mistakes
    today: Date | None = None
    beside: Beside | None = None
    sources: Collection[str] = ()
    _labels: dict[str, str] = field(default_factory=dict)
    _places: dict[str, Place] = field(default_factory=dict)
    _tables: dict[str, Table] = field(default_factory=dict)

    def define(self, label: str, id: str, place: Place, table: Table) -> None:
        """Take note of an id; `show` and `about` look all of them up in one place, so none may mean two."""
        if id in self._labels:
            self.mistakes.add(
                place,
                f"id {id!r} again, first at {self._places[id]} as {a(self._labels[id])};"
                " expected an id of its own",
            )
            return
        if self.beside and id in self.beside.things:
            held = a(self.beside.things[id][0])
            self.mistakes.add(place, f"id {id!r} is {held} already; expected an id of its own")
            return
        self._labels[id], self._places[id], self._tables[id] = label, place, table

    def ref(self, id: Text, labels: Collection[str] = ANYTHING) -> Ref | None:
        """What the id stands for, or a mistake where it is nothing, or nothing of the labels wanted."""
        label = self._labels.get(id) or self._beside().get(id, (None,))[0]
        if label is not None and label in labels:
            return Ref(label, str(id))
        wanted = " or ".join(a(each) for each in labels) if len(labels) < 4 else "anything defined here"
        if label is not None:
            self.mistakes.add(id.place, f"{str(id)!r} is {a(label)}; expected the id of {wanted}")
        else:
            known = self._spellings(id, labels)
            self.mistakes.add(id.place, f"unknown id {str(id)!r}; expected the id of {wanted}", id, known)
        return None

    def _spellings(self, wrong: str, labels: Collection[str]) -> Iterator[str]:
        """The ids of these labels, and those whose name is just what was written."""
        for id, (label, table) in {**self._beside(), **self.known()}.items():
            if label in labels:
                yield f"{wrong} ({id})" if fold(wrong) in _names(table) else id

    def known(self) -> Mapping[str, tuple[str, Table]]:
        """Label and names of everything that is defined here."""
        return {id: (label, self._tables[id]) for id, label in self._labels.items()}

    def _beside(self) -> Mapping[str, tuple[str, Table]]:
        return self.beside.things if self.beside else {}


def _names(table: Table) -> set[str]:
    """All names that an entry gives itself, folded."""
    found = (table.get(Text(key)) for key in _NAMED)
    texts = (each for value in found for each in (value if isinstance(value, Rows) else [value]))
    return {fold(text) for text in texts if isinstance(text, Text)}
