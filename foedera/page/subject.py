"""A question to draw, and the facts that answer it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Literal

from ..graph.errors import BadInput
from ..graph.store import Store
from ..queries import attack, names, paths
from ..queries.answer import Commitment
from ..queries.context import Context
from ..queries.explored import Route
from .data import Founding, PageData, Tie, View
from .shown import ever_shown
from .subgraph import Reader


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked: everything, or what concerns one or two parties, by their ids."""

    kind: Literal["everything", "around", "path", "attack", "org"] = "everything"
    parties: tuple[str, ...] = ()
    hops: int = 1


def subject(
    around: str | None, hops: int, path: tuple[str, str] | None, attack: str | None, org: str | None
) -> Subject:
    """The one subject that was given.

    Raises:
        BadInput: there are several, or the number of hops makes no sense.
    """
    given = [
        Subject("around", (around,), hops) if around else None,
        Subject("path", path) if path else None,
        Subject("attack", (attack,)) if attack else None,
        Subject("org", (org,)) if org else None,
    ]
    found = [each for each in given if each]
    if len(found) > 1:
        raise BadInput("a page has one subject; expected one of --around, --path, --attack and --org")
    if hops < 1:
        raise BadInput(f"--hops is {hops}; expected 1 or more")
    return found[0] if found else Subject()


@dataclass(frozen=True, slots=True)
class _Part:
    """What a subject comes to: its words, its promises, its ties, and the view on them."""

    title: str
    question: str
    obligations: Collection[str]
    view: View = field(default_factory=View)
    ties: tuple[Tie, ...] = ()
    foundings: tuple[Founding, ...] = ()


def collect(store: Store, context: Context, subject: Subject) -> PageData:
    """The facts of the subject at any time, with their parties, agreements, sources and datasets.

    Raises:
        BadInput: there is nothing to draw.
    """
    reader = Reader(store, context.datasets)
    parties = [names.party(store, id) for id in subject.parties]
    part = _PARTS[subject.kind](store, context, reader, parties, subject.hops)
    found = list(reader.obligations(part.obligations))
    agreements = {agreement.id: agreement for _, agreement in found}
    data = PageData(
        title=part.title,
        question=part.question,
        on=context.on,
        as_of=context.as_of,
        note=context.note,
        datasets=reader.datasets(),
        view=part.view,
        agreements=[agreements[id] for id in sorted(agreements)],
        obligations=[obligation for obligation, _ in found],
        arrows=reader.arrows(part.obligations),
        ties=part.ties,
        foundings=[each for each in part.foundings if each.agreement in agreements],
        total=len(reader.everything()),
    )
    data = replace(data, arrows=ever_shown(data))
    ends = {arrow.party for arrow in data.arrows} | {tie.party for tie in data.ties} | {*subject.parties}
    cited = {source for grounds in data.grounds() for source in grounds.sources}
    return replace(
        data, parties=reader.parties(ends), sources=reader.sources(cited), members=reader.members(ends)
    )


def _everything(_: Store, context: Context, reader: Reader, __: list[names.Party], ___: int) -> _Part:
    question = f"Which commitments were in force on {context.as_of.isoformat()}?"
    return _Part("International commitments", question, reader.everything())


def _around(_: Store, context: Context, reader: Reader, parties: list[names.Party], hops: int) -> _Part:
    (centre,) = parties
    steps = "directly" if hops == 1 else f"within {hops} steps"
    question = f"Who has promised what to {centre.name}, and what has it promised, {steps}?"
    view = View("around", (centre.id,), hops)
    found = reader.around(centre.id, hops)
    return _with_body(_Part(f"Commitments around {centre.name}", question, found, view), reader, centre)


def _path(store: Store, context: Context, _: Reader, parties: list[names.Party], __: int) -> _Part:
    source, target = parties
    answer = paths.path(store, context, source, target, Route())
    if not answer.chains:
        raise BadInput(
            f"nothing to draw: no chain from {source.name} to {target.name} on"
            f" {context.as_of.isoformat()} ({answer.verdict}: {answer.reason})"
        )
    steps = [each for chain in answer.chains for hop in chain.hops for each in hop.commitments]
    question = f"How do commitments run from {source.name} to {target.name}? {_sentence(answer.reason)}"
    return _named(f"From {source.name} to {target.name}", question, parties, steps)


def _attack(store: Store, context: Context, _: Reader, parties: list[names.Party], __: int) -> _Part:
    (victim,) = parties
    answer = attack.attack(store, context, victim)
    if not answer.rows:
        raise BadInput(
            f"nothing to draw: nobody owes {victim.name} help against an attack on"
            f" {context.as_of.isoformat()} ({answer.verdict}: {answer.reason})"
        )
    question = f"Who must act if {victim.name} is attacked, and how? {_sentence(answer.reason)}"
    duties = [row.commitment for row in answer.rows]
    return _named(f"If {victim.name} is attacked", question, parties, duties)


def _named(title: str, question: str, ends: list[names.Party], found: Collection[Commitment]) -> _Part:
    pairs = tuple(sorted({(each.debtor, each.beneficiary) for each in found}))
    view = View("pairs", tuple(end.id for end in ends), pairs=pairs)
    return _Part(title, question, {each.obligation for each in found}, view)


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."


def _org(_: Store, __: Context, reader: Reader, parties: list[names.Party], ___: int) -> _Part:
    (body,) = parties
    if body.label != "Organization":
        raise BadInput(f"{body.name} is no organization; expected one such as NATO, or --around {body.id}")
    question = f"Who belongs to {body.name}, who wants to, and what do its founding agreements promise?"
    found = reader.founding(body.id) | reader.around(body.id, 1)
    return _with_body(_Part(f"{body.name}: members, candidates, commitments", question, found), reader, body)


def _with_body(part: _Part, reader: Reader, party: names.Party) -> _Part:
    """With an organization's founding agreements, candidates and members.

    Members that are seen under its founding agreement are not drawn a second time.
    """
    if party.label != "Organization":
        return part
    foundings = reader.foundings(party.id)
    under = {arrow.party for arrow in reader.arrows(reader.founding(party.id))}
    ties = [tie for tie in reader.ties(party.id) if tie.kind == "candidacy" or tie.party not in under]
    return replace(part, ties=tuple(ties), foundings=tuple(foundings))


_PARTS = {
    "everything": _everything,
    "around": _around,
    "path": _path,
    "attack": _attack,
    "org": _org,
}
