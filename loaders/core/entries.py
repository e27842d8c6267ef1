"""One mapping of the format, taken key by key; what nobody has taken in the end is a mistake."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from ...graph import dates
from ...graph.errors import BadInput
from ...graph.properties import Properties, Property
from ...graph.records import Ref, property_problems
from ..mistakes import Place
from .index import ANYTHING, Index
from .yaml_file import Rows, Table, Text, Value, describe

COMPUTED = (
    "keys", "rank", "since", "until", "until_known", "loading", "linking", "closed", "code", "coded", "phase", "contiguity"
)  # fmt: skip
"""Properties that the reader or the writer makes; dates also have a computed `…_latest`."""

_NUMBERS = {"integer": re.compile(r"-?\d{1,15}"), "float": re.compile(r"-?\d{1,15}(\.\d{1,15})?")}
_SPELL = re.compile(r"[1-9]\d?")


class Entry:
    """A mapping, with the place by which messages name it."""

    def __init__(self, index: Index, table: Table, place: Place | None = None) -> None:
        self.index = index
        self.place = place or table.place
        self.table = table
        self._left = dict(table)
        self._asked: dict[str, None] = {}

    def complain(self, text: str, value: Value | None = None) -> None:
        """Note a mistake at the value, or at the entry itself."""
        self.index.mistakes.add(value.place if value is not None else self.place, text)

    def take(self, key: str) -> Value | None:
        self._asked[key] = None
        return self._left.pop(Text(key), None)

    def listed(self, key: str) -> list[Text]:
        """The texts of a list that is taken elsewhere."""
        value = self.table.get(Text(key))
        return [each for each in value if isinstance(each, Text)] if isinstance(value, Rows) else []

    def has(self, key: str) -> bool:
        return Text(key) in self._left

    def text(self, key: str) -> Text | None:
        value = self.take(key)
        if value is None or isinstance(value, Text):
            return value
        self.complain(f"{key} is {describe(value)}; expected text", value)
        return None

    def rows(self, key: str) -> list[Value]:
        value = self.take(key)
        if value is None or isinstance(value, Rows):
            return list(value or ())
        self.complain(f"{key} is {describe(value)}; expected a list", value)
        return []

    def texts(self, key: str) -> list[Text]:
        found = []
        for each in self.rows(key):
            if isinstance(each, Text):
                found.append(each)
            else:
                self.complain(f"{key} holds {describe(each)}; expected texts", each)
        return found

    def entries(self, key: str, short: str = "") -> "list[Entry]":
        """A list of mappings; where `short` names a key, a bare text stands for that key alone."""
        found = []
        for each in self.rows(key):
            if isinstance(each, Table):
                found.append(Entry(self.index, each))
            elif short and isinstance(each, Text):
                found.append(Entry(self.index, _table(short, each)))
            else:
                self.complain(f"{key} holds {describe(each)}; expected mappings", each)
        return found

    def mappings(self, key: str) -> "dict[Text, Entry]":
        """A mapping of mappings, by their keys."""
        value = self.take(key)
        if value is None:
            return {}
        if not isinstance(value, Table):
            self.complain(f"{key} is {describe(value)}; expected a mapping", value)
            return {}
        return mappings(self.index, value)

    def entry(self, key: str) -> "Entry | None":
        value = self.take(key)
        if value is None or isinstance(value, Table):
            return None if value is None else Entry(self.index, value)
        self.complain(f"{key} is {describe(value)}; expected a mapping", value)
        return None

    def ref(self, key: str, labels: Collection[str]) -> Ref | None:
        """The thing that the key's id stands for; its absence is a mistake."""
        value = self.text(key)
        if value is None:
            self.complain(f"missing {key!r}; expected an id")
            return None
        return self.index.ref(value, labels)

    def refs(self, key: str, labels: Collection[str] = ANYTHING) -> list[Ref]:
        found = (self.index.ref(each, labels) for each in self.texts(key))
        return [ref for ref in found if ref is not None]

    def date(self, key: str) -> dates.Bounds | None:
        value = self.take(key)
        return None if value is None else self._date(key, value)

    def span(self) -> dates.Span:
        """`since` and `until`; `until: unknown` says that nobody knows whether it ended."""
        since, until = self.date("since"), self.take("until")
        if until is None:
            return dates.Span(since)
        if until == "unknown":
            return dates.Span(since, until_known=False)
        end = self._date("until", until)
        if since and end and since.earliest >= end.latest:
            self.complain(f"until {end} is not after since {since}; expected a later day", until)
            return dates.Span(since)
        return dates.Span(since, end)

    def spell(self) -> str:
        """Which time, where one party has had several; nothing where it is not said."""
        value = self.text("spell")
        if value is not None and not _SPELL.fullmatch(value):
            self.complain(f"spell is {str(value)!r}; expected which time it is: 1, 2, …", value)
        return str(value or "")

    def properties(self, declared: Properties, computed: Mapping[str, Any]) -> dict[str, Any]:
        """What the schema declares: as the YAML gives it, beside what the reader has made of it."""
        found = dict(computed)
        for name, wanted in declared.items():
            if name in computed or name in COMPUTED or name.endswith("_latest"):
                continue
            value = self.take(name)
            if value is not None:
                found |= self._property(name, wanted, value, declared)
            elif wanted.required:
                self.complain(f"missing {name!r}; expected {wanted.description}")
        return found

    def finish(self) -> None:
        """Complain about the keys that nobody took."""
        for key in self._left:
            known = sorted(self._asked)
            self.index.mistakes.add(
                key.place, f"unknown key {str(key)!r}; expected one of {', '.join(known)}", key, known
            )

    def _property(self, name: str, wanted: Property, value: Value, declared: Properties) -> dict[str, Any]:
        if wanted.type == "date":
            return self._date_properties(name, value, declared)
        given = converted(wanted, value)
        problems = list(property_problems({name: wanted}, {name: given}))
        for problem in problems:
            self.complain(problem, value)
        return {} if problems else {name: given}

    def _date_properties(self, name: str, value: Value, declared: Properties) -> dict[str, Any]:
        bounds = self._date(name, value)
        if bounds is None:
            return {}
        if f"{name}_latest" in declared:
            return {name: bounds.earliest, f"{name}_latest": bounds.latest}
        if bounds.earliest != bounds.latest:
            self.complain(f"{name} is {str(bounds)!r}; expected a single day such as 2004-03-29", value)
        return {name: bounds.earliest}

    def _date(self, key: str, value: Value) -> dates.Bounds | None:
        if not isinstance(value, Text):
            self.complain(f"{key} is {describe(value)}; expected a date", value)
            return None
        try:
            return dates.parse(str(value))
        except BadInput as error:
            self.complain(f"{key}: {error}", value)
            return None


def converted(wanted: Property, value: Value) -> object:
    """The value as its declared type, or as it is where it does not fit, for the schema to refuse."""
    if isinstance(value, Rows):
        return [str(each) if isinstance(each, Text) else each for each in value]
    if isinstance(value, Table):
        return dict(value)
    text = str(value)
    if wanted.type == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if wanted.type in _NUMBERS and _NUMBERS[wanted.type].fullmatch(text):
        return int(text) if wanted.type == "integer" else float(text)
    return text


def mappings(index: Index, table: Table) -> dict[Text, Entry]:
    """The mappings that a mapping holds, each named by its key."""
    found = {}
    for key, value in table.items():
        if isinstance(value, Table):
            found[key] = Entry(index, value, key.place)
        else:
            index.mistakes.add(key.place, f"{key!s} is {describe(value)}; expected a mapping")
    return found


def _table(key: str, text: Text) -> Table:
    """The mapping that a bare text is short for."""
    name = Text(key)
    name.place = text.place
    table = Table({name: text})
    table.place = text.place
    return table
