"""What must hold between the rows of the file of members."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Final

from ..mistakes import Mistakes
from .manifest import ALLIANCES
from .members import Read, Spell

ROWS: Final = 1221
_SHOWN = 5


def check(found: Read, mistakes: Mistakes) -> None:
    """Note alliances that are not there, rows that contradict each other, and rows that stand twice."""
    if not mistakes.found:
        _check_whole(found, mistakes)
    for spells in found.alliances.values():
        _check_alike(spells, mistakes)
        _check_spells(spells, mistakes)
    _check_names(chain.from_iterable(found.alliances.values()), mistakes)


def _check_whole(found: Read, mistakes: Mistakes) -> None:
    missing = [id for id in range(1, ALLIANCES + 1) if id not in found.alliances]
    if missing:
        shown = ", ".join(map(str, missing[:_SHOWN])) + (", …" if len(missing) > _SHOWN else "")
        text = f"the file ends without alliance {shown}; expected version4id 1 to {ALLIANCES}, all of them"
        mistakes.add(found.end, text)
    elif found.rows < ROWS:
        text = f"the file ends after {found.rows:,} rows; expected {ROWS:,}, as it is published"
        mistakes.add(found.end, text)
    for id, spells in found.alliances.items():
        if len({each.code for each in spells}) == 1:
            text = f"alliance {id} has one member, {spells[0].name}; expected another row"
            mistakes.add(spells[0].place, text)


def _check_alike(spells: Sequence[Spell], mistakes: Mistakes) -> None:
    """The columns of the alliance say the same in each of its rows."""
    ordered = sorted(spells, key=lambda each: each.place)
    first = ordered[0]
    for each in ordered[1:]:
        for columns, here, there in (
            ("all_st_* and all_end_*", each.alliance.days, first.alliance.days),
            ("ss_type", each.alliance.type, first.alliance.type),
        ):
            if here != there:
                text = (
                    f"columns {columns} are {here}" if "and" in columns else f"column {columns} is {here!r}"
                )
                mistakes.add(
                    each.place,
                    f"{text}; expected {there}, as in line {first.place.line} of alliance {first.alliance.id}",
                )


def _check_spells(spells: Sequence[Spell], mistakes: Mistakes) -> None:
    for one, two in pairwise(spells):
        if one.code != two.code or one.days.common(two.days).none:
            continue
        former, later = sorted((one.place, two.place))
        text = f"{two.name} is in alliance {two.alliance.id} already by line {former.line}"
        mistakes.add(later, f"{text} ({one.days}); expected a row once, and spells that do not overlap")


def _check_names(spells: Iterable[Spell], mistakes: Mistakes) -> None:
    """A number has one name, and a name one number: else one of them is wrong."""
    by_code: dict[int, Spell] = {}
    by_name: dict[str, Spell] = {}
    for each in sorted(spells, key=lambda spell: spell.place):
        known = by_code.setdefault(each.code, each)
        other = by_name.setdefault(each.name, each)
        if known.name != each.name:
            said = f"column state_name is {each.name!r}; expected {known.name!r}, which {each.code} is called"
            mistakes.add(each.place, f"{said} in line {known.place.line}")
        elif other.code != each.code:
            said = f"column ccode is {each.code}; expected {other.code}, as {each.name} has"
            mistakes.add(each.place, f"{said} in line {other.place.line}")
