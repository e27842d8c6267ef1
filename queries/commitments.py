"""Which commitments run from, or to, some parties on a day: one query for a whole frontier."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..graph.dates import HOLDING, possibly, running, span_of
from ..graph.days import days, told
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Reads
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
        if not isinstance(self.min_rank, int) or not 0 <= self.min_rank <= 5:
            raise BadInput(f"the minimum rank is {self.min_rank!r}; expected a whole number from 0 to 5")

    def params(self) -> dict[str, Any]:
        """Every filter as a parameter of `_TEXT`."""
        return {
            "kinds": list(self.kinds) or [kind for kind in KINDS if kind not in NOT_SUPPORT],
            "forces": list(self.forces) or list(FORCES),
            "min_rank": self.min_rank,
        }


WANTED = "b.dataset IN $datasets AND b.kind IN $kinds AND b.force IN $forces AND b.rank >= $min_rank"
"""Which obligations are wanted; the parameters are those of `Context` and of `Wanted`."""


EACH_PARTY = (
    "UNWIND {} AS id\n"
    "OPTIONAL MATCH (c:Country {{id: id}}) OPTIONAL MATCH (g:Organization {{id: id}})\n"
    "WITH coalesce(c, g) AS p WHERE p IS NOT NULL"
)
"""Each party of a list of ids as `p`, by the index of either label.

Where the ids come from a list, the embedded engine goes through all parties for `Country|Organization`.
"""


_ARROW = ("status", "sources", "note")
_END = ("id", "label", "name", *_ARROW)
"""What is read of the party at the end of an arrow, and of the arrow: as a list, since the driver takes long over keys."""
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


def _match(direction: Direction, there: Callable[[str], str]) -> str:
    """From the frontier to the obligations, then to their other ends.

    Each pattern begins with what is known: the embedded engine searches in the order in which it is written.
    """
    owes, owed_to = "-[o:OWES]->", "<-[t:OWED_TO]-"
    if direction == "owed by":
        near, far, this, that, first, second = "debtor", "creditor", "o", "t", owes, "-[t:OWED_TO]->"
    else:
        near, far, this, that, first, second = "creditor", "debtor", "t", "o", owed_to, "<-[o:OWES]-"
    return f"""
{EACH_PARTY.format("$frontier")}
MATCH (p){first}(b:Obligation)
WHERE {WANTED} AND {there(this)}
WITH b, collect({_end("p", this)}) AS {near}s
MATCH (b){second}(q:Country|Organization)
WHERE {there(that)} AND ($others IS NULL OR q.id IN $others)
WITH b, {near}s, collect({_end("q", that)}) AS {far}s
"""


def _party(party: str) -> str:
    return f"[{party}.id, labels({party})[0], {party}.name]"


def _arrow(arrow: str) -> str:
    return f"[{', '.join(f'{arrow}.{name}' for name in _ARROW)}, {days(arrow)}]"


def _end(party: str, arrow: str) -> str:
    return f"{_party(party)} + {_arrow(arrow)}"


def _ends(found: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(_END, each, strict=True)) | told(span) for *each, span in found]


_SAID: Mapping[str, str] = {
    "name": "b.name",
    "kind": "b.kind",
    "force": "b.force",
    "rank": "b.rank",
    "sources": "b.sources",
    "checked": "b.checked",
    "dataset": "b.dataset",
    "agreement": "a.id",
    "title": "a.title",
    "signed": "a.signed_latest",
    "phase": "b.phase",
    **{name: f"b.{name}" for name in DETAILS},
}


def _full(direction: Direction, there: Callable[[str], str] = possibly) -> str:
    """A row an obligation, with all that is said of it and of its arrows."""
    return f"""{_match(direction, there)}
MATCH (b)<-[:CREATES]-(a:Agreement)
RETURN b.id AS obligation, {", ".join(f"{value} AS {name}" for name, value in _SAID.items())},
       debtors, creditors
ORDER BY obligation
"""


_FULL: Mapping[Direction, str] = {way: _full(way) for way in ("owed by", "owed to")}
_SUSPENDED_TOO: Mapping[Direction, str] = {way: _full(way, running) for way in ("owed by", "owed to")}


def commitments(
    store: Reads,
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
    text = (_SUSPENDED_TOO if suspended else _FULL)[direction]
    rows: Iterable[Mapping[str, Any]] = (
        {**row, "debtors": _ends(row["debtors"]), "creditors": _ends(row["creditors"])}
        for row in store.read(text, params)
    )
    if context.overlay:
        rows = context.overlay.full(rows, params, owed_by=direction == "owed by")
    for row in rows:
        yield from pairs(row, context)


_STEPS = """
UNWIND $steps AS step
WITH step[0] AS one, step[1] AS other
OPTIONAL MATCH (c:Country {id: one}) OPTIONAL MATCH (g:Organization {id: one})
WITH coalesce(c, g) AS p, other WHERE p IS NOT NULL
OPTIONAL MATCH (c:Country {id: other}) OPTIONAL MATCH (g:Organization {id: other})
WITH p, coalesce(c, g) AS q WHERE q IS NOT NULL
"""
"""Each pair of a list as `p` and `q`, as `EACH_PARTY` finds one: with both known, arrows between are followed once."""

_ALONG = f"""
{_STEPS}
MATCH (p)-[o:OWES]->(b:Obligation)-[t:OWED_TO]->(q) WHERE {possibly("o")} AND {WANTED} AND {possibly("t")}
MATCH (b)<-[:CREATES]-(a:Agreement)
WITH p, q, collect([b.id, [{", ".join(_SAID.values())}], {_arrow("o")}, {_arrow("t")}]) AS found
RETURN {_party("p")} AS debtor, {_party("q")} AS creditor, found
"""


def along(
    reader: Reads, context: Context, wanted: Wanted, steps: Collection[tuple[str, str]]
) -> Iterator[Commitment]:
    """Every commitment between these pairs of debtor and beneficiary, certainly or possibly in force on the day."""
    params = {**context.params, **wanted.params()}
    rows: Iterable[Mapping[str, Any]] = (
        {
            "obligation": id,
            **dict(zip(_SAID, said, strict=True)),
            "debtors": _ends([[*row["debtor"], *owes]]),
            "creditors": _ends([[*row["creditor"], *owed]]),
        }
        for row in reader.read(_ALONG, params | {"steps": [list(step) for step in sorted(steps)]})
        for id, said, owes, owed in row["found"]
    )
    if context.overlay:
        debtors, creditors = zip(*steps, strict=True)
        rows = context.overlay.full(rows, params | {"frontier": debtors, "others": creditors}, owed_by=True)
    for row in rows:
        yield from (each for each in pairs(row, context) if (each.debtor, each.beneficiary) in steps)


def pairs(row: Mapping[str, Any], context: Context) -> Iterator[Commitment]:
    """The commitments of one obligation on the day, as a row of `commitments` tells of it and of its arrows."""
    details = {name: row[name] for name in DETAILS if row.get(name)}
    extent = context.extents.get(row["dataset"])
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
                details=details | _notes(debtor["note"], creditor["note"]),
                debtor_label=debtor.get("label", ""),
                beneficiary_label=creditor.get("label", ""),
                signed=row.get("signed"),
                dataset=row["dataset"],
                still=extent.still(common.until) if extent else "",
                phase=row.get("phase"),
            )


def _notes(debtor: str | None, creditor: str | None) -> dict[str, str]:
    """What is remarked on either party's part, such as that it has frozen it; each is on that party alone."""
    notes = {"debtor_note": debtor, "creditor_note": creditor}
    return {name: note for name, note in notes.items() if note}


def _status(*statuses: str | None) -> str:
    """The worse of both arrows' statuses."""
    order = ("suspended", "disputed", "dormant", "in force")
    return min((status or "in force" for status in statuses), key=order.index)


def _cited(*sources: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for each in sources for source in each or ()))


def _checked(*days: Any) -> Any:
    return min(days) if all(days) else None
