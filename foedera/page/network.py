"""pyvis builds the network, our template makes the page of it.

pyvis gets nothing but numbers. All text stands in one packed block, which the browser never runs, and
reaches the screen as text only. The policy in the page's head allows the two scripts by their hashes
and nothing else, no request of any kind.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from . import web
from .bends import bend, past_others
from .data import Json, PageData
from .drawing import Drawing, drawing, fits
from .facts import facts, map_json
from .geography import world_map
from .layout import positions
from .packed import columns, cut, packed

_OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": False,
        "selectable": False,
        "keyboard": {"enabled": False},
    },
}


def page(data: PageData, drawn: Drawing | None = None) -> str:
    """The whole page, as text with LF line ends.

    Args:
        drawn: what is drawn for the data, where that is worked out already.

    Raises:
        BadInput: it is too large to draw.
    """
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    drawn = drawn or drawing(data)
    places = placed(data, drawn)
    network = _network(data, drawn, places)
    vis, script, style = web.read_library(), web.read_script(), web.read_style()

    def block(nodes: list[Json], edges: list[Json], options: str) -> str:
        drawing = {"nodes": columns(nodes), "edges": columns(edges), "options": json.loads(options)}
        return Markup(
            packed({**facts(data, drawn), "drawing": drawing, "map": map_json(world_map(data, drawn))})
        )

    templates = DictLoader({"template.html": web.read_template()})
    environment = Environment(loader=templates, autoescape=True, undefined=StrictUndefined)
    environment.globals = {
        "title": cut(data.title),
        "question": cut(data.question),
        "policy": _policy([vis, script], style),
        "style": Markup(style),
        "library": Markup(vis),
        "script": Markup(script),
        "block": block,
    }
    network.templateEnv = environment
    network.path = "template.html"
    return web.lines(network.generate_html().encode("utf-8", "replace").decode())


def placed(data: PageData, drawn: Drawing) -> list[tuple[int, int]]:
    """Where the nodes stand; a chain runs from left to right.

    Raises:
        BadInput: it is too large to draw.
    """
    fits(len(drawn.lines), len(drawn.nodes), data.view)
    places = positions([node.id for node in drawn.nodes], drawn.edges)
    across = {node.id: x for node, (x, _) in zip(drawn.nodes, places, strict=True)}
    ends = [across.get(f"party:{id}", 0) for id in data.view.centre]
    turned = len(ends) == 2 and ends[0] > ends[1]
    return [(-x if turned else x, y) for x, y in places]


def _network(data: PageData, drawn: Drawing, places: list[tuple[int, int]]) -> Any:
    """pyvis' network of it: nodes and edges by their index, so that no text from the data gets in."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.options = dict(_OPTIONS)
    for index, (x, y) in enumerate(places):
        network.add_node(index, label=" ", x=x, y=y)
    changed = past_others(data, drawn, places)
    for index, line in enumerate(drawn.lines):
        network.add_edge(line.start, line.end, id=index, bend=changed.get(index, bend(line.bend)))
    assert len(network.edges) == len(drawn.lines) and len(network.nodes) == len(drawn.nodes)
    return network


def _policy(scripts: list[str], style: str) -> str:
    hashes = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)};"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
