"""A folder of CSV files, one a label and one a pair of labels that a relationship type joins.

Their headers are those of `neo4j-admin database import`, and a script with its command lies beside them.
An empty list is an empty field, which is no property.
"""

from __future__ import annotations

import csv
import shlex
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ..graph.errors import FoederaError
from ..graph.properties import Property, Type
from ..graph.schema import NODES
from .facts import Facts, joins

MARK: Final = "foedera-export.txt"
SCRIPT: Final = "neo4j-admin-import.sh"
DELIMITERS: Final = (";", "|", "\x1f")
"""Between the items of a list: the first that no item holds."""

TYPES: Final[Mapping[Type, str]] = {
    "string": "",
    "strings": ":string[]",
    "date": ":date",
    "boolean": ":boolean",
    "integer": ":long",
    "float": ":double",
}


class _Clash(Exception):
    """An item of a list holds the delimiter."""


def write(facts: Facts, folder: Path) -> None:
    """Files of labels and types of which there is nothing are left out."""
    for delimiter in DELIMITERS:
        facts.node_count = facts.edge_count = 0
        try:
            names = _write(facts, folder, delimiter)
        except _Clash:
            continue
        _script(folder, names, delimiter)
        return
    raise FoederaError(
        "a list holds an item with ; and | and a control character; CSV cannot tell them apart"
    )


def _write(facts: Facts, folder: Path, delimiter: str) -> list[str]:
    written = []
    for label in NODES:
        columns = facts.properties(label)
        header = [f"id:ID({label})", *_header(columns), ":LABEL"]
        rows = ([*_cells(columns, node.properties, delimiter), node.label] for node in facts.nodes((label,)))
        written += _file(folder / f"nodes-{label}.csv", header, rows)
    for type, start, end in joins():
        columns = facts.properties(type)
        header = [f":START_ID({start})", f":END_ID({end})", "id", *_header(columns), ":TYPE"]
        rows = (
            [edge.start.id, edge.end.id, *_cells(columns, edge.properties, delimiter), edge.type]
            for edge in facts.edges_of(type, start, end)
        )
        written += _file(folder / f"relationships-{type}-{start}-{end}.csv", header, rows)
    return written


def _header(columns: Mapping[str, Property]) -> list[str]:
    """All but the id, which comes first."""
    return [f"{name}{TYPES[each.type]}" for name, each in columns.items() if name != "id"]


def _cells(columns: Iterable[str], properties: Mapping[str, Any], delimiter: str) -> list[str]:
    return [_cell(properties.get(name), delimiter) for name in columns]


def _cell(value: Any, delimiter: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        if any(delimiter in item for item in value):
            raise _Clash
        return delimiter.join(value)
    return str(value)


def _file(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The file's name, where there is a row for it."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow(row)
            count += 1
    if not count:
        path.unlink()
    return [path.name] if count else []


def _script(folder: Path, names: Iterable[str], delimiter: str) -> None:
    """The command that makes a Neo4j database of these files; it is run in their folder."""
    given = delimiter if delimiter.isprintable() else f"U+{ord(delimiter):04X}"
    options = [f"--array-delimiter={given}", "--multiline-fields=true"]
    options += [f"--{name.partition('-')[0]}={name}" for name in names]
    lines = " \\\n  ".join(["neo4j-admin database import full neo4j", *map(shlex.quote, options)])
    (folder / SCRIPT).write_text(f'#!/bin/sh\ncd "$(dirname "$0")" &&\n{lines}\n', "utf-8", newline="\n")
