"""Standard input as a script: each statement as soon as it is whole, to the first error."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from foedera.graph.errors import BadInput, FoederaError

from .input import Typed, typed
from .session import Leave, Session


def play(session: Session) -> None:
    """Runs it; what is wrong is told with its place in the whole script."""
    for line in _lines():
        try:
            session.run(line)
        except Leave:
            return
        except FoederaError as error:
            raise line.placed(error) from error


def _lines() -> Iterator[Typed]:
    """UTF-8 whatever the locale, with or without the mark that some editors put first."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    try:
        yield from typed(sys.stdin)
    except UnicodeDecodeError:
        raise BadInput("standard input: not UTF-8 text") from None
