"""COW IGO: years of full membership become spells, from either file; what is wrong is told, and nothing given."""

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from foedera.graph.dates import span_of
from foedera.graph.errors import BadInput
from foedera.graph.records import Record, Relationship, problems
from foedera.loaders import cow_igo
from foedera.loaders.cow_igo.columns import AFTER, BEFORE, STATES
from foedera.loaders.cow_igo.source import MANIFEST

from .conftest import nodes

COLUMNS = (*BEFORE, *STATES, *AFTER)
FILE = "igo_year_format3.csv"


def row(acronym: str, year: object, values: Mapping[str, object] | None = None, **other: Any) -> str:
    """An organization's row: 0 for each state that is not given."""
    cells = dict.fromkeys(STATES, "0") | {"ioname": acronym, "orgname": f"Body {acronym}", "year": str(year)}
    cells |= {"longorgname": f"The Body {acronym} ({acronym})", "sdate": "1950", "imputed": "0"}
    cells |= {name: str(value) for name, value in {**(values or {}), **other}.items()}
    return ",".join(f'"{cells.get(name, "")}"' for name in COLUMNS)


def years(acronym: str, state: str, values: Mapping[int, object], **other: Any) -> list[str]:
    """Rows of one organization in which one state has these values, by year."""
    return [row(acronym, year, {state: value}, **other) for year, value in values.items()]


def read(folder: Path, lines: Sequence[str]) -> list[Record]:
    (folder / FILE).write_text("\n".join([",".join(COLUMNS), *lines, ""]), encoding="utf-8")
    return list(cow_igo.records(folder))


def spells(found: Sequence[Record], member: str = "") -> list[str]:
    """`GBR:cow-igo:X 1950 – 1953-01-02..1954-01-01` of each membership."""
    return [
        f"{each.start.id}:{each.end.id} {span.since} – {span.until}"
        for each in found
        if isinstance(each, Relationship) and member in each.start.id and (span := span_of(each.properties))
    ]


def test_years_of_full_membership_in_a_row_are_one_spell(tmp_path: Path) -> None:
    """An associate, an observer and one who may be nothing are no members; a return is a spell of its own."""
    values = {1970: 0, 1971: 1, 1972: 1, 1973: 3, 1974: 2, 1975: -1, 1976: 1, 1977: ""}
    found = read(tmp_path, years("AB", "norway", values))
    assert spells(found) == [
        "NOR:cow-igo:AB 1971 – 1972-01-02..1973-01-01",
        "NOR:cow-igo:AB 1976 – 1976-01-02..1977-01-01",
    ]
    ties = [each for each in found if isinstance(each, Relationship)]
    assert [each.id for each in ties] == [
        "cow-igo:MEMBER_OF:NOR:cow-igo:AB",
        "cow-igo:MEMBER_OF:NOR:cow-igo:AB:2",
    ]
    assert ties[0].provenance.sources == (f"cow-igo#{FILE}:3", f"cow-igo#{FILE}:4")
    assert ties[0].properties["code"] == "385"
    assert [problem for each in found for problem in problems(each)] == []


def test_who_is_a_member_in_the_last_year_still_is_one(tmp_path: Path) -> None:
    found = read(tmp_path, years("AB", "norway", {2012: 0, 2013: 1, 2014: 1}))
    assert spells(found) == ["NOR:cow-igo:AB 2013 – 2015-01-01 or later"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({1970: -9, 1971: -9, 1972: 1, 1973: 0}, ["1970-01-01..1972-12-31 – 1972-01-02..1973-01-01"]),
        ({1970: 0, 1971: 1, 1972: -9, 1973: 0}, ["1971 – 1971-01-02..1973-01-01"]),
        ({1970: 1, 1971: -9, 1972: 1, 1973: 0}, ["1970 – 1970-01-02..1972-01-01", "1972 – 1972-01-02..1973-01-01"]),
        ({2012: 1, 2013: -9, 2014: -9}, ["2012 – 2012-01-02 or later"]),
        ({1970: 1, 1974: 0}, ["1970 – 1970-01-02..1974-01-01"]),
    ],
)  # fmt: skip
def test_a_missing_year_is_neither_yes_nor_no(
    tmp_path: Path, values: Mapping[int, object], told: list[str]
) -> None:
    """It widens the beginning or the end; so does a year of which the organization has no row."""
    found = read(tmp_path, years("AB", "norway", values))
    assert [each.partition(" ")[2] for each in spells(found)] == told


def test_a_number_that_passes_on_is_cut_and_a_state_with_a_new_number_goes_on(tmp_path: Path) -> None:
    """The Soviet Union and Russia are two; what ended in 1991 was the Soviet Union's; Germany is one."""
    numbers = {1988: (1, 0), 1989: (1, 0), 1990: (1, 1), 1991: ("", 1), 1992: ("", 1), 1993: ("", 0)}
    lines = [row("AB", year, {"wgermany": west, "germany": all}) for year, (west, all) in numbers.items()]
    lines += years("CD", "russia", {1990: 1, 1991: 1, 1992: 1, 1993: 0})
    lines += years("EF", "russia", {1990: 1, 1991: 1, 1992: 0})
    found = read(tmp_path, lines)
    assert spells(found) == [
        "DEU:cow-igo:AB 1988 – 1992-01-02..1993-01-01",
        "RUS:cow-igo:CD 1991-12-26 – 1992-01-02..1993-01-01",
        "SUN:cow-igo:CD 1990 – 1991-12-26",
        "SUN:cow-igo:EF 1990 – 1991-01-02..1991-12-26",
    ]
    german = next(each for each in found if isinstance(each, Relationship) and each.start.id == "DEU")
    assert german.properties["code"] == "260, 255"


def test_organizations_of_core_are_core_s_and_the_others_nodes_of_this_dataset(tmp_path: Path) -> None:
    """The World Trade Organization is not the Warsaw Pact, nor the salmon organization NATO."""
    lines = [row(acronym, 1995, {"norway": 1}, sdate=1990) for acronym in ("NATO", "WTO", "NASCO", "LOAS")]
    lines += years("EEC", "france", {1991: 1, 1992: 1}) + years("EU", "france", {1993: 1, 1994: 1})
    found = read(tmp_path, lines)
    assert spells(found, "NOR") == [
        "NOR:NATO 1995 – 1995-01-02..1996-01-01",
        "NOR:arab-league 1995 – 1995-01-02..1996-01-01",
        "NOR:cow-igo:NASCO 1995 – 1995-01-02..1996-01-01",
        "NOR:cow-igo:WTO 1995 – 1995-01-02..1996-01-01",
    ]
    assert spells(found, "FRA") == ["FRA:EU 1991 – 1994-01-02..1995-01-01"]
    held = nodes(found, "Organization")
    assert set(held) == {"cow-igo:WTO", "cow-igo:NASCO"}
    assert held["cow-igo:WTO"].properties["name"] == "The Body WTO"
    assert held["cow-igo:WTO"].properties["keys"] == ["the body wto", "the body wto wto", "wto"]


def test_an_organization_has_its_years_and_no_key_of_a_country(tmp_path: Path) -> None:
    """BS stays the Bahamas; letters of another encoding are mended."""
    lines = [
        row("BS", 1950, sdate=1950, deaddate=1951, longorgname="V\x8ast Bank"),
        row("BS", 1951, sdate=1950, deaddate=1951),
        row("AB", 2014, sdate=1913, longorgname="Agency\xca"),
    ]
    held = nodes(read(tmp_path, lines), "Organization")
    bank, agency = held["cow-igo:BS"], held["cow-igo:AB"]
    assert (bank.properties["name"], bank.properties["keys"]) == ("Väst Bank", ["vast bank"])
    assert [str(span_of(bank.properties).since), str(span_of(bank.properties).until)] == ["1950", "1951"]
    assert agency.properties["name"] == "Agency"
    assert str(span_of(agency.properties).until) == "2015-01-01 or later"


def test_years_that_were_filled_in_or_are_not_exact_are_marked(tmp_path: Path) -> None:
    """Before 1965 `Within 5 years` widens beginning and end, not before the founding; after it, it is no matter."""
    loose: dict[str, Any] = {"accuracyofpre1965membershipdates": "Within 5 years"}
    lines = [row("AB", year, {"norway": 1}, **loose, imputed=1) for year in (1952, 1953, 1954)]
    lines += [row("AB", 1955, {"norway": 0, "chile": 1}, **loose), row("AB", 1956, {"chile": 1}, **loose)]
    lines += [row("AB", year, {"chile": 1, "peru": 1}, **loose) for year in range(1957, 1972)]
    lines += [row("AB", 1972, {"cuba": 1}, **loose), row("AB", 1973, **loose)]
    found = read(tmp_path, lines)
    assert spells(found) == [
        "CHL:cow-igo:AB 1950-01-01..1960-12-31 – 1971-01-02..1972-01-01",
        "CUB:cow-igo:AB 1972 – 1972-01-02..1973-01-01",
        "NOR:cow-igo:AB 1950-01-01..1957-12-31 – 1950-01-02..1960-01-01",
        "PER:cow-igo:AB 1952-01-01..1962-12-31 – 1971-01-02..1972-01-01",
    ]
    coded = {each.start.id: each.properties["coded"] for each in found if isinstance(each, Relationship)}
    accuracy = "accuracyofpre1965membershipdates=Within 5 years"
    assert coded == {"NOR": ["imputed=1952-1954", accuracy], "CHL": [accuracy], "PER": [accuracy], "CUB": []}


def by_state(lines: Sequence[str], organizations: int = 534) -> bytes:
    names = ["nato", "wto", *(f"x{number}" for number in range(organizations - 2))]
    rest = ",-1" * (organizations - 2)
    header = ",".join(["ccode", "year", "state", *names])
    return "\n".join([header, *(line + rest for line in lines), ""]).encode()


def test_the_file_by_states_says_the_same_without_names(tmp_path: Path) -> None:
    """Packed or not, under any name; in a folder with both it is not read."""
    (tmp_path / "igo.csv.gz").write_bytes(
        gzip.compress(by_state(["385,1994,norway,1,-1", "385,1995,norway,1,1", "385,1996,norway,0,3"]))
    )
    found = list(cow_igo.records(tmp_path / "igo.csv.gz"))
    assert spells(found) == [
        "NOR:NATO 1994 – 1995-01-02..1996-01-01",
        "NOR:cow-igo:WTO 1995 – 1995-01-02..1996-01-01",
    ]
    wto = nodes(found, "Organization")["cow-igo:WTO"].properties
    assert (wto["name"], wto["until_known"], wto.get("since")) == ("WTO", False, None)
    (tmp_path / "state_year_format3.csv").write_bytes(by_state(["385,1994,norway,1,-1"]))
    assert spells(read(tmp_path, [row("NATO", 1994, {"chile": 1})])) == [
        "CHL:NATO 1994 – 1994-01-02..1995-01-01"
    ]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([row("AB", 1970, {"norway": 4})], "2: column norway is '4'; expected -9 or -1 or 0 or 1 or 2 or 3"),
        ([row("AB", 1970, {"norway": "yes"})], "2: column norway is 'yes'; expected a whole number"),
        ([row("AB", 1815)], "2: column year is '1815'; expected 1816 to 2014"),
        ([row("AB", "")], "2: column year is ''; expected a year from 1816 to 2014"),
        ([row("", 1970)], "2: column ioname is ''; expected the short name of an organization"),
        ([row("AB", 1970), row("AB", 1970)], "3: AB in 1970 is in line 2 too; expected one row for each year"),
        ([row("AB", 1970, imputed=2)], "2: column imputed is '2'; expected 0 or 1"),
        ([row("AB", 1970, sdate="old")], "2: column sdate is 'old'; expected a whole number"),
        ([row("AB", 1970, deaddate=1949)], "2: column deaddate is '1949'; expected a year not before sdate, 1950"),
        ([row("AB", 1970), row("AB", 1971, sdate=1951)], "3: column sdate is '1951'; expected 1950, as in line 2, of AB too"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_with_its_place(tmp_path: Path, lines: list[str], told: str) -> None:
    with pytest.raises(BadInput) as error:
        read(tmp_path, lines)
    assert str(error.value).startswith(f"{FILE}:{told}")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (by_state(["386,1994,norway,1,-1"]), "state_year_format3.csv:2: column ccode: unknown Correlates of War state number 386"),
        (by_state([",1994,norway,1,-1"]), "state_year_format3.csv:2: column ccode is ''; expected a Correlates of War state number"),
        (by_state(["385,1994,norway,1,-1"] * 2), "state_year_format3.csv:3: 385 in 1994 is in line 2 too; expected one row for each year"),
        (by_state(["385,1994,norway,7,-1"]), "state_year_format3.csv:2: column nato is '7'; expected -9 or"),
        (by_state([], 533), "state_year_format3.csv:1: 533 columns of organizations; expected the 534 of version 3"),
        (by_state([]).replace(b"year", b"jahr"), "state_year_format3.csv:1: no column 'year'; expected it in the header"),
        (gzip.compress(by_state([]))[:-20], "state_year_format3.csv: damaged or cut short; expected a whole gzip file"),
        (gzip.compress(bytes(2**20 - 1)), "state_year_format3.csv:1: a zero byte; expected text"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_file_by_states_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "state_year_format3.csv"
    path.write_bytes(data)
    with pytest.raises(BadInput) as error:
        list(cow_igo.records(path))
    assert str(error.value).startswith(told)


def test_a_missing_file_is_told_with_where_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        list(cow_igo.records(tmp_path))
    for part in (
        "igo_year_format3.csv or state_year_format3.csv",
        MANIFEST.url,
        MANIFEST.terms,
        MANIFEST.citation,
    ):
        assert part in str(error.value)
