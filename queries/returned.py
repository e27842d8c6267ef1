"""What can be read from a statement itself: its columns, where the engine names none, and its parameters."""

import re
from collections.abc import Collection
from typing import Final

_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|/\*.*?\*/|//[^\n]*""", re.DOTALL)
_RETURN = re.compile(r"\bRETURN\s+(?:DISTINCT\s+)?", re.IGNORECASE)
_END = re.compile(r"\b(?:ORDER\s+BY|SKIP|LIMIT|UNION)\b|;", re.IGNORECASE)
_NAMED = re.compile(r".*\bAS\s+(?:(\w+)|`([^`]+)`)", re.IGNORECASE | re.DOTALL)
_PLAIN = re.compile(r"[^\W\d]\w*(?:\.\w+)?")
_OPEN: Final = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


def returned(statement: str) -> list[str]:
    """The columns of the last RETURN, each an `AS name`, a variable or a property; else none.

    >>> returned("MATCH (n) RETURN n.id AS id, count(*) AS n, {a: 1, b: 2} AS m ORDER BY id"), returned("RETURN n.id, n")
    (['id', 'n', 'm'], ['n.id', 'n'])
    >>> returned("MATCH (n) RETURN *"), returned("RETURN count(*)"), returned("CREATE (n {x: 'RETURN 1 AS a'})")
    ([], [], [])
    """
    parts = _RETURN.split(_QUOTED.sub(" 0 ", statement))
    if len(parts) < 2:
        return []
    names = []
    for item in _items(_END.split(parts[-1])[0]):
        named, plain = _NAMED.fullmatch(item), _PLAIN.fullmatch(item)
        if not (named or plain):
            return []
        names.append(named[1] or named[2] if named else item)
    return names


def _items(text: str) -> list[str]:
    """The items between the commas that no bracket encloses."""
    items, depth = [""], 0
    for mark in text:
        depth += _OPEN.get(mark, 0)
        if mark == "," and not depth:
            items.append("")
        else:
            items[-1] += mark
    return [item.strip() for item in items]


def unused(statement: str, params: Collection[str]) -> list[str]:
    """The parameters of which the statement has none.

    >>> unused("RETURN $a, $`b c`, '$d'", ["a", "b c", "d", "e"])
    ['d', 'e']
    """
    text = _QUOTED.sub(" 0 ", statement)
    used = {one or other for one, other in re.findall(r"\$(?:(\w+)|`([^`]+)`)", text)}
    return [name for name in params if name not in used]
