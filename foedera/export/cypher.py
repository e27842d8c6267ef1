"""A Cypher script, a statement a line, that makes the same graph in an empty database of either engine."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Any, Final, TextIO

from ..graph import statements
from .facts import Edge, Facts, Node

ROWS: Final = 100
"""Facts a statement: it is parsed whole."""


def write(facts: Facts, file: TextIO) -> None:
    """Constraints, nodes, relationships; run twice it changes nothing."""
    file.writelines(f"{constraint};\n" for constraint in statements.constraints())
    for label, nodes in groupby(facts.nodes(), lambda node: node.label):
        _write(file, statements.merge_nodes(label), map(_node, nodes))
    for kind, edges in groupby(facts.edges(), lambda edge: (edge.type, edge.start.label, edge.end.label)):
        _write(file, statements.merge_relationships(*kind), map(_edge, edges))


def _write(file: TextIO, statement: str, rows: Iterator[dict[str, Any]]) -> None:
    while batch := list(islice(rows, ROWS)):
        text = statement.replace("$rows", literal(batch), 1).removesuffix(statements.WRITTEN)
        file.write(f"{text};\n")


def _node(node: Node) -> dict[str, Any]:
    return {"id": node.id, "properties": node.properties}


def _edge(edge: Edge) -> dict[str, Any]:
    return {"id": edge.id, "start": edge.start.id, "end": edge.end.id, "properties": edge.properties}


def literal(value: Any) -> str:
    """The value as Cypher writes it, on one line.

    >>> literal({"name": "Côte d'Ivoire", "since": datetime.date(1960, 8, 7), "names": ["a\\\\b"], "n": 1.5})
    "{name: 'Côte d\\\\'Ivoire', since: date('1960-08-07'), names: ['a\\\\\\\\b'], n: 1.5}"
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {literal(each)}' for name, each in value.items())}}}"
    if isinstance(value, Iterable):
        return f"[{', '.join(map(literal, value))}]"
    return repr(value)


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + "".join(_one(c) for c in escaped) + "'"


def _one(c: str) -> str:
    return f"\\u{ord(c):04x}" if ord(c) < 32 or c in _BREAKS else c


_BREAKS: Final = "\x7f\x85\u2028\u2029"
"""What some program takes for the end of a line."""
