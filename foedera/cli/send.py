"""`export`: the graph in the formats of other programs."""

from pathlib import Path
from typing import Annotated

import typer

from .options import Datasets
from .output import say
from .session import database


def export(
    form: Annotated[
        str | None,
        typer.Argument(metavar="[FORMAT]", help="graphml, gexf, csv, json, cypher, bibtex or csl."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; for csv a folder.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Only what held that day; all of the history without it."),
    ] = None,
    datasets: Datasets = None,
) -> None:
    """The graph in the formats of other programs, or its sources as a bibliography.

    FORMAT may be left out where the ending of the output tells it.

    \b
    Examples:
      foedera export graphml
      foedera export -o world.gexf
      foedera export csv -o world --on 2024-07-01
      foedera export bibtex -o sources.bib
    """
    with database(share=True) as db:
        found = db.export(output, form, on=on, datasets=datasets)
    context = found.context
    day = f"as of {context.as_of.isoformat()}" if found.dated else "with all of its history"
    print(f"{found.path}: {found.counted}, {day}, from {', '.join(context.datasets)}")
    note = context.note if found.dated else context.unfinished
    if note:
        say(f"foedera: {note}")
