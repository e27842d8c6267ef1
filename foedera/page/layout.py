"""Where the nodes stand: computed once, without randomness, so that a graph is drawn the same way tomorrow.

ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian 2014) in complex numbers, in plain Python: numpy, which
the layouts of networkx need, would slow every command, since the database driver imports it wherever it is
installed.
"""

import cmath
import hashlib
from collections.abc import Sequence

from .field import field
from .gather import gathered
from .spread import spread

Edge = tuple[int, int]

_ROUNDS = 160
_SCALING = 60.0
_GRAVITY = 5.0
_ROOM = 46.0
_LENGTH = 170.0


def positions(ids: Sequence[str], edges: Sequence[Edge]) -> list[tuple[int, int]]:
    """A place for each node; `edges` are pairs of indexes into `ids`.

    The start depends on each node's own id only, so that one more country moves the others little.
    """
    if not ids:
        return []
    places = [_start(each) for each in ids]
    near: list[list[int]] = [[] for _ in ids]
    for one, two in edges:
        near[one].append(two)
        near[two].append(one)
    masses = [1.0 + len(each) for each in near]
    sized = _sized(_laid_flat(_settle(places, masses, near)), edges)
    settled = spread(gathered(sized, edges), _ROOM)
    return [(round(z.real), round(z.imag)) for z in settled]


def _start(id: str) -> complex:
    digest = hashlib.blake2b(id.encode("utf-8", "replace"), digest_size=8).digest()
    angle = int.from_bytes(digest[:4], "big") / 2**32 * cmath.tau
    radius = 40 + 400 * (int.from_bytes(digest[4:], "big") / 2**32) ** 0.5
    return cmath.rect(radius, angle)


def _settle(places: list[complex], masses: list[float], near: Sequence[list[int]]) -> list[complex]:
    """ForceAtlas2's own rounds: each node's step shrinks as it swings, and grows as it keeps its way."""
    before = [0j] * len(places)
    speed = 1.0
    pushes: list[complex] = []
    for turn in range(_ROUNDS):
        if turn < _ROUNDS // 4 or turn % 4 == 0:  # later on it changes slowly
            pushes = field(places, masses)
        forces = _forces(places, masses, near, pushes)
        swings = [mass * abs(old - new) for mass, old, new in zip(masses, before, forces, strict=True)]
        pulls = [mass * abs(old + new) / 2 for mass, old, new in zip(masses, before, forces, strict=True)]
        speed = min(sum(pulls) / (sum(swings) or 1e-9), 1.5 * speed)
        for i, force in enumerate(forces):
            step = speed / (1 + (speed * swings[i]) ** 0.5)
            length = abs(force) * step
            places[i] += force * step * (min(length, 60.0) / length if length else 0.0)
        before = forces
    return places


def _forces(
    places: list[complex], masses: list[float], near: Sequence[list[int]], pushes: list[complex]
) -> list[complex]:
    return [
        _SCALING * mass * push.conjugate()
        - _GRAVITY * mass * z / (abs(z) or 1.0)
        + sum(map(places.__getitem__, others), -len(others) * z)
        for z, mass, others, push in zip(places, masses, near, pushes, strict=True)
    ]


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
