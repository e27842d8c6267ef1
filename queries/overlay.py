"""Obligations as a scenario would have them, laid over those that the store holds; nothing is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..graph.dates import HOLDING, Date, span_of

Row = Mapping[str, Any]
Params = Mapping[str, Any]
End = Literal["debtors", "creditors"]


@dataclass(frozen=True, slots=True)
class Overlay:
    """Rows as the store gives them of commitments, by obligation, with their arrows of all times.

    Each stands for what the store holds of that obligation; one without arrows takes it away. Commitments are read
    with the parameters that the store would get, so that one search sees both worlds.
    """

    rows: Mapping[str, Row]

    def full(self, stored: Iterable[Row], params: Params, *, owed_by: bool) -> Iterator[Row]:
        """All that is said of each obligation, those that the frontier owes, or that are owed to it."""
        yield from (row for row in stored if row["obligation"] not in self.rows)
        yield from self._asked(params, owed_by)

    def running(self, datasets: Iterable[str], on: Date) -> Iterator[Row]:
        """Every obligation, with the arrows that certainly or possibly run on the day."""
        for _, row in sorted(self.rows.items()):
            if row["dataset"] is None or row["dataset"] in datasets:
                ends = {
                    end: [each for each in row[end] if _possibly(each, on)]
                    for end in ("debtors", "creditors")
                }
                yield {**row, **ends}

    def arrows(
        self, ids: Iterable[str], params: Params, end: End
    ) -> Iterator[tuple[str, int | None, bool, list[str]]]:
        """What a search needs of the arrows at that end, for those of these parties, or of these promises."""
        wanted = set(ids)
        for id, row in self.rows.items():
            for arrow in row[end] if _wanted(row, params) else ():
                if _possibly(arrow, params["on"]):
                    sure = _certainly(arrow, params["on"])
                    if arrow["id"] in wanted:
                        yield arrow["id"], row["rank"], sure, [id]
                    elif id in wanted:
                        yield id, None, sure, [arrow["id"]]

    def _asked(self, params: Params, owed_by: bool) -> Iterator[Row]:
        near, far = ("debtors", "creditors") if owed_by else ("creditors", "debtors")
        frontier, others = set(params["frontier"]), params["others"]
        for _, row in sorted(self.rows.items()):
            if _wanted(row, params):
                running = {
                    end: [each for each in row[end] if _possibly(each, params["on"])] for end in (near, far)
                }
                here = [each for each in running[near] if each["id"] in frontier]
                there = [each for each in running[far] if others is None or each["id"] in others]
                if here and there:
                    yield {**row, near: here, far: there}


def _wanted(row: Row, params: Params) -> bool:
    """What is made up belongs to no dataset, and is asked of all."""
    return (
        (row["dataset"] is None or row["dataset"] in params["datasets"])
        and row["kind"] in params["kinds"]
        and row["force"] in params["forces"]
        and row["rank"] >= params["min_rank"]
    )


def _possibly(arrow: Row, on: Date) -> bool:
    return arrow["status"] != "suspended" and span_of(arrow).possibly(on)


def _certainly(arrow: Row, on: Date) -> bool:
    return (arrow["status"] or "in force") in HOLDING and span_of(arrow).certainly(on)
