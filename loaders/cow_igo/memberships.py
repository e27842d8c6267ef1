"""From years to spells: who belonged to which organization from when to when, as far as years can tell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from ...graph.dates import Bounds, Date, Span
from ...graph.records import Node, Provenance, Record, Ref, Relationship
from ..holders import holders
from .names import called
from .source import MANIFEST, YEARS, Body, Coded, YearSet

KNOWN: Final[Mapping[str, str]] = {
    "AU": "African-Union",
    "CENTO": "CENTO",
    "CIS": "CIS",
    "CSTO": "CSTO",
    "ECOWAS": "ECOWAS",
    "EEC": "EU",
    "EU": "EU",
    "GCC": "GCC",
    "LOAS": "arab-league",
    "NATO": "NATO",
    "OAS": "OAS",
    "OAU": "OAU",
    "OSCE": "OSCE",
    "SEATO": "SEATO",
    "WEU": "WEU",
    "WPACT": "WPact",
}
"""Organizations of core by their short names here. WTO is the World Trade Organization, NASCO is about salmon."""
_WITHIN: Final = 5
_ACCURACY: Final = "accuracyofpre1965membershipdates=Within 5 years"


class Run(NamedTuple):
    """An unbroken run of years of full membership, and years before and after it of which nothing is known."""

    first: int
    last: int
    unknown_before: int
    unknown_after: int


@dataclass(frozen=True, slots=True)
class Spell:
    """A state's membership: its numbers then, its first and last year, and what is known of both."""

    codes: tuple[int, ...]
    first: int
    last: int
    span: Span
    lines: tuple[int, int]
    coded: tuple[str, ...]


def organization(acronym: str) -> Ref:
    """Core's, where it holds the organization; else one of this dataset."""
    return Ref("Organization", KNOWN.get(acronym) or f"{MANIFEST.name}:{acronym}")


def organizations(coded: Coded) -> Iterator[Node]:
    """Those that core does not hold."""
    for body in coded.bodies.values():
        if body.acronym not in KNOWN:
            said = {**called(body), "kind": "organization", **_lifetime(body).properties()}
            cited = MANIFEST.cite(coded.file, body.line)
            yield Node(
                "Organization", organization(body.acronym).id, said, cited, f"{coded.file}:{body.line}"
            )


def _lifetime(body: Body) -> Span:
    """From the year of its founding to that of its end; the file by states tells neither."""
    if body.founded is None:
        return Span(until_known=False)
    return Span(
        _year(body.founded), _year(body.ended or body.last) if body.last < YEARS[-1] else MANIFEST.still
    )


def _year(year: int) -> Bounds:
    return Bounds(Date(year, 1, 1), Date(year, 12, 31))


def memberships(coded: Coded) -> Iterator[Record]:
    """MEMBER_OF of each state in each organization, a row for each spell.

    Organizations that are one in core, the European Communities and the Union, are one before their years are
    joined; so is a state that has had several numbers.
    """
    series: dict[tuple[Ref, int], list[str]] = defaultdict(list)
    for acronym, code in coded.full:
        series[organization(acronym), code].append(acronym)
    spells: dict[tuple[Ref, Ref], list[Spell]] = defaultdict(list)
    for (body, code), acronyms in series.items():
        for state, spell in _spells(coded, acronyms, code):
            spells[state, body].append(spell)
    for (state, body), found in sorted(spells.items()):
        for number, spell in enumerate(_joined(found), start=1):
            yield _membership(coded, state, body, spell, number)


def _membership(coded: Coded, state: Ref, body: Ref, spell: Spell, number: int) -> Relationship:
    cited = dict.fromkeys(f"{MANIFEST.name}#{coded.file}:{line}" for line in spell.lines)
    codes = ", ".join(str(code) for code in dict.fromkeys(spell.codes))
    said = {"code": codes, "coded": list(dict.fromkeys(spell.coded)), **spell.span.properties()}
    place = f"{coded.file}:{spell.lines[0]}"
    grounds = Provenance(MANIFEST.name, tuple(cited))
    return Relationship("MEMBER_OF", state, body, said, grounds, str(number) if number > 1 else "", place)


def _spells(coded: Coded, acronyms: Sequence[str], code: int) -> Iterator[tuple[Ref, Spell]]:
    """Of one number in one organization; each state that has the number has its part of a spell."""
    full, missing = YearSet(), YearSet()
    for acronym in acronyms:
        full |= coded.full[acronym, code]
        missing |= coded.missing.get((acronym, code), YearSet()) | coded.bodies[acronym].unread
    for run in runs(full, missing):
        held = [
            next(each for each in acronyms if year in coded.full[each, code])
            for year in (run.first, run.last)
        ]
        bodies = [coded.bodies[each] for each in held]
        lines = [coded.line(each, code, year) for each, year in zip(held, (run.first, run.last), strict=True)]
        span = _span(run, *bodies)
        notes = tuple(_notes(run, [coded.bodies[each] for each in acronyms]))
        for state, part in holders(code, span):
            yield state, Spell((code,), run.first, run.last, part, (lines[0], lines[1]), notes)


def runs(full: YearSet, missing: YearSet) -> Iterator[Run]:
    """Unbroken runs of years; missing ones between two of them are unknown after the first."""
    last: int | None = None
    for year in full:
        if year - 1 in full:
            continue
        end = year
        while end + 1 in full:
            end += 1
        before, after = year, end
        while before - 1 in missing and before - 1 != last:
            before -= 1
        while after + 1 in missing and after + 1 not in full:
            after += 1
        yield Run(year, end, 0 if before - 1 == last else year - before, after - end)
        last = after


def _span(run: Run, first: Body, last: Body) -> Span:
    """Some day of the first year to some day of the last: who was a member at all in a year is coded for it."""
    since = Bounds(Date(run.first - run.unknown_before, 1, 1), Date(run.first, 12, 31))
    if run.first in first.loose:
        founded = first.founded or run.first
        begun = min(run.first, max(run.first - _WITHIN, founded, YEARS[0]))
        since = Bounds(min(since.earliest, Date(begun, 1, 1)), Date(run.first + _WITHIN, 12, 31))
    if run.last + run.unknown_after == YEARS[-1]:
        end = MANIFEST.still
        return Span(since, end if not run.unknown_after else Bounds(Date(run.last, 1, 2), end.latest))
    until = Bounds(Date(run.last, 1, 2), Date(run.last + run.unknown_after + 1, 1, 1))
    if run.last in last.loose:
        ended = max(run.last - _WITHIN, since.earliest.year)
        until = Bounds(Date(ended, 1, 2), max(until.latest, Date(run.last + _WITHIN + 1, 1, 1)))
    return Span(since, until)


def _notes(run: Run, bodies: Sequence[Body]) -> Iterator[str]:
    """What the dataset says of how it came by these years."""
    years = range(run.first, run.last + 1)
    if filled := [year for year in years if any(year in body.imputed for body in bodies)]:
        yield f"imputed={', '.join(_ranges(filled))}"
    if any(edge in body.loose for edge in (run.first, run.last) for body in bodies):
        yield _ACCURACY


def _ranges(years: Sequence[int]) -> Iterator[str]:
    """`1960-1963`, `1965`."""
    first = years[0]
    for year, after in zip(years, [*years[1:], 0], strict=True):
        if after != year + 1:
            yield str(year) if first == year else f"{first}-{year}"
            first = after


def _joined(spells: Sequence[Spell]) -> Iterator[Spell]:
    """A spell that goes on under the state's next number is one."""
    held: Spell | None = None
    for spell in sorted(spells, key=lambda each: (each.first, each.last)):
        if held and not set(held.codes) & set(spell.codes) and spell.first <= held.last + 1:
            held = replace(
                held,
                codes=held.codes + spell.codes,
                last=max(held.last, spell.last),
                span=Span(held.span.since, spell.span.until),
                lines=(held.lines[0], spell.lines[1]),
                coded=held.coded + spell.coded,
            )
            continue
        if held:
            yield held
        held = spell
    if held:
        yield held
