"""Which state a name means on a day: states end, merge, and go on under other names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..graph.dates import Date, span_of
from ..graph.records import fold

Row = Mapping[str, Any]

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


@dataclass(frozen=True, slots=True)
class Meant:
    """The states that may be meant, and what is to be said of it where a name means another on that day."""

    rows: Sequence[Row]
    note: str = ""


def meant_on(row: Row, text: str, on: Date | None) -> Meant:
    """The state that is called so on that day, where the name alone is that of `row`.

    A code means the state that it belongs to, whatever the day.
    """
    if on is None or row["label"] != "Country":
        return Meant([row])
    key, before, after = fold(text), _living(row["before"], on), _living(row["after"], on)
    if continued := [each for each in before if each["kind"] == "continues"]:
        return _continued(row, continued[0], text, on)
    if _is_code(row, key):
        return Meant([row])
    if not _there(row, on):
        heirs = [each for each in after if key == fold(row["name"]) and _called(each, key)]
        if len(heirs) == 1:
            ended = f"{row['name']} ({row['id']}) ended on {row['until']}"
            return Meant([_country(heirs[0])], f"{text.strip()!r} on {on} is {_named(heirs[0])}; {ended}")
    return _apart(row, [each for each in before if _called(each, key) and _shares(row, each, on)], text, on)


def _continued(row: Row, before: Row, text: str, on: Date) -> Meant:
    """Russia in 1980: what it continues was the state of that day."""
    if _is_code(row, fold(text)):
        return Meant(
            [row], f"{row['name']} did not exist on {on}; it continues {_named(before)}, to be asked"
        )
    said = f"{row['name']} did not exist on {on}: {_named(before)} is meant, which it continues"
    return Meant([_country(before)], said)


def _apart(row: Row, parts: Sequence[Row], text: str, on: Date) -> Meant:
    """Germany in 1970: states of that day that share the name, of which one may be the state of today itself."""
    if not parts:
        return Meant([row])
    merged = len(parts) > 1 or not _there(row, on)
    rows = [_country(each) for each in parts] if merged else [row, *map(_country, parts)]
    note = f"{text.strip()!r} on {on} is {_named(parts[0])}" if len(rows) == 1 else ""
    return Meant(rows, note)


def _there(row: Row, on: Date) -> bool:
    """Whether it may have been there: what continues another was not before that one either."""
    began = (span_of(each).since for each in row["before"] if each["kind"] == "continues")
    return span_of(row).possibly(on) and not any(since and on < since.earliest for since in began)


def _living(states: Sequence[Row], on: Date) -> list[Row]:
    return sorted((each for each in states if span_of(each).possibly(on)), key=lambda each: str(each["id"]))


def _called(state: Row, key: str) -> bool:
    """Whether one of its names has all the words, next to each other."""
    words = f" {key.removeprefix('the ')} "
    return any(words in f" {name} " for name in state["keys"])


def _shares(row: Row, before: Row, on: Date) -> bool:
    """Whether the earlier state had the name too, as South Vietnam has Vietnam's; one not yet there has its own."""
    return not _there(row, on) or set(fold(row["name"]).split()) <= set(fold(before["name"]).split())


def _is_code(row: Row, key: str) -> bool:
    return key in (fold(row["id"]), fold(row["iso2"] or ""))


def _country(state: Row) -> Row:
    return {**state, "label": "Country"}


def _named(state: Row) -> str:
    return f"{state['name']} ({state['id']})"
