"""As of which day, from which datasets, and how far these reach: what every answer names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..graph.coverage import Scope
from ..graph.dates import Date, day, span_of
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Store
from .overlay import Overlay


@dataclass(frozen=True, slots=True)
class Context:
    """`on` is the day asked for, `as_of` the day answered for: never beyond what the datasets cover."""

    on: Date
    as_of: Date
    datasets: list[str]
    note: str | None
    scopes: list[Scope]
    unfinished: str | None = None
    """The part of the note that speaks of datasets which are not loaded whole."""
    overlay: Overlay | None = None
    """The scenario in which commitments are looked for; None is the world as it is."""

    def noting(self, *notes: str) -> "Context":
        """The same, with more to be remarked, such as which state a name means on that day."""
        told = "; ".join(dict.fromkeys(note for note in (self.note, *notes) if note))
        return replace(self, note=told or None)

    @property
    def params(self) -> dict[str, Any]:
        """The parameters that every dated query has."""
        return {"on": self.as_of, "datasets": self.datasets}


_DATASETS = """
MATCH (d:Dataset)
OPTIONAL MATCH (s:Scope {dataset: d.id})
RETURN d.id AS id, d.covers_until AS until, d.loading AS loading, collect(properties(s)) AS scopes
ORDER BY id
"""


def context(store: Store, on: str | None = None, datasets: str | None = None) -> Context:
    """What the loaded datasets say of a day.

    `on` is a date as text, today by default; `datasets` is `all`, a comma-separated list, or by default
    `core` (whatever is loaded, where core is not).
    """
    asked = day(on) if on is not None else Date.today()
    loaded = {row["id"]: row for row in store.read(_DATASETS)}
    if not loaded:
        place = store.engine.home or store.engine.address
        raise BadInput(f"nothing is loaded in {place}; run `foedera load core`")
    chosen = _chosen(loaded, datasets)
    reach = max((loaded[name]["until"] or asked for name in chosen), default=asked)
    as_of = min(asked, reach)
    late = f"{', '.join(chosen)} covers until {reach.isoformat()}; this is the answer as of that day"
    unfinished = "; ".join(cut_short(name) for name in chosen if loaded[name]["loading"]) or None
    note = "; ".join(part for part in (late if as_of < asked else None, unfinished) if part) or None
    scopes = [_scope(found) for name in chosen for found in loaded[name]["scopes"]]
    return Context(asked, as_of, chosen, note, sorted(scopes, key=lambda scope: scope.id), unfinished)


def cut_short(dataset: str) -> str:
    """What is said of a dataset whose load has not come to its end."""
    return (
        f"{dataset} is being loaded, or its last load was cut short: answers may lack facts; "
        f"run `foedera load {dataset}`"
    )


def _chosen(loaded: Iterable[str], datasets: str | None) -> list[str]:
    known = sorted(loaded)
    if datasets is None:
        return ["core"] if "core" in known else known
    if datasets == "all":
        return known
    wanted = [name.strip() for name in datasets.split(",")]
    for name in wanted:
        if name not in known:
            raise BadInput(
                f"dataset {name!r} is not loaded; expected {', '.join([*known, 'all'])}.{nearest(name, known)}"
            )
    return wanted


def _scope(found: Mapping[str, Any]) -> Scope:
    def ids(name: str) -> frozenset[str]:
        return frozenset(found.get(name) or ())

    return Scope(
        found["id"],
        found["dataset"],
        found["title"],
        span_of(found),
        found["complete"],
        ids("kinds"),
        ids("parties"),
        ids("counterparties"),
    )
