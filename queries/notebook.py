"""Answers in a notebook: the page of one that is a network, and a table with what it answers above it."""

from __future__ import annotations

import html as escaping
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..graph.errors import FoederaError
from .plain import plain

if TYPE_CHECKING:
    from .result import Result

SHOWN = 50
"""Rows; a notebook keeps what it shows in its file."""


def html(result: Result) -> str:
    """The answer as HTML; nothing that comes from data is markup."""
    return "\n".join(["<div>", *_above(result), *_page(result), *_table(result), "</div>"])


def _page(result: Result) -> Iterator[str]:
    if result.drawing is not None:
        with suppress(FoederaError):  # no chain, no graph, a closed database: then the table is all
            yield result.drawing(result)


def _above(result: Result) -> Iterator[str]:
    if result.title:
        yield f"<p><strong>{_escaped(result.title)}</strong></p>"
    asked = "; ".join(f"{name}: {_text(value)}" for name, value in result.question.items() if _said(value))
    if asked:
        yield f"<p>{_escaped(asked)}</p>"
    if result.context:
        yield f"<p>{_escaped(result.context.ground)}</p>"
    for line in [*([result.note] if result.note else []), *result.summary()]:
        yield f"<p>{_escaped(line)}</p>"


def _said(value: Any) -> bool:
    return value is not None and value is not False and value not in ([], (), {}, "")


def _table(result: Result) -> Iterator[str]:
    columns, rows = result.headings(), result.table()
    if not columns:
        return
    yield "<table>"
    yield f"<thead><tr>{''.join(f'<th>{_escaped(name)}</th>' for name in columns)}</tr></thead>"
    yield "<tbody>"
    for row in rows[:SHOWN]:
        yield f"<tr>{''.join(f'<td>{_escaped(_text(row.get(name)))}</td>' for name in columns)}</tr>"
    yield "</tbody></table>"
    if len(rows) > SHOWN:
        yield f"<p>the first {SHOWN} of {len(rows):,} rows</p>"


def _text(value: Any) -> str:
    shown = plain(value)
    if isinstance(shown, list):
        return "; ".join(_text(each) for each in shown)
    if isinstance(shown, bool):
        return "yes" if shown else "no"
    return "" if shown is None else str(shown)


def _escaped(text: str) -> str:
    return escaping.escape(text)
