"""The comparison with other datasets, on made-up rows in their formats."""

import gzip
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from foedera.loaders import core
from foedera.loaders.links.known import MATCHES as SHIPPED
from tools.compare.__main__ import main
from tools.compare.matching import HERE

CORE = """\
dataset: {title: Test, version: 0.1.0, covers_from: 1945-01-01, covers_until: 2026-08-21}
sources:
  list: {title: List, publisher: League}
countries:
  AAA: {name: A, iso2: AA, cow: 901, sources: [list]}
  BBB: {name: B, iso2: BB, cow: 902, sources: [list]}
  CCC: {name: C, iso2: CC, cow: 903, sources: [list]}
  OLD: {name: Old, cow: 904, until: 1991-12-26, sources: [list]}
  NEW: {name: New, iso2: NW, cow: 904, sources: [list]}
organizations:
  club: {name: Club, kind: alliance, since: 1960-01-01, sources: [list]}
agreements:
  pact:
    title: Pact
    kind: treaty
    force: binding
    signed: 1959-06-01
    since: 1960-01-01
    constitutes: club
    sources: [list]
    parties:
      - {party: AAA, role: party, sources: [list]}
      - {party: BBB, role: party, until: 1980-05-02, sources: [list]}
      - {party: CCC, role: party, since: 1970, sources: [list]}
      - {party: OLD, role: party, until: 1991-12-26, sources: [list]}
      - {party: NEW, role: party, since: 1991-12-26, sources: [list]}
    obligations:
      help: {kind: defense, summary: Help., bound: parties, sources: [list]}
  deal:
    title: Deal
    kind: treaty
    force: binding
    signed: 2001-01-01
    since: 2001-03-03
    sources: [list]
    parties:
      - {party: AAA, role: party, sources: [list]}
      - {party: BBB, role: party, sources: [list]}
  late:
    title: Late
    kind: treaty
    force: binding
    signed: 2001-01-01
    since: 2001-03-03
    sources: [list]
    parties:
      - {party: AAA, role: party, sources: [list]}
      - {party: BBB, role: party, sources: [list]}
"""

ATOP = """\
atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,defense,offense,neutral,nonagg,consul
9,901,1959,6,1,1965,1,1,1,1,0,0,0,0
9,901,1965,1,1,0,0,0,2,1,0,0,0,1
9,902,1959,6,1,1980,5,2,1,1,0,0,0,0
9,903,1970,7,,0,0,0,2,1,0,0,0,0
9,904,1959,6,1,0,0,0,1,0,0,0,0,0
"""

COW = """\
version4id,ccode,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,\
defense,neutrality,nonaggression,entente
7,901,1,1,1960,,,,1,0,0,0
7,902,1,1,1960,1,5,1980,1,0,0,0
7,904,1,1,1960,4,4,1988,1,0,0,0
7,905,1,1,1961,,,,1,0,0,0
"""

DCAD = """\
DCAid,ccode1,ccode2,signDay,signMonth,signYear,EIFDay,EIFMonth,EIFYear
D-1,901,902,1,1,2001,5,3,2001
D-2,901,902,2,1,2001,,,
D-3,901,902,,12,2000,3,3,2001
"""

IGO = """\
ccode,year,club
901,1960,1
901,1961,3
901,2013,1
901,2014,1
902,1960,1
"""

MATCHES: dict[str, Any] = {
    "agreements": [
        {"ours": "pact", "atop": 9, "cow": 7},
        {"ours": "deal", "dcad": "D-1"},
        {"ours": "late", "dcad": "D-2"},
        {"ours": "late", "dcad": "D-3"},
    ],
    "organizations": {"club": ["club"]},
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "core").mkdir()
    written = {
        "core/a.yaml": CORE,
        "atop.csv": ATOP,
        "cow.csv": COW,
        "dcad.csv": DCAD,
        "decisions.yaml": "[]",
    }
    for name, text in (written | {"matches.yaml": yaml.safe_dump(MATCHES)}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with gzip.open(tmp_path / "igo.csv.gz", "wt") as file:
        file.write(IGO)
    (tmp_path / "report.md").write_text("# Title\n", encoding="utf-8")
    return tmp_path


def run(files: Path, *datasets: str, extra: tuple[str, ...] = ()) -> int:
    given = [f"--{name}={files / (name + ('.csv.gz' if name == 'igo' else '.csv'))}" for name in datasets]
    ours = [f"--{name}={files / name}" for name in ("core",)]
    tables = [f"--{name}={files / name}.yaml" for name in ("matches", "decisions")]
    return main([*given, *ours, *tables, f"--report={files / 'report.md'}", *extra])


def sections(files: Path) -> dict[str, list[str]]:
    """The rows of each section, without the decisions."""
    found: dict[str, list[str]] = {}
    for part in (files / "report.md").read_text(encoding="utf-8").split("\n## ")[2:]:
        heading, _, body = part.partition("\n")
        found[heading] = [
            ", ".join(cell.strip() for cell in line.split("|")[1:7])
            for line in body.splitlines()
            if line.startswith("|") and not line.startswith(("| agreement |", "| ---"))
        ]
    return found


def test_atop_signatures_phases_successors_and_a_day_unknown(files: Path) -> None:
    assert run(files, "atop") == 0
    assert sections(files) == {
        "They date by signature, we by entry into force": [
            "pact, ATOP, start, 1960-01-01, 1959-06-01, AAA, BBB, OLD/NEW",
        ],
        "We are less exact": ["pact, ATOP, start, 1970, 1970-07, CCC"],
        "An obligation that we do not have": ["pact, ATOP, consultation, no, yes, AAA"],
        "An obligation that they do not have": ["pact, ATOP, defense, yes, no, OLD/NEW"],
    }


def test_cow_last_days_missing_parties_and_another_end(files: Path) -> None:
    assert run(files, "cow") == 0
    found = sections(files)
    assert found["Their last day is our first day no longer, less one"] == [
        "pact, COW, end, 1980-05-02, 1980-05-01, BBB"
    ]
    assert found["A party that they do not have"] == ["pact, COW, spell, from 1970, none, CCC"]
    assert found["A party that we do not have"] == ["pact, COW, spell, none, from 1961-01-01, COW 905"]
    assert found["Ended with them, runs with us"] == ["pact, COW, end, runs, 1988-04-04, OLD/NEW"]


def test_dcad_has_signatures_and_some_entries_into_force(files: Path) -> None:
    assert run(files, "dcad") == 0
    assert sections(files)["Another start"] == [
        "deal, DCAD, start, 2001-03-03, 2001-03-05, AAA, BBB",
        "late, DCAD, signed, 2001-01-01, 2000-12, AAA, BBB",
        "late, DCAD, start, 2001-01-01, 2001-01-02, AAA, BBB",
    ]


def test_igo_counts_years_of_full_membership(files: Path) -> None:
    assert run(files, "igo") == 0
    found = sections(files)
    assert found["Ended with them, runs with us"] == ["club, COW IGO, end, runs, 1961, AAA"]
    assert found["A party that we do not have"] == ["club, COW IGO, spell, none, from 2013, AAA"]
    assert found["Another end"] == ["club, COW IGO, end, 1980-05-02, 1961, BBB"]


def test_a_decision_moves_its_rows_and_says_why(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = [
        {
            "subject": "pact",
            "party": ["COW 905"],
            "as": "Their error",
            "decision": "ours kept: no such state",
        },
        {"subject": "nothing", "decision": "fits nothing"},
    ]
    (files / "decisions.yaml").write_text(yaml.safe_dump(rules), encoding="utf-8")
    assert run(files, "cow") == 0
    report = (files / "report.md").read_text(encoding="utf-8")
    assert "| none | from 1961-01-01 | COW 905 | ours kept: no such state |" in report
    assert "A party that we do not have" not in sections(files)
    said = capsys.readouterr().out
    assert "fits nothing: {'decision': 'fits nothing'" in said
    assert "compared: 1, differences: 4, undecided: 2" in said


def test_what_stands_above_the_tables_stays(files: Path) -> None:
    assert run(files, "cow") == run(files, "cow") == 0
    report = (files / "report.md").read_text(encoding="utf-8")
    assert report.startswith("# Title\n")
    assert report.count("## Counts") == 1


def test_ours_without_a_counterpart_are_named(files: Path) -> None:
    only = {"agreements": MATCHES["agreements"][:1]}
    (files / "matches.yaml").write_text(yaml.safe_dump(only), encoding="utf-8")
    assert run(files, "cow") == 0
    assert (files / "report.md").read_text(encoding="utf-8").endswith("counterpart\n\ndeal, late\n")


def test_suggests_counterparts_for_what_has_none(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "matches.yaml").write_text("agreements: []", encoding="utf-8")
    assert run(files, "atop", "cow", extra=("--suggest",)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "  - {ours: pact, atop: 9, phase: 1}  # 1959, 3 of 4",
        "  - {ours: pact, cow: 7}  # 1960, 3 of 5",
    ]


def test_another_file_and_an_unknown_id_are_told_in_one_line(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (files / "atop.csv").write_text(COW, encoding="utf-8")
    assert run(files, "atop") == 1
    assert "no column atopid, member" in capsys.readouterr().err
    (files / "cow.csv").write_text(COW.replace("\n7,", "\n8,"), encoding="utf-8")
    assert run(files, "cow") == 1
    assert capsys.readouterr().err == "matches.yaml names COW 7, which the file does not have\n"


def test_the_shipped_tables_name_what_core_has() -> None:
    matches = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    ids = {each.id for each in core.records()}
    ours = [each["ours"] for each in matches["agreements"]]
    named = {id for each in ours for id in ([each] if isinstance(each, str) else each)}
    assert named | matches["organizations"].keys() <= ids
    rules = yaml.safe_load((HERE / "decisions.yaml").read_text(encoding="utf-8"))
    assert all(rule["decision"] for rule in rules)
    assert all(
        rule.keys() <= {*dedent("subject dataset party what reason as decision").split()} for rule in rules
    )
