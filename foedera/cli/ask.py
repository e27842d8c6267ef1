"""`path` and `show`."""

from enum import StrEnum
from typing import Annotated

import typer

from .options import Datasets, Form, On, Prefer
from .output import Format, emit
from .session import database

Names = list[str] | None


class Over(StrEnum):
    """What a hop of a chain may be."""

    commitments = "commitments"
    memberships = "memberships"
    all = "all"


def path(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A country or an organization.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Another.")],
    kind: Annotated[Names, typer.Option(help="Only this kind of obligation; repeatable.")] = None,
    force: Annotated[Names, typer.Option(help="Only this legal force; repeatable.")] = None,
    min_rank: Annotated[int, typer.Option(min=0, max=5, help="No weaker hop.")] = 0,
    through: Annotated[
        Names, typer.Option(metavar="PARTY", help="The chain passes here; repeatable.")
    ] = None,
    not_through: Annotated[
        Names, typer.Option(metavar="PARTY", help="It avoids this party; repeatable.")
    ] = None,
    max_hops: Annotated[int, typer.Option(min=1, max=12, help="Hops at most.")] = 4,
    count: Annotated[int, typer.Option(min=1, max=1000, help="Chains at most.")] = 1,
    undirected: Annotated[bool, typer.Option("--undirected", help="Follow promises both ways.")] = False,
    over: Annotated[Over, typer.Option(help="What a hop may be.")] = Over.commitments,
    on: On = None,
    datasets: Datasets = None,
    prefer: Prefer = None,
    form: Form = Format.table,
) -> None:
    """The chain of commitments from one party to another.

    FROM and TO are ids, codes or any usual names. A promise runs from who owes it to who is owed. The best
    chain has the strongest weakest link, then the fewest hops. A chain of several hops is no commitment of
    its first party to its last.

    Over memberships a hop goes from a member to its organization, or from there to a member. These promise
    nothing and have no rank: with --over all, a chain that needs one comes after every chain that does not.

    \b
    Examples:
      foedera path JPN UKR
      foedera path USA Ukraine --kind consultation --on 2024-07-01
      foedera path EST USA --kind defense --on 2003-01-01
      foedera path "south korea" UKR --min-rank 2 --not-through USA --count 5
      foedera path TUR SWE --over memberships --on 2024-07-01
    """
    from .sentences import of_path

    with database() as db:
        found = db.path(
            source,
            target,
            kinds=kind,
            forces=force,
            min_rank=min_rank,
            through=through,
            not_through=not_through,
            max_hops=max_hops,
            count=count,
            undirected=undirected,
            over=over.value,
            on=on,
            datasets=datasets,
            prefer=prefer,
        )
    emit(of_path(found), form)


def show(
    thing: Annotated[str, typer.Argument(help="An id, or a name.")],
    on: On = None,
    datasets: Datasets = None,
    form: Form = Format.table,
) -> None:
    """Everything about one thing, dated and sourced.

    THING is a party, agreement, obligation, area, event, claim, proposal or source, by its id or name.

    \b
    Examples:
      foedera show UKR
      foedera show north-atlantic-treaty/article-5
      foedera show "North Atlantic Treaty" --on 2020-01-01
      foedera show helsinki-2022-letter --format markdown
    """
    from .sheets import of_sheet

    with database() as db:
        found = db.show(thing, on=on, datasets=datasets)
    emit(of_sheet(found, form), form)
