"""Lines over years as an SVG picture that needs nothing else."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

Points = Sequence[tuple[int, float | None]]

_WIDTH, _HEIGHT = 900, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 20, 40, 40
_COLOURS: Final = (
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#999933",
)  # fmt: skip
"""Told apart by who does not see all colours (Okabe and Ito)."""
_DASHES: Final = ("", "6 3", "2 2")
_LINE: Final = 18


def lines(series: Mapping[str, Points], title: str) -> str:
    """A line for each series, of values from 0 to 1 by year; a year without a value is a gap."""
    drawn = {name: points for name, points in series.items() if any(value is not None for _, value in points)}
    years = [year for points in drawn.values() for year, _ in points] or [0, 1]
    first, last = min(years), max(*years, min(years) + 1)
    height = _HEIGHT + _LINE * len(drawn)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
            'font-family="sans-serif" font-size="12">'
        ),
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="white"/>',
        f'<text x="{_LEFT}" y="24" font-size="15">{escape(title)}</text>',
    ]
    parts += [_level(each / 5) for each in range(6)]
    parts += [_year(year, first, last) for year in _ticks(first, last)]
    for number, (name, points) in enumerate(drawn.items()):
        style = f'stroke="{_COLOURS[number % len(_COLOURS)]}" stroke-width="2" fill="none"'
        if dash := _DASHES[number // len(_COLOURS) % len(_DASHES)]:
            style += f' stroke-dasharray="{dash}"'
        parts.append(f'<path d="{_path(points, first, last)}" {style}/>')
        y = _HEIGHT + _LINE * number + 6
        parts.append(
            f'<path d="M{_LEFT} {y}h24" {style}/><text x="{_LEFT + 32}" y="{y + 4}">{escape(name)}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _x(year: int, first: int, last: int) -> float:
    return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * (year - first) / (last - first), 1)


def _y(value: float) -> float:
    return round(_HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value, 1)


def _level(value: float) -> str:
    y = _y(value)
    line = f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}" stroke="#ddd"/>'
    return f'{line}<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{value:.1f}</text>'


def _year(year: int, first: int, last: int) -> str:
    x, y = _x(year, first, last), _HEIGHT - _BOTTOM + 18
    return f'<text x="{x}" y="{y}" text-anchor="middle">{year}</text>'


def _ticks(first: int, last: int) -> Sequence[int]:
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 1000, 10_000) if (last - first) / each <= 12)
    return range(-(-first // step) * step, last + 1, step)


def _path(points: Points, first: int, last: int) -> str:
    """A dot where a year has no neighbour with a value."""
    found, pen = [], False
    for year, value in points:
        if value is not None:
            found.append(
                f"{'L' if pen else 'M'}{_x(year, first, last)} {_y(value)}" + ("" if pen else "h0.1")
            )
        pen = value is not None
    return "".join(found)
