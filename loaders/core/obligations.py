"""Obligations: the promise, who owes it and to whom, where it holds, and what it takes the place of."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ...graph import vocabulary
from ...graph.dates import Span
from ...graph.derive import Part, arrow, arrows
from ...graph.records import Node, Record, Relationship
from ...graph.schema import NODES, PARTIES, RELATIONSHIPS
from .citations import provenance
from .entries import Entry
from .facts import links, ref, row
from .spans import filled
from .yaml_file import Text

PartsOf = Callable[[str], list[Part]]

_NAMED = {"debtors": "OWES", "beneficiaries": "OWED_TO"}
_FOLLOWING = ("parties_of", "debtor_roles", "beneficiary_roles")


def obligations(holder: Entry, agreement: Node, span: Span | None, parts: PartsOf) -> Iterator[Record]:
    """All obligations of an agreement; its `span` is None if it is not in force: then they have no arrows."""
    for slug, entry in holder.mappings("obligations").items():
        held = filled(entry.span(), span or Span())
        obligation = _obligation(slug, entry, agreement, held)
        yield obligation
        yield from _links(entry, obligation, agreement)
        common = held.within(span) if span else held
        if common is None:
            entry.complain(
                "this obligation never runs while its agreement is in force; expected days when it is"
            )
        found = list(_arrows(entry, obligation, common or held, agreement, parts))
        if span and common:
            _check_ends(entry, obligation, found)
            yield from found
        entry.finish()


def _obligation(slug: Text, entry: Entry, agreement: Node, held: Span) -> Node:
    """The node; its legal force and status are its agreement's unless it says otherwise."""
    cited = provenance(entry)
    inherited = {name: agreement.properties.get(name) for name in ("force", "status")}
    given = {name: value for name, value in inherited.items() if value and not entry.has(name)}
    if not entry.has("name"):
        given["name"] = str(entry.table.get(Text("article")) or slug)
    properties = entry.properties(NODES["Obligation"].properties, given | held.properties())
    kind, force = properties.get("kind"), properties.get("force")
    properties["rank"] = vocabulary.rank(kind, force) if kind and force else 0
    return Node("Obligation", f"{agreement.id}/{slug}", properties, cited, str(entry.place))


def _links(entry: Entry, obligation: Node, agreement: Node) -> Iterator[Relationship]:
    """CREATES, where it holds and where not, and what it takes the place of."""
    here = ref(obligation)
    yield from links("CREATES", [(ref(agreement), here)], obligation)
    for key, label in (("applies_in", "Area"), ("replaces", "Obligation")):
        yield from links(key.upper(), ((here, other) for other in entry.refs(key, [label])), obligation)
    for each in entry.entries("excludes", "area"):
        ends = here, each.ref("area", ["Area"])
        yield from row(each, "EXCLUDES", ends, provenance(each, obligation.provenance))


def _arrows(
    entry: Entry, obligation: Node, span: Span, agreement: Node, parts: PartsOf
) -> Iterator[Relationship]:
    """OWES and OWED_TO: as the parties of an agreement do, or one by one."""
    bound = obligation.properties.get("bound", "")
    unfit = _NAMED if bound == "parties" else _FOLLOWING if bound == "named" else ()
    for key in unfit:
        if Text(key) in entry.table:
            entry.complain(
                f"{key!r} with bound: {bound}; expected {_EXPECTED[bound]}", entry.table[Text(key)]
            )
    if bound == "parties":
        followed = entry.table.get(Text("parties_of"))
        other = entry.index.ref(followed, ["Agreement"]) if isinstance(followed, Text) else ref(agreement)
        yield from arrows(obligation, span, parts(other.id) if other else [])
    for key, type in _NAMED.items():
        named = list(_named(entry, key, obligation, span))
        for part in named if bound == "named" else ():
            yield from arrow(type, obligation, span, part)


_EXPECTED = {
    "parties": "'parties_of', 'debtor_roles', 'beneficiary_roles', or bound: named",
    "named": "'debtors' and 'beneficiaries', or bound: parties",
}


def _named(entry: Entry, key: str, obligation: Node, span: Span) -> Iterator[Part]:
    """Debtors or beneficiaries: an id alone, or a mapping with dates, a status, a note of its own."""
    for each in entry.entries(key, "party"):
        party, cited = each.ref("party", PARTIES), provenance(each, obligation.provenance)
        held, spell = filled(each.span(), span), each.spell()
        properties: dict[str, Any] = each.properties(RELATIONSHIPS["OWES"].properties, {})
        each.finish()
        if held.within(span) is None:
            each.complain("this arrow never runs while its obligation does; expected days when it does")
        if party:
            status, note = properties.get("status"), properties.get("note")
            yield Part(party, key, held, cited, status, spell, note, str(each.place))


def _check_ends(entry: Entry, obligation: Node, found: Sequence[Relationship]) -> None:
    """Somebody owes it, and it is owed to somebody else or to a class."""
    debtors = {each.start for each in found if each.type == "OWES"}
    beneficiaries = {each.end for each in found if each.type == "OWED_TO"}
    if not debtors:
        entry.complain("nobody owes it; expected 'debtors', or parties with one of its 'debtor_roles'")
    if obligation.properties.get("owed_to_class"):
        return
    if not beneficiaries:
        entry.complain(
            "it is owed to nobody; expected 'beneficiaries', parties with one of its 'beneficiary_roles',"
            " or 'owed_to_class'"
        )
    elif debtors == beneficiaries and len(debtors) == 1:
        entry.complain(f"only {debtors.pop().id} owes it, and to itself; expected another end")
