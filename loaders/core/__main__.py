"""`python -m foedera.loaders.core [FOLDER]`: check the core dataset's files and count what they say."""

import datetime
import sys
from collections import Counter
from pathlib import Path

from ...graph.errors import BadInput
from . import records


def main(folder: str | None = None) -> int:
    """Print the counts, or every mistake with its place."""
    try:
        found = list(records(Path(folder) if folder else None, today=datetime.date.today()))
    except BadInput as error:
        print(error, file=sys.stderr)
        return error.exit_code
    counts = Counter(record.type for record in found)
    print(f"{len(found):,} records: " + ", ".join(f"{count:,} {type}" for type, count in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
