"""A made-up world of any size, the same for the same size, written straight into either engine.

A million dated commitments: 20,000 parties, 100,000 obligations, 500,000 arrows that owe and as many that
are owed. Promises are made among neighbours mostly, as alliances are, and now and then far away.
"""

import datetime
import random
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from foedera.graph import statements
from foedera.graph.dates import Bounds, Span
from foedera.graph.store import Store
from foedera.graph.vocabulary import rank

DAY = datetime.date(2000, 1, 1)
BATCH = 10_000
KINDS = {
    "defense": 10,
    "consultation": 25,
    "security-assistance": 15,
    "industry": 20,
    "nonaggression": 10,
    "basing": 20,
}
FORCES = {"binding": 60, "political": 30, "contested": 5, "domestic-law": 5}
Row = dict[str, Any]

_PARTY = (
    "UNWIND $rows AS row CREATE (n:Country {id: row.id, name: row.id, dataset: 'core', until_known: true})"
)
_AGREEMENT = "UNWIND $rows AS row CREATE (n:Agreement {id: row.id, title: row.id, dataset: 'core'})"
_OBLIGATION = """
UNWIND $rows AS row MATCH (a:Agreement {id: row.agreement})
CREATE (a)-[:CREATES]->(n:Obligation) SET n = row.properties
"""
_OWES = """
UNWIND $rows AS row MATCH (p:Country {id: row.party}) MATCH (b:Obligation {id: row.obligation})
CREATE (p)-[r:OWES]->(b) SET r = row.properties
"""
_OWED_TO = """
UNWIND $rows AS row MATCH (p:Country {id: row.party}) MATCH (b:Obligation {id: row.obligation})
CREATE (b)-[r:OWED_TO]->(p) SET r = row.properties
"""


def write(store: Store, commitments: int) -> None:
    """Empties the store and fills it with that many dated commitments; twice is no work."""
    marked = "MATCH (d:Dataset {id: 'core'}) RETURN d.version AS version"
    if [row["version"] for row in store.read(marked)] == [str(commitments)]:
        return
    store.reset(schema=True)
    store.schema(statements.constraints())
    for text, rows in (
        (_PARTY, ({"id": party(n)} for n in range(parties(commitments)))),
        (_AGREEMENT, ({"id": f"a{n}"} for n in range(commitments // 50))),
        (_OBLIGATION, _obligations(commitments)),
        (_OWES, arrows(commitments, "OWES")),
        (_OWED_TO, arrows(commitments, "OWED_TO")),
        ("UNWIND $rows AS row CREATE (d:Dataset) SET d = row", iter([_dataset(commitments)])),
    ):
        while batch := list(islice(rows, BATCH)):
            store.write(partial(_run, text=text, batch=batch))


def _run(transaction: Any, text: str, batch: list[Row]) -> Any:
    return transaction.run(text, {"rows": batch})


def _dataset(commitments: int) -> Row:
    return {
        "id": "core",
        "title": "made up",
        "version": str(commitments),
        "covers_until": datetime.date(2100, 1, 1),
    }


def party(number: int) -> str:
    return f"p{number:05}"


def parties(commitments: int) -> int:
    return commitments // 50


def _obligations(commitments: int) -> Iterator[Row]:
    dice = random.Random(commitments)
    for n in range(commitments // 10):
        (kind,), (force,) = (
            dice.choices(list(KINDS), list(KINDS.values())),
            dice.choices(list(FORCES), list(FORCES.values())),
        )
        properties = {
            "id": f"a{n // 5}/{n}", "name": f"article {n}", "kind": kind, "force": force, "rank": rank(kind, force),
            "summary": "made up", "dataset": "core", "sources": ["made-up"],
        }  # fmt: skip
        yield {"agreement": f"a{n // 5}", "properties": properties}


def arrows(commitments: int, type: str) -> Iterator[Row]:
    """Five of either type for each obligation: the same in every run."""
    dice = random.Random(f"{commitments} {type}")
    centres = random.Random(commitments + 1)
    there = parties(commitments)
    for n in range(commitments // 10):
        centre = centres.randrange(there)
        for end in dict.fromkeys(_end(dice, centre, there) for _ in range(5)):
            yield {"party": party(end), "obligation": f"a{n // 5}/{n}", "properties": _when(dice)}


def _end(dice: random.Random, centre: int, there: int) -> int:
    """A party within 100 places of the centre; one in ten is anywhere."""
    return dice.randrange(there) if dice.random() < 0.1 else (centre + dice.randint(-100, 100)) % there


def _when(dice: random.Random) -> Row:
    begin = datetime.date(1950, 1, 1) + datetime.timedelta(dice.randint(0, 23_000))
    end = begin + datetime.timedelta(dice.randint(365, 20_000))
    span = Span(Bounds(begin, begin), Bounds(end, end) if dice.random() < 0.5 else None)
    return {**span.properties(), "sources": ["made-up"]}
