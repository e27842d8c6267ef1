"""Coasts from TopoJSON, without Antarctica, in tenths of a degree."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

Point = tuple[float, float]

_SOUTH = -60


def coast(path: Path) -> list[str]:
    """Each ring as one row: longitude and latitude in turn, in tenths of a degree.

    A ring that crosses the date line goes on beyond 180 degrees, so that none has a seam.
    """
    rings = [_tenths(_unrolled(ring)) for ring in _rings(path) if max(y for _, y in ring) > _SOUTH]
    return [
        json.dumps([number for point in ring for number in point], separators=(",", ":")) for ring in rings
    ]


def _rings(path: Path) -> Iterator[list[Point]]:
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_arc(steps, **topology["transform"]) for steps in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                yield [point for index in ring for point in _directed(arcs, index)[:-1]]


def _arc(steps: Sequence[Sequence[int]], scale: Point, translate: Point) -> list[Point]:
    """An arc is a place and the steps from there, in the topology's own grid."""
    x = y = 0
    found = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        found.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
    return found


def _directed(arcs: Sequence[list[Point]], index: int) -> list[Point]:
    """An index below zero is the arc at its complement, backwards."""
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def _unrolled(ring: Sequence[Point]) -> list[Point]:
    found = [ring[0]]
    for x, y in ring[1:]:
        turns = round((found[-1][0] - x) / 360)
        found.append((x + 360 * turns, y))
    return found


def _tenths(ring: Sequence[Point]) -> list[tuple[int, int]]:
    """Rounded, without what then lies on the place before."""
    rounded = [(round(10 * x), round(10 * y)) for x, y in ring]
    return [point for point, before in zip(rounded, [rounded[-1], *rounded], strict=False) if point != before]
