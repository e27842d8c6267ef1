"""What one page shows: the facts, the question they answer, and where they come from.

A page holds its facts for all time, and the date in it decides what is drawn; so the same file can
answer for another day. Nothing here knows the store, pyvis or HTML.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ..graph.dates import Date, Span
from ..queries.articles import the
from ..queries.ended import Absence
from ..queries.told import Section

Json = dict[str, Any]
Layout = Literal["network", "map"]
Change = Literal["gained", "lost"]
"""What a scenario makes of a fact."""

Role = Literal["attacked", "attacker"]

Details = tuple[tuple[str, str], ...]
"""Further properties, in words, in the order in which to show them."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Who says so: dataset, citations as `source-id#locator`, and the day it was checked, if ever."""

    dataset: str
    sources: tuple[str, ...] = ()
    checked: Date | None = None

    def to_json(self) -> Json:
        return {"dataset": self.dataset, "sources": list(self.sources), "checked": _iso(self.checked)}


@dataclass(frozen=True, slots=True)
class Party:
    """A country or an organization; `names` are all the names that a search should find it by.

    What else a statement returns, such as an area or an event, is a node of this form too, with its properties.
    """

    id: str
    name: str
    label: str
    names: tuple[str, ...] = ()
    details: Details = ()
    grounds: Grounds | None = None

    def to_json(self) -> Json:
        called = the(self.name)
        own: Json = {"id": self.id, "name": self.name, "said": called if called != self.name else None}
        own |= {"label": self.label, "names": list(self.names)}
        grounds = self.grounds.to_json() if self.grounds else None
        return {**own, "details": [list(pair) for pair in self.details], "grounds": grounds}


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument."""

    id: str
    title: str
    kind: str
    force: str
    grounds: Grounds
    url: str | None = None
    details: Details = ()
    signed: Date | None = None
    """Of a month or a year its last day."""

    def to_json(self) -> Json:
        own = {"id": self.id, "title": self.title, "kind": self.kind, "force": self.force, "url": self.url}
        own["signed"] = _iso(self.signed)
        return {**own, "details": [list(pair) for pair in self.details], **self.grounds.to_json()}


@dataclass(frozen=True, slots=True)
class Obligation:
    """A promise, under an agreement by its id."""

    id: str
    agreement: str
    name: str
    kind: str
    force: str
    rank: int
    summary: str
    grounds: Grounds
    details: Details = ()
    remarks: Details = ()
    """What the page's answer says of it, on the answer's own day."""
    perhaps: bool = False
    """By that answer it is not known to hold where it is asked about."""

    def to_json(self) -> Json:
        own: Json = {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "force": self.force,
            "rank": self.rank,
        }
        own |= {"remarks": [list(pair) for pair in self.remarks], "perhaps": self.perhaps}
        details = [list(pair) for pair in self.details]
        return {**own, "summary": self.summary, "details": details, **self.grounds.to_json()}


@dataclass(frozen=True, slots=True)
class Arrow:
    """A party owes an obligation, or is owed it, for a time; in a scenario it may be gained or lost."""

    obligation: str
    party: str
    owes: bool
    span: Span
    grounds: Grounds
    status: str | None = None
    note: str | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A membership, a candidacy at some stage, or whatever else joins two nodes: no promise, but drawn.

    Its ends are ids of nodes: `party:FIN`, `agreement:north-atlantic-treaty`. Without a span it holds at all times.
    """

    kind: str
    start: str
    end: str
    span: Span | None
    grounds: Grounds
    stage: str | None = None
    status: str | None = None
    note: str | None = None
    details: Details = ()
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Founding:
    """An agreement constitutes an organization."""

    agreement: str
    organization: str
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts are cited from."""

    id: str
    title: str
    publisher: str
    url: str | None = None
    on: Date | None = None

    def to_json(self) -> Json:
        own = {"id": self.id, "title": self.title, "publisher": self.publisher, "url": self.url}
        return {**own, "on": _iso(self.on)}


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset that the page draws on, with its reach and its terms.

    `complete` are the parts of its field in which what is not there is not so. One that is `closed` ends with its last
    day, and says nothing of a later one.
    """

    id: str
    title: str
    version: str
    covers_from: Date | None = None
    covers_until: Date | None = None
    licence: str | None = None
    citation: str | None = None
    url: str | None = None
    complete: tuple[str, ...] = ()
    closed: bool = False

    def to_json(self) -> Json:
        own = {"id": self.id, "title": self.title, "version": self.version, "url": self.url}
        ends = {"from": _iso(self.covers_from), "until": _iso(self.covers_until)}
        reach = {**ends, "closed": self.closed, "complete": list(self.complete)}
        return {**own, **reach, "licence": self.licence, "citation": self.citation}


@dataclass(frozen=True, slots=True)
class View:
    """Which of the page's promises answer its question.

    `all`: every one; `around`: those on a walk of at most `hops` steps from a centre; `owed`: those owed
    to a centre; `pairs`: those that the first of a pair owes to the second; `given`: each part of one by itself,
    as a statement returned it. The page works this out for
    each date, by the same rule as `shown`. Centres are drawn so that they stand out, whatever the view.
    """

    kind: Literal["all", "around", "owed", "pairs", "given"] = "all"
    centre: tuple[str, ...] = ()
    hops: int = 1
    pairs: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, Role], ...] = ()
    """Parties by id; their names on the page are followed by what they are in the question."""

    def to_json(self) -> Json:
        own = {"kind": self.kind, "centre": list(self.centre), "hops": self.hops}
        return {**own, "pairs": [list(pair) for pair in self.pairs]}


@dataclass(frozen=True)
class PageData:
    """All of a page, on the day `on`, answered as of `as_of`.

    Attributes:
        answered: it draws an answer of one day, which may name others on another.
        chain: the ends of the chain that is marked when it opens.
        note: of the answer of `as_of`; `unfinished` is the part of it that holds on every day.
        total: how many obligations its datasets have, on the page or not.
        spoken: the times of which some dataset speaks.
        absences: when whom the page is about was not there.
        remarks: what its answer says besides the promises.
        members: the countries that have belonged to an organization, by their ids: it stands among them on the map.
        layout: how the nodes stand when it opens.
    """

    title: str
    question: str
    on: Date
    as_of: Date
    datasets: Sequence[Dataset]
    view: View = field(default_factory=View)
    answered: bool = False
    chain: tuple[str, str] | None = None
    note: str | None = None
    unfinished: str | None = None
    parties: Sequence[Party] = ()
    agreements: Sequence[Agreement] = ()
    obligations: Sequence[Obligation] = ()
    arrows: Sequence[Arrow] = ()
    ties: Sequence[Tie] = ()
    foundings: Sequence[Founding] = ()
    sources: Sequence[Source] = ()
    total: int = 0
    spoken: Sequence[Span] = ()
    absences: Sequence[Absence] = ()
    remarks: Sequence[Section] = ()
    members: Mapping[str, Sequence[str]] = field(default_factory=dict)
    layout: Layout = "network"
    version: str = ""
    command: str = ""

    def grounds(self) -> Iterator[Grounds]:
        """What every fact of the page rests on."""
        for facts in (self.agreements, self.obligations, self.arrows, self.ties, self.foundings):
            yield from (fact.grounds for fact in facts)
        yield from (party.grounds for party in self.parties if party.grounds)


def _iso(day: Date | None) -> str | None:
    return day.isoformat() if day else None
