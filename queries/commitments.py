"""Which commitments run from, or to, some parties on a day: one query for a whole frontier."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..graph.dates import HOLDING, possibly
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Store
from ..graph.vocabulary import FORCES, KINDS, NOT_SUPPORT
from .answer import Commitment
from .context import Context, span_of

Direction = Literal["owed by", "owed to"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which commitments a question is about; `kinds` empty means every kind that is support.

    Raises:
        BadInput: a kind or a force is no term of the vocabulary.
    """

    kinds: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    min_rank: int = 0

    def __post_init__(self) -> None:
        for what, given, terms in (("kind", self.kinds, KINDS), ("force", self.forces, FORCES)):
            for each in given:
                if each not in terms:
                    near = nearest(each, terms)
                    raise BadInput(f"unknown {what} {each!r}; expected one of {', '.join(terms)}.{near}")

    def params(self) -> dict[str, Any]:
        """Every filter as a parameter of `_TEXT`."""
        return {
            "kinds": list(self.kinds) or [kind for kind in KINDS if kind not in NOT_SUPPORT],
            "forces": list(self.forces) or list(FORCES),
            "min_rank": self.min_rank,
        }


_ARROW = (
    "since: {r}.since, since_latest: {r}.since_latest, until: {r}.until, until_latest: {r}.until_latest,"
    " until_known: {r}.until_known, status: {r}.status, sources: {r}.sources, checked: {r}.checked"
)
_DETAILS = (
    "summary",
    "article",
    "trigger",
    "condition",
    "discretion",
    "deadline",
    "note",
    "force_note",
)


def _end(variable: str, relationship: str) -> str:
    return f"collect({{id: {variable}.id, name: {variable}.name, {_ARROW.format(r=relationship)}}}) AS {variable}s"


def _text(direction: Direction) -> str:
    """From the frontier to the obligations, then to their other ends; a row an obligation."""
    owes = "(debtor:Country|Organization)-[o:OWES]->(b:Obligation)"
    owed = "(b:Obligation)-[t:OWED_TO]->(creditor:Country|Organization)"
    first, second = (owes, owed) if direction == "owed by" else (owed, owes)
    near, far = ("debtor", "creditor") if direction == "owed by" else ("creditor", "debtor")
    this, that = ("o", "t") if direction == "owed by" else ("t", "o")
    details = ", ".join(f"b.{name} AS {name}" for name in _DETAILS)
    return f"""
MATCH {first}
WHERE {near}.id IN $frontier AND b.dataset IN $datasets AND b.kind IN $kinds AND b.force IN $forces
  AND b.rank >= $min_rank AND {possibly(this)}
WITH b, {_end(near, this)}
MATCH {second}
WHERE {possibly(that)}
WITH b, {near}s, {_end(far, that)}
MATCH (a:Agreement)-[:CREATES]->(b)
RETURN b.id AS obligation, b.name AS name, b.kind AS kind, b.force AS force, b.rank AS rank,
       b.sources AS sources, b.checked AS checked, a.id AS agreement, a.title AS title,
       {details}, debtors, creditors
ORDER BY obligation
"""


_TEXTS: Mapping[Direction, str] = {way: _text(way) for way in ("owed by", "owed to")}


def commitments(
    store: Store, context: Context, frontier: Collection[str], direction: Direction, wanted: Wanted
) -> Iterator[Commitment]:
    """Every commitment, certainly or possibly in force on the day, owed by or to the frontier's parties."""
    params = {**context.params, **wanted.params(), "frontier": sorted(frontier)}
    for row in store.read(_TEXTS[direction], params):
        yield from _pairs(row, context)


def _pairs(row: Mapping[str, Any], context: Context) -> Iterator[Commitment]:
    details = {name: row[name] for name in _DETAILS if row[name]}
    creditors = [(end, span_of(end)) for end in row["creditors"]]
    for debtor in row["debtors"]:
        owing = span_of(debtor)
        for creditor, owed in creditors:
            common = owing.within(owed)
            if creditor["id"] == debtor["id"] or common is None or not common.possibly(context.as_of):
                continue
            status = _status(debtor["status"], creditor["status"])
            yield Commitment(
                debtor=debtor["id"],
                beneficiary=creditor["id"],
                debtor_name=debtor["name"],
                beneficiary_name=creditor["name"],
                agreement=row["agreement"],
                agreement_title=row["title"],
                obligation=row["obligation"],
                name=row["name"],
                kind=row["kind"],
                force=row["force"],
                rank=row["rank"],
                span=common,
                certain=status in HOLDING and common.certainly(context.as_of),
                status=status,
                sources=_cited(row["sources"], debtor["sources"], creditor["sources"]),
                checked=_checked(row["checked"], debtor["checked"], creditor["checked"]),
                details=details,
            )


def _status(*statuses: str | None) -> str:
    """The worse of both arrows' statuses."""
    order = ("suspended", "disputed", "dormant", "in force")
    return min((status or "in force" for status in statuses), key=order.index)


def _cited(*sources: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for each in sources for source in each or ()))


def _checked(*days: Any) -> Any:
    return min(days) if all(days) else None
