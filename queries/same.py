"""The same instrument in several datasets: one row, the word of the one believed first, and what the others say."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..graph.store import Reads
from .answer import Commitment
from .context import Context

_LINKS = """
UNWIND $ids AS id
MATCH (a:Agreement {id: id})-[:SAME_AS]-(b:Agreement)
RETURN DISTINCT a.id AS one, b.id AS other
ORDER BY one, other
"""


def instruments(reader: Reads, agreements: Iterable[str]) -> dict[str, str]:
    """By agreement the first of those that are known to be the same instrument; itself where none is."""
    ids = sorted(set(agreements))
    first = {id: id for id in ids}

    def root(id: str) -> str:
        while first.setdefault(id, id) != id:
            id = first[id]
        return id

    for row in reader.read(_LINKS, {"ids": ids}):
        one, other = sorted((root(row["one"]), root(row["other"])))
        first[other] = one
    return {id: root(id) for id in ids}


def merged(reader: Reads, context: Context, found: Iterable[Commitment]) -> list[Commitment]:
    """One promise of one instrument between two parties once, as the dataset says it that is believed first.

    Only a SAME_AS link makes two agreements one instrument. A kind that this dataset does not have between the two
    stays as the next one says it.
    """
    rows = list(found)
    if len({each.dataset for each in rows}) < 2:
        return rows
    same = instruments(reader, {each.agreement for each in rows})
    groups: dict[tuple[str, ...], list[Commitment]] = {}
    for each in rows:
        key = (same[each.agreement], each.debtor, each.beneficiary, each.kind)
        groups.setdefault(key, []).append(each)
    return [one for group in groups.values() for one in _believed(context, group)]


def _believed(context: Context, group: Sequence[Commitment]) -> list[Commitment]:
    """Those of the dataset that comes first, with the others beside the strongest of them."""
    first = min((each.dataset for each in group), key=lambda name: _place(context, name))
    own = sorted((each for each in group if each.dataset == first), key=lambda each: each.strength)
    others = sorted(
        (each for each in group if each.dataset != first), key=lambda each: _place(context, each.dataset)
    )
    return [replace(own[0], others=tuple(others)), *own[1:]]


def _place(context: Context, dataset: str | None) -> int:
    """What a scenario supposes goes before every dataset."""
    return context.datasets.index(dataset) if dataset in context.datasets else -1
