"""What a load did, as an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..graph.records import Refusal
from ..graph.writer import Report
from .result import Result

HEADINGS: Final = ("fact", "place", "reason")


def table(refused: Sequence[Refusal]) -> list[dict[str, Any]]:
    """A row for each fact that was refused."""
    return [{"fact": each.id, "place": each.place, "reason": each.reason} for each in refused]


@dataclass(frozen=True, slots=True)
class Loaded(Result):
    """How many facts of a dataset are new, changed, unchanged and removed, and which were refused and why."""

    dataset: str
    new: int
    changed: int
    unchanged: int
    removed: int
    refused: Sequence[Refusal]

    @property
    def counts(self) -> dict[str, int]:
        """The four numbers by name."""
        return {name: getattr(self, name) for name in ("new", "changed", "unchanged", "removed")}

    def to_dict(self) -> dict[str, Any]:
        told = self.counts | {"refused_count": len(self.refused), "refused": self.table()}
        return self.about() | told

    def table(self) -> list[dict[str, Any]]:
        """A row for each fact that was refused."""
        return table(self.refused)

    def headings(self) -> Sequence[str]:
        return HEADINGS

    def summary(self) -> Sequence[str]:
        told = ", ".join(f"{count:,} {name}" for name, count in self.counts.items())
        return [f"{self.dataset}: {told}, {len(self.refused):,} refused"]


def loaded(report: Report) -> Loaded:
    """A writer's report as an answer."""
    counts = (report.new, report.changed, report.unchanged, report.removed)
    return Loaded(report.dataset, *counts, tuple(report.refused))
