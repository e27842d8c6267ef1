"""`query list`, `query show` and `query run`."""

import click
from click.shell_completion import CompletionItem

from .options import datasets as datasets_option
from .options import form as form_option
from .options import on as on_option
from .options import params as params_option
from .options import timeout as timeout_option
from .output import Answer, Format, Part, emit
from .session import primed, question


def _complete(_context: click.Context, _param: click.Parameter, start: str) -> list[CompletionItem]:
    from foedera.queries.catalogue import names

    return [CompletionItem(name) for name in names() if name.startswith(start)]


_name = click.argument("name", shell_complete=_complete)


@click.group()
def query() -> None:
    """The stored queries: list them, show their text, run them."""


@query.command("list")
@click.argument("words", nargs=-1)
@form_option
def list_(words: tuple[str, ...], form: Format) -> None:
    """The stored queries, by subject; with WORDS only those in which they all occur.

    \b
    Examples:
      foedera query list
      foedera query list ukraine
    """
    from foedera.queries.catalogue import search

    found = search(" ".join(words))
    rows = [
        {
            "subject": each.subject,
            "query": each.name,
            "answers": each.answers,
            "params": [param.name for param in each.params],
        }
        for each in found
    ]
    emit(
        Answer({"words": list(words)}, [Part("queries", rows, ("subject", "query", "answers", "params"))]),
        form,
    )


@query.command()
@_name
@click.option("--expand", is_flag=True, help="Cypher alone, as it is run: to paste into another program.")
def show(name: str, expand: bool) -> None:
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
@_name
@params_option
@on_option
@datasets_option
@timeout_option
@form_option
def run(
    name: str,
    params: tuple[str, ...],
    on: str | None,
    datasets: str | None,
    timeout: float | None,
    form: Format,
) -> None:
    """Runs a stored query.

    \b
    Examples:
      foedera query run members --param organization=NATO --on 2024-01-01
      foedera query run mnna --on 2022-03-01 --format csv
      foedera query run open-door --param country=Finland
    """
    from foedera.queries.catalogue import get
    from foedera.queries.parameters import bind, pairs
    from foedera.queries.stored import stream

    found, given = get(name), pairs(params)
    for each in given:
        found.param(each)
    day, chosen = once("on", on, given), once("datasets", datasets, given)
    with question(day, chosen) as (store, context):
        values = bind(store, context, found, given)
        dated = {"on": context.on} if "on" in values else {}
        asked = {"query": name, "params": {**given, **dated}}
        with stream(store, found, values, timeout=timeout) as rows:
            emit(
                Answer(asked, [Part("rows", primed(rows), found.columns)], context, heading=found.title), form
            )


def once(name: str, option: str | None, given: dict[str, str]) -> str | None:
    """The value of what is an option and may be a parameter too, taken out of the parameters."""
    from foedera.graph.errors import BadInput

    parameter = given.pop(name, None)
    if option and parameter and option != parameter:
        raise BadInput(f"--{name} and --param {name} differ: {option!r} and {parameter!r}")
    return option or parameter
