"""Files of separated values: what is none is refused early, what is wrong is told by file, line and column."""

from pathlib import Path

import pytest

from foedera.graph.errors import BadInput
from foedera.loaders import tabular
from foedera.loaders.mistakes import Mistakes

COLUMNS = ("id", "year", "defense")


def read(path: Path) -> list[dict[str, object]]:
    mistakes = Mistakes()
    found: list[dict[str, object]] = [
        {"line": row.place.line, "year": row.whole("year"), "defense": row.flag("defense")}
        for row in tabular.rows(path, COLUMNS, mistakes)
    ]
    mistakes.raise_any()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "id,year,defense\n1,1949,1\n2,,\n",
        "id,year,defense\n1,1949,1\n2,,\n\n\r\n",
        "\ufeffid,year,defense\r\n1,1949.0,1\r\n2,,",
    ],
)
def test_rows_have_their_line_and_empty_cells_are_nothing(tmp_path: Path, text: str) -> None:
    """With lines that are empty, a mark of byte order, with CR LF, without a last line end, and whole numbers as another program wrote them."""
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    assert read(path) == [
        {"line": 2, "year": 1949, "defense": True},
        {"line": 3, "year": None, "defense": None},
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "a.csv:1: the file is empty; expected a header"),
        (b"id;year;defense\n1;1949;1\n", "a.csv:1: cells are not separated by ',' but ';'; expected ','"),
        (b"id,year\n", "a.csv:1: no column 'defense'; expected it in the header"),
        (
            b"id,year,defense,defence\n",
            "a.csv:1: unknown column 'defence'; expected none but the dataset's own. Did you mean defense?",
        ),
        (b"id,year,defense,id\n", "a.csv:1: column 'id' is there twice; expected it once"),
        (b"id,year,defense\r1,1949,1\r", "a.csv:1: lines end with CR alone; expected LF or CR LF"),
        (b"id,year,defense\n1,1949,\xe9\n", "a.csv:2: byte 0xe9 is not UTF-8; save the file in UTF-8"),
        (b"id,year,defense\n1,1949,2\n", "a.csv:2: column defense is '2'; expected 0 or 1"),
        (b"id,year,defense\n1,x,1\n", "a.csv:2: column year is 'x'; expected a whole number"),
        (b"id,year,defense\n1,1949\n", "a.csv:2: 2 cells; expected 3, one for each column"),
        (b'id,year,defense\n1,1949,"1\n', "a.csv:2: unexpected end of data; expected quoted cells to be closed"),
        (b"<!DOCTYPE html>\n<p>", "a.csv:1: a page of the web; expected the data file that it links to"),
        (b"PK\x03\x04..", "a.csv: a zip archive; unpack it, and give the file that it holds"),
        (b"\xd0\xcf\x11\xe0..", "a.csv: a spreadsheet; save it as CSV in UTF-8"),
        (b"id,year,defense\n\0\0", "a.csv:2: a zero byte; expected text"),
        (b"\n \n<html>", "a.csv:3: a page of the web; expected the data file that it links to"),
        (b"\n\n", "a.csv:2: the file is empty; expected a header"),
        (b"\n\nid,year,defense\n1,1949,2\n", "a.csv:4: column defense is '2'; expected 0 or 1"),
        (
            b"id,year,defense\n" + b"1" * 2**20,
            "a.csv:2: a line of 1,048,576 bytes or more; expected a row of a table",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with pytest.raises(BadInput) as error:
        read(path)
    assert str(error.value) == told


def test_a_header_without_an_end_is_refused(tmp_path: Path) -> None:
    """A cell that is larger than any."""
    path = tmp_path / "a.csv"
    path.write_text("a" * 200_000)
    with pytest.raises(BadInput, match=r"^a\.csv:1: field larger than field limit .*; expected a header$"):
        tabular.header(path)


def test_ten_gigabytes_of_zeros_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(10 * 2**30)
    with pytest.raises(
        BadInput, match=r"^a\.csv: 10,737,418,240 bytes; expected a data file of at most 268,435,456$"
    ):
        read(path)


def test_a_file_with_fewer_rows_than_are_published_was_cut_short(tmp_path: Path) -> None:
    """At the end of a row, where nothing else tells; as many or more are for the readers to judge."""
    path = tmp_path / "a.csv"
    path.write_text("id,year,defense\n1,1949,1\n2,,\n")
    for published, told in (
        (2, []),
        (3, ["a.csv:3: the file ends after 2 rows; expected 3, as it is published"]),
    ):
        mistakes = Mistakes()
        assert len(list(tabular.rows(path, COLUMNS, mistakes, published=published))) == 2
        assert [str(each) for each in mistakes.found] == told


def test_a_spreadsheet_is_named_as_one(tmp_path: Path) -> None:
    """It is a zip archive too, but nobody unpacks it."""
    path = tmp_path / "Pacts.XLSX"
    path.write_bytes(b"PK\x03\x04..")
    with pytest.raises(BadInput, match=r"^Pacts.XLSX: a spreadsheet; save it as CSV in UTF-8$"):
        read(path)
