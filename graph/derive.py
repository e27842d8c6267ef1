"""Who owes an obligation and to whom: its arrows, derived from the parties of its agreement.

One function for the loaders and for what-if, so that membership is stated once. Every debtor owes
every beneficiary except itself, while both spans run: the arrows of an obligation with 32 parties are
32 in and 32 out, not 992 edges.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .dates import Span
from .records import Node, Provenance, Ref, Relationship


@dataclass(frozen=True, slots=True)
class Part:
    """A party's part in an agreement: what PARTY_TO says; `place` where an arrow is written out by itself."""

    party: Ref
    role: str
    span: Span
    provenance: Provenance
    status: str | None = None
    spell: str = ""
    note: str | None = None
    place: str = ""


def arrows(obligation: Node, span: Span, parts: Iterable[Part]) -> Iterator[Relationship]:
    """OWES and OWED_TO of an obligation that is `bound: parties`.

    `span` is the time in which the obligation itself holds; `parts` are those of its agreement (or of
    `parties_of`) and of the designations that implement it. Roles default to `party`; but what is owed to
    a class is owed to nobody by name, unless it says so.
    """
    properties = obligation.properties
    owing = properties.get("debtor_roles") or ["party"]
    owed = properties.get("beneficiary_roles") or ([] if properties.get("owed_to_class") else ["party"])
    for part in parts:
        if part.role in owing:
            yield from arrow("OWES", obligation, span, part)
        if part.role in owed:
            yield from arrow("OWED_TO", obligation, span, part)


def arrow(type: str, obligation: Node, span: Span, part: Part) -> Iterator[Relationship]:
    """One arrow, clipped to the time that both the part and the obligation run; none if they never do."""
    common = part.span.within(span)
    if common is None:
        return
    there = Ref(obligation.label, obligation.id)
    start, end = (part.party, there) if type == "OWES" else (there, part.party)
    properties = common.properties() | {
        "status": part.status or obligation.properties.get("status"),
        "note": part.note,
    }
    yield Relationship(
        type,
        start,
        end,
        properties,
        obligation.provenance.along_with(part.provenance),
        part.spell,
        part.place or obligation.place,
    )
