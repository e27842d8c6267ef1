"""Where the loaded datasets differ, claim by claim and year by year."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import Final

from ..graph.coverage import Extent
from ..graph.dates import Date
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from .conflicts_answer import REASONS, Conflict, ConflictsAnswer, Year, YearsAnswer
from .conflicts_claims import Asked, Word
from .conflicts_compare import compare
from .conflicts_read import Held, read
from .conflicts_sides import DAY, EVER, Side, Window
from .conflicts_years import years
from .context import Context

_SPEAKING: Final = """
MATCH (b:Obligation)
RETURN b.dataset AS dataset, collect(DISTINCT b.kind) AS kinds
ORDER BY dataset
"""


def conflicts(
    store: Store,
    context: Context,
    *,
    kinds: Sequence[str] = (),
    parties: Sequence[str] = (),
    agreement: str | None = None,
    year: int | None = None,
    on: Date | None = None,
    reasons: Sequence[str] = (),
) -> ConflictsAnswer:
    """Every difference between two of the context's datasets about the same pair and kind, and why.

    Args:
        kinds: of these kinds; without them of all that two datasets both hold.
        parties: what one owes and is owed; of several, what they owe each other.
        agreement: of this one, and of those that are the same in other datasets.
        year: that touch this year; `on`: this day.
        reasons: for these reasons; without them for all but coverage, which is no difference and is counted alone.

    Raises:
        BadInput: fewer than two datasets hold promises, or a reason is none of `REASONS`.
    """
    wanted = _reasons(reasons)
    names, of_kinds = _speaking(store, context, kinds)
    held = read(store, of_kinds, Asked(parties, kinds))
    window = _window(year, on)
    found: list[Conflict] = []
    summary: list[Year] = []
    for one, other in _pairs(of_kinds):
        mine, theirs = (_side(held.words[name], context) for name in (one, other))
        shared, note = _kinds(mine, theirs, kinds), _note(context, one, other)
        found += compare(held, mine, theirs, shared, window, agreement)
        if year is not None and agreement is None:
            summary += years(mine.word, theirs.word, context.extents, shared, year, note)
    order = list(REASONS)
    terms = list(KINDS)
    found.sort(
        key=lambda each: (order.index(each.reason), terms.index(each.kind), each.one, each.other, each.since)
    )
    uncovered = sum(each.reason == "coverage" for each in found)
    return ConflictsAnswer(
        [each for each in found if each.reason in wanted],
        summary,
        held.names,
        tuple(_remarks(held, context, names, kinds, window)),
        0 if "coverage" in wanted else uncovered,
        _alone(context, of_kinds, kinds, window),
    )


def _reasons(asked: Sequence[str]) -> Sequence[str]:
    found = [each.replace("-", " ") for each in asked]
    for each in found:
        if each not in REASONS:
            raise BadInput(
                f"unknown reason {each!r}; expected one of {', '.join(REASONS)}.{nearest(each, REASONS)}"
            )
    return found or [each for each in REASONS if each != "coverage"]


def concordance(
    store: Store, context: Context, *, kinds: Sequence[str] = (), year: int | None = None
) -> YearsAnswer:
    """How far each two datasets agree, in every year that both cover.

    Raises:
        BadInput: fewer than two datasets hold promises.
    """
    names, of_kinds = _speaking(store, context, kinds)
    held = read(store, of_kinds, Asked(kinds=kinds))
    found: list[Year] = []
    for one, other in _pairs(of_kinds):
        mine, theirs = (_side(held.words[name], context) for name in (one, other))
        shared, note = _kinds(mine, theirs, kinds), _note(context, one, other)
        found += years(mine.word, theirs.word, context.extents, shared, year, note)
    return YearsAnswer(found, tuple(_remarks(held, context, names, kinds, _window(year, None))))


def _speaking(store: Store, context: Context, kinds: Collection[str]) -> tuple[list[str], list[str]]:
    """The datasets that hold promises at all, core first, and those of them that are asked about some of these kinds."""
    held = {row["dataset"]: set(row["kinds"]) for row in store.read(_SPEAKING)}
    found = sorted((name for name in context.asked if name in held), key=lambda name: (name != "core", name))
    if len(found) < 2:
        known = ", ".join(held) or "none"
        raise BadInput(
            f"it takes two datasets with promises to differ; asked: {', '.join(context.asked)}, loaded with promises: {known}; "
            "`foedera load atop PATH` loads another"
        )
    asked = set(kinds or KINDS)
    return found, [name for name in found if asked & (held[name] | _side(Word(name), context).kinds)]


def _side(word: Word, context: Context) -> Side:
    extent = context.extents[word.dataset]
    return Side(word, context.of(word.dataset).scopes, extent.of_states)


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Core last, which is selective."""
    yield from combinations(sorted(names, key=lambda name: (name == "core", name)), 2)


def _kinds(one: Side, other: Side, asked: Collection[str]) -> list[str]:
    """The kinds of which both speak."""
    both = one.kinds & other.kinds
    return [kind for kind in KINDS if kind in both and (not asked or kind in asked)]


def _window(year: int | None, on: Date | None) -> Window:
    if on is not None:
        return Window(on, on + DAY)
    return EVER if year is None else Window(Date(year, 1, 1), Date(year + 1, 1, 1))


def _note(context: Context, *names: str) -> str:
    """Which of them is complete for nothing: what it lacks it does not deny."""
    partial = [
        name
        for name in names
        if not any(scope.complete and not scope.parties for scope in context.of(name).scopes)
    ]
    return f"{' and '.join(partial)} is not complete" if partial else ""


def _remarks(
    held: Held, context: Context, names: Sequence[str], kinds: Collection[str], window: Window
) -> Iterator[str]:
    sides = {name: _side(held.words.get(name, Word(name)), context) for name in names}
    for name in names:
        speaks = not kinds or sides[name].kinds & set(kinds)
        if speaks and not _covers(extent := context.extents[name], window):
            yield f"not covered: {extent.outside(window.until - DAY) or _reach(extent, window)}"
    for kind in kinds:
        lacking = [name for name in names if kind not in sides[name].kinds]
        if lacking:
            do, are = ("does", "is") if len(lacking) == 1 else ("do", "are")
            yield f"{', '.join(lacking)} {do} not speak of {kind} here, and {are} not compared there"


def _covers(extent: Extent, window: Window) -> bool:
    since, until = extent.since or Date.min, extent.until or Date.max
    return since < window.until and window.since <= until


def _reach(extent: Extent, window: Window) -> str:
    late = extent.until and window.since > extent.until
    return f"{extent.dataset} {f'ends on {extent.until}' if late else f'begins on {extent.since}'}"


def _alone(context: Context, names: Sequence[str], kinds: Sequence[str], window: Window) -> str:
    """Why nothing can differ then; nothing where two datasets speak of it."""
    speaking = [name for name in names if _covers(context.extents[name], window)]
    if len(speaking) > 1:
        return ""
    who = f"{speaking[0]} alone" if speaking else "none"
    if len(names) < 2:
        return f"nothing to compare: {who} speaks of {', '.join(kinds)}"
    return f"nothing to compare: of {', '.join(names)}, {who} speaks of {window}"
