"""Panels of ATOP 5.1 against what the project publishes, and what follows from its member file."""

import csv
import itertools
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from foedera.database import Database

FLAGS = ("defense", "offense", "neutral", "nonagg", "consul")
NOT_IN_THE_MEMBER_FILE = {
    ("140", "1857", "defense"),
    ("740", "1905", "offense"),
    ("740", "1905", "neutral"),
    *((state, "1888", "neutral") for state in ("90", "91", "92", "94")),
}
"""Where the published state-years have 0, and the row of the member file that ends in the year has 1."""

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def directed(
    everything: Database, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str, str], Row]:
    found = everything.panel(
        tmp_path_factory.mktemp("panel") / "p.csv", first=1815, last=2018, datasets="atop"
    )
    assert found.notes[0] == "left out, for want of a number: gw-815"
    (varying,) = found.notes[1:]
    assert varying.startswith("atop: ") and varying.endswith(" more of the kind")
    assert "owe some members of atop:1100 " in varying
    return {(row["ccode1"], row["ccode2"], row["year"]): row for row in rows(found.path)}


def from_the_members(data: Path) -> dict[tuple[str, str, str], tuple[set[str], bool, set[str]]]:
    """Flags, whether any party's promises vary, and alliances, of each pair and year, straight from the file."""
    phases = defaultdict(list)
    for row in rows(data / "atop" / "atop5_1m.csv"):
        if row["member"] != "8152":
            since = date(int(row["yrent"]), int(row["moent"]), int(row["dayent"] or 1))
            until = date(2019, 1, 1)
            if row["yrexit"] != "0":
                until = date(int(row["yrexit"]), int(row["moexit"]), int(row["dayexit"] or 1))
            phases[row["atopid"], row["phase"]].append((since, until, row))
    found: dict[tuple[str, str, str], tuple[set[str], bool, set[str]]] = {}
    for (alliance, _), members in phases.items():
        varies = any(row["obvary"] == "1" for *_, row in members)
        for (since, until, row), (begun, ended, other) in itertools.permutations(members, 2):
            first, last = max(since, begun), min(until, ended)
            if row["member"] == other["member"] or not (first < last or since == begun):
                continue
            for year in range(first.year, min(last.year, 2018) + 1):
                key = (row["member"], other["member"], str(year))
                flags, vary, alliances = found.get(key, (set(), False, set()))
                flags |= {flag for flag in FLAGS if row[flag] == "1"}
                found[key] = (flags, vary or varies, alliances | {alliance})
    return found


def test_the_directed_dyad_years_follow_from_the_members(
    data: Path, directed: dict[tuple[str, str, str], Row]
) -> None:
    """All 273,296, with their flags but where a party's promises vary, in 2,132; there no flag is 0 that is owed to some."""
    wanted = from_the_members(data)
    assert len(directed) == 273_296
    assert directed.keys() == wanted.keys()
    varying = 0
    for key, (flags, varies, alliances) in wanted.items():
        row = directed[key]
        assert row["varies"] == str(int(varies))
        assert {row[f"atopid{n}"] for n in range(1, int(row["number"]) + 1)} == alliances
        given = {flag for flag in FLAGS if row[flag] == "1"}
        empty = {flag for flag in FLAGS if row[flag] == ""}
        assert (given | empty if varies else given) == flags
        assert varies or not empty
        varying += varies
    assert varying == 2_132


def test_what_either_owes_follows_from_what_each_owes(
    everything: Database, directed: dict[tuple[str, str, str], Row], tmp_path: Path
) -> None:
    """1 where one owes it, else empty where one may, else 0: in 772 cells of 136,648 rows nobody can tell."""
    found = everything.panel(tmp_path / "p.csv", "dyad-year", first=1815, last=2018, datasets="atop")
    empty = 0
    for row in rows(found.path):
        one, other, year = row["ccode1"], row["ccode2"], row["year"]
        for flag in FLAGS:
            both = {directed[one, other, year][flag], directed[other, one, year][flag]}
            assert row[flag] == ("1" if "1" in both else "" if "" in both else "0")
            empty += row[flag] == ""
    assert (found.rows, empty) == (136_648, 772)
    (late,) = everything.panel(tmp_path / "p.csv", "dyad-year", first=1946, datasets="atop").notes
    assert "owe some members of atop:2555 " in late, "and nobody is left out for want of a number"


def test_the_state_years_are_those_that_are_published(
    everything: Database, data: Path, tmp_path: Path
) -> None:
    """But for seven cells, which do not follow from the member file."""
    found = everything.panel(tmp_path / "p.csv", "state-year", first=1815, last=2018, datasets="atop")
    ours = {(row["ccode"], row["year"]): row for row in rows(found.path)}
    theirs = {(row["state"], row["year"]): row for row in rows(data / "atop" / "atop5_1sy.csv")}
    assert len(theirs) == 11_923
    assert ours.keys() == theirs.keys()
    columns = ("atopally", *FLAGS, "number", "transyr")
    differing = {
        (*key, name) for key, row in theirs.items() for name in columns if ours[key][name] != row[name]
    }
    assert differing == NOT_IN_THE_MEMBER_FILE
    for key, row in theirs.items():
        assert _alliances(ours[key]) == _alliances(row)


def _alliances(row: Row) -> set[str]:
    return {cell for name, cell in row.items() if name.startswith("atopid") and cell}
