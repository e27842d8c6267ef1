"""ATOP's own files: what is in the graph after loading them, and its directed dyad-years, which follow from that."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import pytest

from foedera.graph.dates import Date, Span, span_of
from foedera.graph.records import Record, Relationship, problems
from foedera.loaders import atop

LAST_YEAR = 2018
NOT_IN_ATOPS_DYADS = "8152"


def read(path: Path) -> Sequence[Record]:
    found = list(atop.records(path))
    facts = [each for each in found if isinstance(each, Record)]
    assert len(facts) == len(found)
    return facts


def count(records: Sequence[Record]) -> Counter[str]:
    return Counter(record.type for record in records)


class Stay(NamedTuple):
    """A member's stay in a phase: one row of ATOP's, put together again where two states held its number."""

    code: str
    since: Date
    until: Date


def stays(records: Sequence[Record]) -> Iterator[Sequence[Stay]]:
    """The members of each phase of each alliance; a row's parts differ in nothing but the state and its days."""
    rows: dict[tuple[str, object], dict[tuple[str, str], list[Span]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        if isinstance(record, Relationship) and record.type == "PARTY_TO":
            code = record.properties["code"]
            if code != NOT_IN_ATOPS_DYADS:
                phase = record.end.id, record.properties["phase"]
                rows[phase][code, record.spell].append(span_of(record.properties))
    for members in rows.values():
        yield [
            Stay(
                code,
                min(span.since.earliest for span in spans if span.since),
                max(span.until.latest for span in spans if span.until),
            )
            for (code, _), spans in members.items()
        ]


def directed_dyad_years(records: Sequence[Record]) -> set[tuple[str, str, int]]:
    """By ATOP's rule: two share a phase where they overlap or entered on the same day; the year of the end counts."""
    found = set()
    for members in stays(records):
        for one, other in permutations(members, 2):
            meet = one.since < other.until and other.since < one.until
            if one.code != other.code and (meet or one.since == other.since):
                end = min(one.until.year, other.until.year, LAST_YEAR)
                years = range(max(one.since.year, other.since.year), end + 1)
                found |= {(one.code, other.code, year) for year in years}
    return found


def test_the_directed_dyad_years_are_atops_own(atop_newest: Sequence[Record]) -> None:
    """As many as in the directed dyad-year file of version 5.1, 1815 to 2018."""
    found = directed_dyad_years(atop_newest)
    assert len(found) == 273_296
    assert (min(year for *_, year in found), max(year for *_, year in found)) == (1815, LAST_YEAR)


def test_every_row_is_there(atop_newest: Sequence[Record]) -> None:
    """2,510 rows, of which 28 pass from one state to another; every record fits the declaration."""
    assert count(atop_newest) == {
        "Dataset": 1, "Source": 1, "Scope": 41, "Agreement": 789, "PARTY_TO": 2538, "Obligation": 1445,
        "CREATES": 1445, "OWES": 4308, "OWED_TO": 4242,
    }  # fmt: skip
    assert len({record.provenance.sources for record in atop_newest if record.type == "PARTY_TO"}) == 2510
    assert len({(record.type, record.id) for record in atop_newest}) == len(atop_newest)
    assert not [problem for record in atop_newest for problem in problems(record)]


@pytest.mark.parametrize(
    ("file", "title", "alliances", "rows", "until"),
    [
        (
            "atop5_1m_NNA.csv",
            "Alliance Treaty Obligations and Provisions (ATOP) 5.1 NNA",
            589,
            1838,
            "2018-12-31",
        ),
        ("older", "Alliance Treaty Obligations and Provisions (ATOP) 4.01", 745, 2398, "2016-12-31"),
    ],
)
def test_other_versions_are_recognised(
    data: Path, file: str, title: str, alliances: int, rows: int, until: str
) -> None:
    """By what is in the file; without its pure nonaggression pacts it claims nothing of nonaggression."""
    records = read(data / "atop" / file)
    dataset, scope = (next(each for each in records if each.type == type) for type in ("Dataset", "Scope"))
    assert (dataset.properties["title"], dataset.properties["covers_until"].isoformat()) == (title, until)
    assert ("nonaggression" in scope.properties["kinds"]) == ("NNA" not in title)
    assert count(records)["Agreement"] == alliances
    assert len({record.provenance.sources for record in records if record.type == "PARTY_TO"}) == rows


KINDS = {
    "defense": "defense",
    "offense": "offense",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
OTHERWISE = {
    ("90", 1888, "neutral"), ("91", 1888, "neutral"), ("92", 1888, "neutral"), ("94", 1888, "neutral"),
    ("140", 1857, "defense"), ("740", 1905, "offense"), ("740", 1905, "neutral"),
}  # fmt: skip
"""Cells of ATOP's state-years that do not follow from its member level file, which has these obligations."""


def test_the_state_years_are_atops_own(data: Path, atop_newest: Sequence[Record]) -> None:
    """All 11,923: which alliances a state is in, and what it owes to anybody; but for seven cells."""
    kinds = {each.id: each.properties["kind"] for each in atop_newest if each.type == "Obligation"}
    alliances: dict[tuple[str, int], set[str]] = defaultdict(set)
    owed: set[tuple[str, int, str]] = set()
    for each in atop_newest:
        if isinstance(each, Relationship) and each.type in ("PARTY_TO", "OWES"):
            code, span = each.properties["code"], span_of(each.properties)
            assert span.since and span.until
            for year in range(span.since.earliest.year, min(span.until.latest.year, LAST_YEAR) + 1):
                if each.type == "OWES":
                    owed.add((code, year, kinds[each.end.id]))
                elif code != NOT_IN_ATOPS_DYADS:
                    alliances[code, year].add(each.end.id.removeprefix("atop:"))
    with (data / "atop" / "atop5_1sy.csv").open(newline="") as file:
        rows = {(row["state"], int(row["year"])): row for row in csv.DictReader(file)}
    assert len(rows) == 11_923
    assert alliances == {
        key: {cell for column, cell in row.items() if column.startswith("atopid") and cell}
        for key, row in rows.items()
    }
    differ = {
        (*key, flag)
        for key, row in rows.items()
        for flag, kind in KINDS.items()
        if (row[flag] == "1") != ((*key, kind) in owed)
    }
    assert differ == OTHERWISE
