"""Parties and other things by any usual name, without regard to case, accents or punctuation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from ..graph.errors import BadInput
from ..graph.records import fold
from ..graph.store import Store


@dataclass(frozen=True, slots=True)
class Party:
    """A country or an organization."""

    id: str
    label: str
    name: str


_BY_ID: Final = """
MATCH (p:Country|Organization {id: $text})
RETURN p.id AS id, labels(p)[0] AS label, p.name AS name
"""

_BY_KEY: Final = """
MATCH (p:Country|Organization)
WHERE any(key IN $keys WHERE key IN p.keys)
RETURN p.id AS id, labels(p)[0] AS label, p.name AS name, p.until IS NULL AS present
ORDER BY id
"""

_ALL: Final = """
MATCH (p:Country|Organization)
RETURN p.id AS id, labels(p)[0] AS label, p.name AS name, p.keys AS keys
ORDER BY id
"""

_SHOWN: Final = 5
_NEAR: Final = 0.6
_BESIDE: Final = 0.15


def party(store: Store, text: str) -> Party:
    """The country or organization that is meant.

    Raises:
        BadInput: nobody is called so (with the nearest names), or more than one is (with all of them).
    """
    wanted = text.strip()
    found = store.read(_BY_ID, {"text": wanted}).rows or _by_key(store, wanted)
    if len(found) == 1:
        return _party(found[0])
    if found:
        raise BadInput(f"{wanted!r} is more than one: {_listed(found)}; say which")
    raise BadInput(_unknown(wanted, store.read(_ALL).rows))


def _by_key(store: Store, text: str) -> list[dict[str, Any]]:
    """Those called so, with or without "the"; a state of today goes before a former one of the same name."""
    key = fold(text)
    if not key:
        return []
    found = store.read(_BY_KEY, {"keys": [key, key.removeprefix("the ")]}).rows
    present = [row for row in found if row["present"]]
    return present if len(present) == 1 else found


def _party(row: Mapping[str, Any]) -> Party:
    return Party(row["id"], row["label"], row["name"])


def _unknown(text: str, everybody: list[dict[str, Any]]) -> str:
    """Why it is nobody: a part of several names ("Korea"), or near some, or neither."""
    words = set(fold(text).split())
    holding = [row for row in everybody if words and any(words <= set(key.split()) for key in row["keys"])]
    if 1 < len(holding) <= _SHOWN:
        return f"{text!r} may be {_listed(holding)}; say which"
    return f"unknown country or organization {text!r}.{meant(text, everybody)}"


def _listed(rows: Iterable[Mapping[str, Any]]) -> str:
    shown = [f"{row['name']} ({row['id']})" for row in rows]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def meant(text: str, rows: Iterable[Mapping[str, Any]]) -> str:
    """` Did you mean Estonia, …?` from rows with a `name` and `keys`; nothing where none is near."""
    wanted = fold(text)
    matcher = SequenceMatcher(b=wanted)
    scored: dict[str, float] = {}
    for row in rows:
        for key in row["keys"]:
            scored[row["name"]] = max(scored.get(row["name"], 0.0), _nearness(matcher, wanted, key))
    best = max(scored.values(), default=0.0)
    near = sorted((-score, name) for name, score in scored.items() if score >= max(_NEAR, best - _BESIDE))[:3]
    return f" Did you mean {', '.join(name for _, name in near)}?" if near else ""


def _nearness(matcher: "SequenceMatcher[str]", wanted: str, key: str) -> float:
    """Likeness, where it can reach the bound at all; a whole word within a longer name counts as near."""
    if len(wanted) > 3 and wanted in key:
        return 0.9
    matcher.set_seq1(key)
    if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
        return 0.0
    return matcher.ratio()
