"""Room for each node: what would touch is pushed apart."""

import cmath
from collections import defaultdict
from collections.abc import Collection


def spread(places: list[complex], room: float, held: Collection[int] = (), rounds: int = 12) -> list[complex]:
    """The same places, moved until any two are `room` apart, or for some rounds; what is held stays.

    Neighbours are found by a grid whose cells are as wide as the room.
    """
    for _ in range(rounds):
        cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for i, z in enumerate(places):
            cells[int(z.real // room), int(z.imag // room)].append(i)
        moved = False
        for x, y in list(cells):
            near = [j for dx in (-1, 0, 1) for dy in (-1, 0, 1) for j in cells.get((x + dx, y + dy), ())]
            for i in cells[x, y]:
                for j in near:
                    moved = (j > i and _part(places, i, j, room, held)) or moved
        if not moved:
            break
    return places


def _part(places: list[complex], i: int, j: int, room: float, held: Collection[int]) -> bool:
    apart = places[j] - places[i]
    distance = abs(apart)
    shares = (i not in held, j not in held)
    if distance >= room or not any(shares):
        return False
    way = apart / distance if distance else cmath.rect(1.0, i)
    push = way * (room - distance) / sum(shares)
    places[i] -= push * shares[0]
    places[j] += push * shares[1]
    return True
