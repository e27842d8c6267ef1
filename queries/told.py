"""What answers say besides the promises that they find, in words: the same in a terminal and on a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .answer import Commitment, distinct
from .articles import the
from .attack_answer import AttackAnswer, Duty

if TYPE_CHECKING:
    from .path_answer import PathAnswer

CITED = 4
_NOT_THERE = {"does not hold": "but not there", "unknown": "but perhaps not there"}


@dataclass(frozen=True, slots=True)
class Said:
    """A remark with its citations, and what belongs `under` it."""

    text: str
    sources: tuple[str, ...] = ()
    under: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join(filter(None, [self.text, cited(self.sources)]))


@dataclass(frozen=True, slots=True)
class Section:
    """Remarks under one title; `brief` says in a few words what there is."""

    title: str
    told: tuple[Said, ...]
    brief: str


def of_attack(found: AttackAnswer) -> list[Section]:
    """What limits the promises, what the attacker has promised, who is bound to both sides, who need not act."""
    sections = [limited(found), by_dataset(found), conflicts(found), considered(found), absences(found)]
    if found.where:
        area = Said(found.where.description, found.where.sources)
        sections.insert(0, Section(found.where.name, (area,), f"what is known of {the(found.where.name)}"))
    if found.by:
        own = tuple(Said(f"{head(each)} [{each[0].commitment.obligation}]") for each in alike(found.attacker))
        title = attackers(found)
        brief = f"{title[0].lower()}{title[1:]}"
        sections.insert(-3, Section(title, own or (Said("nothing that is known"),), brief))
    return [each for each in sections if each.told]


def of_path(found: "PathAnswer") -> list[Section]:
    """What other datasets say of the instruments in the chains."""
    grounds = (each for chain in found.chains for hop in chain.hops for each in hop.commitments[:1])
    told = {each.obligation: Said(each.obligation, under=tuple(each.differing())) for each in grounds}
    said = tuple(each for each in told.values() if each.under)
    title = "What other datasets say of the same instruments"
    return [Section(title, said, "what other datasets say")] if said else []


def alike(rows: Sequence[Duty]) -> list[list[Duty]]:
    """The duties by promise: 30 rows of one article say little."""
    groups: dict[tuple[str, str], list[Duty]] = {}
    for row in rows:
        groups.setdefault((row.duty, row.commitment.obligation), []).append(row)
    return list(groups.values())


def head(owing: Sequence[Duty]) -> str:
    """`bound to defend (30, 1 possibly), but not there: Article 5 of North Atlantic Treaty`, of duties that are alike."""
    first = owing[0].commitment
    return f"{duty(owing)}: {first.name} of {first.agreement_title}"


def duty(owing: Sequence[Duty]) -> str:
    """`bound to defend (30, 1 possibly), but not there`."""
    not_there = _NOT_THERE.get(owing[0].reach.standing or "")
    counted = _counted([each.commitment for each in owing])
    return f"{owing[0].duty} ({counted})" + (f", {not_there}" if not_there else "")


def limits(row: Duty) -> Iterator[tuple[str, str]]:
    """Where it holds, and whether it does against one who is bound by it too."""
    if row.reach.limits or row.reach.standing:
        yield "area", str(row.reach)
    if row.shared:
        yield "against a party", row.shared


def limited(found: AttackAnswer) -> Section:
    """Promises that do not hold in the area or perhaps not, and those by which the attacker is bound too."""
    rows = [each for each in alike(found.rows) if each[0].shared or each[0].reach.standing in _NOT_THERE]
    told = []
    for owing in rows:
        names = ", ".join(each.commitment.debtor_name for each in owing)
        under = [f"{name}: {text}" for name, text in limits(owing[0])]
        told.append(Said(f"{head(owing)} [{owing[0].commitment.obligation}]", under=(*under[::-1], names)))
    too = the(found.by.name) if found.by else ""
    counts = [
        (sum(each[0].reach.standing == "does not hold" for each in rows), "does not hold there", "do not hold there"),
        (sum(each[0].reach.standing == "unknown" for each in rows), "perhaps does not hold there", "perhaps do not hold there"),
        (sum(each[0].shared is not None for each in rows), f"binds {too} too", f"bind {too} too"),
    ]  # fmt: skip
    said = (f"{n} promise {one}" if n == 1 else f"{n} promises {many}" for n, one, many in counts if n)
    return Section("What limits promises to help", tuple(told), "; ".join(said))


def attackers(found: AttackAnswer) -> str:
    return f"What {the(found.by.name) if found.by else 'the attacker'} itself has promised"


def conflicts(found: AttackAnswer) -> Section:
    """A remark for those who are bound in the same way."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for each in found.conflicts:
        named = (one.obligation for one in (*each.to_victim, *each.to_attacker))
        key = (each.reason, "; ".join(dict.fromkeys(named)))
        groups.setdefault(key, []).append(each.party_name)
    told = tuple(
        Said(f"{', '.join(parties)}: {reason} [{promises}]") for (reason, promises), parties in groups.items()
    )
    title = "Bound to both sides (a promise to defend is for who is attacked, not for who attacks)"
    return Section(title, told, f"{len(found.conflicts)} bound to both sides")


def considered(found: AttackAnswer) -> Section:
    told = tuple(Said(each.text, each.sources) for each in found.remarks)
    return Section("To be considered", told, "what is to be considered")


def absences(found: AttackAnswer) -> Section:
    """A remark for those who are absent for the same reason."""
    groups: dict[str, tuple[list[str], list[str]]] = {}
    for each in found.absent:
        names, sources = groups.setdefault(each.reason, ([], []))
        names.append(each.party_name)
        sources.extend(each.sources)
    told = tuple(
        Said(f"{', '.join(names)}: {reason}", tuple(sources)) for reason, (names, sources) in groups.items()
    )
    return Section("Who need not, although one would expect it", told, f"{len(found.absent)} need not act")


def by_dataset(found: AttackAnswer) -> Section:
    """What each of several datasets says, whom it names, and why it does not name the others."""
    told = tuple(
        Said(f"{word.dataset}: {word.verdict}: {word.reason}", under=(*map(str, word.pledges), *word.why))
        for word in found.words
    )
    return Section("What each dataset says on who must defend", told, "what each dataset says")


def differing(owing: Sequence[Commitment]) -> Iterator[str]:
    """What other datasets say of the same instrument, once for all of whom they say it."""
    told: dict[str, list[str]] = {}
    for each in owing:
        for said in each.differing():
            told.setdefault(said, []).append(each.debtor_name)
    for said, names in told.items():
        yield said if len(names) == len(owing) else f"{said}, of {', '.join(names)}"


def cited(sources: Iterable[str]) -> str:
    """Citations in brackets; of many the first, since JSON has them all."""
    found = distinct(sources)
    more = f"; and {len(found) - CITED} more" if len(found) > CITED else ""
    return f"[{'; '.join(found[:CITED])}{more}]" if found else ""


def _counted(owing: Sequence[Commitment]) -> str:
    """How many surely hold, and how many possibly."""
    certain = sum(each.certain for each in owing)
    return f"{certain}" if certain == len(owing) else f"{certain}, {len(owing) - certain} possibly"
