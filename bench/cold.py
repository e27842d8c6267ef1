"""Cold starts: `foedera path` and `foedera --help`, against a bare process on the same database.

Run `python bench/cold.py`; it loads core into a folder of its own.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from pairs import compare, run

HERE = Path(__file__).parent
FOEDERA = str(Path(sys.executable).with_name("foedera"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home, bare = Path(folder, "home"), Path(folder, "bare")
        env = {"FOEDERA_HOME": str(home)}
        for name in [name for name in os.environ if name.startswith("NEO4J_")]:
            del os.environ[name]
        run([FOEDERA, "load", "core"], env)
        shutil.copytree(home, bare)
        shutil.rmtree(bare / "config")  # its passwords are not the yardstick's
        yardstick = [sys.executable, str(HERE / "bare.py"), str(bare)]
        compare(
            "path JPN UKR / bare", [FOEDERA, "path", "JPN", "UKR"], yardstick, env, goal="1.4 x, memory 1.2 x"
        )
        compare(
            "--help / python -c pass", [FOEDERA, "--help"], [sys.executable, "-c", "pass"], env, goal="0.3 s"
        )


if __name__ == "__main__":
    main()
