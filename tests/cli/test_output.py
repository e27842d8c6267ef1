"""Tables that fit, text that cannot steer, and rows that come back from CSV and JSON as they were."""

import csv
import datetime
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.cli.output import Answer, Format, Part, emit
from foedera.cli.tables import clean, table, width
from foedera.cli.values import cell
from foedera.queries.plain import plain

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(TEXT, TEXT), max_size=8), st.integers(30, 120))
def test_a_table_fits_the_room(rows: list[tuple[str, str]], room: int) -> None:
    """Whatever the cells hold, no line is wider than the terminal."""
    lines = list(table(("one", "two"), [tuple(map(clean, row)) for row in rows], room=room))
    assert all(width(line) <= room for line in lines)
    assert len(lines) >= 2 + len(rows)


@given(TEXT)
def test_cleaned_text_steers_nothing(text: str) -> None:
    """No control character, no change of direction, no new line."""
    assert clean(text).isprintable() or not any(ord(c) < 32 or c in "\x7f\u202e\u2066" for c in clean(text))


def test_cells_wrap_between_words_and_in_ids() -> None:
    """Dates stay whole; ids break after their separators."""
    lines = list(table(("id", "since"), [("north-atlantic-treaty/article-5 of 1949", "2004-03-29")], room=34))
    assert lines[2].endswith("2004-03-29")
    assert lines[2].split()[0] == "north-atlantic-treaty/"


def test_rows_that_do_not_fit_stand_upright() -> None:
    """Where even the narrowest columns are too wide, each value follows its name; nothing is cut."""
    columns = tuple(f"column{n}" for n in range(9))
    lines = list(
        table(columns, [tuple("x" * 12 for _ in columns), ("y", *("" for _ in columns[1:]))], room=60)
    )
    assert lines[1] == "column0  xxxxxxxxxxxx"
    assert lines[-1] == "column0  y"
    assert all(len(line) <= 60 for line in lines)


def test_a_long_list_is_cut_in_a_table_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A terminal gets the beginning and a count, CSV all of it."""
    answer = Answer({}, [Part("rows", [{"sources": ["a", "b", "c", "d"]}], ("sources",))])
    emit(answer, Format.table)
    assert "a; b; and 2 more" in capsys.readouterr().out
    emit(answer, Format.csv)
    assert capsys.readouterr().out == "sources\na; b; c; d\n"


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_rows_come_back_from_csv(rows: list[tuple[str, str]]) -> None:
    """Commas, quotes and new lines in the data do not move a field."""
    written = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", written)
        emit(Answer({}, [Part("rows", [{"x": x, "y": y} for x, y in rows], ("x", "y"))]), Format.csv)
    read = list(csv.reader(io.StringIO(written.getvalue(), newline="")))
    assert [tuple(row) for row in read[1:]] == rows


@given(
    st.lists(st.dictionaries(TEXT, TEXT | st.integers() | st.none() | st.booleans(), min_size=1), max_size=5)
)
def test_rows_come_back_from_json(rows: list[dict[str, object]]) -> None:
    """Both as one object and line by line."""
    for form in (Format.json, Format.jsonl):
        written = io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdout", written)
            emit(Answer({"asked": 1}, [Part("rows", rows)]), form)
        text = written.getvalue()
        found = (
            json.loads(text)["rows"]
            if form is Format.json
            else [json.loads(x) for x in text.split("\n")[:-1]]
        )
        assert found == rows


def test_markdown_is_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing in the data becomes a column, a link or HTML."""
    emit(Answer({}, [Part("rows", [{"x": "a|b <i> [c](d) *e*"}], ("x",))]), Format.markdown)
    assert r"| a\|b \<i\> \[c\](d) \*e\* |" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "as_json", "as_cell"),
    [
        (None, None, ""),
        (True, True, "yes"),
        (1.5, 1.5, "1.5"),
        (float("nan"), "nan", "nan"),
        (datetime.date(2004, 3, 29), "2004-03-29", "2004-03-29"),
        (["a", datetime.date(2004, 3, 29)], ["a", "2004-03-29"], "a; 2004-03-29"),
        ({"a": [1]}, {"a": [1]}, '{"a": [1]}'),
        (b"\x00\xff", "00ff", "00ff"),
        ("a\nb\x1b[0m", "a\nb\x1b[0m", "a b[0m"),
    ],
)
def test_values(value: object, as_json: object, as_cell: str) -> None:
    """As JSON has them, and as a cell of a table shows them."""
    assert plain(value) == as_json
    assert cell(value) == as_cell
