"""What the two XML formats share: typed attributes, and text that XML can hold.

Written here rather than by networkx, whose writers hold the whole document in memory, take no lists, and, for GEXF,
date the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from ..graph.properties import Type
from .facts import CERTAIN, JOINED, Edge, Facts, Node, joins, name_of

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INNER: Final = ("digest", "keys")
"""Properties that serve the database alone."""

TYPES: Final[Mapping[Type, str]] = {
    "string": "string",
    "strings": "string",
    "date": "string",
    "boolean": "boolean",
    "integer": "long",
    "float": "double",
}


def declared(facts: Facts) -> tuple[dict[str, str], dict[str, str]]:
    """The attributes of nodes, and those of edges, with their types: before all others what they are."""
    nodes, edges = {"type": "string"}, {"type": "string"}
    for label in JOINED:
        nodes |= _types(facts, label)
    for type, _, _ in joins():
        edges |= _types(facts, type)
    return nodes, edges


def _types(facts: Facts, of: str) -> dict[str, str]:
    properties = facts.properties(of) | ({"certain": CERTAIN} if facts.dated else {})
    return {name: TYPES[each.type] for name, each in properties.items() if name not in _INNER}


def values(fact: Node | Edge) -> Iterator[tuple[str, str]]:
    """The attributes of a node or an edge as text; lists as JSON, dates as ISO text."""
    yield "type", fact.label if isinstance(fact, Node) else fact.type
    for name, value in fact.properties.items():
        if name not in _INNER:
            yield name, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def shown(node: Node) -> str:
    """What a program writes beside the node."""
    return name_of(node)


def content(text: str) -> str:
    """Between two tags; a character that XML cannot hold becomes U+FFFD."""
    return escape(_ILLEGAL.sub("\ufffd", text), {"\r": "&#13;"})


def quoted(text: str) -> str:
    """As the value of an attribute, with its quotes."""
    return quoteattr(_ILLEGAL.sub("\ufffd", text))
