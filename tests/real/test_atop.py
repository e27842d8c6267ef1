"""ATOP's own files: what is in the graph after loading them, and its directed dyad-years, which follow from that."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import pytest

from foedera.graph.dates import Date, Span, span_of
from foedera.graph.records import Node, Record, Refusal, Relationship, problems
from foedera.loaders import atop

LAST_YEAR = 2018
NOT_IN_ATOPS_DYADS = "8152"


def read(path: Path) -> Sequence[Record]:
    found = list(atop.records(path))
    assert not [each for each in found if isinstance(each, Refusal)]
    return [each for each in found if not isinstance(each, Refusal)]


@pytest.fixture(scope="module")
def newest(data: Path) -> Sequence[Record]:
    """Version 5.1, with the files that lie beside the member level file."""
    return read(data / "atop")


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


def test_the_directed_dyad_years_are_atops_own(newest: Sequence[Record]) -> None:
    """As many as in the directed dyad-year file of version 5.1, 1815 to 2018."""
    found = directed_dyad_years(newest)
    assert len(found) == 273_296
    assert (min(year for *_, year in found), max(year for *_, year in found)) == (1815, LAST_YEAR)


def test_every_row_is_there(newest: Sequence[Record]) -> None:
    """2,510 rows, of which 28 pass from one state to another; every record fits the declaration."""
    assert count(newest) == {
        "Dataset": 1, "Source": 1, "Scope": 1, "Agreement": 789, "PARTY_TO": 2538, "Obligation": 1445,
        "CREATES": 1445, "OWES": 4308, "OWED_TO": 4242,
    }  # fmt: skip
    assert len({record.provenance.sources for record in newest if record.type == "PARTY_TO"}) == 2510
    assert len({(record.type, record.id) for record in newest}) == len(newest)
    assert not [problem for record in newest for problem in problems(record)]


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


def parties(records: Sequence[Record], alliance: str) -> dict[str, Relationship]:
    """The parties of an alliance, each under its id without what they share."""
    return {
        f"{each.start.id} {each.spell}": each
        for each in records
        if isinstance(each, Relationship) and each.type == "PARTY_TO" and each.end.id == alliance
    }


def obligation(records: Sequence[Record], id: str) -> tuple[Node, set[str], set[str]]:
    """An obligation, who owes it and to whom."""
    node = next(each for each in records if isinstance(each, Node) and each.id == id)
    links = [each for each in records if isinstance(each, Relationship)]
    owing = {each.start.id for each in links if each.type == "OWES" and each.end.id == id}
    return node, owing, {each.end.id for each in links if each.type == "OWED_TO" and each.start.id == id}


def test_nobody_leaves_nato_in_1951(newest: Sequence[Record]) -> None:
    """3180 has two phases; the second takes over on the day on which the first ends, and has all thirty numbers, two of them Germany's."""
    nato = parties(newest, "atop:3180")
    assert len(nato) == 42
    first, second = (span_of(nato[f"USA {phase}:2"].properties) for phase in (1, 2))
    assert (str(first.since), str(first.until)) == ("1949-04-04", "1951-06-19")
    assert (str(second.since), str(second.until)) == ("1951-06-19", "2019-01-01 or later")
    west, whole = (nato[f"DEU 2:{code}"] for code in (260, 255))
    assert (str(span_of(west.properties).until), str(span_of(whole.properties).since)) == ("1990-10-03",) * 2
    assert (west.properties["signed"], whole.properties.get("signed")) == (Date(1954, 10, 23), None)
    _, owing, owed = obligation(newest, "atop:3180/2-defense")
    assert owing == owed and len(owing) == 29
    agreement = next(each for each in newest if each.id == "atop:3180")
    assert agreement.properties["title"] == "ATOP 3180: Belgium, Canada, Denmark and 26 others (1949)"
    assert {"cow4id=227", "cowid=3521", "maxphase=2"} <= set(agreement.properties["coded"])


def test_the_charter_of_the_cis_holds_for_georgia_in_2008(newest: Sequence[Record]) -> None:
    """4400: eight states owe it defence, it ends for Georgia on 2009-08-18; Turkmenistan is no member."""
    _, owing, _ = obligation(newest, "atop:4400/defense")
    assert owing == {"ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
    georgia = parties(newest, "atop:4400")["GEO 0:372"]
    assert str(span_of(georgia.properties).until) == "2009-08-18"
    assert georgia.properties["coded"] == ["termmode=3", "termcaus=6"]


def test_who_came_back_has_two_stays(newest: Sequence[Record]) -> None:
    """Egypt in two alliances, Yugoslavia in one; the return is no signature."""
    back = {
        f"{record.end.id} {record.start.id}"
        for record in newest
        if isinstance(record, Relationship) and record.type == "PARTY_TO" and record.spell.count(":") == 2
    }
    assert back == {"atop:3015 EGY", "atop:3205 EGY", "atop:3740 SCG", "atop:3740 SRB"}
    arab = parties(newest, "atop:3015")
    first, second = (span_of(arab[f"EGY 0:{stay}651"].properties) for stay in ("", "2:"))
    assert [str(end) for end in (first.since, first.until, second.since)] == [
        "1945-03-22",
        "1979-03-31",
        "1989-05-22",
    ]
    assert arab["EGY 0:2:651"].properties.get("signed") is None


def test_a_row_passes_from_state_to_state(newest: Sequence[Record]) -> None:
    """Its number stays; Vietnam before French rule is found by the other list, and owes nothing."""
    yugoslavia = {key: record for key, record in parties(newest, "atop:3740").items() if "345" in key}
    assert {key: str(span_of(record.properties).until) for key, record in yugoslavia.items()} == {
        "YUG 1:345": "1990-11-21", "YUG 2:345": "1992-04-27", "SCG 2:345": "1992-05",
        "SCG 2:2:345": "2006-06-03", "SRB 2:2:345": "2019-01-01 or later",
    }  # fmt: skip
    assert {record.properties["code"] for record in yugoslavia.values()} == {"345"}
    assert "gw-815 0:8152" in parties(newest, "atop:1320")


def test_what_differs_from_ally_to_ally_is_owed_to_some(newest: Sequence[Record]) -> None:
    """Of 17 alliances; no beneficiary is made up. The Sultan of 1854 promises all the others to consult."""
    to_some = {
        each.id.split("/")[0] for each in newest if isinstance(each, Node) and each.id.endswith("-some")
    }
    assert len(to_some) == 17
    node, owing, owed = obligation(newest, "atop:1160/defense-some")
    assert (owing, owed) == ({"GBR", "FRA", "ITA"}, set())
    assert node.properties["owed_to_class"] == "some members; ATOP's member file does not say which"
    _, owing, owed = obligation(newest, "atop:1160/consultation")
    assert (owing, owed) == ({"TUR"}, {"GBR", "FRA", "ITA"})
