"""Whether something holds on a day, in a word: of what is shown with its whole history."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..graph.coverage import Extent
from ..graph.dates import Bounds, Date, Span, span_of
from ..graph.store import Reads, Store
from . import stored
from .context import Context
from .header import Query

IN_FORCE: Final = "in force"
_ORDER: Final = (IN_FORCE, "dormant", "disputed", "unknown", "suspended", "not covered", "not yet", "ended")
"""Of what several owe, the word that is said of the whole is the first of these that fits one."""


def standing(span: Span, status: str | None, on: Date, extent: Extent | None) -> str:
    """`in force`, or its status; `ended`, `not yet in force`, `unknown`, `not covered after 2018-12-31`."""
    if span.until and span.until.latest <= on:
        return "ended"
    if span.since and span.since.earliest > on:
        return "not yet in force"
    if extent and extent.outside(on):
        late = extent.until and on > extent.until
        return f"not covered after {extent.until}" if late else f"not covered before {extent.since}"
    if status and status != IN_FORCE:
        return status
    return IN_FORCE if span.certainly(on) else "unknown"


def of_row(row: Mapping[str, Any], context: Context) -> str:
    """Of a row of `stored.dated` that has its beginning, its end, its status and its dataset."""
    until = row["until"]
    end = until if isinstance(until, Bounds) else None
    span = Span(row["since"], end, until_known=until != stored.UNKNOWN)
    return standing(span, row["status"], context.as_of, context.extents.get(row["dataset"]))


def rows(store: Store, context: Context, query: Query, values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a stored query, dates as text; of one that has no day they say how each stands on the context's."""
    found = stored.dated(store, query, values)
    undated = "on" not in values and {"since", "until", "status"} <= set(query.columns)
    owed = [row["obligation"] for row in found if "obligation" in row] if undated else []
    of_obligation = of_obligations(store, context, owed) if owed else {}
    for row in found:
        text = {name: str(each) if isinstance(each, Bounds) else each for name, each in row.items()}
        if undated:
            word = of_obligation.get(row.get("obligation", ""))
            text["status"] = word or of_row(row, context)
        yield text


_OWED: Final = """
UNWIND $ids AS id
MATCH (a:Agreement)-[:CREATES]->(b:Obligation {id: id})
OPTIONAL MATCH (b)<-[r:OWES]-(:Country|Organization)
WITH a, b, r ORDER BY r.id
RETURN b.id AS id, properties(a) AS agreement, properties(b) AS held, collect(properties(r)) AS owing
ORDER BY id
"""


def of_obligations(reader: Reads, context: Context, ids: Collection[str]) -> dict[str, str]:
    """The word on each obligation: its own where that has ended or the like, else that on the best of who owes it.

    What it does not say of its own time is that of its agreement.
    """
    return {
        row["id"]: _of_obligation(row["agreement"], row["held"], row["owing"], context)
        for row in reader.read(_OWED, {"ids": sorted(ids)})
    }


def _of_obligation(
    agreement: Mapping[str, Any],
    held: Mapping[str, Any],
    owing: Iterable[Mapping[str, Any]],
    context: Context,
) -> str:
    own, treaty = span_of(held), span_of(agreement)
    ends = own.until or not own.until_known
    span = Span(
        own.since or treaty.since,
        own.until if ends else treaty.until,
        until_known=own.until_known and (bool(ends) or treaty.until_known),
    )
    extent = context.extents.get(held["dataset"])
    said = standing(span, held.get("status"), context.as_of, extent)
    each = [standing(span_of(arrow), arrow.get("status"), context.as_of, extent) for arrow in owing]
    return said if said != IN_FORCE or not each else best(each)


def best(words: Sequence[str]) -> str:
    """The word on a whole of which parts stand otherwise.

    >>> best(["ended", "not covered after 2018-12-31"]), best(["ended", "in force", "suspended"])
    ('not covered after 2018-12-31', 'in force')
    """
    return min(words, key=lambda word: next(n for n, each in enumerate(_ORDER) if word.startswith(each)))
