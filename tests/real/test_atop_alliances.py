"""ATOP's own files: what its quirks become in the alliances that have them, and what of a changed row."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera.graph.dates import Date, span_of
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Record, Relationship, problems
from foedera.loaders import atop


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


def test_nobody_leaves_nato_in_1951(atop_newest: Sequence[Record]) -> None:
    """3180 has two phases; the second takes over on the day on which the first ends, and has all thirty numbers, two of them Germany's."""
    nato = parties(atop_newest, "atop:3180")
    assert len(nato) == 42
    first, second = (span_of(nato[f"USA {phase}:2"].properties) for phase in (1, 2))
    assert (str(first.since), str(first.until)) == ("1949-04-04", "1951-06-19")
    assert (str(second.since), str(second.until)) == ("1951-06-19", "2019-01-01 or later")
    west, whole = (nato[f"DEU 2:{code}"] for code in (260, 255))
    assert (str(span_of(west.properties).until), str(span_of(whole.properties).since)) == ("1990-10-03",) * 2
    assert (west.properties["signed"], whole.properties.get("signed")) == (Date(1954, 10, 23), None)
    _, owing, owed = obligation(atop_newest, "atop:3180/2-defense")
    assert owing == owed and len(owing) == 29
    agreement = next(each for each in atop_newest if each.id == "atop:3180")
    assert agreement.properties["title"] == "ATOP 3180: Belgium, Canada, Denmark and 26 others (1949)"
    assert {"cow4id=227", "cowid=3521", "maxphase=2"} <= set(agreement.properties["coded"])


def test_the_charter_of_the_cis_holds_for_georgia_in_2008(atop_newest: Sequence[Record]) -> None:
    """4400: eight states owe it defence, it ends for Georgia on 2009-08-18; Turkmenistan is no member."""
    _, owing, _ = obligation(atop_newest, "atop:4400/defense")
    assert owing == {"ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
    georgia = parties(atop_newest, "atop:4400")["GEO 0:372"]
    assert str(span_of(georgia.properties).until) == "2009-08-18"
    assert georgia.properties["coded"] == ["termmode=3", "termcaus=6"]


def test_who_came_back_has_two_stays(atop_newest: Sequence[Record]) -> None:
    """Egypt in two alliances, Yugoslavia in one; the return is no signature."""
    back = {
        f"{record.end.id} {record.start.id}"
        for record in atop_newest
        if isinstance(record, Relationship) and record.type == "PARTY_TO" and record.spell.count(":") == 2
    }
    assert back == {"atop:3015 EGY", "atop:3205 EGY", "atop:3740 SCG", "atop:3740 SRB"}
    arab = parties(atop_newest, "atop:3015")
    first, second = (span_of(arab[f"EGY 0:{stay}651"].properties) for stay in ("", "2:"))
    assert [str(end) for end in (first.since, first.until, second.since)] == [
        "1945-03-22",
        "1979-03-31",
        "1989-05-22",
    ]
    assert arab["EGY 0:2:651"].properties.get("signed") is None


def test_a_row_passes_from_state_to_state(atop_newest: Sequence[Record]) -> None:
    """Its number stays; Vietnam before French rule is found by the other list, and owes nothing."""
    yugoslavia = {key: record for key, record in parties(atop_newest, "atop:3740").items() if "345" in key}
    assert {key: str(span_of(record.properties).until) for key, record in yugoslavia.items()} == {
        "YUG 1:345": "1990-11-21", "YUG 2:345": "1992-04-27", "SCG 2:345": "1992-05",
        "SCG 2:2:345": "2006-06-03", "SRB 2:2:345": "2019-01-01 or later",
    }  # fmt: skip
    assert {record.properties["code"] for record in yugoslavia.values()} == {"345"}
    assert "gw-815 0:8152" in parties(atop_newest, "atop:1320")


def test_what_differs_from_ally_to_ally_is_owed_to_some(atop_newest: Sequence[Record]) -> None:
    """Of 17 alliances; no beneficiary is made up. The Sultan of 1854 promises all the others to consult."""
    to_some = {
        each.id.split("/")[0] for each in atop_newest if isinstance(each, Node) and each.id.endswith("-some")
    }
    assert len(to_some) == 17
    node, owing, owed = obligation(atop_newest, "atop:1160/defense-some")
    assert (owing, owed) == ({"GBR", "FRA", "ITA"}, set())
    assert node.properties["owed_to_class"] == "some members; ATOP's member file does not say which"
    _, owing, owed = obligation(atop_newest, "atop:1160/consultation")
    assert (owing, owed) == ({"TUR"}, {"GBR", "FRA", "ITA"})


_CELLS = st.sampled_from(["", "0", "1", "2", "3", "31", "255", "365", "1990", "3180", "-9", "5.1", "x"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.integers(1, 43), column=st.integers(0, 104), cell=_CELLS)
def test_a_changed_row_of_nato_is_told_or_does_no_harm(
    data: Path, tmp_path: Path, line: int, column: int, cell: str
) -> None:
    """Any cell of its 42 rows, or of the header: all records fit, or each mistake is a line that says where."""
    with (data / "atop" / "atop5_1m.csv").open(newline="") as file:
        header, *rows = csv.reader(file)
    table = [header, *(row for row in rows if row[0] == "3180")]
    table[line - 1][column] = cell
    path = tmp_path / "m.csv"
    path.write_text("".join(f"{','.join(row)}\n" for row in table))
    try:
        found = list(atop.records(path))
    except BadInput as error:
        assert all(re.match(r"m\.csv:\d+: \S|… and \d+ more", each) for each in str(error).splitlines()), (
            error
        )
    else:
        records = [each for each in found if isinstance(each, Record)]
        assert not [problem for record in records for problem in problems(record)]
        assert len({(record.type, record.id) for record in records}) == len(records) == len(found) - 1
