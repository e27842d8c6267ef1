"""A clean start, in batches: one transaction over all would need more memory than a server grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .base import Store

# Relationships first: a node in the middle of things takes all of its own along.
_BATCHES = (
    "MATCH ()-[r]->() WITH r LIMIT 10000 DELETE r RETURN count(*) AS removed",
    "MATCH (n) WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS removed",
)
_CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN name"
_INDEXES = (
    "SHOW INDEXES YIELD name, type, owningConstraint "
    "WHERE owningConstraint IS NULL AND type <> 'LOOKUP' RETURN name"
)


def empty(store: Store) -> None:
    """Removes every relationship and node."""
    for statement in _BATCHES:
        while store.write(lambda tx, text=statement: tx.run(text)).rows[0]["removed"]:  # type: ignore[misc]
            pass


def drop_schema(store: Store) -> None:
    """Removes every constraint and index but those that Neo4j itself needs."""
    for kind, listing in (("CONSTRAINT", _CONSTRAINTS), ("INDEX", _INDEXES)):
        names = [row["name"] for row in store.read(listing)]
        store.schema(f"DROP {kind} `{name}` IF EXISTS" for name in names)
