"""`path` against brute force: random worlds and questions, every simple chain, filtered afterwards.

Run `python bench/brute.py [WORLDS]`, 1,000 by default, on the embedded engine; where NEO4J_URI names an empty Neo4j, on that
one instead. Generator, questions and comparison are those of the tests, which ask a hundred.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from foedera.graph import store as stores
from foedera.graph.store import Store
from foedera.graph.writer import load
from tests.queries.worlds import asked_of, brute_force, question, world


def compare(store: Store, number: int) -> int:
    """How many answers differ; each that does is printed."""
    worlds = {seed: world(seed) for seed in range(number)}
    load(store, "core", (record for each in worlds.values() for record in each.records()))
    begun, different, verdicts = time.perf_counter(), 0, Counter[str]()
    for seed, each in worlds.items():
        asked = question(seed, each)
        expected, found = brute_force(each, asked), asked_of(store, asked)
        verdicts[expected[0]] += 1
        if found != expected:
            different += 1
            print(f"world {seed}: {asked}\n  brute force {expected}\n  path        {found}")
    taken = time.perf_counter() - begun
    said = ", ".join(f"{verdict} {count}" for verdict, count in sorted(verdicts.items()))
    print(f"{store.engine.name}: {number - different:,} of {number:,} alike ({said}) in {taken:.0f} s")
    return different


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as home:
        os.environ["FOEDERA_HOME"] = home + "/home"
        with stores.open() as store:
            if store.read("MATCH (n) RETURN n LIMIT 1").rows:
                sys.exit(f"{store.engine.address} holds data; expected an empty database")
            try:
                different = compare(store, number)
            finally:
                store.reset(schema=True)
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
