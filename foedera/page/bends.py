"""How lines bend: apart from parallel ones, and those that a scenario changes past nodes that are not theirs."""

from collections.abc import Iterator, Mapping, Sequence

from .data import PageData
from .drawing import Drawing, Line

_FEW = 60
"""Where a scenario changes more lines than that, no single one tells much."""
_ROOM = 18.0
"""Between the middle of a node and a line that passes it; a node is up to 14 wide."""
_ASIDE = (0, 0.08, -0.08, 0.16, -0.16, 0.24, -0.24, 0.32, -0.32)
_STEPS = 16


def bend(nth: int) -> float:
    """0, 0.15, -0.15, 0.3, -0.3 …: to one side and the other, wider and wider."""
    return round(0.15 * ((nth + 1) // 2) * (1 if nth % 2 else -1), 2) or 0


def past_others(data: PageData, drawn: Drawing, places: Sequence[tuple[int, int]]) -> Mapping[int, float]:
    """By index, the bends of the lines that a scenario changes: one through a third node would seem to be of that."""
    changed = [(index, line) for index, line in enumerate(drawn.lines) if _changes(data, line)]
    if len(changed) > _FEW:
        return {}
    points = [complex(*place) for place in places]
    found = {}
    for index, line in changed:
        others = [point for node, point in enumerate(points) if node not in (line.start, line.end)]
        ways = (round(bend(line.bend) + each, 2) for each in _ASIDE)
        clear = (way for way in ways if _clear(points[line.start], points[line.end], way, others))
        found[index] = next(clear, bend(line.bend))
    return found


def _changes(data: PageData, line: Line) -> bool:
    tie = line.tie is not None and data.ties[line.tie].change is not None
    return tie or any(data.arrows[index].change is not None for index in line.arrows)


def _clear(start: complex, end: complex, way: float, others: Sequence[complex]) -> bool:
    return all(abs(point - other) >= _ROOM for point in _course(start, end, way) for other in others)


def _course(start: complex, end: complex, way: float) -> Iterator[complex]:
    """Points of the line, as the page draws it."""
    middle = (start + end) / 2 - 1j * (end - start) * way
    for step in range(1, _STEPS):
        t = step / _STEPS
        yield (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
