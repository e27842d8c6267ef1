"""Proposals as the graph holds them: found, and what they would change."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ..graph.dates import bounds_of
from ..graph.errors import BadInput
from ..graph.named import meant
from ..graph.records import fold
from ..graph.store import Store
from .differences import Proposed

_PROPOSAL: Final = "MATCH (p:Proposal {id: $id}) RETURN properties(p) AS held"
_PROPOSALS: Final = "MATCH (p:Proposal) RETURN p.id AS id, p.title AS title ORDER BY id"


def proposal(store: Store, text: str) -> dict[str, Any]:
    """The proposal of that id, or the only one in whose id or title the text occurs."""
    rows = store.read(_PROPOSAL, {"id": text.strip()}).rows
    if not rows:
        known = [{**row, "keys": [fold(row["id"]), fold(row["title"])]} for row in store.read(_PROPOSALS)]
        holding = [row["id"] for row in known if fold(text) and any(fold(text) in key for key in row["keys"])]
        if len(holding) != 1:
            near = [{**row, "name": row["id"]} for row in known]
            listed = f"expected one of {', '.join(row['id'] for row in known)}" if known else "there are none"
            raise BadInput(f"unknown proposal {text!r}; {listed}.{meant(text, near)}")
        rows = store.read(_PROPOSAL, {"id": holding[0]}).rows
    held: dict[str, Any] = rows[0]["held"]
    if not any(held.get(each) for each in ("would", "might", "draft")):
        raise BadInput(f"{held['title']} ({held['id']}) asks for nothing that can be laid over the graph")
    return held


def terms(held: Mapping[str, Any], *, suggested: bool) -> Iterator[str]:
    """What would change, and where that is wanted what is only suggested."""
    for key in ("would", "might") if suggested else ("would",):
        yield from held.get(key) or ()


def proposed(held: Mapping[str, Any]) -> Proposed:
    """What an answer says of it."""
    on = bounds_of(held, "on")
    asks, sources = (tuple(held.get(name) or ()) for name in ("asks", "sources"))
    return Proposed(held["id"], held["title"], str(on) if on else None, asks, held.get("status"), sources)
