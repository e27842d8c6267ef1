"""Parts of a graph that nothing joins: they stand beside one another, however far their forces pushed them apart."""

import cmath
from collections.abc import Sequence
from math import ceil, sqrt

_GAP = 60.0
_CELL = 150.0 + 60.0j
"""What a node by itself takes, across and down: its label is wider than high."""


def gathered(places: Sequence[complex], edges: Sequence[tuple[int, int]]) -> list[complex]:
    """The largest part stays, the others move up to it, and nodes without an edge stand in rows below.

    >>> gathered([0j, 100 + 0j, 9000 + 0j, 9100 + 0j], [(0, 1), (2, 3)])[2]
    (160+0j)
    """
    parts = _parts(len(places), edges)
    found = list(places)
    circles: list[tuple[complex, float]] = []
    for part in (each for each in parts if len(each) > 1):
        middle = sum(places[i] for i in part) / len(part)
        radius = max(abs(places[i] - middle) for i in part)
        spot = _spot(circles, middle, radius) if circles else middle
        circles.append((spot, radius))
        for i in part:
            found[i] += spot - middle
    alone = [part[0] for part in parts if len(part) == 1]
    if len(alone) < len(places):
        bottom = max((spot.imag + radius for spot, radius in circles), default=0.0) + 2 * _GAP
        middle = circles[0][0].real
    else:
        bottom = middle = 0.0
    for i, place in zip(alone, _rows(len(alone)), strict=True):
        found[i] = place + complex(middle, bottom)
    return found


def _parts(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The connected parts, the largest first."""
    of = list(range(count))

    def root(i: int) -> int:
        while of[i] != i:
            of[i] = i = of[of[i]]
        return i

    for one, two in edges:
        of[root(one)] = root(two)
    found: dict[int, list[int]] = {}
    for i in range(count):
        found.setdefault(root(i), []).append(i)
    return sorted(found.values(), key=lambda part: (-len(part), part))


def _spot(circles: Sequence[tuple[complex, float]], middle: complex, radius: float) -> complex:
    """The nearest free place to the first circle, in a direction near its own."""
    centre, inner = circles[0]
    towards = cmath.phase(middle - centre)
    distance = inner + radius + _GAP
    while True:
        for turn in range(24):
            angle = towards + cmath.tau / 24 * ((turn + 1) // 2) * (1 if turn % 2 else -1)
            spot = centre + cmath.rect(distance, angle)
            if all(abs(spot - other) >= radius + room + _GAP - 1e-6 for other, room in circles):
                return spot
        distance += max(radius, _GAP)


def _rows(count: int) -> list[complex]:
    """Rows about a middle, some twice as wide as high."""
    wide = ceil(sqrt(count * 2 * _CELL.imag / _CELL.real))
    left = (min(wide, count) - 1) / 2
    return [complex((n % wide - left) * _CELL.real, n // wide * _CELL.imag) for n in range(count)]
