"""igo_year_format3.csv: a row for each organization and year, a column for each state."""

from pathlib import Path
from typing import Final

from ..mistakes import Mistakes
from ..tabular import Row, rows
from .columns import AFTER, BEFORE, STATES
from .source import YEARS, Body, Coded, place

_LOOSE: Final = "Within 5 years"
_BEFORE: Final = 1965
_LIFETIME: Final = range(YEARS[0] - 1, YEARS[-1] + 1)
"""When organizations were founded and ended: the Rhine's commission in 1815, the year before the first."""
ROWS: Final = 19_335


def read(file: Path, mistakes: Mistakes) -> Coded:
    """Every cell of the file; what is wrong is noted in `mistakes`."""
    coded = Coded(file.name)
    for row in rows(file, (*BEFORE, *STATES, *AFTER), mistakes, published=ROWS):
        name = row.values["ioname"].strip()
        if not name:
            row.wrong("ioname", "the short name of an organization")
            continue
        acronym = name.upper()
        year = place(row, coded, acronym)
        if year is None:
            continue
        founded, ended = _lifetime(row)
        body = coded.bodies.get(acronym) or _body(row, acronym, name, founded, ended)
        coded.bodies[acronym] = body
        _check_alike(row, body, founded, ended)
        _years(row, body, year)
        body.last = max(body.last, year)
        for column, code in STATES.items():
            if row.values[column] not in ("0", "", "-1"):
                coded.note(row, column, acronym, code, year)
    _mark_unread(coded)
    return coded


def _lifetime(row: Row) -> tuple[int | None, int | None]:
    """The years of its founding and its end."""
    founded, ended = (row.whole(column, _LIFETIME) for column in ("sdate", "deaddate"))
    if founded is not None and ended is not None and ended < founded:
        row.wrong("deaddate", f"a year not before sdate, {founded}")
    return founded, ended


def _check_alike(row: Row, body: Body, founded: int | None, ended: int | None) -> None:
    for column, here, there in (("sdate", founded, body.founded), ("deaddate", ended, body.ended)):
        if here != there:
            row.wrong(column, f"{there or 'nothing'}, as in line {body.line}, of {body.name} too")


def _body(row: Row, acronym: str, name: str, founded: int | None, ended: int | None) -> Body:
    full = plain(row.values["longorgname"]) or plain(row.values["orgname"]) or name
    return Body(acronym, name, full, founded, ended, row.place.line)


def _years(row: Row, body: Body, year: int) -> None:
    if row.flag("imputed"):
        body.imputed.add(year)
    if row.values["accuracyofpre1965membershipdates"] == _LOOSE and year < _BEFORE:
        body.loose.add(year)


def _mark_unread(coded: Coded) -> None:
    """The years between an organization's first row and its last, or its end where that is later, that have none."""
    firsts: dict[str | int, int] = {}
    for unit, year in coded.lines:
        firsts[unit] = min(firsts.get(unit, year), year)
    for acronym, body in coded.bodies.items():
        end = max(body.last, min(body.ended or body.last, YEARS[-1]))
        for year in range(firsts[acronym], end + 1):
            if (acronym, year) not in coded.lines:
                body.unread.add(year)


def plain(text: str) -> str:
    r"""A name without what is left of another encoding: control characters that were letters of Mac Roman.

    >>> plain("Nordens V\x8alf\x8ardscenter"), plain("Energy Agency\xca")
    ('Nordens Välfärdscenter', 'Energy Agency')
    """
    mended = "".join(
        bytes((ord(each),)).decode("mac_roman") if "\x80" <= each < "\xa0" else each for each in text
    )
    return " ".join(mended.removesuffix("\xca").split())
