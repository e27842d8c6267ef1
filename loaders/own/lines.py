"""The rows of a user's file: one a party of an agreement, and what it owes there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...graph.dates import Bounds, Span, parse
from ...graph.errors import BadInput
from ...graph.records import Ref, fold
from ...graph.vocabulary import AGREEMENT_KINDS, FORCES, KINDS, ROLES
from ..mistakes import Mistakes, Place
from ..tabular import Row, rows
from .parties import Parties

NEEDED: Final = ("agreement", "title", "kind", "force", "party", "since")
OPTIONAL: Final = (
    "role",
    "signed",
    "until",
    "obligation",
    "owed_to",
    "article",
    "summary",
    "source",
    "source_url",
    "locator",
    "note",
)
SHARED: Final = ("title", "kind", "force")
"""What is said of the agreement, once or in every row alike."""

_OF_OBLIGATION: Final = ("owed_to", "article", "summary")
_UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a party of an agreement, its time there, and what it owes; texts by column in `said`."""

    row: Row
    agreement: str
    party: Ref
    role: str
    span: Span
    signed: Bounds | None
    kinds: Sequence[str]
    owed_to: Sequence[Ref]

    @property
    def place(self) -> Place:
        return self.row.place

    def said(self, column: str) -> str:
        return self.row.values[column].strip()


def slug(text: str) -> str:
    """A name as a part of an id.

    >>> slug("Baltic Entente (1934)")
    'baltic-entente-1934'
    """
    return fold(text).replace(" ", "-")


def read(path: Path, parties: Parties, mistakes: Mistakes) -> list[Line]:
    """The rows that can be read; what is wrong with one is noted."""
    found: list[Line] = []
    seen: dict[tuple[str, ...], Place] = {}
    for row in rows(path, NEEDED, mistakes, optional=OPTIONAL):
        cells = tuple(value.strip() for value in row.values.values())
        first = seen.setdefault(cells, row.place)
        if first is not row.place and any(cells):
            mistakes.add(row.place, f"the row stands in line {first.line} too; expected it once")
        elif any(cells) and (line := _line(row, found, parties)):
            found.append(line)
    if not found and not mistakes.found:
        mistakes.add(Place(path.name, 1), "no row below the header; expected one a party of an agreement")
    return found


def _line(row: Row, before: Sequence[Line], parties: Parties) -> Line | None:
    """The row; None where it does not say who is a party of what since when."""
    agreement = slug(row.values["agreement"])
    if not agreement:
        row.wrong("agreement", "a name of yours for it, such as baltic-entente")
    role = row.values["role"].strip() or "party"
    kinds = [_term(row, "obligation", each, KINDS) for each in _listed(row, "obligation")]
    for column, terms in (("kind", AGREEMENT_KINDS), ("force", FORCES), ("role", ROLES)):
        if value := row.values[column].strip():
            _term(row, column, value, terms)
    _check_without(row, kinds)
    signed = _date(row, "signed")
    span = _span(row, [line for line in before if line.agreement == agreement], role)
    if not agreement or span is None or span.since is None:
        return None
    party = _party(row, "party", row.values["party"].strip(), span.since, parties)
    owed_to = [_party(row, "owed_to", each, span.since, parties) for each in _listed(row, "owed_to")]
    if party is None:
        return None
    named = [each for each in owed_to if each]
    if named == [party]:
        row.wrong("owed_to", "another than the party that owes it")
    return Line(row, agreement, party, role, span, signed, kinds, named)


def _listed(row: Row, column: str) -> list[str]:
    return [each.strip() for each in row.values[column].split(";") if each.strip()]


def _term(row: Row, column: str, value: str, terms: Collection[str]) -> str:
    if value not in terms:
        text = f"column {column} is {value!r}; expected one of {', '.join(terms)}"
        row.mistakes.add(row.place, text, value, terms)
    return value


def _check_without(row: Row, kinds: Collection[str]) -> None:
    for column in _OF_OBLIGATION if not kinds else ():
        if row.values[column].strip():
            row.wrong(column, "it only where column obligation says what is owed")


def _date(row: Row, column: str) -> Bounds | None:
    text = row.values[column].strip()
    try:
        return parse(text) if text else None
    except BadInput as error:
        row.mistakes.add(row.place, f"column {column}: {error}")
        return None


def _span(row: Row, before: Sequence[Line], role: str) -> Span | None:
    """From `since` to `until`; with neither the party's row before, else the agreement's first row, says since when."""
    since, text = _date(row, "since"), row.values["until"].strip()
    until = None if text == _UNKNOWN else _date(row, "until")
    if not row.values["since"].strip():
        same = fold(row.values["party"])
        own = [line for line in before if fold(line.row.values["party"]) == same and line.role == role]
        if own and not text:
            return own[-1].span
        since = before[0].span.since if before else None
        if since is None:
            row.wrong("since", "the first day, month or year; the agreement's first row must have it")
    if since is None or (text and text != _UNKNOWN and until is None):
        return None
    if until and until.latest <= since.earliest:
        row.wrong("until", f"the first day no longer, after since ({since})")
        return None
    return Span(since, until, until_known=text != _UNKNOWN)


def _party(row: Row, column: str, text: str, since: Bounds, parties: Parties) -> Ref | None:
    if not text:
        row.wrong(column, "a country or organization, such as Estonia, EST or NATO")
        return None
    try:
        return parties.of(text, since.latest)
    except BadInput as error:
        row.mistakes.add(row.place, f"column {column}: {error}")
        return None
