"""What a scenario leaves as it is, and what the graph says that it would take: sentences made of the facts alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ..graph.dates import certainly
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from .answer import NOUNS, Commitment
from .articles import the
from .commitments import Wanted, commitments
from .context import Context
from .differences import WhatIfAnswer
from .scenario import Scenario

_PROMISED: Final = ("defense", "consultation")
"""Kinds that are looked for first in an alliance: that none is added is worth a sentence."""

Row = Mapping[str, Any]


def unchanged(
    store: Store, context: Context, scenario: Scenario, answer: WhatIfAnswer, kept: Sequence[Commitment]
) -> list[str]:
    """In the order of what matters: what kinds are not added, attacks, memberships, what stands beside."""
    return [
        *_kinds(answer),
        *_disclaimed(store, scenario),
        *_attacks(answer),
        *_memberships(answer),
        *_not_shared(store, context, answer),
        *_kept(answer, kept),
        *_named(store, context, scenario),
    ]


def _kinds(answer: WhatIfAnswer) -> Iterator[str]:
    """`Ukraine and Georgia would be owed access to arms; no obligation of defense or consultation is added`."""
    told: dict[str, list[str]] = {}
    for who in answer.focus:
        owed = {each.kind for each in answer.gained if each.beneficiary == who.id}
        missing = [kind for kind in _PROMISED if kind not in owed]
        if owed and missing:
            none = f"no obligation of {' or '.join(missing)} is added"
            told.setdefault(f"would be owed {_kinds_listed(owed)}; {none}", []).append(who.name)
        if owed and not any(each.debtor == who.id for each in answer.gained):
            told.setdefault("would owe nothing new", []).append(who.name)
    for text, names in told.items():
        yield f"{listed(list(map(the, names)))} {text}"
    if not answer.lost:
        yield "nothing that is owed today would be lost"
    elif not any(each.kind == "defense" for each in answer.lost):
        yield "no obligation of defense would be lost"


def _kinds_listed(kinds: set[str]) -> str:
    return listed([NOUNS.get(kind, kind) for kind in KINDS if kind in kinds])


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


_DISCLAIMED = """
MATCH (a:Agreement) WHERE a.id IN $ids AND a.disclaims IS NOT NULL
RETURN a.title AS title, a.disclaims AS disclaims, a.sources AS sources
ORDER BY a.id
"""


def _disclaimed(store: Store, scenario: Scenario) -> Iterator[str]:
    """What the statute or the treaty says that it does not do."""
    ids = {each for agreements in scenario.joined.values() for each in agreements}
    ids |= {statute for statute, _ in scenario.designations.values()}
    for row in store.read(_DISCLAIMED, {"ids": sorted(ids)}):
        yield f"{row['title']}: {row['disclaims']} [{'; '.join(row['sources'][:2])}]"


def _attacks(answer: WhatIfAnswer) -> Iterator[str]:
    """Who must act where that is the same; and who would still defend those that lose a defender."""
    for each in answer.attacks:
        verdict, reason = each.after.verdict, each.after.reason
        if not each.differs:
            yield f"who must act if {the(each.party_name)} is attacked: {verdict}, {reason}"
        elif any(one.kind == "defense" and one.beneficiary == each.party for one in answer.lost):
            still = [row.commitment for row in each.after.rows if row.commitment.kind == "defense"]
            for obligation in dict.fromkeys(one.obligation for one in still):
                owing = [one for one in still if one.obligation == obligation]
                first = owing[0]
                under = f"{first.name} of {first.agreement_title} ({obligation})"
                yield f"{under}: {len({one.debtor for one in owing})} would still owe {the(each.party_name)} defense"


def _memberships(answer: WhatIfAnswer) -> Iterator[str]:
    if not (answer.memberships_gained or answer.memberships_lost):
        yield "nobody becomes a member of an organization, and nobody leaves one"


def _not_shared(store: Store, context: Context, answer: WhatIfAnswer) -> Iterator[str]:
    """Promises of defence that most of those who would newly owe one owe each other, and not the newcomer."""
    gained = {each.obligation for each in answer.gained}
    for who in answer.focus:
        new = {each.debtor for each in answer.gained if each.beneficiary == who.id and each.kind == "defense"}
        if len(new) < 2:
            continue
        found: dict[str, list[Commitment]] = {}
        for each in commitments(store, context, new, "owed by", Wanted(kinds=("defense",)), {*new, who.id}):
            if each.certain and each.obligation not in gained:
                found.setdefault(each.obligation, []).append(each)
        for obligation, owing in sorted(found.items()):
            debtors = {each.debtor for each in owing}
            if 2 * len(debtors) >= len(new) and who.id not in {each.beneficiary for each in owing}:
                first = owing[0]
                under = f"{first.name} of {first.agreement_title} ({obligation})"
                yield f"{under}, which {len(debtors)} of these {len(new)} owe each other, would not be owed to {the(who.name)}"


def _kept(answer: WhatIfAnswer, kept: Sequence[Commitment]) -> Iterator[str]:
    """How many stand on both sides, under the same obligations."""
    touched = {each.obligation for each in (*answer.gained, *answer.lost)}
    among = {(each.debtor, each.beneficiary) for each in kept if each.obligation in touched}
    if among:
        parties = {end for pair in among for end in pair}
        yield f"what {len(parties)} others owe and are owed under the same articles stays as it is"


def _named(store: Store, context: Context, scenario: Scenario) -> Iterator[str]:
    """What one that leaves a body owes that body, or is owed by it, by name: membership is no ground of it here."""
    for member, body in (each.ids for each in scenario.changes if each.verb == "leave"):
        for debtor, beneficiary in ((member, body), (body, member)):
            every = Wanted(kinds=tuple(KINDS))
            for each in commitments(store, context, [debtor], "owed by", every, [beneficiary]):
                under = f"{each.name} of {each.agreement_title} ({each.obligation})"
                owing = f"{the(each.debtor_name)} owes {the(each.beneficiary_name)} {NOUNS.get(each.kind, each.kind)}"
                yield f"{under}: {owing}; it names its parties one by one, so leaving does not end it here"


_CONDITIONS = f"""
MATCH (a:Agreement)-[:CREATES]->(b:Obligation {{kind: 'open-door'}})
WHERE (a.id IN $ids OR b.parties_of IN $ids) AND {certainly("b")} AND b.condition IS NOT NULL
  AND b.owed_to_class IS NOT NULL
RETURN b.name AS name, a.title AS title, b.condition AS condition, b.discretion AS discretion, b.sources AS sources
ORDER BY b.id
"""
_STAGES = f"""
MATCH (c:Country)-[r:CANDIDATE_OF]->(g:Organization)
WHERE c.id IN $members AND g.id IN $bodies AND {certainly("r")}
RETURN c.name AS name, g.name AS body, r.stage AS stage, r.since AS since, r.sources AS sources
ORDER BY c.id, g.id, since, stage
"""
_NOTES = """
MATCH (a:Agreement) WHERE a.id IN $ids AND a.note IS NOT NULL
RETURN a.title AS title, a.note AS note, a.sources AS sources
ORDER BY a.id
"""


def needed(store: Store, context: Context, scenario: Scenario) -> list[str]:
    """The terms of admission where the graph has them, how far a candidate is, how a status is given."""
    joins = [each.ids for each in scenario.changes if each.verb == "join"]
    bodies = {body for _, body in joins}
    ids = sorted({agreement for body in bodies for agreement in scenario.joined[body]})
    found = []
    for row in store.read(_CONDITIONS, {**context.params, "ids": ids}):
        discretion = f" {row['discretion']}" if row["discretion"] else ""
        found.append(f"{row['name']} of {row['title']}: {row['condition']}{discretion} {_cited(row)}")
    ends = {"members": sorted({member for member, _ in joins}), "bodies": sorted(bodies)}
    for row in store.read(_STAGES, {**context.params, **ends}):
        found.append(
            f"{the(row['name'])} is a candidate of {the(row['body'])}: {row['stage']}, since {row['since']} {_cited(row)}"
        )
    statutes = sorted({statute for statute, _ in scenario.designations.values()})
    for row in store.read(_NOTES, {"ids": statutes}):
        found.append(f"{row['title']}: {row['note']} {_cited(row)}")
    return found


def _cited(row: Row) -> str:
    return f"[{'; '.join(row['sources'][:2])}]"
