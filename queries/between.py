"""Every commitment of two parties on a day, in both directions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ..graph.coverage import Verdict
from ..graph.dates import in_words
from ..graph.errors import BadInput
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from . import stored
from .answer import Commitment
from .articles import the
from .catalogue import shipped
from .commitments import Wanted, commitments
from .context import Context
from .elsewhere import holds_none
from .ended import ended
from .names import Party
from .result import Result
from .same import merged

if TYPE_CHECKING:
    import networkx

COLUMNS: Final = (
    "from", "to", "obligation", "name", "phase", "agreement", "kind", "force", "rank", "since", "until", "status", "certain",
    "sources", "checked",
)  # fmt: skip
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Direction:
    """What `debtor` owes `beneficiary`, the strongest first; what is suspended comes last.

    `verdict` is yes where something certainly holds; `reason` says why, or why nothing is known to.
    """

    debtor: Party
    beneficiary: Party
    verdict: Verdict
    reason: str
    commitments: Sequence[Commitment]

    def to_dict(self) -> dict[str, Any]:
        return {
            "from": self.debtor.id,
            "to": self.beneficiary.id,
            "verdict": self.verdict,
            "reason": self.reason,
            "commitments": [each.to_dict() for each in self.commitments],
        }


@dataclass(frozen=True, slots=True)
class BetweenAnswer(Result):
    """`verdict` is yes where either has certainly promised the other something."""

    verdict: Verdict
    reason: str
    directions: tuple[Direction, Direction]

    def to_dict(self) -> dict[str, Any]:
        return self.about() | {
            "verdict": self.verdict,
            "reason": self.reason,
            "directions": [each.to_dict() for each in self.directions],
        }

    def table(self) -> list[dict[str, Any]]:
        """A row a commitment."""
        columns = self.headings()
        return [_flat(each, columns) for way in self.directions for each in way.commitments]

    def headings(self) -> Sequence[str]:
        return self.naming(COLUMNS)

    def summary(self) -> Sequence[str]:
        return [f"{self.verdict}: {self.reason}"]

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """The two parties, and every commitment from who owes to who is owed."""
        from .networks import of_commitments

        return of_commitments(each for way in self.directions for each in way.commitments)


def _flat(each: Commitment, columns: Sequence[str]) -> dict[str, Any]:
    found = {"from": each.debtor, "to": each.beneficiary, **each.to_dict()}
    return {name: found.get(name) for name in columns}


def between(
    store: Store, context: Context, one: Party, other: Party, kinds: Sequence[str] = ()
) -> BetweenAnswer:
    """What the two owe each other on the context's day, of these kinds or of every kind.

    Raises:
        BadInput: both are the same, or a kind is no term of the vocabulary.
    """
    if one.id == other.id:
        raise BadInput(f"it takes two parties; both are {the(one.name)}")
    ways = tuple(_direction(store, context, *ends, tuple(kinds)) for ends in ((one, other), (other, one)))
    counted = "; ".join(f"{way.debtor.name} to {way.beneficiary.name}: {_counted(way)}" for way in ways)
    if any(way.commitments for way in ways):
        order: Sequence[Verdict] = ("yes", "unknown", "no", "not covered")
        return BetweenAnswer(min((way.verdict for way in ways), key=order.index), counted, (ways[0], ways[1]))
    return BetweenAnswer(ways[0].verdict, ways[0].reason, (ways[0], ways[1]))


def _counted(way: Direction) -> str:
    """`2 commitments, 1 possibly, 1 suspended`."""
    suspended = sum(each.status == "suspended" for each in way.commitments)
    certain = sum(each.certain for each in way.commitments)
    possibly = len(way.commitments) - suspended - certain
    parts = [f"{certain} in force" if certain else "", f"{possibly} possibly" if possibly else ""]
    parts.append(f"{suspended} suspended" if suspended else "")
    return ", ".join(part for part in parts if part) or "none"


def _direction(
    store: Store, context: Context, debtor: Party, beneficiary: Party, kinds: tuple[str, ...]
) -> Direction:
    wanted = Wanted(kinds=kinds or tuple(KINDS))
    found = commitments(store, context, [debtor.id], "owed by", wanted, [beneficiary.id], suspended=True)
    ranked = sorted(merged(store, context, found), key=_order)
    verdict, reason = _verdict(store, context, debtor, beneficiary, kinds, ranked)
    return Direction(debtor, beneficiary, verdict, reason, ranked)


def _order(each: Commitment) -> tuple[object, ...]:
    """What is suspended last; then by rank, of one rank what is certain first."""
    return (each.status == "suspended", -each.rank, not each.certain, each.strength)


def _verdict(
    store: Store,
    context: Context,
    debtor: Party,
    beneficiary: Party,
    kinds: tuple[str, ...],
    found: Sequence[Commitment],
) -> tuple[Verdict, str]:
    certain = [each for each in found if each.certain]
    if certain:
        dormant = all(each.status == "dormant" for each in certain)
        return "yes", f"the strongest of rank {certain[0].rank}" + (", all dormant" if dormant else "")
    if any(each.status != "suspended" for each in found):
        return "unknown", "only possibly in force on that day"
    verdict, reason = context.nothing_found(debtor.id, beneficiary.id, kinds)
    if context.not_covered:
        return verdict, reason
    if verdict == "unknown" and (none := holds_none(store, context, kinds)):
        return "not covered", none
    if verdict == "unknown" and not kinds:
        reason += _complete_in_part(context, debtor, beneficiary)
    if found:
        return verdict, f"only what is suspended; otherwise {reason}"
    reason += ended(store, context, [debtor.id, beneficiary.id])
    return verdict, reason + _other_days(store, context, debtor, beneficiary)


def _complete_in_part(context: Context, debtor: Party, beneficiary: Party) -> str:
    """What a scope that is complete for some kinds says of the two."""
    covering = [
        scope
        for scope in context.scopes
        if scope.complete and scope.kinds and scope.span.certainly(context.as_of)
        if scope.covers(debtor.id, beneficiary.id, scope.kinds)
        and scope.dataset not in context.lacking(debtor.id, beneficiary.id, ())
    ]
    return "".join(f"; but {each.dataset} is complete for {each.title}, and holds none" for each in covering)


def _other_days(store: Store, context: Context, debtor: Party, beneficiary: Party) -> str:
    """`; on another day: anzus/article-4 (defense, 1952-04-29 to …)`, at most three."""
    asked = {"party": debtor.id, "other": beneficiary.id, "datasets": context.asked}
    rows = stored.rows(store, shipped("commitments-ever-between"), asked)
    told = [f"{row['obligation']} ({row['kind']}, {_when(row)})" for row in _of(rows, debtor)]
    more = f" and {len(told) - _TOLD} more" if len(told) > _TOLD else ""
    return f"; on another day: {'; '.join(told[:_TOLD])}{more}" if told else ""


def _of(rows: Iterable[Mapping[str, Any]], debtor: Party) -> Iterable[Mapping[str, Any]]:
    return [row for row in rows if row["from"] == debtor.id]


def _when(row: Mapping[str, Any]) -> str:
    until = f" until {in_words(row['until'])}" if row["until"] else ""
    status = f", {row['status']}" if row["status"] else ""
    return f"since {in_words(row['since'] or 'an unknown day')}{until}{status}"
