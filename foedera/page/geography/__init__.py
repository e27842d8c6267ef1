"""The page's map: where each node stands on it, and its coasts.

A country stands where the World Factbook puts it. An organization stands in the middle of its members, an agreement
in the middle of its parties. What would touch is pushed apart, countries first and the others about them.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..data import PageData
from ..drawing import Drawing, Node
from ..spread import spread
from .middle import middle
from .projection import project, rim, turned

HERE = Path(__file__).parent

Degrees = tuple[float, float]
"""East and north."""

_ROOMS = (("Country", 44.0), ("Organization", 28.0), ("Agreement", 25.0))
"""Who makes room for whom: each kind for those before it, which stay, and for its own."""

_ROW = 60.0


@dataclass(frozen=True, slots=True)
class WorldMap:
    """On the plane: a place for each node, coasts as rings, and the eastern edge from north to south.

    `nowhere` are the nodes without a place on the globe; they stand in rows under the map.
    """

    places: Sequence[complex]
    nowhere: Sequence[int]
    coasts: Sequence[Sequence[complex]]
    edge: Sequence[complex]


def world_map(data: PageData, drawn: Drawing) -> WorldMap:
    """The map for the nodes of a drawing."""
    homes = _homes(data, drawn)
    edge = rim()
    nowhere = [i for i in range(len(drawn.nodes)) if i not in homes]
    places = [
        project(turned(homes[i][0]), homes[i][1]) if i in homes else 0j for i in range(len(drawn.nodes))
    ]
    _make_room(places, homes, [_label(data, node) for node in drawn.nodes])
    a_row = int(2 * edge[-1].real / _ROW)
    for nth, i in enumerate(nowhere):
        row, column = divmod(nth, a_row)
        places[i] = complex(-edge[-1].real + column * _ROW, edge[-1].imag + (2 + row) * _ROW)
    return WorldMap(places, nowhere, _coasts(), edge)


def _label(data: PageData, node: Node) -> str:
    return data.parties[node.party].label if node.party is not None else "Agreement"


def _homes(data: PageData, drawn: Drawing) -> dict[int, Degrees]:
    """A place on the globe for each node that has one: of countries, then of bodies, then of agreements."""
    known = read_places()
    ids = [data.parties[node.party].id if node.party is not None else "" for node in drawn.nodes]
    found = {i: known[id] for i, id in enumerate(ids) if id in known}
    for i, id in enumerate(ids):
        members = [known[each] for each in data.members.get(id, ()) if each in known]
        if i not in found and members:
            found[i] = middle(members)
    neighbours: dict[int, set[int]] = defaultdict(set)
    for one, two in drawn.edges:
        neighbours[one].add(two)
        neighbours[two].add(one)
    for kind in ("Agreement", "Organization", "Agreement"):
        for i, node in enumerate(drawn.nodes):
            around = [found[j] for j in sorted(neighbours[i]) if j in found]
            if i not in found and around and _label(data, node) == kind:
                found[i] = middle(around)
    return found


def _make_room(places: list[complex], homes: Collection[int], labels: Sequence[str]) -> None:
    there: list[int] = []
    for label, room in _ROOMS:
        held = range(len(there))
        there += [i for i, each in enumerate(labels) if each == label and i in homes]
        settled = spread([places[i] for i in there], room, held, rounds=60)
        for i, place in zip(there, settled, strict=True):
            places[i] = place


def read_places() -> dict[str, Degrees]:
    """Where each country of core is, by its id."""
    return {id: (lon, lat) for id, (lon, lat) in _read("places.json")["places"].items()}


def _coasts() -> list[list[complex]]:
    rings = []
    for tenths in _read("coast.json")["rings"]:
        points = [(lon / 10, lat / 10) for lon, lat in zip(tenths[::2], tenths[1::2], strict=True)]
        centre = sum(lon for lon, _ in points) / len(points)
        shift = turned(centre) - centre
        rings.append([project(lon + shift, lat) for lon, lat in points])
    return rings


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return found
