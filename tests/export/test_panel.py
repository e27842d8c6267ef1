"""Panels: which rows there are, what they hold, and by which rule a year counts."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from foedera.database import Database
from foedera.graph import writer
from foedera.graph.dates import Bounds, Date, Span, parse
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.graph.vocabulary import rank
from foedera.loaders.manifest import Gap, Manifest
from foedera.queries.panel_facts import FLAGS

MADE = Manifest(
    name="atop",
    title="Made up",
    version="1",
    publisher="Nobody",
    covers_from=date(1815, 1, 1),
    covers_until=date(1995, 12, 31),
    terms="free",
    citation="Nobody 1995",
    url="https://example.org",
    field="alliances",
    kinds=("defense", "offense", "neutrality", "nonaggression", "consultation"),
)
BY = Provenance("atop", ("atop#made.csv:2",))
STATES = {
    "USA": (2, []),
    "GBR": (200, []),
    "FRA": (220, []),
    "DEU": (255, ["cow 260 until 1990-10-03"]),
    "VAT": (None, []),
}
PARTIES: list[tuple[str, int, str, str, tuple[str, str], list[str]]] = [
    ("atop:1", 1, "USA", "2", ("1949-04-04", "1951-01-01"), []),
    ("atop:1", 1, "GBR", "200", ("1949-04-04", "1951-01-01"), []),
    ("atop:1", 2, "USA", "2", ("1951-01-01", ""), []),
    ("atop:1", 2, "GBR", "200", ("1951-01-01", ""), []),
    ("atop:1", 2, "DEU", "260", ("1955-05-06", "1990-10-03"), []),
    ("atop:1", 2, "DEU", "255", ("1990-10-03", ""), []),
    ("atop:2", 1, "USA", "2", ("1960-03-01", "1962-06-30"), ["obvary=1"]),
    ("atop:2", 1, "FRA", "220", ("1960-03-01", "1962-06-30"), []),
    ("atop:2", 1, "GBR", "200", ("1960-03-01", "1962-06-30"), []),
    ("atop:3", 1, "GBR", "200", ("1970-05-01", "1970-05-01"), []),
    ("atop:3", 1, "FRA", "220", ("1970-05-01", "1970-05-01"), []),
    ("atop:3", 1, "VAT", "8152", ("1970-05-01", ""), []),
]  # fmt: skip
PROMISES = {
    "atop:1/1-defense": ("defense", None, ["USA", "GBR"], ["USA", "GBR"]),
    "atop:1/2-defense": ("defense", None, ["USA", "GBR", "DEU"], ["USA", "GBR", "DEU"]),
    "atop:2/1-defense": ("defense", None, ["GBR"], ["USA", "FRA", "GBR"]),
    "atop:2/1-defense-some": ("defense", "some members", ["USA"], []),
    "atop:2/1-consultation": ("consultation", None, ["FRA"], ["USA", "GBR"]),
}


def span(days: tuple[str, str]) -> Span:
    since, until = (Date.fromisoformat(day) if day else None for day in days)
    return Span(Bounds(since, since) if since else None, Bounds(until, until) if until else MADE.still)


def records(manifest: Manifest = MADE) -> Iterator[Record]:
    yield from manifest.records()
    for id in {row[0]: None for row in PARTIES}:
        said = {"title": id, "kind": "alliance", "force": "binding", "until_known": True}
        yield Node("Agreement", id, said, BY)
    for id, phase, party, code, days, coded in PARTIES:
        said = {"role": "party", "phase": phase, "code": code, "coded": coded, **span(days).properties()}
        yield Relationship(
            "PARTY_TO", Ref("Country", party), Ref("Agreement", id), said, BY, f"{phase}:{code}"
        )
    for id, (kind, some, owing, owed) in PROMISES.items():
        said = {"name": id, "kind": kind, "force": "binding", "rank": rank(kind, "binding"), "summary": kind}
        promise = Ref("Obligation", id)
        yield Node(
            "Obligation", id, {**said, "bound": "named", "owed_to_class": some, "until_known": True}, BY
        )
        yield Relationship("CREATES", Ref("Agreement", id.partition("/")[0]), promise, {}, BY)
        agreement, phase_text = id.split("/")
        for agreement_id, phase, party, code, days, _ in PARTIES:
            if agreement_id == agreement and phase_text.startswith(str(phase)):
                held, spell = {"code": code, **span(days).properties()}, f"{phase}:{code}"
                if party in owing:
                    yield Relationship("OWES", Ref("Country", party), promise, held, BY, spell)
                if party in owed:
                    yield Relationship("OWED_TO", promise, Ref("Country", party), held, BY, spell)


@pytest.fixture
def db(store: Store) -> Database:
    countries = [
        Node(
            "Country",
            id,
            {"name": id, "cow": cow, "other_codes": other, "until_known": True},
            Provenance("core"),
        )
        for id, (cow, other) in STATES.items()
    ]
    writer.load(store, "core", countries)
    assert writer.load(store, "atop", records()).refused == []
    return Database(lambda: store, closing=False)


def read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def made(db: Database, path: Path, unit: str = "directed-dyad-year", **options: Any) -> list[dict[str, str]]:
    return read(db.panel(path / "panel.csv", unit, datasets="atop", **options).path)


def keys(rows: list[dict[str, str]]) -> set[tuple[int, int, int]]:
    return {(int(row["ccode1"]), int(row["ccode2"]), int(row["year"])) for row in rows}


def test_a_directed_panel_tells_who_owes_whom(db: Database, tmp_path: Path) -> None:
    """Both ways, by the numbers of the dataset; the end of what still holds is the dataset's last year."""
    rows = made(db, tmp_path)
    held = {key: row for key, row in zip(sorted(keys(rows)), rows, strict=True)}
    assert list(held) == sorted(held)
    assert {key[2] for key in held if key[:2] == (2, 200)} == set(range(1949, 1996))
    assert {key[2] for key in held if key[:2] == (260, 2)} == set(range(1955, 1991))
    assert {key[2] for key in held if key[:2] == (2, 255)} == set(range(1990, 1996))
    assert not {key for key in held if {255, 260} <= set(key)}
    assert (held[200, 220, 1960]["defense"], held[220, 200, 1960]["defense"]) == ("1", "0")
    assert (held[220, 200, 1960]["consul"], held[200, 220, 1960]["consul"]) == ("1", "0")


def test_what_some_members_owe_nobody_knows_whom_is_empty(db: Database, tmp_path: Path) -> None:
    """But where another agreement of the two settles it; every pair of such an agreement is marked."""
    rows = {(row["ccode1"], row["ccode2"], row["year"]): row for row in made(db, tmp_path)}
    assert rows["2", "220", "1961"]["defense"] == ""
    assert rows["2", "200", "1961"]["defense"] == "1"
    assert rows["220", "2", "1961"]["defense"] == "0"
    assert {key: row["varies"] for key, row in rows.items() if key[2] == "1961"} == {
        ("2", "200", "1961"): "1", ("2", "220", "1961"): "1", ("2", "260", "1961"): "0",
        ("200", "2", "1961"): "1", ("200", "220", "1961"): "1", ("200", "260", "1961"): "0",
        ("220", "2", "1961"): "1", ("220", "200", "1961"): "1",
        ("260", "2", "1961"): "0", ("260", "200", "1961"): "0",
    }  # fmt: skip


def test_a_kind_of_which_no_dataset_speaks_is_empty(store: Store, db: Database, tmp_path: Path) -> None:
    """Not 0: who does not code offence does not say that none is owed. What the dataset claims to be about is 0 where it has none."""
    assert {row["offense"] for row in made(db, tmp_path)} == {"0"}
    about = replace(MADE, kinds=("defense", "nonaggression"))
    writer.load(store, "atop", records(about))
    found = db.panel(tmp_path / "p.csv", datasets="atop")
    assert "no dataset chosen speaks of offense, neutral: these columns are empty" in found.notes
    told = {
        name: {row[name] for row in read(found.path)} for name in ("offense", "neutral", "nonagg", "shareob")
    }
    assert told == {"offense": {""}, "neutral": {""}, "nonagg": {"0"}, "shareob": {""}}
    assert {row["consul"] for row in read(found.path)} == {"0", "1"}


def test_without_agreements_there_is_no_panel(store: Store, db: Database, tmp_path: Path) -> None:
    writer.load(store, "atop", MADE.records())
    with pytest.raises(BadInput, match=r"^a panel is made of agreements, and atop holds none$"):
        db.panel(tmp_path / "p.csv", datasets="atop")
    assert list(tmp_path.iterdir()) == []


def test_agreements_are_counted_and_named(db: Database, tmp_path: Path) -> None:
    rows = {(row["ccode1"], row["ccode2"], row["year"]): row for row in made(db, tmp_path)}
    row = rows["2", "200", "1961"]
    assert [row[name] for name in ("number", "bilatno", "multino", "atopid1", "atopid2")] == [
        "2",
        "0",
        "2",
        "1",
        "2",
    ]
    assert [rows["2", "200", year]["transyr"] for year in ("1950", "1951", "1952", "1960")] == [
        "0",
        "1",
        "0",
        "1",
    ]
    assert rows["200", "220", "1970"]["shareob"] == "1"
    assert rows["2", "220", "1961"]["shareob"] == ""


def test_an_undirected_panel_has_each_pair_once(db: Database, tmp_path: Path) -> None:
    rows = made(db, tmp_path, "dyad-year")
    assert keys(rows) == {key for key in keys(made(db, tmp_path)) if key[0] < key[1]}
    by_key = {(row["ccode1"], row["ccode2"], row["year"]): row for row in rows}
    assert (by_key["200", "220", "1961"]["defense"], by_key["200", "220", "1961"]["consul"]) == ("1", "1")
    assert by_key["2", "220", "1961"]["defense"] == ""


def test_what_either_owes_is_empty_where_one_may_owe_it(
    store: Store, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever has the lower number, unless the other owes it; who is named beside a class is owed it."""
    monkeypatch.setitem(PROMISES, "atop:2/1-neutral", ("neutrality", "some members", ["GBR"], []))
    monkeypatch.setitem(
        PROMISES, "atop:2/1-nonagg", ("nonaggression", "any American state", ["GBR"], ["USA"])
    )
    assert writer.load(store, "atop", records()).refused == []
    pairs = {key: row for row in made(db, tmp_path, "dyad-year") for key in keys([row])}
    assert [pairs[2, 200, 1961][name] for name in ("defense", "neutral", "nonagg")] == ["1", "", "1"]
    assert [pairs[200, 220, 1961][name] for name in ("defense", "neutral", "nonagg")] == ["1", "", ""]
    assert [pairs[2, 220, 1961][name] for name in ("defense", "neutral", "nonagg")] == ["", "0", "0"]
    directed = {key: row for row in made(db, tmp_path) for key in keys([row])}
    assert [directed[200, 2, 1961][name] for name in ("neutral", "nonagg")] == ["", "1"]
    assert [directed[2, 200, 1961][name] for name in ("neutral", "nonagg")] == ["0", "0"]
    for (one, other, year), row in pairs.items():
        ways = directed[one, other, year], directed[other, one, year]
        assert {name: row[name] for name in FLAGS} == {
            name: either(*(w[name] for w in ways)) for name in FLAGS
        }
    states = {(row["ccode"], row["year"]): row["neutral"] for row in made(db, tmp_path, "state-year")}
    assert (states["200", "1961"], states["220", "1961"]) == ("1", "0")


def either(one: str, other: str) -> str:
    return "1" if "1" in (one, other) else one and other


def test_a_state_year_tells_what_a_state_owes_anybody(db: Database, tmp_path: Path) -> None:
    rows = {(row["ccode"], row["year"]): row for row in made(db, tmp_path, "monad")}
    assert [rows["220", "1961"][name] for name in ("defense", "consul", "number")] == ["0", "1", "1"]
    assert rows["2", "1961"]["defense"] == "1"
    assert ("220", "1963") not in rows


@pytest.mark.parametrize(
    ("rule", "years"),
    [
        ("atop", [1960, 1961, 1962, 1970]), ("any", [1960, 1961, 1962]), ("start", [1961, 1962]), ("end", [1960, 1961]),
    ],
)  # fmt: skip
def test_a_year_counts_by_the_rule(db: Database, tmp_path: Path, rule: str, years: list[int]) -> None:
    """From 1 March 1960 to 30 June 1962; what began and ended on one day of 1970 is a year of ATOP's rule alone."""
    found = keys(made(db, tmp_path, rule=rule))
    assert sorted(key[2] for key in found if key[:2] == (200, 220)) == years


def test_codes_of_states_can_be_chosen(db: Database, tmp_path: Path) -> None:
    """By ISO West Germany and Germany are one; who has no number is left out, and named with the years of it."""
    rows = made(db, tmp_path, codes="iso")
    assert sorted(
        int(row["year"]) for row in rows if (row["iso3c1"], row["iso3c2"]) == ("DEU", "USA")
    ) == list(range(1955, 1996))
    assert any(row["iso3c1"] == "VAT" for row in rows)
    found = db.panel(tmp_path / "p.csv", datasets="atop")
    assert found.notes == ["left out, for want of a number: VAT"]
    assert db.panel(tmp_path / "p.csv", first=1970, last=1970, datasets="atop").notes == found.notes
    assert db.panel(tmp_path / "p.csv", last=1969, datasets="atop").notes == []
    with pytest.raises(BadInput, match="expected one of cow, gw, iso"):
        db.panel(tmp_path / "p.csv", codes="cown")


def test_years_that_are_not_covered_are_no_rows(db: Database, tmp_path: Path) -> None:
    found = db.panel(tmp_path / "p.csv", first=1990, last=2020, datasets="atop")
    assert (found.first, found.last) == (1990, 1995)
    assert "atop does not cover 1996 to 2020" in found.notes
    assert {row["year"] for row in read(found.path)} == {str(year) for year in range(1990, 1996)}
    with pytest.raises(BadInput, match=r"^not covered: 2000 to 2020; atop covers 1815 to 1995$"):
        db.panel(tmp_path / "p.csv", first=2000, last=2020, datasets="atop")
    with pytest.raises(BadInput, match=r"^not covered: 1996; atop covers 1815 to 1995$"):
        db.panel(tmp_path / "p.csv", first=1996, datasets="atop")


def test_parquet_holds_the_same_as_csv(db: Database, tmp_path: Path) -> None:
    """Whole numbers, with nothing where a cell is empty."""
    rows = made(db, tmp_path)
    table = parquet.read_table(db.panel(tmp_path / "p.parquet", datasets="atop").path).to_pylist()
    assert [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in table] == rows
    assert table[0]["defense"] == 1
    assert table[0]["atopid1"] == 1


def test_what_to_cite_stands_beside(db: Database, tmp_path: Path) -> None:
    found = db.panel(tmp_path / "p.csv", datasets="atop")
    text = found.citation.read_text("utf-8")
    assert found.citation.name == "p.citation.txt"
    assert "Made up, version 1; 1815-01-01 to 1995-12-31" in text
    assert "citation: Nobody 1995" in text
    assert "the day on which it ends included, as ATOP counts" in text


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("p.xlsx", {}, "p.xlsx ends neither in .csv nor in .parquet; name one such as panel.csv"),
        ("p.csv", {"unit": "dyad"}, "unknown unit 'dyad'; expected one of directed-dyad-year, dyad-year, state-year"),
        ("p.csv", {"rule": "anny"}, "unknown rule 'anny'; expected one of atop, any, start, end. Did you mean any?"),
        ("p.csv", {"first": 1990, "last": 1980}, "the panel would end in 1980, before it begins in 1990; turn the years around"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line(
    db: Database, tmp_path: Path, name: str, options: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadInput) as error:
        db.panel(tmp_path / name, datasets="atop", **options)
    assert told in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_what_a_dataset_is_known_to_lack_is_noted(db: Database, tmp_path: Path) -> None:
    """In the citation file and beside the panel, from the year in which it begins to lack it."""
    why = "France is not in ATOP's alliance 1"
    gap = Gap("gap", "France", Span(parse("1980-07-01")), ("FRA USA",), ("defense",), why)
    assert writer.load(db.store, "atop", records(replace(MADE, gaps=(gap,)))).refused == []
    early, late = (
        db.panel(tmp_path / f"{last}.csv", "dyad-year", first=1970, last=last, datasets="atop")
        for last in (1979, 1980)
    )
    assert list(late.notes) == [*early.notes, f"atop: {why}"]
    assert f"Note: atop: {why}.\n" in late.citation.read_text("utf-8")
