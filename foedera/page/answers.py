"""Answers as subjects: chains, duties, scenarios, and the rows of a statement."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from ..graph.dates import Date
from ..graph.errors import BadInput
from ..queries import told
from ..queries.answer import Commitment
from ..queries.articles import the
from ..queries.attack_answer import AttackAnswer
from ..queries.catalogue import get
from ..queries.differences import WhatIfAnswer
from ..queries.names import Party
from ..queries.networks import entities_of
from ..queries.path_answer import PathAnswer
from ..queries.rows import Table
from ..queries.told_whatif import of_whatif
from .data import Details, Role, View
from .entities import returned
from .named import named
from .part import Part, sentence
from .scenario import supposed
from .subgraph import Reader

Drawable = PathAnswer | AttackAnswer | WhatIfAnswer | Table

RETURN: Final = (
    "return nodes, relationships or paths, as in MATCH p = (:Country)-[:MEMBER_OF]->(:Organization) RETURN p"
)


def of_path(answer: PathAnswer, source: Party, target: Party, on: Date) -> Part:
    """The chains from one party to another, and the weaker direct promises beside them.

    Raises:
        BadInput: there is none.
    """
    ends = f"from {the(source.name)} to {the(target.name)}"
    if not answer.chains:
        more = "; foedera path has these options" if "--" in answer.reason else ""
        raise BadInput(f"nothing to draw: no chain {ends} on {on} ({answer.verdict}: {answer.reason}{more})")
    chains = [*answer.chains, *([answer.direct] if answer.direct else [])]
    steps = [each for chain in chains for hop in chain.hops for each in hop.commitments]
    question = f"How do commitments run {ends}? On {on}: {answer.reason}."
    part = _pairs(f"F{ends[1:]}", question, [source.id, target.id], steps)
    return replace(part, answered=True, remarks=told.of_path(answer))


def of_attack(reader: Reader, answer: AttackAnswer, victim: Party, on: Date) -> Part:
    """Who must act for a party that is attacked, the attacker's own promises, and who is bound to both sides.

    What does not hold in the area is no line, but a remark.

    Raises:
        BadInput: nobody must.
    """
    by = f" by {the(answer.by.name)}" if answer.by else ""
    where = f" in {the(answer.where.name)}" if answer.where else ""
    duties, own = (
        [each for each in rows if each.reach.standing != "does not hold"]
        for rows in (answer.rows, answer.attacker)
    )
    if not duties:
        raise BadInput(
            f"nothing to draw: nobody owes {the(victim.name)} help against an attack{by}{where} on {on}"
            f" ({answer.verdict}: {answer.reason})"
        )
    found = [each.commitment for each in (*duties, *own)]
    found += [each for conflict in answer.conflicts for each in (*conflict.to_victim, *conflict.to_attacker)]
    said = answer.reason if answer.verdict == "yes" else f"{answer.verdict}, {answer.reason}"
    question = f"Who must act if {the(victim.name)} is attacked{by}{where}, and how? On {on}, counted by party: {said}."
    roles: list[tuple[str, Role]] = [(victim.id, "attacked")]
    roles += [(answer.by.id, "attacker")] if answer.by else []
    part = _pairs(f"If {the(victim.name)} is attacked{by}{where}", question, [id for id, _ in roles], found)
    to_attacker = {each.obligation for conflict in answer.conflicts for each in conflict.to_attacker}
    attacker = answer.by.id if answer.by else None
    return replace(
        part,
        answered=True,
        view=replace(part.view, roles=tuple(roles)),
        arrows=[
            each
            for each in reader.arrows(part.obligations)
            if each.owes or each.party != attacker or each.obligation in to_attacker
        ],
        remarks=told.of_attack(answer),
        said=_said(answer, to_attacker),
        perhaps={each.commitment.obligation for each in (*duties, *own) if each.reach.standing == "unknown"},
    )


def _said(answer: AttackAnswer, to_attacker: Collection[str]) -> Mapping[str, Details]:
    """What the answer says of each promise: whose duty it is, where it holds, and against whom."""
    found: dict[str, dict[str, str]] = {}
    by = the(answer.by.name) if answer.by else ""
    sides = [("owed by others" if by else "duty", answer.rows), (f"owed by {by}", answer.attacker)]
    for side, rows in sides:
        for owing in told.alike(rows):
            first = owing[0]
            differing = told.differing([each.commitment for each in owing])
            said = {side: told.duty(owing), **dict(told.limits(first))}
            said |= {"other datasets": each} if (each := "; ".join(differing)) else {}
            found[first.commitment.obligation] = found.get(first.commitment.obligation, {}) | said
    for id in to_attacker:
        found.setdefault(id, {})[f"owed to {by}"] = "by who is bound to that side too"
    return {id: tuple(said.items()) for id, said in found.items()}


def of_scenario(reader: Reader, answer: WhatIfAnswer, on: Date) -> Part:
    return replace(supposed(reader, answer, on), remarks=of_whatif(answer))


def of_table(reader: Reader, answer: Table, values: Mapping[str, Any]) -> Part:
    """What the rows of a statement hold, or, of a stored query, what they name.

    Args:
        values: the parameters of a stored query.

    Raises:
        BadInput: there are no rows, or there is no graph in them.
    """
    query = answer.question.get("query")
    who = f"query {query!r}" if query else "the statement"
    if not answer.rows:
        raise BadInput(f"nothing to draw: {who} returns no row; ask for something else")
    title = _title(answer)
    of_a_day = query is not None and "on" in (answer.question.get("params") or {})
    entities = list(entities_of(answer.rows))
    if entities:
        return replace(returned(title, _asked(answer), entities), answered=of_a_day)
    if not query:
        raise BadInput(f"nothing to draw: {who} returns no graph but {_columns(answer)}; {RETURN}")
    found = named(reader, get(query), _asked(answer), answer.rows, values)
    if not found.arrows and not found.ties:
        raise BadInput(
            f"nothing to draw: {who} returns no graph, and its rows name no two things in {_columns(answer)};"
            f" take another, or --cypher with a statement; {RETURN}"
        )
    return replace(found, title=title, answered=of_a_day)


def _title(answer: Table) -> str:
    """`Members of an organization: NATO`."""
    given = ", ".join(str(value) for _, value in _given(answer)) if "query" in answer.question else ""
    return ": ".join(filter(None, [answer.title or "Answer to a Cypher statement", given]))


def _columns(answer: Table) -> str:
    return ", ".join(list(answer.columns) or list(answer.rows[0]))


def _asked(answer: Table) -> str:
    """The statement, or what the query answers; with the parameters but for the day, which the page has."""
    query = answer.question.get("query")
    params = ", ".join(f"{name} = {value}" for name, value in _given(answer))
    if query is None:
        return f"{answer.question['cypher']} (with {params})" if params else str(answer.question["cypher"])
    return f"{sentence(get(query).answers)} Query {query}{', with ' if params else ''}{params}."


def _given(answer: Table) -> list[tuple[str, Any]]:
    """The parameters, but for the day of a stored query."""
    given = answer.question.get("params") or {}
    return [(name, value) for name, value in given.items() if name != "on" or "query" not in answer.question]


def _pairs(title: str, question: str, ends: list[str], found: Collection[Commitment]) -> Part:
    pairs = tuple(sorted({(each.debtor, each.beneficiary) for each in found}))
    view = View("pairs", tuple(ends), pairs=pairs)
    return Part(title, question, {each.obligation for each in found}, view)
