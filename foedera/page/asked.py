"""Subjects that are answers: the question is asked first, or has been, and what it found is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..graph.store import Store
from ..queries import attack, names, paths
from ..queries.attack_answer import AttackAnswer
from ..queries.catalogue import get
from ..queries.context import Context
from ..queries.differences import WhatIfAnswer
from ..queries.explored import Route
from ..queries.parameters import bind
from ..queries.rows import Table
from . import answers
from .part import Part
from .subgraph import Reader
from .subject import Subject


def asked(
    store: Store, context: Context, reader: Reader, parties: Sequence[names.Party], subject: Subject
) -> Part:
    """The part of a chain between two parties, of an attack on one, or of an answer that is there.

    Raises:
        BadInput: nothing was found that can be drawn.
    """
    if subject.kind == "path":
        source, target = parties
        found = paths.path(store, context, source, target, Route())
        return replace(answers.of_path(found, source, target, context.as_of), chain=(source.id, target.id))
    if subject.kind == "attack":
        (victim,) = parties
        return answers.of_attack(reader, attack.attack(store, context, victim), victim, context.as_of)
    return _answered(store, context, reader, subject)


def _answered(store: Store, context: Context, reader: Reader, subject: Subject) -> Part:
    found, day = subject.answer, context.as_of
    if isinstance(found, Table):
        return answers.of_table(reader, found, _values(store, context, found))
    if isinstance(found, WhatIfAnswer):
        return answers.of_scenario(reader, found, day)
    assert found is not None
    if isinstance(found, AttackAnswer):
        return answers.of_attack(reader, found, names.party(store, found.question["victim"]), day)
    source, target = (names.party(store, found.question[end]) for end in ("from", "to"))
    return answers.of_path(found, source, target, day)


def _values(store: Store, context: Context, found: Table) -> Mapping[str, Any]:
    """What a stored query was asked with: ids where its parameters name things."""
    if "query" not in found.question:
        return {}
    return bind(store, context, get(found.question["query"]), found.question["params"])
