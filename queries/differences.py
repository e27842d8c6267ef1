"""What a scenario changes: the answer to `whatif`, typed, as the JSON that scripts rely on, and as flat rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .answer import Commitment
from .attack_answer import AttackAnswer
from .names import Party
from .reach import Best
from .result import Result
from .supposed import Membership

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal that is supposed to be carried out."""

    id: str
    title: str
    on: str | None
    asks: Sequence[str]
    status: str | None
    sources: Sequence[str]

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "title": self.title,
            "on": self.on,
            "asks": list(self.asks),
            "status": self.status,
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class ChainChange:
    """The best chain from one party to another (`reach.best`), as it is and as it would be; None: there is none."""

    source: str
    target: str
    source_name: str
    target_name: str
    before: Best | None
    after: Best | None

    @property
    def change(self) -> str:
        if self.before is None or self.after is None:
            return "appears" if self.before is None else "disappears"
        firmer = (self.after.rank, -self.after.hops) > (self.before.rank, -self.before.hops)
        return "firmer or shorter" if firmer else "weaker or longer"

    def to_dict(self) -> dict[str, Any]:
        return {
            "from": self.source,
            "to": self.target,
            "change": self.change,
            "before": self.before and self.before.to_dict(),
            "after": self.after and self.after.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class AttackChange:
    """Who must act if a party is attacked, as it is and as it would be."""

    party: str
    party_name: str
    before: AttackAnswer
    after: AttackAnswer

    @property
    def differs(self) -> bool:
        """Whether another verdict is given, or other parties have a duty."""
        return (self.before.verdict, _bound(self.before)) != (self.after.verdict, _bound(self.after))

    def to_dict(self) -> dict[str, Any]:
        worlds = {"before": self.before, "after": self.after}
        told = {
            name: {"verdict": each.verdict, "reason": each.reason, "duties": duties(each)}
            for name, each in worlds.items()
        }
        return {"party": self.party, "party_name": self.party_name, **told}


def duties(answer: AttackAnswer) -> dict[str, int]:
    """How many parties have each duty, the firmest first."""
    return {duty: len(parties) for duty, parties in _bound(answer).items()}


def _bound(answer: AttackAnswer) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in answer.rows:
        found.setdefault(row.duty, set()).add(row.commitment.debtor)
    return found


@dataclass(frozen=True, slots=True)
class ToClass:
    """A promise to a class; those who would owe it, or no longer, as names by id."""

    obligation: str
    name: str
    agreement_title: str
    kind: str
    owed_to_class: str
    gained: Mapping[str, str]
    lost: Mapping[str, str]

    def to_dict(self) -> dict[str, Any]:
        return {
            "obligation": self.obligation,
            "kind": self.kind,
            "owed_to_class": self.owed_to_class,
            "gained": list(self.gained),
            "lost": list(self.lost),
        }


COLUMNS: Final = (
    "change", "what", "from", "from_name", "to", "to_name", "obligation", "agreement", "kind", "force", "rank", "route",
    "certain", "sources",
)  # fmt: skip
"""Of `WhatIfAnswer.table`."""


@dataclass(frozen=True, slots=True)
class WhatIfAnswer(Result):
    """The difference between two worlds on one day.

    `changes` are what is supposed, in words, `terms` the same as ids; `focus` those who are asked about one by one; `needed` what
    the graph says that it would take; `unchanged` what stays as it is; `left_out` what is not supposed, and why.
    """

    memberships_gained: Sequence[Membership]
    memberships_lost: Sequence[Membership]
    gained: Sequence[Commitment]
    lost: Sequence[Commitment]
    to_class: Sequence[ToClass]
    chains: Sequence[ChainChange]
    attacks: Sequence[AttackChange]
    focus: Sequence[Party]
    proposals: Sequence[Proposed] = ()
    changes: Sequence[str] = ()
    terms: Sequence[str] = ()
    notes: Sequence[str] = ()
    needed: Sequence[str] = ()
    unchanged: Sequence[str] = ()
    left_out: Sequence[str] = ()

    def to_dict(self) -> dict[str, Any]:
        """Everything, with each commitment by its ends."""
        return self.about() | {
            "proposals": [each.to_dict() for each in self.proposals],
            "changes": list(self.changes),
            "left_out": list(self.left_out),
            "memberships": {
                "gained": [each.to_dict() for each in self.memberships_gained],
                "lost": [each.to_dict() for each in self.memberships_lost],
            },
            "gained": [_with_ends(each) for each in self.gained],
            "lost": [_with_ends(each) for each in self.lost],
            "to_class": [each.to_dict() for each in self.to_class],
            "chains": [each.to_dict() for each in self.chains],
            "attacks": [each.to_dict() for each in self.attacks],
            "needed": list(self.needed),
            "unchanged": list(self.unchanged),
        }

    def table(self) -> list[dict[str, Any]]:
        """A row a membership, a commitment, a chain and an attack, each with every one of `COLUMNS`."""
        return [dict.fromkeys(COLUMNS) | row for row in self._rows()]

    def headings(self) -> Sequence[str]:
        return COLUMNS

    def summary(self) -> Sequence[str]:
        members = len(self.memberships_gained), len(self.memberships_lost)
        told = f"commitments: {len(self.gained)} gained, {len(self.lost)} lost"
        return [told + (f"; memberships: {members[0]} gained, {members[1]} lost" if any(members) else "")]

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Parties, joined by the commitments gained and lost; `change` says which an edge is."""
        from .networks import of_commitments

        graph = of_commitments((*self.gained, *self.lost))
        for change, found in (("gained", self.gained), ("lost", self.lost)):
            for each in found:
                graph.edges[each.debtor, each.beneficiary, each.obligation]["change"] = change
        return graph

    def _rows(self) -> Iterator[dict[str, Any]]:
        for change, memberships in (("gained", self.memberships_gained), ("lost", self.memberships_lost)):
            for member in memberships:
                ends = {"from": member.party, "from_name": member.party_name}
                ends |= {"to": member.organization, "to_name": member.organization_name}
                yield {"change": change, "what": "membership", **ends}
        for change, commitments in (("gained", self.gained), ("lost", self.lost)):
            yield from ({"change": change, "what": "commitment", **_flat(each)} for each in commitments)
        for to_class in self.to_class:
            for change, parties in (("gained", to_class.gained), ("lost", to_class.lost)):
                for party, name in parties.items():
                    ends = {"from": party, "from_name": name, "to_name": to_class.owed_to_class}
                    of = {"obligation": to_class.obligation, "kind": to_class.kind}
                    yield {"change": change, "what": "owed to a class", **ends, **of}
        for chain in self.chains:
            shown = chain.after or chain.before
            ends = {"from": chain.source, "from_name": chain.source_name}
            ends |= {"to": chain.target, "to_name": chain.target_name}
            route = {"rank": shown.rank, "route": " > ".join(shown.parties)} if shown else {}
            yield {"change": chain.change, "what": "chain", **ends, **route}
        for attack in self.attacks:
            verdict = f"{attack.before.verdict} > {attack.after.verdict}"
            who = {"to": attack.party, "to_name": attack.party_name}
            yield {"change": verdict, "what": "attack", "kind": "defense", **who}


def _with_ends(each: Commitment) -> dict[str, Any]:
    ends = {"debtor": each.debtor, "debtor_name": each.debtor_name}
    ends |= {"beneficiary": each.beneficiary, "beneficiary_name": each.beneficiary_name}
    return {**ends, **each.to_dict()}


def _flat(each: Commitment) -> dict[str, Any]:
    return {
        "from": each.debtor,
        "from_name": each.debtor_name,
        "to": each.beneficiary,
        "to_name": each.beneficiary_name,
        "obligation": each.obligation,
        "agreement": each.agreement,
        "kind": each.kind,
        "force": each.force,
        "rank": each.rank,
        "certain": each.certain,
        "sources": list(each.sources),
    }
