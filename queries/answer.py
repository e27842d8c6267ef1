"""What one party owes another, and who belongs to what: typed, and as the JSON that scripts rely on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..graph.dates import Date, Span
from .articles import the, whose


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
    signed: Date | None = None
    """When the agreement was signed or adopted; of a month or a year its last day."""
    dataset: str | None = None
    """Whose word it is; None for what a scenario supposes."""
    still: str = ""
    """What its end says where its dataset only knows that it comes after its own last day."""
    phase: int | None = None
    """The phase of the instrument of which its time is, where its dataset tells several apart."""
    others: tuple["Commitment", ...] = ()
    """What other datasets say of the same promise, where it is known that their instrument is the same."""

    @property
    def strength(self) -> tuple[int, bool, int, bool, str]:
        """Sorts the strongest first: rank, in use before disused, force, checked, id."""
        disused = self.status != "in force"
        return (-self.rank, disused, _FORCES.index(self.force), self.checked is None, self.obligation)

    @property
    def adopted_later(self) -> Date | None:
        """The day of signature or adoption, where the promise holds since before it."""
        since = self.span.since
        return self.signed if since and self.signed and self.signed > since.latest else None

    def to_dict(self) -> dict[str, Any]:
        """The contract's keys of a commitment, then what qualifies it."""
        return {
            "agreement": self.agreement,
            "obligation": self.obligation,
            "kind": self.kind,
            "force": self.force,
            "rank": self.rank,
            **_held(self),
            "title": self.agreement_title,
            "name": self.name,
            "dataset": self.dataset,
            **({"phase": self.phase} if self.phase else {}),
            **({"still": self.still} if self.still else {}),
            **({"others": [each.to_dict() for each in self.others]} if self.others else {}),
            **({"adopted_later": self.adopted_later.isoformat()} if self.adopted_later else {}),
            **self.details,
        }

    def sentence(self) -> str:
        """Who owes whom what, under what, since when."""
        what = NOUNS.get(self.kind, self.kind)
        debtor, beneficiary = the(self.debtor_name, first=True), the(self.beneficiary_name)
        words = [f"{debtor} owes {beneficiary} {what} ({self.force}, rank {self.rank})"]
        words.append(f"under {self.agreement_title}, {self.name}")
        words.append(self._since)
        words += _time(self.span, self.status, self.remark, certain=self.certain, still=self.still)
        if self.adopted_later:
            words.append(f"adopted later, on {self.adopted_later}")
        return ", ".join(words)

    def differing(self) -> list[str]:
        """What each of the others says otherwise of it, or that it says the same, with where it does."""
        return [f"{each.dataset} ({each.agreement}): {self._otherwise(each)}" for each in self.others]

    def _otherwise(self, other: "Commitment") -> str:
        differs = [said for said, own in zip(other._aspects, self._aspects, strict=True) if said != own]
        return ", ".join(differs) or "the same"

    @property
    def _aspects(self) -> tuple[str, ...]:
        """What datasets may say differently of one promise: its force, when it began and ended, whether it is used."""
        until = f"until {self.span.until.words()}" if self.span.until else "no end known"
        return f"legal force {self.force}", self._since, self.still or until, self.status

    @property
    def _since(self) -> str:
        """Since when, and in which phase where that is the time of one."""
        return _since(self.span) + (f" in phase {self.phase}" if self.phase else "")

    @property
    def remark(self) -> str:
        """What is remarked on the part of either, with the name of whose part it is; empty where nothing is."""
        ends = (("debtor_note", self.debtor_name), ("creditor_note", self.beneficiary_name))
        return "; ".join(
            f"of {whose(name)} part: {self.details[note]}" for note, name in ends if note in self.details
        )

    def citation(self) -> str:
        """Its sources, marked where nobody has compared it with them yet."""
        return _citation(self.sources, self.checked)


NOUNS = {
    "arms-access": "access to arms",
    "cooperation": "cooperation in defence",
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


def _since(span: Span) -> str:
    return f"since {span.since.words()}" if span.since else "since an unknown day"


def _time(span: Span, status: str, remark: str | None, *, certain: bool, still: str = "") -> Iterator[str]:
    """Until when, and what makes it less than sure."""
    if span.until:
        yield still or f"until {span.until.words()}"
    elif not span.until_known:
        yield "whether it ended is not known"
    if status != "in force":
        yield f"{status} ({remark})" if remark else status
    if not certain and status != "suspended":
        yield "only possibly on that day"


def _held(each: "Commitment | Membership") -> dict[str, Any]:
    """Since when, until when, how surely, and who says so."""
    return {
        "since": str(each.span.since) if each.span.since else None,
        "until": str(each.span.until) if each.span.until else None,
        "until_known": each.span.until_known,
        "certain": each.certain,
        "status": each.status,
        "sources": list(each.sources),
        "checked": each.checked.isoformat() if each.checked else None,
    }


def _citation(sources: tuple[str, ...], checked: Date | None) -> str:
    return "; ".join(distinct(sources)) + ("" if checked else " (unchecked)")


def distinct(sources: Iterable[str]) -> list[str]:
    """Citations, each once; of a source that is cited with a place in it, only those with the place."""
    found = list(dict.fromkeys(sources))
    placed = {source.partition("#")[0] for source in found if "#" in source}
    return [source for source in found if source not in placed]


@dataclass(frozen=True, slots=True)
class Membership:
    """A party's membership of an organization; it is no commitment, and has no rank."""

    member: str
    member_name: str
    member_label: str
    organization: str
    organization_name: str
    span: Span
    certain: bool
    status: str
    sources: tuple[str, ...]
    checked: Date | None
    note: str | None
    dataset: str | None = None
    still: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The keys of a commitment, with null for what a membership has not, then its two ends."""
        found: dict[str, Any] = dict.fromkeys(("agreement", "obligation", "kind", "force", "rank"))
        return found | {
            "kind": "membership",
            **_held(self),
            "title": self.organization_name,
            "name": "membership",
            "dataset": self.dataset,
            **({"still": self.still} if self.still else {}),
            "member": self.member,
            "organization": self.organization,
        }

    def sentence(self, *, first: bool = True) -> str:
        """Who belongs to what, since when; without `first` as it stands within another sentence."""
        member = the(self.member_name, first=first)
        words = [f"{member} is a member of {the(self.organization_name)}"]
        words += [_since(self.span)]
        words += _time(self.span, self.status, self.note, certain=self.certain, still=self.still)
        return ", ".join(words)

    def citation(self) -> str:
        """Its sources, marked where nobody has compared it with them yet."""
        return _citation(self.sources, self.checked)
