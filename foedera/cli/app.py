"""The commands, and what `foedera` alone says."""

import click

from foedera import __version__

from . import ask, complete, draw, free, manage, stored

TRY = """\
Try:
  foedera path JPN UKR                     the chain of commitments from Japan to Ukraine
  foedera attack EST --on 2024-01-01       who must act if Estonia is attacked
  foedera show UKR                         everything about Ukraine
  foedera query list                       the stored queries
  foedera render -o foedera.html           an interactive page
  foedera --help                           all commands"""


class _InOrder(click.Group):
    """Help shows the commands in the order in which a user meets them."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="foedera %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Who has promised what to whom, since when, how firmly, and who says so.

    Alone it says what the database holds and what to try.
    """
    if context.invoked_subcommand is None:
        _overview()


def _overview() -> None:
    """What the database holds, and what to try."""
    from foedera.queries.doctor import overview

    from .session import database

    with database() as store:
        held = overview(store)
        place = store.engine.home or store.engine.address
    if held:
        for line in held:
            print(line)
        print(f"\n{TRY}")
    else:
        print(f"The database in {place} is empty. Load the core dataset first:\n  foedera load core\n\n{TRY}")


for command in (
    manage.load,
    ask.path,
    ask.attack,
    ask.show,
    stored.query,
    free.cypher,
    draw.render,
    manage.doctor,
    manage.schema,
    manage.db,
    complete.completion,
):
    app.add_command(command)
