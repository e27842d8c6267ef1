"""What was typed, or piped in, as statements and commands.

A statement ends with a semicolon that stands in no text, name or comment; a command begins with a colon and is one
line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedera.graph.errors import CypherError, FoederaError

# Texts, quoted names and comments as a whole; `open` is where one begins that does not end.
_PIECE = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|/\*.*?\*/|//[^\n]*"""
    r"""|(?P<end>;)|(?P<open>['"`]|/\*)|[^'"`/;]+|/""",
    re.DOTALL,
)
_NOTHING = re.compile(r"(?:\s|//[^\n]*(?:\n|\Z)|/\*.*?\*/)*", re.DOTALL)
WORDS = ("exit", "quit", "help")
"""What people type as it is, expecting what the command of that name does."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A statement without its semicolon, or a command; where it begins in what was read, both from 1."""

    text: str
    line: int = 1
    column: int = 1

    @property
    def is_command(self) -> bool:
        return self.text.startswith(":")

    def placed(self, error: FoederaError) -> FoederaError:
        """What is wrong with it, told with its place in the whole that it was read from."""
        if isinstance(error, CypherError) and error.place:
            number, column = error.place
            before = " " * (self.column - 1)
            error.place = (number + self.line - 1, column + len(before) if number == 1 else column)
            error.statement = "\n" * (self.line - 1) + before + error.statement
        else:
            begun = self.text[: _start(self.text)].count("\n")
            error.args = (f"line {self.line + begun}: {error}",)
        return error


class Input:
    """Takes text as it comes, and gives what is complete."""

    def __init__(self) -> None:
        self._rest = ""
        self._line, self._column = 1, 1

    def feed(self, text: str) -> Iterator[Typed]:
        """What is complete now. A command is so with the end of its line."""
        self._rest += text
        while (length := _length(self._rest)) is not None:
            yield from self._taken(length)

    def end(self) -> Iterator[Typed]:
        """The rest, which needs neither semicolon nor end of line."""
        yield from self._taken(len(self._rest))

    @property
    def pending(self) -> bool:
        """Whether something is begun and not ended."""
        return _start(self._rest) < len(self._rest)

    def _taken(self, length: int) -> Iterator[Typed]:
        text = self._rest[:length]
        blank = re.match(r"\s*", text)
        start = _start(text)
        if start < length and text[start] != ";":
            begin = start if text[start] == ":" else blank.end() if blank else 0
            line, column = self._moved(text[:begin])
            yield Typed(text[begin:].rstrip().removesuffix(";").rstrip(), line, column)
        self._line, self._column = self._moved(text)
        self._rest = self._rest[length:]

    def _moved(self, text: str) -> tuple[int, int]:
        lines = text.count("\n")
        column = len(text) - text.rfind("\n") if lines else self._column + len(text)
        return self._line + lines, column


def typed(lines: Iterable[str]) -> Iterator[Typed]:
    """Everything that is there as a whole, each as soon as it is complete."""
    reader = Input()
    for line in lines:
        yield from reader.feed(line)
    yield from reader.end()


def is_whole(text: str) -> bool:
    """Whether Enter means run it, rather than another line."""
    if text.lstrip().startswith(":") or text.strip().lower() in WORDS:
        return True
    reader = Input()
    found = list(reader.feed(text))
    return not reader.pending and (bool(found) or not text.strip())


def _start(text: str) -> int:
    """Where it begins, behind blanks and comments."""
    found = _NOTHING.match(text)
    return found.end() if found else 0


def _length(text: str) -> int | None:
    """How long the first statement or command is, with its end; None while it has none."""
    start = _start(text)
    if text[start : start + 1] == ":":
        end = text.find("\n", start)
        return end + 1 if end >= 0 else None
    for piece in _PIECE.finditer(text):
        if piece["end"]:
            return piece.end()
        if piece["open"]:
            return None
    return None
