"""Readers of the user's copies: each gives pacts by the dataset's own ids."""

import csv
import gzip
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TextIO

from foedera.graph.dates import Bounds, Date, parse
from foedera.graph.errors import BadInput

from .spells import DAY, Pact, Spell

ATOP_UNTIL = Date(2018, 12, 31)
COW_UNTIL = Date(2012, 12, 31)
DCAD_UNTIL = Date(2010, 12, 31)
IGO_UNTIL = Date(2014, 12, 31)

_ATOP_KINDS = {
    "defense": "defense",
    "offense": "offense",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
_COW_KINDS = {
    "defense": "defense",
    "neutrality": "neutrality",
    "nonaggression": "nonaggression",
    "entente": "consultation",
}
CAN_TELL = {"ATOP": frozenset(_ATOP_KINDS.values()), "COW": frozenset(_COW_KINDS.values())}


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        yield file


def _rows(path: Path, needed: Iterable[str]) -> Iterator[Mapping[str, str]]:
    with _opened(path) as file:
        reader = csv.DictReader(file)
        missing = [each for each in needed if each not in (reader.fieldnames or ())]
        if missing:
            raise BadInput(
                f"{path}: no column {', '.join(missing)}; is it the file that the option asks for?"
            )
        yield from reader


def _date(row: Mapping[str, str], year: str, month: str, day: str) -> Bounds | None:
    """None where there is none: empty in COW, 0 in ATOP. An empty day is a day unknown."""
    if row[year] in ("", "0"):
        return None
    parts = [f"{int(row[year]):04}"]
    for name in (month, day):
        if row[name] in ("", "0"):
            break
        parts.append(f"{int(row[name]):02}")
    return parse("-".join(parts))


def atop(path: Path) -> Mapping[tuple[str, int], Pact]:
    """ATOP's member file, by alliance and phase."""
    pacts: dict[tuple[str, int], Pact] = {}
    for row in _rows(path, ("atopid", "member", "phase", "yrent", "yrexit", *_ATOP_KINDS)):
        pact = pacts.setdefault((row["atopid"], int(row["phase"] or 0)), Pact())
        since = _date(row, "yrent", "moent", "dayent")
        if since:
            pact.add(int(row["member"]), Spell(since, _date(row, "yrexit", "moexit", "dayexit")))
        pact.owes(int(row["member"]), {kind for flag, kind in _ATOP_KINDS.items() if row[flag] == "1"})
    return pacts


def cow(path: Path) -> Mapping[str, Pact]:
    """COW Formal Alliances, by member; its end is the last day, so ours is compared with that day too."""
    pacts: dict[str, Pact] = {}
    for row in _rows(path, ("version4id", "ccode", "mem_st_year", "mem_end_year", *_COW_KINDS)):
        pact = pacts.setdefault(row["version4id"], Pact())
        since = _date(row, "mem_st_year", "mem_st_month", "mem_st_day")
        if since:
            until = _date(row, "mem_end_year", "mem_end_month", "mem_end_day")
            pact.add(int(row["ccode"]), Spell(since, until))
        pact.owes(int(row["ccode"]), {kind for flag, kind in _COW_KINDS.items() if row[flag] == "1"})
    return {id: pact.joined() for id, pact in pacts.items()}


def dcad(path: Path) -> Mapping[str, Spell]:
    """DCAD: the entry into force and the signature of each; it gives no end that is not an estimate."""
    found: dict[str, Spell] = {}
    for row in _rows(path, ("DCAid", "ccode1", "ccode2", "signYear", "EIFYear")):
        signed = _date(row, "signYear", "signMonth", "signDay")
        in_force = _date(row, "EIFYear", "EIFMonth", "EIFDay")
        if signed:
            found[row["DCAid"]] = Spell(in_force or signed, None, signed, in_force is not None)
    return found


def igo(path: Path, columns: Iterable[str]) -> Mapping[str, Pact]:
    """COW IGO, state by year: years of full membership; `until` is the year after the last."""
    names = list(columns)
    years: dict[str, dict[int, list[int]]] = {each: {} for each in names}
    for row in _rows(path, ("ccode", "year", *names)):
        for each in names:
            if row[each] == "1":
                years[each].setdefault(int(row["ccode"]), []).append(int(row["year"]))
    pacts = {each: Pact() for each in names}
    for each, by_code in years.items():
        for code, found in by_code.items():
            for first, last in _runs(found):
                until = None if last >= IGO_UNTIL.year else parse(last + 1)
                pacts[each].add(code, Spell(parse(first), until))
    return pacts


def _runs(years: Iterable[int]) -> Iterator[tuple[int, int]]:
    for _, run in groupby(enumerate(sorted(set(years))), lambda pair: pair[1] - pair[0]):
        found = [year for _, year in run]
        yield found[0], found[-1]


def next_day(bounds: Bounds) -> Bounds:
    return Bounds(bounds.earliest + DAY, bounds.latest + DAY)
