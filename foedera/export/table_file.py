"""A long table as CSV or Parquet, written as it comes: how many columns it has may show at its end only."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Final

from .. import files
from ..graph.errors import BadInput, FoederaError

ENDINGS: Final = (".csv", ".parquet")


def check(output: Path) -> None:
    """Whether it can be written there, before the work.

    Raises:
        BadInput: the folder does not exist, or the name tells neither format.
        FoederaError: Parquet needs pyarrow, and it is not installed.
    """
    files.check(output, "panel.csv")
    if output.suffix.lower() not in ENDINGS:
        raise BadInput(f"{output} ends neither in .csv nor in .parquet; name one such as panel.csv")
    if output.suffix.lower() == ".parquet":
        try:
            import pyarrow  # noqa: F401
        except ImportError:
            raise FoederaError(
                "Parquet needs pyarrow; install it with `pip install foedera[parquet]`, or name a .csv"
            ) from None


def write(
    rows: Iterable[Sequence[Any]], fixed: Sequence[str], more: str, output: Path, words: Collection[str]
) -> tuple[int, list[str]]:
    """Writes the rows: cells of the fixed columns, then any number of others, called `more` and 1, 2, ….

    All hold whole numbers but those that are named in `words`. Gives back how many rows and which columns there are.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as body:
        write_row, count, width = csv.writer(body, lineterminator="\n").writerow, 0, len(fixed)
        for row in rows:
            write_row(row)
            count, width = count + 1, max(width, len(row))
        columns = [*fixed, *(f"{more}{number + 1}" for number in range(width - len(fixed)))]
        body.seek(0)
        if output.suffix.lower() == ".parquet":
            others = [more] * (width - len(fixed))
            texts = [name in words for name in (*fixed, *others)]
            _parquet(body, columns, texts, output)
        else:
            with files.writing(output, "panel.csv") as file:
                file.writelines(_padded(body, columns))
    return count, columns


def _padded(body: IO[str], columns: Sequence[str]) -> Iterator[str]:
    """The lines under their header, each with as many cells; none has a comma in it, or a line end."""
    yield ",".join(columns) + "\n"
    commas = len(columns) - 1
    for line in body:
        yield line[:-1] + "," * (commas - line.count(",")) + "\n"


def _parquet(body: IO[str], columns: Sequence[str], texts: Sequence[bool], output: Path) -> None:
    """The same by way of Arrow: numbers are whole, and empty cells null."""
    from pyarrow import csv as arrow
    from pyarrow import int64, parquet, string

    types = {name: string() if text else int64() for name, text in zip(columns, texts, strict=True)}
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", suffix=".csv") as whole:
        whole.writelines(_padded(body, columns))
        whole.flush()
        options = arrow.ConvertOptions(column_types=types, strings_can_be_null=True)
        with (
            files.replacing(output, "panel.parquet") as draft,
            arrow.open_csv(whole.name, convert_options=options) as batches,
            parquet.ParquetWriter(draft, batches.schema) as writer,
        ):
            for batch in batches:
                writer.write_batch(batch)
