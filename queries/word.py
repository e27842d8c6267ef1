"""What one dataset says of a question that several were asked."""

from dataclasses import dataclass
from typing import Any

from ..graph.coverage import Verdict


@dataclass(frozen=True, slots=True)
class Pledge:
    """Who is bound or pledged to defend under one agreement, as a dataset has it."""

    agreement: str
    title: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    same: tuple[tuple[str, str], ...] = ()
    """The id and the title of each agreement that is known to be the same instrument."""

    def to_dict(self) -> dict[str, Any]:
        found = {"agreement": self.agreement, "title": self.title, "parties": list(self.parties)}
        return found | {"same_as": [id for id, _ in self.same]}

    def __str__(self) -> str:
        known = ", ".join(f"{title} ({id})" for id, title in self.same)
        what = f"{self.agreement}, {self.title}" + (f", the same as {known}" if known else "")
        return f"{len(self.names)} under {what}: {', '.join(self.names)}"


@dataclass(frozen=True, slots=True)
class Word:
    """What one dataset says; `why` is why it does not name some whom another names."""

    dataset: str
    verdict: Verdict
    reason: str
    pledges: tuple[Pledge, ...]
    why: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """Its verdict, under what, and why it does not say more."""
        return "; ".join([f"{self.verdict}: {self.reason}", *map(str, self.pledges), *self.why])

    def to_dict(self) -> dict[str, Any]:
        found: dict[str, Any] = {name: getattr(self, name) for name in ("dataset", "verdict", "reason")}
        return found | {"pledges": [each.to_dict() for each in self.pledges], "why": list(self.why)}
