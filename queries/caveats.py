"""What an answer of a stored query may lack, so that no list is taken for a whole one that is not."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ..graph.store import Store
from .header import Query

_MEMBERSHIP: Final = ":MEMBER_OF"

_HELD = """
MATCH (o:Organization)
WHERE o.id IN $ids AND o.members_held IS NOT NULL AND o.dataset IN $datasets
RETURN o.name AS name, o.members_held AS held, o.dataset AS dataset
ORDER BY o.id
"""


def caveats(store: Store, query: Query, values: Mapping[str, Any]) -> Iterator[str]:
    """The query's own caveat; and where it asks who belongs to a body, that not all its members are held."""
    if query.caveat:
        yield query.caveat
    asked = [values[param.name] for param in query.params if param.type == "organization"]
    ids = [id for id in asked if id is not None]
    if _MEMBERSHIP not in query.text or not ids or "datasets" not in values:
        return
    for row in store.read(_HELD, {"ids": ids, "datasets": values["datasets"]}):
        what = "the membership" if row["held"] == "none" else "all the members"
        yield f"{row['dataset']} does not hold {what} of {row['name']}"
