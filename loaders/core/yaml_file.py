"""YAML that knows its places: every text, list and mapping has the file and line where it stands.

Scalars stay text. YAML's own typing makes `NO` (Norway) false, `2004-03-29` a date but `2004-03` text,
and `1:30` a number; here the schema says what a value is, not its spelling.
"""

from pathlib import Path
from typing import TypeVar

import yaml

from ...graph.errors import BadInput
from ..mistakes import Mistakes, Place

_BASE = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")


class Text(str):
    """A scalar, as it is written."""

    place: Place


class Rows(list["Value"]):
    """A list."""

    place: Place


class Table(dict[Text, "Value"]):
    """A mapping; its keys are texts with places too."""

    place: Place


Value = Text | Rows | Table


def read(path: Path, mistakes: Mistakes) -> Table:
    """The file's mapping, empty where there is none to be had; what is wrong goes to `mistakes`.

    Raises:
        BadInput: the file cannot be read.
    """
    try:
        written = path.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot read {str(path)!r}: {error.strerror}; expected a YAML file") from None
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        mistakes.add(Place(path.name, line), f"not YAML: {error.reason}; expected UTF-8 text")
        return Table()
    return read_text(text, path.name, mistakes)


def read_text(text: str, name: str, mistakes: Mistakes) -> Table:
    """The same of a text, which messages call by that name."""
    top = _composed(text, name, mistakes)
    if top is None:
        return Table()
    try:
        value = _Values(name, mistakes).value(top)
    except RecursionError:
        mistakes.add(Place(name, 1), "too many values within values; expected a mapping of sections")
        return Table()
    if isinstance(value, Table):
        return value
    mistakes.add(Place(name, 1), f"the file holds {describe(value)}; expected a mapping of sections")
    return Table()


def describe(value: Value | None) -> str:
    """The value in a few words, for messages."""
    if isinstance(value, Text):
        return repr(str(value))
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, Rows) else "a mapping"


def _composed(text: str, name: str, mistakes: Mistakes) -> yaml.Node | None:
    """PyYAML's tree of nodes: unlike what it makes of them, it has the lines."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_BASE)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        mistakes.add(Place(name, mark.line + 1 if mark else 1), f"not YAML: {error.problem}")
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        mistakes.add(Place(name, line), f"not YAML: {error.reason}; expected UTF-8 text")
        return None
    if node is None:
        mistakes.add(Place(name, 1), "the file is empty; expected a mapping of sections")
    return node


class _Values:
    """Turns one file's nodes into values with places, and complains about what the format has no use for."""

    def __init__(self, file: str, mistakes: Mistakes) -> None:
        self._file = file
        self._mistakes = mistakes
        self._seen: set[int] = set()

    def value(self, node: yaml.Node) -> Value:
        place = self._place(node)
        if id(node) in self._seen:
            self._mistakes.add(place, "an alias (*); expected the value itself, written out")
            return _at(Text(""), place)
        self._seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            self._mistakes.add(place, f"a tag {node.tag!r}; expected a plain value")
        if isinstance(node, yaml.MappingNode):
            return self._table(node, place)
        if isinstance(node, yaml.SequenceNode):
            return _at(Rows(self.value(item) for item in node.value), place)
        if not node.value.strip():
            self._mistakes.add(place, "nothing where a value is expected; leave its key out, or fill it in")
        return _at(Text(node.value.strip()), place)

    def _table(self, node: yaml.MappingNode, place: Place) -> Table:
        found: dict[Text, Value] = {}
        first: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key = self.value(key_node)
            value = self.value(value_node)
            if not isinstance(key, Text):
                self._mistakes.add(key.place, f"{describe(key)} as a key; expected a text")
            elif key in first:
                self._mistakes.add(
                    key.place, f"key {str(key)!r} again, first at {first[key]}; expected it once"
                )
            else:
                first[key] = key.place
                found[key] = value
        return _at(Table(found), place)

    def _place(self, node: yaml.Node) -> Place:
        return Place(self._file, node.start_mark.line + 1)


_Placed = TypeVar("_Placed", Text, Rows, Table)


def _at(value: _Placed, place: Place) -> _Placed:
    value.place = place
    return value
