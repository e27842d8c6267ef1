"""The crosswalk against the field's own files, row by row: each difference is listed here with its reason."""

import csv
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedera.graph.records import Node, fold
from foedera.loaders import core
from foedera.loaders.core.codes import Scheme
from foedera.loaders.states import shipped

Row = dict[str, str]
Date = datetime.date

SAME_YEAR = {
    (
        "cw_gw",
        678,
        678,
        1990,
    ): "COW's North Yemen of January to May beside GW's 678, which is Yemen at the end of the year",
    ("gw_cw", 345, 345, 2006): "GW's 345 ends in June, when COW's goes on as Serbia",
}
"""Years in which two numbers of one row mean two states at the end of the year."""

UNKNOWN = {
    396: "Abkhazia: few states hold it for one, and core has it as a part of Georgia",
    397: "South Ossetia: as Abkhazia",
}
"""Gleditsch-Ward numbers that are refused."""

BACK = {
    ("cow", 260, 1990): "West Germany of January to September; at the end of the year Germany is 255",
}
"""Numbers that are not those of the state that they mean, at the end of the year."""

NAMES = {
    ("cow", 345, "Yugoslavia"): "one name for Serbia, Yugoslavia, and Serbia and Montenegro",
    ("cow", 365, "Russia"): "before 1922 Russia until 1922 is meant, whose name is not that of today's",
    ("cow", 484, "Congo"): "the name of two states, so of neither here",
    ("cow", 730, "Korea"): "the name of two states, so of neither here",
    ("gw", 340, "Serbia"): "before 1918 the Kingdom of Serbia",
    (
        "gw",
        345,
        "Yugoslavia",
    ): "goes on a day longer than Serbia and Montenegro, which is not called so alone",
    ("gw", 365, "Russia (Soviet Union)"): "before 1922 Russia until 1922 is meant",
    ("gw", 484, "Congo"): "the name of two states, so of neither here",
    ("gw", 678, "Yemen (Arab Republic of Yemen)"): "until 1990 North Yemen",
    ("gw", 730, "Korea"): "the name of two states, so of neither here",
}
"""Names of the lists that are not among those of the state that the number means."""

ISO = {
    ("cow", "327"): "the Papal States; the table gives their number to Vatican City",
    ("gw", "327"): "the Papal States; the table gives their number to Vatican City",
    ("gw", "815"): "Vietnam before French rule; the table gives its number to today's Vietnam, which is 816",
}
"""Where countrycode, one row a name, has a number for a state of today that it does not mean."""


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def number(text: str) -> int | None:
    return None if text in ("", "NA") else int(float(text))


def name_parts(text: str) -> set[str]:
    """`Burma`, `Myanmar` of `Myanmar (Burma)`."""
    return {fold(part) for part in [text, *re.split(r"[(/)]", text)]} - {""}


@pytest.fixture(scope="module")
def keys() -> dict[str, set[str]]:
    return {each.id: set(each.properties["keys"]) for each in core.countries() if isinstance(each, Node)}


@pytest.mark.parametrize("panel", ["cw_gw", "gw_cw"])
def test_both_numbers_of_a_year_mean_the_same_state(data: Path, panel: str) -> None:
    """Of 17,916 and 20,990 state-years; and each state has just the number by which it was found."""
    differ, unknown, back = set(), set(), set()
    found = list(rows(data / f"crosswalks/isard/{panel}_panel.csv"))
    for row in found:
        year, states = int(row["year"]), []
        on = Date(year, 12, 31)
        given: list[tuple[Scheme, int | None]] = [
            ("cow", number(row["ccode"])),
            ("gw", number(row["gwcode"])),
        ]
        for scheme, code in given:
            if code is None:
                continue
            state = shipped().of(scheme, code, on)
            if state is None:
                unknown.add((scheme, code))
                continue
            states.append(state)
            if shipped().code(scheme, state.id, on) != code:
                back.add((scheme, code, year))
        if len(set(states)) > 1:
            differ.add((panel, given[0][1], given[1][1], year))
    assert len(found) == {"cw_gw": 17_916, "gw_cw": 20_990}[panel]
    assert differ == {each for each in SAME_YEAR if each[0] == panel}
    assert unknown == {("gw", each) for each in UNKNOWN if panel == "gw_cw"}
    assert back == set(BACK)


LISTS = {
    "cow_states/states2016.csv": ("cow", "ccode", "statenme"),
    "cow_states/statelist2024.csv": ("cow", "ccode", "statenme"),
    "gleditsch_ward/gwstates.csv": ("gw", "gwcode", "country_name"),
}


def spell(row: Row) -> tuple[Date, Date]:
    """The first and the last day for which a list counts a state."""
    if "start" in row:
        return Date.fromisoformat(row["start"]), Date.fromisoformat(row["end"])
    first, last = ([int(row[f"{end}{part}"]) for part in ("year", "month", "day")] for end in ("st", "end"))
    return Date(*first), Date(*last)


def test_the_lists_call_a_state_as_we_do(data: Path, keys: dict[str, set[str]]) -> None:
    """On the first and on the last day of each of its spells; all but those listed, and none of those for nothing."""
    odd, unknown = set(), set()
    for path, (scheme, code, name) in LISTS.items():
        for row in rows(data / path):
            for on in spell(row):
                state = shipped().of("cow" if scheme == "cow" else "gw", int(row[code]), on)
                if state is None:
                    unknown.add(int(row[code]))
                elif not name_parts(row[name]) & keys[state.id]:
                    odd.add((scheme, int(row[code]), row[name]))
    assert odd == set(NAMES)
    assert unknown == set(UNKNOWN)


def test_the_numbers_of_today_are_those_of_the_iso_codes(data: Path) -> None:
    """And a number that the table has for a former state is known too."""
    odd, unknown, compared = set(), set(), 0
    for row in rows(data / "crosswalks/countrycode/codelist_without_cldr.csv"):
        given: list[tuple[Scheme, str]] = [("cow", row["cown"]), ("gw", row["gwn"])]
        for scheme, text in given:
            code = number(text)
            if code is None:
                continue
            compared += 1
            state = shipped().of(scheme, code, Date(2024, 12, 31))
            if state is None:
                unknown.add((scheme, text))
            elif len(row["iso3c"]) == 3 and state.id != row["iso3c"]:
                odd.add((scheme, text))
    assert compared > 400
    assert (odd, unknown) == (set(ISO), set())


@pytest.mark.parametrize(
    ("path", "column", "others"),
    [("atop/atop5_1m.csv", "member", {8152}), ("cow_alliances/alliance_v4.1_by_member.csv", "ccode", set())],
)
def test_every_member_of_an_alliance_has_a_number_that_is_known(
    data: Path, path: str, column: str, others: set[int]
) -> None:
    """But ATOP's own 8152, which is no number of Correlates of War."""
    known = set(shipped().known("cow"))
    assert {int(row[column]) for row in rows(data / path)} - known == others
