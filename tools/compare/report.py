"""The tables of docs/differences.md."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from .differences import REASONS, Comparison, Difference

MARK = "<!-- Below this line: python -m tools.compare -->"


def tables(
    decided: Sequence[tuple[Difference, str]], compared: Sequence[Comparison], alone: Sequence[str]
) -> str:
    """Counts, a section a reason (parties that differ alike share a row), and ours that have no counterpart."""
    lines = [*_counts(decided, compared), *_sections(decided)]
    if alone:
        lines += ["\n## Ours without a counterpart\n", ", ".join(sorted(alone))]
    return "\n".join(lines) + "\n"


def _counts(decided: Sequence[tuple[Difference, str]], compared: Sequence[Comparison]) -> Iterator[str]:
    datasets = list(dict.fromkeys(each.dataset for each in compared))
    count = Counter((row.reason, row.dataset) for row, _ in decided)
    yield "## Counts\n"
    yield f"| | {' | '.join(datasets)} | all |"
    yield "| --- |" + " ---: |" * (len(datasets) + 1)
    yield _line("agreements or organizations compared", [_pacts(compared, each) for each in datasets])
    yield _line("starts and ends compared", [_dates(compared, each) for each in datasets])
    for reason in _order(decided):
        heading = REASONS[reason][0] if reason in REASONS else reason
        yield _line(heading, [count[reason, each] for each in datasets])
    yield _line(
        "**all differences**", [sum(n for (_, d), n in count.items() if d == each) for each in datasets]
    )


def _pacts(compared: Sequence[Comparison], dataset: str) -> int:
    return sum(each.dataset == dataset for each in compared)


def _dates(compared: Sequence[Comparison], dataset: str) -> int:
    return sum(each.compared() for each in compared if each.dataset == dataset)


def _line(name: str, numbers: Sequence[int]) -> str:
    return f"| {name} | {' | '.join(map(str, numbers))} | {sum(numbers)} |"


def _order(decided: Sequence[tuple[Difference, str]]) -> list[str]:
    """Reasons that decisions give, then the others as declared."""
    present = {row.reason for row, _ in decided}
    return sorted(present - REASONS.keys()) + [each for each in REASONS if each in present]


def _sections(decided: Sequence[tuple[Difference, str]]) -> Iterator[str]:
    for reason in _order(decided):
        heading = REASONS[reason][0] if reason in REASONS else reason
        rows = sorted(((row, text) for row, text in decided if row.reason == reason), key=_row_key)
        yield f"\n## {heading}\n"
        yield "| agreement | dataset | what | ours | theirs | parties | decision |"
        yield "| --- | --- | --- | --- | --- | --- | --- |"
        for key, group in groupby(rows, _group_key):
            subject, dataset, what, ours, theirs, decision = key
            parties = ", ".join(row.party for row, _ in group)
            yield f"| {subject} | {dataset} | {what} | {ours} | {theirs} | {parties} | {decision} |"


def _group_key(each: tuple[Difference, str]) -> tuple[str, str, str, str, str, str]:
    row, decision = each
    return row.subject, row.dataset, row.what, row.ours, row.theirs, decision


def _row_key(each: tuple[Difference, str]) -> tuple[str, ...]:
    return (*_group_key(each), each[0].party)
