"""`path` among a million dated commitments, against a plain search, and on Neo4j its own `shortestPath`.

Run `python bench/million.py FOLDER`; it makes its worlds there (minutes on the first run, kept for the next), or in the
Neo4j that NEO4J_URI names, which it empties. With `--small` also among a tenth as many, to see what size costs.

- path: the product's whole answer: the best chain by weakest link, hops and ids, with what each hop rests on.
- plain search: breadth first from both ends, one query a level, a row a commitment, no ranks, until they meet.
- shortestPath: Neo4j's own, filtered to what is in force and of the wanted kinds; any rank, no ids, nothing cited.
- by rank: the same by the product's rule, asked from the firmest rank down until there is one.
"""

import argparse
import os
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import made_up

from foedera.graph import store as stores
from foedera.graph.dates import certainly
from foedera.graph.store import Store
from foedera.queries.commitments import Wanted
from foedera.queries.context import Context
from foedera.queries.explored import Route
from foedera.queries.names import Party
from foedera.queries.paths import path

MILLION = 1_000_000
QUESTIONS = 40
CONTEXT = Context(made_up.DAY, made_up.DAY, ["core"], None, [])
PARAMS = {**CONTEXT.params, **Wanted().params()}
Pair = tuple[str, str]

_LEVEL = f"""
MATCH (p:Country)-[o:OWES]->(b:Obligation)-[t:OWED_TO]->(q:Country)
WHERE NEAR.id IN $frontier AND b.kind IN $kinds AND {certainly("o")} AND {certainly("t")}
RETURN p.id AS p, q.id AS q, b.id AS b
"""
_SHORTEST = f"""
MATCH (s:Country {{id: $source}}), (t:Country {{id: $target}})
MATCH p = shortestPath((s)-[:OWES|OWED_TO*..8]->(t))
WHERE all(r IN relationships(p) WHERE {certainly("r")})
  AND all(b IN nodes(p) WHERE b.rank IS NULL OR (b.kind IN $kinds AND b.rank >= FLOOR))
RETURN [n IN nodes(p) | n.id] AS nodes
"""
SHORTEST = _SHORTEST.replace("FLOOR", "0")
BY_RANK = f"UNWIND [5, 4, 3, 2, 1] AS floor {_SHORTEST.replace('FLOOR', 'floor')} LIMIT 1"


def plain(store: Store, source: str, target: str) -> int | None:
    """The length of a shortest chain of whatever rank; None beyond four hops."""
    sides: list[tuple[str, str, set[str], set[str]]] = [
        ("p", "q", {source}, {source}),
        ("q", "p", {target}, {target}),
    ]
    for length in range(1, 5):
        near, far, frontier, seen = side = min(sides, key=lambda each: len(each[2]))
        rows = store.read(_LEVEL.replace("NEAR", near), {**PARAMS, "frontier": sorted(frontier)})
        fresh = {row[far] for row in rows} - seen
        (other,) = (each for each in sides if each is not side)
        if fresh & other[2]:
            return length
        sides[sides.index(side)] = (near, far, fresh, seen | fresh)
    return None


def ours(store: Store, source: str, target: str) -> Any:
    ends = (Party(id, "Country", id) for id in (source, target))
    return path(store, CONTEXT, *ends, Route(), count=1)


def engine(text: str) -> Callable[[Store, str, str], Any]:
    return lambda store, source, target: store.read(text, {**PARAMS, "source": source, "target": target}).rows


def questions(commitments: int, *, far: bool) -> Sequence[Pair]:
    """Parties up to 200 places apart, or anywhere."""
    dice, there = random.Random(7), made_up.parties(commitments)
    starts = [dice.randrange(there) for _ in range(QUESTIONS)]
    reach = there // 2 if far else 200
    return [(made_up.party(a), made_up.party((a + dice.randint(1, reach)) % there)) for a in starts]


def measure(store: Store, pairs: Sequence[Pair], ways: dict[str, Callable[[Store, str, str], Any]]) -> None:
    """In turn, question by question; each ratio is of two neighbours in time."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(2):
        for pair in pairs:
            for name, way in ways.items():
                begun = time.perf_counter()
                way(store, *pair)
                if turn:
                    taken[name].append(time.perf_counter() - begun)
    for name, times in taken.items():
        ratio = statistics.median(a / b for a, b in zip(taken["path"], times, strict=True))
        print(f"    {name:14} {statistics.median(times) * 1000:7.1f} ms   path / {name}: {ratio:.2f} x")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--small", action="store_true")
    asked = parser.parse_args()
    for commitments in (MILLION // 10, MILLION) if asked.small else (MILLION,):
        os.environ["FOEDERA_HOME"] = str(asked.folder / str(commitments))
        with stores.open() as store:
            made_up.write(store, commitments)
            ways = {"path": ours, "plain search": plain}
            if not store.engine.embedded:
                ways |= {"shortestPath": engine(SHORTEST), "by rank": engine(BY_RANK)}
            print(f"{store.engine.name}, {commitments:,} commitments")
            for far in (False, True):
                pairs = questions(commitments, far=far)
                found = [ours(store, *pair) for pair in pairs]
                hops = [len(each.chains[0].hops) for each in found if each.chains]
                print(
                    f"  {'anywhere' if far else 'near'}: {len(hops)} of {len(pairs)} found, {hops_said(hops)}"
                )
                measure(store, pairs, ways)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def hops_said(hops: Sequence[int]) -> str:
    return ", ".join(f"{hops.count(n)} of {n} hops" for n in sorted(set(hops)))


if __name__ == "__main__":
    main()
