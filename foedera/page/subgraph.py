"""The facts that answer a page's question, read from the graph: reading Cypher only, parties by their ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..graph.dates import span_of
from ..graph.store import Store
from .data import Agreement, Arrow, Dataset, Founding, Grounds, Obligation, Party, Source, Tie

Found = Mapping[str, Any]

_ALL = """
MATCH (ob:Obligation) WHERE ob.dataset IN $datasets
RETURN collect(ob.id) AS ids
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
_OBLIGATIONS = """
UNWIND $ids AS id
MATCH (ob:Obligation {id: id})
OPTIONAL MATCH (ob)<-[:CREATES]-(a:Agreement)
RETURN ob.kind AS kind, collect([properties(ob), properties(a)]) AS found ORDER BY kind
"""
_ARROW = (
    "id",
    "dataset",
    "sources",
    "checked",
    "since",
    "since_latest",
    "until",
    "until_latest",
    "until_known",
    "status",
    "note",
)
_VALUES = ", ".join(f"o.{name}" for name in _ARROW)
_ARROWS = (  # a row a party and names of properties once: a row and a map an arrow take three times as long
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
    RETURN 'membership' AS kind, p.id AS party, properties(m) AS tie ORDER BY party, m.id
    """,
    """
    MATCH (g:Organization {id: $id})<-[m:CANDIDATE_OF]-(p:Country)
    WHERE m.dataset IN $datasets AND m.stage <> 'acceded'
    RETURN 'candidacy' AS kind, p.id AS party, properties(m) AS tie ORDER BY party, m.id
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

_AGREEMENT_DETAILS = ("force_note", "signed", "duration", "termination", "disclaims", "status", "note")
_OBLIGATION_DETAILS = (
    "article",
    "trigger",
    "condition",
    "discretion",
    "deadline",
    "amount",
    "currency",
    "period",
    "owed_to_class",
    "force_note",
    "status",
    "note",
)


class Reader:
    """Reads from chosen datasets of one store."""

    def __init__(self, store: Store, datasets: Sequence[str]) -> None:
        self._store = store
        self._datasets = list(datasets)

    def _rows(self, cypher: str, **params: Any) -> Iterable[Found]:
        return self._store.read(cypher, {"datasets": self._datasets, **params})

    def everything(self) -> list[str]:
        """The ids of all obligations."""
        return sorted(id for row in self._rows(_ALL) for id in row["ids"])

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
        found = sorted((pair for row in rows for pair in row["found"]), key=lambda pair: pair[0]["id"])
        for obligation, agreement in found:
            instrument = _agreement(agreement) if agreement else _nameless(obligation)
            yield _obligation(obligation, instrument.id), instrument

    def arrows(self, ids: Iterable[str]) -> list[Arrow]:
        """Who owes the obligations and to whom, at any time."""
        wanted = sorted(ids)
        rows = (row for query in _ARROWS for row in self._rows(query, ids=wanted))
        found = [
            (obligation, row["party"], row["owes"], dict(zip(_ARROW, values, strict=True)))
            for row in rows
            for obligation, *values in row["arrows"]
        ]
        found.sort(key=lambda each: (not each[2], each[0], each[1], each[3]["id"]))
        return [_arrow(*each) for each in found]

    def ties(self, organization: str) -> list[Tie]:
        """Members and candidates of an organization, at any time."""
        rows = [row for query in _TIES for row in self._rows(query, id=organization)]
        return [_tie(row, organization) for row in rows]

    def members(self, organizations: Iterable[str]) -> dict[str, list[str]]:
        """The countries that have belonged to each organization; an id that is none has no entry."""
        found: dict[str, list[str]] = {}
        for row in self._rows(_MEMBERS, ids=sorted(organizations)):
            found.setdefault(row["id"], []).append(row["party"])
        return found

    def foundings(self, organization: str) -> list[Founding]:
        """The agreements that constitute an organization."""
        rows = self._rows(_FOUNDINGS, id=organization)
        return [Founding(row["agreement"], organization, _grounds(row["founding"])) for row in rows]

    def parties(self, ids: Iterable[str]) -> list[Party]:
        return [_party(row) for row in self._rows(_PARTIES, ids=sorted(ids))]

    def sources(self, citations: Iterable[str]) -> list[Source]:
        """The documents that `source-id#locator` citations name."""
        ids = sorted({citation.partition("#")[0] for citation in citations})
        return [_source(row) for row in self._rows(_SOURCES, ids=ids)]

    def datasets(self) -> list[Dataset]:
        return [_dataset(row["dataset"]) for row in self._rows(_DATASETS)]


def _grounds(found: Found) -> Grounds:
    return Grounds(found["dataset"], tuple(found.get("sources") or ()), found.get("checked"))


def _details(found: Found, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    given = ((name, found.get(name)) for name in names)
    return tuple((name.replace("_", " "), _words(value)) for name, value in given if value is not None)


def _words(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    return str(value)


def _agreement(found: Found) -> Agreement:
    details = _details(found, _AGREEMENT_DETAILS)
    own = (found["id"], found["title"], found["kind"], found["force"])
    return Agreement(*own, _grounds(found), found.get("url"), details, found.get("signed_latest"))


def _nameless(obligation: Found) -> Agreement:
    """An obligation without its agreement is a fault of the data, but it is still shown."""
    own = (obligation["id"], obligation["name"], "agreement not on record", obligation["force"])
    return Agreement(*own, _grounds(obligation))


def _obligation(found: Found, agreement: str) -> Obligation:
    own = (found["name"], found["kind"], found["force"], found["rank"], found["summary"])
    details = _details(found, _OBLIGATION_DETAILS)
    return Obligation(found["id"], agreement, *own, _grounds(found), details)


def _arrow(obligation: str, party: str, owes: bool, found: Found) -> Arrow:
    own = (span_of(found), _grounds(found), found["status"], found["note"])
    return Arrow(obligation, party, owes, *own)


def _tie(row: Found, organization: str) -> Tie:
    found = row["tie"]
    own = (row["kind"], row["party"], organization, span_of(found), _grounds(found))
    return Tie(*own, found.get("stage"), found.get("status"), found.get("note"))


def _party(row: Found) -> Party:
    found = row["party"]
    others = [found.get("official_name"), found.get("iso2"), found["id"], *(found.get("names") or ())]
    label = next(iter(row["labels"]), "Country")
    return Party(found["id"], found["name"], label, tuple(dict.fromkeys(filter(None, others))))


def _source(row: Found) -> Source:
    found = row["source"]
    return Source(row["id"], found["title"], found["publisher"], found.get("url"), found.get("on"))


def _dataset(found: Found) -> Dataset:
    own = (found["id"], found["title"], found["version"])
    reach = (found.get("covers_from"), found.get("covers_until"))
    return Dataset(*own, *reach, found.get("licence"), found.get("citation"), found.get("url"))
