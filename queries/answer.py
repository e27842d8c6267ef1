"""What a question gives back: typed, and as the JSON that scripts rely on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ..graph.coverage import Verdict
from ..graph.dates import Date, Span
from .result import Result

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Commitment:
    """One obligation as one party owes it to another, with the time that both its arrows run."""

    debtor: str
    beneficiary: str
    debtor_name: str
    beneficiary_name: str
    agreement: str
    agreement_title: str
    obligation: str
    name: str
    kind: str
    force: str
    rank: int
    span: Span
    certain: bool
    status: str
    sources: tuple[str, ...]
    checked: Date | None
    details: Mapping[str, str] = field(default_factory=dict)
    debtor_label: str = ""
    beneficiary_label: str = ""

    @property
    def strength(self) -> tuple[int, bool, int, bool, str]:
        """Sorts the strongest first: rank, in use before disused, force, checked, id."""
        disused = self.status != "in force"
        return (-self.rank, disused, _FORCES.index(self.force), self.checked is None, self.obligation)

    def to_dict(self) -> dict[str, Any]:
        """The contract's keys of a commitment, then what qualifies it."""
        return {
            "agreement": self.agreement,
            "obligation": self.obligation,
            "kind": self.kind,
            "force": self.force,
            "rank": self.rank,
            "since": str(self.span.since) if self.span.since else None,
            "until": str(self.span.until) if self.span.until else None,
            "until_known": self.span.until_known,
            "certain": self.certain,
            "status": self.status,
            "sources": list(self.sources),
            "checked": self.checked.isoformat() if self.checked else None,
            "title": self.agreement_title,
            "name": self.name,
            **self.details,
        }

    def sentence(self) -> str:
        """Who owes whom what, under what, since when."""
        beginning = f"since {self.span.since}" if self.span.since else "since an unknown day"
        what = NOUNS.get(self.kind, self.kind)
        words = [f"{self.debtor_name} owes {self.beneficiary_name} {what} ({self.force}, rank {self.rank})"]
        words.append(f"under {self.agreement_title}, {self.name}, {beginning}")
        if self.span.until:
            words.append(f"until {self.span.until}")
        elif not self.span.until_known:
            words.append("whether it ended is not known")
        if self.status != "in force":
            words.append(f"{self.status}{_remark(self.details)}")
        if not self.certain and self.status != "suspended":
            words.append("only possibly on that day")
        return ", ".join(words)

    def citation(self) -> str:
        """Its sources, marked where nobody has compared it with them yet."""
        return "; ".join(self.sources) + ("" if self.checked else " (unchecked)")


NOUNS = {
    "arms-access": "access to arms",
    "exercises": "joint exercises",
    "financial": "financial support",
    "industry": "cooperation in industry",
    "information-sharing": "a share in its information",
    "open-door": "a way to membership",
    "security-assistance": "security assistance",
    "status-of-forces": "a status for forces",
}
"""How a sentence calls what is owed, where the term itself does not read as one."""

_FORCES = ("binding", "domestic-law", "contested", "political", "unknown")


def _remark(details: Mapping[str, str]) -> str:
    return f" ({details['arrow_note']})" if "arrow_note" in details else ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: the strongest commitment from the first to the second, and the others.

    `source` and `target` are in the chain's order; in an undirected search the promise may run back.
    """

    source: str
    target: str
    commitments: tuple[Commitment, ...]

    @property
    def strongest(self) -> Commitment:
        return self.commitments[0]

    def to_dict(self) -> dict[str, Any]:
        return {
            "from": self.source,
            "to": self.target,
            **self.strongest.to_dict(),
            "reversed": self.strongest.debtor != self.source,
            "sentence": self.strongest.sentence(),
            "also": [other.to_dict() for other in self.commitments[1:]],
        }


@dataclass(frozen=True, slots=True)
class Chain:
    """Parties one after another; more than one hop is no commitment of the first to the last."""

    hops: tuple[Hop, ...]

    @property
    def weakest(self) -> int:
        return min(hop.strongest.rank for hop in self.hops)

    @property
    def parties(self) -> tuple[str, ...]:
        return (self.hops[0].source, *(hop.target for hop in self.hops))

    def to_dict(self) -> dict[str, Any]:
        return {"weakest": self.weakest, "hops": [hop.to_dict() for hop in self.hops]}


HOP_COLUMNS: Final = (
    "chain", "hop", "from", "to", "agreement", "obligation", "kind", "force", "rank",
    "since", "until", "status", "certain", "sources", "checked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PathAnswer(Result):
    """`verdict` yes: the chains, best first; no, unknown or not covered: the reason."""

    verdict: Verdict
    reason: str
    chains: Sequence[Chain]

    def to_dict(self) -> dict[str, Any]:
        chains = [chain.to_dict() for chain in self.chains]
        return self.about() | {"verdict": self.verdict, "reason": self.reason, "chains": chains}

    def table(self) -> list[dict[str, Any]]:
        """A row a hop, with the strongest commitment that it rests on."""
        return [
            {name: row[name] for name in HOP_COLUMNS}
            for number, chain in enumerate(self.chains, 1)
            for place, hop in enumerate(chain.hops, 1)
            for row in [{"chain": number, "hop": place, **hop.to_dict()}]
        ]

    def headings(self) -> Sequence[str]:
        return HOP_COLUMNS

    def summary(self) -> Sequence[str]:
        return [f"{self.verdict}: {self.reason}"]

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """The parties of the chains, and every commitment that a hop rests on, from who owes to who is owed."""
        from .networks import of_commitments

        hops = [hop for chain in self.chains for hop in chain.hops]
        return of_commitments(each for hop in hops for each in hop.commitments)
