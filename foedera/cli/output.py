"""How answers leave: a table, JSON, JSON lines, CSV or Markdown, on standard output.

JSON is one object: `question`, `as_of`, `datasets`, then what the command found. What has no place in
JSON lines and CSV, which hold rows alone, goes to standard error: the verdict, and the remark that a
day lies beyond the datasets' reach.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from foedera.queries.plain import plain

from .tables import clean, paragraph, room, table
from .values import cell, is_number

if TYPE_CHECKING:
    from foedera.queries.context import Context
    from foedera.queries.result import Result

Row = Mapping[str, Any]
LISTED = 2


class Format(StrEnum):
    """What an answer is written as."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    markdown = "markdown"


@dataclass
class Part:
    """Rows of an answer under a key of its JSON; `columns` are those of the tables.

    Rows may come one by one. A `title` stands above the table where an answer has several.
    """

    key: str
    rows: Iterable[Row]
    columns: Sequence[str] = ()
    title: str = ""


@dataclass
class Answer:
    """An answer on its way out.

    `facts` are the keys of its JSON besides the parts; `lines` replace the tables where a sentence says
    more; `remarks` go to standard error where the format has no place for them. `flat` are the parts of
    tables, where those of JSON are nested.
    """

    question: Row
    parts: list[Part]
    context: "Context | None" = None
    facts: Row = field(default_factory=dict)
    heading: str = ""
    lines: Iterable[str] | None = None
    remarks: list[str] = field(default_factory=list)
    flat: list[Part] = field(default_factory=list)

    @classmethod
    def of(cls, result: "Result", *parts: Part) -> "Answer":
        """The answer of a verb, its rows in these parts."""
        remarks = list(result.summary())
        return cls(result.question, list(parts), result.context, heading=result.title, remarks=remarks)

    @property
    def tabular(self) -> list[Part]:
        return self.flat or self.parts

    def named(self) -> dict[str, Any]:
        """What every answer says of itself first."""
        found: dict[str, Any] = {"question": plain(self.question), "as_of": None, "datasets": []}
        if self.context:
            day = None if self.context.timeless else self.context.as_of.isoformat()
            found |= {"as_of": day, "datasets": self.context.whose}
            if self.context.beyond:
                found["not_covered"] = self.context.uncovered
            if self.context.note:
                found["note"] = self.context.note
        keys = {part.key for part in self.parts}
        return {key: value for key, value in (found | plain(dict(self.facts))).items() if key not in keys}


def emit(answer: Answer, form: Format) -> None:
    """Writes the answer in the form that was asked for."""
    {
        Format.table: _tables,
        Format.json: _json,
        Format.jsonl: _jsonl,
        Format.csv: _csv,
        Format.markdown: _markdown,
    }[form](answer)
    sys.stdout.flush()


def say(line: str) -> None:
    """A line of progress or diagnosis, on standard error."""
    print(line, file=sys.stderr, flush=True)


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


def _json(answer: Answer) -> None:
    """One object; its rows are written as they come."""
    opening = json.dumps(answer.named(), ensure_ascii=False, indent=2)
    sys.stdout.write(opening.removesuffix("\n}"))
    for part in answer.parts:
        sys.stdout.write(f",\n  {json.dumps(part.key)}: [")
        separator = "\n"
        for row in part.rows:
            text = json.dumps(plain(row), ensure_ascii=False, indent=2).replace("\n", "\n    ")
            sys.stdout.write(f"{separator}    {text}")
            separator = ",\n"
        sys.stdout.write("]" if separator == "\n" else "\n  ]")
    sys.stdout.write("\n}\n")


def _jsonl(answer: Answer) -> None:
    _remarks(answer)
    for part in answer.parts:
        named = {"part": part.key} if len(answer.parts) > 1 else {}
        for row in part.rows:
            _write(json.dumps(named | plain(row), ensure_ascii=False))


def _csv(answer: Answer) -> None:
    """One table: where an answer has several parts, a column says which."""
    _remarks(answer)
    several = len(answer.tabular) > 1
    parts = [(part, *_columns(part)) for part in answer.tabular]
    columns = list(dict.fromkeys(name for _, names, _ in parts for name in names))
    if columns:
        _record(["part", *columns] if several else columns)
    for part, _, rows in parts:
        for row in rows:
            cells = [_field(row.get(name)) for name in columns]
            _record([part.key, *cells] if several else cells)


def _record(fields: Sequence[str]) -> None:
    """One line of CSV. The library quotes a lone carriage return only where every field is quoted."""
    if any("\r" in each for each in fields):
        csv.writer(sys.stdout, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(fields)
    else:
        csv.writer(sys.stdout, lineterminator="\n").writerow(fields)


def _field(value: Any) -> str:
    """A field of CSV keeps its text as it is; booleans are true and false, as in JSON."""
    shown = plain(value)
    if isinstance(shown, bool):
        return "true" if shown else "false"
    if isinstance(shown, list):
        return "; ".join(_field(each) for each in shown)
    if isinstance(shown, dict):
        return json.dumps(shown, ensure_ascii=False)
    return "" if shown is None else str(shown)


def _markdown(answer: Answer) -> None:
    for line in _about(answer):
        _write(f"{_escaped(line)}\n")
    for part in answer.tabular:
        columns, rows = _columns(part)
        if part.title:
            _write(f"## {_escaped(part.title)}\n")
        if columns:
            _write(f"| {' | '.join(map(_escaped, columns))} |")
            _write(f"|{' --- |' * len(columns)}")
        for row in rows:
            _write(f"| {' | '.join(_escaped(_shown(name, row.get(name))) for name in columns)} |")
        _write("")


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is: no table, link, emphasis or HTML comes from data."""
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, f"\\{mark}")
    return text


def _tables(answer: Answer) -> None:
    for line in _about(answer):
        _write(paragraph(clean(line), room=room()))
    if answer.lines is not None:
        for line in answer.lines:
            _write(line)
        return
    for part in answer.tabular:
        _table(part)


def _table(part: Part) -> None:
    columns, rows = _columns(part)
    if part.title:
        _write(f"\n{part.title}")
    count, numbers, first = 0, [], next(rows, None)
    if first is not None:
        rows = chain([first], rows)
        numbers = [n for n, name in enumerate(columns) if is_number(first.get(name))]

    def cells() -> Iterator[list[str]]:
        nonlocal count
        for row in rows:
            count += 1
            yield [_brief(name, row.get(name)) for name in columns]

    for line in table(columns, cells(), room=room(), numbers=numbers):
        _write(line)
    _write(f"({count} {'row' if count == 1 else 'rows'})")


def _shown(column: str, value: Any) -> str:
    """A fact that nobody has compared with its source is marked."""
    return "unchecked" if column == "checked" and value is None else cell(value)


def _brief(column: str, value: Any) -> str:
    """For a terminal: of a long list its beginning."""
    if isinstance(value, list | tuple) and len(value) > LISTED + 1:
        return f"{cell(value[:LISTED])}; and {len(value) - LISTED} more"
    return _shown(column, value)


def _columns(part: Part) -> tuple[Sequence[str], Iterator[Row]]:
    """The part's columns; where it declares none, those of its first row."""
    rows = iter(part.rows)
    if part.columns:
        return part.columns, rows
    first = list(islice(rows, 1))
    return (list(first[0]) if first else []), chain(first, rows)


def _about(answer: Answer) -> Iterator[str]:
    if answer.heading:
        yield answer.heading
    if answer.context:
        yield answer.context.ground
        if answer.context.note:
            yield f"({answer.context.note})"
    yield from answer.remarks


def _remarks(answer: Answer) -> None:
    note = answer.context.note if answer.context else None
    for line in [note, *answer.remarks] if note else answer.remarks:
        say(f"foedera: {line}")
