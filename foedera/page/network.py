"""One HTML file from a page's facts: pyvis builds the network, our template makes the page of it.

pyvis gets nothing but numbers. All text stands in one JSON block, which the browser never runs, and
reaches the screen as text only. The policy in the page's head allows the two scripts by their hashes
and nothing else, no request of any kind.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from ..graph import vocabulary
from .data import Arrow, Json, PageData, span_json
from .drawing import Drawing, drawing
from .layout import positions
from .shown import shown

SCRIPTS = (
    "model.js",
    "draw.js",
    "labels.js",
    "details.js",
    "panel.js",
    "table.js",
    "search.js",
    "legend.js",
    "main.js",
)
"""Our scripts, in the order in which the page runs them."""

_OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1, "font": {"size": 0}},
    "edges": {
        "smooth": False,
        "selectionWidth": 2,
        "arrowStrikethrough": False,
        "arrows": {"to": {"scaleFactor": 0.55}, "from": {"scaleFactor": 0.55}},
    },
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": False,
        "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
    },
}


def page(data: PageData) -> str:
    """The whole page, as text with LF line ends."""
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    drawn = drawing(data)
    network = _network(drawn, _places(data, drawn))
    library, own = _library(), "\n".join(_text(name) for name in SCRIPTS)
    style = _text("style.css")
    templates = DictLoader({"template.html": _text("template.html")})
    environment = Environment(loader=templates, autoescape=True, undefined=StrictUndefined)
    environment.globals = {
        "title": data.title,
        "question": data.question,
        "policy": _policy([library, own], style),
        "style": Markup(style),
        "library": Markup(library),
        "script": Markup(own),
        "facts": Markup(_block(_facts(data, drawn))),
        "block": lambda value: Markup(_block(value)),
        "loads": json.loads,
    }
    network.templateEnv = environment
    network.path = "template.html"
    return _lines(network.generate_html())


def _places(data: PageData, drawn: Drawing) -> list[tuple[int, int]]:
    """Where the nodes stand; a chain runs from left to right."""
    places = positions([node.id for node in drawn.nodes], drawn.edges)
    across = {node.id: x for node, (x, _) in zip(drawn.nodes, places, strict=True)}
    ends = [across.get(f"party:{id}", 0) for id in data.view.centre]
    turned = len(ends) == 2 and ends[0] > ends[1]
    return [(-x if turned else x, y) for x, y in places]


def _network(drawn: Drawing, places: list[tuple[int, int]]) -> Any:
    """pyvis' network of it: nodes and edges by their index, so that no text from the data gets in."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.options = dict(_OPTIONS)
    for index, (x, y) in enumerate(places):
        network.add_node(index, label=" ", x=x, y=y)
    for index, line in enumerate(drawn.lines):
        bend = {"smooth": {"enabled": True, "type": "curvedCW", "roundness": _bend(line.bend)}}
        network.add_edge(line.start, line.end, id=index, arrows="", **(bend if line.bend else {}))
    assert len(network.edges) == len(drawn.lines) and len(network.nodes) == len(drawn.nodes)
    return network


def _bend(nth: int) -> float:
    """0.15, -0.15, 0.3, -0.3 …: to one side and the other, wider and wider."""
    return round(0.15 * ((nth + 1) // 2) * (1 if nth % 2 else -1), 2)


def _facts(data: PageData, drawn: Drawing) -> Json:
    obligation_of = {obligation.id: index for index, obligation in enumerate(data.obligations)}
    agreement_of = {agreement.id: index for index, agreement in enumerate(data.agreements)}
    party_of = {party.id: index for index, party in enumerate(data.parties)}
    opened = shown(data, data.as_of)
    return {
        "about": _about(data),
        "view": data.view.to_json(),
        "kinds": vocabulary.KINDS,
        "forces": vocabulary.FORCES,
        "parties": [party.to_json() for party in data.parties],
        "agreements": [agreement.to_json() for agreement in data.agreements],
        "obligations": [
            {"agreement": agreement_of[each.agreement], **each.to_json()} for each in data.obligations
        ],
        "arrows": [_arrow(each, obligation_of, party_of) for each in data.arrows],
        "ties": [
            {
                "kind": tie.kind,
                "party": party_of[tie.party],
                "organization": party_of[tie.organization],
                "stage": tie.stage,
                **span_json(tie.span, tie.status, tie.note),
                **tie.grounds.to_json(),
            }
            for tie in data.ties
        ],
        "foundings": [
            {
                "agreement": agreement_of[each.agreement],
                "organization": party_of[each.organization],
                **each.grounds.to_json(),
            }
            for each in data.foundings
        ],
        "sources": {source.id: source.to_json() for source in data.sources},
        "nodes": [node.to_json() for node in drawn.nodes],
        "lines": [line.to_json() for line in drawn.lines],
        "opened": {"arrows": len(opened.arrows), "obligations": len(opened.obligations)},
    }


def _arrow(arrow: Arrow, obligation_of: Mapping[str, int], party_of: Mapping[str, int]) -> Json:
    own = {"obligation": obligation_of[arrow.obligation], "party": party_of[arrow.party]}
    own |= {"owes": True} if arrow.owes else {}
    grounds = {name: value for name, value in arrow.grounds.to_json().items() if value and name != "dataset"}
    return {**own, **span_json(arrow.span, arrow.status, arrow.note), **grounds}


def _about(data: PageData) -> Json:
    days = [day for day in data.days() if day <= data.as_of]
    ends = [dataset.covers_until for dataset in data.datasets if dataset.covers_until]
    return {
        "title": data.title,
        "question": data.question,
        "on": data.on.isoformat(),
        "as_of": data.as_of.isoformat(),
        "first": min([*days, data.as_of]).isoformat(),
        "last": max([*ends, data.as_of]).isoformat(),
        "note": data.note,
        "datasets": [dataset.to_json() for dataset in data.datasets],
        "total": data.total,
        "version": data.version,
        "command": data.command,
    }


def _block(value: object) -> str:
    """JSON that can stand inside a script element: it has no character that could end one.

    >>> _block({"name": "</script><b>&"})
    '{"name":"\\\\u003c/script\\\\u003e\\\\u003cb\\\\u003e\\\\u0026"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "replace").decode()


def _policy(scripts: list[str], style: str) -> str:
    hashes = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)};"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _text(name: str) -> str:
    return _lines(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _library() -> str:
    """vis-network, from pyvis' own files: the one that its template puts into the page."""
    found = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return _lines(found.read_text(encoding="utf-8"))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
