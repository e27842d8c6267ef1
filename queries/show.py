"""Everything about one thing: its properties, and what stored queries say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ..graph.dates import Bounds, span_of
from ..graph.errors import BadInput
from ..graph.properties import PROVENANCE
from ..graph.schema import NODES
from ..graph.store import Store
from . import catalogue, standing
from .context import Context
from .parameters import bind
from .plain import plain
from .result import Result
from .things import Thing


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A section of a sheet: its key in JSON, its title, and the stored query with the thing as `param`."""

    key: str
    title: str
    query: str
    param: str


_PARTY: Final = (
    _Wanted("member_of", "Member of", "memberships-of", "party"),
    _Wanted("agreements", "Agreements", "agreements-of", "party"),
    _Wanted("owes", "Owes", "obligations-of", "party"),
    _Wanted("owed", "Is owed", "owed-to", "party"),
)
_NAMED_IN: Final = (
    _Wanted("proposals", "Proposals that concern it", "proposals", "about"),
    _Wanted("claims", "What sources say of it", "claims", "about"),
)
_FORCES: Final = (
    _Wanted("forces_abroad", "Forces that it has abroad", "forces-abroad", "country"),
    _Wanted("forces_in", "Forces of others in it", "forces-abroad", "host"),
)
_REPLACED: Final = _Wanted("succession", "What it came after, and what came after it", "successions", "of")
_EVENTS_ABOUT: Final = _Wanted("events", "Events", "events", "about")

SECTIONS: Final[Mapping[str, Sequence[_Wanted]]] = {
    "Country": (
        *_PARTY,
        _Wanted("candidacies", "Steps towards membership", "open-door", "country"),
        _Wanted("status", "Major non-NATO ally", "mnna-steps", "country"),
        *_FORCES,
        _REPLACED,
        _Wanted("events", "Took part in", "events", "party"),
        *_NAMED_IN,
    ),
    "Organization": (
        _Wanted("founded_by", "Founded by", "foundings", "organization"),
        _REPLACED,
        _Wanted("members", "Members", "members", "organization"),
        _Wanted("candidacies", "Steps towards membership", "open-door", "organization"),
        *_PARTY,
        _Wanted("events", "Took part in", "events", "party"),
        *_NAMED_IN,
    ),
    "Agreement": (
        _Wanted("obligations", "What it promises", "agreement-obligations", "agreement"),
        _Wanted("parties", "Parties", "agreement-parties", "agreement"),
        _Wanted(
            "links",
            "What it carries out, changes or replaced, and what does so to it",
            "agreement-links",
            "agreement",
        ),
        _Wanted("founded", "What it founded", "foundings", "agreement"),
        _EVENTS_ABOUT,
        *_NAMED_IN,
    ),
    "Obligation": (
        _Wanted("agreement", "The agreement that it stands in", "obligation-agreement", "obligation"),
        _Wanted("parties", "Who owes it, and to whom", "obligation-parties", "obligation"),
        _Wanted("replacements", "What it replaced, and what replaced it", "replacements", "obligation"),
        _Wanted("areas", "Where it holds", "areas", "obligation"),
        _EVENTS_ABOUT,
        *_NAMED_IN,
    ),
    "Area": (
        _Wanted("obligations", "Promises that hold there, or do not", "areas", "area"),
        _Wanted("within", "What it lies in, and what lies in it", "area-parts", "area"),
        *_NAMED_IN,
    ),
    "Event": (
        _Wanted("took_part", "Who took part", "events", "event"),
        _Wanted("about", "What it is about", "topics", "of"),
        *_NAMED_IN,
    ),
    "Claim": (_Wanted("about", "What it is about", "topics", "of"),),
    "Proposal": (
        _Wanted("proposers", "Who made it", "proposers", "proposal"),
        _Wanted("concerns", "What it concerns", "proposals", "proposal"),
        _EVENTS_ABOUT,
        _Wanted("claims", "What sources say of it", "claims", "about"),
    ),
    "Source": (
        _Wanted("claims", "What it says", "claims", "source"),
        _Wanted("cited", "What is cited from it", "cited-from", "source"),
    ),
}


@dataclass(frozen=True, slots=True)
class Section:
    """Rows about a thing."""

    key: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Sheet(Result):
    """One thing: its properties in the order of their declaration, its grounds last, and its sections."""

    thing: Thing
    properties: Mapping[str, Any]
    sections: Sequence[Section]

    def to_dict(self) -> dict[str, Any]:
        sections = {each.key: plain(each.rows) for each in self.sections}
        return self.about() | {"thing": plain(self.properties)} | sections

    def table(self) -> list[dict[str, Any]]:
        """The rows of all sections, with the section's key before them; what a section has not is None."""
        columns = self.headings()[1:]
        return [
            {"section": each.key} | {name: row.get(name) for name in columns}
            for each in self.sections
            for row in each.rows
        ]

    def headings(self) -> Sequence[str]:
        return list(dict.fromkeys(["section", *(name for each in self.sections for name in each.columns)]))

    def section(self, key: str) -> Section:
        """The section of that key, such as `owes` of a party.

        Raises:
            BadInput: things of this label have no such section.
        """
        for each in self.sections:
            if each.key == key:
                return each
        known = [each.key for each in self.sections]
        raise BadInput(f"{self.thing.name} has no section {key!r}; expected one of {', '.join(known)}")


def show(store: Store, context: Context, thing: Thing) -> Sheet:
    """Everything about the thing on the context's day."""
    found = store.read(f"MATCH (n:{thing.label} {{id: $id}}) RETURN properties(n) AS held", {"id": thing.id})
    sections = [_section(store, context, thing, wanted) for wanted in SECTIONS[thing.label]]
    held = found.rows[0]["held"]
    return Sheet(thing, _properties(thing.label, held | _standing(store, context, thing, held)), sections)


def speaking(context: Context, sheet: Sheet) -> Context:
    """The same, with the datasets whose word the sheet has; noted are those asked that have none in it, and what one lacks of it."""
    told = {sheet.properties["dataset"], *(row["dataset"] for each in sheet.sections for row in each.rows)}
    silent = [name for name in context.datasets if name not in told]
    voices = [name for name in context.asked if name in told]
    note = f"{', '.join(silent)} {'says' if len(silent) == 1 else 'say'} nothing of it" if silent else ""
    lacking = context.lacking(sheet.thing.id, None, ()).values()
    return replace(context, voices=(*voices, *sorted(told - set(voices)))).noting(note, *lacking)


def _standing(store: Store, context: Context, thing: Thing, held: Mapping[str, Any]) -> dict[str, Any]:
    """How an agreement or an obligation stands on the day."""
    if thing.label == "Agreement":
        extent = context.extents.get(held["dataset"])
        return {"status": standing.standing(span_of(held), held.get("status"), context.as_of, extent)}
    if thing.label == "Obligation":
        return {"status": standing.of_obligations(store, context, [thing.id])[thing.id]}
    return {}


def _section(store: Store, context: Context, thing: Thing, wanted: _Wanted) -> Section:
    query = catalogue.shipped(wanted.query)
    values = bind(store, context, query, {wanted.param: thing.id})
    return Section(
        wanted.key, wanted.title, query.columns, list(standing.rows(store, context, query, values))
    )


_HIDDEN: Final = frozenset({"keys", "digest", "until_known", "draft"})
"""What is for the machine; a draft is told by `whatif`."""


def _properties(label: str, held: Mapping[str, Any]) -> dict[str, Any]:
    """Declared order; two bounds are one date; `checked` is always there, empty where nobody compared."""
    declared = [*NODES[label].properties, *PROVENANCE]
    shown = {"id": held["id"]}
    for name in declared:
        if name in _HIDDEN or name.endswith("_latest") or name not in held:
            continue
        latest = held.get(f"{name}_latest")
        shown[name] = str(Bounds(held[name], latest)) if latest else held[name]
    if held.get("until") is None and held.get("until_known") is False:
        shown["until"] = "unknown"
    own = {key: value for key, value in shown.items() if key == "id" or key not in PROVENANCE}
    return own | _grounds(held)


def _grounds(held: Mapping[str, Any]) -> dict[str, Any]:
    found = {"dataset": held["dataset"], "sources": held["sources"], "checked": held.get("checked")}
    return found | ({"checked_with": held["checked_with"]} if held.get("checked_with") else {})
