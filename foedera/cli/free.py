"""`cypher`: any statement, reading only unless `--write`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from .options import Form, Params, Timeout
from .output import Answer, Format, Part, emit, say
from .session import database, primed


def cypher(
    statement: Annotated[str | None, typer.Argument(help="The statement.")] = None,
    file: Annotated[Path | None, typer.Option(help="Read the statement from a file.")] = None,
    params: Params = None,
    write: Annotated[bool, typer.Option("--write", help="Let the statement change the database.")] = False,
    timeout: Timeout = None,
    form: Form = Format.table,
) -> None:
    """Runs any Cypher statement; it can only read, unless --write is given.

    STATEMENT comes from --file or standard input where it is left out.

    A parameter's value is read as in YAML: on=2024-01-01 is a date, n=3 a number, x=text is text. A type
    may be forced: code:string=007.

    \b
    Examples:
      foedera cypher "MATCH (o:Obligation) RETURN o.kind AS kind, count(*) AS promises ORDER BY kind"
      foedera cypher 'MATCH (a:Agreement) WHERE a.signed > $on RETURN a.id' --param on=2024-01-01
      foedera cypher --file question.cypher --format csv
    """
    from foedera.queries.parameters import free

    text, values = _text(statement, file), free(params or ())
    with database(share=True) as db:
        if write:
            found = db.cypher(text, values, write=True, timeout=timeout)
            emit(Answer.of(found, Part("rows", found.rows, found.columns)), form)
            say("foedera: done")
            return
        with db.stream(text, values, timeout=timeout) as rows:
            emit(Answer.of(rows, Part("rows", primed(rows), rows.columns)), form)


def _text(statement: str | None, file: Path | None) -> str:
    from foedera.graph.errors import BadInput

    if statement and file:
        raise BadInput("a statement and --file; expected one of them")
    if file:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(f"{file}: {getattr(error, 'strerror', None) or 'not UTF-8 text'}") from None
    else:
        if not statement and sys.stdin.isatty():
            raise BadInput('expected a statement, such as foedera cypher "MATCH (c:Country) RETURN c.name"')
        text = statement or _standard_input()
    if not text.strip():
        raise BadInput("the statement is empty")
    return text.strip()


def _standard_input() -> str:
    """UTF-8 whatever the locale, with or without the mark that some editors put first."""
    from foedera.graph.errors import BadInput

    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise BadInput("standard input: not UTF-8 text") from None
