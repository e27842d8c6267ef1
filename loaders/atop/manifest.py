"""What ATOP is, in each of its versions, and what is said where its files are not there."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from ...graph.dates import Date
from ..manifest import Manifest
from .columns import KINDS

FIRST: Final = Date(1815, 1, 1)
"""The first day that it speaks of; alliances formed before are not in it."""

LAST: Final[Mapping[str, Date]] = {
    "4.01": Date(2016, 12, 31),
    "5.0": Date(2018, 12, 31),
    "5.1": Date(2018, 12, 31),
}
"""The versions that are recognised, each with the last day that it speaks of."""

ALLIANCES: Final[Mapping[str, tuple[int, int]]] = {"4.01": (745, 573), "5.0": (765, 580), "5.1": (789, 589)}
"""How many alliances each version has, and how many without those that promise nonaggression alone."""

ROWS: Final[Mapping[str, tuple[int, int]]] = {"4.01": (2398, 0), "5.1": (2510, 1838)}
"""How many rows their member level files have, where that is known."""

NEWEST: Final = "5.1"

_CITATION: Final = (
    "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long. 2002. Alliance Treaty "
    "Obligations and Provisions, 1815-1944. International Interactions 28: 237-260"
)
_NOTE: Final = (
    "Alliances formed before 1815 are not in it, nor are agreements that ATOP lists as candidates because it found "
    "neither their text nor enough said of it. Only written agreements with legal force count."
)


class Size(NamedTuple):
    """How large a member level file is; 0 rows where nobody knows."""

    alliances: int
    rows: int


def published(version: str, pacts: bool = True) -> Size:
    """How large a version is; without alliances that promise nonaggression alone, where `pacts` is false."""
    return Size(ALLIANCES[version][not pacts], ROWS.get(version, (0, 0))[not pacts])


def manifest(version: str, alliances: int, pacts: bool = True) -> Manifest:
    """The dataset of a version, by how many alliances its file has: complete where these are as many as published.

    `pacts` is false for the files without alliances that promise nonaggression alone (NNA).
    """
    whole = published(version, pacts).alliances
    notes = [_NOTE]
    if not pacts:
        notes.append("These files leave out alliances that promise nonaggression alone (NNA).")
    if alliances != whole:
        notes.append(f"This file has {alliances} alliances of {whole}: what is not in it may still be so.")
    kinds = [kind for kind in KINDS.values() if pacts or kind != "nonaggression"]
    return Manifest(
        name="atop",
        title=f"Alliance Treaty Obligations and Provisions (ATOP) {version}{'' if pacts else ' NNA'}",
        version=version,
        publisher="The ATOP project, Rice University",
        covers_from=FIRST,
        covers_until=LAST[version],
        terms="no licence is stated; its authors ask to be cited",
        citation=f"{_CITATION}. Version {version}",
        url="http://www.atopdata.org",
        holds="ATOP alliances",
        of_states=True,
        field="military alliances formed from 1815 on",
        kinds=tuple(kinds) if alliances == whole else (),
        note=" ".join(notes),
        apart=("GBR PRT",),  # their alliance is older than 1815, and ATOP does not list it
    )


def missing(file: str = "atop5_1m.csv") -> str:
    """Where to get a file that is not there."""
    return manifest(NEWEST, 0).missing(file)


def version_named(text: str) -> str | None:
    """The version that a cell of the column `version` means, however a program wrote the number.

    >>> version_named("5.0999999"), version_named("5"), version_named("4.0100002"), version_named("3")
    ('5.1', '5.0', '4.01', None)
    """
    try:
        number = float(text)
    except ValueError:
        return None
    return next((each for each in LAST if abs(float(each) - number) < 0.0001), None)
