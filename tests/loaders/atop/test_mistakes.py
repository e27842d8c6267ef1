"""ATOP's files, damaged: each mistake is one line with file, line and column, and nothing is passed on."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera import loaders
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Partial, Record, problems
from foedera.loaders import atop
from foedera.loaders.atop.manifest import ALLIANCES
from foedera.loaders.atop.manifest import ROWS as PUBLISHED

FILES = Path(__file__).parent
MEMBERS = FILES / "atop5_1m.csv"
HEADER, *ROWS = MEMBERS.read_text().splitlines()
COLUMNS = HEADER.split(",")


def table(*rows: str) -> str:
    return "\n".join((HEADER, *rows, ""))


def changed(line: int, **values: str) -> str:
    """The small file, with other values in one row."""
    cells = dict(zip(COLUMNS, ROWS[line - 2].split(","), strict=True)) | values
    return table(*ROWS[: line - 2], ",".join(cells.values()), *ROWS[line - 1 :])


def told(path: Path) -> str:
    with pytest.raises(BadInput) as error:
        list(atop.records(path))
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (changed(2, defense="2"), "m.csv:2: column defense is '2'; expected 0 or 1"),
        (changed(2, notaiden="7"), "m.csv:2: column notaiden is '7'; expected 0 to 4"),
        (changed(2, term=""), "m.csv:2: column term is ''; expected a number"),
        (changed(2, cowwar="-9"), "m.csv:2: column cowwar is '-9'; expected a number from 0 on"),
        (changed(2, atopid="x"), "m.csv:2: column atopid is 'x'; expected a whole number"),
        (changed(2, atopid=""), "m.csv:2: column atopid is ''; expected a number from 1000 to 9999"),
        (changed(2, member="222"), "m.csv:2: column member: unknown Correlates of War state number 222; expected"),
        (changed(2, moent="13"), "m.csv:2: column moent is '13'; expected a number from 1 to 12"),
        (changed(2, moent=""), "m.csv:2: column moent is ''; expected a number from 1 to 12"),
        (
            changed(2, moent="2", dayent="30"),
            "m.csv:2: column dayent: there is no day 1874-2-30; expected one of the calendar",
        ),
        (changed(2, yrent="1814"), "m.csv:2: column yrent is '1814'; expected a number from 1815 to 2018"),
        (changed(2, yrexit="2019"), "m.csv:2: column yrexit is '2019'; expected a number from 1815 to 2018"),
        (
            changed(2, yrexit="1874", moexit="3", dayexit="15"),
            "m.csv:2: column yrexit is '1874'; expected a day of exit after 1874-03-15, the day of entry",
        ),
        (changed(2, ineffect="1"), "m.csv:2: column ineffect is '1'; expected 1 where yrexit is 0, and 0 elsewhere"),
        (changed(12, dayexit="7"), "m.csv:12: column dayexit is '7'; expected 0, as yrexit: in effect at the end"),
        (changed(2, version="3"), "m.csv:2: column version is '3'; expected one of 4.01, 5.0, 5.1"),
        (changed(3, version="5.0"), "m.csv:3: column version is '5.0'; expected 5.1, as in the rows before"),
        (changed(2, phase="1"), "m.csv:2: column phase is 1; expected 0, as maxphase says"),
        (changed(3, maxphase="2"), "m.csv:3: column maxphase is 2; expected 0, as on line 2"),
        (table(*ROWS, ROWS[0]), f"m.csv:{len(ROWS) + 2}: member 220 of alliance 1900 is a member by line 2 already;"),
        (table(*ROWS[:1]), "m.csv:2: alliance 1900 has one member only, 220; expected two or more: a row is missing"),
        (table(*ROWS[7:10]), "m.csv:4: alliance 3900 has no row of phase 2; expected phases 1 to 2"),
        (table(), "m.csv:1: no row follows; expected one for each member of each alliance"),
        (table(*ROWS)[:-31], f"m.csv:{len(ROWS) + 1}: 91 cells; expected 105, one for each column"),
        (table(*ROWS).replace(",", ";"), "m.csv:1: cells are not separated by ',' but ';'; expected ','"),
        (table(*ROWS).replace(",obvary", ""), "m.csv:1: no column 'obvary'; expected it in the header"),
        (HEADER + ",oil\n", "m.csv:1: unknown column 'oil'; expected none but the dataset's own"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_file_is_one_line(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "m.csv"
    path.write_text(text)
    assert expected in told(path).splitlines()[0]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (MEMBERS.read_bytes().replace(b"\r\n", b"\r"), "lines end with CR alone"),
        (b"<!DOCTYPE html>", "a page of the web"),
        (b"PK\x03\x04", "a zip archive"),
        (MEMBERS.read_bytes().replace(b"1874", b"187\xe9", 1), ":2: byte 0xe9 is not UTF-8"),
        (b"", "the file is empty"),
    ],
)
def test_what_is_no_such_file_is_refused_by_its_path_and_in_its_folder(
    tmp_path: Path, data: bytes, expected: str
) -> None:
    (tmp_path / "atop5_1m.csv").write_bytes(data)
    assert expected in told(tmp_path / "atop5_1m.csv")
    assert expected in told(tmp_path) or "the file is empty" in expected


def test_a_mark_of_byte_order_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_bytes(b"\xef\xbb\xbf" + MEMBERS.read_bytes())
    assert len(list(atop.records(tmp_path))) > 100


def test_a_file_that_is_not_there_is_said_with_where_to_get_it(tmp_path: Path) -> None:
    """By folder, by file and without a path, with the citation; another of ATOP's files is named."""
    for path in (tmp_path, tmp_path / "atop5_1m.csv"):
        assert "get it from http://www.atopdata.org" in told(path)
    with pytest.raises(
        BadInput, match=r"^no atop5_1m\.csv; get it from http://www\.atopdata\.org .* and cite: Leeds"
    ):
        list(loaders.records("atop"))
    expected = "atop5_1a.csv:1: ATOP's alliance file; expected the member level file (atop5_1m.csv)"
    assert told(FILES / "atop5_1a.csv") == expected
    (tmp_path / "b.csv").write_text("state,year,defense\n2,2018,1\n")
    assert told(tmp_path / "b.csv") == (
        "b.csv:1: no column 'atopid' and 'member' and 'yrent'; expected ATOP's member level file (atop5_1m.csv)"
    )
    for name in ("one.csv", "two.csv"):
        shutil.copy(MEMBERS, tmp_path / name)
    assert told(tmp_path).endswith(
        "several member level files (one.csv, two.csv); expected one: give its path"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_part_of_the_file_is_read_and_said_to_be_one(tmp_path: Path, end: str) -> None:
    """Somebody's choice, or cut short at the end of a row; without its last line end it was cut short for certain."""
    path = tmp_path / "m.csv"
    path.write_bytes(table(*ROWS[:2]).replace("\n", end).encode())
    found = list(atop.records(path))
    (said,) = (str(each) for each in found if isinstance(each, Partial))
    assert said == (
        "m.csv:3: 1 of the 589 alliances of ATOP 5.1, up to 1900: a part, or cut short and 1900 short of members; "
        "what else ATOP says is unknown"
    )
    (scope,) = (each for each in found if isinstance(each, Node) and each.label == "Scope")
    assert scope.properties["complete"] is False
    path.write_bytes(path.read_bytes()[: -len(end)])
    assert told(path) == (
        "m.csv:3: the last line has no end, and the file holds 1 of the 589 alliances of ATOP 5.1; "
        "expected it whole: it was cut short"
    )


def test_a_file_with_every_alliance_and_a_member_too_few_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be an authority on what its members do not owe."""
    path = tmp_path / "m.csv"
    monkeypatch.setitem(ALLIANCES, "5.1", (1, 1))
    monkeypatch.setitem(PUBLISHED, "5.1", (2, 2))
    path.write_text(table(*ROWS[:2]))
    assert all(isinstance(each, Record) for each in atop.records(path))
    monkeypatch.setitem(PUBLISHED, "5.1", (3, 3))
    expected = "m.csv:3: the file ends after 2 rows; expected 3, as the 1 alliances of ATOP 5.1 have"
    assert told(path) == expected


Change = Callable[[str], str]


def without(start: str) -> Change:
    return lambda text: "".join(line for line in text.splitlines(keepends=True) if not line.startswith(start))


@pytest.mark.parametrize(
    ("file", "change", "expected"),
    [
        ("atop5_1m.csv", without("1901"), "atop5_1a.csv:3: alliance 1901 has no row in atop5_1m.csv;"),
        ("atop5_1a.csv", without("1901"), "atop5_1m.csv:4: alliance 1901 is not in atop5_1a.csv;"),
        ("atop5_1aph.csv", without("3900,3900.2"), "atop5_1m.csv:12: alliance 3900 in phase 2 is not in atop5_1aph"),
        ("atopinst5_1.csv", without("3901"), "atop5_1m.csv:17: alliance 3901 is not in atopinst5_1.csv;"),
        (
            "atop5_1a.csv",
            lambda text: text.replace(",651,663,", ",651,666,"),
            "atop5_1a.csv:6: members 651, 666 are listed; expected 651, 663, as from atop5_1m.csv:17 on",
        ),
        (
            "atop5_1a.csv",
            lambda text: text.replace("3901,,,1945", "3901,,,1944"),
            "atop5_1a.csv:6: column begyr is '1944'; expected 1945-03-22, as of the members from atop5_1m.csv:17 on",
        ),
        (
            "atopinst5_1.csv",
            lambda text: text.replace("1900,1900,0", "1900,1900,5"),
            "atopinst5_1.csv:2: column milinst is '5'; expected 0 to 2",
        ),
        ("atop5_1a.csv", lambda text: text + text.splitlines()[1], "atop5_1a.csv:9: alliance 1900 has a row before; expected one"),
        ("atop5_1a.csv", lambda text: text.splitlines()[0], "atop5_1a.csv:1: no row follows; expected one for each alliance"),
        ("atopinst5_1.csv", lambda text: text.splitlines()[0], "atopinst5_1.csv:1: no row follows; expected one for each"),
    ],
)  # fmt: skip
def test_the_files_must_agree(tmp_path: Path, file: str, change: Change, expected: str) -> None:
    """Alliances, phases, members, days and obligations, where the files by alliance and phase lie beside it."""
    for path in FILES.glob("*.csv"):
        shutil.copy(path, tmp_path)
    text = (FILES / file).read_text()
    (tmp_path / file).write_text(change(text))
    assert change(text) != text
    assert any(line.startswith(expected) for line in told(tmp_path).splitlines()), told(tmp_path)


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("atop5_1m.csv", lambda text: text.replace(",", ";"), "atop5_1m.csv:1: cells are not separated by ',' but ';'"),
        ("atop5_1m.csv", lambda text: text.replace("member", "mem", 1), "atop5_1m.csv:1: no column 'member'; expected it"),
        ("atop5_1m.csv", lambda text: "<html>", "atop5_1m.csv:1: a page of the web; expected the data file"),
        ("atop5_1m.csv", lambda text: "", "atop5_1m.csv:1: the file is empty; expected a header"),
        ("atop5_1a.csv", lambda text: text.replace("begyr", "year", 1), "atop5_1a.csv:1: no column 'begyr'; expected it"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_not_passed_over_for_another(
    tmp_path: Path, name: str, change: Change, expected: str
) -> None:
    """A folder that holds the file without pure nonaggression pacts too, which would be read in its place."""
    for path in FILES.glob("*.csv"):
        shutil.copy(path, tmp_path)
    shutil.copy(MEMBERS, tmp_path / "atop5_1m_NNA.csv")
    (tmp_path / name).write_text(change((FILES / name).read_text()))
    assert told(tmp_path).startswith(expected)


_CELLS = st.one_of(
    st.sampled_from(["", "0", "1", "2", "-9", "9.5", "1e400", "nan", "8152", "365", "1990", "x", '"', "0x1", "٣", "1,1"]),
    st.integers(-10, 10_000).map(str),
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=st.integers(2, len(ROWS) + 1), column=st.sampled_from(COLUMNS), cell=_CELLS, drop=st.booleans())
def test_a_changed_row_is_told_or_does_no_harm(
    tmp_path: Path, row: int, column: str, cell: str, drop: bool
) -> None:
    """One cell is another, or a row is gone: either all records fit, or each mistake is a line that says where."""
    path = tmp_path / "m.csv"
    path.write_text(table(*ROWS[: row - 2], *ROWS[row - 1 :]) if drop else changed(row, **{column: cell}))
    try:
        records = list(atop.records(path))
    except BadInput as error:
        assert all(re.match(r"m\.csv:\d+: \S|… and \d+ more", line) for line in str(error).splitlines())
    else:
        facts = [each for each in records if isinstance(each, Record)]
        assert not any(list(problems(each)) for each in facts)
        assert len({(each.type, each.id) for each in facts}) == len(facts) == len(records) - 1
