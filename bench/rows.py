"""The writer against plain batched `UNWIND … MERGE` of the same rows, into an empty database, in turn.

Run `python bench/rows.py`. The goal: at most 1.2 x; reading the files is told apart.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import groupby, islice
from typing import Any

TURNS = 5


def main() -> None:
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        del os.environ[name]
    with tempfile.TemporaryDirectory() as home:
        os.environ["FOEDERA_HOME"] = home + "/home"
        measure()


def measure() -> None:
    from foedera.graph import store as stores
    from foedera.graph import writer
    from foedera.loaders.core import records

    reading, facts = timed(lambda: list(records()))
    plain_rows = list(grouped(facts))
    with stores.open() as store:
        ours, plain = [], []
        for _ in range(TURNS + 1):
            store.reset(schema=True)
            ours.append(timed(lambda: writer.load(store, "core", facts))[0])
            store.reset(schema=True)
            plain.append(timed(lambda: write(store, plain_rows))[0])
    ratio = statistics.median(a / b for a, b in list(zip(ours, plain, strict=True))[1:])
    print(
        f"writer / plain: {ratio:.2f} x (goal 1.2 x; {statistics.median(ours):.2f} and {statistics.median(plain):.2f} s,"
        f" {len(facts):,} facts), {TURNS} pairs; reading and checking the files takes {reading:.2f} s more"
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    done = work()
    return time.perf_counter() - begun, done


def grouped(facts: list[Any]) -> Any:
    """Each statement with its rows, made beforehand."""
    from foedera.graph import statements
    from foedera.graph.records import Node, stored

    def kind(fact: Any) -> tuple[str, ...]:
        return ("",) + (
            (fact.label,) if isinstance(fact, Node) else (fact.type, fact.start.label, fact.end.label)
        )

    nodes = [fact for fact in facts if isinstance(fact, Node)]
    relationships = [fact for fact in facts if not isinstance(fact, Node)]
    for group, merge in ((nodes, statements.merge_nodes), (relationships, statements.merge_relationships)):
        for key, some in groupby(sorted(group, key=kind), kind):
            yield merge(*key[1:]), [row(fact, stored(fact)) for fact in some]


def row(fact: Any, properties: dict[str, Any]) -> dict[str, Any]:
    ends = {"start": fact.start.id, "end": fact.end.id} if hasattr(fact, "start") else {}
    return {"id": fact.id, "properties": properties, **ends}


def write(store: Any, groups: list[tuple[str, list[Any]]]) -> None:
    from foedera.graph import statements
    from foedera.graph.writer import BATCH

    store.schema(statements.constraints())
    for text, rows in groups:
        coming = iter(rows)
        while batch := list(islice(coming, BATCH)):
            store.write(partial(run, text=text, batch=batch))


def run(transaction: Any, text: str, batch: list[Any]) -> Any:
    return transaction.run(text, {"rows": batch})


if __name__ == "__main__":
    main()
