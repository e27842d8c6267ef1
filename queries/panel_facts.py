"""What the loaded datasets hold, as a panel needs it: times in agreements and at the ends of promises, by the codes asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, Literal, get_args

from ..graph.dates import Date
from ..graph.records import Node, Provenance
from ..graph.store import Reads
from ..loaders.core.codes import Scheme
from ..loaders.states import States
from .panel_years import Stay

Codes = Literal["cow", "gw", "iso"]
CODES: Final[tuple[Codes, ...]] = get_args(Codes)
Group = tuple[str, int | None]
"""An agreement, and the phase of it where its dataset tells phases apart."""

FLAGS: Final[Mapping[str, str]] = {
    "defense": "defense",
    "offense": "offense",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
"""The conventional columns, each with the kind of obligation that it is."""
BITS: Final[Mapping[str, int]] = {kind: 1 << place for place, kind in enumerate(FLAGS.values())}


@dataclass(slots=True)
class Promise:
    """One obligation; `whole` is false where it is owed to more than its creditors, and nobody says to which parties."""

    bit: int
    agreement: str
    whole: bool
    debtors: list[Stay] = field(default_factory=list)
    creditors: list[Stay] = field(default_factory=list)


@dataclass(slots=True)
class Facts:
    """Everything by its place; `left_out` are the times of parties for which they have no code of the kind asked for.

    `ends` are the first days that their datasets no longer cover, `untold` the bits of the kinds of which none speaks.
    """

    members: dict[Group, list[Stay]] = field(default_factory=dict)
    ends: dict[Group, Date] = field(default_factory=dict)
    promises: dict[str, Promise] = field(default_factory=dict)
    varying: set[Group] = field(default_factory=set)
    bilateral: set[str] = field(default_factory=set)
    left_out: set[Stay] = field(default_factory=set)
    untold: int = 0


_COUNTRIES: Final = "MATCH (c:Country) RETURN properties(c) AS c ORDER BY c.id"
_STAY: Final = "p.id, r.code, r.since, r.until"
_MEMBERS: Final = f"""
MATCH (a:Agreement)<-[r:PARTY_TO]-(p:Country)
WHERE a.dataset IN $datasets AND r.role IN ['party', 'designator', 'designee', 'donor', 'beneficiary', 'guarantor', 'endorser']
RETURN a.dataset AS dataset, a.id AS agreement, a.coded AS coded, r.phase AS phase,
       collect([{_STAY}]) AS stays, any(c IN collect(r.coded) WHERE 'obvary=1' IN c) AS varies
ORDER BY agreement, phase
"""
_ENDS: Final = f"""
MATCH (a:Agreement)-[:CREATES]->(b:Obligation){{arrow}}(p:Country)
WHERE a.dataset IN $datasets AND b.kind IN $kinds
RETURN a.dataset AS dataset, a.id AS agreement, b.id AS obligation, b.kind AS kind, b.owed_to_class IS NULL AS whole,
       collect([{_STAY}]) AS stays
ORDER BY obligation
"""
"""Ends of an obligation as a list, since the driver takes long over keys."""
_KINDS: Final = "MATCH (s:Scope) WHERE s.dataset IN $datasets RETURN s.kinds AS kinds ORDER BY s.id"


def facts(reader: Reads, reach: Mapping[str, tuple[Date, Date]], codes: Codes) -> Facts:
    """The facts of these datasets, each with the first day that it covers and the first that it no longer does.

    Of one dataset alone, its agreements have the ids that it gives them: 3180 for atop:3180.
    """
    prefix = f"{next(iter(reach))}:" if len(reach) == 1 else ""
    numbers = _Numbers(States(_countries(reader)), codes, reach)
    found, params = Facts(), {"datasets": list(reach), "kinds": list(BITS)}
    _members(found, reader.read(_MEMBERS, params), numbers, prefix)
    found.left_out = set(numbers.without)
    for arrow, end in (("<-[r:OWES]-", "debtors"), ("-[r:OWED_TO]->", "creditors")):
        for row in reader.read(_ENDS.format(arrow=arrow), params):
            promise = Promise(BITS[row["kind"]], row["agreement"].removeprefix(prefix), row["whole"])
            setattr(found.promises.setdefault(row["obligation"], promise), end, numbers.stays(row))
    told = {kind for row in reader.read(_KINDS, params) for kind in row["kinds"] or ()}
    spoken = {promise.bit for promise in found.promises.values()}
    found.untold = sum(bit for kind, bit in BITS.items() if kind not in told and bit not in spoken)
    return found


def _members(found: Facts, rows: Iterable[Mapping[str, Any]], numbers: "_Numbers", prefix: str) -> None:
    parties: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        agreement, coded = row["agreement"].removeprefix(prefix), row["coded"] or ()
        group = agreement, row["phase"]
        found.members[group] = numbers.stays(row)
        found.ends[group] = numbers.reach[row["dataset"]][1]
        parties[agreement] |= {code or party for party, code, _, _ in row["stays"]}
        if row["varies"] or "obvary=1" in coded:
            found.varying.add(group)
        if "bilat=1" in coded:
            found.bilateral.add(agreement)
    found.bilateral |= {agreement for agreement, each in parties.items() if len(each) == 2}


def _countries(reader: Reads) -> Iterator[Node]:
    for row in reader.read(_COUNTRIES):
        yield Node("Country", row["c"]["id"], row["c"], Provenance("core"))


@dataclass(slots=True)
class _Numbers:
    """From the parties of the graph to those of the panel."""

    states: States
    codes: Codes
    reach: Mapping[str, tuple[Date, Date]]
    without: set[Stay] = field(default_factory=set)
    known: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.known = frozenset(self.states.known("cow"))

    def stays(self, row: Mapping[str, Any]) -> list[Stay]:
        """The times of a row's parties, each under every code that the party has in it."""
        first, last = self.reach[row["dataset"]]
        found: list[Stay] = []
        for party, code, since, until in row["stays"]:
            found += self._coded(party, code, since or first, min(until or last, last))
        return _rejoined(found)

    def _coded(self, party: str, code: str | None, since: Date, until: Date) -> Iterable[Stay]:
        if self.codes == "iso":
            return (Stay(party, since, until),)
        if self.codes == "cow" and code:
            return self._given(code, party, since, until)
        return self._by_time(self.codes, party, since, until)

    def _given(self, code: str, party: str, since: Date, until: Date) -> Iterator[Stay]:
        if int(code) in self.known:
            yield Stay(code, since, until)
        else:
            self.without.add(Stay(party, since, until))

    def _by_time(self, scheme: Scheme, party: str, since: Date, until: Date) -> Iterator[Stay]:
        days = [since, *(day for day in self.states.turns(scheme, party) if since < day < until), until]
        for begin, end in pairwise(days):
            number = self.states.code(scheme, party, begin)
            if number is None:
                self.without.add(Stay(party, begin, end))
            else:
                yield Stay(str(number), begin, end)


def _rejoined(stays: Iterable[Stay]) -> list[Stay]:
    """Times of one party that run on into one another, as where its state was succeeded, as one."""
    found: list[Stay] = []
    for each in sorted(stays):
        if found and found[-1].party == each.party and found[-1].until == each.since > found[-1].since:
            found[-1] = found[-1]._replace(until=each.until)
        else:
            found.append(each)
    return found
