"""A dataset's file of separated values, read row by row, with every mistake told by file, line and column.

What is compressed with gzip is unpacked as it is read. What is no such file at all (a page of the web, an archive,
zeros) is refused before it is read.
"""

import codecs
import csv
import datetime
import gzip
import io
import zlib
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from ..graph.errors import BadInput
from .mistakes import Mistakes, Place

LARGEST: Final = 256 * 2**20
"""Bytes of a file at most, unpacked; the largest that is known is some twenty million."""

LONGEST: Final = 2**20
"""Bytes of a line at most."""

_SPREADSHEET: Final = "a spreadsheet; save it as CSV in UTF-8"
_OTHER: Final = {
    b"PK\x03\x04": "a zip archive; unpack it, and give the file that it holds",
    b"\xd0\xcf\x11\xe0": _SPREADSHEET,
    b"%PDF": "a PDF; expected the data file, not its codebook",
    b"\xff\xfe": "UTF-16 text; save it as CSV in UTF-8",
    b"\xfe\xff": "UTF-16 text; save it as CSV in UTF-8",
}

_SPREADSHEETS: Final = (".xlsx", ".ods")
_GZIP: Final = b"\x1f\x8b"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """A row under its header: text by column, and typed readers that note what does not fit."""

    place: Place
    values: Mapping[str, str]
    mistakes: Mistakes

    def wrong(self, column: str, expected: str, known: Collection[str] = ()) -> None:
        """Note that a value is not what was expected; `known` are the terms that it may have been meant for."""
        value = self.values[column]
        text = f"column {column} is {value!r}; expected {expected}"
        self.mistakes.add(self.place, text, value if known else "", known)

    def whole(self, column: str, among: Collection[int] | None = None) -> int | None:
        """A whole number; None where the cell is empty, or is none (which is noted)."""
        text = self.values[column].strip()
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not number.is_integer():
            self.wrong(column, "a whole number")
            return None
        if among is not None and int(number) not in among:
            self.wrong(column, _one_of(among))
            return None
        return int(number)

    def flag(self, column: str) -> bool | None:
        """0 or 1; None where the cell is empty."""
        number = self.whole(column, (0, 1))
        return None if number is None else bool(number)

    def needed(self, column: str, read: Callable[[str], T | None], expected: str) -> T | None:
        """What `read` makes of the column, where an empty cell is a mistake."""
        if not self.values[column].strip():
            self.wrong(column, expected)
            return None
        return read(column)

    def date(self, year: int, month: int, day: int, column: str) -> datetime.date | None:
        """The day of three numbers; `column` is the one to blame where there is no such day."""
        try:
            return datetime.date(year, month, day)
        except ValueError:
            text = f"column {column}: there is no day {year}-{month}-{day}; expected one of the calendar"
            self.mistakes.add(self.place, text)
            return None


def _one_of(numbers: Collection[int]) -> str:
    ordered = sorted(numbers)
    if len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):
        return f"{ordered[0]} to {ordered[-1]}"
    return " or ".join(map(str, ordered))


def rows(
    path: Path,
    columns: Collection[str],
    mistakes: Mistakes,
    *,
    separator: str = ",",
    optional: Collection[str] = (),
    published: int = 0,
) -> Iterator[Row]:
    """The rows of a file whose header must hold exactly these columns, in any order; those optional may be missing.

    Lines without anything are passed over. With fewer rows than are `published` the file was cut short.

    Raises:
        BadInput: it cannot be read at all: missing, too large, not text, another header. Whatever is wrong
            with a row is noted in `mistakes`, and the row left out.
    """
    with closing(_lines(path)) as text:
        lines = csv.reader(text, delimiter=separator, strict=True)
        try:
            header = _first_row(lines)
            _check(Place(path.name, lines.line_num or 1), header, columns, separator, optional)
            empty, count = dict.fromkeys(optional, ""), 0
            for cells in filter(None, lines):
                count += 1
                place = Place(path.name, lines.line_num)
                if len(cells) != len(header):
                    wrong = f"{len(cells)} cells; expected {len(header)}, one for each column"
                    mistakes.add(place, wrong)
                else:
                    yield Row(place, empty | dict(zip(header, cells, strict=True)), mistakes)
            if count < published:
                short = f"the file ends after {count:,} rows; expected {published:,}, as it is published"
                mistakes.add(Place(path.name, lines.line_num), short)
        except csv.Error as error:
            raise BadInput(
                f"{path.name}:{lines.line_num}: {error}; expected quoted cells to be closed"
            ) from None


def header(path: Path, separator: str = ",") -> list[str]:
    """The columns that a file has, to recognise which of a dataset's files it is."""
    with closing(_lines(path)) as text:
        try:
            return _first_row(csv.reader(text, delimiter=separator))
        except csv.Error as error:
            raise BadInput(f"{path.name}:1: {error}; expected a header") from None


def _first_row(lines: Iterable[list[str]]) -> list[str]:
    """The first line that holds anything."""
    return next((cells for cells in lines if any(cell.strip() for cell in cells)), [])


def is_ended(path: Path) -> bool:
    """Whether the last line has an end; where it has none, the file may have been cut short within it."""
    with closing(_lines(path)) as text:
        return all(line.endswith("\n") for line in deque(text, maxlen=1))


def _lines(path: Path) -> Generator[str, None, None]:
    """The file's lines as text, one at a time, or BadInput with what it is instead."""
    try:
        if path.is_dir():
            raise BadInput(f"{str(path)!r} is a folder; expected a file")
        if (size := path.stat().st_size) > LARGEST:
            raise BadInput(f"{path.name}: {size:,} bytes; expected a data file of at most {LARGEST:,}")
        with path.open("rb") as file:
            packed = file.read(len(_GZIP)) == _GZIP
            file.seek(0)
            yield from _numbered(path.name, gzip.GzipFile(fileobj=file) if packed else file)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise BadInput(f"{path.name}: damaged or cut short; expected a whole gzip file") from None
    except OSError as error:
        raise BadInput(f"cannot read {str(path)!r}: {error.strerror}") from None


def _numbered(name: str, file: io.BufferedIOBase) -> Iterator[str]:
    """Line after line; a small packed file may hold very much."""
    number, size, begun = 0, 0, False
    while line := file.readline(LONGEST):
        number += 1
        size += len(line)
        if size > LARGEST:
            raise BadInput(
                f"{name}: more than {LARGEST:,} bytes when unpacked; expected a data file of at most that"
            )
        if not begun:
            line = line.removeprefix(codecs.BOM_UTF8)
            _first(name, number, line)
            begun = bool(line.strip())
        yield _decoded(name, number, line)


def _decoded(name: str, number: int, line: bytes) -> str:
    if b"\0" in line:
        raise BadInput(f"{name}:{number}: a zero byte; expected text")
    if len(line) == LONGEST:
        raise BadInput(f"{name}:{number}: a line of {LONGEST:,} bytes or more; expected a row of a table")
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        byte = line[error.start]
        raise BadInput(f"{name}:{number}: byte {byte:#04x} is not UTF-8; save the file in UTF-8") from None


def _first(name: str, number: int, line: bytes) -> None:
    """Refuse what is no text of separated values, by how it begins."""
    for mark, what in _OTHER.items():
        if line.startswith(mark):
            if name.lower().endswith(_SPREADSHEETS):
                what = _SPREADSHEET
            raise BadInput(f"{name}: {what}")
    if line.lstrip()[:1] == b"<":
        raise BadInput(f"{name}:{number}: a page of the web; expected the data file that it links to")
    if b"\r" in line.rstrip(b"\r\n"):
        raise BadInput(f"{name}:{number}: lines end with CR alone; expected LF or CR LF")


def _check(
    place: Place, header: list[str], columns: Collection[str], separator: str, optional: Collection[str]
) -> None:
    """Refuse another header, with everything that is wrong with it."""
    mistakes = Mistakes()
    if not header:
        mistakes.add(place, "the file is empty; expected a header")
    elif len(header) == 1 and len(columns) > 1:
        found = next((other for other in ";\t|," if other in header[0] and other != separator), None)
        between = f" but {found!r}" if found else ""
        mistakes.add(place, f"cells are not separated by {separator!r}{between}; expected {separator!r}")
    else:
        _check_names(place, header, columns, optional, mistakes)
    mistakes.raise_any()


def _check_names(
    place: Place, header: list[str], columns: Collection[str], optional: Collection[str], mistakes: Mistakes
) -> None:
    for name in columns:
        if name not in header:
            mistakes.add(place, f"no column {name!r}; expected it in the header")
    seen: set[str] = set()
    for name in header:
        if name in seen:
            mistakes.add(place, f"column {name!r} is there twice; expected it once")
        elif name not in columns and name not in optional:
            mistakes.add(
                place,
                f"unknown column {name!r}; expected none but the dataset's own",
                name,
                (*columns, *optional),
            )
        seen.add(name)
