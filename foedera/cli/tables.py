"""Plain text tables that fit the terminal (why not a library: docs/decisions/0005-terminal-tables.md)."""

import os
import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

GAP = "  "
WORD = 16
SAMPLE = 500

# Where a cell may be broken: after a space, and inside ids and citations; never inside a date.
_PIECES = re.compile(r"(?<=[ /#:])|(?<=[^\W\d]-)")


def room() -> int | None:
    """The columns that a line may take; None, unlimited, where the output goes into a file or a pipe."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return None


def clean(text: str) -> str:
    """Text from data without what would steer a terminal, or turn its reading direction."""
    return "".join(_shown(c) for c in text)


def _shown(c: str) -> str:
    if c in "\t\n\r":
        return " "
    return "" if unicodedata.category(c) in ("Cc", "Cf") else c


def width(text: str) -> int:
    """The columns that a text takes: wide East Asian letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, room: int | None, numbers: Sequence[int] = ()
) -> Iterator[str]:
    """The lines of a table; the first rows settle the widths, so that a long answer can stream.

    Args:
        room: the width of a line, or None for as much as it takes.
        numbers: positions of the columns that are set to the right.
    """
    coming = iter(rows)
    sample = list(islice(coming, SAMPLE))
    cells = [[name, *(row[n] for row in sample)] for n, name in enumerate(columns)]
    if not columns:
        return
    least = [_least(each) for each in cells]
    if room is not None and sum(least) + len(GAP) * (len(least) - 1) > room:
        yield from _upright(columns, chain(sample, coming), room)
        return
    widths = _fitted([max(map(width, each)) for each in cells], least, room)
    yield from _line(columns, widths, numbers)
    yield GAP.join("─" * each for each in widths)
    for row in chain(sample, coming):
        yield from _line(row, widths, numbers)


def _least(cells: Sequence[str]) -> int:
    """How narrow a column may get: not at all where it is slim, else as its longest piece, within reason."""
    widest = max(map(width, cells))
    if widest <= WORD:
        return widest
    return min(WORD, max(width(piece.strip()) for cell in cells for piece in _PIECES.split(cell)))


def _fitted(widths: list[int], least: list[int], room: int | None) -> list[int]:
    """The widths, the widest made narrower until the line fits, or nothing can give way."""
    if room is None:
        return widths
    spare = sum(widths) + len(GAP) * (len(widths) - 1) - room
    while spare > 0 and (giving := [n for n, each in enumerate(widths) if each > least[n]]):
        widths[max(giving, key=lambda n: widths[n])] -= 1
        spare -= 1
    return widths


def _upright(columns: Sequence[str], rows: Iterable[Sequence[str]], room: int) -> Iterator[str]:
    """Rows that are too wide to stand side by side: one below the other, each value after its name."""
    names = max(map(width, columns))
    for row in rows:
        yield "─" * min(room, names + len(GAP) + WORD)
        for name, value in zip(columns, row, strict=True):
            if value:
                yield from _line((name, value), (names, max(WORD, room - names - len(GAP))), ())


def _line(row: Sequence[str], widths: Sequence[int], numbers: Sequence[int]) -> Iterator[str]:
    cells = [wrapped(cell, each) for cell, each in zip(row, widths, strict=True)]
    for height in range(max(map(len, cells))):
        parts = [cell[height] if height < len(cell) else "" for cell in cells]
        filled = [
            padded(part, each, n in numbers) for n, (part, each) in enumerate(zip(parts, widths, strict=True))
        ]
        yield GAP.join(filled).rstrip()


def padded(text: str, wanted: int, right: bool = False) -> str:
    """The text with spaces up to that width, before it where it is set to the right."""
    space = " " * (wanted - width(text))
    return space + text if right else text + space


def wrapped(text: str, wanted: int) -> list[str]:
    """The text in lines of that width: broken between its pieces, within one only where it is wider."""
    if width(text) <= wanted:
        return [text]
    lines = [""]
    for piece in _PIECES.split(text):
        if width(lines[-1] + piece.rstrip()) > wanted and lines[-1]:
            lines.append("")
        while width(piece.rstrip()) > wanted:
            cut = next(n for n in range(len(piece), 0, -1) if n == 1 or width(piece[:n]) <= wanted)
            lines[-1:] = [piece[:cut], ""]
            piece = piece[cut:]
        lines[-1] += piece
    return [line.rstrip() for line in lines if line.strip()] or [""]


def paragraph(text: str, *, indent: int = 0, room: int | None) -> str:
    """A text broken into lines that fit, each with the indent."""
    space = " " * indent
    if room is None:
        return space + text
    return textwrap.fill(
        text, max(room, 20), initial_indent=space, subsequent_indent=space, break_on_hyphens=False
    )
