"""COW contiguity: each stretch between two states, how near, by month; what is wrong is told, and nothing given."""

from pathlib import Path

import pytest

from foedera.graph.dates import span_of
from foedera.graph.errors import BadInput
from foedera.graph.records import Record, Relationship, problems
from foedera.loaders import cow_contiguity
from foedera.loaders.cow_contiguity import MANIFEST

FOLDER = Path(__file__).parent / "cow_contiguity"
HEADER = "dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\n"
ROW = '2020,2,"USA",20,"CAN",1,192001,201612,"",3.2\n'


@pytest.fixture(scope="module")
def found() -> list[Record]:
    return list(cow_contiguity.records(FOLDER))


def borders(found: list[Record]) -> list[tuple[str, str, str, str]]:
    """Ends, how near, and from when to when."""
    return [
        (each.start.id, each.end.id, each.properties["contiguity"], f"{span.since} – {span.until}")
        for each in found
        if isinstance(each, Relationship) and (span := span_of(each.properties))
    ]


def test_a_row_is_a_border_with_its_months(found: list[Record]) -> None:
    """By land or across water; of a number that passes on each state has its part."""
    assert borders(found) == [
        ("CAN", "USA", "land", "1920-01 – 2017-01-01 or later"),
        ("SUN", "USA", "12 miles", "1959-01 – 1991-12-26"),
        ("RUS", "USA", "12 miles", "1991-12-26 – 2017-01-01 or later"),
        ("GRD", "VCT", "150 miles", "1979-10 – 2017-01-01 or later"),
        ("FRA", "GBR", "24 miles", "1816-01 – 1940-06"),
        ("FRA", "GBR", "24 miles", "1944-08 – 2017-01-01 or later"),
        ("CSK", "SUN", "land", "1945-06 – 1991-12-01..1991-12-26"),
        ("BIH", "YUG", "land", "1992-04 – 1992-04-27"),
        ("BIH", "SCG", "land", "1992-04-27..1992-04-30 – 2006-06-03"),
        ("BIH", "SRB", "land", "2006-06-03 – 2017-01-01 or later"),
        ("MNE", "SRB", "land", "2006-06-03..2006-06-30 – 2017-01-01 or later"),
        ("CYP", "TUR", "150 miles", "1960-08 – 1974-08"),
        ("CYP", "TUR", "land", "1974-08 – 2017-01-01 or later"),
        ("EGY", "SAU", "400 miles", "1937-05 – 1958-02"),
    ]


def test_facts_fit_the_graph_and_are_told_apart(found: list[Record]) -> None:
    """By the numbers and which of the rows of the pair it is, never by a date; each cites its row."""
    assert [problem for each in found for problem in problems(each)] == []
    ties = [each for each in found if isinstance(each, Relationship)]
    assert len({each.id for each in ties}) == len(ties)
    assert ties[5].id == "cow-contiguity:BORDERS:FRA:GBR:200-220:2"
    assert ties[5].provenance.sources == ("cow-contiguity#contdir.csv:6",)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('2020,2,"USA",20,"CAN",6,192001,201612,"",3.2', "column conttype is '6'; expected 1 to 5"),
        ('2020,2,"USA",20,"CAN",,192001,201612,"",3.2', "column conttype is ''; expected 1 to 5"),
        ('2020,2,"USA",20,"CAN",1,192013,201612,"",3.2', "column begin is '192013'; expected a month from 181601 to 201612"),
        ('2020,2,"USA",20,"CAN",1,1920,201612,"",3.2', "column begin is '1920'; expected a month from 181601 to 201612"),
        ('2020,2,"USA",20,"CAN",1,192001,201701,"",3.2', "column end is '201701'; expected a month from 181601 to 201612"),
        ('2020,2,"USA",20,"CAN",1,192001,191912,"",3.2', "column end is '191912'; expected a month that is not before begin, 192001"),
        ('2021,2,"USA",20,"CAN",1,192001,201612,"",3.2', "column dyad is '2021'; expected 2020, of statelno 2 and statehno 20"),
        ('2020,x,"USA",20,"CAN",1,192001,201612,"",3.2', "column statelno is 'x'; expected a whole number"),
        ('2020,,"USA",20,"CAN",1,192001,201612,"",3.2', "column statelno is ''; expected a Correlates of War state number"),
        ('4999,4,"XXX",999,"YYY",1,192001,201612,"",3.2', "column statelno: unknown Correlates of War state number 4; expected"),
        (ROW.strip().removesuffix("2"), "column version is '3.'; expected 3.2, the version that is read"),
        (ROW.strip() + "\n" + ROW.strip(), "the same as line 2; expected each stretch once"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_with_its_place(tmp_path: Path, row: str, told: str) -> None:
    path = tmp_path / "contdir.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(BadInput) as error:
        list(cow_contiguity.records(path))
    first = str(error.value).splitlines()[0]
    assert first.startswith(f"contdir.csv:{2 + row.count(chr(10))}: {told}")


def test_the_file_by_years_is_not_it(tmp_path: Path) -> None:
    """The header says so, with every column that is missing or new."""
    path = tmp_path / "contdird.csv"
    path.write_text("dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n", encoding="utf-8")
    with pytest.raises(BadInput, match="no column 'statelno'; expected it in the header"):
        list(cow_contiguity.records(path))


@pytest.mark.parametrize("missing", ["nothing", "folder", "file"])
def test_a_missing_file_is_told_with_where_to_get_it(tmp_path: Path, missing: str) -> None:
    """Which file, where it is published, on what terms, how to cite it."""
    path = {"nothing": None, "folder": tmp_path, "file": tmp_path / "contdir.csv"}[missing]
    with pytest.raises(BadInput) as error:
        list(cow_contiguity.records(path))
    for part in ("contdir.csv", MANIFEST.url, MANIFEST.terms, MANIFEST.citation):
        assert part in str(error.value)
