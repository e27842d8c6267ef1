"""`timeline`: what began and ended when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Datasets, Form
from .output import Answer, Format, Part, emit
from .session import database
from .tables import clean, room, table

if TYPE_CHECKING:
    from foedera.queries.timeline import Timeline

Day = str | None
SHOWN = 3


def timeline(
    thing: Annotated[str, typer.Argument(help="An id, or a name.")],
    since: Annotated[
        Day, typer.Option("--from", metavar="DATE", help="Nothing before; a year will do.")
    ] = None,
    until: Annotated[Day, typer.Option("--to", metavar="DATE", help="Nothing after.")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(help="Only about this, such as membership, or this kind of obligation; repeatable."),
    ] = None,
    datasets: Datasets = None,
    form: Form = Format.table,
) -> None:
    """What began and ended when, of one thing, by date.

    THING is a party, agreement, obligation, event or proposal. Signed and in force are two moments. A date is
    as precise as it is known: 2004-03-29, 2004-03 or 2004; what has no date comes last.

    --kind is existence, agreement, obligation, membership, candidacy, forces, event or proposal, or a kind of
    obligation such as defense.

    \b
    Examples:
      foedera timeline UKR --from 2022 --to 2024
      foedera timeline north-atlantic-treaty
      foedera timeline NATO --kind membership
      foedera timeline "New Zealand" --kind defense
    """
    with database() as db:
        found = db.timeline(thing, since=since, until=until, kinds=kind, datasets=datasets)
    answer = Answer.of(found, Part("moments", [each.to_dict() for each in found.moments]))
    answer.facts = found.facts()
    answer.lines = _lines(found)
    answer.flat = [Part("moments", found.table(), found.headings())]
    emit(answer, form)


def _lines(found: Timeline) -> Iterator[str]:
    """When, which change, and of what: the id in parentheses where it is not the thing itself, then the sources."""
    if not found.moments:
        return
    rows = []
    for each, row in zip(found.moments, found.table(), strict=True):
        named = "" if each.thing == found.thing.id else f" ({each.thing})"
        unchecked = "" if each.checked else " (unchecked)"
        more = "; …" if len(each.sources) > SHOWN else ""
        cited = f"{'; '.join(each.sources[:SHOWN])}{more}{unchecked}"
        rows.append((row["on"], each.change, clean(f"{each.what}{named} [{cited}]")))
    yield from table(("on", "change", "what"), rows, room=room())
    yield f"({len(rows)} {'moment' if len(rows) == 1 else 'moments'})"
