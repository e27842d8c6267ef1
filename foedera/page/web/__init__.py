"""The template of the page, its style and its script: plain files, each with one job, joined in this order.

The script's files share one scope, without imports; `tools/page` checks their types and their style.
"""

from importlib.resources import files

STYLES = (
    "base.css",
    "remarks.css",
    "tools.css",
    "side.css",
    "stage.css",
    "table.css",
    "chain.css",
    "details.css",
    "narrow.css",
    "help.css",
    "print.css",
)

SCRIPTS = (
    "words.js",
    "days.js",
    "unpack.js",
    "world.js",
    "facts.js",
    "times.js",
    "supposed.js",
    "shown.js",
    "moments.js",
    "elements.js",
    "link.js",
    "pairs.js",
    "state.js",
    "focus.js",
    "chain.js",
    "sentences.js",
    "looks.js",
    "scene.js",
    "labels.js",
    "heads.js",
    "drawing.js",
    "hits.js",
    "layer.js",
    "shape.js",
    "graph.js",
    "citations.js",
    "remarks.js",
    "cards.js",
    "panel.js",
    "table.js",
    "combobox.js",
    "search.js",
    "chains.js",
    "legend.js",
    "when.js",
    "about.js",
    "head.js",
    "svg.js",
    "key.js",
    "sheet.js",
    "paper.js",
    "save.js",
    "address.js",
    "changes.js",
    "steps.js",
    "keys.js",
    "main.js",
)


def read_script() -> str:
    """Our script; the page's policy knows it by its hash."""
    return "\n".join(_text("script", name) for name in SCRIPTS)


def read_style() -> str:
    return "\n".join(_text("style", name) for name in STYLES)


def read_template() -> str:
    return _text("template.html")


def read_library() -> str:
    """vis-network, from pyvis' own files: the one that its template puts into the page."""
    found = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return lines(found.read_text(encoding="utf-8"))


def lines(text: str) -> str:
    """With LF line ends: a hash is of the text as the browser reads it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(*names: str) -> str:
    return lines(files(__package__).joinpath(*names).read_text(encoding="utf-8"))
