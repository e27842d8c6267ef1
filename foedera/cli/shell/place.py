"""Where in a statement the cursor stands, read from the text before it: no parser, which half a statement defies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

What = Literal["any", "label", "type", "property", "parameter", "nothing"]

_SKIP = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|/\*.*?\*/|//[^\n]*\n"""
    r"""|(?P<open>['"`]|/\*|//)|(?P<bracket>[()\[\]{}])|[^'"`/()\[\]{}]+|/""",
    re.DOTALL,
)
_BOUND = re.compile(r"[(\[]\s*([A-Za-z_]\w*)\s*:\s*([\w|&:]+)")
_LABELS = re.compile(r":\s*([\w|&:]+)\s*$")
_WORD = re.compile(r"\w*$")
_VALUE = re.compile(
    r"(?:(?P<variable>\w+)\s*\.\s*)?(?P<name>\w+)\s*(?::|=|<>|CONTAINS|STARTS\s+WITH|IN\s*\[[^\]]*)\s*$",
    re.IGNORECASE,
)
_CLOSING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand here.

    `word` is what is begun of it, `of` the labels or types whose properties are meant, `of_value` the property whose
    value is begun inside the `quote`, `bound` the variables so far with their labels.
    """

    what: What
    word: str
    of: Sequence[str] = ()
    quote: str = ""
    of_value: str = ""
    bound: Mapping[str, Sequence[str]] = field(default_factory=dict)


def place(text: str) -> Place:
    """Where the cursor stands behind a text."""
    opened, brackets = _open(text)
    bound = {name: re.split(r"[|&:]+", labels) for name, labels in _BOUND.findall(text)}
    if opened is not None:
        mark = text[opened]
        if mark not in "'\"":
            return Place("nothing", "")
        before = text[:opened]
        value = _VALUE.search(before)
        owners = (value and bound.get(value["variable"] or "")) or _owners(before, brackets)
        return Place("nothing", text[opened + 1 :], owners, mark, value["name"] if value else "", bound)
    found = _WORD.search(text)
    word = found[0] if found else ""
    before = text[: len(text) - len(word)]
    return _named(before, word, brackets, bound)


def _named(before: str, word: str, brackets: Sequence[int], bound: Mapping[str, Sequence[str]]) -> Place:
    within = before[brackets[-1]] if brackets else ""
    last = before.rstrip()[-1:]
    if before.endswith("$"):
        return Place("parameter", word)
    if before.endswith(".") and (variable := re.search(r"([A-Za-z_]\w*)\.$", before)):
        return Place("property", word, bound.get(variable[1], ()))
    if within == "{" and last in "{,":
        return Place("property", word, _owners(before, brackets))
    if within != "{" and (last == ":" or (last in "|&!" and _LABELS.search(before))):
        return Place("type" if within == "[" else "label", word)
    return Place("any", word, bound=bound)


def _open(text: str) -> tuple[int | None, list[int]]:
    """Where a text, name or comment begins that has not ended, and the brackets that are open."""
    brackets: list[int] = []
    for piece in _SKIP.finditer(text):
        if piece["open"]:
            return piece.start(), brackets
        if piece["bracket"] in ("(", "[", "{"):
            brackets.append(piece.start())
        elif piece["bracket"] and brackets and text[brackets[-1]] == _CLOSING[piece["bracket"]]:
            brackets.pop()
    return None, brackets


def _owners(before: str, brackets: Sequence[int]) -> Sequence[str]:
    """The labels or types in front of the map that is open: `(c:Country {`."""
    if brackets and before[brackets[-1]] == "{" and (found := _LABELS.search(before[: brackets[-1]])):
        return re.split(r"[|&:]+", found[1])
    return ()
