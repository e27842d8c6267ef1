"""The sources as CSL-JSON, for Zotero, Pandoc and citeproc."""

from __future__ import annotations

import json
from typing import Any, Final, TextIO

from .facts import Facts
from .sources import Cited, parts, sources

TYPES: Final = {
    "official page": "webpage",
    "statute": "legislation",
    "press": "article-newspaper",
    "data file": "dataset",
}
"""The type of a kind of source; every other is a `document`."""


def write(facts: Facts, file: TextIO) -> None:
    """A list of items, one a line."""
    separator = "[\n"
    for each in sources(facts):
        file.write(separator + json.dumps(item(each), ensure_ascii=False))
        separator = ",\n"
    file.write("[]\n" if separator == "[\n" else "\n]\n")


def item(each: Cited) -> dict[str, Any]:
    """What is not known is left out."""
    found = {
        "id": each.id,
        "type": TYPES.get(each.kind, "document"),
        "title": each.title,
        "publisher": each.publisher,
        "issued": {"date-parts": parts(each.on)} if each.on else None,
        "URL": each.url,
        "genre": each.kind,
        "note": each.note,
    }
    return {name: value for name, value in found.items() if value}
