"""What an answer of a stored query may lack, so that no list is taken for a whole one that is not."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from ..graph.store import Store
from .articles import the
from .context import Context
from .header import Query

_TIES: Final = {"BORDERS": "land borders", "STATIONS": "forces abroad", "MEMBER_OF": "memberships"}
"""What promises are argued with, which few datasets hold; by type, in words."""
_TYPE: Final = re.compile(rf"\[\w*:({'|'.join(_TIES)})\b")

_MEMBERS: Final = """
MATCH (o:Organization)
WHERE o.id IN $ids AND o.members_held IS NOT NULL AND o.dataset IN $datasets
RETURN o.name AS name, o.members_held AS held, o.dataset AS dataset
ORDER BY o.id
"""


def caveats(store: Store, context: Context, query: Query, values: Mapping[str, Any]) -> Iterator[str]:
    """The query's own; what datasets other than core hold of what it asks for; and whose members are not all held."""
    asked: Collection[str] = values.get("datasets", ())
    own = {name: said for name, said in query.caveats.items() if not name or name in asked}
    yield from (f"{name}: {said}" if name and len(asked) > 1 else said for name, said in own.items())
    types = list(dict.fromkeys(_TYPE.findall(query.text)))
    yield from _of_others(store, context, types, asked)
    bodies = [values[param.name] for param in query.params if param.type == "organization"]
    ids = [id for id in bodies if id is not None]
    if "MEMBER_OF" not in types or not ids or not asked:
        return
    for row in store.read(_MEMBERS, {"ids": ids, "datasets": list(asked)}):
        what = "the membership" if row["held"] == "none" else "all the members"
        yield f"{row['dataset']} does not hold {what} of {the(row['name'])}"


def _of_others(
    store: Store, context: Context, types: Collection[str], asked: Collection[str]
) -> Iterator[str]:
    """What each but core is about that holds such relationships; and which of these nobody asked holds."""
    others = [name for name in asked if name != "core"]
    holding = {type: _holding(store, type, others) for type in types if others}
    for scope in context.scopes:
        if any(scope.dataset in names for names in holding.values()):
            yield f"{scope.dataset} holds {scope.title}" + (f": {scope.note}" if scope.note else "")
    lacking = [_TIES[type] for type, names in holding.items() if not names and others == list(asked)]
    if lacking:
        yield f"{', '.join(others)} {'holds' if len(others) == 1 else 'hold'} no {' and no '.join(lacking)}"


def _holding(store: Store, type: str, datasets: Collection[str]) -> set[str]:
    cypher = f"MATCH ()-[r:{type}]->() WHERE r.dataset IN $datasets RETURN DISTINCT r.dataset AS dataset ORDER BY dataset"
    return {row["dataset"] for row in store.read(cypher, {"datasets": list(datasets)})}
