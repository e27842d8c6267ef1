"""`render`: the interactive page."""

import gc
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from .options import Datasets, On, Params, Timeout, Two
from .session import database
from .stored import complete
from .whatif import Designate, End, Join, Leave, Suggested


class Layout(StrEnum):
    """`--layout`."""

    network = "network"
    map = "map"


def render(
    around: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Draw what surrounds this party.")
    ] = None,
    hops: Annotated[
        int | None, typer.Option(min=1, max=6, help="Steps from that party, with --around; 1 where left out.")
    ] = None,
    path: Annotated[
        Any,
        typer.Option(click_type=Two(), metavar="FROM TO", help="Draw the chains between two."),
    ] = None,
    attack: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Draw who must act if it is attacked.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="PARTY", help="By whom, with --attack.")] = None,
    where: Annotated[str | None, typer.Option(metavar="AREA", help="Where, with --attack.")] = None,
    org: Annotated[
        str | None, typer.Option(metavar="NAME", help="Draw an organization and its members.")
    ] = None,
    query: Annotated[
        str | None,
        typer.Option(metavar="NAME", autocompletion=complete, help="Draw what a stored query names."),
    ] = None,
    cypher: Annotated[
        str | None, typer.Option(metavar="STATEMENT", help="Draw the graph that a statement returns.")
    ] = None,
    params: Params = None,
    whatif: Annotated[
        list[str] | None, typer.Option(metavar="PROPOSAL", help="Draw what it would change; repeatable.")
    ] = None,
    join: Join = None,
    leave: Leave = None,
    designate: Designate = None,
    end: End = None,
    suggested: Suggested = False,
    layout: Annotated[
        Layout, typer.Option(help="How the nodes stand when it opens: by their ties or by geography.")
    ] = Layout.network,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")] = Path("foedera.html"),
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    on: On = None,
    datasets: Datasets = None,
    timeout: Timeout = None,
) -> None:
    """One interactive HTML file that opens without a network.

    Its subject is one of these options, or everything. A stored query is drawn as what the graph holds between the
    things that its rows name; a statement has to return nodes, relationships or paths. --whatif, --join, --leave,
    --designate and --end suppose what `foedera whatif` does, and what is gained and lost is drawn apart.

    \b
    Examples:
      foedera render -o all.html
      foedera render --around UKR --hops 2
      foedera render --path JPN UKR --on 2024-07-01
      foedera render --attack EST --by RUS
      foedera render --org NATO --layout map
      foedera render --query members --param organization=CSTO --open
      foedera render --cypher "MATCH p = (:Country)-[:STATIONS]->(:Country) RETURN p"
      foedera render --whatif helsinki-2022-letter
      foedera render --leave HUN NATO --on 2024-07-01
    """
    from foedera.files import told
    from foedera.queries.parameters import free, pairs

    gc.disable()  # there is next to no garbage, and looking for it takes a sixth of the time
    try:
        with database(share=cypher is not None) as db:  # a statement may be long
            drawn = db.render(
                output,
                around=around,
                hops=hops,
                path=path,
                attack=attack,
                by=by,
                where=where,
                org=org,
                query=query,
                cypher=cypher,
                params=(free if cypher else pairs)(params or ()),
                whatif=whatif,
                join=join or (),
                leave=leave or (),
                designate=designate or (),
                end=end,
                suggested=suggested,
                layout=layout.value,
                on=on,
                datasets=datasets,
                timeout=timeout,
                command=_command(sys.argv[1:], output),
            )
    finally:
        gc.enable()
    if show:
        drawn.show()
    note = f"; {drawn.context.note}" if drawn.context.note else ""
    day = drawn.context.as_of.isoformat()
    nodes, lines = (
        f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in ((drawn.nodes, "node"), (drawn.edges, "line"))
    )
    print(f"{told(drawn.path)}: {nodes}, {lines}, as of {day}{note}")
    if drawn.left_out:
        print(f"not drawn: {drawn.left_out:,} promises of another subject or time", file=sys.stderr)


def _command(arguments: Sequence[str], output: Path) -> str:
    """What was typed, but of the output its name alone: a page is passed on, and the folder is nobody's business.

    >>> _command(["render", "--around", "UKR", "-o", "/home/me/ukraine.html"], Path("/home/me/ukraine.html"))
    'foedera render --around UKR -o ukraine.html'
    """
    import shlex

    def told(argument: str) -> str:
        for option in ("--output=", "-o", ""):
            if argument.startswith(option) and Path(argument.removeprefix(option)) == output:
                return option + output.name
        return argument

    return shlex.join(["foedera", *map(told, arguments)])
