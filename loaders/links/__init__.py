"""Which agreements of the loaded datasets are the same instrument: docs/same-instrument.md.

The links are a dataset of their own, `links`, which nobody chooses: made anew after each load from what is there.
"""

from collections import defaultdict
from collections.abc import Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from ...graph.dates import Bounds
from ...graph.records import Provenance, Record, Ref, Relationship
from .known import known
from .matching import NAMED, Instrument, Link, links

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
WITH a, [each IN coalesce(a.coded, []) WHERE each STARTS WITH $named] AS named,
     CASE WHEN a.signed IS NULL THEN a.since ELSE a.signed END AS earliest,
     CASE WHEN a.signed IS NULL THEN a.since_latest ELSE a.signed_latest END AS latest
RETURN a.dataset AS dataset, collect([a.id, earliest, latest, named, a.sources]) AS held
ORDER BY dataset
"""
_PARTIES: Final = """
MATCH (a:Agreement)<-[r:PARTY_TO]-(p:Country|Organization)
WHERE r.role <> 'depositary' AND r.role <> 'endorser'
RETURN p.id AS value, collect(DISTINCT a.id) AS ids
ORDER BY value
"""
_KINDS: Final = """
MATCH (a:Agreement)-[:CREATES]->(b:Obligation)
RETURN b.kind AS value, collect(DISTINCT a.id) AS ids
ORDER BY value
"""
_CONTINUED: Final = """
MATCH (s:Country)-[:SUCCEEDS {kind: 'continues'}]->(p:Country)
RETURN s.id AS successor, p.id AS predecessor
ORDER BY successor, predecessor
"""


def link(store: "Store") -> "Report | None":
    """Make the graph hold the links that follow from its datasets; None where there is nothing to link.

    Then no dataset is marked any longer as one that is not linked yet.
    """
    from ...graph import writer

    report = None
    with store.writing():
        if len(store.read(_DATASETS).rows) > 1 or store.read(_LINKED).rows:
            found = links(instruments(store), known())
            report = writer.load(store, DATASET, (_record(each) for each in found))
        writer.linked(store)
    return report


def instruments(store: "Store") -> list[Instrument]:
    """Every agreement, as it is compared.

    Few records with long lists: the driver takes as long for a record as for twenty items of a list.
    """
    before = {row["successor"]: row["predecessor"] for row in store.read(_CONTINUED)}
    parties, kinds = _by_agreement(store, _PARTIES), _by_agreement(store, _KINDS)
    return [
        Instrument(
            id,
            row["dataset"],
            Bounds(earliest, latest or earliest) if earliest else None,
            frozenset(_first(before, each) for each in parties.get(id, ())),
            frozenset(kinds.get(id, ())),
            tuple(named),
            tuple(sources or ()),
        )
        for row in store.read(_AGREEMENTS, {"named": NAMED})
        for id, earliest, latest, named, sources in sorted(row["held"], key=itemgetter(0))
    ]


def _by_agreement(store: "Store", statement: str) -> Mapping[str, list[str]]:
    """The values that each agreement is listed under."""
    found = defaultdict(list)
    for row in store.read(statement):
        for id in row["ids"]:
            found[id].append(row["value"])
    return found


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
