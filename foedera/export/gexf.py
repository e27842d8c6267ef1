"""GEXF 1.2 as Gephi reads it: with all of the history it is dynamic, and the timeline filters it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from .facts import JOINED, Edge, Facts, Keys, Node
from .xml import declared, quoted, shown, values

_BEGINNING = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta><creator>Foedera</creator></meta>
"""


def write(facts: Facts, file: TextIO) -> None:
    """`type` is the label, or the relationship's type.

    `start` and `end` are the first and the last day on which something possibly held, `end` included, as GEXF has it.
    """
    nodes, edges = declared(facts)
    file.write(_BEGINNING)
    mode = 'mode="static"' if facts.dated else 'mode="dynamic" timeformat="date"'
    file.write(f'<graph defaultedgetype="directed" {mode}>\n')
    _declare(file, "node", nodes)
    _declare(file, "edge", edges)
    keys = Keys()
    file.write("<nodes>\n")
    for node in facts.nodes(JOINED):
        named = f"id={quoted(keys.new(node))} label={quoted(shown(node))}"
        file.write(f"<node {named}{_span(facts, node)}>")
        _values(file, values(node), nodes)
        file.write("</node>\n")
    file.write("</nodes>\n<edges>\n")
    for edge in facts.edges():
        ends = f"source={quoted(keys.of(edge.start))} target={quoted(keys.of(edge.end))}"
        named = f'id={quoted(edge.id)} {ends} type="directed" label={quoted(edge.type)}'
        file.write(f"<edge {named}{_span(facts, edge)}>")
        _values(file, values(edge), edges)
        file.write("</edge>\n")
    file.write("</edges>\n</graph>\n</gexf>\n")


def _declare(file: TextIO, of: str, types: Mapping[str, str]) -> None:
    file.write(f'<attributes class="{of}">\n')
    for number, (name, type) in enumerate(types.items()):
        file.write(f'<attribute id="{number}" title="{name}" type="{type}"/>\n')
    file.write("</attributes>\n")


def _values(file: TextIO, values: Iterable[tuple[str, str]], types: Mapping[str, str]) -> None:
    numbers = {name: number for number, name in enumerate(types)}
    file.write("<attvalues>")
    file.writelines(f'<attvalue for="{numbers[name]}" value={quoted(text)}/>' for name, text in values)
    file.write("</attvalues>")


def _span(facts: Facts, fact: Node | Edge) -> str:
    """The days between which the timeline shows it."""
    if facts.dated:
        return ""
    since: Any = fact.properties.get("since")
    until: Any = fact.properties.get("until_latest")
    start = f' start="{since.isoformat()}"' if since else ""
    if not until or until == datetime.date.max:
        return start
    last = max(until - datetime.timedelta(1), since or datetime.date.min)
    return f'{start} end="{last.isoformat()}"'
