"""`attack`."""

from typing import Annotated

import typer

from .options import Datasets, Form, On, Prefer
from .output import Format, emit
from .session import database


def attack(
    victim: Annotated[str, typer.Argument(metavar="PARTY", help="A country or an organization.")],
    by: Annotated[str | None, typer.Option("--by", metavar="PARTY", help="The attacker.")] = None,
    where: Annotated[
        str | None, typer.Option("--where", metavar="AREA", help="The area attacked: an id, or a name.")
    ] = None,
    on: On = None,
    datasets: Datasets = None,
    prefer: Prefer = None,
    form: Form = Format.table,
) -> None:
    """Who must act when a party is attacked, and who need not.

    By which article each is bound or pledged, and why a party that one would expect is absent. With the
    attacker: what it has promised itself, and who is bound to both. With an area: which promises hold there.

    \b
    Examples:
      foedera attack EST --on 2024-01-01
      foedera attack Greece --by Turkey
      foedera attack GBR --where falkland-islands
      foedera attack UKR --format json
    """
    from .attack_words import of_attack

    with database() as db:
        found = db.attack(victim, by=by, where=where, on=on, datasets=datasets, prefer=prefer)
    emit(of_attack(found), form)
