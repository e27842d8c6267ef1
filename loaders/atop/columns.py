"""The columns of ATOP's files and the codes that each may hold, by the codebook's summary of numeric codes."""

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from ..tabular import Row


class Codes(NamedTuple):
    """What a column may hold: one of these, or any number from 0 on; `empty` where it may be missing."""

    among: Collection[int] | None
    empty: bool = False


def _each(columns: str, among: Collection[int] | None, empty: bool = False) -> dict[str, Codes]:
    return dict.fromkeys(columns.split(), Codes(among, empty))


_YES_NO: Final = (0, 1)

KINDS: Final[Mapping[str, str]] = {
    "defense": "defense",
    "offense": "offense",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
"""The flags of the five obligations, each with the kind that it means."""

ENTRY: Final = ("yrent", "moent", "dayent")
EXIT: Final = ("yrexit", "moexit", "dayexit")
_CONDITIONS: Final = (
    "defcoadv defcoloc defcocon defconum defcodem defconpr offcoadv offcoloc offcocon offconum offcodem "
    "neucoadv neucoloc neucocon neuconum neucodem neuconpr neucoatt concoadv concoloc concocon concoreq olimob"
)
"""What an obligation may depend on (`conditions` has the words)."""
_WHO: Final = ("atopid", "member", "phase")

_ANY_VERSION: Final[Mapping[str, Codes]] = {
    **_each("cowid cow4id", None, empty=True),
    **_each("cowsys ineffect bilat wartime", _YES_NO),
    **_each("maxphase", range(10)),
    **_each("cowwar", None),
    **_each("estmode", _YES_NO, empty=True),
    **_each("pubsecr", range(3), empty=True),
    **_each("secrart", range(9), empty=True),
    **_each("proadd futmem speclgth", range(4), empty=True),
    **_each("length renewlgt", None, empty=True),
    **_each("renounce", range(5), empty=True),
    **_each("proren", range(3), empty=True),
    **_each("term", range(4)),
    **_each("termmode", range(7)),
    **_each("termcaus", range(9), empty=True),
    **_each("defense offense neutral nonagg consul active conditio", _YES_NO),
    **_each("defcon offcon neucon concon", _YES_NO),
    **_each(_CONDITIONS, _YES_NO),
    **_each("asymm obvary", _YES_NO),
    **_each("notaiden", range(5), empty=True),
    **_each("dipaid terrres", _YES_NO, empty=True),
    **_each("seppeace", range(4), empty=True),
    **_each("thirdcom noothall", _YES_NO, empty=True),
    **_each("specthrt", range(7), empty=True),
    **_each("statthr1 statthr2", None, empty=True),
    **_each("conwtin", range(4), empty=True),
    **_each("medarb", _YES_NO, empty=True),
    **_each("milcon", range(4), empty=True),
    **_each("milaid", range(5), empty=True),
    **_each("intcom", _YES_NO, empty=True),
    **_each("subord", range(3), empty=True),
    **_each("organ1", range(4), empty=True),
    **_each("orgpurp1", range(6), empty=True),
    **_each("organ2", range(4), empty=True),
    **_each("orgpurp2", range(6), empty=True),
    **_each("base", range(4), empty=True),
    **_each("contrib", _YES_NO, empty=True),
    **_each("armred acqterr", range(3), empty=True),
    **_each("divgains demwith", _YES_NO, empty=True),
    **_each("reflnun", range(3), empty=True),
    **_each("refothio", range(3), empty=True),  # yes or no by the codebook; a row of 5.1 has a 2
    **_each("natrefal", (0, 1, 2, 3, 9), empty=True),
    **_each("compag", range(7), empty=True),
    **_each("nomicoop", _YES_NO, empty=True),
    **_each("conres", range(3), empty=True),
    **_each("agprois", range(6), empty=True),
    **_each("conmen", _YES_NO, empty=True),
    **_each("ecaid", range(4), empty=True),
    **_each("interv", range(5), empty=True),
    **_each("source", (1, 2)),
}

_MEMBERS_OWN: Final = frozenset(f"member cowsys phase cowwar termmode termcaus obvary {_CONDITIONS}".split())
"""What the files by alliance and by phase leave out."""

BEGIN: Final = ("begyr", "begmo", "begday")
END: Final = ("endyr", "endmo", "endday")


def codes(header: Collection[str]) -> Mapping[str, Codes]:
    """The coded columns of a member level file: what is new and what is revised, each version says of itself."""
    own = "new4 rev4" if {"new4", "rev4"} & set(header) else "new5 rev5"
    return {**_ANY_VERSION, **_each(own, _YES_NO)}


def member_columns(header: Collection[str]) -> Collection[str]:
    """All columns of a member level file."""
    return (*_WHO, *ENTRY, *EXIT, *codes(header), "version")


def alliance_columns(header: Collection[str]) -> Collection[str]:
    """All columns of a file by alliance or by phase; how many members it lists side by side differs."""
    phase = ("atopidphase", "phase") if "atopidphase" in header else ()
    shared = [column for column in codes(header) if column not in _MEMBERS_OWN]
    return ("atopid", *phase, *BEGIN, *END, *shared, *listed(header), "version")


def listed(header: Collection[str]) -> list[str]:
    """The columns mem1, mem2, … of a file by alliance or by phase."""
    return [column for column in header if column.startswith("mem") and column[3:].isdigit()]


INSTITUTIONS: Final[Mapping[str, Codes]] = _each("milinst formal", range(3), empty=True)
"""What Leeds and Anac (2005) made of each phase: military institutions and formality, from 0 to 2."""

INSTITUTION_COLUMNS: Final = ("atopid", "atopidphase", *INSTITUTIONS, "version")

NOT_CODED: Final = frozenset({*KINDS, "ineffect"})
"""Columns that the graph says in other words: as obligations, and as an end that is open."""


def read(row: Row, column: str, held: Codes) -> int | None:
    """The code in a column; None where it is missing. What is no such code is noted."""
    number = row.whole(column, held.among)
    if number is None and not held.empty and not row.values[column].strip():
        row.wrong(column, "a number")
    if number is not None and number < 0:
        row.wrong(column, "a number from 0 on")
    return number


def coded(values: Mapping[str, int | None], columns: Collection[str]) -> list[str]:
    """Each code as `column=value`, but 0: `column=` where ATOP does not know, which is not 0.

    >>> coded({"cowid": None, "base": 3, "medarb": None, "term": 0, "formal": 0}, ["cowid", "base", "medarb", "term", "formal"])
    ['base=3', 'medarb=', 'formal=0']
    """
    return [f"{column}={_text(values[column])}" for column in columns if _told(column, values[column])]


def _told(column: str, value: int | None) -> bool:
    """The institutions are in a file of their own: 0 there is not the same as no file."""
    return column in INSTITUTIONS or (value != 0 and not (value is None and column in ("cowid", "cow4id")))


def _text(value: int | None) -> str:
    return "" if value is None else str(value)
