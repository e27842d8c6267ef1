"""`load core`: its report, that a second run changes nothing, and `--check`, which needs no database."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import foedera as package
from foedera.cli.manage import _progress, complete
from foedera.graph.store import Store
from foedera.loaders import SOURCES, core, load

from .conftest import Foedera

ATOP = Path(__file__).parents[1] / "loaders" / "atop" / "atop5_1m.csv"


def test_a_second_load_changes_nothing(foedera: Foedera, home: Path) -> None:
    """The first says what is new; both end with 0, and progress is not on standard output."""
    first = foedera("load", "core", "--format", "json", FOEDERA_HOME=str(home)).json
    assert first["new"] > 1000 and first["refused"] == []
    again = foedera("load", "core")
    assert again.code == 0
    assert again.out == f"core 0.1.0: 0 new, 0 changed, {first['new']:,} unchanged, 0 removed, 0 refused\n"


FILES = """\
dataset: {title: Test, version: 0.1.0, covers_from: 1945-01-01, covers_until: 2026-08-21}
sources:
  list: {title: List, publisher: League}
countries:
  EGY: {name: Egypt, sources: [list]}
  IRQ: {name: Iraq, sources: [list]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dataset of its own."""
    (tmp_path / "a.yaml").write_text(FILES, encoding="utf-8")
    return tmp_path


def test_a_check_counts_what_the_files_hold(foedera: Foedera, folder: Path) -> None:
    """As lines, and in JSON by label and type."""
    ran = foedera("load", "core", str(folder), "--check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "core 0.1.0: 4 facts, no mistake\n  1 Dataset, 1 Source, 2 Country\n"
    assert foedera("load", "core", str(folder), "--check", "-f", "json").json == {
        "question": {"load": "core", "path": str(folder), "check": True},
        "as_of": None,
        "datasets": [],
        "version": "0.1.0",
        "facts": 4,
        "refused_count": 0,
        "refused": [],
        "counts": [
            {"type": "Dataset", "count": 1},
            {"type": "Source", "count": 1},
            {"type": "Country", "count": 2},
        ],
    }


def test_a_part_is_told_and_is_no_fact_that_is_refused(foedera: Foedera, home: Path) -> None:
    """By a check and by a load, which both name the version: on standard error where rows alone are asked for."""
    ran = foedera("load", "atop", str(ATOP), "--check", FOEDERA_HOME=str(home))
    assert (ran.code, ran.err) == (0, "")
    told = "of the 789 alliances of ATOP 5.1, up to 4900: a part, or cut short and 4900 short of members; what else ATOP says is unknown"
    checked, part, _ = ran.out.splitlines()
    assert checked == "atop 5.1: 150 facts, no mistake"
    assert part.startswith("atop5_1m.csv:") and part.endswith(told)
    found = foedera("load", "atop", str(ATOP), "--check", "-f", "json").json
    assert (found["version"], found["refused_count"], found["refused"], found["partial"]) == (
        "5.1",
        0,
        [],
        part,
    )
    ran = foedera("load", "atop", str(ATOP), "-f", "csv")
    line = "foedera: atop 5.1: 150 new, 0 changed, 0 unchanged, 0 removed, 0 refused"
    assert (ran.code, ran.out, ran.err.splitlines()) == (0, "fact,place,reason\n", [line, f"foedera: {part}"])
    again = foedera("load", "atop", str(ATOP), "-f", "json").json
    assert (again["version"], again["unchanged"], again["refused_count"]) == ("5.1", 150, 0)
    assert again["partial"] == part
    whole = foedera("load", "core", "--check", "-f", "json").json
    assert "partial" not in whole and whole["version"] == "0.1.0"


def test_a_table_of_ones_own_is_called_as_its_file(foedera: Foedera, home: Path, tmp_path: Path) -> None:
    """By `--check`, by the load, and where it is taken out again, which is asked for."""
    file = tmp_path / "my-pacts.csv"
    file.write_text(
        "agreement,title,kind,force,party,since\na,A,treaty,binding,Norway,1992\n", encoding="utf-8"
    )
    checked = foedera("load", "csv", str(file), "--check", FOEDERA_HOME=str(home)).out
    assert re.match(r"my-pacts [0-9a-f]{8}: 5 facts, no mistake\n", checked)
    assert re.match(r"my-pacts [0-9a-f]{8}: 5 new,", foedera("load", "csv", str(file)).out)
    asked = foedera("db", "remove", "my-pacts")
    place = f"{home}; add --yes to do so without being asked\n"
    assert (asked.code, asked.err) == (2, f"foedera: this removes dataset my-pacts from {place}")
    assert foedera("db", "remove", "my-pact", "--yes").err.endswith("Did you mean my-pacts?\n")
    gone = foedera("db", "remove", "my-pacts", "--yes")
    assert (gone.code, gone.err.startswith("foedera: my-pacts is removed, ")) == (0, True)
    assert "Nothing is loaded" in foedera().out


def test_a_check_tells_each_mistake_with_its_line(foedera: Foedera, folder: Path) -> None:
    """One line each, and 2; what is dated in the future is one of them."""
    (folder / "b.yaml").write_text(
        "areas:\n"
        "  nile: {name: Nile, sources: [lost]}\n"
        "  suez: {name: Suez, sources: [list], checked: {on: 9998-12-31, with: list}}\n"
    )
    ran = foedera("load", "core", str(folder), "--check")
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first == (
        "foedera: b.yaml:2: unknown source 'lost'; expected the id of a source. Did you mean list?"
    )
    assert second.startswith("foedera: b.yaml:3: checked on 9998-12-31, which is still to come; expected")


def test_a_load_over_another_version_says_so(foedera: Foedera, folder: Path, home: Path) -> None:
    """By number; the same version again is no other."""
    foedera("load", "core", str(folder), FOEDERA_HOME=str(home))
    (folder / "a.yaml").write_text(FILES.replace("version: 0.1.0", "version: 0.2.0"), encoding="utf-8")
    counts = "0 new, 1 changed, 3 unchanged, 0 removed, 0 refused"
    assert foedera("load", "core", str(folder)).out == f"core 0.2.0, in place of 0.1.0: {counts}\n"
    again = foedera("load", "core", str(folder), "-f", "json").json
    assert again["version"] == "0.2.0" and "replaced" not in again


def test_a_check_of_nothing(foedera: Foedera, tmp_path: Path) -> None:
    """A folder that has no files, and a dataset that nobody knows."""
    ran = foedera("load", "core", str(tmp_path), "--check")
    told = f"foedera: no *.yaml file in {str(tmp_path)!r}; expected the folder of the core dataset\n"
    assert (ran.code, ran.err) == (2, told)
    assert foedera("load", "cor", "--check").code == 2


def test_what_is_shipped_is_checked_without_a_database(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine is imported, no store opened, be it of a server that is not there."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    code = (
        "import sys; from foedera.cli import main; code = main(sys.argv[1:]);"
        "print(code, {'neo4j', 'arcadedb', 'networkx'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, "load", "core", str(core.FOLDER), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    first, counts, last = done.stdout.splitlines()
    assert first.startswith("core 0.1.0: ") and first.endswith(" facts, no mistake")
    assert " Country, " in counts and last == "0 set()"
    assert not home.exists() or not list(home.iterdir())


def test_the_help_and_the_documents_name_every_dataset(foedera: Foedera) -> None:
    """A line each; and the shell completes their names."""
    shown = foedera("load", "--help").out.partition("Datasets:")[2].partition("Examples:")[0]
    named = re.findall(r"^ {2,8}([a-z-]+) {2,}\S", shown, re.MULTILINE)
    assert named == list(SOURCES)
    docs = Path(package.__file__).parent.parent / "docs"
    for name in SOURCES:
        if name != "core":
            assert f"(datasets/{name}.md)" in (docs / "datasets.md").read_text("utf-8")
            assert (docs / "datasets" / f"{name}.md").is_file()
        assert f"| `{name}` |" in (docs / "commands.md").read_text("utf-8")
    assert complete("cow") == ["cow", "cow-contiguity", "cow-igo"]
    assert complete("x") == []


@pytest.mark.parametrize("name", [name for name in SOURCES if name not in ("core", "csv")])
def test_without_its_files_a_dataset_says_where_they_are_published(foedera: Foedera, name: str) -> None:
    """Which file, where, on what terms, how to cite it; nothing is read, and no database needed."""
    ran = foedera("load", name)
    assert (ran.code, ran.out) == (2, "")
    assert re.search(r"no \S+\.csv.*; get it from https?://\S+ \(.+\), and cite: ", ran.err)
    assert ("not ease the use of its alliance data" in ran.err) == (name == "cow")


def test_an_unknown_dataset_is_told_the_nearest(foedera: Foedera) -> None:
    ran = foedera("load", "cow_igo", "x.csv")
    assert (ran.code, ran.out) == (2, "")
    assert (
        "unknown dataset 'cow_igo'; expected one of core, atop" in ran.err
        and "Did you mean cow-igo" in ran.err
    )


def test_a_terminal_is_shown_what_is_read_and_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path, embedded: Store
) -> None:
    """First that files are read, however long that takes, then a bar that goes away; a log gets nothing."""
    assert _progress() is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    load(embedded, "core", folder, progress=_progress())
    shown = capsys.readouterr().err
    assert shown.startswith("\rreading the files\r\x1b[K")
    assert "4 of 4 facts" in shown and shown.endswith("\r\x1b[K")
