"""The push of all nodes upon each, in complex numbers.

The push of a mass m at w upon z, in proportion to 1/distance, is the conjugate of m / (z - w): one division a
pair, which plain Python does fast enough for some hundred nodes. For more, this is the fast multipole method
(Greengard and Rokhlin 1987) at its simplest: what is far from a square counts as one mass at its centre, the
farther the larger the squares, and its push is worked out once for the square, with how it changes within it.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import mul, truediv

Cell = tuple[int, int]
Masses = dict[Cell, tuple[float, complex]]
"""By square: a mass and where its centre is."""

_EXACT = 160
_IN_A_SQUARE = 4


def field(places: Sequence[complex], masses: Sequence[float]) -> list[complex]:
    """For each node the sum of m / (z - w) over the others."""
    if len(places) <= _EXACT:
        return [
            _push(z, [*places[:i], *places[i + 1 :]], [*masses[:i], *masses[i + 1 :]])
            for i, z in enumerate(places)
        ]
    depth = max(2, round(math.log(len(places) / _IN_A_SQUARE, 4)))
    cells = _squares(places, depth)
    levels = _levels(cells, places, masses, depth)
    found = [0j] * len(places)
    for cell, members in cells.items():
        near = [i for each in _around(cell) for i in cells.get(each, ())]
        others, heavy = [places[i] for i in near], [masses[i] for i in near]
        centre = levels[0][cell][1]
        here, slope, curve = _expansion(centre, _far(cell, levels))
        for i in members:
            own, aside = near.index(i), places[i] - centre
            close = _push(places[i], others[:own] + others[own + 1 :], heavy[:own] + heavy[own + 1 :])
            found[i] = close + here + (curve * aside - slope) * aside
    return found


def _expansion(centre: complex, far: list[tuple[float, complex]]) -> tuple[complex, complex, complex]:
    """The sums of m/(c - w), m/(c - w)² and m/(c - w)³: Taylor's first three terms, but for a sign."""
    inverse = [1 / (centre - w) for _, w in far]
    first = [mass * each for (mass, _), each in zip(far, inverse, strict=True)]
    second = list(map(mul, first, inverse))
    return sum(first, 0j), sum(second, 0j), sum(map(mul, second, inverse), 0j)


def _push(z: complex, others: list[complex], masses: list[float]) -> complex:
    try:
        return sum(map(truediv, masses, map(z.__sub__, others)), 0j)
    except ZeroDivisionError:  # two on one place
        return sum(map(truediv, masses, [z - w or 1e-6 for w in others]), 0j)


def _squares(places: Sequence[complex], depth: int) -> dict[Cell, list[int]]:
    """Which nodes lie in which square, of 2 to the power of depth a side."""
    reach = max(max(abs(z.real), abs(z.imag)) for z in places) or 1.0
    scale = 2**depth / (2 * reach) * (1 - 1e-9)
    cells: dict[Cell, list[int]] = defaultdict(list)
    for i, z in enumerate(places):
        cells[int((z.real + reach) * scale), int((z.imag + reach) * scale)].append(i)
    return cells


def _levels(
    cells: dict[Cell, list[int]], places: Sequence[complex], masses: Sequence[float], depth: int
) -> list[Masses]:
    """The masses of the squares, then of squares of four of them, and so on until four a side are left."""
    finest: Masses = {}
    for cell, members in cells.items():
        weight = sum(masses[i] for i in members)
        finest[cell] = weight, sum(places[i] * masses[i] for i in members) / weight
    found = [finest]
    for _ in range(depth - 2):
        together: dict[Cell, list[tuple[float, complex]]] = defaultdict(list)
        for (x, y), each in found[-1].items():
            together[x >> 1, y >> 1].append(each)
        coarser: Masses = {}
        for cell, parts in together.items():
            weight = sum(mass for mass, _ in parts)
            coarser[cell] = weight, sum(mass * centre for mass, centre in parts) / weight
        found.append(coarser)
    return found


def _far(cell: Cell, levels: list[Masses]) -> list[tuple[float, complex]]:
    """All that lies beyond the squares around a square, in squares as large as their distance allows."""
    return [
        known[each]
        for known, squares in zip(levels, _beyond(cell, len(levels)), strict=True)
        for each in squares
        if each in known
    ]


@lru_cache(4096)
def _beyond(cell: Cell, levels: int) -> list[list[Cell]]:
    """At each level the squares that are far from a square of the finest, but not within one of the next level."""
    x, y = cell
    found = []
    for level in range(levels):
        near = set(_around((x, y)))
        if level == levels - 1:
            whole = [(each, other) for each in range(4) for other in range(4)]
        else:
            x, y = x >> 1, y >> 1
            whole = [
                (2 * left + dx, 2 * top + dy)
                for left, top in _around((x, y))
                for dx in (0, 1)
                for dy in (0, 1)
            ]
        found.append([each for each in whole if each not in near])
    return found


def _around(cell: Cell) -> list[Cell]:
    x, y = cell
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
