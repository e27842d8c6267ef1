"""Every reader against every damage: one line with file and place, what was expected, exit code 2, nothing written."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import pytest

from foedera import loaders
from foedera.cli import main
from foedera.graph.errors import BadInput
from foedera.graph.records import Found, Node
from foedera.graph.store import Store
from foedera.loaders import cow_contiguity, dcad, us_forces
from foedera.loaders.cow import members as cow_members

from .cow.conftest import write as write_cow
from .own.test_own import PAGE
from .test_cow_igo import COLUMNS as IGO_COLUMNS
from .test_cow_igo import FILE as IGO
from .test_cow_igo import by_state, row

HERE: Final = Path(__file__).parent
IGO_STATES: Final = "state_year_format3.csv"
OWN: Final = "my-pacts.csv"

Table = list[list[str]]


@dataclass(frozen=True)
class Change:
    """Another cell, by line and column, and what is told of it after the file's name."""

    line: int
    column: str
    cell: str
    told: str


@dataclass(frozen=True)
class Sample:
    """A reader's file, made by hand, and what damages it alone; `twice` is told of its second line at its end."""

    dataset: str
    file: str
    text: Callable[[Path], str]
    changes: Sequence[Change]
    twice: str


def held(*place: str) -> Callable[[Path], str]:
    return lambda _: HERE.joinpath(*place).read_text(encoding="utf-8")


def of_cow(folder: Path) -> str:
    write_cow(folder)
    return (folder / cow_members.NAME).read_text(encoding="utf-8")


def of_igo(_: Path) -> str:
    years = [row("AB", year, {"norway": 1, "chile": 3}) for year in (1970, 1971, 1972)]
    return "\n".join([",".join(IGO_COLUMNS), *years, ""])


SAMPLES: Final = (
    Sample(
        "atop",
        "atop5_1m.csv",
        held("atop", "atop5_1m.csv"),
        (
            Change(2, "defense", "yes", "column defense is 'yes'; expected a whole number"),
            Change(2, "defense", "3", "column defense is '3'; expected 0 or 1"),
            Change(2, "member", "222", "column member: unknown Correlates of War state number 222; expected a number of its list. Did you mean 221 (Monaco)"),
            Change(2, "dayent", "32", "column dayent is '32'; expected a number from 1 to 31"),
        ),
        "member 220 of alliance 1900 is a member by line 2 already; expected rows that do not overlap",
    ),
    Sample(
        "cow",
        cow_members.NAME,
        of_cow,
        (
            Change(2, "defense", "yes", "column defense is 'yes'; expected a whole number"),
            Change(2, "defense", "3", "column defense is '3'; expected 0 or 1"),
            Change(2, "ccode", "222", "column ccode: unknown Correlates of War state number 222; expected a number of its list. Did you mean 221 (Monaco)"),
            Change(2, "mem_st_day", "32", "column mem_st_day is '32'; expected 1 to 31"),
        ),
        "is in alliance 1 already by line 2",
    ),
    Sample(
        "dcad",
        dcad.FILE,
        held("dcad", dcad.FILE),
        (
            Change(2, "terminated", "yes", "column terminated is 'yes'; expected a whole number"),
            Change(2, "terminated", "3", "column terminated is '3'; expected -99 or -88 or 0 or 1"),
            Change(2, "ccode1", "222", "column ccode1: unknown Correlates of War state number 222; expected a number of its list. Did you mean 221 (Monaco)"),
            Change(2, "signDay", "32", "column signDay is '32'; expected 1 to 31"),
        ),
        "column DCAid is 'DCADv1.0-9001'; expected another id than that of line 2",
    ),
    Sample(
        "cow-contiguity",
        cow_contiguity.FILE,
        held("cow_contiguity", cow_contiguity.FILE),
        (
            Change(2, "conttype", "land", "column conttype is 'land'; expected a whole number"),
            Change(2, "conttype", "0", "column conttype is '0'; expected 1 to 5"),
            Change(2, "statelno", "222", "column statelno: unknown Correlates of War state number 222; expected a number of its list. Did you mean 221 (Monaco)"),
            Change(2, "begin", "192000", "column begin is '192000'; expected a month from 181601 to 201612"),
        ),
        "the same as line 2; expected each stretch once",
    ),
    Sample(
        "cow-igo",
        IGO,
        of_igo,
        (
            Change(2, "norway", "yes", "column norway is 'yes'; expected a whole number"),
            Change(2, "norway", "7", "column norway is '7'; expected -9 or -1 or 0 or 1 or 2 or 3"),
            Change(2, "year", "2015", "column year is '2015'; expected 1816 to 2014"),
            Change(2, "sdate", "19500", "column sdate is '19500'; expected 1815 to 2014"),
        ),
        "AB in 1970 is in line 2 too; expected one row for each year",
    ),
    Sample(
        "cow-igo",
        IGO_STATES,
        lambda _: by_state(["385,1994,norway,1,-1", "385,1995,norway,1,1"]).decode(),
        (
            Change(2, "nato", "yes", "column nato is 'yes'; expected a whole number"),
            Change(2, "nato", "7", "column nato is '7'; expected -9 or -1 or 0 or 1 or 2 or 3"),
            Change(2, "ccode", "222", "column ccode: unknown Correlates of War state number 222; expected a number of its list. Did you mean 221 (Monaco)"),
            Change(2, "year", "1815", "column year is '1815'; expected 1816 to 2014"),
        ),
        "385 in 1994 is in line 2 too; expected one row for each year",
    ),
    Sample(
        "us-forces",
        us_forces.FILE,
        held("us_forces", us_forces.FILE),
        (
            Change(3, "troops_ad", "many", "column troops_ad is 'many'; expected a whole number"),
            Change(3, "troops_ad", "1.5", "column troops_ad is '1.5'; expected a whole number"),
            Change(3, "ccode", "222", "column ccode: unknown Correlates of War state number 222; expected a number of its list. Did you mean 221 (Monaco)"),
            Change(3, "year", "19900", "column year is '19900'; expected 1950 to 2024"),
        ),
        "United States in 1990 is in line 2 too; expected it once",
    ),
    Sample(
        "csv",
        OWN,
        lambda _: PAGE.read_text(encoding="utf-8").partition("```csv\n")[2].partition("```")[0],
        (
            Change(2, "obligation", "1", "column obligation is '1'; expected one of defense, "),
            Change(2, "force", "1", "column force is '1'; expected one of "),
            Change(2, "party", "Norwey", "column party: unknown country or organization 'Norwey'. Did you mean Norway"),
            Change(2, "since", "1992-02-30", "column since: there is no such day: '1992-02-30'; expected"),
        ),
        "the row stands in line 2 too; expected it once",
    ),
)  # fmt: skip
NAMES: Final = [f"{each.dataset} {each.file}" for each in SAMPLES]


def of(table: Table) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue()


def table(text: str) -> Table:
    return list(csv.reader(io.StringIO(text)))


@pytest.fixture(params=SAMPLES, ids=NAMES)
def sample(request: pytest.FixtureRequest) -> Sample:
    return cast(Sample, request.param)


@pytest.fixture
def text(sample: Sample, tmp_path: Path) -> str:
    """The file as it should be, with LF."""
    made = tmp_path / "made"
    made.mkdir()
    return sample.text(made).replace("\r\n", "\n")


@pytest.fixture
def path(sample: Sample, tmp_path: Path) -> Path:
    """Where it is to be written, with nothing beside it."""
    folder = tmp_path / "given"
    folder.mkdir()
    return folder / sample.file


def check(sample: Sample, path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says, in one line; a load says the same before it asks for a database."""
    assert main(["load", sample.dataset, str(path), "--check"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("foedera: ") and "Traceback" not in said.err
    with pytest.raises(BadInput) as error:
        loaders.load(cast(Store, None), sample.dataset, path)
    lines = [line.removeprefix("foedera: ") for line in said.err.splitlines()]
    assert lines == str(error.value).splitlines()
    return lines[0]


def without_first(lines: Table) -> Table:
    return [cells[1:] for cells in lines]


def with_another(lines: Table) -> Table:
    return [[*lines[0], "oil"], *([*cells, "1"] for cells in lines[1:])]


DAMAGES: Final[dict[str, tuple[Callable[[str], bytes], str]]] = {
    "an empty file": (lambda _: b"", "{file}:1: the file is empty; expected a header"),
    "cut within a row": (lambda text: text[: text.rindex(",")].encode(), "{file}:{last}: {fewer} cells; expected {cells}, one for each column"),
    "semicolons": (lambda text: text.replace(",", ";").encode(), "{file}:1: cells are not separated by ',' but ';'; expected ','"),
    "tabs": (lambda text: text.replace(",", "\t").encode(), "{file}:1: cells are not separated by ',' but '\\t'; expected ','"),
    "CR alone": (lambda text: text.replace("\n", "\r").encode(), "{file}:1: lines end with CR alone; expected LF or CR LF"),
    "Latin-1": (lambda text: text.replace("\n", "\xe9\n", 2).replace("\xe9\n", "\n", 1).encode("latin-1"), "{file}:2: byte 0xe9 is not UTF-8; save the file in UTF-8"),
    "UTF-16": (lambda text: text.encode("utf-16"), "{file}: UTF-16 text; save it as CSV in UTF-8"),
    "a column missing": (lambda text: of(without_first(table(text))).encode(), "{file}:1: no column '{first}'; expected it in the header"),
    "a column new": (lambda text: of(with_another(table(text))).encode(), "{file}:1: {unknown}"),
    "a web page": (lambda _: b"<!DOCTYPE html>\n<html>", "{file}:1: a page of the web; expected the data file that it links to"),
    "a web page below an empty line": (lambda _: b"\n  <?xml version='1.0'?>", "{file}:2: a page of the web; expected the data file that it links to"),
    "a zip": (lambda _: b"PK\x03\x04\x14\0\0", "{file}: a zip archive; unpack it, and give the file that it holds"),
    "a PDF": (lambda _: b"%PDF-1.4\n", "{file}: a PDF; expected the data file, not its codebook"),
    "zeros": (lambda _: bytes(5000), "{file}:1: a zero byte; expected text"),
    "a quote that is not closed": (lambda text: text[:-1].encode() + b',"\n', "{file}:{last}: unexpected end of data; expected quoted cells to be closed"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_one_line(
    sample: Sample, text: str, path: Path, damage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change, told = DAMAGES[damage]
    path.write_bytes(change(text))
    lines = table(text)
    by_state = "1: 535 columns of organizations; expected the 534 of version 3"
    unknown = "unknown column 'oil'; expected none but the dataset's own"
    expected = told.format(
        file=sample.file,
        last=len(lines),
        cells=len(lines[0]),
        fewer=len(lines[0]) - 1,
        first=lines[0][0],
        unknown=by_state.removeprefix("1: ") if sample.file == IGO_STATES else unknown,
    )
    assert check(sample, path, capsys).startswith(expected)


@pytest.mark.parametrize(
    "number", range(4), ids=["a word for a number", "a code that is none", "unknown", "date"]
)
def test_a_wrong_cell_is_one_line(
    sample: Sample, text: str, path: Path, number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text or another number where a flag is due, a state that is unknown, a day or year that is none."""
    change, lines = sample.changes[number], table(text)
    lines[change.line - 1][lines[0].index(change.column)] = change.cell
    path.write_text(of(lines), encoding="utf-8")
    assert check(sample, path, capsys).startswith(f"{sample.file}:{change.line}: {change.told}")


def test_a_row_that_is_there_twice_is_told(
    sample: Sample, text: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = table(text)
    path.write_text(of([*lines, lines[1]]), encoding="utf-8")
    told = check(sample, path, capsys)
    assert told.startswith(f"{sample.file}:{len(lines) + 1}: ") and sample.twice in told


def test_ten_gigabytes_of_zeros_are_refused_at_once(
    sample: Sample, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with path.open("wb") as file:
        file.truncate(10 * 2**30)
    told = f"{sample.file}: 10,737,418,240 bytes; expected a data file of at most 268,435,456"
    assert check(sample, path, capsys) == told


def test_a_mark_of_byte_order_and_other_line_ends_do_no_harm(sample: Sample, text: str, path: Path) -> None:
    """As a spreadsheet saves it: the same facts, by the same lines."""
    path.write_text(text, encoding="utf-8", newline="")
    plain = facts(sample, path)
    for changed in ("\ufeff" + text, text.replace("\n", "\r\n")):
        path.write_bytes(changed.encode())
        assert facts(sample, path) == plain


def facts(sample: Sample, path: Path) -> list[Found]:
    """All but the dataset itself, whose version is a digest of a user's own file."""
    return [
        each
        for each in loaders.records(sample.dataset, path)
        if not (isinstance(each, Node) and each.label == "Dataset")
    ]
