"""`export`: the graph in the formats of other programs, and panels."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Datasets
from .output import say
from .session import database

if TYPE_CHECKING:
    from foedera.database import Database

_UNIT, _CODES = "directed-dyad-year", "cow"


def export(
    form: Annotated[
        str | None,
        typer.Argument(metavar="[FORMAT]", help="graphml, gexf, csv, json, cypher, bibtex, csl or panel."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; for csv a folder.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Only what held that day; all of the history without it."),
    ] = None,
    datasets: Datasets = None,
    unit: Annotated[
        str, typer.Option(help="Of a panel: directed-dyad-year, dyad-year, state-year (or monad).")
    ] = _UNIT,
    first: Annotated[
        int | None, typer.Option("--from", metavar="YEAR", help="Of a panel: the first year.")
    ] = None,
    last: Annotated[
        int | None, typer.Option("--to", metavar="YEAR", help="Of a panel: the last year.")
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(
            help="Of a panel: when a year counts, by atop (for ATOP), any (for others), start or end."
        ),
    ] = None,
    codes: Annotated[str, typer.Option(help="Of a panel: codes of states, cow, gw or iso.")] = _CODES,
) -> None:
    """The graph in the formats of other programs, its sources as a bibliography, or a panel.

    FORMAT may be left out where the ending of the output tells it. A panel has a row for each two states, or
    each state, and year: the conventional file of quantitative research, CSV or Parquet, with another beside it
    that says how to cite it.

    \b
    Examples:
      foedera export graphml
      foedera export -o world.gexf
      foedera export csv -o world --on 2024-07-01
      foedera export bibtex -o sources.bib
      foedera export panel --unit dyad-year --from 1946 --to 2018 --datasets atop -o dyads.csv
    """
    from foedera.graph.errors import BadInput

    wanted = (unit, first, last, rule, codes)
    with database(share=True) as db:
        if form == "panel":
            if on is not None:
                raise BadInput("a panel has no day; give its years, --from 1946 --to 2018")
            _panel(db, output or Path("panel.csv"), wanted, datasets)
            return
        if wanted != (_UNIT, None, None, None, _CODES):
            raise BadInput(
                "--unit, --from, --to, --rule and --codes are of a panel; ask `foedera export panel`"
            )
        found = db.export(output, form, on=on, datasets=datasets)
    context = found.context
    day = f"as of {context.as_of.isoformat()}" if found.dated else "with all of its history"
    print(f"{found.path}: {found.counted}, {day}, from {', '.join(context.datasets)}")
    note = context.note if found.dated else context.unfinished
    if note:
        say(f"foedera: {note}")


def _panel(
    db: "Database",
    output: Path,
    wanted: tuple[str, int | None, int | None, str | None, str],
    datasets: str | None,
) -> None:
    unit, first, last, rule, codes = wanted
    made = db.panel(output, unit, first=first, last=last, rule=rule, codes=codes, datasets=datasets)
    print(f"{made.path}: {made.rows:,} rows, {made.first} to {made.last}; to cite it: {made.citation}")
    for note in made.notes:
        say(f"foedera: {note}")
