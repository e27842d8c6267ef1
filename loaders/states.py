"""Which state a dataset's number means on a day, and back: the one crosswalk (docs/state-codes.md)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from ..graph.dates import Bounds, Date, Span, bounds_of, span_of
from ..graph.records import Node, Record, Ref
from .core import countries as shipped_countries
from .core.codes import SCHEMES, Code, Scheme, codes
from .tabular import Row

_TITLES: Final[Mapping[Scheme, str]] = {"cow": "Correlates of War", "gw": "Gleditsch-Ward"}
_NUMBER: Final = "a Correlates of War state number"
_EVER = Bounds(Date.min, Date.min)


class _Held(NamedTuple):
    """A state that has a number until that day, None where no other takes it after."""

    state: Ref
    until: Bounds | None


class States:
    """The countries by their numbers.

    A number that several states have had goes from each to the next on the day on which the former ended. It is
    refused on no day: before the first state it means the first, after the last the last.
    """

    def __init__(self, countries: Iterable[Record]) -> None:
        held: dict[tuple[Scheme, int], list[tuple[Bounds, Bounds, str]]] = defaultdict(list)
        self._names: dict[str, str] = {}
        self._codes: dict[str, tuple[Code, ...]] = {}
        for country in countries:
            if not isinstance(country, Node) or country.label != "Country":
                continue
            self._names[country.id] = country.properties["name"]
            self._codes[country.id] = tuple(codes(country.properties))
            for code in self._codes[country.id]:
                since = bounds_of(country.properties, "since") or _EVER
                held[code.scheme, code.number].append((_end(country, code), since, country.id))
        self._held = {key: _in_turn(sorted(each, key=_order)) for key, each in held.items()}
        self._known = {
            scheme: sorted(number for each, number in held if each == scheme) for scheme in SCHEMES
        }

    def of_cow(self, code: int, on: Date) -> Ref | None:
        """The state that a Correlates of War number means on that day; None where it is no such number."""
        return self.of("cow", code, on)

    def of_gw(self, code: int, on: Date) -> Ref | None:
        """The state that a Gleditsch-Ward number means on that day; None where it is no such number."""
        return self.of("gw", code, on)

    def of(self, scheme: Scheme, code: int, on: Date) -> Ref | None:
        """The state that a scheme's number means on that day; None where it is no such number."""
        held = self._held.get((scheme, code), ())
        return next((each.state for each in held if each.until is None or on < each.until.latest), None)

    def stretches(self, scheme: Scheme, code: int, span: Span) -> Sequence[tuple[Ref, Span]]:
        """The states that the number means in the course of a span, in order, each with its part of it.

        Empty where it is no such number.
        """
        held = self._held.get((scheme, code), ())
        starts = [_EVER if span.since else None, *(each.until for each in held)]
        parts = [
            (each.state, span.within(Span(start, each.until)))
            for start, each in zip(starts, held, strict=False)
        ]
        return [(state, part) for state, part in parts if part]

    def code(self, scheme: Scheme, id: str, on: Date) -> int | None:
        """The number that the scheme has for a country on that day; None where it has none."""
        found = (each for each in self._codes.get(id, ()) if each.scheme == scheme and each.on(on))
        return next((each.number for each in found), None)

    def turns(self, scheme: Scheme, id: str) -> Sequence[Date]:
        """The days on which the number that the scheme has for a country changes, in order."""
        found = (
            day
            for each in self._codes.get(id, ())
            if each.scheme == scheme
            for day in (each.since, each.until)
        )
        return sorted({day.earliest for day in found if day})

    def known(self, scheme: Scheme) -> Collection[int]:
        """All numbers of the scheme, in order."""
        return self._known[scheme]

    def named(self, scheme: Scheme, code: int, on: Date) -> str:
        """The usual name of the state that is meant; of a number that is unknown, the number: `COW 8152`."""
        state = self.of(scheme, code, on)
        return self._names[state.id] if state else f"{scheme.upper()} {code}"

    def number(self, row: Row, column: str, own: Collection[int] = ()) -> int | None:
        """The Correlates of War number in a cell, or one of the dataset's own; None where it is none (which is noted)."""
        expected = f"{_NUMBER}, or one of the dataset's own" if own else _NUMBER
        code = row.needed(column, row.whole, expected)
        if code is None or code in own or ("cow", code) in self._held:
            return code
        row.mistakes.add(row.place, f"column {column}: {self.unknown('cow', code, own)}")
        return None

    def unknown(self, scheme: Scheme, code: int, own: Collection[int] = ()) -> str:
        """Why a number is refused, for a message: with the nearest, or the other scheme that has it.

        `own` are numbers of a dataset's own, which may have been meant too.
        """
        said = f"unknown {_TITLES[scheme]} state number {code}"
        for other in SCHEMES:
            if other != scheme and (held := self._held.get((other, code))):
                names = " or ".join(self._names[each.state.id] for each in held)
                return f"{said}; it is the {_TITLES[other]} number of {names}"
        like = (each for each in {*self.known(scheme), *own} if len(str(each)) == len(str(code)))
        near = sorted(like, key=lambda each: (abs(each - code), each))[:3]
        told = ", ".join(f"{each} ({self._last(scheme, each)})" for each in near)
        return f"{said}; expected a number of its list.{f' Did you mean {told}?' if told else ''}"

    def _last(self, scheme: Scheme, code: int) -> str:
        """The usual name of the last state that the number means."""
        held = self._held.get((scheme, code))
        return self._names[held[-1].state.id] if held else "the dataset's own"


@cache
def shipped() -> States:
    """The states of core as it is shipped."""
    return States(shipped_countries())


def _end(country: Node, code: Code) -> Bounds:
    """The day on which the country has the number no longer; the last of days where that is open."""
    ends = [each for each in (code.until, span_of(country.properties).until) if each]
    return min(ends, key=lambda each: each.latest, default=Bounds(Date.max, Date.max))


def _order(held: tuple[Bounds, Bounds, str]) -> tuple[Date, Date, str]:
    until, since, id = held
    return until.latest, since.earliest, id


def _in_turn(held: Sequence[tuple[Bounds, Bounds, str]]) -> Sequence[_Held]:
    """Each has it until it ends, the last for good."""
    former = [_Held(Ref("Country", one[2]), one[0]) for one, _ in pairwise(held)]
    return [*former, _Held(Ref("Country", held[-1][2]), None)]
