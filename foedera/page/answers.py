"""Answers as subjects: chains, duties, scenarios, and the rows of a statement."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from ..graph.dates import Date
from ..graph.errors import BadInput
from ..queries.answer import Commitment
from ..queries.attack_answer import AttackAnswer
from ..queries.catalogue import get
from ..queries.differences import WhatIfAnswer
from ..queries.names import Party
from ..queries.networks import entities_of
from ..queries.path_answer import PathAnswer
from ..queries.rows import Table
from .data import View
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
    if not answer.chains:
        raise BadInput(
            f"nothing to draw: no chain from {source.name} to {target.name} on {on} ({answer.verdict}: {answer.reason})"
        )
    told = [*answer.chains, *([answer.direct] if answer.direct else [])]
    steps = [each for chain in told for hop in chain.hops for each in hop.commitments]
    question = f"How do commitments run from {source.name} to {target.name}? On {on}: {answer.reason}."
    return _pairs(f"From {source.name} to {target.name}", question, [source.id, target.id], steps)


def of_attack(answer: AttackAnswer, victim: Party, on: Date) -> Part:
    """Who must act for a party that is attacked, the attacker's own promises, and who is bound to both sides.

    Raises:
        BadInput: nobody must.
    """
    by = f" by {answer.by.name}" if answer.by else ""
    where = f" in {answer.where.name}" if answer.where else ""
    duties = [each for each in answer.rows if each.reach.standing != "does not hold"]
    if not duties:
        raise BadInput(
            f"nothing to draw: nobody owes {victim.name} help against an attack{by}{where} on {on}"
            f" ({answer.verdict}: {answer.reason})"
        )
    found = [each.commitment for each in (*duties, *answer.attacker)]
    found += [each for conflict in answer.conflicts for each in (*conflict.to_victim, *conflict.to_attacker)]
    question = f"Who must act if {victim.name} is attacked{by}{where}, and how? On {on}: {answer.reason}."
    ends = [victim.id, *([answer.by.id] if answer.by else [])]
    return _pairs(f"If {victim.name} is attacked{by}{where}", question, ends, found)


def of_scenario(reader: Reader, answer: WhatIfAnswer, on: Date) -> Part:
    return supposed(reader, answer, on)


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
    entities = list(entities_of(answer.rows))
    if entities:
        return returned(title, _asked(answer), entities)
    if not query:
        raise BadInput(f"nothing to draw: {who} returns no graph but {_columns(answer)}; {RETURN}")
    found = named(reader, get(query), _asked(answer), answer.rows, values)
    if not found.arrows and not found.ties:
        raise BadInput(
            f"nothing to draw: {who} returns no graph, and its rows name no two things in {_columns(answer)};"
            f" take another, or --cypher with a statement; {RETURN}"
        )
    return replace(found, title=title)


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
