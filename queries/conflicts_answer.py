"""Where datasets differ, as an answer: claim by claim, and year by year."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..graph.dates import Bounds, Date
from .result import Result

REASONS: Final[Mapping[str, str]] = {
    "disagreement": "they differ on the matter itself",
    "coding rule": "they follow different rules of what to record",
    "signature": "one dates by signature, the other by entry into force",
    "coverage": "one does not speak of that day or of everything there: no disagreement",
}
"""Why they differ; what weighs most comes first."""

WHATS: Final[Mapping[str, str]] = {
    "exists": "one has the promise, the other has none",
    "kind": "both have the instrument between the two, but not this kind of promise",
    "start": "the same instrument begins on another day",
    "end": "the same instrument ends on another day",
}

COLUMNS: Final = (
    "one", "other", "direction", "kind", "what", "reason", "why", "from", "until", "dataset_1", "says_1", "agreements_1",
    "sources_1", "dataset_2", "says_2", "agreements_2", "sources_2",
)  # fmt: skip
YEARLY: Final = ("year", "dataset_1", "dataset_2", "kind", "both", "only_1", "only_2", "jaccard", "note")


@dataclass(frozen=True, slots=True)
class Said:
    """What one dataset says of the matter, and by which facts."""

    dataset: str
    says: str
    agreements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two datasets differ about what one owes another, from a day until the first day no longer.

    `direction` is `both` where they differ alike in what the other owes.
    """

    one: str
    other: str
    direction: str
    kind: str
    what: str
    reason: str
    why: str
    since: Date
    until: Date
    first: Said
    second: Said

    def row(self) -> dict[str, Any]:
        found: dict[str, Any] = {name: getattr(self, name) for name in COLUMNS[:7]}
        found |= {"from": self.since, "until": None if self.until == Date.max else self.until}
        for number, said in ((1, self.first), (2, self.second)):
            found |= {
                f"dataset_{number}": said.dataset,
                f"says_{number}": said.says,
                f"agreements_{number}": list(said.agreements),
                f"sources_{number}": list(said.sources),
            }
        return found

    @property
    def alike(self) -> tuple[object, ...]:
        """What conflicts that differ in their parties alone share."""
        return (
            self.kind, self.what, self.reason, self.why, self.since, self.until,
            self.first.dataset, self.first.says, self.first.agreements,
            self.second.dataset, self.second.says, self.second.agreements,
        )  # fmt: skip

    @property
    def matter(self) -> tuple[object, ...]:
        """What they have in common who differ about the same instruments in the same way, from whatever day on."""
        if self.what in ("start", "end"):
            return self.alike
        sides = (self.first.dataset, self.first.agreements, self.second.dataset, self.second.agreements)
        return (self.kind, self.what, self.reason, self.why, *sides)


@dataclass(frozen=True, slots=True)
class Year:
    """In how many directed pairs two datasets have a kind of promise in a year, on any day of it."""

    year: int
    one: str
    other: str
    kind: str
    both: int
    only_one: int
    only_other: int
    note: str = ""

    @property
    def jaccard(self) -> float | None:
        """The share of pairs that both have of all that either has; None where neither has any."""
        either = self.both + self.only_one + self.only_other
        return round(self.both / either, 3) if either else None

    def row(self) -> dict[str, Any]:
        values = (self.year, self.one, self.other, self.kind, self.both, self.only_one, self.only_other)
        return dict(zip(YEARLY, (*values, self.jaccard, self.note or None), strict=True))


@dataclass(frozen=True, slots=True)
class ConflictsAnswer(Result):
    """Every conflict asked for, what weighs most first; `years` is the summary of the year that was asked for.

    `uncovered` counts the claims that are left out because the other dataset does not cover them, which is no difference;
    `alone` says why nothing can differ on the days asked about.
    """

    conflicts: Sequence[Conflict]
    years: Sequence[Year]
    names: Mapping[str, str]
    remarks: Sequence[str] = ()
    uncovered: int = 0
    alone: str = ""

    @property
    def reasons(self) -> Mapping[str, int]:
        """How many of the conflicts there are for each reason."""
        found = Counter(each.reason for each in self.conflicts)
        return {reason: found[reason] for reason in REASONS}

    def groups(self) -> list[list[Conflict]]:
        """Conflicts about the same instruments for the same reason, together: by reason, then the largest first."""
        found: dict[tuple[object, ...], list[Conflict]] = {}
        for each in self.conflicts:
            found.setdefault(each.matter, []).append(each)
        order = list(REASONS)
        return sorted(found.values(), key=lambda group: (order.index(group[0].reason), -len(group)))

    def to_dict(self) -> dict[str, Any]:
        return self.about() | {
            **self.facts(),
            "summary": [each.row() for each in self.years],
            "conflicts": [each.row() for each in self.conflicts],
        }

    def facts(self) -> dict[str, Any]:
        """What is said of the conflicts as a whole."""
        return {
            "remarks": [*filter(None, [self.alone]), *self.remarks],
            "reasons": dict(self.reasons),
            "uncovered": self.uncovered,
        }

    def table(self) -> list[dict[str, Any]]:
        return [each.row() for each in self.conflicts]

    def headings(self) -> Sequence[str]:
        return COLUMNS

    def summary(self) -> Sequence[str]:
        return [self._told(), *self._left_out(), *self.remarks]

    def _told(self) -> str:
        counts = {reason: count for reason, count in self.reasons.items() if count}
        covered = counts.pop("coverage", 0)
        total = sum(counts.values())
        if total:
            counted = ", ".join(f"{count:,} {reason}" for reason, count in counts.items())
            told = f"{total:,} difference{'s' * (total != 1)}: {counted}"
        else:
            told = self.alone or "no difference"
        return f"{told}; {_uncovered(covered)}" if covered else told

    def _left_out(self) -> list[str]:
        return [f"{_uncovered(self.uncovered)}: --reason coverage lists them"] if self.uncovered else []


@dataclass(frozen=True, slots=True)
class YearsAnswer(Result):
    """How far datasets agree, year by year."""

    years: Sequence[Year]
    remarks: Sequence[str] = ()

    def to_dict(self) -> dict[str, Any]:
        return self.about() | {"remarks": list(self.remarks), "years": self.table()}

    def table(self) -> list[dict[str, Any]]:
        return [each.row() for each in self.years]

    def headings(self) -> Sequence[str]:
        return YEARLY

    def summary(self) -> Sequence[str]:
        return [
            "directed pairs with such a promise on any day of the year; jaccard is both of all that either has",
            *self.remarks,
        ]

    def series(self) -> Mapping[str, Sequence[tuple[int, float | None]]]:
        """A line for each two datasets and kind: the year and how far they agree."""
        found: dict[str, list[tuple[int, float | None]]] = {}
        for each in self.years:
            found.setdefault(f"{each.one} and {each.other}: {each.kind}", []).append(
                (each.year, each.jaccard)
            )
        return found


def _uncovered(count: int) -> str:
    return f"{count:,} claim{'s' * (count != 1)} of one dataset that the other does not cover"


def span_words(since: Bounds, until: Bounds) -> str:
    """`1949-04-04 to 1990-10-03`, the end being the first day no longer."""
    return f"since {since.words()}" + ("" if until.earliest == Date.max else f" until {until.words()}")


def named(ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(each, each) for each in ids]
