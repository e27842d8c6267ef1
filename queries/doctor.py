"""The state of the database: what it holds, and whether its facts agree with one another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..graph.schema import NODES, RELATIONSHIPS
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from .plain import plain
from .result import Result
from .unfinished import unfinished

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finding(Result):
    """What a doctor finds; `loaded` are the datasets that are there."""

    engine: Row
    loaded: Sequence[Row]
    nodes: Sequence[Row]
    relationships: Sequence[Row]
    obligations: Sequence[Row]
    integrity: Sequence[Row]
    unfinished: Sequence[str]

    @property
    def agrees(self) -> bool:
        return all(row["found"] == 0 for row in self.integrity)

    @property
    def healthy(self) -> bool:
        return self.agrees and not self.unfinished

    def parts(self) -> Mapping[str, Sequence[Row]]:
        """The tables of the answer by their key."""
        return {
            "datasets": self.loaded,
            "nodes": self.nodes,
            "relationships": self.relationships,
            "obligations": self.obligations,
            "integrity": self.integrity,
        }

    def to_dict(self) -> dict[str, Any]:
        told = {"engine": self.engine, "healthy": self.healthy, "unfinished": self.unfinished}
        found: dict[str, Any] = plain(told | dict(self.parts()))
        return self.about() | found

    def table(self) -> Sequence[Row]:
        """The checks: what each looks for, how often it was found, and examples."""
        return self.integrity

    def summary(self) -> Sequence[str]:
        if self.agrees:
            return self.unfinished or ["all is well"]
        return [*self.unfinished, "something is wrong: see the integrity table"]


def examine(store: Store) -> Finding:
    """Everything that `foedera doctor` says."""
    engine = store.engine
    told = {
        "engine": engine.name,
        "version": engine.version,
        "address": engine.address,
        "home": str(engine.home) if engine.home else None,
    }
    nodes, relationships = _counts(store, _NODE_COUNTS), _counts(store, _RELATIONSHIP_COUNTS)
    kinds = {row["kind"]: row for row in store.read(_BY_KIND)}
    obligations = [kinds[kind] for kind in KINDS if kind in kinds]
    integrity = list(_integrity(store))
    return Finding(told, _datasets(store), nodes, relationships, obligations, integrity, unfinished(store))


def overview(store: Store) -> list[str]:
    """What the database holds, in a few lines; none where it is empty."""
    lines = []
    for row in _datasets(store):
        reach = f"{row['covers_from'] or '…'} to {row['covers_until'] or 'today'}"
        reach += ", and nothing later" if row["closed"] else ""
        lines.append(f"{row['dataset']} {row['version']}: {row['title']}, {reach}")
    if lines:
        counts = {row["label"]: row["count"] for row in _counts(store, _NODE_COUNTS)}
        shown = ("Country", "Organization", "Agreement", "Obligation", "Event", "Claim", "Proposal", "Source")
        lines.append(
            ", ".join(
                f"{counts[label]:,} {_plural(label, counts[label])}" for label in shown if label in counts
            )
        )
    return lines + unfinished(store)


def _plural(label: str, count: int) -> str:
    word = label.lower()
    if count == 1:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _datasets(store: Store) -> list[Row]:
    facts, checked = Counter[str](), Counter[str]()
    for row in store.read(_CHECKED):
        facts[row["dataset"]] += row["facts"]
        checked[row["dataset"]] += row["checked"]
    return [_rated(row, facts[row["dataset"]], checked[row["dataset"]]) for row in store.read(_DATASETS)]


def _rated(dataset: Row, facts: int, checked: int) -> Row:
    share = round(checked / facts, 2) if facts else None
    return {**dataset, "facts": facts, "checked": checked, "checked_share": share}


def _counts(store: Store, cypher: str) -> list[Row]:
    return [row for row in store.read(cypher).rows if row["count"]]


def _integrity(store: Store) -> Iterator[Row]:
    for check, (meaning, cypher) in CHECKS.items():
        rows = store.read(cypher).rows
        examples = sorted(row["id"] for row in rows)[:5]
        yield {"check": check, "found": len(rows), "meaning": meaning, "examples": examples}


def _union(parts: Iterator[str]) -> str:
    return "\nUNION ALL\n".join(parts)


_DATASETS: Final = """
MATCH (d:Dataset)
RETURN d.id AS dataset, d.title AS title, d.version AS version, d.covers_from AS covers_from,
       d.covers_until AS covers_until, coalesce(d.closed, false) AS closed, d.licence AS licence,
       d.citation AS citation
ORDER BY dataset
"""

_NODE_COUNTS: Final = _union(
    f"MATCH (n:{label}) RETURN '{label}' AS label, count(n) AS count, count(n.checked) AS checked"
    for label in NODES
)

_RELATIONSHIP_COUNTS: Final = _union(
    f"MATCH ()-[r:{type}]->() RETURN '{type}' AS type, count(r) AS count, count(r.checked) AS checked"
    for type in RELATIONSHIPS
)

_CITED: Final = "Agreement|Obligation|Event|Claim|Proposal|Organization|Area"

# Everything that somebody can have compared with a document: not the documents themselves, nor what a dataset says of itself.
_CHECKED: Final = f"""
MATCH (n:{_CITED}|Country)
RETURN n.dataset AS dataset, count(n) AS facts, count(n.checked) AS checked
UNION ALL
MATCH ()-[r:{"|".join(RELATIONSHIPS)}]->()
RETURN r.dataset AS dataset, count(r) AS facts, count(r.checked) AS checked
"""

_BY_KIND: Final = """
MATCH (o:Obligation)
RETURN o.kind AS kind, count(o) AS count, count(o.checked) AS checked,
       sum(CASE o.force WHEN 'binding' THEN 1 ELSE 0 END) AS binding
ORDER BY kind
"""

_ARROWS: Final = "OWES|OWED_TO|PARTY_TO|MEMBER_OF|CANDIDATE_OF"
_EARLY_END: Final = (
    "{v}.since > {v}.since_latest OR {v}.until > {v}.until_latest OR {v}.until_latest < {v}.since"
    " OR ({v}.since IS NULL) <> ({v}.since_latest IS NULL)"
    " OR ({v}.until IS NULL) <> ({v}.until_latest IS NULL)"
)

CHECKS: Final[Mapping[str, tuple[str, str]]] = {
    "unsourced": (
        "facts that cite nothing",
        f"""
        MATCH (n:{_CITED}|Country) WHERE size(n.sources) = 0 RETURN n.id AS id
        UNION ALL
        MATCH ()-[r:{_ARROWS}]->() WHERE size(r.sources) = 0 RETURN r.id AS id
        """,
    ),
    "unknown sources": (
        "facts that cite a source which is not there",
        f"""
        MATCH (n:{_CITED}|Country) UNWIND n.sources AS cited
        WITH n, split(cited, '#')[0] AS source
        OPTIONAL MATCH (s:Source {{id: source}})
        WITH n, s WHERE s IS NULL RETURN DISTINCT n.id AS id
        UNION ALL
        MATCH ()-[r:{_ARROWS}]->() UNWIND r.sources AS cited
        WITH DISTINCT split(cited, '#')[0] AS source
        OPTIONAL MATCH (s:Source {{id: source}})
        WITH source, s WHERE s IS NULL RETURN source AS id
        """,
    ),
    "dangling": (
        "obligations without an agreement, or in force without a debtor or anybody that they are owed to",
        """
        MATCH (o:Obligation)
        WHERE NOT EXISTS { MATCH (:Agreement)-[:CREATES]->(o) }
           OR (o.since IS NOT NULL AND NOT EXISTS { MATCH (o)<-[:OWES]-(:Country|Organization) })
           OR (o.since IS NOT NULL AND o.owed_to_class IS NULL AND NOT EXISTS { MATCH (o)-[:OWED_TO]->(:Country|Organization) })
        RETURN o.id AS id
        """,
    ),
    "impossible dates": (
        "spans that end before they begin, or have one bound alone",
        f"""
        MATCH (n:Agreement|Obligation|Event|Organization|Country) WHERE {_EARLY_END.format(v="n")} RETURN n.id AS id
        UNION ALL
        MATCH ()-[r:{_ARROWS}]->() WHERE {_EARLY_END.format(v="r")} RETURN r.id AS id
        """,
    ),
    "overlaps": (
        "two spells of one membership, or two arrows of one party, that run at once",
        """
        MATCH (a:Country|Organization)-[r:MEMBER_OF]->(b:Organization)<-[s:MEMBER_OF]-(a)
        WHERE r.id < s.id AND r.dataset = s.dataset
          AND (r.until IS NULL OR r.until > s.since_latest) AND (s.until IS NULL OR s.until > r.since_latest)
        RETURN r.id AS id
        UNION ALL
        MATCH (a:Country|Organization)-[r:OWES]->(b:Obligation)<-[s:OWES]-(a)
        WHERE r.id < s.id AND r.dataset = s.dataset
          AND (r.until IS NULL OR r.until > s.since_latest) AND (s.until IS NULL OR s.until > r.since_latest)
        RETURN r.id AS id
        """,
    ),
    "members and parties": (
        "memberships without a part in the founding agreement from the same day, and the other way round",
        """
        MATCH (c:Country|Organization)-[m:MEMBER_OF]->(:Organization)<-[:CONSTITUTES]-(a:Agreement)
        WHERE m.dataset = a.dataset AND NOT EXISTS {
          MATCH (c)-[p:PARTY_TO {role: 'party'}]->(a) WHERE p.since = m.since OR p.since IS NULL AND m.since IS NULL }
        RETURN m.id AS id
        UNION ALL
        MATCH (c:Country|Organization)-[p:PARTY_TO {role: 'party'}]->(a:Agreement)-[:CONSTITUTES]->(o:Organization)
        WHERE NOT EXISTS {
          MATCH (c)-[m:MEMBER_OF {dataset: p.dataset}]->(o) WHERE p.since = m.since OR p.since IS NULL AND m.since IS NULL }
        RETURN p.id AS id
        """,
    ),
    "members and debtors": (
        "members who do not owe a promise of the founding agreement that binds its parties",
        """
        MATCH (c:Country|Organization)-[m:MEMBER_OF]->(:Organization)<-[:CONSTITUTES]-(:Agreement)
              -[:CREATES]->(b:Obligation {bound: 'parties'})
        WHERE m.dataset = b.dataset AND m.until IS NULL AND b.until IS NULL AND b.parties_of IS NULL AND b.debtor_roles IS NULL
          AND coalesce(m.status, 'in force') = 'in force' AND NOT EXISTS { MATCH (c)-[:OWES]->(b) }
        RETURN m.id AS id
        """,
    ),
}
