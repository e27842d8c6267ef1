"""One promise of an agreement, as a comparison sets it beside those of others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..graph.dates import Date
from .articles import the


@dataclass(frozen=True, slots=True)
class Provision:
    """`owed_by` and `owed_to` are ids of parties; `amount` is in units of `currency` (ISO 4217) for `period`.

    `own_end` says that it ends on another day than its agreement, `own_status` that it stands otherwise; `suspended` are
    the names of those who do not owe it for the time being, while others may. `way` is `owed by Ukraine` where only the party that all the agreements share owes it, else empty; `course`
    says from whom to whom it runs in terms that hold for all of them.
    """

    agreement: str
    obligation: str
    name: str
    kind: str
    force: str
    rank: int
    summary: str
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    owed_to_class: str | None
    trigger: str | None
    condition: str | None
    discretion: str | None
    deadline: str | None
    deadline_hours: float | None
    amount: float | None
    currency: str | None
    period: str | None
    since: str | None
    until: str | None
    status: str
    article: str | None
    sources: tuple[str, ...]
    checked: Date | None
    own_end: bool
    own_status: bool
    suspended: tuple[str, ...]
    way: str
    course: str

    @property
    def mutual(self) -> bool:
        """Whether those who owe it are those to whom it is owed."""
        return self.owed_by == self.owed_to

    @property
    def direction(self) -> str:
        """`USA → UKR`, `each to the other`; of many parties their number."""
        if self.mutual:
            return "each to the other" if len(self.owed_by) == 2 else "all to one another"
        return f"{_listed(self.owed_by)} → {self.owed_to_class or _listed(self.owed_to)}"

    def to_dict(self) -> dict[str, Any]:
        return {
            "obligation": self.obligation,
            "name": self.name,
            "kind": self.kind,
            "force": self.force,
            "rank": self.rank,
            "summary": self.summary,
            "owed_by": list(self.owed_by),
            "owed_to": [self.owed_to_class] if self.owed_to_class else list(self.owed_to),
            "mutual": self.mutual,
            "trigger": self.trigger,
            "condition": self.condition,
            "discretion": self.discretion,
            "deadline": self.deadline,
            "deadline_hours": self.deadline_hours,
            "amount": self.amount,
            "currency": self.currency,
            "period": self.period,
            "article": self.article,
            "since": self.since,
            "until": self.until,
            "status": self.status,
            "suspended": list(self.suspended),
            "sources": list(self.sources),
            "checked": self.checked.isoformat() if self.checked else None,
        }


def _listed(parties: Sequence[str]) -> str:
    return ", ".join(parties) if len(parties) <= 3 else f"{len(parties)} parties"


def provisions(
    obligations: Iterable[Mapping[str, Any]],
    parties: Iterable[Mapping[str, Any]],
    terms: Mapping[str, Mapping[str, Any]],
    suspended: Mapping[str, Sequence[str]],
) -> list[Provision]:
    """The rows of `agreement-obligations`, with the way each runs as seen from the parties they all share.

    `terms` are the rows of `agreement-terms` by agreement, `suspended` the names of those whose part is, by obligation.
    """
    names: dict[str, str] = {}
    of: dict[str, set[str]] = {id: set() for id in terms}
    for row in parties:
        names[row["party"]] = row["name"]
        of[row["agreement"]].add(row["party"])
    shared = set.intersection(*of.values())
    way = f"owed by {the(names[min(shared)])}" if len(shared) == 1 else ""
    return [
        _provision(
            {**row, "suspended": suspended.get(row["obligation"], ())}, terms[row["agreement"]], shared, way
        )
        for row in obligations
    ]


def _provision(row: Mapping[str, Any], terms: Mapping[str, Any], shared: set[str], way: str) -> Provision:
    given = {name: row[name] for name in row if name in Provision.__slots__}
    given |= {name: tuple(row[name]) for name in ("owed_by", "owed_to", "sources", "suspended")}
    by_shared = way if set(row["owed_by"]) == shared else ""
    course = _course(row["owed_by"], row["owed_to"], shared)
    own = {
        f"own_{name}": row[column] != terms[column]
        for name, column in (("end", "until"), ("status", "status"))
    }
    return Provision(**given, **own, way=by_shared, course=course)


def _course(owed_by: Sequence[str], owed_to: Sequence[str], shared: set[str]) -> str:
    if owed_by == owed_to:
        return "mutual"
    ends = ({party if party in shared else "another" for party in end} for end in (owed_by, owed_to))
    return " to ".join(", ".join(sorted(end)) or "nobody named" for end in ends)
