"""Write the coasts and the places of countries that the page's map is drawn from.

    npm install world-atlas@2.0.2
    python -m tools.geography --land node_modules/world-atlas/land-110m.json
    python -m tools.geography --factbook factbook.json

Run in the checkout. The coasts are Natural Earth's, the places those of the World Factbook, in the folder that
https://github.com/factbook/factbook.json has; both are in the public domain. What is not given is left as it is.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from foedera.page.geography import HERE

from .coast import coast
from .places import places


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.geography",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--land", type=Path, help="land-110m.json of the npm package world-atlas")
    parser.add_argument("--factbook", type=Path, help="folder with the Factbook's files, by region")
    given = parser.parse_args(arguments)
    if given.land:
        _write(HERE / "coast.json", "rings", coast(given.land))
    if given.factbook:
        _write(HERE / "places.json", "places", places(given.factbook))
    return 0


_ORIGINS = {
    "rings": "Natural Earth, 1:110m land, version 4.1.0, by the npm package world-atlas 2.0.2; public domain,"
    " naturalearthdata.com. Degrees east and north in tenths, one after the other; Antarctica is left out.",
    "places": "The World Factbook, Central Intelligence Agency; public domain. Degrees east and north: a country's"
    " 'Geographic coordinates'; of a former state its capital, see tools/geography/places.py.",
}


def _write(path: Path, name: str, rows: Sequence[str]) -> None:
    """One row a line, so that a change can be read."""
    opening, closing = ("{", "}") if name == "places" else ("[", "]")
    head = f'{{\n"origin": {json.dumps(_ORIGINS[name])},\n"{name}": {opening}\n'
    path.write_text(head + ",\n".join(rows) + f"\n{closing}\n}}\n", encoding="utf-8", newline="\n")
    print(f"{path}: {len(rows)} {name}, {path.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(main())
