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

_CAPITALS = {
    "SUN": "rs", "CSK": "ez", "YUG": "ri", "SCG": "ri", "DDR": "gm", "cow-678": "ym", "cow-300": "au", "cow-327": "it",
    "cow-345": "ri", "cow-365": "rs", "cow-730": "ks", "gw-89": "gt", "gw-99": "co", "gw-563": "sf",
}  # fmt: skip
"""Former states stand at their capital, on the page of the state that has it today; Russia in Moscow at all times."""

_CITIES = {
    "cow-240": (9.73, 52.37), "cow-245": (11.58, 48.14), "cow-267": (8.4, 49.01), "cow-269": (13.74, 51.05),
    "cow-271": (9.18, 48.78), "cow-273": (9.5, 51.32), "cow-275": (8.65, 49.87), "cow-280": (11.41, 53.63),
    "cow-329": (14.27, 40.85), "cow-332": (10.93, 44.65), "cow-335": (10.33, 44.8), "cow-337": (11.25, 43.77),
    "cow-511": (39.19, -6.16), "gw-564": (26.22, -29.12), "gw-711": (91.12, 29.65), "gw-815": (107.58, 16.47),
}  # fmt: skip
"""Former states whose capital is none today: of Hanover Hanover, of Bavaria Munich, …; degrees east and north of the city."""

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
        if id in _CITIES:
            found[id] = _CITIES[id]
            continue
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
