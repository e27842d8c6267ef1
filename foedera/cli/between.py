"""`between`: what two parties owe each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Datasets, Form, On, Prefer
from .output import Answer, Format, Part, emit
from .sentences import told_in_full
from .session import database
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.between import BetweenAnswer


def between(
    one: Annotated[str, typer.Argument(metavar="PARTY", help="A country or an organization.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another.")],
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind of obligation; repeatable.")] = None,
    on: On = None,
    datasets: Datasets = None,
    prefer: Prefer = None,
    form: Form = Format.table,
) -> None:
    """Every commitment of two parties on a day, in both directions.

    The strongest first; what is dormant, suspended or only possibly in force is there and marked. Only what
    they owe each other: for chains through others there is `foedera path`.

    \b
    Examples:
      foedera between USA JPN
      foedera between USA "New Zealand" --on 1990-01-01
      foedera between EST USA --kind defense --on 2003-01-01
    """
    with database() as db:
        found = db.between(one, other, kinds=kind, on=on, datasets=datasets, prefer=prefer)
    emit(_answer(found), form)


def _answer(found: BetweenAnswer) -> Answer:
    """JSON has a direction each way, tables a row a commitment."""
    answer = Answer.of(found, Part("directions", [each.to_dict() for each in found.directions]))
    answer.facts = {"verdict": found.verdict, "reason": found.reason}
    answer.lines = _lines(found)
    answer.flat = [Part("commitments", found.table(), found.headings())]
    return answer


def _lines(found: BetweenAnswer) -> Iterator[str]:
    for way in found.directions if found.table() else ():
        yield ""
        yield f"{clean(way.debtor.name)} → {clean(way.beneficiary.name)}"
        yield paragraph(clean(f"{way.verdict}: {way.reason}"), indent=3, room=room())
        for each in way.commitments:
            yield ""
            yield from told_in_full(each, named=found.several)
