"""Counterparts for ours that matches.yaml does not name yet: nearly the same parties, signed in nearly the same year."""

from collections.abc import Iterable, Iterator, Mapping

from . import theirs
from .matching import Files
from .ours import Core
from .spells import Pact

ENOUGH = 0.6


def suggestions(core: Core, files: Files, alone: Iterable[str]) -> Iterator[str]:
    """`- {ours: …, atop: …}  # year, parties in common of all`, one line a candidate."""
    atop = {f"atop: {id}, phase: {phase}": pact for (id, phase), pact in _atop(files).items()}
    cow = {f"cow: {id}": pact for id, pact in (theirs.cow(files.cow) if files.cow else {}).items()}
    for ours in alone:
        signed = core.signed[ours]
        parties = core.agreement(ours).spells.keys()
        for theirs_id, pact in (atop | cow).items():
            common, everyone = len(parties & pact.spells.keys()), len(parties | pact.spells.keys())
            year = _first_year(pact)
            if (
                signed
                and abs(signed.earliest.year - year) <= 1
                and common > 1
                and common / everyone >= ENOUGH
            ):
                yield f"  - {{ours: {ours}, {theirs_id}}}  # {year}, {common} of {everyone}"


def _atop(files: Files) -> Mapping[tuple[str, int], Pact]:
    return theirs.atop(files.atop) if files.atop else {}


def _first_year(pact: Pact) -> int:
    return min((spell.since.earliest.year for each in pact.spells.values() for spell in each), default=0)
