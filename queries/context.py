"""As of which day, from which datasets, and how far these reach: what every answer names."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..graph.coverage import Extent, Scope, Verdict, lacking, nothing_found
from ..graph.dates import Date, day, span_of
from ..graph.errors import BadInput
from ..graph.records import enumerated, nearest
from ..graph.store import Store
from .articles import the
from .overlay import Overlay
from .unfinished import begun, first, told


@dataclass(frozen=True, slots=True)
class Context:
    """`on` is the day asked for, `as_of` the day answered for: never beyond what the datasets cover.

    `datasets` are those that answer, in the order in which they are believed.
    """

    on: Date
    as_of: Date
    datasets: list[str]
    note: str | None
    scopes: list[Scope]
    unfinished: str | None = None
    """The part of the note that speaks of datasets which are not loaded whole."""
    half: tuple[str, ...] = ()
    """The datasets that are not loaded whole: what they do not hold they do not deny."""
    overlay: Overlay | None = None
    """The scenario in which commitments are looked for; None is the world as it is."""
    extents: Mapping[str, Extent] = field(default_factory=dict)
    """How far each loaded dataset reaches."""
    beyond: tuple[str, ...] = ()
    """The datasets that were asked, and say nothing of the day: they are closed, and end before it or begin later."""
    today: bool = False
    """Whether no day was given, so that today is meant."""
    timeless: bool = False
    """Whether the answer depends on no day."""
    strange: Mapping[str, str] = field(default_factory=dict)
    """By loaded dataset that is about the states of COW's system alone, who of those asked about is none."""
    voices: tuple[str, ...] = ()
    """The datasets whose word the answer has, where these are not simply those that were asked."""

    def noting(self, *notes: str) -> "Context":
        """The same, with more to be remarked, such as which state a name means on that day."""
        told = "; ".join(dict.fromkeys(note for note in (self.note, *notes) if note))
        return replace(self, note=told or None)

    def of(self, dataset: str) -> "Context":
        """The same question to one of the datasets alone."""
        scopes = [each for each in self.scopes if each.dataset == dataset]
        return replace(self, datasets=[dataset], scopes=scopes, voices=())

    def reaching(self, until: Date | None) -> "Context":
        """The same, noting of what ends before that day, or None for any, that it does."""
        extents = (self.extents[name] for name in self.datasets)
        ending = [
            each for each in extents if each.closed and each.until and (until is None or until > each.until)
        ]
        return self.noting(*(each.ends for each in ending))

    @property
    def asked(self) -> list[str]:
        """Every dataset asked, for what has no day."""
        return [*self.datasets, *self.beyond]

    @property
    def whose(self) -> list[str]:
        """The datasets whose word the answer is."""
        return list(self.voices or self.datasets)

    @property
    def ground(self) -> str:
        """`as of 2024-07-01, from core`, as it stands above an answer."""
        day = "of all times" if self.timeless else f"as of {self.as_of.isoformat()}"
        return f"{day}, from {', '.join(self.whose) or 'no dataset'}"

    @property
    def params(self) -> dict[str, Any]:
        """The parameters that every dated query has."""
        return {"on": self.as_of, "datasets": self.datasets}

    @property
    def uncovered(self) -> dict[str, str]:
        """Of each dataset asked that says nothing of the day, why: `COW alliances end on 2012-12-31`."""
        return {name: self.extents[name].outside(self.on) for name in self.beyond}

    @property
    def not_covered(self) -> str:
        """Why no dataset asked speaks of the day; nothing where one does."""
        if self.datasets or not self.beyond:
            return ""
        why = "; ".join(self.uncovered.values())
        return f"{why} (no day was asked about: today is {self.on})" if self.today else why

    @property
    def said(self) -> str:
        """The same as a remark, for answers without a verdict."""
        return f"not covered: {self.not_covered}" if self.not_covered else ""

    def nothing_found(
        self, one: str | None, other: str | None, kinds: Collection[str]
    ) -> tuple[Verdict, str]:
        """What it means that there is nothing, and why; as `graph.coverage.nothing_found`."""
        if self.not_covered:
            return "not covered", self.not_covered
        if self.datasets and self.strange.keys() >= set(self.datasets):
            return "not covered", self.strangers
        speaking = [scope for scope in self.scopes if not self.voices or scope.dataset in self.voices]
        verdict, reason = nothing_found(speaking, one, other, kinds, self.as_of)
        if verdict == "not covered" and len(self.extents) > len(self.datasets):
            reason = f"{', '.join(self.datasets)} says nothing of {self.as_of}"
        half = [name for name in self.half if name in self.datasets]
        if half and verdict != "no":
            return "unknown", f"{reason}: the last load or removal of {', '.join(half)} was cut short"
        return verdict, reason

    @property
    def strangers(self) -> str:
        """`atop and cow are about the states of COW's system, and NATO is none`."""
        datasets = [name for name in self.asked if name in self.strange]
        names = list(dict.fromkeys(self.strange[name] for name in datasets))
        are, none = ("is" if len(each) == 1 else "are" for each in (datasets, names))
        told = f"{enumerated(datasets)} {are} about the states of COW's system"
        return f"{told}, and {enumerated(list(map(the, names)))} {none} none"

    def lacking(self, one: str | None, other: str | None, kinds: Collection[str]) -> dict[str, str]:
        """Why datasets that answer do not hold everything of these two; as `graph.coverage.lacking`."""
        scopes = [scope for scope in self.scopes if scope.dataset in self.datasets]
        return lacking(scopes, one, other, kinds, self.as_of)


_DATASETS = """
MATCH (d:Dataset)
OPTIONAL MATCH (s:Scope {dataset: d.id})
RETURN d.id AS id, properties(d) AS held, collect(properties(s)) AS scopes
ORDER BY id
"""


def context(
    store: Store,
    on: str | None = None,
    datasets: str | None = None,
    prefer: str | None = None,
    *,
    dated: bool = True,
) -> Context:
    """What the loaded datasets say of a day.

    A dataset that is kept up answers as of its last day about a later one; one that is closed does not answer.

    Args:
        on: a date as text, today by default.
        datasets: `all`, a comma-separated list, or by default `core` (whatever is loaded, where core is not).
        prefer: the dataset that is believed first; otherwise core is, then the others as they are listed.
        dated: whether the question is about the day; what is asked of all times every dataset answers.
    """
    asked = day(on) if on is not None else Date.today()
    loaded = {row["id"]: row for row in store.read(_DATASETS)}
    if not loaded:
        raise BadInput(_nothing(store))
    chosen = _believed(_chosen(store, loaded, datasets), prefer)
    extents = {name: Extent.of(row["held"]) for name, row in loaded.items()}
    beyond = tuple(name for name in chosen if dated and extents[name].outside(asked))
    answering = [name for name in chosen if name not in beyond]
    as_of = min(asked, max((extents[name].until or asked for name in answering), default=asked))
    kept_up = [name for name in answering if not extents[name].closed]
    late = f"{', '.join(kept_up)} covers until {as_of}; this is the answer as of that day"
    half = tuple(name for name in chosen if loaded[name]["held"].get("loading"))
    lacking = (told(name, loaded[name]["held"]) for name in chosen)
    unfinished = "; ".join(filter(None, lacking)) or None
    left_out = "; ".join(extents[name].left_out(asked) for name in beyond)
    scopes = [_scope(found, whole=name not in half) for name in chosen for found in loaded[name]["scopes"]]
    speaking = {scope.dataset for scope in scopes if scope.span.possibly(asked)} | {*half}
    early = [extents[name].early(asked) for name in answering if dated and name not in speaking]
    notes = (
        late if kept_up and as_of < asked else "",
        *early,
        f"not covered by {left_out}" if answering and left_out else "",
        unfinished,
    )
    return Context(
        asked,
        as_of,
        answering,
        "; ".join(note for note in notes if note) or None,
        sorted(scopes, key=lambda scope: scope.id),
        unfinished,
        half,
        extents=extents,
        beyond=beyond,
        today=on is None,
    )


def _nothing(store: Store) -> str:
    """That nothing can be asked, and what to do: a first load that was cut short is not over."""
    place = store.engine.home or store.engine.address
    if cut := begun(store):
        return f"nothing is loaded whole in {place}: {'; '.join(map(first, cut))}"
    return f"nothing is loaded in {place}; run `foedera load core`"


def _chosen(store: Store, loaded: Iterable[str], datasets: str | None) -> list[str]:
    known = sorted(loaded)
    if datasets is None:
        return ["core"] if "core" in known else known
    if datasets == "all":
        return known
    wanted = list(dict.fromkeys(name.strip() for name in datasets.split(",")))
    for name in wanted:
        if name not in known:
            if name in begun(store):
                raise BadInput(f"dataset {name!r} is not loaded whole: {first(name)}")
            raise BadInput(
                f"dataset {name!r} is not loaded; expected {', '.join([*known, 'all'])}.{nearest(name, known)}"
            )
    return wanted


def _believed(chosen: Sequence[str], prefer: str | None) -> list[str]:
    """In the order in which they are believed: the preferred one, core, the others as they are listed."""
    if prefer is not None and prefer not in chosen:
        near = nearest(prefer, chosen)
        raise BadInput(f"dataset {prefer!r} is not asked; --prefer expects one of {', '.join(chosen)}.{near}")
    return sorted(chosen, key=lambda name: (name != prefer, name != "core"))


def _scope(found: Mapping[str, Any], *, whole: bool) -> Scope:
    """One of a dataset that is not `whole` is complete for nothing."""

    def ids(name: str) -> frozenset[str]:
        return frozenset(found.get(name) or ())

    return Scope(
        found["id"],
        found["dataset"],
        found["title"],
        span_of(found),
        found["complete"] and whole,
        ids("kinds"),
        ids("parties"),
        ids("counterparties"),
        ids("apart"),
        found.get("note") or "",
    )
