"""What a stored query's rows say of when things began and ended, as moments of a timeline."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from ..graph.dates import Bounds, Date
from . import stored

Row = Mapping[str, Any]

ABOUT: Final = {
    "existence": "a state, body, agreement or promise begins or ends",
    "agreement": "an agreement is signed, comes into force or ends",
    "obligation": "a promise begins or ends on another day than its agreement",
    "membership": "somebody joins or leaves a body",
    "candidacy": "a step towards membership",
    "forces": "forces are stationed on another's soil",
    "event": "something happens",
    "proposal": "somebody asks for something",
}
"""What a moment is about."""


END_UNKNOWN: Final = "end unknown"
"""The change of which nobody knows whether it was."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something began, ended or happened; `on` is None where nobody knows when, or whether.

    `text` says the rest of the sentence; `parties` and `obligations` are those of which it is said at once.
    """

    on: Bounds | None
    change: str
    about: str
    thing: str
    text: str
    sources: tuple[str, ...]
    checked: Date | None
    parties: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()
    after: Date | None = None
    """For an unknown day: it was not before this one."""

    @property
    def order(self) -> tuple[object, ...]:
        """By date, those without one last; on one day what ends first, and what is signed before it holds."""
        on = self.on or Bounds(Date.max, Date.max)
        told = (self.change, self.thing, self.text, self.parties)
        return (on.earliest, on.latest, _FIRST.get(self.change, 2), list(ABOUT).index(self.about), *told)

    def along_with(self, other: "Moment") -> "Moment":
        """Both at once: the same change of the same thing on the same day, for more parties or promises."""
        return replace(
            self,
            sources=_joined(self.sources, other.sources),
            checked=min(self.checked, other.checked) if self.checked and other.checked else None,
            parties=_joined(self.parties, other.parties),
            obligations=_joined(self.obligations, other.obligations),
        )

    def to_dict(self) -> dict[str, Any]:
        return {
            "on": str(self.on) if self.on else None,
            "earliest": self.on.earliest.isoformat() if self.on else None,
            "latest": self.on.latest.isoformat() if self.on and self.on.latest < Date.max else None,
            "change": self.change,
            "about": self.about,
            "thing": self.thing,
            "what": self.what,
            "parties": list(self.parties),
            "obligations": list(self.obligations),
            "sources": list(self.sources),
            "checked": self.checked.isoformat() if self.checked else None,
        }

    @property
    def what(self) -> str:
        """The text, and of whom or of which promises it is said."""
        told = [self.text] if self.text else []
        told += [", ".join(self.parties)] if self.parties else []
        clauses = [each.rpartition("/")[2] for each in self.obligations if each != self.thing]
        return ": ".join(told) + (f" ({', '.join(clauses)})" if clauses else "")


_FIRST: Final = {"ends": 0, "signed": 1, "in force": 3}


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one + other))


def merged(moments: Iterable[Moment]) -> list[Moment]:
    """In order, what is the same change of the same thing on the same day told once."""
    found: dict[tuple[object, ...], Moment] = {}
    for each in moments:
        key = (each.on, each.change, each.about, each.thing, each.text)
        found[key] = found[key].along_with(each) if key in found else each
    return sorted(found.values(), key=lambda each: each.order)


def _status(row: Row) -> str:
    return row.get("status") or "in force"


class Spells:
    """Rows that tell the spells of something: one that begins where another ends changes only its status.

    `columns` name what they are spells of.
    """

    def __init__(self, rows: Iterable[Row], *columns: str) -> None:
        self.rows = list(rows)
        self._columns = columns
        self._begins = {self._key(row, "since") for row in self.rows}
        self._ends = {
            self._key(row, "until"): _status(row) for row in self.rows if isinstance(row["until"], Bounds)
        }

    def _key(self, row: Row, end: str) -> tuple[object, ...]:
        return (*(row[name] for name in self._columns), row[end])

    def before(self, row: Row) -> str | None:
        """The status that ended when this spell began, if one did."""
        return self._ends.get(self._key(row, "since"))

    def goes_on(self, row: Row) -> bool:
        return self._key(row, "until") in self._begins


def spell(
    row: Row,
    about: str,
    thing: str,
    text: str,
    changes: tuple[str, str] = ("begins", "ends"),
    *,
    party: str = "",
    obligation: str = "",
    among: Spells | None = None,
) -> Iterator[Moment]:
    """The beginning and the end that a row with `since` and `until` tells, as `stored.dated` gives it."""
    status, before = _status(row), among.before(row) if among else None
    changed = status if status in ("suspended", "disputed") or before else changes[0]
    if before and status == "in force":
        changed = "resumes"
    common: dict[str, Any] = {
        "about": about,
        "thing": thing,
        "text": text + (", dormant by now" if status == "dormant" and not before else ""),
        "sources": tuple(row["sources"]),
        "checked": row["checked"],
        "parties": (party,) if party else (),
        "obligations": (obligation,) if obligation else (),
    }
    if before != status:
        yield Moment(row["since"], changed, **common)
    if row["until"] == stored.UNKNOWN:
        after = row["since"].earliest if row["since"] else None
        yield Moment(None, END_UNKNOWN, **common, after=after)
    elif row["until"] and (among is None or not among.goes_on(row)):
        yield Moment(row["until"], changes[1], **common)


def point(
    row: Row, day: str, change: str, about: str, thing: str, text: str, party: str = ""
) -> Iterator[Moment]:
    """What a row says to have been on one day; nothing where it knows none."""
    if isinstance(row[day], Bounds):
        parties = (party,) if party else ()
        yield Moment(row[day], change, about, thing, text, tuple(row["sources"]), row["checked"], parties)
