"""Answers to `path` and `attack` in words, and as the parts of other formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .output import Answer, Part
from .tables import clean, paragraph, room

if TYPE_CHECKING:
    from foedera.queries.answer import Absent, AttackAnswer, Chain, Commitment, PathAnswer
    from foedera.queries.context import Context
    from foedera.queries.explored import Route
    from foedera.queries.names import Party

CITED = 4

HOP_COLUMNS = (
    "chain", "hop", "from", "to", "agreement", "obligation", "kind", "force", "rank",
    "since", "until", "status", "certain", "sources", "checked",
)  # fmt: skip
DUTY_COLUMNS = (
    "party", "party_name", "duty", "kind", "force", "rank", "agreement", "obligation",
    "since", "until", "status", "certain", "sources", "checked",
)  # fmt: skip
ABSENT_COLUMNS = ("party", "party_name", "reason", "sources")


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


def of_attack(context: Context, victim: Party, found: AttackAnswer) -> Answer:
    """The answer to `attack`: those with a duty, then those one would expect and why they have none."""
    asked = {"victim": victim.id, "on": context.on}
    return Answer(
        asked,
        [
            Part("rows", [row.to_dict() for row in found.rows], DUTY_COLUMNS, "Who must act"),
            Part(
                "absent", [each.to_dict() for each in found.absent], ABSENT_COLUMNS, "Who need not, and why"
            ),
        ],
        context,
        {"verdict": found.verdict, "reason": found.reason},
        f"An armed attack on {victim.name}",
        _duties(found),
        [f"{found.verdict}: {found.reason}"],
    )


def _duties(found: AttackAnswer) -> Iterator[str]:
    """One paragraph for each promise, with all who owe it: 30 rows of one article say little."""
    width = room()
    groups: dict[tuple[str, str], list[Commitment]] = {}
    for row in found.rows:
        groups.setdefault((row.duty, row.commitment.obligation), []).append(row.commitment)
    for (duty, obligation), owing in groups.items():
        first = owing[0]
        yield ""
        head = f"{duty} ({_counted(owing)}): {first.name} of {first.agreement_title}"
        yield paragraph(clean(f"{head} — {first.kind}, {first.force}, rank {first.rank}"), room=width)
        yield paragraph(clean(", ".join(map(_party, owing))), indent=3, room=width)
        for note in dict.fromkeys(each.details.get("arrow_note") for each in owing):
            if note:
                yield paragraph(clean(f"note: {note}"), indent=3, room=width)
        if "discretion" in first.details:
            yield paragraph(f"discretion: {clean(str(first.details['discretion']))}", indent=3, room=width)
        yield paragraph(clean(f"{obligation} {_cited(owing)}"), indent=3, room=width)
    if found.absent:
        yield ""
        yield "Who need not, although one would expect it:"
    for reason, parties in _by_reason(found.absent):
        names = ", ".join(each.party_name for each in parties)
        sources = [source for each in parties for source in each.sources]
        yield paragraph(clean(f"{names}: {reason} {_list(sources)}"), indent=3, room=width)


def _counted(owing: Sequence[Commitment]) -> str:
    """How many surely hold, and how many possibly."""
    certain = sum(each.certain for each in owing)
    return f"{certain}" if certain == len(owing) else f"{certain}, {len(owing) - certain} possibly"


def _party(each: Commitment) -> str:
    """The party, since when it owes this, and what makes that less than sure."""
    doubts = [each.status] if each.status != "in force" else []
    doubts += ["possibly"] if not each.certain and each.status != "disputed" else []
    marked = f" ({', '.join(doubts)})" if doubts else ""
    return f"{each.debtor_name} since {each.span.since or 'an unknown day'}{marked}"


def _by_reason(absent: Sequence[Absent]) -> Iterable[tuple[str, list[Absent]]]:
    groups: dict[str, list[Absent]] = {}
    for each in absent:
        groups.setdefault(each.reason, []).append(each)
    return groups.items()


def _list(sources: Iterable[str]) -> str:
    """Citations in brackets; of many the first, since JSON has them all."""
    found = list(dict.fromkeys(sources))
    more = f"; and {len(found) - CITED} more" if len(found) > CITED else ""
    return f"[{'; '.join(found[:CITED])}{more}]" if found else ""


def _cited(owing: list[Commitment]) -> str:
    unchecked = sum(each.checked is None for each in owing)
    marked = f" ({unchecked} of {len(owing)} unchecked)" if unchecked else ""
    return _list(source for each in owing for source in each.sources) + marked
