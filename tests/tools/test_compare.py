"""The comparison with other datasets, on made-up rows in their formats."""

import csv
import gzip
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from foedera.graph.records import Node
from foedera.loaders import core, dcad
from foedera.loaders.cow import members as cow_members
from foedera.loaders.cow_igo import by_state
from foedera.loaders.links.known import MATCHES as SHIPPED
from tools.compare.__main__ import main
from tools.compare.matching import HERE

CORE = """\
dataset: {title: Test, version: 0.1.0, covers_from: 1945-01-01, covers_until: 2026-08-21}
sources:
  list: {title: List, publisher: League}
countries:
  AAA: {name: A, iso2: AA, cow: 2, sources: [list]}
  BBB: {name: B, iso2: BB, cow: 20, sources: [list]}
  CCC: {name: C, iso2: CC, cow: 31, sources: [list]}
  OLD: {name: Old, cow: 40, until: 1991-12-26, sources: [list]}
  NEW: {name: New, iso2: NW, cow: 40, sources: [list]}
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
atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,phase,defense,offense,neutral,nonagg,consul
9000,2,1959,6,1,1965,1,1,0,1,1,0,0,0,0
9000,2,1965,1,1,0,0,0,1,2,1,0,0,0,1
9000,20,1959,6,1,1980,5,2,0,1,1,0,0,0,0
9000,31,1970,7,,0,0,0,1,2,1,0,0,0,0
9000,40,1959,6,1,0,0,0,1,1,0,0,0,0,0
"""

COW = """\
version4id,ccode,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,\
defense,neutrality,nonaggression,entente
7,2,1,1,1960,,,,0,1,1,0,0,0
7,20,1,1,1960,1,5,1980,0,0,1,0,0,0
7,40,1,1,1960,4,4,1988,0,0,1,0,0,0
7,41,1,1,1961,,,,0,1,1,0,0,0
"""

DCAD = """\
DCAid,ccode1,ccode2,signDay,signMonth,signYear,EIFDay,EIFMonth,EIFYear
DCADv1.0-0001,2,20,1,1,2001,5,3,2001
DCADv1.0-0002,2,20,2,1,2001,,,
DCADv1.0-0003,2,20,,12,2000,3,3,2001
"""

IGO = """\
ccode,year,club
2,1960,1
2,1961,3
2,2013,1
2,2014,1
20,1960,1
"""

LOADERS = Path(__file__).parents[1] / "loaders"


def filled(text: str, like: Path) -> str:
    """The rows with what else the first row of a file of the loaders' tests has."""
    with like.open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    return table(first | row for row in csv.DictReader(text.splitlines()))


def of_all(text: str, organizations: int = 534) -> str:
    """The rows with as many organizations as COW's file has."""
    more = {f"x{number}": "0" for number in range(organizations - 1)}
    return table({**row, "state": "", **more} for row in csv.DictReader(text.splitlines()))


def table(rows: Iterable[Mapping[str, str]]) -> str:
    written, held = io.StringIO(), list(rows)
    writer = csv.DictWriter(written, held[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(held)
    return written.getvalue()


MATCHES: dict[str, Any] = {
    "agreements": [
        {"ours": "pact", "atop": 9000, "cow": 7},
        {"ours": "deal", "dcad": "DCADv1.0-0001"},
        {"ours": "late", "dcad": "DCADv1.0-0002"},
        {"ours": "late", "dcad": "DCADv1.0-0003"},
    ],
    "organizations": {"club": ["club"]},
}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(by_state, "ROWS", 0)
    (tmp_path / "core").mkdir()
    written = {
        "core/a.yaml": CORE,
        "atop.csv": filled(ATOP, LOADERS / "atop" / "atop5_1m.csv"),
        "cow.csv": filled(COW, LOADERS / "cow" / cow_members.NAME),
        "dcad.csv": filled(DCAD, LOADERS / "dcad" / dcad.FILE),
        "decisions.yaml": "[]",
    }
    for name, text in (written | {"matches.yaml": yaml.safe_dump(MATCHES)}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with gzip.open(tmp_path / "igo.csv.gz", "wt") as file:
        file.write(of_all(IGO))
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
    assert found["A party that we do not have"] == ["pact, COW, spell, none, from 1961-01-01, COW 41"]
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
            "party": ["COW 41"],
            "as": "Their error",
            "decision": "ours kept: no such state",
        },
        {"subject": "nothing", "decision": "fits nothing"},
    ]
    (files / "decisions.yaml").write_text(yaml.safe_dump(rules), encoding="utf-8")
    assert run(files, "cow") == 0
    report = (files / "report.md").read_text(encoding="utf-8")
    assert "| none | from 1961-01-01 | COW 41 | ours kept: no such state |" in report
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
        "  - {ours: pact, atop: 9000, phase: 1}  # 1959, 3 of 4",
        "  - {ours: pact, cow: 7}  # 1960, 3 of 5",
    ]


def test_another_file_and_an_unknown_id_are_told(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the words of a load."""
    (files / "atop.csv").write_text(COW, encoding="utf-8")
    assert run(files, "atop") == 1
    assert capsys.readouterr().err.startswith("atop.csv:1: no column 'atopid'; expected it in the header\n")
    cow = (files / "cow.csv").read_text(encoding="utf-8")
    (files / "cow.csv").write_text(cow.replace("\n7,", "\n8,"), encoding="utf-8")
    assert run(files, "cow") == 1
    assert capsys.readouterr().err == "matches.yaml names COW 7, which the file does not have\n"
    with gzip.open(files / "igo.csv.gz", "wt") as file:
        file.write(of_all(IGO.replace("club", "pub")))
    assert run(files, "igo") == 1
    assert capsys.readouterr().err == "igo.csv.gz:1: no column 'club'; expected it in the header\n"


def test_the_shipped_tables_name_what_core_has() -> None:
    matches = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    facts = list(core.records())
    ids = {each.id for each in facts}
    ours = [each["ours"] for each in matches["agreements"]]
    named = {id for each in ours for id in ([each] if isinstance(each, str) else each)}
    assert named | matches["organizations"].keys() <= ids
    rules = yaml.safe_load((HERE / "decisions.yaml").read_text(encoding="utf-8"))
    assert all(rule["decision"] for rule in rules)
    (charter,) = (rule for rule in rules if rule.get("as") == "A clause that repeats the UN Charter")
    compared = {id for subject in charter["subject"] for id in subject.split(" + ")}
    leaving = {
        each.id: each.properties["left_out"]
        for each in facts
        if isinstance(each, Node) and "left_out" in each.properties
    }
    assert leaving and leaving.keys() <= compared and charter["what"] == "nonaggression"
    assert set(map(tuple, leaving.values())) == {("nonaggression",)}
    assert not {
        each.id
        for each in facts
        if isinstance(each, Node)
        and each.properties.get("kind") in ("nonaggression",)
        and each.id.partition("/")[0] in leaving
    }
    assert all(
        rule.keys() <= {*dedent("subject dataset party what reason as decision").split()} for rule in rules
    )
