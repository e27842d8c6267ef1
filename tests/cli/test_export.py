"""`export`: what it prints, where it writes, and what it refuses."""

import errno
import os
from pathlib import Path

import pytest

from foedera.export import FORMATS

from .conftest import Foedera

MARK = "foedera-export.txt"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_says_what_it_wrote(core: Foedera) -> None:
    """Under its usual name, or as the ending tells."""
    ran = core("export", "bibtex")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("foedera.bib: ") and ran.out.endswith(
        " sources, with all of its history, from core\n"
    )
    ran = core("export", "-o", "then.json", "--on", "1950-01-01")
    assert ran.out.startswith("then.json: ") and ran.out.endswith(
        " relationships, as of 1950-01-01, from core\n"
    )
    assert sorted(os.listdir()) == ["foedera.bib", "then.json"]


def test_a_day_beyond_the_datasets_is_told(core: Foedera) -> None:
    ran = core("export", "csl", "--on", "2999-01-01")
    assert ran.code == 0 and "core covers until" in ran.err and "as of 2999" not in ran.out


def test_an_earlier_folder_is_replaced_and_a_foreign_one_is_not(core: Foedera) -> None:
    """A file that somebody put there is not removed."""
    assert core("export", "csv", "-o", "x", "--on", "1950-01-01").code == 0
    before = set(os.listdir("x"))
    assert MARK in before and "nodes-Country.csv" in before
    assert core("export", "csv", "-o", "x", "--on", "2000-01-01").code == 0
    assert before < set(os.listdir("x"))
    Path("x/notes.txt").write_text("mine")
    ran = core("export", "csv", "-o", "x")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "foedera: x holds 'notes.txt', which is not of an earlier export; name a new or an empty folder\n"
    )
    assert Path("x/notes.txt").read_text() == "mine" and os.listdir() == ["x"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["export"], f"name a format, {', '.join(FORMATS)}, or an output such as foedera.graphml"),
        (["export", "graphlm"], "unknown format 'graphlm'; expected one of graphml, gexf, csv, json, cypher, bibtex, csl. Did you mean graphml?"),
        (["export", "-o", "x.xls"], "no format is known by the ending of x.xls; name one of graphml, gexf"),
        (["export", "-o", "no/x.json"], "there is no folder "),
        (["export", "json", "-o", "."], "name a file to write, such as foedera.json"),
        (["export", "csv", "-o", "-"], "name a new folder, such as export"),
        (["export", "json", "--on", "soon"], "not a date: 'soon'; expected a date such as 2004-03-29"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_before_anything_is_opened(
    foedera: Foedera, home: Path, arguments: list[str], told: str
) -> None:
    ran = foedera(*arguments)
    assert (ran.code, ran.out) == (2, "") and ran.err.startswith(f"foedera: {told}")
    assert not home.exists() and os.listdir() == []


def test_a_folder_for_a_file_and_a_file_for_a_folder_are_told(foedera: Foedera) -> None:
    Path("folder").mkdir()
    Path("file").write_text("mine")
    assert "folder is a folder; expected the name of a file" in foedera("export", "json", "-o", "folder").err
    assert "file is a file; expected the name of a new folder" in foedera("export", "csv", "-o", "file").err


@pytest.mark.parametrize("format", ["json", "csv"])
def test_a_full_disk_leaves_what_was_there(
    core: Foedera, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    """And nothing half written beside it."""
    given = ("export", format, "-o", "x", "--on", "1950-01-01")
    assert core(*given).code == 0
    place = Path("x") if format == "json" else Path("x/nodes-Country.csv")
    before = place.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync" if format == "json" else "foedera.export.csv_folder._script", full)
    ran = core(*given)
    what = "output file" if format == "json" else "folder"
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"foedera: cannot write x: No space left on device; name another {what}\n"
    assert place.read_bytes() == before and os.listdir() == ["x"]
