"""troopdata: one fact for each state and year with anybody there; what is no state is summed up in one line."""

from pathlib import Path

import pytest

from foedera.graph.dates import span_of
from foedera.graph.errors import BadInput
from foedera.graph.records import Record, Refusal, Relationship, problems
from foedera.loaders import us_forces
from foedera.loaders.us_forces import COLUMNS, FILE, MANIFEST

FOLDER = Path(__file__).parent / "us_forces"


@pytest.fixture(scope="module")
def found() -> list[Record | Refusal]:
    return list(us_forces.records(FOLDER))


def row(**cells: object) -> str:
    """A row with zeros where nothing else is given."""
    given = {"countryname": "Norway", "year": 1990, "ccode": 385, "iso3c": "NOR", "region": "Europe", **cells}
    return ",".join(str(given.get(name, 0)) for name in COLUMNS)


def test_each_year_with_anybody_there_is_a_fact(found: list[Record | Refusal]) -> None:
    """On 1 January they are there for certain where they were there in both years; at the end of the data still."""
    stations = [
        (each.end.id, each.properties["troops"], f"{span.since} – {span.until}")
        for each in found
        if isinstance(each, Relationship) and (span := span_of(each.properties))
    ]
    assert stations == [
        ("CZE", 17, "2013 – 2013-01-02..2014-01-01"),
        ("VAT", 6, "1990 – 1990-01-02..1991-01-01"),
        ("SUN", 7, "1991 – 1991-01-02..1992-01-01"),
        ("RUS", 8, "1992 – 1992-01-02..1993-01-01"),
        ("NOR", 200, "1990 – 1991-01-01"),
        ("NOR", 190, "1991-01-01 – 1991-01-02..1992-01-01"),
        ("NOR", 180, "1993 – 1993-01-02..1994-01-01"),
        ("NOR", 170, "2024 – 2025-01-01 or later"),
        ("SWZ", 8, "2016 – 2016-01-02..2017-01-01"),
    ]


def test_what_else_is_counted_is_kept_but_no_negative_number(found: list[Record | Refusal]) -> None:
    by_year = {each.spell: each for each in found if isinstance(each, Relationship)}
    first, second = by_year["385:1990"], by_year["385:1991"]
    assert first.properties["coded"] == [
        "army_ad=40", "navy_ad=30", "air_force_ad=130", "air_force_civilian=9", "total_civilian=9"
    ]  # fmt: skip
    assert second.properties["coded"] == []
    assert (first.start.id, first.properties["code"]) == ("USA", "385")
    assert first.provenance.sources == (f"us-forces#{FILE}:3",)
    assert [problem for each in found if not isinstance(each, Refusal) for problem in problems(each)] == []


def test_what_is_left_out_is_one_line_a_reason(found: list[Record | Refusal]) -> None:
    refused = [each for each in found if isinstance(each, Refusal)]
    assert [str(each) for each in refused] == [
        f"{FILE}: 2 rows have no numbers beside another name of the same state that year (Czech Republic, Swaziland); left out",
        f"{FILE}: 3 rows are of no state, under numbers of the dataset's own (Greenland, Puerto Rico); left out",
    ]
    assert all(each.known for each in refused)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([row(troops_ad=-1)], "2: column troops_ad is '-1'; expected a number that is not negative"),
        ([row(troops_ad="many")], "2: column troops_ad is 'many'; expected a whole number"),
        ([row(troops_ad="")], "2: column troops_ad is ''; expected how many"),
        ([row(year=1949)], "2: column year is '1949'; expected 1950 to 2024"),
        ([row(year="")], "2: column year is ''; expected a year from 1950 to 2024"),
        ([row(ccode="")], "2: column ccode is ''; expected a Correlates of War state number, or one of the dataset's own"),
        ([row(ccode=1043)], "2: column ccode: unknown Correlates of War state number 1043; expected a number of its list. Did you mean 1042 (the dataset's own), 1041 (the dataset's own), 1040 (the dataset's own)?"),
        ([row(ccode=1000)], "2: column ccode: unknown Correlates of War state number 1000; expected a number of its list. Did you mean 1001 (the dataset's own), 1002"),
        ([row(ccode=99999)], "2: column ccode: unknown Correlates of War state number 99999; expected a number of its list. Did you mean 10101"),
        ([row(ccode=386)], "2: column ccode: unknown Correlates of War state number 386; expected a number of its list."),
        ([row(troops_ad=5), row(countryname="Norge", troops_ad=6)],
         "3: number 385 in 1990 is in line 2 too; expected one row with numbers for a state and year"),
        ([row(troops_ad=5), row(troops_ad=6)], "3: Norway in 1990 is in line 2 too; expected it once"),
        ([row(troops_ad=5), row(countryname="Norge", troops_ad=5)],
         "3: number 385 in 1990 is in line 2 too; expected one row with numbers for a state and year"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_with_its_place(tmp_path: Path, lines: list[str], told: str) -> None:
    path = tmp_path / FILE
    path.write_text("\n".join([",".join(COLUMNS), *lines, ""]), encoding="utf-8")
    with pytest.raises(BadInput) as error:
        list(us_forces.records(path))
    assert str(error.value).startswith(f"{FILE}:{told}")


def test_a_missing_file_is_told_with_where_to_get_it(tmp_path: Path) -> None:
    """The list of bases is not it either: its header says so."""
    with pytest.raises(BadInput) as error:
        list(us_forces.records(tmp_path))
    for part in (FILE, MANIFEST.url, MANIFEST.terms, MANIFEST.citation):
        assert part in str(error.value)
    (tmp_path / "basedata.csv").write_text("countryname,ccode,iso3c,basename,lat,lon\n", encoding="utf-8")
    with pytest.raises(BadInput, match="no column 'year'; expected it in the header"):
        list(us_forces.records(tmp_path / "basedata.csv"))
