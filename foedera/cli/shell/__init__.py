"""`shell`: Cypher and the stored queries, line by line."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..free import Write
from ..options import Params
from ..output import Format
from ..session import database


def shell(
    params: Params = None,
    write: Write = False,
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How to write answers; table on a terminal, else csv."),
    ] = None,
) -> None:
    """A shell for Cypher and the stored queries; it can only read, unless --write is given.

    On a terminal it completes with Tab labels, relationship types, properties, keywords, parameters, stored
    queries and, inside quotes, names of countries and organizations. A statement ends with a semicolon and
    may have several lines; :help lists the commands. Ctrl-C stops what runs. Where standard input is no
    terminal it is run as a script, which ends at the first error.

    \b
    Examples:
      foedera shell
      foedera shell --write --param on=2024-01-01
      foedera shell --format jsonl < questions.cypher
    """
    from foedera.queries.parameters import free

    from .session import Session

    values = free(params or ())
    chosen = form or (Format.table if sys.stdout.isatty() else Format.csv)
    with database(share=True) as db:
        session = Session(db, chosen, write, values)
        if sys.stdin.isatty() and sys.stdout.isatty():
            from .terminal import converse

            converse(session)
        else:
            from .script import play

            play(session)
