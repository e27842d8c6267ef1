"""Whom a cell names: a country or organization of core, on the day of which the row speaks; no database is asked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from ...graph.dates import Date
from ...graph.errors import BadInput
from ...graph.named import Row, listed, meant_on, squeezed, there_on, unknown
from ...graph.records import Node, Record, Ref, fold
from ...graph.schema import PARTIES
from .. import core


@cache
def known() -> Sequence[Record]:
    """The countries and organizations of core as it is shipped, and which state comes after which."""
    return [each for each in core.records() if each.type in (*PARTIES, "SUCCEEDS")]


class Parties:
    """Core's countries and organizations by all that they are called."""

    def __init__(self, records: Iterable[Record]) -> None:
        rows: dict[str, dict[str, Any]] = {}
        successions: list[tuple[str, str, str]] = []
        for each in records:
            if isinstance(each, Node):
                if each.label in PARTIES:
                    apart: dict[str, Any] = {
                        "id": each.id,
                        "label": each.label,
                        "before": [],
                        "after": [],
                        "iso2": None,
                    }
                    rows[each.id] = {**apart, **each.properties}
            elif each.type == "SUCCEEDS" and each.start.label == "Country":
                successions.append((each.start.id, each.end.id, each.properties["kind"]))
        for later, former, kind in successions:
            rows[later]["before"].append({**rows[former], "kind": kind})
            rows[former]["after"].append({**rows[later], "kind": kind})
        self._rows = list(rows.values())
        self._by_key: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows:
            for key in row["keys"]:
                self._by_key[key].append(row)

    def of(self, text: str, on: Date) -> Ref:
        """The one that is meant on that day.

        Raises:
            BadInput: nobody is called so (with the nearest names), or more than one is (with all of them).
        """
        found = self._called(text, on) or squeezed(text, self._rows)
        if not found:
            raise BadInput(unknown(text, self._rows, on))
        rows = meant_on(found[0], text, on).rows if len(found) == 1 else found
        if len(rows) > 1:
            raise BadInput(f"{text!r} on {on} may be {listed(rows)}; say which")
        return Ref(rows[0]["label"], rows[0]["id"])

    def _called(self, text: str, on: Date) -> list[Row]:
        """Those called so, with or without "the"; one that was there on the day goes before others."""
        key = fold(text)
        found = self._by_key.get(key) or self._by_key.get(key.removeprefix("the "), [])
        there = there_on(found, on)
        return there if len(there) == 1 else found
