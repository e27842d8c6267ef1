"""Which commitments run from, or to, some parties on a day: one query for a whole frontier."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from ..graph.dates import HOLDING, certainly, possibly, running, span_of
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Store
from ..graph.vocabulary import FORCES, KINDS, NOT_SUPPORT
from .answer import Commitment
from .context import Context

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
        if not 0 <= self.min_rank <= 5:
            raise BadInput(f"--min-rank is {self.min_rank}; expected 0 to 5")

    def params(self) -> dict[str, Any]:
        """Every filter as a parameter of `_TEXT`."""
        return {
            "kinds": list(self.kinds) or [kind for kind in KINDS if kind not in NOT_SUPPORT],
            "forces": list(self.forces) or list(FORCES),
            "min_rank": self.min_rank,
        }


_ARROW = (
    "since: {arrow}.since, since_latest: {arrow}.since_latest, until: {arrow}.until,"
    " until_latest: {arrow}.until_latest, until_known: {arrow}.until_known, status: {arrow}.status,"
    " sources: {arrow}.sources, checked: {arrow}.checked, note: {arrow}.note"
)
DETAILS = (
    "summary",
    "article",
    "trigger",
    "condition",
    "discretion",
    "deadline",
    "note",
    "force_note",
    "among_parties",
)
"""What qualifies a commitment, as its obligation says it."""


def _match(
    direction: Direction, first_end: str, second_end: str, there: Callable[[str], str] = possibly
) -> str:
    """From the frontier to the obligations, then to their other ends.

    Each pattern begins with what is known: the embedded engine searches in the order in which it is written.
    """
    owing, owed = "(debtor:Country|Organization)", "(creditor:Country|Organization)"
    if direction == "owed by":
        first, second = f"{owing}-[o:OWES]->(b:Obligation)", f"(b)-[t:OWED_TO]->{owed}"
    else:
        first, second = f"{owed}<-[t:OWED_TO]-(b:Obligation)", f"(b)<-[o:OWES]-{owing}"
    near, far = ("debtor", "creditor") if direction == "owed by" else ("creditor", "debtor")
    this, that = ("o", "t") if direction == "owed by" else ("t", "o")
    return f"""
MATCH {first}
WHERE {near}.id IN $frontier AND {_WANTED} AND {there(this)}
WITH b, collect({first_end.format(end=near, arrow=this)}) AS {near}s
MATCH {second}
WHERE {there(that)} AND ($others IS NULL OR {far}.id IN $others)
WITH b, {near}s, collect({second_end.format(end=far, arrow=that)}) AS {far}s
"""


_WANTED = "b.dataset IN $datasets AND b.kind IN $kinds AND b.force IN $forces AND b.rank >= $min_rank"


def _full(direction: Direction, there: Callable[[str], str] = possibly) -> str:
    """A row an obligation, with all that is said of it and of its arrows."""
    end = "{{id: {end}.id, label: labels({end})[0], name: {end}.name, " + _ARROW + "}}"
    details = ", ".join(f"b.{name} AS {name}" for name in DETAILS)
    return f"""{_match(direction, end, end, there)}
MATCH (b)<-[:CREATES]-(a:Agreement)
RETURN b.id AS obligation, b.name AS name, b.kind AS kind, b.force AS force, b.rank AS rank,
       b.sources AS sources, b.checked AS checked, a.id AS agreement, a.title AS title,
       {details}, debtors, creditors
ORDER BY obligation
"""


def _light(direction: Direction) -> str:
    """A row an obligation, with what a search needs: its rank, its ends, and whether each surely holds."""
    this, that = ("o", "t") if direction == "owed by" else ("t", "o")
    first, second = (f"[{{end}}.id, {certainly(arrow)}]" for arrow in (this, that))
    return f"""{_match(direction, first, second)}
RETURN b.id AS obligation, b.rank AS rank, debtors, creditors
ORDER BY obligation
"""


_FULL: Mapping[Direction, str] = {way: _full(way) for way in ("owed by", "owed to")}
_SUSPENDED_TOO: Mapping[Direction, str] = {way: _full(way, running) for way in ("owed by", "owed to")}
_LIGHT: Mapping[Direction, str] = {way: _light(way) for way in ("owed by", "owed to")}


class Link(NamedTuple):
    """One obligation between two parties, as a search needs it."""

    debtor: str
    beneficiary: str
    obligation: str
    rank: int
    certain: bool


def links(
    store: Store, context: Context, frontier: Collection[str], direction: Direction, wanted: Wanted
) -> Iterator[Link]:
    """Every link, certainly or possibly there on the day, owed by or to the frontier's parties."""
    params = {**context.params, **wanted.params(), "frontier": sorted(frontier), "others": None}
    rows: Iterable[Mapping[str, Any]] = store.read(_LIGHT[direction], params)
    if context.overlay:
        rows = context.overlay.light(rows, params, owed_by=direction == "owed by")
    for row in rows:
        for debtor, owing in row["debtors"]:
            for creditor, owed in row["creditors"]:
                if creditor != debtor:
                    yield Link(debtor, creditor, row["obligation"], row["rank"], bool(owing and owed))


def commitments(
    store: Store,
    context: Context,
    frontier: Collection[str],
    direction: Direction,
    wanted: Wanted,
    others: Collection[str] | None = None,
    *,
    suspended: bool = False,
) -> Iterator[Commitment]:
    """Every commitment, certainly or possibly in force on the day, owed by or to the frontier's parties.

    `others`, where given, are the only parties that their other end may be. With `suspended` comes also what
    is suspended on that day, which is never certain.
    """
    params = {**context.params, **wanted.params(), "frontier": sorted(frontier)}
    params["others"] = None if others is None else sorted(others)
    texts = _SUSPENDED_TOO if suspended else _FULL
    rows: Iterable[Mapping[str, Any]] = store.read(texts[direction], params)
    if context.overlay:
        rows = context.overlay.full(rows, params, owed_by=direction == "owed by")
    for row in rows:
        yield from pairs(row, context)


_CEILING = f"""
OPTIONAL MATCH (:Country|Organization {{id: $source}})-[o:OWES]->(b:Obligation)
WHERE {_WANTED} AND {possibly("o")}
WITH max(b.rank) AS owing
OPTIONAL MATCH (:Country|Organization {{id: $target}})<-[t:OWED_TO]-(b:Obligation)
WHERE {_WANTED} AND {possibly("t")}
RETURN owing, max(b.rank) AS owed
"""


def ceiling(store: Store, context: Context, source: str, target: str, wanted: Wanted) -> int:
    """No chain of that day has a weakest link above this rank; -1 where there can be no chain."""
    params = {**context.params, **wanted.params(), "source": source, "target": target}
    (row,) = store.read(_CEILING, params)
    owing, owed = row["owing"], row["owed"]
    if context.overlay:
        owing = _higher(owing, context.overlay.highest(source, params, owed_by=True))
        owed = _higher(owed, context.overlay.highest(target, params, owed_by=False))
    return -1 if owing is None or owed is None else int(min(owing, owed))


def _higher(one: int | None, other: int | None) -> int | None:
    return max((each for each in (one, other) if each is not None), default=None)


def pairs(row: Mapping[str, Any], context: Context) -> Iterator[Commitment]:
    """The commitments of one obligation on the day, as a row of `commitments` tells of it and of its arrows."""
    details = {name: row[name] for name in DETAILS if row.get(name)}
    creditors = [(end, span_of(end)) for end in row["creditors"]]
    for debtor in row["debtors"]:
        owing = span_of(debtor)
        for creditor, owed in creditors:
            common = owing.within(owed)
            if creditor["id"] == debtor["id"] or common is None or not common.possibly(context.as_of):
                continue
            status = _status(debtor["status"], creditor["status"])
            notes = _notes(debtor["note"], creditor["note"])
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
                details=details | notes,
                debtor_label=debtor.get("label", ""),
                beneficiary_label=creditor.get("label", ""),
            )


def _notes(*notes: str | None) -> dict[str, str]:
    """What is remarked on one party's part, such as that it has frozen it."""
    told = "; ".join(dict.fromkeys(note for note in notes if note))
    return {"arrow_note": told} if told else {}


def _status(*statuses: str | None) -> str:
    """The worse of both arrows' statuses."""
    order = ("suspended", "disputed", "dormant", "in force")
    return min((status or "in force" for status in statuses), key=order.index)


def _cited(*sources: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for each in sources for source in each or ()))


def _checked(*days: Any) -> Any:
    return min(days) if all(days) else None
