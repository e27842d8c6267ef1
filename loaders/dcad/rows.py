"""A row of DCAD's main file, checked: every code one of the codebook's, every day one of the calendar."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..mistakes import Place
from ..states import States
from ..tabular import Row
from .codebook import ASYMMETRIES, BY_NAME, ENDS, KEPT, NEWS, RENEWAL_YEARS, RENEWALS, SPANS, TEXTS, duration
from .spans import Days, bounds

_ID = re.compile(r"DCADv1\.0-[0-9]{4}")
_YEARS = range(1, 100)


class Party(NamedTuple):
    """A party as the row has it: Correlates of War number, and the letters beside it."""

    code: int
    label: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a row says."""

    place: Place
    id: str
    parties: tuple[Party, Party]
    days: Days
    category: str
    others: tuple[str, ...]
    duration: str | None
    asymmetry: int | None
    confidence: str
    news: int | None
    signature: int | None
    coded: tuple[str, ...]


def agreement(row: Row, states: States) -> Agreement | None:
    """The row as an agreement; None where it has a mistake, which is noted."""
    before = len(row.mistakes.found)
    if not _ID.fullmatch(row.values["DCAid"].strip()):
        row.wrong("DCAid", "the agreement's id, such as DCADv1.0-0001")
    signed = row.needed("signYear", lambda _: bounds(row, "sign"), "a year from 1980 to 2010")
    days = (
        bounds(row, "EIF"),
        row.needed("terminated", lambda name: row.whole(name, ENDS), "0, 1, -88 or -99"),
    )
    lasted = row.whole("durationActual", _YEARS)
    one, other = _party(row, "1", states), _party(row, "2", states)
    category, *others = (_category(row, f"category{each}", needed=each == 1) for each in (1, 2, 3))
    length = duration(
        row.whole("span", {*_YEARS, *SPANS}),
        row.whole("renewType", RENEWALS.keys()),
        row.whole("renewYears", {*_YEARS, *RENEWAL_YEARS}),
    )
    asymmetry, news = row.whole("asymmetry", ASYMMETRIES), row.whole("factivaConf", range(1, 6))
    signature = row.whole("factivaSign", NEWS)
    row.whole("factivaEIF", NEWS)
    for column, terms in TEXTS.items():
        if row.values[column].strip() not in terms:
            row.wrong(column, f"one of {', '.join(term or 'nothing' for term in terms)}", terms)
    if len(row.mistakes.found) > before or not (signed and one and other and category):
        return None
    found = Days(signed, days[0], days[1] or 0, lasted)
    return Agreement(
        row.place,
        row.values["DCAid"].strip(),
        (one, other),
        found,
        category,
        tuple(each for each in others if each),
        length,
        asymmetry,
        row.values["categoryConf"].strip(),
        news,
        signature,
        tuple(f"{name}={text}" for name in KEPT if (text := row.values[name].strip())),
    )


def _party(row: Row, which: str, states: States) -> Party | None:
    column = f"ccode{which}"
    code = states.number(row, column)
    return None if code is None else Party(code, row.values[f"cowName{which}"].strip())


def _category(row: Row, column: str, *, needed: bool) -> str | None:
    """The category by the file's name or the codebook's; None where the cell is empty, or is none (which is noted)."""
    text = row.values[column].strip()
    if not text and not needed:
        return None
    found = BY_NAME.get(text.casefold())
    if not found:
        row.wrong(column, f"one of {', '.join(sorted(set(BY_NAME.values())))}", set(BY_NAME.values()))
    return found
