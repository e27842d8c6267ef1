"""`cypher`: any statements, reading only unless `--write`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import Form, Params, Timeout
from .output import Answer, Format, Part, emit, say
from .session import database, primed

if TYPE_CHECKING:
    from foedera.database import Database

    from .shell.input import Typed

Write = Annotated[bool, typer.Option("--write", help="Let statements change the database.")]


def cypher(
    statement: Annotated[str | None, typer.Argument(help="The statement.")] = None,
    file: Annotated[Path | None, typer.Option(help="Read the statements from a file.")] = None,
    params: Params = None,
    write: Write = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the engine's plan of it; nothing is executed.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, max=1_000_000_000, help="Rows at most; then the engine is stopped.")
    ] = None,
    timeout: Timeout = None,
    form: Form = Format.table,
) -> None:
    """Runs any Cypher statement; it can only read, unless --write is given.

    STATEMENT comes from --file or standard input where it is left out. Several, with a semicolon between
    them, are run in turn to the first mistake, each in a transaction of its own: with --write, what was
    done before it stays.

    A parameter's value is read as in YAML: on=2024-01-01 is a date, n=3 a number, x=text is text. A type
    may be forced: code:string=007.

    \b
    Examples:
      foedera cypher "MATCH (o:Obligation) RETURN o.kind AS kind, count(*) AS promises ORDER BY kind"
      foedera cypher 'MATCH (a:Agreement) WHERE a.signed > $on RETURN a.id' --param on=2024-01-01
      foedera cypher --file question.cypher --format csv
      foedera cypher "MATCH (c:Country)-[:MEMBER_OF]->(o) RETURN c.id, o.id" --limit 20
      foedera cypher "MATCH (c:Country {id: 'FIN'})-[:OWES]->(o) RETURN o.id" --explain
    """
    from foedera.graph.errors import BadInput
    from foedera.queries.parameters import free
    from foedera.queries.returned import unused

    text, values = _text(statement, file), free(params or ())
    statements = _statements(text)
    if write and limit is not None:
        raise BadInput(
            "--limit stops a statement midway, and what --write runs is done whole or not at all; "
            "write LIMIT in the statement"
        )
    with database(share=True) as db:
        for name in unused(text, values):
            which = "the statement has no" if len(statements) == 1 else "no statement has"
            say(f"foedera: {which} ${name}; parameter {name} is not used")

        def run(each: str) -> None:
            if explain:
                plan(db, each, values, form)
            else:
                answer(db, each, values, form, write=write, limit=limit, timeout=timeout)

        _in_turn(statements, run, form, changing=write and not explain)


def _in_turn(
    statements: Sequence[Typed], run: Callable[[str], None], form: Format, *, changing: bool
) -> None:
    """To the first mistake, which of several is told with its line."""
    from foedera.graph.errors import CypherError, FoederaError

    for done, each in enumerate(statements):
        if done and form is Format.table:
            print()
        try:
            run(each.text)
        except BaseException as error:
            if changing and done:
                before = "the statement" if done == 1 else f"the {done:,} statements"
                say(f"foedera: what {before} before it changed stays")
            has_place = isinstance(error, CypherError) and error.place
            if isinstance(error, FoederaError) and (has_place or len(statements) > 1):
                raise each.placed(error) from error
            raise


def answer(
    db: Database,
    text: str,
    values: Mapping[str, Any],
    form: Format,
    *,
    write: bool = False,
    limit: int | None = None,
    timeout: float | None = None,
) -> None:
    """Runs a user's statement and prints its rows as they come; of an EXPLAIN it prints the plan."""
    from foedera.graph.store.plans import is_explain

    if is_explain(text):
        plan(db, text, values, form)
    elif write:
        found = db.cypher(text, values, write=True, timeout=timeout)
        emit(Answer.of(found, Part("rows", found.rows, found.columns)), form)
        say(f"foedera: {_written(found.counts)}")
    else:
        with db.stream(text, values, limit=limit, timeout=timeout) as rows:
            emit(Answer.of(rows, Part("rows", primed(rows), rows.columns)), form)


def _written(counts: Mapping[str, int]) -> str:
    """`done: nodes created 1, properties set 2`, as the engine counts."""
    told = (f"{name.replace('_', ' ')} {count:,}" for name, count in counts.items())
    return f"done: {', '.join(told) or 'nothing changed'}"


def plan(db: Database, text: str, values: Mapping[str, Any], form: Format) -> None:
    """Prints what the engine would do with a statement."""
    found = db.explain(text, values)
    printed = Answer.of(found, Part("plan", found.to_dict()["plan"]))
    printed.facts = {"engine": found.engine}
    printed.flat = [Part("plan", found.table(), found.headings())]
    emit(printed, form)


def _statements(text: str) -> Sequence[Typed]:
    """Those that semicolons part, one at least.

    Raises:
        BadInput: there is none, or a command of the shell.
    """
    from foedera.graph.errors import BadInput

    from .shell.input import typed

    found = list(typed(StringIO(text)))
    if not found:
        raise BadInput("the statement is empty")
    for each in found:
        if each.is_command:
            name = each.text.split()[0]
            raise each.placed(BadInput(f"{name} is a command of the shell; foedera shell < FILE runs it"))
    return found


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
    return text.rstrip()


def _standard_input() -> str:
    """UTF-8 whatever the locale, with or without the mark that some editors put first."""
    from foedera.graph.errors import BadInput

    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise BadInput("standard input: not UTF-8 text") from None
