"""Whom a name means among rows of parties, and which state it means on a day: states end, merge, go on under other names.

A row has the properties of a party and `label`; of a country also `before` and `after`, the states that it comes after
and those that come after it, each with the `kind` of succession. No store is asked: loaders and queries share it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from .dates import Date, span_of
from .records import enumerated, fold

Row = Mapping[str, Any]

_EXPECTED: Final = " Expected a usual English name, such as Russia, or a code, such as RUS."
_PART_OF: Final = {each: "United Kingdom" for each in ("england", "scotland", "wales", "northern ireland")}
_SHOWN: Final = 5
_NEAR: Final = 0.7
_CODE: Final = 3
_BESIDE: Final = 0.15


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


def squeezed(text: str, rows: Iterable[Row]) -> list[Row]:
    """Those called so but for spaces, as "COTE D IVOIRE"."""
    key = fold(text).replace(" ", "")
    return [row for row in rows if key and any(key == each.replace(" ", "") for each in row["keys"])]


def sharing(text: str, parties: Iterable[Row]) -> list[Row]:
    """The parties in whose names all the words occur, as "Korea" in two; none where they are many."""
    words = set(fold(text).split())
    found = [row for row in parties if words and any(words <= set(key.split()) for key in row["keys"])]
    return found if len(found) <= _SHOWN else []


def listed(rows: Iterable[Row]) -> str:
    """`South Korea (KOR) or North Korea (PRK)`."""
    return enumerated([f"{row['name']} ({row['id']})" for row in rows], "or")


def there_on(rows: Iterable[Row], on: Date | None) -> list[Row]:
    """Those of the day, or of today."""
    return [row for row in rows if (span_of(row).possibly(on) if on else row["until"] is None)]


def unknown(text: str, parties: Sequence[Row], on: Date | None = None) -> str:
    """Why it is nobody: a part of several names ("Korea"), those of the day if they are several, or near some, or neither."""
    if len(holding := sharing(text, parties)) > 1:
        there = there_on(holding, on)
        return f"{text!r} may be {listed(there if len(there) > 1 else holding)}; say which"
    part = _PART_OF.get(fold(text).removeprefix("the "))
    near = f" Did you mean {part}?" if part else meant(text, parties)
    return f"unknown country or organization {text!r}.{near or _EXPECTED}"


def meant(text: str, rows: Iterable[Row]) -> str:
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
    """Likeness, where it can reach the bound at all; a whole word within a longer name counts as near.

    A code is near what begins as it does and has at most one letter more: of so few letters too many are alike.
    """
    if len(wanted) > 3 and wanted in key:
        return 0.9
    if len(key) <= _CODE:
        alike = len(key) == _CODE and key[:2] == wanted[:2] and len(wanted) <= _CODE + 1
        return _NEAR if alike else 0.0
    matcher.set_seq1(key)
    if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _NEAR else 0.0
