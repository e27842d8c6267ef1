"""GraphML, as networkx, igraph, Gephi, yEd and Cytoscape read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from .facts import JOINED, Facts, Keys
from .xml import content, declared, quoted, shown, values

_BEGINNING = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write(facts: Facts, file: TextIO) -> None:
    """`type` is the label, or the relationship's type; `label` the name of a node."""
    nodes, edges = declared(facts)
    file.write(_BEGINNING)
    _declare(file, "node", {"label": "string"} | nodes)
    _declare(file, "edge", edges)
    file.write('<graph id="foedera" edgedefault="directed">\n')
    keys = Keys()
    for node in facts.nodes(JOINED):
        file.write(f"<node id={quoted(keys.new(node))}>")
        _data(file, "node", [("label", shown(node)), *values(node)])
        file.write("</node>\n")
    for edge in facts.edges():
        ends = f"source={quoted(keys.of(edge.start))} target={quoted(keys.of(edge.end))}"
        file.write(f"<edge id={quoted(edge.id)} {ends}>")
        _data(file, "edge", values(edge))
        file.write("</edge>\n")
    file.write("</graph>\n</graphml>\n")


def _declare(file: TextIO, of: str, types: Mapping[str, str]) -> None:
    for name, type in types.items():
        file.write(f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{type}"/>\n')


def _data(file: TextIO, of: str, values: Iterable[tuple[str, str]]) -> None:
    file.writelines(f'<data key="{of}-{name}">{content(text)}</data>' for name, text in values)
