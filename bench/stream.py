"""The memory of `foedera cypher` for 10,000 rows and for 1,000,000, the embedded engine included.

Run `python bench/stream.py`. The goal: the same, within 16 MiB.
"""

import os
import sys
import tempfile

from pairs import run

FEW, MANY = 10_000, 1_000_000
STATEMENT = "UNWIND range(1, {}) AS n RETURN n, 'a text of some length' AS text"


def main() -> None:
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        del os.environ[name]
    with tempfile.TemporaryDirectory() as folder:
        env = {"FOEDERA_HOME": folder + "/home"}
        command = [sys.executable, "-m", "foedera", "cypher", "--format", "jsonl"]
        few, many = (run([*command, STATEMENT.format(rows)], env) for rows in (FEW, MANY))
    for rows, each in ((FEW, few), (MANY, many)):
        print(f"{rows:>9,} rows: {each.mebibytes:6.1f} MiB, {each.seconds:5.1f} s")
    more = many.mebibytes - few.mebibytes
    print(f"{more:+.1f} MiB: {'met' if more < 16 else 'MISSED'}")


if __name__ == "__main__":
    main()
