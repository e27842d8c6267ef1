"""What `attack` gives back: duties, conflicts of them, and absences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ..graph.coverage import Verdict
from .answer import Commitment
from .articles import the
from .names import Party
from .result import Result
from .word import Word

if TYPE_CHECKING:
    import networkx

Standing = Literal["holds", "holds in part", "does not hold", "unknown", "no area"]
"""How a promise stands to an area: `unknown` where it names others, and the graph does not place it in them."""

TABLE = (
    "part", "party", "party_name", "duty", "kind", "force", "rank", "agreement", "obligation", "name",
    "since", "until", "status", "certain", "standing", "area", "reason", "sources", "checked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area:
    """A place that promises name."""

    id: str
    name: str
    description: str
    sources: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class Limit:
    """An area in which a promise holds, or does not; `note` says why."""

    relation: Literal["holds in", "does not hold in"]
    area: str
    name: str
    note: str | None
    sources: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.relation} {the(self.name)}" + (f" ({self.note})" if self.note else "")


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a promise holds; `standing` is that of the area asked about, None where none was."""

    limits: tuple[Limit, ...] = ()
    standing: Standing | None = None

    def __str__(self) -> str:
        return "; ".join(map(str, self.limits)) or "names no area"

    def to_dict(self) -> dict[str, Any]:
        limits = [
            {
                "relation": each.relation,
                "area": each.area,
                "name": each.name,
                "note": each.note,
                "sources": list(each.sources),
            }
            for each in self.limits
        ]
        return {"standing": self.standing, "said": str(self), "limits": limits}


@dataclass(frozen=True, slots=True)
class Duty:
    """One party's duty to a victim of attack; `duty` says in words what it comes to.

    `shared` says what is to be thought of a promise by which the attacker is bound too; None where it is not.
    """

    duty: str
    commitment: Commitment
    reach: Reach = Reach()
    shared: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "party": self.commitment.debtor,
            "party_name": self.commitment.debtor_name,
            "duty": self.duty,
            "area": self.reach.to_dict(),
            "attacker_is_party": self.shared,
            **self.commitment.to_dict(),
        }

    def row(self, part: str) -> dict[str, Any]:
        """As one flat row of the table."""
        found = self.to_dict() | {"standing": self.reach.standing, "area": str(self.reach)}
        return _flat(part, found | {"reason": self.shared})


@dataclass(frozen=True, slots=True)
class Conflict:
    """A party that is bound to both sides: what it owes the victim, and what it owes the attacker."""

    party: str
    party_name: str
    reason: str
    to_victim: tuple[Commitment, ...]
    to_attacker: tuple[Commitment, ...]

    @property
    def sources(self) -> list[str]:
        both = (*self.to_victim, *self.to_attacker)
        return list(dict.fromkeys(source for each in both for source in each.sources))

    def to_dict(self) -> dict[str, Any]:
        return {
            "party": self.party,
            "party_name": self.party_name,
            "reason": self.reason,
            "to_victim": [each.to_dict() for each in self.to_victim],
            "to_attacker": [each.to_dict() for each in self.to_attacker],
            "sources": self.sources,
        }

    def row(self) -> dict[str, Any]:
        """As one flat row of the table."""
        both = (*self.to_victim, *self.to_attacker)
        named = {"obligation": "; ".join(dict.fromkeys(each.obligation for each in both))}
        return _flat("conflicts", self.to_dict() | named)


@dataclass(frozen=True, slots=True)
class Absent:
    """A party that one would expect to be bound to defend, and why it is not."""

    party: str
    party_name: str
    reason: str
    sources: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "party": self.party,
            "party_name": self.party_name,
            "reason": self.reason,
            "sources": list(self.sources),
        }

    def row(self) -> dict[str, Any]:
        """As one flat row of the table."""
        return _flat("absent", self.to_dict())


@dataclass(frozen=True, slots=True)
class Remark:
    """What bears on the answer without being a promise: what a source says, or what happened that day."""

    about: str
    text: str
    sources: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"about": self.about, "text": self.text, "sources": list(self.sources)}

    def row(self) -> dict[str, Any]:
        """As one flat row of the table."""
        return _flat("remarks", {"reason": self.text, "sources": list(self.sources)})


@dataclass(frozen=True, slots=True)
class AttackAnswer(Result):
    """`verdict` is on the duty to defend: yes where somebody is bound or pledged to defend.

    `rows` are the duties of others, `attacker` what the attacker itself owes the victim.
    """

    verdict: Verdict
    reason: str
    rows: Sequence[Duty]
    absent: Sequence[Absent]
    conflicts: Sequence[Conflict] = ()
    attacker: Sequence[Duty] = ()
    remarks: Sequence[Remark] = ()
    where: Area | None = None
    by: Party | None = None
    words: Sequence[Word] = ()
    """What each dataset says, where several were asked."""

    def to_dict(self) -> dict[str, Any]:
        return self.about() | {
            "verdict": self.verdict,
            "reason": self.reason,
            "where": self.where.to_dict() if self.where else None,
            "rows": [row.to_dict() for row in self.rows],
            "attacker": [row.to_dict() for row in self.attacker],
            "conflicts": [each.to_dict() for each in self.conflicts],
            "absent": [each.to_dict() for each in self.absent],
            "remarks": [each.to_dict() for each in self.remarks],
            **({"by_dataset": [each.to_dict() for each in self.words]} if self.words else {}),
        }

    def table(self) -> list[dict[str, Any]]:
        """Every part as flat rows with the columns of `TABLE`; `part` says which it is."""
        rows = [each.row("rows") for each in self.rows]
        rows += [each.row("attacker") for each in self.attacker]
        parts: tuple[Sequence[Conflict | Absent | Remark], ...] = (self.conflicts, self.absent, self.remarks)
        rows += [each.row() for part in parts for each in part]
        rows += [_flat("by_dataset", {**each.to_dict(), "reason": each.said}) for each in self.words]
        return [{name: row[name] for name in self.headings()} for row in rows]

    def headings(self) -> Sequence[str]:
        return self.naming(TABLE)

    def summary(self) -> Sequence[str]:
        return [f"{self.verdict}: {self.reason}"]

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """The victim, those with a duty to it, and the attacker, joined by what they owe the victim."""
        from .networks import of_commitments

        return of_commitments(row.commitment for row in (*self.rows, *self.attacker))


def _flat(part: str, found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part if name == "part" else found.get(name) for name in (*TABLE, "dataset")}
