"""The answer to `path` in words, and as the parts of other formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .output import Answer, Part
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.answer import Chain, Commitment, PathAnswer


def of_path(found: PathAnswer) -> Answer:
    """The answer to `path`: JSON has chains of hops, tables have a row a hop."""
    answer = Answer.of(found, Part("chains", [chain.to_dict() for chain in found.chains]))
    answer.facts = {"verdict": found.verdict, "reason": found.reason}
    answer.lines = _chains(found)
    answer.flat = [Part("hops", found.table(), found.headings())]
    return answer


def _chains(found: PathAnswer) -> Iterator[str]:
    for number, chain in enumerate(found.chains, 1):
        yield ""
        yield f"{number}. {_route(chain)}  (weakest link: rank {chain.weakest})"
        for hop in chain.hops:
            yield from told_in_full(hop.strongest)
            yield from _also(hop.commitments[1:])


def _route(chain: Chain) -> str:
    return " → ".join(chain.parties)


def told_in_full(each: Commitment) -> Iterator[str]:
    """A commitment as a sentence, with what qualifies it and where it is cited from."""
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
