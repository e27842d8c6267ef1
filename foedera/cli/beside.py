"""A comparison in words: agreements side by side where the line has room for them, else one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .output import Answer, Format, Part
from .tables import GAP, clean, padded, paragraph, room, wrapped

if TYPE_CHECKING:
    from foedera.queries.comparison import Cell, Comparison, Line
    from foedera.queries.provisions import Provision

USUAL, LABEL, LEAST = 100, 18, 22
NOTHING = "—"
LEGEND = (
    "= the same; ≠ differs, in what is named; — {datasets} holds nothing of it, which does not say that the text is "
    "silent. Compared are legal force, direction, trigger, time limit, sum and status, not the wording of promises."
)


def of_comparison(found: Comparison, form: Format) -> Answer:
    """JSON has lines of cells, CSV a row a provision, Markdown a column an agreement."""
    told = found.to_dict()
    answer = Answer.of(found, Part("lines", told["lines"]))
    answer.facts = {name: told[name] for name in ("agreements", "force_notes")}
    answer.lines = _lines(found)
    flat = [Part("provisions", found.table(), found.headings())]
    answer.flat = list(_columns(found)) if form is Format.markdown else flat
    return answer


def _columns(found: Comparison) -> Iterator[Part]:
    """A table a section, with a column an agreement."""
    from foedera.queries.comparison import SECTIONS

    ids = [each.id for each in found.agreements]
    for section, title in SECTIONS.items():
        rows = [
            {"provision": line.provision, "state": _state(line)}
            | {
                cell.agreement: [f"{text} [{'; '.join(cited)}]" for text, cited in _said(line, cell)]
                for cell in line.cells
            }
            for line in found.lines
            if line.section == section
        ]
        if rows:
            yield Part(section, rows, ("provision", "state", *ids), title)


def _lines(found: Comparison) -> Iterator[str]:
    from foedera.queries.comparison import SECTIONS

    line_width = room() or USUAL
    count = len(found.agreements)
    column = (line_width - LABEL - len(GAP) * count) // count
    cited = Citations()
    for each in found.agreements:
        yield paragraph(clean(f"{each.id}: {each.name}"), room=line_width)
    for section, title in SECTIONS.items():
        lines = [line for line in found.lines if line.section == section and line.provision != "title"]
        if not lines:
            continue
        yield ""
        yield title
        if column >= LEAST:
            yield from _beside(found, lines, column, cited)
        else:
            yield from _stacked(lines, line_width, cited)
    yield ""
    yield paragraph(LEGEND.format(datasets=", ".join(found.datasets)), room=line_width)
    if found.force_notes:
        yield ""
        yield "Why the legal force is what it is"
    for note, ids in found.force_notes.items():
        yield paragraph(clean(f"{', '.join(ids)}: {note}"), indent=3, room=line_width)
    yield ""
    yield "Sources"
    for told in cited.listed():
        yield paragraph(clean(told), indent=3, room=line_width)


def _beside(found: Comparison, lines: Sequence[Line], column: int, cited: Citations) -> Iterator[str]:
    widths = [LABEL, *[column] * len(found.agreements)]
    yield _row([[""], *([each.id] for each in found.agreements)], widths)
    yield GAP.join("─" * each for each in widths)
    for number, line in enumerate(lines):
        if number:
            yield ""
        cells = [_paragraphs(line, cell, cited) for cell in line.cells]
        yield _row([[line.provision, _state(line)], *cells], widths)


def _row(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Cells of several paragraphs, each broken to the width of its column."""
    broken = [
        [part for text in cell for part in wrapped(clean(text), room)]
        for cell, room in zip(cells, widths, strict=True)
    ]
    return "\n".join(
        GAP.join(
            padded(cell[height] if height < len(cell) else "", room)
            for cell, room in zip(broken, widths, strict=True)
        ).rstrip()
        for height in range(max(map(len, broken)))
    )


def _stacked(lines: Sequence[Line], line_width: int, cited: Citations) -> Iterator[str]:
    """A block a provision; agreements of which the same is told share a line."""
    for line in lines:
        yield ""
        yield paragraph(f"{line.provision}  {_state(line)}".rstrip(), room=line_width)
        groups: dict[tuple[str, ...], list[str]] = {}
        for cell in line.cells:
            groups.setdefault(tuple(_paragraphs(line, cell, cited)), []).append(cell.agreement)
        for told, ids in groups.items():
            first, *rest = told
            yield paragraph(clean(f"{', '.join(ids)}: {first}"), indent=3, room=line_width)
            for each in rest:
                yield paragraph(clean(each), indent=6, room=line_width)


def _state(line: Line) -> str:
    """What stands out: `=`, `≠ trigger, sum`, or who has nothing."""
    missing = [cell.agreement for cell in line.cells if cell.absent]
    differing = [each for each in line.differs_in if each != line.provision]
    signs = ["≠ " + ", ".join(differing)] if differing else ["≠"] if line.differs_in else []
    if len(missing) == len(line.cells):
        return "— none of them"
    if len(missing) == len(line.cells) - 1:
        (only,) = (cell.agreement for cell in line.cells if not cell.absent)
        return f"— only {only}"
    if missing:
        signs.append(f"— not {', '.join(missing)}")
    return "; ".join(signs) or "="


def _paragraphs(line: Line, cell: Cell, cited: Citations) -> list[str]:
    return [f"{text} {cited.of(sources)}" for text, sources in _said(line, cell)] or [NOTHING]


def _said(line: Line, cell: Cell) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a cell says, a paragraph a promise, each with its sources."""
    if cell.text and not cell.provisions:
        yield _marked(cell.text, cell.checked), cell.sources
    for each in cell.provisions:
        yield _marked(_provision(line, each), each.checked), each.sources


def _marked(text: str, checked: Any) -> str:
    return text if checked else f"{text} (unchecked)"


def _provision(line: Line, each: Provision) -> str:
    """Of what is set off all that is known, of a sum the sum, of the rest the name; and what makes it differ."""
    aspects = "; ".join(_aspects(line, each))
    if line.section == "sums":
        return f"{_sum(each)} ({'; '.join(part for part in (each.name, aspects) if part)})"
    told = [f"{each.name} ({aspects})" if aspects else each.name]
    if line.section == "set off":
        told += [each.summary.rstrip("."), f"Set off by {each.trigger}"]
        told += [f"Condition: {each.condition.rstrip('.')}"] if each.condition else []
    return ". ".join(told) + ("." if len(told) > 1 else "")


def _aspects(line: Line, each: Provision) -> Iterator[str]:
    if each.deadline:
        yield each.deadline
    if "legal force" in line.differs_in or line.section == "set off":
        yield each.force
    if "direction" in line.differs_in or line.section == "set off":
        yield each.direction
    if each.status != "in force":
        yield each.status
    if each.suspended and each.status != "suspended":
        yield f"suspended for {', '.join(each.suspended)}"
    if each.until and each.own_end:
        yield f"until {each.until}"


def _sum(each: Provision) -> str:
    named = money(each.amount, each.currency) if each.amount is not None else "no sum named"
    return f"{named}, {each.period}" if each.period else named


def money(amount: float, currency: str | None) -> str:
    """`EUR 7.1 billion`.

    >>> money(7.1e9, "EUR"), money(977e6, "EUR"), money(250_000, None)
    ('EUR 7.1 billion', 'EUR 977 million', '250,000')
    """
    for size, name in ((1e9, " billion"), (1e6, " million")):
        if amount >= size:
            return f"{currency or ''} {amount / size:,.10g}{name}".strip()
    return f"{currency or ''} {amount:,.10g}".strip()


class Citations:
    """Numbers for citations, in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, sources: Sequence[str]) -> str:
        """`[1,4-7]`."""
        numbers = sorted(self._numbers.setdefault(each, len(self._numbers) + 1) for each in sources)
        runs: list[list[int]] = []
        for number in numbers:
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        told = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs]
        return f"[{','.join(told)}]"

    def listed(self) -> Iterator[str]:
        """A line a document: `ajil-2024-ukraine: 2; 9 at Footnote 26`."""
        documents: dict[str, list[str]] = {}
        for cited, number in self._numbers.items():
            document, _, place = cited.partition("#")
            documents.setdefault(document, []).append(f"{number} {place}".strip())
        for document, places in documents.items():
            yield f"{document}: {'; '.join(places)}"
