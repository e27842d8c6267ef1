"""state_year_format3.csv: a row for each state and year, a column for each organization, by its short name alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ...graph.errors import BadInput
from .. import states, tabular
from ..mistakes import Mistakes
from .source import Body, Coded, place

_BEFORE: Final = ("ccode", "year", "state")
_ORGANIZATIONS: Final = 534
ROWS: Final = 15_557


def is_it(header: Sequence[str]) -> bool:
    """The file by states, by the columns that it begins with."""
    return "ioname" not in header and bool({"ccode", "state"} & set(header))


def read(file: Path, mistakes: Mistakes) -> Coded:
    """Every cell of the file; what is wrong is noted in `mistakes`."""
    coded = Coded(file.name)
    columns = _columns(file)
    acronyms = {column: column.upper() for column in columns if column not in _BEFORE}
    coded.bodies = {acronym: Body(acronym, acronym, acronym, line=1) for acronym in acronyms.values()}
    known = states.shipped()
    for row in tabular.rows(file, columns, mistakes, published=ROWS):
        code = known.number(row, "ccode")
        if code is None:
            continue
        year = place(row, coded, code)
        if year is None:
            continue
        for column, acronym in acronyms.items():
            if row.values[column] not in ("-1", "0", ""):
                coded.note(row, column, acronym, code, year)
    return coded


def _columns(file: Path) -> Sequence[str]:
    """Its header, which must have as many organizations as the release; their names are not held here."""
    found = tabular.header(file)
    for name in _BEFORE:
        if name not in found:
            raise BadInput(f"{file.name}:1: no column {name!r}; expected it in the header")
    if (count := len(set(found) - set(_BEFORE))) != _ORGANIZATIONS:
        raise BadInput(
            f"{file.name}:1: {count} columns of organizations; expected the {_ORGANIZATIONS} of version 3"
        )
    return found
