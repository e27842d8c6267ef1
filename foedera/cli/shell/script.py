"""Standard input as a script: each statement as soon as it is whole, to the first error."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from foedera.graph.errors import BadInput, CypherError, FoederaError

from .input import Input, Typed
from .session import Leave, Session


def play(session: Session) -> None:
    """Runs it; what is wrong is told with its place in the whole script."""
    for line in _lines():
        try:
            session.run(line)
        except Leave:
            return
        except FoederaError as error:
            raise _placed(error, line) from error


def _lines() -> Iterator[Typed]:
    """UTF-8 whatever the locale, with or without the mark that some editors put first."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    reader = Input()
    try:
        for text in sys.stdin:
            yield from reader.feed(text)
    except UnicodeDecodeError:
        raise BadInput("standard input: not UTF-8 text") from None
    yield from reader.end()


def _placed(error: FoederaError, line: Typed) -> FoederaError:
    if isinstance(error, CypherError) and error.place:
        number, column = error.place
        before = " " * (line.column - 1)
        error.place = (number + line.line - 1, column + len(before) if number == 1 else column)
        error.statement = "\n" * (line.line - 1) + before + error.statement
    else:
        error.args = (f"line {line.line}: {error}",)
    return error
