"""Write the tables of docs/differences.md from your own copies of the files.

    python -m tools.compare --atop atop5_1m.csv --cow alliance_v4.1_by_member.csv \\
        --dcad DCAD-v1.0-main.csv --igo state_year_format3.csv.gz

Run in the checkout. Files that are not given are not compared; the report then speaks of the others alone.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from foedera.graph.errors import BadInput
from foedera.loaders.core import records
from foedera.loaders.links.known import MATCHES

from .matching import HERE, Files, comparisons, decide, differences, read, unmatched
from .ours import Core
from .report import MARK, tables
from .suggest import suggestions
from .theirs import ATOP_UNTIL

REPORT = HERE.parent.parent / "docs" / "differences.md"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.compare",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--atop", type=Path, help="ATOP 5.1, member file")
    parser.add_argument("--cow", type=Path, help="COW Formal Alliances 4.1, by member")
    parser.add_argument("--dcad", type=Path, help="DCAD 1.0, main file")
    parser.add_argument("--igo", type=Path, help="COW IGO 3, state by year, as CSV or CSV.gz")
    parser.add_argument("--matches", type=Path, default=MATCHES, help="our ids and theirs")
    parser.add_argument("--decisions", type=Path, default=HERE / "decisions.yaml", help="what was decided")
    parser.add_argument("--core", type=Path, help="folder of the core dataset; default: the shipped one")
    parser.add_argument("--report", type=Path, default=REPORT, help="file whose tables are written anew")
    parser.add_argument("--suggest", action="store_true", help="only print counterparts for what has none")
    given = parser.parse_args(arguments)
    try:
        core = Core(records(given.core))
        files = Files(given.atop, given.cow, given.dcad, given.igo)
        matches = read(given.matches)
        alone = unmatched(core, matches, ATOP_UNTIL)
        if given.suggest:
            print(*suggestions(core, files, alone), sep="\n")
            return 0
        found = list(comparisons(core, files, matches))
        decided, idle = decide(differences(found), read(given.decisions) or [])
    except (BadInput, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    head = given.report.read_text(encoding="utf-8").partition(MARK)[0] if given.report.exists() else ""
    given.report.write_text(f"{head}{MARK}\n\n{tables(decided, found, alone)}", encoding="utf-8")
    for rule in idle:
        print(f"{given.decisions}: fits nothing: {rule}")
    undecided = sum(not text for _, text in decided)
    print(f"compared: {len(found)}, differences: {len(decided)}, undecided: {undecided}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
