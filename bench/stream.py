"""`cypher` passing on a million rows: memory must not follow their number.

Run `python bench/stream.py`; each run is a process of its own, on the embedded engine or on the server of NEO4J_URI.
"""

import sys
import tempfile
from pathlib import Path

from pairs import run

FOEDERA = str(Path(sys.executable).with_name("foedera"))
ROWS = (1_000, 100_000, 1_000_000)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        env = {"FOEDERA_HOME": home + "/home"}
        for form in ("jsonl", "csv"):
            runs = []
            for rows in ROWS:
                text = f"UNWIND range(1, {rows}) AS n RETURN n, 'row ' + toString(n) AS name"
                runs.append(run([FOEDERA, "cypher", text, "--format", form], env))
            said = ", ".join(
                f"{rows:,} rows {each.mebibytes:.0f} MiB in {each.seconds:.1f} s"
                for rows, each in zip(ROWS, runs, strict=True)
            )
            ratio = runs[-1].mebibytes / runs[0].mebibytes
            print(f"{form}: {said}; memory {ratio:.2f} x from a thousand to a million (goal: constant)")


if __name__ == "__main__":
    main()
