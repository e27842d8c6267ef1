"""What would be gained and lost, and what would stay as it is, if a proposal were carried out.

Both worlds are asked the same questions: the one that the store holds, and the one that the scenario makes of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ..graph.changes import change
from ..graph.dates import Bounds
from ..graph.errors import BadInput
from ..graph.records import Node, Record
from ..graph.schema import PARTIES
from ..graph.store import Store
from .answer import Commitment
from .articles import the
from .attack import attack
from .commitments import Direction, pairs
from .context import Context
from .differences import AttackChange, ChainChange, ToClass, WhatIfAnswer
from .names import Party, parties
from .overlay import Overlay
from .proposals import proposal, proposed, terms
from .reach import best
from .scenario import Scenario, named
from .settling import settle
from .supposed import Membership, Supposed, suppose
from .unchanged import needed, unchanged

FOCUS: Final = 6
UNNAMED: Final = 3
"""So many parties are asked about one by one (chains, attacks) where the changes name some, and where they do not."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be supposed: proposals by id, changes in a user's words, files of facts in core's format.

    A change is its verb and what it names, in any usual spelling: `("join", "Georgia", "NATO")`, `("end", "…")`.
    With `suggested`, what the proposals only suggest is supposed too.
    """

    proposals: tuple[str, ...] = ()
    changes: tuple[tuple[str, ...], ...] = ()
    facts: tuple[Path, ...] = ()
    suggested: bool = False


def whatif(store: Store, context: Context, asked: Asked) -> WhatIfAnswer:
    """The difference that it would make on the context's day; nothing is written.

    Raises:
        BadInput: nothing is supposed, a proposal, a name or a file is not there or is wrong, a change would be none
            (a member joins, what is not in force ends), or two changes contradict each other.
    """
    if not (asked.proposals or asked.changes or asked.facts):
        raise BadInput(
            "nothing is supposed; expected a proposal, or something to join, leave, designate, end, or facts of a file"
        )
    proposals = [proposal(store, text) for text in asked.proposals]
    records = _records(store, context, asked, proposals)
    own = [each for each in records if isinstance(each, Node)]
    proposals += [{"id": each.id, **each.properties} for each in own if each.label == "Proposal"]
    changes = [change(term) for each in proposals for term in terms(each, suggested=asked.suggested)]
    added = {each.id for each in own if each.label in PARTIES}
    notes: list[str] = []
    own_changes = [named(store, context, added, notes, *each) for each in asked.changes]
    scenario = settle(store, context, [*changes, *own_changes], records)
    answer = _answer(store, context, scenario, suppose(store, context, scenario))
    return replace(
        answer,
        proposals=list(map(proposed, proposals)),
        changes=[*scenario.told, *_facts_told(own)],
        terms=list(map(str, scenario.changes)),
        notes=list(dict.fromkeys(filter(None, notes))),
        title=_title(proposals, [scenario.briefly[each] for each in own_changes], asked.facts),
        left_out=list(_left_out(proposals, asked, scenario, answer)),
    )


def _title(proposals: Iterable[Mapping[str, Any]], changes: Iterable[str], facts: Iterable[Path]) -> str:
    named = [*(each["title"] for each in proposals), *changes, *(path.name for path in facts)]
    return f"What if: {'; '.join(dict.fromkeys(named))}"


def _records(
    store: Store, context: Context, asked: Asked, proposals: Sequence[Mapping[str, Any]]
) -> list[Record]:
    """The facts of files and drafts; the reader of core's format is imported for those alone."""
    drafts = [each["draft"] for each in proposals if each.get("draft")]
    if not drafts and not asked.facts:
        return []
    from ..loaders.core.scenarios import draft, facts
    from .outside import beside

    outside = beside(store, Bounds(context.as_of, context.as_of))
    found = [record for path in asked.facts for record in facts(path, outside)]
    drafts += [each.properties["draft"] for each in found if "draft" in each.properties]
    found += [record for text in drafts for record in draft(text, outside)]
    _once(found)
    return found


def _once(records: Iterable[Record]) -> None:
    """Two files, or a file and a draft, cannot define the same."""
    seen: dict[tuple[str, str], Record] = {}
    for each in records:
        other = seen.setdefault((each.type, each.id), each)
        if other is not each and each.type != "Source":
            raise BadInput(
                f"{each.id!r} is defined twice, at {other.place} and at {each.place}; expected it once"
            )


def _facts_told(nodes: Iterable[Node]) -> Iterator[str]:
    for each in nodes:
        if each.label in ("Agreement", *PARTIES):
            name = each.properties.get("title") or each.properties["name"]
            yield f"{name} is in force" if each.label == "Agreement" else f"there is {the(name)}"


def _left_out(
    proposals: Sequence[Mapping[str, Any]], asked: Asked, scenario: Scenario, answer: WhatIfAnswer
) -> Iterator[str]:
    """What the proposals only suggest, and whom nobody is asked about."""
    for each in proposals:
        if each.get("might") and not asked.suggested:
            yield f"only suggested, and supposed with --suggested: {'; '.join(each['might'])}"
    more = len(scenario.concerned) - len(answer.focus)
    if scenario.concerned and more > 0:
        yield f"chains and attacks are told of the first {FOCUS} parties, not of {more} more"


def _answer(store: Store, context: Context, scenario: Scenario, supposed: Supposed) -> WhatIfAnswer:
    before, after = (_commitments(each, context) for each in (supposed.before, supposed.after))
    gained = [each for key, each in after.items() if key not in before]
    lost = [each for key, each in before.items() if key not in after]
    focus = _focus(store, scenario, [*gained, *lost])
    laid = replace(context, overlay=supposed.after)
    members = supposed.members_before, supposed.members_after
    answer = WhatIfAnswer(
        memberships_gained=_ordered(members[1] - members[0]),
        memberships_lost=_ordered(members[0] - members[1]),
        gained=gained,
        lost=lost,
        to_class=list(_to_class(supposed, context)),
        chains=list(_chains(store, context, laid, focus)),
        attacks=[
            AttackChange(who.id, who.name, attack(store, context, who), attack(store, laid, who))
            for who in focus
        ],
        focus=focus,
    )
    kept = [each for key, each in after.items() if key in before]
    return replace(
        answer,
        needed=needed(store, context, scenario),
        unchanged=unchanged(store, context, scenario, answer, kept),
    )


def _ordered(memberships: Iterable[Membership]) -> list[Membership]:
    return sorted(memberships, key=lambda each: (each.organization, each.party_name, each.party))


_Key = tuple[str, str, str, bool, str]


def _commitments(overlay: Overlay, context: Context) -> dict[_Key, Commitment]:
    """The firmest first, by obligation and ends; what becomes sure, or is revived, is another."""
    rows = overlay.running(context.datasets, context.as_of)
    found = [each for row in rows for each in pairs(row, context)]
    found.sort(key=lambda each: (-each.rank, each.obligation, each.debtor, each.beneficiary))
    return {
        (each.obligation, each.debtor, each.beneficiary, each.certain, each.status): each for each in found
    }


def _focus(store: Store, scenario: Scenario, changed: Sequence[Commitment]) -> list[Party]:
    """Whom the changes name; where they name nobody, those of whose commitments most change."""
    if scenario.concerned:
        return list(scenario.concerned.values())[:FOCUS]
    counts = Counter(end for each in changed for end in (each.debtor, each.beneficiary))
    most = sorted(counts, key=lambda id: (-counts[id], id))[:UNNAMED]
    held = parties(store, most)
    return [held[id] for id in most if id in held]


def _chains(store: Store, before: Context, after: Context, focus: Sequence[Party]) -> Iterator[ChainChange]:
    """The best chains that end or begin with one of the parties, where they differ; each pair of ends once."""
    ways: tuple[Direction, Direction] = ("owed to", "owed by")
    found: dict[tuple[str, str], Any] = {}
    for who in focus:
        for way in ways:
            old, new = (best(store, each, who.id, way) for each in (before, after))
            for other in old.keys() | new.keys():
                ends = (other, who.id) if way == "owed to" else (who.id, other)
                found[ends] = old.get(other), new.get(other)
    called = {who.id: who.name for who in focus}
    called |= {id: each.name for id, each in parties(store, {id for ends in found for id in ends}).items()}
    for (source, target), (one, two) in sorted(found.items()):
        if (one and (one.rank, one.hops)) != (two and (two.rank, two.hops)):
            yield ChainChange(
                source, target, called.get(source, source), called.get(target, target), one, two
            )


def _to_class(supposed: Supposed, context: Context) -> Iterator[ToClass]:
    """What is owed to a class and to nobody by name, where those who owe it differ."""
    worlds = []
    for overlay in (supposed.before, supposed.after):
        rows = overlay.running(context.datasets, context.as_of)
        worlds.append({row["obligation"]: row for row in rows if row["owed_to_class"]})
    for id in sorted(worlds[0].keys() | worlds[1].keys()):
        old, new = (
            {end["id"]: end["name"] for end in world[id]["debtors"]} if id in world else {}
            for world in worlds
        )
        row = worlds[1].get(id) or worlds[0][id]
        gained, lost = (
            {key: one[key] for key in one if key not in two} for one, two in ((new, old), (old, new))
        )
        if gained or lost:
            yield ToClass(id, row["name"], row["title"], row["kind"], row["owed_to_class"], gained, lost)
