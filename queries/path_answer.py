"""The answer to `path`: chains of hops, and the verdict where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ..graph.coverage import Verdict
from .answer import Commitment, Membership
from .result import Result

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: the strongest commitment from the first to the second, and the others.

    `source` and `target` are in the chain's order; in an undirected search the promise may run back. Where
    memberships are followed too, one of them joins the two parties besides, or alone.
    """

    source: str
    target: str
    commitments: tuple[Commitment, ...]
    memberships: tuple[Membership, ...] = ()

    @property
    def strongest(self) -> Commitment:
        """The strongest commitment.

        Raises:
            IndexError: the hop is a membership alone.
        """
        return self.commitments[0]

    @property
    def grounds(self) -> tuple[Commitment | Membership, ...]:
        """What it rests on, the strongest first; a membership comes after every commitment."""
        return self.commitments + self.memberships

    def to_dict(self) -> dict[str, Any]:
        first, *others = self.grounds
        return {
            "from": self.source,
            "to": self.target,
            **first.to_dict(),
            "reversed": isinstance(first, Commitment) and first.debtor != self.source,
            "sentence": first.sentence(),
            "also": [other.to_dict() for other in others],
        }


@dataclass(frozen=True, slots=True)
class Chain:
    """Parties one after another; more than one hop is no commitment of the first to the last."""

    hops: tuple[Hop, ...]

    @property
    def weakest(self) -> int | None:
        """The rank of the weakest hop; None where a hop is a membership alone, which has none."""
        ranks = [hop.strongest.rank for hop in self.hops if hop.commitments]
        return min(ranks) if len(ranks) == len(self.hops) else None

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
    """`verdict` yes: the chains, best first; no, unknown or not covered: the reason.

    `direct` is what ties the first party to the last beside a stronger chain of several hops, as the reason says.
    """

    verdict: Verdict
    reason: str
    chains: Sequence[Chain]
    direct: Chain | None = None

    def to_dict(self) -> dict[str, Any]:
        chains = [chain.to_dict() for chain in self.chains]
        direct = self.direct.to_dict() if self.direct else None
        return self.about() | {
            "verdict": self.verdict,
            "reason": self.reason,
            "direct": direct,
            "chains": chains,
        }

    def table(self) -> list[dict[str, Any]]:
        """A row a hop, with the strongest commitment that it rests on."""
        return [
            {name: row[name] for name in self.headings()}
            for number, chain in enumerate(self.chains, 1)
            for place, hop in enumerate(chain.hops, 1)
            for row in [{"chain": number, "hop": place, **hop.to_dict()}]
        ]

    def headings(self) -> Sequence[str]:
        return self.naming(HOP_COLUMNS)

    def summary(self) -> Sequence[str]:
        return [f"{self.verdict}: {self.reason}"]

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """The parties of the chains, and every commitment that a hop rests on, from who owes to who is owed."""
        from .networks import of_commitments

        hops = [hop for chain in self.chains for hop in chain.hops]
        held = [each for hop in hops for each in hop.memberships]
        return of_commitments((each for hop in hops for each in hop.commitments), held)
