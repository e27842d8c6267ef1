"""Which of ours is which of theirs (loaders/links/matches.yaml), what was decided (decisions.yaml), and the comparing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from foedera.graph.dates import Date
from foedera.graph.errors import BadInput

from . import theirs
from .differences import REASONS, Comparison, Difference
from .ours import Core, with_codes
from .spells import Pact, Spell

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Files:
    """The user's copies; what is not given is not compared."""

    atop: Path | None = None
    cow: Path | None = None
    dcad: Path | None = None
    igo: Path | None = None


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def comparisons(core: Core, files: Files, matches: Mapping[str, Any]) -> Iterator[Comparison]:
    """A comparison for each match whose file was given; raises BadInput where an id is not in it."""
    by_code: dict[int, str] = {code: id for id, code in core.codes.items()}

    def name(code: int) -> str:
        return by_code.get(code, f"COW {code}")

    atop = theirs.atop(files.atop) if files.atop else {}
    cow = theirs.cow(files.cow) if files.cow else {}
    dcad = theirs.dcad(files.dcad) if files.dcad else {}
    organizations: Mapping[str, Sequence[str]] = matches.get("organizations", {})
    columns = [each for several in organizations.values() for each in several]
    igo = theirs.igo(files.igo, columns) if files.igo else {}
    for match in matches.get("agreements", []):
        ours = [match["ours"]] if isinstance(match["ours"], str) else match["ours"]
        subject, pact = " + ".join(ours), core.agreements(ours)
        codes = match.get("codes", {})
        if "atop" in match and files.atop:
            phases = [
                each
                for (id, phase), each in atop.items()
                if id == str(match["atop"]) and match.get("phase", phase) == phase
            ]
            other = with_codes(_whole(phases, f"ATOP {match['atop']}"), codes)
            yield Comparison(subject, "ATOP", pact, other, theirs.ATOP_UNTIL, name)
        if "cow" in match and files.cow:
            other = with_codes(_found(cow, str(match["cow"]), "COW"), codes)
            yield Comparison(subject, "COW", pact, other, theirs.COW_UNTIL, name)
        if "dcad" in match and files.dcad:
            spell = _found(dcad, match["dcad"], "DCAD")
            yield Comparison(subject, "DCAD", *_dcad(pact, spell), theirs.DCAD_UNTIL, name)
    if files.igo:
        for organization, several in organizations.items():
            other = _whole([igo[each] for each in several], f"COW IGO {several}")
            mine = core.organization(organization)
            yield Comparison(organization, "COW IGO", mine, other, theirs.IGO_UNTIL, name, years=True)


def unmatched(core: Core, matches: Mapping[str, Any], until: Date) -> list[str]:
    """Our agreements between states, signed while the others were kept, that have no counterpart."""
    known: set[str] = set()
    for match in matches.get("agreements", []):
        known.update([match["ours"]] if isinstance(match["ours"], str) else match["ours"])
    return [
        id
        for id, signed in core.signed.items()
        if id not in known and signed and signed.latest <= until and len(core.agreement(id).spells) > 1
    ]


def differences(found: Sequence[Comparison]) -> list[Difference]:
    rows: list[Difference] = []
    for each in found:
        rows += each.dates()
        if each.dataset in theirs.CAN_TELL:
            rows += each.kinds(theirs.CAN_TELL[each.dataset])
    return rows


Rules = Sequence[Mapping[str, Any]]


def decide(rows: Sequence[Difference], decisions: Rules) -> tuple[list[tuple[Difference, str]], Rules]:
    """Each row with what was decided: the first rule that fits it, or the usual answer of its reason.

    Also the rules that decided nothing.
    """
    used: set[int] = set()
    decided = []
    for row in rows:
        usual = REASONS[row.reason][1]
        for index, rule in enumerate(decisions):
            if usual and "what" not in rule and "reason" not in rule:
                continue
            if all(_fits(rule, key, value) for key, value in _keys(row).items()):
                used.add(index)
                decided.append((replace(row, reason=rule.get("as", row.reason)), str(rule["decision"])))
                break
        else:
            decided.append((row, usual))
    return decided, [rule for index, rule in enumerate(decisions) if index not in used]


def _keys(row: Difference) -> Mapping[str, str]:
    return {
        "subject": row.subject,
        "dataset": row.dataset,
        "party": row.party,
        "what": row.what,
        "reason": row.reason,
    }


def _fits(rule: Mapping[str, Any], key: str, value: str) -> bool:
    if key not in rule:
        return True
    wanted = rule[key] if isinstance(rule[key], list) else [rule[key]]
    return value in map(str, wanted)


def _found(pacts: Mapping[str, Any], id: str, dataset: str) -> Any:
    if id not in pacts:
        raise BadInput(f"matches.yaml names {dataset} {id}, which the file does not have")
    return pacts[id]


def _whole(pacts: Sequence[Pact], what: str) -> Pact:
    if not pacts:
        raise BadInput(f"matches.yaml names {what}, which the file does not have")
    whole = Pact()
    for pact in pacts:
        for code, spells in pact.spells.items():
            for spell in spells:
                whole.add(code, spell)
        for code, kinds in pact.kinds.items():
            whole.owes(code, kinds)
    return whole.joined()


def _dcad(pact: Pact, other: Spell) -> tuple[Pact, Pact]:
    """Signature with signature, and start with start where DCAD has one; it tells no end."""
    mine = {code: [_like(each, other) for each in spells[:1]] for code, spells in pact.spells.items()}
    same = replace(other, known=True, signed=other.signed if other.known else None)
    return replace(pact, spells=mine), Pact({code: [same] for code in mine})


def _like(mine: Spell, other: Spell) -> Spell:
    since = mine.since if other.known else (mine.signed or mine.since)
    return Spell(since, None, mine.signed)
