"""The files that lie beside the member level file: they must agree with it, and add what is theirs alone."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ...graph.dates import Bounds, Date, hull
from .. import tabular
from ..mistakes import Mistakes, Place
from ..tabular import Row
from . import columns
from .manifest import LAST, version_named
from .members import Days, Member, Reading, day, end_of

Key = tuple[int, int | None]
"""An alliance; in a file by phase, and the phase."""


def check(level: str, path: Path, reading: Reading, mistakes: Mistakes) -> None:
    """Note where a file by alliance or by phase does not list what the member level file holds."""
    header = tabular.header(path)
    rows = tabular.rows(path, columns.alliance_columns(header), mistakes)
    held = _grouped(reading.members, level)
    seen: set[Key] = set()
    for row in _of_version(rows, reading.version, path, mistakes):
        key = _key(row, level)
        if key is None:
            continue
        if key in seen:
            row.mistakes.add(row.place, f"{_named(key)} has a row before; expected one")
        seen.add(key)
        if key in held:
            _compare(row, held[key], columns.listed(header), LAST[reading.version])
        else:
            file = reading.members[0].place.file
            text = f"{_named(key)} has no row in {file}; expected one for each of its members"
            mistakes.add(row.place, text)
    if seen:
        _note_unlisted(held, seen, path, mistakes)


def institutions(path: Path, reading: Reading, mistakes: Mistakes) -> Reading:
    """The reading with the codes of institutions, which are of phases."""
    rows = tabular.rows(path, columns.INSTITUTION_COLUMNS, mistakes)
    held = _grouped(reading.members, "phase")
    found: dict[Key, Mapping[str, int | None]] = {}
    for row in _of_version(rows, reading.version, path, mistakes):
        key = _institution_key(row)
        if key in found:
            mistakes.add(row.place, f"{_named(key)} has a row before; expected one")
        if key in held:
            found[key] = {
                column: columns.read(row, column, each) for column, each in columns.INSTITUTIONS.items()
            }
    if not found:
        return reading
    _note_unlisted(held, set(found), path, mistakes)
    members = [
        replace(each, values={**each.values, **found.get((each.alliance, each.phase), _UNKNOWN)})
        for each in reading.members
    ]
    return Reading(reading.version, (*reading.columns, *columns.INSTITUTIONS), members)


_UNKNOWN: Final[Mapping[str, int | None]] = dict.fromkeys(columns.INSTITUTIONS)


def _of_version(rows: Iterator[Row], version: str, path: Path, mistakes: Mistakes) -> Iterator[Row]:
    """The rows, where the file is of the same version; none where it is of another, which is no mistake."""
    row = None
    for row in rows:
        said = version_named(row.values["version"])
        if said is None:
            row.wrong("version", version)
        elif said != version:
            return
        else:
            yield row
    if row is None:
        mistakes.add(Place(path.name, 1), "no row follows; expected one for each alliance")


def _grouped(members: Sequence[Member], level: str) -> Mapping[Key, Sequence[Member]]:
    found: dict[Key, list[Member]] = defaultdict(list)
    for member in members:
        found[member.alliance, member.phase if level == "phase" else None].append(member)
    return found


def _key(row: Row, level: str) -> Key | None:
    alliance = row.needed("atopid", row.whole, "the number of an alliance")
    phase = row.needed("phase", row.whole, "the number of a phase") if level == "phase" else None
    if alliance is None or (level == "phase" and phase is None):
        return None
    return alliance, phase


def _institution_key(row: Row) -> Key:
    """`3180.2`, or `3180.2000` as another program wrote it, is phase 2."""
    alliance = row.needed("atopid", row.whole, "the number of an alliance") or 0
    try:
        return alliance, round((float(row.values["atopidphase"]) - alliance) * 10)
    except ValueError:
        row.wrong("atopidphase", "the number of an alliance and, after a point, of its phase")
        return alliance, None


def _named(key: Key) -> str:
    alliance, phase = key
    return f"alliance {alliance}{f' in phase {phase}' if phase else ''}"


def _compare(row: Row, members: Sequence[Member], listed: Sequence[str], last: Date) -> None:
    """The members, the obligations of any of them, the first day and the last."""
    first = members[0].place
    there = {number for column in listed if (number := row.whole(column)) is not None}
    here = {member.code for member in members}
    if there != here:
        text = f"members {_told(there)} are listed; expected {_told(here)}, as from {first} on"
        row.mistakes.add(row.place, text)
    for flag in columns.KINDS:
        if row.flag(flag) != any(member.flag(flag) for member in members):
            row.wrong(flag, f"what the members say from {first} on")
    span = hull(member.span for member in members)
    _compare_days(row, columns.BEGIN, day(row, columns.BEGIN, last), span.since, first)
    _compare_days(row, columns.END, end_of(row, columns.END, last), span.until, first)


def _compare_days(row: Row, names: Days, found: Bounds | None, held: Bounds | None, first: Place) -> None:
    if found and held and (found.latest < held.earliest or held.latest < found.earliest):
        row.wrong(names[0], f"{held.words()}, as of the members from {first} on")


def _told(codes: Collection[int]) -> str:
    return ", ".join(map(str, sorted(codes)))


def _note_unlisted(
    held: Mapping[Key, Sequence[Member]], seen: Collection[Key], path: Path, mistakes: Mistakes
) -> None:
    for key, members in held.items():
        if key not in seen:
            text = f"{_named(key)} is not in {path.name}; expected the same alliances in both files"
            mistakes.add(members[0].place, text)
