"""Parties and other things by any usual name, without regard to case, accents or punctuation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from ..graph.dates import Date, span_of
from ..graph.errors import BadInput
from ..graph.records import fold
from ..graph.store import Store
from .states import ROW, Meant, meant_on


@dataclass(frozen=True, slots=True)
class Party:
    """A country or an organization; `note` says why a name means it on a day, where that is not plain."""

    id: str
    label: str
    name: str
    note: str = ""


_BY_ID: Final = f"MATCH (p:Country|Organization {{id: $text}}) {ROW}"
_BY_KEY: Final = f"MATCH (p:Country|Organization) WHERE any(key IN $keys WHERE key IN p.keys) {ROW}"

_ALL: Final = """
MATCH (p:Country|Organization)
RETURN p.id AS id, labels(p)[0] AS label, coalesce(p.name, p.id) AS name, coalesce(p.keys, []) AS keys,
       p.since AS since, p.until AS until, p.until_latest AS until_latest
ORDER BY id
"""

_SHOWN: Final = 5
_NEAR: Final = 0.6
_BESIDE: Final = 0.15
_NEXT: Final = " Expected a usual English name, such as Russia, or a code, such as RUS."
_PART_OF: Final = {each: "United Kingdom" for each in ("england", "scotland", "wales", "northern ireland")}


def party(store: Store, text: str, on: Date | None = None) -> Party:
    """The country or organization that is meant, on that day where one is given.

    Raises:
        BadInput: nobody is called so (with the nearest names), or more than one is (with all of them).
    """
    if not isinstance(text, str):
        raise BadInput(f"{text!r} is no name; expected text, such as 'Estonia' or 'EST'")
    wanted = text.strip()
    if not wanted:
        raise BadInput("the name of a country or organization is empty; expected one such as Estonia or NATO")
    found = store.read(_BY_ID, {"text": wanted}).rows or _by_key(store, wanted, on)
    if not found:
        known = everybody(store)
        spaced = squeezed(wanted, known)
        if len(spaced) != 1:
            raise BadInput(_unknown(wanted, known, on))
        found = store.read(_BY_ID, {"text": spaced[0]["id"]}).rows
    meant = meant_on(found[0], wanted, on) if len(found) == 1 else Meant(found)
    if len(meant.rows) > 1:
        day = f" on {on}" if on and len(found) == 1 else ""
        raise BadInput(f"{wanted!r}{day} may be {listed(meant.rows)}; say which")
    (row,) = meant.rows
    return Party(row["id"], row["label"], row["name"], meant.note)


_OF_IDS: Final = """
MATCH (p:Country|Organization)
WHERE p.id IN $ids
RETURN p.id AS id, labels(p)[0] AS label, p.name AS name
ORDER BY id
"""


def parties(store: Store, ids: Iterable[str]) -> dict[str, Party]:
    """The countries and organizations of these ids; those that there are."""
    rows = store.read(_OF_IDS, {"ids": sorted(ids)})
    return {row["id"]: Party(row["id"], row["label"], row["name"]) for row in rows}


def everybody(store: Store) -> list[dict[str, Any]]:
    """Every country and organization: `id`, `label`, `name`, and in `keys` all that it is called, folded."""
    return store.read(_ALL).rows


def _by_key(store: Store, text: str, on: Date | None) -> Sequence[Mapping[str, Any]]:
    """Those called so, with or without "the"; a state of the day, or of today, goes before another."""
    key = fold(text)
    if not key:
        return []
    found = store.read(_BY_KEY, {"keys": [key, key.removeprefix("the ")]}).rows
    there = _there(found, on)
    return there if len(there) == 1 else found


def _there(rows: Iterable[Mapping[str, Any]], on: Date | None) -> list[Mapping[str, Any]]:
    """Those of the day, or of today."""
    return [row for row in rows if (span_of(row).possibly(on) if on else row["until"] is None)]


def _unknown(text: str, everybody: list[dict[str, Any]], on: Date | None) -> str:
    """Why it is nobody: a part of several names ("Korea"), those of the day if they are several, or near some, or neither."""
    if len(holding := sharing(text, everybody)) > 1:
        there = _there(holding, on)
        return f"{text!r} may be {listed(there if len(there) > 1 else holding)}; say which"
    part = _PART_OF.get(fold(text).removeprefix("the "))
    near = f" Did you mean {part}?" if part else meant(text, everybody)
    return f"unknown country or organization {text!r}.{near or _NEXT}"


def squeezed(text: str, rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those called so but for spaces, as "COTE D IVOIRE"."""
    key = fold(text).replace(" ", "")
    return [row for row in rows if key and any(key == each.replace(" ", "") for each in row["keys"])]


def sharing(text: str, parties: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The parties in whose names all the words occur, as "Korea" in two; none where they are many."""
    words = set(fold(text).split())
    found = [row for row in parties if words and any(words <= set(key.split()) for key in row["keys"])]
    return found if len(found) <= _SHOWN else []


def listed(rows: Iterable[Mapping[str, Any]]) -> str:
    """`South Korea (KOR) or North Korea (PRK)`."""
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
