"""The numbers that the state lists of the field give a country, each for its time."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from ...graph.dates import Bounds, Date, Span, parse
from ...graph.errors import BadInput

Scheme = Literal["cow", "gw"]
SCHEMES: Final[tuple[Scheme, ...]] = get_args(Scheme)

_BY_TIME = re.compile(r"(cow|gw) (\d{1,3})(?: since (\S+))?(?: until (\S+))?")
_EXPECTED = "expected one such as 'cow 260 since 1949-05-23 until 1990-10-03'"


@dataclass(frozen=True, slots=True)
class Code:
    """A number, and the days on which a country has it: all days, where none is given."""

    scheme: Scheme
    number: int
    since: Bounds | None = None
    until: Bounds | None = None

    def on(self, day: Date) -> bool:
        return Span(self.since, self.until).possibly(day)


def by_time(text: str) -> Code:
    """What one line of `other_codes` says.

    Raises:
        BadInput: it is none.
    """
    match = _BY_TIME.fullmatch(text)
    if match is None or match[3] is match[4] is None:
        raise BadInput(f"not a number and its days: {text!r}; {_EXPECTED}")
    scheme: Scheme = "cow" if match[1] == "cow" else "gw"
    since, until = (parse(each) if each else None for each in match.group(3, 4))
    if since and until and since.earliest >= until.latest:
        raise BadInput(f"ends before it begins: {text!r}; {_EXPECTED}")
    return Code(scheme, int(match[2]), since, until)


def codes(country: Mapping[str, Any]) -> Iterator[Code]:
    """All numbers of a country, from its properties: those for a time go before the one for all other days."""
    yield from map(by_time, country.get("other_codes") or ())
    for scheme in SCHEMES:
        if (number := country.get(scheme)) is not None:
            yield Code(scheme, number)
