"""What the rows of one agreement become: the agreement, its parties, its obligations and who owes them to whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...graph.dates import Span, hull
from ...graph.derive import Part, arrow
from ...graph.records import Node, Provenance, Record, Ref, Relationship
from ...graph.vocabulary import FORCES, KINDS, rank
from ..mistakes import Mistakes
from .lines import SHARED, Line, slug


class Owner(NamedTuple):
    """The dataset, and what its facts cite: the file where a row names no source."""

    dataset: str

    def cite(self, line: Line, first: Line) -> Provenance:
        """The row's own source and locator; without a source that of the agreement's first row."""
        named = line if line.said("source") else first
        locator = line.said("locator") or (named.said("locator") if named is first else "")
        source = f"{self.dataset}/{slug(named.said('source'))}" if named.said("source") else self.dataset
        return Provenance(self.dataset, (f"{source}#{locator}" if locator else source,))


class Promise(NamedTuple):
    """What tells one obligation of an agreement from another."""

    kind: str
    article: str
    owed_to: tuple[Ref, ...]

    @property
    def slug(self) -> str:
        to = "-".join(each.id for each in self.owed_to)
        return slug(" ".join(part for part in (self.kind, self.article, to and f"to {to}") if part))


def facts(lines: Sequence[Line], owner: Owner, mistakes: Mistakes) -> Iterator[Record]:
    """Everything that the graph holds of one agreement; what its rows contradict each other in is noted."""
    first, shared = lines[0], _shared(lines, SHARED, mistakes)
    for column in SHARED:
        if column not in shared:
            first.row.wrong(column, f"it in a row of agreement {first.agreement!r}")
    parts = _parts(lines, owner)
    agreement = _agreement(lines, shared, [part for _, part in parts], owner)
    yield agreement
    for line, part in parts:
        yield _membership(line, part, agreement)
    promises: dict[Promise, list[Line]] = defaultdict(list)
    for line in lines:
        for kind in line.kinds:
            owed_to = tuple(sorted(set(line.owed_to)))
            promises[Promise(kind, line.said("article"), owed_to)].append(line)
    for promise, owing in promises.items():
        yield from _obligation(promise, owing, agreement, [part for _, part in parts], mistakes)


def _shared(lines: Sequence[Line], columns: Iterable[str], mistakes: Mistakes) -> Mapping[str, str]:
    """What the rows say in these columns, which must be the same wherever it is said."""
    said: dict[str, Line] = {}
    for line in lines:
        for column in columns:
            known = said.setdefault(column, line) if line.said(column) else line
            if known.said(column) != line.said(column):
                line.row.wrong(column, f"{known.said(column)!r}, as in line {known.place.line}, or nothing")
    return {column: line.said(column) for column, line in said.items()}


def _parts(lines: Sequence[Line], owner: Owner) -> list[tuple[Line, Part]]:
    """One for each party, role and span, with the first row that says so; a party's later spans are spells."""
    found: dict[tuple[Ref, str, Span], Line] = {}
    for line in lines:
        found.setdefault((line.party, line.role, line.span), line)
    numbers = Counter[tuple[Ref, str]]()
    parts = []
    for (party, role, span), line in sorted(found.items(), key=_in_time):
        numbers[party, role] += 1
        spell = str(numbers[party, role]) if numbers[party, role] > 1 else ""
        which = ":".join(each for each in ("" if role == "party" else role, spell) if each)
        cited = owner.cite(line, lines[0])
        parts.append((line, Part(party, role, span, cited, spell=which, place=str(line.place))))
    return sorted(parts, key=lambda each: each[0].place)


def _in_time(found: tuple[tuple[Ref, str, Span], Line]) -> tuple[object, ...]:
    (_, _, span), line = found
    return span.since and span.since.earliest, line.place


def _agreement(lines: Sequence[Line], shared: Mapping[str, str], parts: Sequence[Part], owner: Owner) -> Node:
    """It runs from its first party's first day to the last one's last; signed where all rows that say so agree."""
    first = lines[0]
    signed = {line.signed for line in lines if line.signed}
    day = signed.pop() if len(signed) == 1 else None
    properties = {
        **shared,
        "signed": day and day.earliest,
        "signed_latest": day and day.latest,
        **hull(part.span for part in parts).properties(),
    }
    id = f"{owner.dataset}:{first.agreement}"
    return Node("Agreement", id, properties, owner.cite(first, first), str(first.place))


def _membership(line: Line, part: Part, agreement: Node) -> Relationship:
    signed = line.signed
    properties = {
        "role": part.role,
        "signed": signed and signed.earliest,
        "signed_latest": signed and signed.latest,
        "note": line.said("note") or None,
        **part.span.properties(),
    }
    there = Ref("Agreement", agreement.id)
    return Relationship("PARTY_TO", part.party, there, properties, part.provenance, part.spell, part.place)


def _obligation(
    promise: Promise, owing: Sequence[Line], agreement: Node, parts: Sequence[Part], mistakes: Mistakes
) -> Iterator[Record]:
    """The promise, its debtors, and to whom they owe it: those named, else every party while another owes it."""
    first, force = owing[0], agreement.properties.get("force", "unknown")
    spans = {(line.party, line.role, line.span) for line in owing}
    debtors = [part for part in parts if (part.party, part.role, part.span) in spans]
    span = hull(part.span for part in debtors)
    cited = debtors[0].provenance
    properties = {
        "name": promise.article or promise.kind.replace("-", " ").capitalize(),
        "kind": promise.kind,
        "force": force if force in FORCES else "unknown",
        "rank": rank(promise.kind, force),
        "summary": _shared(owing, ["summary"], mistakes).get("summary") or KINDS.get(promise.kind, ""),
        "article": promise.article or None,
        "bound": "named",
        **span.properties(),
    }
    node = Node("Obligation", f"{agreement.id}/{promise.slug}", properties, cited, str(first.place))
    yield node
    ends = Ref("Agreement", agreement.id), Ref("Obligation", node.id)
    yield Relationship("CREATES", *ends, {}, cited, place=node.place)
    for part in debtors:
        yield from arrow("OWES", node, part.span, part)
    owed = list(_owed(node, debtors, _beneficiaries(promise, span, parts, node)))
    if not owed:
        first.row.wrong("obligation", "another party of the agreement, or 'owed_to': it is owed to nobody")
    yield from owed


def _beneficiaries(promise: Promise, span: Span, parts: Sequence[Part], node: Node) -> list[Part]:
    if not promise.owed_to:
        return [part for part in parts if part.role == "party"]
    found = [part for part in parts if part.party in promise.owed_to]
    outside = set(promise.owed_to) - {part.party for part in found}
    return found + [Part(party, "beneficiary", span, node.provenance) for party in sorted(outside)]


def _owed(node: Node, debtors: Sequence[Part], beneficiaries: Sequence[Part]) -> Iterator[Relationship]:
    for part in beneficiaries:
        others = (part.span.within(each.span) for each in debtors if each.party != part.party)
        if common := [span for span in others if span]:
            yield from arrow("OWED_TO", node, hull(common), replace(part, place=part.place or node.place))
