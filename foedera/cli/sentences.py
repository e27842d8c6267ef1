"""The answer to `path` in words, and as the parts of other formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .output import Answer, Part
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.answer import Chain, Commitment, PathAnswer
    from foedera.queries.context import Context
    from foedera.queries.explored import Route
    from foedera.queries.names import Party

HOP_COLUMNS = (
    "chain", "hop", "from", "to", "agreement", "obligation", "kind", "force", "rank",
    "since", "until", "status", "certain", "sources", "checked",
)  # fmt: skip


def of_path(
    context: Context, source: Party, target: Party, route: Route, count: int, found: PathAnswer
) -> Answer:
    """The answer to `path`: JSON has chains of hops, tables have a row a hop."""
    asked: dict[str, Any] = {
        "from": source.id,
        "to": target.id,
        "on": context.on,
        "kinds": list(route.wanted.kinds),
        "forces": list(route.wanted.forces),
        "min_rank": route.wanted.min_rank,
        "through": sorted(route.through),
        "not_through": sorted(route.not_through),
        "max_hops": route.max_hops,
        "undirected": route.undirected,
        "count": count,
    }
    verdict = {"verdict": found.verdict, "reason": found.reason}
    return Answer(
        asked,
        [Part("chains", [chain.to_dict() for chain in found.chains])],
        context,
        verdict,
        f"{source.name} → {target.name}",
        _chains(found),
        [f"{found.verdict}: {found.reason}"],
        [Part("hops", list(_hops(found)), HOP_COLUMNS)],
    )


def _hops(found: PathAnswer) -> Iterator[Mapping[str, Any]]:
    for number, chain in enumerate(found.chains, 1):
        for place, hop in enumerate(chain.hops, 1):
            yield {"chain": number, "hop": place, **hop.to_dict()}


def _chains(found: PathAnswer) -> Iterator[str]:
    for number, chain in enumerate(found.chains, 1):
        yield ""
        yield f"{number}. {_route(chain)}  (weakest link: rank {chain.weakest})"
        for hop in chain.hops:
            yield from _commitment(hop.strongest)
            yield from _also(hop.commitments[1:])


def _route(chain: Chain) -> str:
    return " → ".join(chain.parties)


def _commitment(each: Commitment) -> Iterator[str]:
    width = room()
    yield paragraph(clean(each.sentence()) + ".", indent=3, room=width)
    for name, text in each.details.items():
        if name in ("discretion", "condition", "force_note"):
            yield paragraph(f"{name.replace('_', ' ')}: {clean(str(text))}", indent=5, room=width)
    yield paragraph(f"[{clean(each.citation())}]", indent=5, room=width)


def _also(others: tuple[Commitment, ...]) -> Iterator[str]:
    if others:
        listed = [
            f"{each.obligation} ({each.kind}, {each.force}, rank {each.rank}{_status(each)})"
            for each in others
        ]
        yield paragraph(f"also: {clean('; '.join(listed))}", indent=5, room=room())


def _status(each: Commitment) -> str:
    return "" if each.status == "in force" else f", {each.status}"
