"""A question to draw, and the facts that answer it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeVar

from ..graph.dates import Bounds
from ..graph.errors import BadInput
from ..graph.store import Store
from ..queries import names
from ..queries.articles import the
from ..queries.context import Context
from ..queries.ended import absences
from .data import Arrow, Obligation, PageData, Party, Tie, View
from .drawing import MOST_LINES, fits
from .part import Part
from .shown import ever_shown
from .subgraph import Reader

if TYPE_CHECKING:
    from .answers import Drawable

Dated = TypeVar("Dated", Arrow, Tie)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked: everything, what concerns one or two parties, by their ids, or an answer that is there."""

    kind: Literal["everything", "around", "path", "attack", "org", "answer"] = "everything"
    parties: tuple[str, ...] = ()
    hops: int = 1
    answer: Drawable | None = None

    @classmethod
    def of(cls, answer: Drawable) -> Subject:
        return cls("answer", answer=answer)


def collect(store: Store, context: Context, subject: Subject) -> PageData:
    """The facts of the subject at any time, with their parties, agreements, sources and datasets.

    Raises:
        BadInput: there is nothing to draw.
    """
    reader = Reader(store, context.asked)
    parties = [names.party(store, id) for id in subject.parties]
    if subject.kind in _PARTS:
        part = _PARTS[subject.kind](store, context, reader, parties, subject)
    else:
        from .asked import asked

        part = asked(store, context, reader, parties, subject)
    found = [*reader.obligations(part.obligations), *part.promises]
    agreements = {each.id: each for each in (*part.agreements, *(of for _, of in found))}
    data = PageData(
        title=part.title,
        question=part.question,
        on=context.on,
        as_of=context.as_of,
        note=context.note,
        unfinished=context.unfinished,
        datasets=[replace(each, complete=_complete(context, each.id)) for each in reader.datasets()],
        view=part.view,
        answered=part.answered,
        chain=part.chain,
        agreements=[agreements[id] for id in sorted(agreements)],
        obligations=sorted((_remarked(each, part) for each, _ in found), key=lambda each: each.id),
        arrows=reader.arrows(part.obligations) if part.arrows is None else part.arrows,
        ties=part.ties,
        foundings=[each for each in part.foundings if each.agreement in agreements],
        total=len(reader.everything),
        spoken=list(dict.fromkeys(scope.span for scope in context.scopes)),
        absences=list(absences(store, {*subject.parties, *part.view.centre})),
        remarks=part.remarks,
    )
    data = replace(data, arrows=[_within_reach(each, context) for each in data.arrows])
    data = replace(data, ties=[_within_reach(each, context) for each in data.ties], arrows=ever_shown(data))
    ends = _ends(data) | {*subject.parties, *dict(part.view.roles)}
    data = replace(data, parties=_parties(reader, part, ends), members=reader.members(ends))
    cited = {source for grounds in data.grounds() for source in grounds.sources}
    cited |= {source for section in data.remarks for each in section.told for source in each.sources}
    return replace(data, sources=reader.sources(cited))


def _remarked(promise: Obligation, part: Part) -> Obligation:
    """With what the subject's answer says of it."""
    said, perhaps = part.said.get(promise.id, ()), promise.id in part.perhaps
    return replace(promise, remarks=said, perhaps=perhaps) if said or perhaps else promise


def _complete(context: Context, dataset: str) -> tuple[str, ...]:
    """The parts of its field in which the dataset is complete, in words."""
    return tuple(
        f"{each.title} ({each.span.since or 'from the beginning'} to {each.span.until or 'the end of its reach'})"
        for each in context.scopes
        if each.dataset == dataset and each.complete
    )


def _within_reach(fact: Dated, context: Context) -> Dated:
    """The same, until the last day of its dataset where that is closed and knows no end of it."""
    extent = context.extents.get(fact.grounds.dataset)
    still = extent.still(fact.span.until) if extent and fact.span else ""
    if not still:
        return fact
    assert fact.span and fact.span.until
    end = fact.span.until.earliest
    note = "; ".join(each for each in (fact.note, still) if each)
    return replace(fact, span=replace(fact.span, until=Bounds(end, end)), note=note)


def _ends(data: PageData) -> set[str]:
    """The ids of the parties that something is said of."""
    tied = {end.removeprefix("party:") for tie in data.ties for end in (tie.start, tie.end) if end[0] == "p"}
    return {arrow.party for arrow in data.arrows} | {each.organization for each in data.foundings} | tied


def _parties(reader: Reader, part: Part, ends: set[str]) -> list[Party]:
    """What the graph holds of those, and what the subject itself says of others."""
    own = {party.id: party for party in part.parties}
    wanted = ends | (own.keys() if part.view.kind == "given" else set())
    held = {party.id: party for party in reader.parties(wanted)}
    roles = dict(part.view.roles)
    found = [(own | held)[id] for id in sorted(wanted) if id in held or id in own]
    return [_in_role(each, roles[each.id]) if each.id in roles else each for each in found]


def _in_role(party: Party, role: str) -> Party:
    """Told apart wherever it is named; a search finds it by its own name too."""
    return replace(party, name=f"{party.name} ({role})", names=(party.name, *party.names))


def _everything(_: Store, __: Context, reader: Reader, ___: list[names.Party], ____: Subject) -> Part:
    if len(reader.everything) > MOST_LINES:
        fits(reader.agreements())
    return Part("International commitments", "Which commitments are in force?", reader.everything)


def _around(_: Store, context: Context, reader: Reader, parties: list[names.Party], of: Subject) -> Part:
    (centre,) = parties
    hops = of.hops
    if hops < 1:
        raise BadInput(f"--hops is {hops}; expected 1 or more")
    steps = "directly" if hops == 1 else f"within {hops} steps"
    question = f"Who has promised what to {the(centre.name)}, and what has it promised, {steps}?"
    view = View("around", (centre.id,), hops)
    found = reader.around(centre.id, hops)
    return _with_body(Part(f"Commitments around {the(centre.name)}", question, found, view), reader, centre)


def _org(_: Store, __: Context, reader: Reader, parties: list[names.Party], ___: Subject) -> Part:
    (body,) = parties
    if body.label != "Organization":
        raise BadInput(
            f"{the(body.name)} is no organization; expected one such as NATO, or --around {body.id}"
        )
    question = f"Who belongs to {the(body.name)}, who wants to, and what do its founding agreements promise?"
    found = reader.founding(body.id) | reader.around(body.id, 1)
    view = View(centre=(body.id,))
    return _with_body(
        Part(f"{body.name}: members, candidates, commitments", question, found, view), reader, body
    )


def _with_body(part: Part, reader: Reader, party: names.Party) -> Part:
    """With an organization's founding agreements, candidates and members.

    Members that are seen under its founding agreement are not drawn a second time.
    """
    if party.label != "Organization":
        return part
    foundings, founding = reader.foundings(party.id), reader.founding(party.id)
    under = {f"party:{arrow.party}" for arrow in reader.arrows(founding)}
    held = reader.ties(party.id)
    ties = [tie for tie in held if tie.kind == "candidacy" or tie.start not in under]
    question = part.question
    if len(ties) < len(held):
        titles = list(dict.fromkeys(of.title for _, of in reader.obligations(founding)))
        founds = "founds" if len(titles) == 1 else "found"
        question += f" Members that are parties of {' or '.join(titles)}, which {founds} it, are drawn as its parties."
    return replace(part, question=question, ties=tuple(ties), foundings=tuple(foundings))


_PARTS = {
    "everything": _everything,
    "around": _around,
    "org": _org,
}
