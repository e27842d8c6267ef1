"""The facts that answer a page's question, read from the graph: reading Cypher only, parties by their ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from ..graph.days import days, told
from ..graph.schema import NODES, RELATIONSHIPS
from ..graph.store import Store
from . import properties as made
from .data import Agreement, Arrow, Dataset, Founding, Obligation, Party, Source, Tie

Found = Mapping[str, Any]

_ALL = """
MATCH (ob:Obligation) WHERE ob.dataset IN $datasets
RETURN collect(ob.id) AS ids
"""
_OWED_BY_SOMEBODY = """
MATCH (a:Agreement)-[:CREATES]->(:Obligation)<-[o:OWES]-() WHERE o.dataset IN $datasets
RETURN count(DISTINCT a.id) AS agreements
"""
_STEPS = (
    """
    UNWIND $ids AS id
    MATCH (p:Country|Organization {id: id})-[o:OWES]->(ob:Obligation) WHERE o.dataset IN $datasets
    OPTIONAL MATCH (ob)-[:OWED_TO]->(q:Country|Organization)
    RETURN DISTINCT ob.id AS obligation, q.id AS party
    """,
    """
    UNWIND $ids AS id
    MATCH (p:Country|Organization {id: id})<-[o:OWED_TO]-(ob:Obligation) WHERE o.dataset IN $datasets
    OPTIONAL MATCH (ob)<-[:OWES]-(q:Country|Organization)
    RETURN DISTINCT ob.id AS obligation, q.id AS party
    """,
)
_FOUNDING = """
MATCH (g:Organization {id: $id})<-[:CONSTITUTES]-(a:Agreement)-[:CREATES]->(ob:Obligation)
WHERE ob.dataset IN $datasets
RETURN DISTINCT ob.id AS id ORDER BY id
"""
_FOUNDINGS = """
MATCH (g:Organization {id: $id})<-[c:CONSTITUTES]-(a:Agreement) WHERE c.dataset IN $datasets
RETURN a.id AS agreement, properties(c) AS founding ORDER BY agreement
"""
_LISTED = {  # in few rows, names of properties once: a row and a map a thing take twice as long
    name: f"[{', '.join(f'n.{each}' for each in wanted)}]"
    for name, wanted in (("obligation", made.OF_OBLIGATION), ("agreement", made.OF_AGREEMENT))
}
_OBLIGATIONS = f"""
UNWIND $ids AS id
MATCH (n:Obligation {{id: id}})
OPTIONAL MATCH (n)<-[:CREATES]-(a:Agreement)
RETURN n.kind AS kind, collect([a.id, {_LISTED["obligation"]}]) AS found ORDER BY kind
"""
_AGREEMENTS = f"""
UNWIND $ids AS id
MATCH (n:Agreement {{id: id}})
RETURN n.kind AS kind, collect({_LISTED["agreement"]}) AS found ORDER BY kind
"""
_WORDS = ("id", "dataset", "sources", "status", "note")
_VALUES = f"{', '.join(f'o.{name}' for name in _WORDS)}, {days('o')}"
_ARROWS = (  # a row a party, names once and days as one text: a row, a map and six values an arrow take four times as long
    f"""
    UNWIND $ids AS id
    MATCH (ob:Obligation {{id: id}})<-[o:OWES]-(p:Country|Organization) WHERE o.dataset IN $datasets
    RETURN p.id AS party, true AS owes, collect([id, {_VALUES}]) AS arrows ORDER BY party
    """,
    f"""
    UNWIND $ids AS id
    MATCH (ob:Obligation {{id: id}})-[o:OWED_TO]->(p:Country|Organization) WHERE o.dataset IN $datasets
    RETURN p.id AS party, false AS owes, collect([id, {_VALUES}]) AS arrows ORDER BY party
    """,
)
_TIES = (
    """
    MATCH (g:Organization {id: $id})<-[m:MEMBER_OF]-(p:Country|Organization) WHERE m.dataset IN $datasets
    RETURN type(m) AS type, p.id AS party, properties(m) AS tie ORDER BY party, m.id
    """,
    """
    MATCH (g:Organization {id: $id})<-[m:CANDIDATE_OF]-(p:Country)
    WHERE m.dataset IN $datasets AND m.stage <> 'acceded'
    RETURN type(m) AS type, p.id AS party, properties(m) AS tie ORDER BY party, m.id
    """,
)
_PARTIES = """
UNWIND $ids AS id
MATCH (p:Country|Organization {id: id})
RETURN id, labels(p) AS labels, properties(p) AS party ORDER BY id
"""
_MEMBERS = """
UNWIND $ids AS id
MATCH (g:Organization {id: id})<-[m:MEMBER_OF]-(p:Country) WHERE m.dataset IN $datasets
RETURN DISTINCT id, p.id AS party ORDER BY id, party
"""
_SOURCES = "UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN id, properties(s) AS source ORDER BY id"
_DATASETS = "MATCH (d:Dataset) WHERE d.id IN $datasets RETURN properties(d) AS dataset ORDER BY d.id"
_PROMISES = """
UNWIND $ids AS id
MATCH (a:Agreement {id: id})-[:CREATES]->(ob:Obligation) WHERE ob.dataset IN $datasets
RETURN id, collect(ob.id) AS obligations ORDER BY id
"""
_LABELS = tuple(label for label in NODES if label not in ("Source", "Dataset", "Scope"))
_THINGS = "\nUNION ALL\n".join(
    f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN '{label}' AS label, id, properties(n) AS thing"
    for label in _LABELS
)
_PROMISING = ("OWES", "OWED_TO", "CREATES")
_OTHERS = "|".join(type for type in RELATIONSHIPS if type not in _PROMISING)
_BETWEEN = "\nUNION ALL\n".join(
    f"UNWIND $ids AS id MATCH (a:{label} {{id: id}})-[r:{_OTHERS}]->(b:{'|'.join(_LABELS)}) WHERE b.id IN $ids AND r.dataset IN $datasets"
    f" RETURN '{label}' AS label, id, type(r) AS type, properties(r) AS tie, labels(b)[0] AS end_label, b.id AS end"
    for label in _LABELS
)


class Reader:
    """Reads from chosen datasets of one store."""

    def __init__(self, store: Store, datasets: Sequence[str]) -> None:
        self._store = store
        self._datasets = list(datasets)

    def _rows(self, cypher: str, **params: Any) -> Iterable[Found]:
        return self._store.read(cypher, {"datasets": self._datasets, **params})

    @cached_property
    def everything(self) -> list[str]:
        """The ids of all obligations."""
        return sorted(id for row in self._rows(_ALL) for id in row["ids"])

    def agreements(self) -> int:
        """How many agreements hold promises that are owed by somebody: each is a line at least."""
        return sum(row["agreements"] for row in self._rows(_OWED_BY_SOMEBODY))

    def around(self, centre: str, hops: int) -> set[str]:
        """Obligations within `hops` steps of the centre, at whatever time: the page narrows to a date."""
        found: set[str] = set()
        seen, edge = {centre}, [centre]
        for _ in range(hops):
            rows = [row for step in _STEPS for row in self._rows(step, ids=edge)]
            found.update(row["obligation"] for row in rows)
            edge = sorted({row["party"] for row in rows if row["party"]} - seen)
            seen.update(edge)
        return found

    def founding(self, organization: str) -> set[str]:
        """Obligations of the agreements that constitute an organization."""
        return {row["id"] for row in self._rows(_FOUNDING, id=organization)}

    def obligations(self, ids: Iterable[str]) -> Iterator[tuple[Obligation, Agreement]]:
        """Obligations with their agreements, by id."""
        rows = self._rows(_OBLIGATIONS, ids=sorted(ids))
        found = [
            (dict(zip(made.OF_OBLIGATION, values, strict=True)), agreement)
            for row in rows
            for agreement, values in row["found"]
        ]
        instruments = {each.id: each for each in self._agreements(id for _, id in found if id)}
        for obligation, agreement in sorted(found, key=lambda pair: pair[0]["id"]):
            instrument = instruments[agreement] if agreement else made.nameless(obligation)
            yield made.obligation(obligation, instrument.id), instrument

    def _agreements(self, ids: Iterable[str]) -> Iterator[Agreement]:
        for row in self._rows(_AGREEMENTS, ids=sorted({*ids})):
            for values in row["found"]:
                yield made.agreement(dict(zip(made.OF_AGREEMENT, values, strict=True)))

    def arrows(self, ids: Iterable[str]) -> list[Arrow]:
        """Who owes the obligations and to whom, at any time."""
        wanted = sorted(ids)
        rows = (row for query in _ARROWS for row in self._rows(query, ids=wanted))
        found = [
            (obligation, row["party"], row["owes"], dict(zip(_WORDS, words, strict=True)) | told(span))
            for row in rows
            for obligation, *words, span in row["arrows"]
        ]
        found.sort(key=lambda each: (not each[2], each[0], each[1], each[3]["id"]))
        return [made.arrow(held, obligation, party, owes=owes) for obligation, party, owes, held in found]

    def ties(self, organization: str) -> list[Tie]:
        """Members and candidates of an organization, at any time."""
        end = made.key("Organization", organization)
        rows = (row for query in _TIES for row in self._rows(query, id=organization))
        return [made.tie(row["type"], row["tie"], made.key("Country", row["party"]), end) for row in rows]

    def members(self, organizations: Iterable[str]) -> dict[str, list[str]]:
        """The countries that have belonged to each organization; an id that is none has no entry."""
        found: dict[str, list[str]] = {}
        for row in self._rows(_MEMBERS, ids=sorted(organizations)):
            found.setdefault(row["id"], []).append(row["party"])
        return found

    def foundings(self, organization: str) -> list[Founding]:
        """The agreements that constitute an organization."""
        rows = self._rows(_FOUNDINGS, id=organization)
        return [Founding(row["agreement"], organization, made.grounds(row["founding"])) for row in rows]

    def promises(self, agreements: Iterable[str]) -> dict[str, list[str]]:
        """The obligations of each agreement that has any."""
        rows = self._rows(_PROMISES, ids=sorted(agreements))
        return {row["id"]: sorted(row["obligations"]) for row in rows}

    def things(self, ids: Iterable[str]) -> list[tuple[str, str, Found]]:
        """What has one of the ids, as label, id and properties; sources apart."""
        rows = self._rows(_THINGS, ids=sorted(ids))
        return sorted(((row["label"], row["id"], row["thing"]) for row in rows), key=lambda each: each[:2])

    def between(self, ids: Iterable[str]) -> list[tuple[str, Tie]]:
        """What joins two of these things, with its type; promises apart."""
        found = []
        for row in self._rows(_BETWEEN, ids=sorted(ids)):
            ends = made.key(row["label"], row["id"]), made.key(row["end_label"], row["end"])
            found.append((row["type"], made.tie(row["type"], row["tie"], *ends)))
        return sorted(found, key=lambda each: (each[0], each[1].start, each[1].end, str(each[1].span)))

    def parties(self, ids: Iterable[str]) -> list[Party]:
        rows = self._rows(_PARTIES, ids=sorted(ids))
        return [made.party(next(iter(row["labels"])), row["party"]) for row in rows]

    def sources(self, citations: Iterable[str]) -> list[Source]:
        """The documents that `source-id#locator` citations name."""
        ids = sorted({citation.partition("#")[0] for citation in citations})
        return [made.source(row["source"]) for row in self._rows(_SOURCES, ids=ids)]

    def datasets(self) -> list[Dataset]:
        return [made.dataset(row["dataset"]) for row in self._rows(_DATASETS)]
