"""`render`: the interactive page."""

import gc
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .options import Datasets, On
from .session import database


class Layout(StrEnum):
    """`--layout`."""

    network = "network"
    map = "map"


def render(
    around: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Draw what surrounds this party.")
    ] = None,
    hops: Annotated[int, typer.Option(min=1, max=6, help="Steps from that party.")] = 1,
    path: Annotated[
        tuple[str, str] | None, typer.Option(metavar="FROM TO", help="Draw the chains between two.")
    ] = None,
    attack: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Draw who must act if it is attacked.")
    ] = None,
    org: Annotated[
        str | None, typer.Option(metavar="NAME", help="Draw an organization and its members.")
    ] = None,
    layout: Annotated[
        Layout, typer.Option(help="How the nodes stand when it opens: by their ties or by geography.")
    ] = Layout.network,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")] = Path("foedera.html"),
    on: On = None,
    datasets: Datasets = None,
) -> None:
    """One interactive HTML file that opens without a network.

    \b
    Examples:
      foedera render -o all.html
      foedera render --around UKR --hops 2
      foedera render --path JPN UKR --on 2024-07-01
      foedera render --attack EST
      foedera render --org NATO --layout map
    """
    gc.disable()  # there is next to no garbage, and looking for it takes a sixth of the time
    try:
        with database() as db:
            drawn = db.render(
                output,
                around=around,
                hops=hops,
                path=path,
                attack=attack,
                org=org,
                layout=layout.value,
                on=on,
                datasets=datasets,
                command=_command(),
            )
    finally:
        gc.enable()
    note = f"; {drawn.context.note}" if drawn.context.note else ""
    day = drawn.context.as_of.isoformat()
    print(f"{drawn.path}: {drawn.nodes} nodes, {drawn.edges} lines, as of {day}{note}")
    if drawn.left_out:
        print(f"not drawn: {drawn.left_out} obligations of another subject or time", file=sys.stderr)


def _command() -> str:
    import shlex

    return shlex.join(["foedera", *sys.argv[1:]])
