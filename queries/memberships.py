"""Who belongs to which organization on a day."""

from collections.abc import Collection

from ..graph.dates import HOLDING, possibly, span_of
from ..graph.store import Reads
from .answer import Membership
from .commitments import EACH_PARTY
from .context import Context

_HELD = f"""
{EACH_PARTY.format("$members")}
MATCH (p)-[m:MEMBER_OF]->(g:Organization)
WHERE g.id IN $bodies AND m.dataset IN $datasets AND {possibly("m")}
RETURN p.id AS member, p.name AS member_name, labels(p)[0] AS member_label,
       g.id AS organization, g.name AS organization_name, properties(m) AS held
ORDER BY member, organization, m.id
"""


def memberships(reader: Reads, context: Context, pairs: Collection[tuple[str, str]]) -> list[Membership]:
    """The memberships of these pairs of member and organization, certainly or possibly held on the day."""
    members, bodies = (sorted({pair[end] for pair in pairs}) for end in (0, 1))
    rows = reader.read(_HELD, {**context.params, "members": members, "bodies": bodies})
    found = []
    for row in rows:
        held = row["held"]
        extent = context.extents.get(held["dataset"])
        span, status = span_of(held), held.get("status") or "in force"
        if (row["member"], row["organization"]) in pairs:
            found.append(
                Membership(
                    member=row["member"],
                    member_name=row["member_name"],
                    member_label=row["member_label"],
                    organization=row["organization"],
                    organization_name=row["organization_name"],
                    span=span,
                    certain=status in HOLDING and span.certainly(context.as_of),
                    status=status,
                    sources=tuple(held.get("sources") or ()),
                    checked=held.get("checked"),
                    note=held.get("note"),
                    dataset=held["dataset"],
                    still=extent.still(span.until) if extent else "",
                )
            )
    return found
