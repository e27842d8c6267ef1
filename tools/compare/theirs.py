"""The user's copies as pacts by the dataset's own ids; what is in them is read and checked as a load does."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from foedera.graph.dates import Bounds, Date, parse
from foedera.graph.errors import BadInput
from foedera.loaders import tabular
from foedera.loaders.atop import members as atop_members
from foedera.loaders.atop.columns import KINDS as ATOP_KINDS
from foedera.loaders.atop.manifest import LAST, NEWEST
from foedera.loaders.cow import members as cow_members
from foedera.loaders.cow.cells import FLAGS
from foedera.loaders.cow.manifest import MANIFEST as COW
from foedera.loaders.cow_igo import by_state
from foedera.loaders.cow_igo.source import MANIFEST as IGO
from foedera.loaders.dcad import MANIFEST as DCAD
from foedera.loaders.dcad.codebook import COLUMNS
from foedera.loaders.dcad.rows import agreement
from foedera.loaders.mistakes import Mistakes
from foedera.loaders.states import shipped

from .spells import DAY, Pact, Spell

ATOP_UNTIL = LAST[NEWEST]
COW_UNTIL = COW.covers_until
DCAD_UNTIL = DCAD.covers_until
IGO_UNTIL = IGO.covers_until

_COW_KINDS = dict(zip(FLAGS, ("defense", "neutrality", "nonaggression", "consultation"), strict=True))
CAN_TELL = {"ATOP": frozenset(ATOP_KINDS.values()), "COW": frozenset(_COW_KINDS.values())}


def atop(path: Path) -> Mapping[tuple[str, int], Pact]:
    """ATOP's member file, by alliance and phase."""
    mistakes = Mistakes()
    reading = atop_members.read(path, shipped(), mistakes)
    mistakes.raise_any()
    pacts: dict[tuple[str, int], Pact] = {}
    for each in reading.members if reading else ():
        pact = pacts.setdefault((str(each.alliance), each.phase), Pact())
        pact.add(each.code, Spell(each.entered, None if each.left.latest == Date.max else each.left))
        pact.owes(each.code, {kind for flag, kind in ATOP_KINDS.items() if each.flag(flag)})
    return pacts


def cow(path: Path) -> Mapping[str, Pact]:
    """COW Formal Alliances, by member; its end is the last day, so ours is compared with that day too."""
    mistakes = Mistakes()
    alliances = cow_members.read(path, shipped(), mistakes).alliances
    mistakes.raise_any()
    pacts = {}
    for id, spells in alliances.items():
        pact = Pact()
        for each in spells:
            first, last = each.days.first, each.days.last
            pact.add(each.code, Spell(Bounds(first, first), Bounds(last, last) if last else None))
            pact.owes(
                each.code, {_COW_KINDS[name] for name, flag in zip(FLAGS, each.flags, strict=True) if flag}
            )
        pacts[str(id)] = pact.joined()
    return pacts


def dcad(path: Path) -> Mapping[str, Spell]:
    """DCAD: the entry into force and the signature of each; it gives no end that is not an estimate."""
    mistakes = Mistakes()
    found = [agreement(row, shipped()) for row in tabular.rows(path, COLUMNS, mistakes)]
    mistakes.raise_any()
    return {
        each.id: Spell(each.days.eif or each.days.signed, None, each.days.signed, each.days.eif is not None)
        for each in found
        if each
    }


def igo(path: Path, columns: Iterable[str]) -> Mapping[str, Pact]:
    """COW IGO, state by year: years of full membership; `until` is the year after the last."""
    mistakes = Mistakes()
    coded = by_state.read(path, mistakes)
    mistakes.raise_any()
    pacts = {each: Pact() for each in columns}
    for each, pact in pacts.items():
        if each.upper() not in coded.bodies:
            raise BadInput(f"{path.name}:1: no column {each!r}; expected it in the header")
        for (acronym, code), years in coded.full.items():
            for first, last in _runs(years) if acronym == each.upper() else ():
                pact.add(code, Spell(parse(first), None if last >= IGO_UNTIL.year else parse(last + 1)))
    return pacts


def _runs(years: Iterable[int]) -> Iterator[tuple[int, int]]:
    for _, run in groupby(enumerate(sorted(set(years))), lambda pair: pair[1] - pair[0]):
        found = [year for _, year in run]
        yield found[0], found[-1]


def next_day(bounds: Bounds) -> Bounds:
    return Bounds(bounds.earliest + DAY, bounds.latest + DAY)
