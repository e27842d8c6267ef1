"""The commands, and what `foedera` alone says."""

from typing import Annotated

import typer

from foedera import __version__

from . import ask, attack, draw, free, manage, send, serve, stored
from .between import between
from .compare import compare
from .conflicts import conflicts
from .shell import shell
from .timeline import timeline
from .whatif import whatif

TRY = """\
Try:
  foedera path JPN UKR                     the chain of commitments from Japan to Ukraine
  foedera attack EST --on 2024-01-01       who must act if Estonia is attacked
  foedera show UKR                         everything about Ukraine
  foedera whatif --join GEO NATO           what would change if Georgia joined NATO
  foedera between USA JPN                  what two parties owe each other
  foedera query list                       the stored queries
  foedera render -o foedera.html           an interactive page
  foedera --help                           all commands"""


app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"foedera {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who has promised what to whom, since when, how firmly, and who says so.

    Alone it says what the database holds and what to try.
    """
    if context.invoked_subcommand is None:
        _overview()


def _overview() -> None:
    """What the database holds, and what to try."""
    from foedera.queries.doctor import overview

    from .session import database

    with database() as db:
        held = overview(db.store)
        place = db.engine.home or db.engine.address
    if held:
        for line in held:
            print(line)
        print(f"\n{TRY}")
    else:
        print(f"Nothing is loaded in {place}. Load the core dataset first:\n  foedera load core\n\n{TRY}")


app.command()(manage.load)
app.command()(ask.path)
for question in (attack.attack, ask.show):
    app.command()(question)
app.command()(whatif)
app.command()(between)
app.command()(compare)
app.command()(conflicts)
app.command()(timeline)
app.add_typer(stored.query, name="query")
app.command()(free.cypher)
app.command()(shell)
app.command()(serve.serve)
app.command()(draw.render)
app.command()(send.export)
for report in (manage.doctor, manage.schema):
    app.command()(report)
app.add_typer(manage.db, name="db")
