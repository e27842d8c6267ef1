"""The Defense Cooperation Agreement Dataset (DCAD) 1.0, from a copy that its user has: docs/datasets/dcad.md."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ...graph.dates import Date
from ...graph.errors import BadInput
from ...graph.records import Record, Refusal
from .. import files, tabular
from ..manifest import Manifest
from ..mistakes import Mistakes
from ..states import shipped
from .codebook import COLUMNS
from .facts import facts
from .rows import Agreement, Party, agreement

FILE: Final = "DCAD-v1.0-main.csv"
ROWS: Final = 1871

MANIFEST: Final = Manifest(
    name="dcad",
    title="Defense Cooperation Agreement Dataset (DCAD)",
    version="1.0",
    publisher="Brandon J. Kinne",
    covers_from=Date(1980, 1, 1),
    covers_until=Date(2010, 12, 31),
    terms="no licence stated; citation asked for",
    citation='Kinne, Brandon J. 2020. "The Defense Cooperation Agreement Dataset (DCAD)." '
    "Journal of Conflict Resolution 64 (4): 729-755.",
    url="https://www.brandonkinne.com/dcad",
    holds="DCAD agreements",
    of_states=True,
    field="bilateral defence cooperation agreements signed from 1980 to 2010",
    note="It leaves out what was signed before 1980, defence and nonaggression pacts, military aid, status of forces, "
    "single arms deals; it tells no legal force.",
)


def records(path: Path | None = None, *, today: Date | None = None) -> Iterator[Record | Refusal]:
    """The records of the dataset's main file, or of the folder that holds it; `today` does not matter to what is closed.

    Raises:
        BadInput: the file is not there, or every mistake in it.
    """
    found, mistakes = [], Mistakes()
    seen: dict[str, int] = {}
    for row in tabular.rows(_file(path), COLUMNS, mistakes, published=ROWS):
        id = row.values["DCAid"].strip()
        if id in seen:
            row.wrong("DCAid", f"another id than that of line {seen[id]}")
        seen.setdefault(id, row.place.line)
        if read := agreement(row, shipped()):
            found.append(read)
    mistakes.raise_any()
    yield from MANIFEST.records()
    doubted = _doubted(found)
    for each in found:
        if each.parties[0].code == each.parties[1].code:
            yield Refusal(f"dcad:{each.id}", str(each.place), _with_itself(each), known=True)
        else:
            yield from facts(each, MANIFEST, shipped(), doubted)


def _file(path: Path | None) -> Path:
    """The main file; the release's other one, by pairs and years, holds nothing that could be cited."""
    file = files.find(path, [FILE], MANIFEST)
    if "dcaAnyV1" in tabular.header(file):
        raise BadInput(f"{file.name}:1: the file of pairs and years; expected {FILE}, one row an agreement")
    return file


def _with_itself(agreement: Agreement) -> str:
    one, other = agreement.parties
    return (
        f"{agreement.id}: ccode1 and ccode2 are both {one.code}, labelled {one.label} and {other.label}: "
        "an agreement of a state with itself, one of its codes must be wrong"
    )


def _doubted(agreements: Sequence[Agreement]) -> frozenset[Party]:
    """Codes with a label that mostly stands beside another code: one of the two is wrong."""
    codes: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for each in agreements:
        for party in each.parties:
            codes[party.label][party.code] += 1
    return frozenset(
        Party(code, label)
        for label, counts in codes.items()
        for code, count in counts.items()
        if count < max(counts.values())
    )
