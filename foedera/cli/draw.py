"""`render`: the interactive page."""

import sys
from pathlib import Path

import click

from .options import datasets as datasets_option
from .options import on as on_option
from .session import question


@click.command()
@click.option("--around", metavar="PARTY", help="Draw what surrounds this party.")
@click.option(
    "--hops", type=click.IntRange(1, 6), default=1, show_default=True, help="Steps from that party."
)
@click.option("--path", nargs=2, metavar="FROM TO", help="Draw the chains between two.")
@click.option("--attack", metavar="PARTY", help="Draw who must act if it is attacked.")
@click.option("--org", metavar="NAME", help="Draw an organization and its members.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("foedera.html"),
    show_default=True,
    help="The file to write.",
)
@on_option
@datasets_option
def render(
    around: str | None,
    hops: int,
    path: tuple[str, str] | None,
    attack: str | None,
    org: str | None,
    output: Path,
    on: str | None,
    datasets: str | None,
) -> None:
    """One interactive HTML file that opens without a network.

    \b
    Examples:
      foedera render -o all.html
      foedera render --around UKR --hops 2
      foedera render --path JPN UKR --on 2024-07-01
      foedera render --attack EST
    """
    from foedera.page import render as draw
    from foedera.queries.names import party

    with question(on, datasets) as (store, context):
        ids = [party(store, name).id if name else None for name in (around, attack, org)]
        ends = (party(store, path[0]).id, party(store, path[1]).id) if path else None
        drawn = draw(
            store,
            context,
            around=ids[0],
            hops=hops,
            path=ends,
            attack=ids[1],
            org=ids[2],
            output=output,
            command=_command(),
        )
    note = f"; {context.note}" if context.note else ""
    print(
        f"{drawn.path}: {drawn.nodes} parties, {drawn.edges} lines, as of {context.as_of.isoformat()}{note}"
    )
    if drawn.left_out:
        print(f"not drawn: {drawn.left_out} obligations of another subject or time", file=sys.stderr)


def _command() -> str:
    import shlex

    return shlex.join(["foedera", *sys.argv[1:]])
