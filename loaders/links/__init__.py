"""Which agreements of the loaded datasets are the same instrument: docs/same-instrument.md.

The links are a dataset of their own, `links`, which nobody chooses: made anew after each load from what is there.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from ...graph.dates import bounds_of
from ...graph.records import Provenance, Record, Ref, Relationship
from .known import known
from .matching import Instrument, Link, links

if TYPE_CHECKING:
    from ...graph.store import Store
    from ...graph.writer import Report

DATASET: Final = "links"

_DATASETS: Final = "MATCH (a:Agreement) RETURN DISTINCT a.dataset AS dataset ORDER BY dataset"
_LINKED: Final = (
    "MATCH (:Agreement)-[r:SAME_AS|MAY_BE_SAME_AS]->(:Agreement) RETURN r.id AS id ORDER BY id LIMIT 1"
)
_AGREEMENTS: Final = """
MATCH (a:Agreement)
RETURN a.id AS id, a.dataset AS dataset, a.signed AS signed, a.signed_latest AS signed_latest,
       a.since AS since, a.since_latest AS since_latest, a.coded AS coded, a.sources AS sources
ORDER BY id
"""
_PARTIES: Final = """
MATCH (a:Agreement)<-[r:PARTY_TO]-(p:Country|Organization)
WHERE r.role <> 'depositary' AND r.role <> 'endorser'
RETURN a.id AS id, collect(DISTINCT p.id) AS parties
ORDER BY id
"""
_KINDS: Final = """
MATCH (a:Agreement)-[:CREATES]->(b:Obligation)
RETURN a.id AS id, collect(DISTINCT b.kind) AS kinds
ORDER BY id
"""
_CONTINUED: Final = """
MATCH (s:Country)-[:SUCCEEDS {kind: 'continues'}]->(p:Country)
RETURN s.id AS successor, p.id AS predecessor
ORDER BY successor, predecessor
"""


def link(store: "Store") -> "Report | None":
    """Make the graph hold the links that follow from its datasets; None where there is nothing to link."""
    from ...graph import writer

    if len(store.read(_DATASETS).rows) < 2 and not store.read(_LINKED).rows:
        return None
    found = links(instruments(store), known())
    return writer.load(store, DATASET, (_record(each) for each in found))


def instruments(store: "Store") -> list[Instrument]:
    """Every agreement, as it is compared."""
    before = {row["successor"]: row["predecessor"] for row in store.read(_CONTINUED)}
    parties = {
        row["id"]: frozenset(_first(before, each) for each in row["parties"]) for row in store.read(_PARTIES)
    }
    kinds = {row["id"]: frozenset(row["kinds"]) for row in store.read(_KINDS)}
    return [
        Instrument(
            row["id"],
            row["dataset"],
            bounds_of(row, "signed") or bounds_of(row, "since"),
            parties.get(row["id"], frozenset()),
            kinds.get(row["id"], frozenset()),
            tuple(row["coded"] or ()),
            tuple(row["sources"] or ()),
        )
        for row in store.read(_AGREEMENTS)
    ]


def _first(before: Mapping[str, str], id: str) -> str:
    """The first of the states that this one continues: Russia is the Soviet Union."""
    seen = {id}
    while (id_before := before.get(id)) and id_before not in seen:
        seen.add(id_before)
        id = id_before
    return id


def _record(found: Link) -> Record:
    """The link cites what both rest on."""
    sources = tuple(dict.fromkeys(found.one.sources + found.other.sources))
    ends = Ref("Agreement", found.one.id), Ref("Agreement", found.other.id)
    type = "SAME_AS" if found.sure else "MAY_BE_SAME_AS"
    said: dict[str, Any] = {"basis": found.basis, "reason": found.reason, "score": found.score}
    return Relationship(type, *ends, said, Provenance(DATASET, sources))
