"""The file of directed pairs, which follows from that of members: read to find where they differ."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Final, NamedTuple

from ...graph.records import Refusal
from ..mistakes import Mistakes, Place
from ..tabular import Row, rows
from .cells import FLAGS, Days, Flags, alliance, date_columns, flags, observed
from .members import NAME as MEMBERS
from .members import Alliances

NAME: Final = "alliance_v4.1_by_directed.csv"
COLUMNS: Final = (
    "version4id",
    "ccode1",
    "state_name1",
    "ccode2",
    "state_name2",
    *date_columns("dyad"),
    "left_censor",
    "right_censor",
    *FLAGS,
    "version",
)


class Pair(NamedTuple):
    """What one member owes another, and when both are in the alliance."""

    alliance: int
    one: int
    two: int
    days: Days
    flags: Flags

    def __str__(self) -> str:
        said = ", ".join(f"{name}={_said(flag)}" for name, flag in zip(FLAGS, self.flags, strict=True))
        return f"{self.one} to {self.two} in alliance {self.alliance}, {self.days}, {said}"


def _said(flag: bool | None) -> str:
    return "" if flag is None else str(int(flag))


def pairs(alliances: Alliances) -> Iterator[Pair]:
    """Those that follow from the members: each with each other, while spells of both run, by the flags of the first."""
    for id, spells in alliances.items():
        for one, two in permutations(spells, 2):
            common = one.days.common(two.days)
            if one.code != two.code and not common.none:
                yield Pair(id, one.code, two.code, common, one.flags)


def compare(path: Path, alliances: Alliances, mistakes: Mistakes) -> list[Refusal]:
    """Note each row that does not follow from the members, or is missing; return those of no day.

    The published file holds some of two spells that do not meet: they end the day before they begin.
    """
    expected = set(pairs(alliances))
    seen: dict[Pair, Place] = {}
    empty: dict[int, list[tuple[Place, Days]]] = defaultdict(list)
    for row in rows(path, COLUMNS, mistakes):
        pair = _pair(row)
        if pair is None:
            continue
        if pair.days.adjoin:
            empty[pair.alliance].append((row.place, pair.days))
        elif pair in seen:
            mistakes.add(row.place, f"the row stands in line {seen[pair].line} too; expected it once")
        elif pair not in expected:
            mistakes.add(row.place, f"{pair}: not so by {MEMBERS}; expected the files to agree")
        else:
            seen[pair] = row.place
    if not mistakes.found:
        for pair in sorted(expected - seen.keys(), key=str):
            mistakes.add(Place(path.name, 1), f"no row for {pair}; expected it, by {MEMBERS}")
    return [_refusal(id, found) for id, found in sorted(empty.items())]


def _pair(row: Row) -> Pair | None:
    one, two = (row.needed(each, row.whole, "a state's number") for each in ("ccode1", "ccode2"))
    id, days, held = alliance(row), observed(row, "dyad"), flags(row)
    row.flag("left_censor")
    if id is None or one is None or two is None or days is None:
        return None
    return Pair(id, one, two, days, held)


def _refusal(id: int, found: list[tuple[Place, Days]]) -> Refusal:
    place, days = found[0]
    rows = "1 row" if len(found) == 1 else f"{len(found)} rows"
    reason = f"{rows} of alliance {id} begin on {days.first} and end the day before"
    return Refusal(f"cow:{id}", str(place), reason, known=True)
