"""ATOP, Alliance Treaty Obligations and Provisions: by member and phase, from files that its user has obtained."""

from collections.abc import Iterator
from pathlib import Path

from ...graph.dates import Date
from ...graph.errors import BadInput
from ...graph.records import Found
from ..mistakes import Mistakes
from ..states import States, shipped
from .beside import check as check_beside
from .beside import institutions
from .checks import by_alliance, check, partial
from .facts import facts
from .files import Files, find
from .manifest import manifest, missing, published
from .members import Reading, pure_pacts, read

__all__ = ["records"]


def records(path: Path | None = None, *, today: Date | None = None) -> Iterator[Found]:
    """What ATOP's member level file says, in any of its recognised versions; `path` is it or its folder.

    Raises:
        BadInput: it is not there, or with every mistake in it and in the files beside it.
    """
    if path is None:
        raise BadInput(missing())
    states, files = shipped(), find(path)
    reading = _checked(files, states)
    alliances, pacts = by_alliance(reading.members), pure_pacts(reading.members)
    part = partial(files.members, reading, len(alliances), published(reading.version, pacts))
    dataset = manifest(reading.version, len(alliances), pacts)
    yield from dataset.records()
    for members in alliances.values():
        yield from facts(members, reading.columns, states, dataset)
    if part:
        yield part


def _checked(files: Files, states: States) -> Reading:
    """The member level file with what lies beside it, or BadInput with every mistake in them."""
    mistakes = Mistakes()
    reading = read(files.members, states, mistakes)
    if reading is None or mistakes.found:
        mistakes.raise_any()
    assert reading is not None
    check(by_alliance(reading.members), mistakes)
    for level in ("alliance", "phase"):
        for path in files.beside.get(level, ()):
            check_beside(level, path, reading, mistakes)
    for path in files.beside.get("institutions", ()):
        reading = institutions(path, reading, mistakes)
    mistakes.raise_any()
    return reading
