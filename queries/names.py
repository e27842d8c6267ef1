"""Parties and other things by any usual name, without regard to case, accents or punctuation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..graph.dates import Date
from ..graph.errors import BadInput
from ..graph.named import Meant, listed, meant_on, squeezed, there_on, unknown
from ..graph.records import fold
from ..graph.store import Store


@dataclass(frozen=True, slots=True)
class Party:
    """A country or an organization; `note` says why a name means it on a day, where that is not plain."""

    id: str
    label: str
    name: str
    note: str = ""


_OTHER: Final = (
    "CASE WHEN {v} IS NULL THEN NULL ELSE {{id: {v}.id, name: {v}.name, keys: {v}.keys, kind: {s}.kind,"
    " since: {v}.since, since_latest: {v}.since_latest, until: {v}.until, until_latest: {v}.until_latest}} END"
)
ROW: Final = f"""
OPTIONAL MATCH (p)-[s:SUCCEEDS]->(old:Country)
WITH p, collect({_OTHER.format(v="old", s="s")}) AS before
OPTIONAL MATCH (p)<-[t:SUCCEEDS]-(new:Country)
WITH p, before, collect({_OTHER.format(v="new", s="t")}) AS after
RETURN p.id AS id, labels(p)[0] AS label, p.name AS name, p.iso2 AS iso2, p.keys AS keys, p.since AS since,
       p.since_latest AS since_latest, p.until AS until, p.until_latest AS until_latest, before, after
ORDER BY id
"""
"""What `meant_on` needs of a party `p`: its span, the states that it comes after, and those that come after it."""

_BY_ID: Final = f"MATCH (p:Country|Organization {{id: $text}}) {ROW}"
_BY_KEY: Final = f"MATCH (p:Country|Organization) WHERE any(key IN $keys WHERE key IN p.keys) {ROW}"

_ALL: Final = """
MATCH (p:Country|Organization)
RETURN p.id AS id, labels(p)[0] AS label, coalesce(p.name, p.id) AS name, coalesce(p.keys, []) AS keys,
       p.since AS since, p.until AS until, p.until_latest AS until_latest
ORDER BY id
"""


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
            raise BadInput(unknown(wanted, known, on))
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
    there = there_on(found, on)
    return there if len(there) == 1 else found
