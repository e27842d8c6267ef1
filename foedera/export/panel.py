"""A panel as a file, with another beside it that says what it is made of and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .. import __version__, files
from ..graph.coverage import lacks
from ..graph.dates import Date
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..queries.panel import HELD, UNITS, Unit, Years, rows
from ..queries.panel_facts import BITS, CODES, FLAGS, Codes, facts
from ..queries.panel_years import RULES, Rule
from .table_file import check, write

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..queries.context import Context

_Term = TypeVar("_Term", bound=str)
_PARTY: Final[Mapping[Codes, str]] = {"cow": "ccode", "gw": "gwcode", "iso": "iso3c"}
_TOLD: Final = 3
"""More such notes of a dataset are told as one."""

_DATASETS: Final = """
MATCH (d:Dataset) WHERE d.id IN $datasets
RETURN d.id AS id, d.title AS title, d.version AS version, d.covers_from AS since, d.covers_until AS until,
       d.licence AS terms, d.citation AS citation, d.url AS url
ORDER BY id
"""
_FIRST: Final = """
MATCH (a:Agreement)<-[r:PARTY_TO]-(:Country) WHERE a.dataset IN $datasets
RETURN a.dataset AS id, min(r.since) AS since
ORDER BY id
"""
"""The day on which the first agreement of a dataset begins."""

_RULES: Final[Mapping[Rule, str]] = {
    "atop": "a year counts if anything holds in it, the day on which it ends included, as ATOP counts",
    "any": "a year counts if anything holds on any day of it",
    "start": "a year counts if anything holds on its first of January",
    "end": "a year counts if anything holds on its 31 December",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which panel: its unit, its years (None: as far as the datasets reach), the rule of a year, codes of states.

    Without a rule ATOP's is that of ATOP, and `any` that of the others.
    """

    unit: Unit
    first: int | None
    last: int | None
    rule: Rule | None
    codes: Codes


def asked(unit: str, first: int | None, last: int | None, rule: str | None, codes: str) -> Asked:
    """What is asked for, checked; `monad` is a state-year.

    Raises:
        BadInput: there is no such unit, rule or scheme of codes, or the years are none.
    """
    unit = "state-year" if unit == "monad" else unit
    if first is not None and last is not None and last < first:
        raise BadInput(f"the panel would end in {last}, before it begins in {first}; turn the years around")
    year = None if rule is None else _term("rule", rule, RULES)
    return Asked(_term("unit", unit, UNITS), first, last, year, _term("codes", codes, CODES))


def _term(what: str, given: str, terms: Sequence[_Term]) -> _Term:
    for term in terms:
        if term == given:
            return term
    near = nearest(given, terms)
    raise BadInput(f"unknown {what} {given!r}; expected one of {', '.join(terms)}.{near}")


@dataclass(frozen=True, slots=True)
class Panel:
    """What was written: `notes` are what a reader of the file must know beside."""

    path: Path
    citation: Path
    rows: int
    columns: Sequence[str]
    first: int
    last: int
    notes: Sequence[str]


def panel(store: Store, context: Context, wanted: Asked, output: Path) -> Panel:
    """Writes the panel of the datasets asked, whole or not at all, and what to cite beside it.

    Raises:
        BadInput: the output cannot be written there, no year asked for is covered, or there are no agreements.
        FoederaError: writing failed, or Parquet is asked for and pyarrow is not installed.
    """
    check(output)
    datasets = context.asked
    held = _held(store, datasets)
    years, notes = _years(held, wanted)
    notes += [context.unfinished] if context.unfinished else []
    found = facts(store, {each["id"]: _reach(each) for each in held}, wanted.codes)
    if not found.members:
        none = f"a panel is made of agreements, and {' and '.join(datasets)} holds none"
        raise BadInput("; ".join(filter(None, (none, context.unfinished))))
    left_out = sorted({stay.party for stay in found.left_out if years.of(stay, stay)})
    if left_out:
        notes.append(f"left out, for want of a number: {', '.join(left_out)}")
    untold = [name for name, kind in FLAGS.items() if BITS[kind] & found.untold]
    if untold:
        notes.append(f"no dataset chosen speaks of {', '.join(untold)}: these columns are empty")
    notes += _lacks(context, years)
    atop = list(datasets) == ["atop"]
    fixed = [
        *_parties(wanted),
        "year",
        *(("atopally" if atop else "allied") if n == "allied" else n for n in HELD),
    ]
    table = rows(found, wanted.unit, years)
    words = {"agreement", *(_parties(wanted) if wanted.codes == "iso" else ())}
    count, columns = write(table, fixed, "atopid" if atop else "agreement", output, words)
    made = Panel(output, output.with_suffix(".citation.txt"), count, columns, years.first, years.last, notes)
    files.write("\n".join(_told(made, wanted, years, held)) + "\n", made.citation)
    return made


def _parties(wanted: Asked) -> list[str]:
    name = _PARTY[wanted.codes]
    return [name] if wanted.unit == "state-year" else [f"{name}1", f"{name}2"]


def _held(store: Store, datasets: Sequence[str]) -> list[dict[str, Any]]:
    """The datasets; one that names no days of its own is `open`: it reaches from its first agreement to today."""
    held = [dict(row) for row in store.read(_DATASETS, {"datasets": list(datasets)})]
    unlimited = [each["id"] for each in held if not (each["since"] and each["until"])]
    first = {row["id"]: row["since"] for row in store.read(_FIRST, {"datasets": unlimited})}
    for each in held:
        each["open"] = each["id"] in unlimited
        each["since"] = each["since"] or first.get(each["id"]) or Date.today()
        each["until"] = each["until"] or max(Date.today(), each["since"])
    return held


def _reach(held: Mapping[str, Any]) -> tuple[Date, Date]:
    """The first day that a dataset covers, and the first that it no longer does."""
    return held["since"], held["until"] + timedelta(1)


def _years(held: Sequence[Mapping[str, Any]], wanted: Asked) -> tuple[Years, list[str]]:
    """The years that are asked for and covered; what is not covered is noted, by name."""
    begin, end = min(each["since"] for each in held), max(each["until"] for each in held)
    first = min(begin.year, wanted.last or begin.year) if wanted.first is None else wanted.first
    last = max(end.year, first) if wanted.last is None else wanted.last
    if first > end.year or last < begin.year:
        reach = "; ".join(
            f"{each['id']} covers {each['since'].year} to {each['until'].year}" for each in held
        )
        raise BadInput(f"not covered: {_stretch(first, last)}; {reach}")
    notes = [
        f"{each['id']} does not cover {years}"
        for each in held
        for years in _outside(first, last, first if each["open"] else each["since"].year, each["until"].year)
    ]
    rule = wanted.rule or ("atop" if [each["id"] for each in held] == ["atop"] else "any")
    return Years(max(first, begin.year), min(last, end.year), rule), notes


def _outside(first: int, last: int, begin: int, end: int) -> Iterator[str]:
    if first < begin:
        yield _stretch(first, min(last, begin - 1))
    if last > end:
        yield _stretch(max(first, end + 1), last)


def _stretch(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _told(made: Panel, wanted: Asked, years: Years, held: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The file beside the panel."""
    yield f"{made.path.name}: {made.rows:,} rows, a {wanted.unit} each, {made.first} to {made.last}"
    yield f"Made by Foedera {__version__}; columns and rules: docs/panels.md."
    yield f"Rule: {_RULES[years.rule]}. Codes: {wanted.codes}."
    yield from (f"Note: {note}." for note in made.notes)
    for each in held:
        yield ""
        version = "" if each["version"] in each["title"] else f", version {each['version']}"
        yield f"{each['title']}{version}; {each['since']} to {each['until']}"
        yield from (f"{name}: {each[name]}" for name in ("citation", "terms", "url") if each[name])


def _lacks(context: Context, years: Years) -> Iterator[str]:
    """What a dataset is known to lack of its own field in these years."""
    gaps = sorted(
        (scope for scope in context.scopes if scope.is_gap),
        key=lambda gap: (gap.dataset, str(gap.span.since), gap.note),
    )
    lacking = lacks(gaps, Date(years.first, 1, 1), Date(years.last, 12, 31))
    for dataset, (first, *others) in lacking.items():
        if len(others) < _TOLD:
            yield from (f"{dataset}: {note}" for note in (first, *others))
        else:
            yield f"{dataset}: {first}; and {len(others)} more of the kind"
