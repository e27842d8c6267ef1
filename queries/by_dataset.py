"""What each of several datasets says on who must defend, side by side, and why they do not say the same."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from ..graph.coverage import Verdict
from ..graph.dates import Bounds, bounds_of
from ..graph.store import Store
from .absent import absent
from .answer import Commitment
from .context import Context
from .elsewhere import coding
from .names import Party
from .word import Pledge, Word

Judged = Mapping[str, tuple[Verdict, str]]


def said_by_each(
    store: Store,
    context: Context,
    victim: Party,
    by: Party | None,
    owed: Sequence[Commitment],
    judged: Judged,
) -> list[Word]:
    """A word a dataset, in the order in which they are believed; those that do not speak of it come last.

    Args:
        owed: all that they say is owed to the victim, nothing of it merged.
        judged: the verdict of each on the duty to defend.
    """
    attacker = by.id if by else None
    defending = [each for each in owed if each.kind == "defense" and each.debtor != attacker]
    told = {each.debtor: each.debtor_name for each in defending}
    found = []
    speaking = coding(store, context.datasets, ["defense"])
    for name in sorted(context.datasets, key=lambda name: name not in speaking):
        if name not in speaking:
            found.append(Word(name, "not covered", "holds no promises to defend", ()))
            continue
        own = [each for each in owed if each.dataset == name]
        bound = [each for each in defending if each.dataset == name]
        missing = told.keys() - {each.debtor for each in bound}
        why = _why(store, context, victim, name, missing, defending, own)
        found.append(Word(name, *judged[name], tuple(_pledges(store, bound)), tuple(why)))
    uncovered = context.uncovered.items()
    return [*found, *(Word(name, "not covered", why, ()) for name, why in uncovered)]


_LINKED: Final = """
UNWIND $ids AS id
MATCH (a:Agreement {id: id})-[:SAME_AS]-(b:Agreement)
RETURN DISTINCT a.id AS one, b.id AS other, b.title AS title
ORDER BY one, other
"""


def _pledges(store: Store, own: Sequence[Commitment]) -> Iterator[Pledge]:
    """By agreement, with what is known to be the same instrument, in whatever dataset."""
    same: dict[str, list[tuple[str, str]]] = {}
    for row in store.read(_LINKED, {"ids": sorted({each.agreement for each in own})}):
        same.setdefault(row["one"], []).append((row["other"], row["title"]))
    titles = {each.agreement: each.agreement_title for each in own}
    for agreement, title in sorted(titles.items()):
        names = {each.debtor: each.debtor_name for each in own if each.agreement == agreement}
        parties = tuple(sorted(names, key=lambda id: (names[id], id)))
        linked = tuple(same.get(agreement, ()))
        yield Pledge(agreement, title, parties, tuple(names[id] for id in parties), linked)


def _why(
    store: Store,
    context: Context,
    victim: Party,
    dataset: str,
    missing: Collection[str],
    defending: Sequence[Commitment],
    own: Sequence[Commitment],
) -> Iterator[str]:
    """Why it does not name these parties: it codes their instrument otherwise, or says why, or does not hold it."""
    if not missing:
        return
    others = [each for each in defending if each.debtor in missing]
    yield from _coded_otherwise(store, context, dataset, {each.agreement for each in others})
    names = {each.debtor: each.debtor_name for each in others}
    bound = {each.debtor for each in own if each.kind == "defense"}
    reasons: dict[tuple[str, str], list[str]] = {}
    alone = [each for each in own if each.kind != "offense"]
    for each in absent(store, context.of(dataset), victim, alone, bound):
        if each.party in names:
            reasons.setdefault(("not", each.reason), []).append(names.pop(each.party))
    for party, name in sorted(names.items(), key=lambda each: each[1]):
        verdict, reason = context.of(dataset).nothing_found(victim.id, party, ("defense",))
        said = "unknown of" if verdict == "unknown" else "not"
        reasons.setdefault((said, reason), []).append(name)
    for (said, reason), parties in reasons.items():
        yield f"{said} {', '.join(parties)}: {reason}"


_SAME: Final = """
UNWIND $ids AS id
MATCH (a:Agreement {id: id})-[:SAME_AS]-(b:Agreement {dataset: $dataset})
OPTIONAL MATCH (b)-[:CREATES]->(o:Obligation)
WITH a, b, o ORDER BY o.kind, o.force
RETURN a.id AS theirs, a.signed AS signed, a.since AS since, a.since_latest AS since_latest, a.until AS until,
       a.until_latest AS until_latest, b.id AS ours, properties(b) AS held, collect(DISTINCT [o.kind, o.force]) AS kinds
ORDER BY ours, theirs
"""


def _coded_otherwise(
    store: Store, context: Context, dataset: str, agreements: Collection[str]
) -> Iterator[str]:
    """What it makes of the others' instruments: other kinds, other days, a signature where they have a beginning."""
    rows = store.read(_SAME, {"ids": sorted(agreements), "dataset": dataset})
    for row in rows:
        kinds = [" ".join(each[::-1]) for each in row["kinds"] if each[0]]
        held = row["held"]
        status = f", {held['status']}" if held.get("status") else ""
        said = f"codes the same instrument ({row['theirs']}) as {row['ours']}: {', '.join(kinds) or 'no promise'}{status}"
        yield "; ".join([said, *_days(row, bounds_of(row, "since"), bounds_of(held, "since"), context)])


def _days(
    row: Mapping[str, Any], theirs: Bounds | None, ours: Bounds | None, context: Context
) -> Iterator[str]:
    if theirs != ours:
        signed = ", its signature" if theirs and row["signed"] == theirs.earliest else ""
        said = (each.words() if each else "an unknown day" for each in (ours, theirs))
        yield "since {}, where {} counts from {}{}".format(next(said), row["theirs"], next(said), signed)
    until = bounds_of(row["held"], "until")
    if until and until.latest <= context.as_of:
        yield f"it ended {until.when()}"
