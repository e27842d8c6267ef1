"""Where the nodes stand: computed once, without randomness, so that a graph is drawn the same way tomorrow.

ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian 2014) in complex numbers: the push of a mass m at w
upon z, in proportion to 1/distance, is the conjugate of m / (z - w). That is one division a pair, which
plain Python does fast enough; numpy, which the layouts of networkx need, would slow every command, since
the database driver imports it wherever it is installed.
"""

import cmath
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from operator import truediv

from .spread import spread

Edge = tuple[int, int]

_ROUNDS = 160
_SCALING = 60.0
_GRAVITY = 5.0
_EXACT = 160
_ROOM = 46.0
_LENGTH = 170.0


def positions(ids: Sequence[str], edges: Sequence[Edge]) -> list[tuple[int, int]]:
    """A place for each node; `edges` are pairs of indexes into `ids`.

    The start depends on each node's own id only, so that one more country moves the others little.
    """
    if not ids:
        return []
    places = [_start(each) for each in ids]
    masses = [1.0] * len(ids)
    for one, two in edges:
        masses[one] += 1
        masses[two] += 1
    settled = spread(_sized(_laid_flat(_settle(places, masses, edges)), edges), _ROOM)
    return [(round(z.real), round(z.imag)) for z in settled]


def _start(id: str) -> complex:
    digest = hashlib.blake2b(id.encode("utf-8", "replace"), digest_size=8).digest()
    angle = int.from_bytes(digest[:4], "big") / 2**32 * cmath.tau
    radius = 40 + 400 * (int.from_bytes(digest[4:], "big") / 2**32) ** 0.5
    return cmath.rect(radius, angle)


def _settle(places: list[complex], masses: list[float], edges: Sequence[Edge]) -> list[complex]:
    """ForceAtlas2's own rounds: each node's step shrinks as it swings, and grows as it keeps its way."""
    before = [0j] * len(places)
    speed = 1.0
    for _ in range(_ROUNDS):
        forces = _forces(places, masses, edges)
        swings = [mass * abs(old - new) for mass, old, new in zip(masses, before, forces, strict=True)]
        pulls = [mass * abs(old + new) / 2 for mass, old, new in zip(masses, before, forces, strict=True)]
        speed = min(sum(pulls) / (sum(swings) or 1e-9), 1.5 * speed)
        for i, force in enumerate(forces):
            step = speed / (1 + (speed * swings[i]) ** 0.5)
            length = abs(force) * step
            places[i] += force * step * (min(length, 60.0) / length if length else 0.0)
        before = forces
    return places


def _forces(places: list[complex], masses: list[float], edges: Sequence[Edge]) -> list[complex]:
    field = _near_and_far if len(places) > _EXACT else _each_other
    pushes = field(places, masses)
    forces = [
        _SCALING * mass * push.conjugate() - _GRAVITY * mass * z / (abs(z) or 1.0)
        for z, mass, push in zip(places, masses, pushes, strict=True)
    ]
    for one, two in edges:
        pull = places[two] - places[one]
        forces[one] += pull
        forces[two] -= pull
    return forces


def _each_other(places: list[complex], masses: list[float]) -> list[complex]:
    return [
        _push(z, places[:i] + places[i + 1 :], masses[:i] + masses[i + 1 :]) for i, z in enumerate(places)
    ]


def _push(z: complex, others: list[complex], masses: list[float]) -> complex:
    return sum(map(truediv, masses, [z - w or 1e-6 for w in others]), 0j)


def _near_and_far(places: list[complex], masses: list[float]) -> list[complex]:
    """Nodes in the cells around exactly, all other cells as one mass each at their centre of mass."""
    side = 2 * max(max(abs(z.real), abs(z.imag)) for z in places) / (len(places) ** 0.5 / 2) or 1.0
    cells: dict[Edge, list[int]] = defaultdict(list)
    for i, z in enumerate(places):
        cells[int(z.real // side), int(z.imag // side)].append(i)
    weights = {cell: sum(masses[i] for i in members) for cell, members in cells.items()}
    centres = {
        cell: sum(places[i] * masses[i] for i in members) / weights[cell] for cell, members in cells.items()
    }
    found = [0j] * len(places)
    for (x, y), members in cells.items():
        near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
        far = [cell for cell in cells if cell not in near]
        close = [i for cell in near for i in cells.get(cell, ())]
        others = [centres[cell] for cell in far] + [places[i] for i in close]
        heavy = [weights[cell] for cell in far] + [masses[i] for i in close]
        for i in members:
            own = len(far) + close.index(i)
            found[i] = _push(places[i], others[:own] + others[own + 1 :], heavy[:own] + heavy[own + 1 :])
    return found


def _laid_flat(places: list[complex]) -> list[complex]:
    """Turned so that the longest way lies across: screens are wider than high."""
    middle = sum(places) / len(places)
    slant = sum((z - middle) ** 2 for z in places)
    turn = cmath.rect(1.0, -cmath.phase(slant) / 2)
    return [(z - middle) * turn for z in places]


def _sized(places: list[complex], edges: Sequence[Edge]) -> list[complex]:
    """Blown up or shrunk, so that a line of middling length has room for its arrow head."""
    lengths = sorted(abs(places[one] - places[two]) for one, two in edges if one != two)
    middling = lengths[len(lengths) // 2] if lengths else 0.0
    return [z * _LENGTH / middling for z in places] if middling else places
