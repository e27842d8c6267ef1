"""`whatif`: parse, call, print."""

from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from .options import Datasets, Form, On, Two
from .output import Format, emit
from .session import database

Pairs = list[Any] | None
"""Pairs of texts: a repeatable pair, which Typer has no annotation for."""

Names = list[str] | None

Join: TypeAlias = Annotated[
    Pairs, typer.Option(click_type=Two(), metavar="PARTY BODY", help="PARTY joins it; repeatable.")
]
Leave: TypeAlias = Annotated[
    Pairs, typer.Option(click_type=Two(), metavar="PARTY BODY", help="PARTY leaves it; repeatable.")
]
Designate: TypeAlias = Annotated[
    Pairs,
    typer.Option(
        click_type=Two(), metavar="PARTY STATUS", help="PARTY is given a status, such as mnna; repeatable."
    ),
]
End: TypeAlias = Annotated[
    Names, typer.Option(metavar="PROMISE", help="An obligation or an agreement ends; repeatable.")
]
Suggested: TypeAlias = Annotated[
    bool, typer.Option("--suggested", help="Also what the proposal only suggests.")
]


def whatif(
    proposals: Annotated[Names, typer.Argument(metavar="[PROPOSAL]...", help="Ids of proposals.")] = None,
    join: Join = None,
    leave: Leave = None,
    designate: Designate = None,
    end: End = None,
    facts: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Facts in core's format; repeatable.")
    ] = None,
    suggested: Suggested = False,
    on: On = None,
    datasets: Datasets = None,
    form: Form = Format.table,
) -> None:
    """What would be gained, lost and unchanged if a proposal were carried out; nothing is written.

    PROPOSAL is an id such as helsinki-2022-letter. BODY is an organization, or an agreement to be party to.
    Everything that is supposed takes effect on the day asked about, together.

    \b
    Examples:
      foedera whatif helsinki-2022-letter
      foedera whatif --join Georgia NATO --on 2024-07-01
      foedera whatif --leave HUN NATO --format json
      foedera whatif --designate UKR mnna --end budapest-memorandum-1994
    """
    from .supposing import of_whatif

    with database() as db:
        found = db.whatif(
            *(proposals or ()),
            join=join or (),
            leave=leave or (),
            designate=designate or (),
            end=end,
            facts=facts or (),
            suggested=suggested,
            on=on,
            datasets=datasets,
        )
    emit(of_whatif(found), form)
