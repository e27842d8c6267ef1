"""What a dataset of others says of itself: its node, its source, and where it is complete."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ..graph.dates import Bounds, Date, Span
from ..graph.records import Node, Provenance, Record


@dataclass(frozen=True, slots=True)
class Gap:
    """What a dataset lacks of its own field: of these pairs of states, in these kinds, in that time."""

    slug: str
    title: str
    span: Span
    pairs: tuple[str, ...]
    """Each as two ids with a space between."""
    kinds: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A dataset that its user has obtained; none of its rows is shipped.

    `kinds` are those of which it holds every commitment between its first and its last day; none where it is
    selective.
    """

    name: str
    title: str
    version: str
    publisher: str
    covers_from: Date
    covers_until: Date
    terms: str
    citation: str
    url: str
    field: str
    """What it is about, as `is complete for` is followed by it."""
    holds: str = ""
    """What it holds, in the plural, as `end on 2012-12-31` follows it: `COW alliances`."""
    kinds: tuple[str, ...] = ()
    note: str | None = None
    apart: tuple[str, ...] = ()
    """Pairs of states of which it does not hold everything, such as GBR PRT."""
    gaps: tuple[Gap, ...] = ()
    of_states: bool = False
    """Whether it is about the states of COW's system alone."""

    def cite(self, file: str, line: int) -> Provenance:
        """A row of one of its files, as the ground of a fact."""
        return Provenance(self.name, (f"{self.name}#{file}:{line}",))

    @property
    def span(self) -> Span:
        """The time that it speaks of."""
        end = self.covers_until + timedelta(1)
        return Span(Bounds(self.covers_from, self.covers_from), Bounds(end, end))

    @property
    def still(self) -> Bounds:
        """The end of what holds on the last day: some later day, if any."""
        return Bounds(self.covers_until + timedelta(1), Date.max)

    def records(self) -> Iterator[Record]:
        """The dataset, which ends with its last day; the source that its facts cite; its scope, and what that lacks."""
        whole = Provenance(self.name, (self.name,))
        said = {"title": self.title, "version": self.version, "licence": self.terms, "url": self.url}
        said |= {"holds": self.holds} if self.holds else {}
        reach = {"covers_from": self.covers_from, "covers_until": self.covers_until, "closed": True}
        reach |= {"of_states": True} if self.of_states else {}
        yield Node("Dataset", self.name, {**said, **reach, "citation": self.citation}, whole)
        source = {"title": self.title, "publisher": self.publisher, "url": self.url, "licence": self.terms}
        yield Node("Source", self.name, {**source, "kind": "data file", "note": self.note}, whole)
        scope = {"title": self.field, "kinds": list(self.kinds), "complete": bool(self.kinds)}
        scope |= {"apart": list(self.apart)}
        yield Node("Scope", f"{self.name}/all", {**scope, **self.span.properties(), "note": self.note}, whole)
        for gap in self.gaps:
            yield self.scope(gap, whole)

    def scope(self, gap: Gap, cited: Provenance) -> Node:
        """What it lacks, as far as it speaks at all."""
        time = gap.span.within(self.span) or gap.span
        held = {"kinds": list(gap.kinds), "complete": False, "apart": list(gap.pairs), **time.properties()}
        return Node("Scope", f"{self.name}/{gap.slug}", {"title": gap.title, "note": gap.why, **held}, cited)

    def missing(self, file: str) -> str:
        """What is said where a file is not there: where to get it, on what terms, how to cite it."""
        return f"no {file}; get it from {self.url} ({self.terms}), and cite: {self.citation}"
