"""The answer to `path` in words, and as the parts of other formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .output import Answer, Part
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.answer import Commitment, Membership
    from foedera.queries.path_answer import Chain, PathAnswer


BESIDE = 5
"""How many of the other grounds of a hop a table names."""


def of_path(found: PathAnswer) -> Answer:
    """The answer to `path`: JSON has chains of hops, tables have a row a hop."""
    answer = Answer.of(found, Part("chains", [chain.to_dict() for chain in found.chains]))
    said = found.to_dict()
    answer.facts = {name: said[name] for name in ("verdict", "reason", "direct")}
    answer.lines = _chains(found)
    answer.flat = [Part("hops", found.table(), found.headings())]
    return answer


def _chains(found: PathAnswer) -> Iterator[str]:
    for number, chain in enumerate(found.chains, 1):
        yield ""
        weakest = "a membership" if chain.weakest is None else f"rank {chain.weakest}"
        yield f"{number}. {_route(chain)}  (weakest link: {weakest})"
        for hop in chain.hops:
            yield from told_in_full(hop.grounds[0], named=found.several)
            yield from _also(hop.grounds[1:])


def _route(chain: Chain) -> str:
    return " → ".join(chain.parties)


def told_in_full(each: Commitment | Membership, *, named: bool = False) -> Iterator[str]:
    """A commitment or a membership as a sentence, with what qualifies it and where it is cited from.

    With `named` also whose word it is, and what other datasets say of the same instrument.
    """
    width = room()
    yield paragraph(clean(each.sentence()) + ".", indent=3, room=width)
    for name, text in each.to_dict().items():
        if name in ("discretion", "condition", "force_note"):
            yield paragraph(f"{name.replace('_', ' ')}: {clean(str(text))}", indent=5, room=width)
    word = f"according to {each.dataset} " if named and each.dataset else ""
    yield paragraph(f"{word}[{clean(each.citation())}]", indent=5, room=width)
    for said in getattr(each, "differing", list)():
        yield paragraph(clean(said), indent=5, room=width)


def _also(others: Sequence[Commitment | Membership]) -> Iterator[str]:
    """The strongest of what else the hop rests on; JSON has all."""
    if others:
        names = list(dict.fromkeys(map(_named, others)))
        more = f"; and {len(names) - BESIDE} more" if len(names) > BESIDE else ""
        listed = "; ".join(names[:BESIDE])
        yield paragraph(f"also: {clean(listed)}{more}", indent=5, room=room())


def _named(each: Commitment | Membership) -> str:
    status = "" if each.status == "in force" else f", {each.status}"
    said = each.to_dict()
    if "adopted_later" in said:
        status += f", adopted later, on {said['adopted_later']}"
    if said["obligation"] is None:
        return f"membership of {said['organization']}{status}"
    return f"{said['obligation']} ({said['kind']}, {said['force']}, rank {said['rank']}{status})"
