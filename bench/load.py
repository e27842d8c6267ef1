"""Loading core: the second load against the first, each in a process of its own.

Run `python bench/load.py`. The second must change nothing and take no longer than the first.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from pairs import run

FOEDERA = str(Path(sys.executable).with_name("foedera"))
TURNS = 5


def main() -> None:
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        del os.environ[name]
    first, second = [], []
    for _ in range(TURNS):
        with tempfile.TemporaryDirectory() as home:
            env = {"FOEDERA_HOME": home + "/home"}
            first.append(run([FOEDERA, "load", "core"], env).seconds)
            second.append(run([FOEDERA, "load", "core"], env).seconds)
    ratio = statistics.median(b / a for a, b in zip(first, second, strict=True))
    print(
        f"second load / first: {ratio:.2f} x (goal 1.00), first {statistics.median(first):.2f} s, {TURNS} pairs"
    )


if __name__ == "__main__":
    main()
