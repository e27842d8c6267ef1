"""COW's own files: what they count to by our records, and that pairs follow from members."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from foedera import loaders
from foedera.graph.dates import Date, Span, span_of
from foedera.graph.errors import BadInput
from foedera.graph.records import Found, Node, Record, Refusal, Relationship, problems
from foedera.loaders.cow import directed, members
from foedera.loaders.mistakes import Mistakes
from foedera.loaders.tabular import rows

END = Date(2013, 1, 1)


@pytest.fixture(scope="module")
def folder(data: Path) -> Path:
    return data / "cow_alliances"


@pytest.fixture(scope="module")
def found(folder: Path) -> Sequence[Found]:
    return list(loaders.records("cow", folder))


@pytest.fixture(scope="module")
def parts(found: Sequence[Found]) -> Sequence[Relationship]:
    return [each for each in found if isinstance(each, Relationship) and each.type == "PARTY_TO"]


def years(span: Span) -> range:
    """The calendar years of which the span has a day that is observed."""
    assert span.since and span.until
    last = min(span.until.earliest, END) - timedelta(1)
    return range(span.since.latest.year, last.year + 1)


def test_what_the_files_hold(found: Sequence[Found], parts: Sequence[Relationship]) -> None:
    """Each row of members is a part, cut where its number passes on; every record fits the graph."""
    counts = Counter(each.type if isinstance(each, Record) else "refused" for each in found)
    assert (counts["Agreement"], counts["Obligation"], counts["refused"]) == (414, 656, 4)
    lines = {each.provenance.sources for each in parts}
    assert (len(lines), len(parts)) == (1_221, counts["PARTY_TO"])
    assert sum(each.spell.endswith(("-2", "-3")) for each in parts) == 20
    assert not [line for each in found if isinstance(each, Record) for line in problems(each)]
    ids = Counter((each.type, each.id) for each in found if isinstance(each, Record))
    assert ids.most_common(1)[0][1] == 1


def test_member_years(parts: Sequence[Relationship]) -> None:
    """21,315: each calendar year of each spell of a member, first and last counted, up to 2012."""
    held: dict[tuple[str, str], set[int]] = defaultdict(set)
    for each in parts:
        held[each.end.id, each.spell].update(years(span_of(each.properties)))
    assert sum(map(len, held.values())) == 21_315


def pair_years(parts: Sequence[Relationship]) -> Iterator[tuple[str, str, int]]:
    """The years in which two numbers were in one alliance on some day."""
    by_alliance: dict[str, list[Relationship]] = defaultdict(list)
    for each in parts:
        by_alliance[each.end.id].append(each)
    for held in by_alliance.values():
        for one, two in permutations(held, 2):
            codes = one.properties["code"], two.properties["code"]
            common = span_of(one.properties).within(span_of(two.properties))
            if codes[0] != codes[1] and common:
                yield from ((*codes, year) for year in years(common))


def test_directed_dyad_years(folder: Path, parts: Sequence[Relationship]) -> None:
    """120,744 in COW's file; six of them rest on rows alone that hold no day, which are not ours."""
    theirs, empty = set(), set()
    for row in rows(folder / directed.NAME, directed.COLUMNS, Mistakes()):
        first, last = int(row.values["dyad_st_year"]), int(row.values["dyad_end_year"] or 2012)
        said = {(row.values["ccode1"], row.values["ccode2"], year) for year in range(first, last + 1)}
        theirs |= said
        days = [
            tuple(int(row.values[f"dyad_{end}_{part}"] or 9999) for part in ("year", "month", "day"))
            for end in ("st", "end")
        ]
        empty |= said if days[1] < days[0] else set()
    ours = set(pair_years(parts))
    assert (len(theirs), len(ours)) == (120_744, 120_738)
    assert theirs - ours == {
        (one, two, 1990)
        for pair in (("255", "260"), ("678", "679"), ("679", "680"))
        for one, two in permutations(pair)
    }
    assert theirs - ours < empty and not ours - theirs


def test_rows_of_no_day(found: Sequence[Found]) -> None:
    """22 rows in four alliances: those that repeat a pair with other flags are among them."""
    refused = {each.id: each.reason for each in found if isinstance(each, Refusal)}
    assert refused == {
        "cow:199": "4 rows of alliance 199 begin on 1990-05-22 and end the day before",
        "cow:227": "2 rows of alliance 227 begin on 1990-10-03 and end the day before",
        "cow:230": "4 rows of alliance 230 begin on 1990-05-22 and end the day before",
        "cow:234": "12 rows of alliance 234 begin on 1954-08-09 and end the day before",
    }


def test_nato(parts: Sequence[Relationship], found: Sequence[Found]) -> None:
    """Twenty spells, the United States from 4 April 1949; who joined in 2004 is not in the file."""
    nato = {each.start.id: str(span_of(each.properties).since) for each in parts if each.end.id == "cow:227"}
    assert sum(each.end.id == "cow:227" for each in parts) == 20
    assert (nato["USA"], nato["GRC"], nato["POL"]) == ("1949-04-04", "1951-10-22", "1999-03-12")
    assert not {"EST", "BGR", "SVN"} & set(nato)
    owed = {
        each.end.id if each.type == "OWED_TO" else each.start.id: each.type
        for each in found
        if isinstance(each, Relationship)
        and "cow:233/defense" in (each.start.id, each.end.id)
        and each.type != "CREATES"
    }
    assert owed == {"USA": "OWES", "JPN": "OWED_TO"}


def test_changed_cells_of_real_rows_are_read_or_told(folder: Path, tmp_path: Path) -> None:
    """Whatever is written into one: every message has its place, and nothing else is raised."""
    text = (folder / members.NAME).read_text(encoding="utf-8")
    lines, chance = text.splitlines(keepends=True), random.Random(7)
    told = 0
    for _ in range(25):
        number = chance.randrange(1, len(lines))
        cells = lines[number].rstrip("\n").split(",")
        column = chance.randrange(len(cells))
        cells[column] = chance.choice(["", "2", "-9", "x", "31", "1815", "2013", "8152", "365", '"', "0.5"])
        changed = [*lines[:number], ",".join(cells) + "\n", *lines[number + 1 :]]
        (tmp_path / members.NAME).write_text("".join(changed), encoding="utf-8")
        try:
            list(loaders.records("cow", tmp_path))
        except BadInput as error:
            told += 1
            assert str(error).startswith(f"{members.NAME}:")
    assert told > 15


def test_what_the_manifest_says_of_nato_is_so(parts: Sequence[Relationship], found: Sequence[Found]) -> None:
    """On the last day its members are those to whom nine more are lacking; none of the nine is in it, and no pair is said twice."""
    last = END - timedelta(1)
    members_then = {
        each.start.id
        for each in parts
        if each.end.id == "cow:227" and span_of(each.properties).certainly(last)
    }
    scopes = {each.id: each for each in found if isinstance(each, Node) and each.label == "Scope"}
    pairs = {id: set(scopes[id].properties["apart"]) for id in ("cow/nato-2004", "cow/nato-2009")}
    seven, two = {"BGR", "EST", "LVA", "LTU", "ROU", "SVK", "SVN"}, {"ALB", "HRV"}
    both_ends = {id: {party for pair in held for party in pair.split()} for id, held in pairs.items()}
    assert both_ends == {"cow/nato-2004": members_then | seven, "cow/nato-2009": members_then | seven | two}
    assert all(set(pair.split()) & seven for pair in pairs["cow/nato-2004"])
    assert all(set(pair.split()) & two for pair in pairs["cow/nato-2009"])
    assert {id: len(held) for id, held in pairs.items()} == {"cow/nato-2004": 154, "cow/nato-2009": 53}
    joined = {each.start.id for each in parts if each.end.id == "cow:227"}
    assert not joined & (seven | two)
    flags = {each.end.id for each in found if isinstance(each, Relationship) and each.start.id == "cow:227"}
    kinds = {id.partition("/")[2] for id in flags}
    assert kinds == set(scopes["cow/nato-2004"].properties["kinds"])
    assert kinds == {"defense", "nonaggression", "consultation"}
