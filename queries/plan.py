"""The plan of a statement: what an engine would do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..graph.store import Step
from .result import Result


@dataclass(frozen=True, slots=True)
class Plan(Result):
    """The steps, each with its depth below the one that it feeds, and the rows that the planner expects of it.

    As far as the engine tells: the embedded one expects rows only of patterns that its optimizer took over.
    """

    engine: str
    steps: Sequence[Step]

    def to_dict(self) -> dict[str, Any]:
        return self.about() | {"engine": self.engine, "plan": [asdict(step) for step in self.steps]}

    def table(self) -> list[dict[str, Any]]:
        """One row a step, its operator indented by its depth."""
        return [
            {"operator": " " * step.depth + step.operator, "details": step.details, "rows": step.rows}
            for step in self.steps
        ]

    def headings(self) -> Sequence[str]:
        return ("operator", "details", "rows")
