"""Loading datasets of others against reading their files with csv alone and writing the same rows by plain `UNWIND … MERGE`.

Run `python bench/datasets.py [FOLDER] [NAME …]`, with the folder that has the files of each dataset in a folder of its own
(../shared/data by default); TURNS=1 for one pair. The goal: at most 1.3 x for ATOP, COW and DCAD together, reading, checking and linking included;
by the clock, and by processor time of the engine and of Python, which other work on the machine disturbs less. After a pair to warm up, every
other pair begins with the plain rows. First, for each one, the time and the peak memory of a `foedera load` in a process of its own, into a new
database: a process counts what its parent held.
"""

import csv
import gzip
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import Any

from load import FOEDERA
from pairs import run
from rows import grouped, timed, write

TURNS = int(os.environ.get("TURNS", "3"))
FOLDERS = {
    "atop": "atop",
    "cow": "cow_alliances",
    "dcad": "dcad",
    "cow-contiguity": "cow_contiguity",
    "cow-igo": "cow_igo",
    "us-forces": "us_forces",
}
TOGETHER = ("atop", "cow", "dcad")
Work = Callable[[], Any]


def main() -> None:
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        del os.environ[name]
    given = sys.argv[1:]
    folder = Path(given[0]) if given and Path(given[0]).is_dir() else Path("../shared/data")
    names = [name for name in given if name in FOLDERS]
    for name in names or FOLDERS:
        with tempfile.TemporaryDirectory() as home:
            env = {"FOEDERA_HOME": home + "/home"}
            done = run([FOEDERA, "load", name, str(folder / FOLDERS[name])], env)
            print(f"{name}: {done.seconds:.1f} s, {done.mebibytes:.0f} MiB at most")
    with tempfile.TemporaryDirectory() as home:
        os.environ["FOEDERA_HOME"] = home + "/home"
        measure(folder, names or TOGETHER)


def measure(folder: Path, names: Any) -> None:
    """Both into a database that holds the states of core; plain rows are made beforehand."""
    from foedera import loaders
    from foedera.graph import store as stores
    from foedera.graph.records import Record

    places = {name: folder / FOLDERS[name] for name in names}
    facts = [
        fact
        for name, place in places.items()
        for fact in loaders.records(name, place)
        if isinstance(fact, Record)
    ]
    plain_rows = list(grouped(facts))
    with stores.open() as store:

        def ours() -> None:
            for name, place in places.items():
                loaders.load(store, name, place)

        def plain() -> None:
            for place in places.values():
                for file in place.iterdir():
                    read(file)
            write(store, plain_rows)

        turns = [pair(store, (ours, plain), swapped=turn % 2 == 1) for turn in range(TURNS + 1)][1:]
    print(f"{', '.join(names)}: {len(facts):,} facts, {TURNS} pairs")
    for unit, by in (("seconds", itemgetter(0)), ("seconds of processor time", itemgetter(1))):
        sides = [tuple(map(by, turn)) for turn in turns]
        ratio = statistics.median(one / other for one, other in sides)
        one, other = (statistics.median(side) for side in zip(*sides, strict=True))
        print(f"load / plain {ratio:.2f} x (goal 1.3 x; {one:.1f} and {other:.1f} {unit})")


Took = tuple[float, float]


def pair(store: Any, works: tuple[Work, Work], *, swapped: bool) -> tuple[Took, Took]:
    """What each takes, by the clock and of the processors; the second begins where swapped."""
    if swapped:
        other, one = (fresh(store, work) for work in reversed(works))
    else:
        one, other = (fresh(store, work) for work in works)
    return one, other


def fresh(store: Any, work: Work) -> Took:
    """Seconds, and those of the processors, with states of core there already."""
    from foedera import loaders

    store.reset(schema=True)
    loaders.load(store, "core")
    begun = time.process_time()
    seconds, _ = timed(work)
    return seconds, time.process_time() - begun


def read(file: Path) -> None:
    if file.suffix in (".csv", ".gz"):
        with (gzip.open if file.suffix == ".gz" else open)(
            file, "rt", encoding="latin-1", newline=""
        ) as text:
            for _ in csv.reader(text):
                pass


if __name__ == "__main__":
    main()
