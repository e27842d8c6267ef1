"""The Cypher that comes from the declaration: constraints, and the one write statement."""

from collections.abc import Iterator
from typing import Any

from .reading import OF_NODES
from .schema import LINKS, NODES, RELATIONSHIPS
from .spool import Key

MARK = "MATCH (d:Dataset {dataset: $dataset}) SET d.loading = true"
"""Says that a load of `$dataset` has begun; it is no fact, and no part of the digest."""

UNMARK = "MATCH (d:Dataset {dataset: $dataset}) WHERE d.loading REMOVE d.loading"
"""Says that the load has come to its end; what is not marked is not written."""

LINKING = "MATCH (d:Dataset {dataset: $dataset}) WHERE d.loading SET d.linking = true REMOVE d.loading"
"""The same of one that is still to be linked with other datasets."""

LINKED = "MATCH (d:Dataset) WHERE d.linking REMOVE d.linking"
"""Says that the links of all datasets stand."""

VERSION = "MATCH (d:Dataset {dataset: $dataset}) RETURN d.version AS version"

WRITTEN = " RETURN collect(row.id) AS ids"
"""The ids of the rows that took effect, in one record: one for each row takes a tenth of a load's time."""


def constraints() -> Iterator[str]:
    """Uniqueness of `id` for each label and each relationship type; idempotent."""
    for label in NODES:
        yield f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for name in RELATIONSHIPS:
        yield (
            f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"
        )


def merge(kind: Key, rows: list[dict[str, Any]]) -> str:
    """The statement for rows of one kind; relationships are looked for from the ends of which there are more."""
    if kind[0] == OF_NODES:
        return merge_nodes(kind[1])
    starts, ends = (len({row[end] for row in rows}) for end in ("start", "end"))
    return merge_relationships(*kind[1:], backwards=ends > starts)


def merge_nodes(label: str) -> str:
    """Rows of `$rows` are `{id, properties}`; gives back the ids written."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.properties{WRITTEN}"


def merge_relationships(type: str, start: str, end: str, *, backwards: bool = False) -> str:
    """Rows are `{id, start, end, properties}`; a row whose end is missing gives nothing back.

    MERGE is on the relationship's id between its matched ends: the id holds the ends, and the embedded
    engine finds a relationship from the end that is written first only, by going through all that it has.
    `backwards` writes the other one first: thousands of relationships of one start have as many ends, or many.
    """
    relationship = f"[r:{type} {{id: row.id}}]"
    pattern = f"(b)<-{relationship}-(a)" if backwards else f"(a)-{relationship}->(b)"
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})"
        f" MERGE {pattern} SET r = row.properties{WRITTEN}"
    )


def held_nodes(label: str) -> str:
    """What the graph holds of a label in `$dataset`: id, digest."""
    return f"MATCH (n:{label}) WHERE n.dataset = $dataset RETURN n.id AS id, n.digest AS digest"


def held_relationships() -> Iterator[tuple[str, str]]:
    """For each label that relationships start from: what the graph holds of them in `$dataset`; type, id, start, digest.

    All types of a label at once: the embedded engine would go through its nodes again for each.
    """
    for label in NODES:
        types = [name for name, each in RELATIONSHIPS.items() if label in (start for start, _ in each.ends)]
        if types:
            pattern = f"(a:{label})-[r:{'|'.join(types)}]->()"
            held = "type(r) AS type, r.id AS id, a.id AS start, r.digest AS digest"
            yield label, f"MATCH {pattern} WHERE r.dataset = $dataset RETURN {held}"


def owners(label: str) -> str:
    """The datasets of those nodes of a label that `$ids` names."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, n.dataset AS dataset"


def referring() -> str:
    """The datasets whose facts hold on to nodes of `$dataset`, other than by links, which go with either end."""
    links = ", ".join(f"'{type}'" for type in LINKS)
    return (
        f"MATCH (n:{'|'.join(NODES)})-[r]-() WHERE n.dataset = $dataset AND coalesce(r.dataset, '') <> $dataset"
        f" AND NOT type(r) IN [{links}] RETURN DISTINCT coalesce(r.dataset, '') AS dataset ORDER BY dataset"
    )


def datasets() -> str:
    """The datasets that any node belongs to, also where a first load was cut short."""
    return f"MATCH (n:{'|'.join(NODES)}) WHERE n.dataset IS NOT NULL RETURN DISTINCT n.dataset AS dataset ORDER BY dataset"


def delete_relationships(type: str, start: str) -> str:
    """Rows of `$rows` are `{id, start}`; found from their start, by its index."""
    return f"UNWIND $rows AS row MATCH (:{start} {{id: row.start}})-[r:{type} {{id: row.id}}]->(){_DELETE}"


_DELETE = (
    " WITH collect(DISTINCT r) AS gone UNWIND gone AS r WITH r, r.id AS id DELETE r RETURN collect(id) AS ids"
)
"""All are found before the first goes: the embedded engine cannot go on through what a node has while that shrinks."""


def delete_links() -> str:
    """Rows are `{id}`, agreements that go: what says that they are the same as others goes before them."""
    return (
        f"UNWIND $rows AS row MATCH (:Agreement {{id: row.id}})-[r:{'|'.join(LINKS)}]-(:Agreement){_DELETE}"
    )


def delete_nodes(label: str) -> str:
    """Rows are `{id}`; a node that other facts still hold on to stays, and gives nothing back."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) WHERE NOT (n)--() DELETE n{WRITTEN}"
