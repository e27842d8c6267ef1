"""Whether the rows of an alliance fit together: its phases, its members, their times."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from ...graph.errors import BadInput
from ...graph.records import Partial
from .. import tabular
from ..mistakes import Mistakes
from .manifest import Size
from .members import Member, Reading


def by_alliance(members: Iterable[Member]) -> Mapping[int, Sequence[Member]]:
    """The rows of each alliance, in the order of the file."""
    found: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        found[member.alliance].append(member)
    return dict(sorted(found.items()))


def by_phase(members: Iterable[Member]) -> Mapping[int, Sequence[Member]]:
    """The rows of each phase of one alliance, in the order of the file."""
    found: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        found[member.phase].append(member)
    return dict(sorted(found.items()))


def check(alliances: Mapping[int, Sequence[Member]], mistakes: Mistakes) -> None:
    """Note every phase that is lacking, every member alone, every row that is there twice."""
    for members in alliances.values():
        phases = by_phase(members)
        _check_phases(members, phases, mistakes)
        for phase in phases.values():
            _check_members(phase, mistakes)


def _check_phases(members: Sequence[Member], phases: Collection[int], mistakes: Mistakes) -> None:
    first, last = members[0], members[-1]
    most = first.values["maxphase"] or 0
    for member in members:
        if member.values["maxphase"] != most:
            text = f"column maxphase is {member.values['maxphase']}; expected {most}, as on line {first.place.line}"
            mistakes.add(member.place, text)
            return
    expected = set(range(1, most + 1)) or {0}
    if lacking := expected - set(phases):
        told = ", ".join(map(str, sorted(lacking)))
        text = f"alliance {last.alliance} has no row of phase {told}; expected phases 1 to {most}"
        mistakes.add(last.place, text if most else text.replace("phases 1 to 0", "phase 0 alone"))
    for member in members:
        if member.phase not in expected:
            mistakes.add(
                member.place, f"column phase is {member.phase}; expected {_span(most)}, as maxphase says"
            )


def _span(most: int) -> str:
    return f"1 to {most}" if most else "0"


def _check_members(members: Sequence[Member], mistakes: Mistakes) -> None:
    first = members[0]
    if len({member.code for member in members}) == 1:
        where = f"alliance {first.alliance}{f' in phase {first.phase}' if first.phase else ''}"
        text = f"{where} has one member only, {first.code}; expected two or more: a row is missing"
        mistakes.add(first.place, text)
    for stays in stints(members).values():
        for before, after in pairwise(stays):
            if after.entered.earliest < before.left.latest:
                text = (
                    f"member {after.code} of alliance {after.alliance} is a member by line {before.place.line} "
                    "already; expected rows that do not overlap"
                )
                mistakes.add(max(before.place, after.place), text)


def stints(members: Iterable[Member]) -> Mapping[int, Sequence[Member]]:
    """The rows of one phase by member, each its stays in order: three have come back."""
    found: dict[int, list[Member]] = defaultdict(list)
    for member in sorted(members, key=lambda each: (each.entered.earliest, each.place)):
        found[member.code].append(member)
    return found


def partial(path: Path, reading: Reading, alliances: int, published: Size) -> Partial | None:
    """What is said of a file with fewer alliances than its version has: somebody's choice, or cut short.

    Raises:
        BadInput: it was cut short, as its last line has no end; or it has all alliances, but fewer rows.
    """
    last, count = reading.members[-1], len(reading.members)
    whole = f"the {published.alliances:,} alliances of ATOP {reading.version}"
    if alliances == published.alliances:
        if count < published.rows:
            text = f"the file ends after {count:,} rows; expected {published.rows:,}, as {whole} have"
            raise BadInput(f"{last.place}: {text}")
        return None
    held = f"{alliances:,} of {whole}"
    if not tabular.is_ended(path):
        text = f"the last line has no end, and the file holds {held}; expected it whole: it was cut short"
        raise BadInput(f"{last.place}: {text}")
    text = f"{held}, up to {last.alliance}: a part, or cut short and {last.alliance} short of members"
    share = f"ATOP {reading.version} ({alliances:,} of {published.alliances:,} alliances)"
    return Partial(str(last.place), f"{text}; what else ATOP says is unknown", share)
