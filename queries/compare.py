"""Agreements side by side, provision by provision.

Each stands as it does on the context's day. The terms come first; then what something sets off, such as an
attack; the sums; and what else each promises, by kind. Promises stand in one row where they are of one kind,
are set off or not, name a sum or not, and run the same way: an agreement may have several in a row. What is
compared is what the facts declare: legal force, direction, trigger, time limit and sum; not the wording of a
summary. Where an agreement has nothing in a row
the graph holds nothing of it, which does not say that the text is silent.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..graph.dates import running
from ..graph.errors import BadInput
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from . import standing, stored
from .catalogue import shipped
from .comparison import ELSE, SECTIONS, SET_OFF, SUMS, TERMS, Cell, Comparison, Line
from .context import Context
from .parameters import article
from .provisions import Provision, provisions
from .things import Thing, find

Row = Mapping[str, Any]


def compare(store: Store, context: Context, names: Sequence[str]) -> Comparison:
    """The agreements of these ids or titles side by side, in the order given.

    Raises:
        BadInput: fewer than two, one twice, something else than an agreement, or one of a dataset not asked.
    """
    things = _agreements(store, names)
    ids = [each.id for each in things]
    asked = {"agreement": ids, "datasets": context.asked}

    def rows(query: str) -> list[Row]:
        return list(standing.rows(store, context, shipped(query), asked))

    terms = {row["agreement"]: {**row, "run": _run(row)} for row in rows("agreement-terms")}
    for each in things:
        if each.id not in terms:
            raise BadInput(f"{each.id} is of no dataset asked; ask for all datasets, or name its own")
    parties = rows("agreement-parties")
    suspended = {row["id"]: row["debtors"] for row in store.read(_SUSPENDED, context.params | asked)}
    found = provisions(rows("agreement-obligations"), parties, terms, suspended)
    lines = [*_terms(ids, terms, parties, rows("agreement-links")), *_promises(ids, found)]
    voices = tuple(dict.fromkeys(terms[id]["dataset"] for id in ids))
    return Comparison(tuple(things), tuple(lines), _force_notes(ids, terms), voices)


_SUSPENDED: Final = f"""
MATCH (a:Agreement)-[:CREATES]->(b:Obligation)<-[r:OWES]-(p:Country|Organization)
WHERE a.id IN $agreement AND r.status = 'suspended' AND {running("r")}
WITH b, p ORDER BY p.name
RETURN b.id AS id, collect(DISTINCT p.name) AS debtors
ORDER BY id
"""


def _run(row: Row) -> str | None:
    """From when to when it holds; an end of which nobody knows is told."""
    begins = f"since {row['since']}" if row["since"] else ""
    if row["until"] == stored.UNKNOWN:
        return f"{begins}; whether it ended is not known" if begins else None
    ends = f"until {row['until']}" if row["until"] else ""
    return ", ".join(each for each in (begins, ends) if each) or None


def _agreements(store: Store, names: Sequence[str]) -> list[Thing]:
    if len(names) < 2:
        raise BadInput("a comparison needs two agreements or more, such as us-ukraine-2024 uk-ukraine-2024")
    things = [find(store, name) for name in names]
    for each in things:
        if each.label != "Agreement":
            raise BadInput(
                f"{each.name} is {article(each.label)}; expected an agreement, such as us-ukraine-2024"
            )
        if things.count(each) > 1:
            raise BadInput(f"{each.id} is given twice")
    return things


def _force_notes(ids: Sequence[str], terms: Mapping[str, Row]) -> dict[str, tuple[str, ...]]:
    notes: dict[str, tuple[str, ...]] = {}
    for id in ids:
        if note := terms[id]["force_note"]:
            notes[note] = (*notes.get(note, ()), id)
    return notes


_TERMS: Final = (
    ("title", "title"),
    ("instrument", "kind"),
    ("legal force", "force"),
    ("signed", "signed"),
    ("in force", "run"),
    ("status", "status"),
    ("duration", "duration"),
    ("how it ends", "termination"),
    ("what it does not do", "disclaims"),
)


def _terms(
    ids: Sequence[str], terms: Mapping[str, Row], parties: Sequence[Row], links: Sequence[Row]
) -> Iterator[Line]:
    for provision, column in _TERMS:
        cells = [_cell(id, terms[id][column], [terms[id]]) for id in ids]
        if column == "status" and all(cell.text == standing.IN_FORCE for cell in cells):
            continue
        if any(not cell.absent for cell in cells):
            yield _line(TERMS, provision, cells)
        if column == "kind":
            of = [(id, [row for row in parties if row["agreement"] == id]) for id in ids]
            yield _line(TERMS, "parties", [_cell(id, _parties(rows), rows) for id, rows in of])
    for relation, said in _RELATIONS.items():
        linked = [
            (
                id,
                [
                    row
                    for row in links
                    if row["agreement"] == row["from"] == id and row["relation"] == relation
                ],
            )
            for id in ids
        ]
        if any(rows for _, rows in linked):
            yield _line(
                TERMS, said, [_cell(id, "; ".join(row["to"] for row in rows), rows) for id, rows in linked]
            )


_RELATIONS: Final = {
    "IMPLEMENTS": "carries out",
    "AMENDS": "changes",
    "SUCCEEDS": "comes in place of",
    "MODELLED_ON": "modelled on",
    "SAME_AS": "the same instrument as",
}
_NAMED = 4


def _parties(rows: Sequence[Row]) -> str | None:
    """Each role with its parties, or of many their number."""
    by_role: dict[str, list[str]] = {}
    for row in rows:
        named = by_role.setdefault(row["role"], [])
        if row["name"] not in named:
            named.append(row["name"])
    told = []
    for role, names in sorted(by_role.items()):
        listed = ", ".join(sorted(names)) if len(names) <= _NAMED else f"{len(names)} parties"
        told.append(listed if role == "party" else f"{role}: {listed}")
    return "; ".join(told) or None


def _cell(id: str, text: Any, grounds: Sequence[Row]) -> Cell:
    if not text:
        return Cell(id, None)
    sources = tuple(dict.fromkeys(source for row in grounds for source in row["sources"]))
    days = [row["checked"] for row in grounds]
    return Cell(id, str(text), sources, min(days) if all(days) else None)


def _line(section: str, provision: str, cells: Sequence[Cell]) -> Line:
    said = {cell.text for cell in cells if not cell.absent}
    return Line(section, provision, tuple(cells), (provision,) if len(said) > 1 else ())


def _promises(ids: Sequence[str], found: Sequence[Provision]) -> Iterator[Line]:
    """Rows by section, kind and way; whether anybody promises to defend is said in any case."""
    groups: dict[tuple[str, str, str], list[Provision]] = {}
    for each in found:
        groups.setdefault((_section(each), each.kind, each.way), []).append(each)
    if any(section == SET_OFF for section, *_ in groups) and not any(
        section == SET_OFF and kind == "defense" for section, kind, _ in groups
    ):
        groups[SET_OFF, "defense", ""] = []
    sections, kinds = list(SECTIONS), list(KINDS)
    for section, kind, way in sorted(
        groups, key=lambda key: (sections.index(key[0]), kinds.index(key[1]), key[2])
    ):
        of = groups[section, kind, way]
        cells = [_of_provisions(id, [each for each in of if each.agreement == id]) for id in ids]
        yield Line(section, f"{kind}, {way}" if way else kind, tuple(cells), _differing(cells))


def _section(each: Provision) -> str:
    if each.amount is not None or (each.period and not each.trigger):
        return SUMS
    return SET_OFF if each.trigger else ELSE


def _of_provisions(id: str, found: Sequence[Provision]) -> Cell:
    if not found:
        return Cell(id, None)
    ordered = sorted(found, key=lambda each: (-each.rank, each.obligation))
    sources = tuple(dict.fromkeys(source for each in ordered for source in each.sources))
    days = [each.checked for each in ordered if each.checked]
    checked = min(days) if len(days) == len(ordered) else None
    return Cell(id, "; ".join(each.name for each in ordered), sources, checked, tuple(ordered))


_ASPECTS: Final[Mapping[str, Callable[[Provision], Any]]] = {
    "legal force": lambda each: each.force,
    "direction": lambda each: each.course,
    "trigger": lambda each: each.trigger,
    "time limit": lambda each: each.deadline_hours or each.deadline,
    "sum": lambda each: (each.amount, each.currency, each.period),
    "status": lambda each: (each.own_status and each.status, each.suspended),
}


def _differing(cells: Iterable[Cell]) -> tuple[str, ...]:
    """In what the cells that have provisions differ, by what these declare."""
    told = [cell.provisions for cell in cells if cell.provisions]
    return tuple(
        name
        for name, of in _ASPECTS.items()
        if len({frozenset(of(each) for each in found) for found in told}) > 1
    )
