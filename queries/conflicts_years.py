"""How far two datasets agree in a year: the directed pairs with a kind of promise that both have, of all that either has."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta

from ..graph.coverage import Extent
from ..graph.dates import Date
from .conflicts_answer import Year
from .conflicts_claims import Key, Word


def years(
    one: Word,
    other: Word,
    extents: Mapping[str, Extent],
    kinds: Collection[str],
    only: int | None = None,
    notes: str = "",
) -> Iterator[Year]:
    """A row for each year that both cover and each kind, or of the year asked for alone."""
    asked = _both_cover(extents[one.dataset], extents[other.dataset])
    if only is not None:
        asked = range(only, only + 1) if only in asked else range(0)
    mine, theirs = (_years(word, asked, kinds) for word in (one, other))
    found: defaultdict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for key in mine.keys() | theirs.keys():
        here, there = mine.get(key, set()), theirs.get(key, set())
        for year in here | there:
            which = "both" if year in here and year in there else "one" if year in here else "other"
            found[year, key.kind][which] += 1
    for year in asked:
        for kind in kinds:
            count = found[year, kind]
            yield Year(
                year, one.dataset, other.dataset, kind, count["both"], count["one"], count["other"], notes
            )


def _both_cover(one: Extent, other: Extent) -> range:
    today = Date.today()
    first = max(each.since.year if each.since else 1 for each in (one, other))
    return range(first, min((each.until or today).year for each in (one, other)) + 1)


def _years(word: Word, asked: range, kinds: Collection[str]) -> dict[Key, set[int]]:
    """The years in which a promise certainly held on some day."""
    found: dict[Key, set[int]] = {}
    for key, spells in word.spells.items():
        if key.kind not in kinds:
            continue
        held: set[int] = set()
        for spell in spells:
            if spell.firm:
                last = (spell.until.earliest - timedelta(1)).year
                held.update(range(max(spell.since.latest.year, asked.start), min(last + 1, asked.stop)))
        if held:
            found[key] = held
    return found
