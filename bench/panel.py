"""The directed dyad-year panel of ATOP's member file, 1815 to 2018, against pandas that expands the same file in memory.

Run `python bench/panel.py MEMBERS.csv`. The goal: at most 5 x. pandas joins the file with itself by alliance and phase,
repeats each pair for its years, keeps each flag's greatest value and how many alliances there are, and writes CSV; it names none of them.
Times are of the processor, of this process and the engine in it.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pandas

TURNS = 3
FLAGS = ["defense", "offense", "neutral", "nonagg", "consul"]


def main() -> None:
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        del os.environ[name]
    members = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FOEDERA_HOME"] = f"{folder}/home"
        measure(members, Path(folder))


def measure(members: Path, folder: Path) -> None:
    import foedera

    with foedera.open() as db:
        db.load("atop", members)
        ours, theirs = [], []
        for _ in range(TURNS + 1):
            ours.append(
                timed(lambda: db.panel(folder / "ours.csv", first=1815, last=2018, datasets="atop").rows)
            )
            theirs.append(timed(lambda: expanded(members, folder / "theirs.csv")))
    ratio = statistics.median(a / b for (a, _), (b, _) in list(zip(ours, theirs, strict=True))[1:])
    seconds, rows = ours[-1]
    print(
        f"panel / pandas: {ratio:.1f} x (goal 5 x; {seconds:.2f} and {theirs[-1][0]:.2f} s), {rows:,} rows and {theirs[-1][1]:,}"
    )


def timed(work: Callable[[], int]) -> tuple[float, int]:
    begun = time.process_time()
    done = work()
    return time.process_time() - begun, done


def expanded(members: Path, output: Path) -> int:
    rows: Any = pandas.read_csv(members)
    rows = rows[rows.member != 8152]
    rows["yrexit"] = numpy.where(rows.yrexit == 0, 2018, rows.yrexit)
    rows = rows[["atopid", "phase", "member", "yrent", "yrexit", *FLAGS]]
    pairs = rows.merge(rows, on=["atopid", "phase"])
    pairs = pairs[pairs.member_x != pairs.member_y]
    pairs["first"] = pairs[["yrent_x", "yrent_y"]].max(axis=1)
    pairs["last"] = pairs[["yrexit_x", "yrexit_y"]].min(axis=1)
    pairs = pairs[pairs["first"] <= pairs["last"]]
    pairs = pairs.loc[pairs.index.repeat(pairs["last"] - pairs["first"] + 1)]
    pairs["year"] = pairs["first"] + pairs.groupby(level=0).cumcount()
    wanted = {f"{flag}_x": "max" for flag in FLAGS} | {"atopid": "nunique"}
    panel = pairs.groupby(["member_x", "member_y", "year"]).agg(wanted).reset_index()
    panel.to_csv(output, index=False)
    return len(panel)


if __name__ == "__main__":
    main()
