"""`query list`, `query show` and `query run`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Datasets, Form, On, Params, Timeout
from .output import Answer, Format, Part, emit, say
from .session import database, primed

if TYPE_CHECKING:
    from foedera.queries.rows import Stream


def complete(start: str) -> list[str]:
    from foedera.queries.catalogue import names

    return [name for name in names() if name.startswith(start)]


Name = Annotated[str, typer.Argument(autocompletion=complete, help="Its name.")]

query = typer.Typer(help="The stored queries: list them, show their text, run them.", rich_markup_mode=None)


@query.command("list")
def list_(
    words: Annotated[list[str] | None, typer.Argument(help="What to look for.")] = None,
    form: Form = Format.table,
) -> None:
    """The stored queries, by subject; with WORDS only those in which they all occur.

    Files of your own in the folder that FOEDERA_QUERIES names come last, under "yours".

    \b
    Examples:
      foedera query list
      foedera query list ukraine
    """
    from foedera.queries.catalogue import search, wrong

    found = search(" ".join(words or ()))
    for line in wrong():
        say(f"foedera: left out: {line}")
    rows = [
        {
            "subject": each.subject,
            "query": each.name,
            "answers": each.answers,
            "params": [param.name for param in each.params],
            "file": each.place or None,
        }
        for each in found
    ]
    shown = [{**row, "subject": f"yours: {row['subject']}"} if row["file"] else row for row in rows]
    columns = ("subject", "query", "answers", "params")
    emit(
        Answer({"words": words or []}, [Part("queries", rows)], flat=[Part("queries", shown, columns)]), form
    )


@query.command()
def show(
    name: Name,
    expand: Annotated[
        bool, typer.Option("--expand", help="Cypher alone, as it is run: to paste into another program.")
    ] = False,
) -> None:
    """A stored query: what it answers, its parameters and columns, and its Cypher.

    \b
    Examples:
      foedera query show members
      foedera query show members --expand
    """
    from foedera.queries.catalogue import get

    found = get(name)
    print(found.cypher if expand else found.source, end="")


@query.command()
def run(
    name: Name,
    params: Params = None,
    on: On = None,
    datasets: Datasets = None,
    timeout: Timeout = None,
    form: Form = Format.table,
) -> None:
    """Runs a stored query.

    \b
    Examples:
      foedera query run members --param organization=NATO --on 2024-01-01
      foedera query run mnna --on 2022-03-01 --format csv
      foedera query run open-door --param country=Finland
    """
    from foedera.queries.parameters import pairs

    given = pairs(params or ())
    day, chosen = once("on", on, given), once("datasets", datasets, given)
    with (
        database() as db,
        db.stream_query(name, given, on=day, datasets=chosen, timeout=timeout) as rows,
    ):
        emit(Answer.of(rows, Part("rows", primed(rows), columns(rows))), form)


def columns(rows: "Stream") -> Sequence[str]:
    """The columns of a table: whose word a row is only where several datasets were asked."""
    told = tuple(rows.columns)
    return told[:-1] if told[-1:] == ("dataset",) and not rows.several else told


def once(name: str, option: str | None, given: dict[str, str]) -> str | None:
    """The value of what is an option and may be a parameter too, taken out of the parameters."""
    from foedera.graph.errors import BadInput

    parameter = given.pop(name, None)
    if option is not None and parameter is not None and option != parameter:
        raise BadInput(f"--{name} and --param {name} differ: {option!r} and {parameter!r}")
    return parameter if option is None else option
