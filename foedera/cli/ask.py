"""`path`, `attack` and `show`."""

import click

from .options import asking
from .output import Format, emit
from .session import question


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--kind", multiple=True, metavar="KIND", help="Only this kind of obligation; repeatable.")
@click.option("--force", multiple=True, metavar="FORCE", help="Only this legal force; repeatable.")
@click.option("--min-rank", type=click.IntRange(0, 5), default=0, show_default=True, help="No weaker hop.")
@click.option("--through", multiple=True, metavar="PARTY", help="The chain passes here; repeatable.")
@click.option("--not-through", multiple=True, metavar="PARTY", help="It avoids this party; repeatable.")
@click.option("--max-hops", type=click.IntRange(1, 12), default=4, show_default=True, help="Hops at most.")
@click.option("--count", type=click.IntRange(1, 1000), default=1, show_default=True, help="Chains at most.")
@click.option("--undirected", is_flag=True, help="Follow promises both ways.")
@asking
def path(
    source: str,
    target: str,
    kind: tuple[str, ...],
    force: tuple[str, ...],
    min_rank: int,
    through: tuple[str, ...],
    not_through: tuple[str, ...],
    max_hops: int,
    count: int,
    undirected: bool,
    on: str | None,
    datasets: str | None,
    form: Format,
) -> None:
    """The chain of commitments from one party to another.

    FROM and TO are countries or organizations: an id, a code or any usual name. A promise runs from who
    owes it to who is owed. The best chain has the strongest weakest link, then the fewest hops. A chain of
    several hops is no commitment of its first party to its last.

    \b
    Examples:
      foedera path JPN UKR
      foedera path USA Ukraine --kind consultation --on 2024-07-01
      foedera path EST USA --kind defense --on 2003-01-01
      foedera path "south korea" UKR --min-rank 2 --not-through USA --count 5
    """
    from foedera.queries.commitments import Wanted
    from foedera.queries.names import party
    from foedera.queries.paths import Route
    from foedera.queries.paths import path as search

    from .sentences import of_path

    wanted = Wanted(kind, force, min_rank)
    with question(on, datasets) as (store, context):
        ends = party(store, source), party(store, target)
        by_way, around = (
            frozenset(party(store, name).id for name in names) for names in (through, not_through)
        )
        route = Route(wanted, by_way, around, max_hops, undirected)
        found = search(store, context, *ends, route, count=count)
    emit(of_path(context, *ends, route, count, found), form)


@click.command()
@click.argument("victim", metavar="PARTY")
@asking
def attack(victim: str, on: str | None, datasets: str | None, form: Format) -> None:
    """Who must act when a party is attacked, and who need not.

    By which article each is bound or pledged, and why a party that one would expect is absent.

    \b
    Examples:
      foedera attack EST --on 2024-01-01
      foedera attack Georgia --on 2008-08-08
      foedera attack UKR --format json
    """
    from foedera.queries.attack import attack as ask
    from foedera.queries.names import party

    from .sentences import of_attack

    with question(on, datasets) as (store, context):
        attacked = party(store, victim)
        found = ask(store, context, attacked)
    emit(of_attack(context, attacked, found), form)


@click.command()
@click.argument("thing")
@asking
def show(thing: str, on: str | None, datasets: str | None, form: Format) -> None:
    """Everything about one thing, dated and sourced.

    THING is a party, agreement, obligation, area, event, claim, proposal or source, by its id or name.

    \b
    Examples:
      foedera show UKR
      foedera show north-atlantic-treaty/article-5
      foedera show "North Atlantic Treaty" --on 2020-01-01
      foedera show helsinki-2022-letter --format markdown
    """
    from foedera.queries.show import show as look
    from foedera.queries.things import find

    from .sheets import of_sheet

    with question(on, datasets) as (store, context):
        found = find(store, thing)
        sheet = look(store, context, found)
    emit(of_sheet(context, found, sheet, form), form)
