"""What a load did, as an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..graph.records import Partial, Refusal
from ..graph.writer import Report
from .result import Result

HEADINGS: Final = ("fact", "place", "reason")


def table(refused: Sequence[Refusal]) -> list[dict[str, Any]]:
    """A row for each fact that was refused."""
    return [{"fact": each.id, "place": each.place, "reason": each.reason} for each in refused]


def named(dataset: str, version: str) -> str:
    """`atop 5.1`, as the overview names what is loaded."""
    return f"{dataset} {version}".rstrip()


def part_of(partial: Partial | None) -> dict[str, str]:
    """What JSON says of a part."""
    return {"partial": str(partial)} if partial else {}


@dataclass(frozen=True, slots=True)
class Loaded(Result):
    """How many facts of a dataset are new, changed, unchanged and removed, and which were refused and why.

    `replaced` is the other version that was loaded before; `partial` says of a file that holds a part of its dataset alone that it does.
    """

    dataset: str
    version: str
    replaced: str
    new: int
    changed: int
    unchanged: int
    removed: int
    refused: Sequence[Refusal]
    partial: Partial | None

    @property
    def counts(self) -> dict[str, int]:
        """The four numbers by name."""
        return {name: getattr(self, name) for name in ("new", "changed", "unchanged", "removed")}

    @property
    def told(self) -> dict[str, Any]:
        """What JSON says of the load as a whole."""
        other = {"replaced": self.replaced} if self.replaced else {}
        said = {"version": self.version} | other | self.counts | {"refused_count": len(self.refused)}
        return said | part_of(self.partial)

    def to_dict(self) -> dict[str, Any]:
        return self.about() | self.told | {"refused": self.table()}

    def table(self) -> list[dict[str, Any]]:
        """A row for each fact that was refused."""
        return table(self.refused)

    def headings(self) -> Sequence[str]:
        return HEADINGS

    def summary(self) -> Sequence[str]:
        told = ", ".join(f"{count:,} {name}" for name, count in self.counts.items())
        other = f", in place of {self.replaced}" if self.replaced else ""
        line = f"{named(self.dataset, self.version)}{other}: {told}, {len(self.refused):,} refused"
        return [line, *part_of(self.partial).values()]


def loaded(report: Report) -> Loaded:
    """A writer's report as an answer."""
    counts = (report.new, report.changed, report.unchanged, report.removed)
    return Loaded(
        report.dataset, report.version, report.replaced, *counts, tuple(report.refused), report.partial
    )
