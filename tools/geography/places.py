"""Where each country of core is drawn: a place that the World Factbook gives for it."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from foedera.graph.errors import BadInput
from foedera.graph.records import Node, fold
from foedera.loaders.core import records

_PAGES = {"PSE": "we", "VAT": "vt"}
"""Countries that the Factbook has under another name: Palestine is drawn in the West Bank."""

_CAPITALS = {"SUN": "rs", "CSK": "ez", "YUG": "ri", "SCG": "ri", "DDR": "gm", "cow-678": "ym"}
"""Former states stand at their capital, on the page of the state that has it today."""

_MIDDLES = {"YMD": "ym", "cow-817": "vm"}
"""Two whose capital is none today: what the Factbook gives for the whole country lies in the former state."""

_DEGREES = re.compile(r"(\d+) (\d+) ([NS]), ?(\d+) (\d+) ([EW])")


def places(folder: Path) -> list[str]:
    """A row for each country of core, by id: its degrees east and north.

    Raises:
        BadInput: the Factbook has no page, or no place, for a country.
    """
    pages = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*/*.json")}
    named = dict(_names(pages))
    found = {}
    for country in (each for each in records() if isinstance(each, Node) and each.label == "Country"):
        id, names = country.id, _named(country)
        code = {**_PAGES, **_CAPITALS, **_MIDDLES}.get(id) or next(
            (named[fold(name)] for name in names if fold(name) in named), None
        )
        if code is None:
            raise BadInput(f"the Factbook in {folder} has no page for {id}, {names[0]}")
        found[id] = place(_text(pages[code], id in _CAPITALS))
    return [f'"{id}": [{lon}, {lat}]' for id, (lon, lat) in sorted(found.items())]


def _named(country: Node) -> list[str]:
    given = country.properties
    return [given["name"], *filter(None, [given.get("official_name")]), *(given.get("names") or ())]


def _names(pages: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for code, page in pages.items():
        names = page.get("Government", {}).get("Country name", {})
        for form in ("conventional short form", "conventional long form"):
            yield fold(html.unescape(names.get(form, {}).get("text", "none"))), code


def _text(page: Mapping[str, Any], capital: bool) -> str:
    found: Mapping[str, Any] = (
        page["Government"]["Capital"]["geographic coordinates"]
        if capital
        else page["Geography"]["Geographic coordinates"]
    )
    return str(found["text"])


def place(text: str) -> tuple[float, float]:
    """The first place that a text of the Factbook gives, in degrees east and north: of France the part in Europe.

    Raises:
        BadInput: there is none in it.
    """
    found = _DEGREES.search(text)
    if not found:
        raise BadInput(f"the Factbook gives {text!r} as a place; expected such as '54 00 N, 2 00 W'")
    north, north_minutes, ns, east, east_minutes, ew = found.groups()
    lat = int(north) + int(north_minutes) / 60
    lon = int(east) + int(east_minutes) / 60
    return round(lon if ew == "E" else -lon, 2), round(lat if ns == "N" else -lat, 2)
