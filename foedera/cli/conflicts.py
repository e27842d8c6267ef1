"""`conflicts`: where datasets differ, and how far they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Form
from .output import Answer, Format, Part, emit, say
from .session import database
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.conflicts_answer import Conflict, ConflictsAnswer, Said

_GROUPS = 20
_PAIRS = 6


def conflicts(
    country: Annotated[
        list[str] | None, typer.Option(help="What it owes and is owed; of several, each other. Repeatable.")
    ] = None,
    agreement: Annotated[
        str | None, typer.Option(help="This agreement, and those that are the same in other datasets.")
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind of obligation; repeatable.")] = None,
    year: Annotated[int | None, typer.Option(min=1, max=9998, help="What touches this year.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="What touches this day.")] = None,
    reason: Annotated[
        list[str] | None,
        typer.Option(help="Only what differs for this reason; repeatable. Without it all but coverage."),
    ] = None,
    datasets: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="Two datasets or more, with commas; all where left out."),
    ] = None,
    summary: Annotated[
        bool, typer.Option("--summary", help="How far they agree, year by year, instead of each difference.")
    ] = False,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Draw the summary of all years.")
    ] = None,
    form: Form = Format.table,
) -> None:
    """Where loaded datasets differ about the same pair, kind and day, and why.

    They differ in whether a promise exists, in its kind, its start or its end. The reason is disagreement, coding
    rule, or signature (against entry into force). What one dataset says and the other does not cover is no
    difference: it is counted on a line of its own, and listed with --reason coverage. Without --on and --year
    all times are compared. The table puts pairs that differ alike together; the other formats have each.

    \b
    Examples:
      foedera conflicts --year 2012 --kind defense --datasets atop,cow
      foedera conflicts --country Georgia --country Russia
      foedera conflicts --agreement north-atlantic-treaty --format csv
      foedera conflicts --country Portugal --reason coverage
      foedera conflicts --summary --kind defense --plot defense.svg
    """
    if summary or plot:
        _summary(country, agreement, on, reason, kind, year, datasets, plot, form)
        return
    with database() as db:
        found = db.conflicts(
            countries=country,
            agreement=agreement,
            kinds=kind,
            year=year,
            on=on,
            reasons=reason,
            datasets=datasets,
        )
    emit(_answer(found), form)


def _summary(
    country: list[str] | None,
    agreement: str | None,
    on: str | None,
    reason: list[str] | None,
    kind: list[str] | None,
    year: int | None,
    datasets: str | None,
    plot: Path | None,
    form: Format,
) -> None:
    from foedera.graph.errors import BadInput

    if country or agreement or on or reason:
        raise BadInput(
            "the summary is of all pairs, by year; expected no --country, --agreement, --on or --reason"
        )
    if plot and year is not None:
        raise BadInput("a plot is of all years; expected no --year")
    if plot:
        from foedera.files import check

        check(plot, "agreement.svg")
        if plot.suffix.lower() != ".svg":
            raise BadInput(f"{plot}: the plot is an SVG; expected a name such as {plot.with_suffix('.svg')}")
    with database() as db:
        found = db.concordance(kinds=kind, year=year, datasets=datasets)
    if plot:
        from foedera.files import write
        from foedera.plot import lines

        write(lines(found.series(), "Jaccard index of directed pairs, by year"), plot)
        say(f"foedera: wrote {plot}")
    emit(Answer.of(found, Part("years", found.table(), found.headings())), form)


def _answer(found: ConflictsAnswer) -> Answer:
    """The summary and the differences; in a table those that are alike stand together."""
    summary = Part("summary", [each.row() for each in found.years], _yearly(found), "Summary")
    differences = Part("conflicts", found.table(), found.headings(), "Differences")
    answer = Answer.of(found, *([summary] if found.years else []), differences)
    answer.facts = found.facts()
    answer.lines = _lines(found)
    return answer


def _yearly(found: ConflictsAnswer) -> Sequence[str]:
    return list(found.years[0].row()) if found.years else ()


def _lines(found: ConflictsAnswer) -> Iterator[str]:
    for each in (each for each in found.years if each.jaccard is not None):
        told = f"{each.both:,} directed pairs in both, {each.only_one:,} in {each.one} alone, {each.only_other:,} in {each.other} alone"
        note = f" ({each.note})" if each.note else ""
        yield paragraph(
            f"{each.year}, {each.kind}: {each.one} and {each.other}: Jaccard {each.jaccard:.3f}; {told}{note}",
            room=room(),
        )
    groups = found.groups()
    for group in groups[:_GROUPS]:
        yield ""
        yield from _group(group, found)
    if len(groups) > _GROUPS:
        left = sum(len(group) for group in groups[_GROUPS:])
        yield ""
        yield f"… and {left:,} more differences in {len(groups) - _GROUPS:,} groups; --format csv has them all"


def _group(group: Sequence[Conflict], found: ConflictsAnswer) -> Iterator[str]:
    first = group[0]
    pairs = list(dict.fromkeys(_pair(each, found) for each in group))
    shown = "; ".join(pairs[:_PAIRS]) + (f"; and {len(pairs) - _PAIRS:,} more" if len(pairs) > _PAIRS else "")
    why = f", {first.why}" if first.why else ""
    yield paragraph(clean(f"{first.kind}, {first.what} ({first.reason}{why})"), room=room())
    yield paragraph(clean(shown), indent=3, room=room())
    for sides in ([each.first for each in group], [each.second for each in group]):
        said = min(sides, key=lambda each: each.says)
        others = " (the earliest; others later)" if len({each.says for each in sides}) > 1 else ""
        yield paragraph(clean(f"{said.dataset}: {said.says}{others}{_grounds(said)}"), indent=3, room=room())


def _pair(each: Conflict, found: ConflictsAnswer) -> str:
    arrow = "and" if each.direction == "both" else "→"
    return f"{found.names.get(each.one, each.one)} {arrow} {found.names.get(each.other, each.other)}"


def _grounds(said: Said) -> str:
    """The agreements, and of many rows the first."""
    cited = said.sources[:1] + (("…",) if len(said.sources) > 1 else ())
    grounds = ", ".join((*said.agreements[:3], *(f"[{each}]" for each in cited)))
    return f" ({grounds})" if grounds else ""
