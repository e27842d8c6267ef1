"""What began and ended when, of one thing: each moment dated as far as it is known, and cited."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from ..graph.coverage import Verdict
from ..graph.dates import Date
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from . import stored
from .catalogue import shipped
from .context import Context
from .moments import ABOUT, Moment, merged
from .moments_of import OF
from .no_moments import no_moments
from .parameters import article, bind
from .result import Result
from .things import Thing

COLUMNS: Final = ("on", "change", "about", "thing", "what", "sources", "checked")


@dataclass(frozen=True, slots=True)
class Window:
    """From which day to which, and about what: terms of `ABOUT`, or kinds of obligation; none means all.

    Raises:
        BadInput: a kind is neither, or the window ends before it begins.
    """

    since: Date | None = None
    until: Date | None = None
    kinds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        terms = [*ABOUT, *KINDS]
        for each in self.kinds:
            if each not in terms:
                raise BadInput(
                    f"unknown kind {each!r}; expected one of {', '.join(terms)}.{nearest(each, terms)}"
                )
        if self.since and self.until and self.until < self.since:
            raise BadInput(f"--to {self.until} comes before --from {self.since}")

    def holds(self, moment: Moment) -> bool:
        """Whether it may fall into it, on what is known of its day."""
        if moment.on is None:
            return self.until is None or moment.after is None or moment.after <= self.until
        begun = self.since is None or moment.on.latest >= self.since
        return begun and (self.until is None or moment.on.earliest <= self.until)

    @property
    def obligations(self) -> frozenset[str]:
        """The kinds of obligation asked for."""
        return frozenset(self.kinds) & frozenset(KINDS)


@dataclass(frozen=True, slots=True)
class Timeline(Result):
    """`moments` in the order of their days; those of which nobody knows the day come last.

    Where there is none, `verdict` and `reason` say what that means: no, unknown, or not covered.
    """

    thing: Thing
    moments: tuple[Moment, ...]
    verdict: Verdict = "yes"
    reason: str = ""
    voices: tuple[str, ...] = ()
    """The datasets that hold anything of the thing."""

    def to_dict(self) -> dict[str, Any]:
        return self.about() | self.facts() | {"moments": [each.to_dict() for each in self.moments]}

    def facts(self) -> dict[str, str]:
        """The verdict and the reason where there is no moment."""
        return {} if self.moments else {"verdict": self.verdict, "reason": self.reason}

    def summary(self) -> Sequence[str]:
        return [] if self.moments else [f"{self.verdict}: {self.reason}"]

    def table(self) -> list[dict[str, Any]]:
        """A row a moment."""
        rows = (
            {"checked": None, **each.to_dict(), "on": str(each.on or stored.UNKNOWN)} for each in self.moments
        )
        return [{name: row[name] for name in COLUMNS} for row in rows]

    def headings(self) -> Sequence[str]:
        return COLUMNS


def timeline(store: Store, context: Context, thing: Thing, window: Window) -> Timeline:
    """Everything dated that the graph holds of the thing.

    Raises:
        BadInput: it is a claim, an area or a source, with which nothing begins or ends.
    """
    if thing.label not in OF:
        raise BadInput(
            f"{thing.name} is {article(thing.label)}, which has no timeline; "
            f"expected one of {', '.join(label.lower() for label in OF)}"
        )

    @cache
    def rows(query: str, **given: str) -> list[dict[str, Any]]:
        found = shipped(query)
        told = stored.dated(store, found, bind(store, context, found, given))
        speaking.update(row["dataset"] for row in told if row["dataset"] in context.asked)
        return told

    speaking: set[str] = set()
    found = (each for part in OF[thing.label] for each in part(thing, rows, window.obligations))
    held = [_to_come(each, context.as_of) for each in found if not _beyond_its_dataset(each, context)]
    moments = tuple(
        each for each in merged(each for each in held if _asked(each, window)) if window.holds(each)
    )
    voices = tuple(name for name in context.asked if name in speaking)
    if moments:
        return Timeline(thing, moments, voices=voices)
    return Timeline(thing, (), *no_moments(store, context, thing, window, len(merged(held))), voices)


def _to_come(moment: Moment, as_of: Date) -> Moment:
    """An end that lies beyond the day up to which the datasets know is only foreseen."""
    foreseen = moment.change == "ends" and moment.on is not None and moment.on.earliest > as_of
    return replace(moment, change="is to end") if foreseen else moment


def _beyond_its_dataset(moment: Moment, context: Context) -> bool:
    """Whether it is an end of which a closed dataset knows only that it comes after its own."""
    return any(context.extents[name].still(moment.on) for name in context.datasets)


def _asked(moment: Moment, window: Window) -> bool:
    return not window.kinds or moment.about in window.kinds or bool(window.obligations and moment.obligations)
