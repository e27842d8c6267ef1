"""The answer to `compare`: rows of cells, and flat."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from ..graph.dates import Date
from .provisions import Provision
from .result import Result
from .things import Thing

State = Literal["same", "differs", "absent"]

TERMS, SET_OFF, SUMS, ELSE = "terms", "set off", "sums", "else"
SECTIONS: Final[Mapping[str, str]] = {
    TERMS: "Terms",
    SET_OFF: "What an attack, a threat or a request sets off",
    SUMS: "Sums of money",
    ELSE: "What else is promised",
}
COLUMNS: Final = (
    "section", "provision", "state", "differs_in", "agreement", "obligation", "text", "force", "owed_by", "owed_to",
    "deadline", "deadline_hours", "amount", "currency", "period", "status", "suspended", "sources",
    "checked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """What one agreement says in a row: a text, or provisions; neither where the graph holds nothing of it."""

    agreement: str
    text: str | None
    sources: tuple[str, ...] = ()
    checked: Date | None = None
    provisions: tuple[Provision, ...] = ()

    @property
    def absent(self) -> bool:
        return self.text is None

    def to_dict(self) -> dict[str, Any]:
        return {
            "agreement": self.agreement,
            "absent": self.absent,
            "text": self.text,
            "sources": list(self.sources),
            "checked": self.checked.isoformat() if self.checked else None,
            "provisions": [each.to_dict() for each in self.provisions],
        }


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a comparison, a cell an agreement in their order.

    `state` is absent where some agreement has nothing here, else same or differs; `differs_in` names what
    differs between those that have something.
    """

    section: str
    provision: str
    cells: tuple[Cell, ...]
    differs_in: tuple[str, ...]

    @property
    def state(self) -> State:
        if any(cell.absent for cell in self.cells):
            return "absent"
        return "differs" if self.differs_in else "same"

    def to_dict(self) -> dict[str, Any]:
        return {
            "section": self.section,
            "provision": self.provision,
            "state": self.state,
            "differs_in": list(self.differs_in),
            "cells": [cell.to_dict() for cell in self.cells],
        }


@dataclass(frozen=True, slots=True)
class Comparison(Result):
    """`force_notes` say why a legal force is what it is, with the agreements of which it is said; `voices` are their datasets."""

    agreements: tuple[Thing, ...]
    lines: tuple[Line, ...]
    force_notes: Mapping[str, tuple[str, ...]]
    voices: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return self.about() | {
            "agreements": [{"agreement": each.id, "title": each.name} for each in self.agreements],
            "force_notes": [
                {"note": note, "agreements": list(ids)} for note, ids in self.force_notes.items()
            ],
            "lines": [line.to_dict() for line in self.lines],
        }

    def table(self) -> list[dict[str, Any]]:
        """Flat rows: one a provision, or one a cell that is no list of provisions."""
        return [row for line in self.lines for cell in line.cells for row in _flat(line, cell)]

    def headings(self) -> Sequence[str]:
        return COLUMNS


def _flat(line: Line, cell: Cell) -> Iterator[dict[str, Any]]:
    at = {
        "section": line.section,
        "provision": line.provision,
        "state": line.state,
        "differs_in": list(line.differs_in),
        "agreement": cell.agreement,
    }
    found = [each.to_dict() | {"text": each.summary} for each in cell.provisions] or [cell.to_dict()]
    for each in found:
        yield {name: at.get(name, each.get(name)) for name in COLUMNS}
