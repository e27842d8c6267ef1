"""A scenario as a subject: what it would gain and lose, among what stays of the promises that it touches.

A promise is gained or lost where one of its two arrows is: Ukraine's membership gains Ukraine's arrows under Article 5, and
all others stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..graph.dates import Bounds, Date, Span
from ..graph.errors import BadInput
from ..queries.answer import Commitment
from ..queries.differences import WhatIfAnswer
from .data import Agreement, Arrow, Founding, Grounds, Obligation, Party, Tie, View
from .part import Part, sentence
from .subgraph import Reader

Pair = tuple[str, str]

SUPPOSED = Grounds("supposed")
"""The ground of what a scenario adds: none."""


def supposed(reader: Reader, answer: WhatIfAnswer, on: Date) -> Part:
    """The subject that a what-if answer makes on its day.

    Raises:
        BadInput: nothing would be gained or lost.
    """
    changed = [*answer.gained, *answer.lost]
    touched = sorted({each.obligation for each in changed} | {each.obligation for each in answer.to_class})
    ties = _memberships(reader, answer, on)
    if not touched and not ties:
        raise BadInput(
            f"nothing to draw: {answer.title} would gain and lose nothing on {on}; suppose something else"
        )
    standing: dict[str, list[Arrow]] = defaultdict(list)
    for arrow in reader.arrows(touched):
        standing[arrow.obligation].append(arrow)
    named = {word for term in answer.terms for word in term.split()}
    held = {obligation.id for obligation, _ in reader.obligations(touched)}
    promises = [_made_up(each) for each in changed if each.obligation not in held]
    arrows = [arrow for id in touched for arrow in _arrows(answer, id, standing[id], on)]
    return Part(
        answer.title,
        " ".join([f"Supposed for {on}.", *_beyond_title(answer), *_summary(answer, arrows, ties)]),
        obligations=held,
        view=View(centre=tuple(each.id for each in answer.focus if each.id in named)),
        ties=ties,
        foundings=list(_foundings(reader, answer)),
        arrows=arrows,
        parties=list(_parties(answer)),
        promises=list({obligation.id: (obligation, of) for obligation, of in promises}.values()),
    )


def _beyond_title(answer: WhatIfAnswer) -> Iterator[str]:
    """All that is supposed, unless the title says it: a part of it would pass for the whole."""
    if any(each not in answer.title for each in answer.changes):
        yield from map(sentence, answer.changes)


def _summary(answer: WhatIfAnswer, arrows: Sequence[Arrow], ties: Sequence[Tie]) -> Iterator[str]:
    """What changes, counted as the page counts: each promise once, however many owe it to however many."""
    for change, said, pairs in (("gained", "Gained", answer.gained), ("lost", "Lost", answer.lost)):
        promises = len({each.obligation for each in arrows if each.change == change})
        members = sum(each.change == change for each in ties)
        owed = f" ({len(pairs)} commitments of one party to another)" if pairs else ""
        told = [f"{promises} promise{'s'[: promises != 1]}{owed}"] if promises or not members else []
        told += [f"{members} membership{'s'[: members != 1]}"] if members else []
        yield f"{said}: {' and '.join(told)}."


def _arrows(answer: WhatIfAnswer, id: str, standing: Sequence[Arrow], on: Date) -> Iterator[Arrow]:
    """The arrows of one promise: those that stand, marked where they would be lost, and those that would be gained."""
    gained = {(each.debtor, each.beneficiary): each for each in answer.gained if each.obligation == id}
    lost = {(each.debtor, each.beneficiary) for each in answer.lost if each.obligation == id}
    leaving = {party: "lost" for each in answer.to_class if each.obligation == id for party in each.lost}
    now = [each for each in standing if each.span.possibly(on) and each.status != "suspended"]
    replaced = lost & gained.keys()
    for each in standing:
        pairs = _pairs(each, now) if each in now else set()
        gone = (bool(pairs) and pairs <= lost) or bool(pairs & replaced)
        yield replace(each, change="lost" if gone or (each.owes and each.party in leaving) else None)
    there = {(each.party, each.owes) for each in now}
    ends = {(end, owes): pair for pair in gained for end, owes in zip(pair, (True, False), strict=True)}
    for (party, owes), pair in sorted(ends.items()):
        if (party, owes) not in there or pair in replaced:
            yield _gained(id, party, owes=owes, span=gained[pair].span, status=gained[pair].status)
    begins = Span(Bounds(on, on))
    for to_class in answer.to_class:
        for party in to_class.gained if to_class.obligation == id else ():
            if (party, True) not in ends:
                yield _gained(id, party, owes=True, span=begins)


def _gained(id: str, party: str, *, owes: bool, span: Span, status: str = "in force") -> Arrow:
    return Arrow(id, party, owes, span, SUPPOSED, status, change="gained")


def _pairs(arrow: Arrow, others: Iterable[Arrow]) -> set[Pair]:
    """What the arrow makes one owe another, with those at the other end."""
    ends = {each.party for each in others if each.owes != arrow.owes} - {arrow.party}
    return {(arrow.party, end) if arrow.owes else (end, arrow.party) for end in ends}


def _memberships(reader: Reader, answer: WhatIfAnswer, on: Date) -> list[Tie]:
    begins = Span(Bounds(on, on))
    found = [
        Tie(
            "membership",
            f"party:{each.party}",
            f"party:{each.organization}",
            begins,
            SUPPOSED,
            change="gained",
        )
        for each in answer.memberships_gained
    ]
    leaving = {(f"party:{each.party}", each.organization) for each in answer.memberships_lost}
    for body in sorted({body for _, body in leaving}):
        for tie in reader.ties(body):
            held = tie.kind == "membership" and tie.span and tie.span.possibly(on)
            if held and (tie.start, body) in leaving:
                found.append(replace(tie, change="lost"))
    return found


def _foundings(reader: Reader, answer: WhatIfAnswer) -> Iterator[Founding]:
    bodies = {each.organization for each in (*answer.memberships_gained, *answer.memberships_lost)}
    for body in sorted(bodies):
        yield from reader.foundings(body)


def _parties(answer: WhatIfAnswer) -> Iterator[Party]:
    """Everybody whom the answer names, for those that only the scenario has."""
    for each in (*answer.gained, *answer.lost):
        yield Party(each.debtor, each.debtor_name, each.debtor_label or "Country", (each.debtor,))
        yield Party(
            each.beneficiary, each.beneficiary_name, each.beneficiary_label or "Country", (each.beneficiary,)
        )
    for member in (*answer.memberships_gained, *answer.memberships_lost):
        yield Party(member.party, member.party_name, "Country", (member.party,))
        yield Party(member.organization, member.organization_name, "Organization", (member.organization,))


def _made_up(each: Commitment) -> tuple[Obligation, Agreement]:
    """A promise that only the scenario has."""
    grounds = Grounds("supposed", each.sources, each.checked)
    agreement = Agreement(each.agreement, each.agreement_title, "supposed", each.force, grounds)
    said = tuple((name, str(value)) for name, value in each.details.items() if name != "summary")
    own = (each.name, each.kind, each.force, each.rank, each.details.get("summary", ""))
    return Obligation(each.obligation, each.agreement, *own, grounds, said), agreement
