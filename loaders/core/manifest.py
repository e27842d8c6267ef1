"""The manifest: what the dataset is, how far it reaches, and where it is complete."""

import datetime
from collections.abc import Iterator

from ...graph.dates import Bounds, Span
from ...graph.records import Node, Provenance, Record
from ...graph.schema import PARTIES
from .citations import DATASET, provenance
from .document import Document
from .entries import Entry
from .facts import node


def manifest(document: Document) -> Iterator[Record]:
    """The dataset, and its scopes."""
    datasets = [_dataset(entry) for entry in document.manifests]
    for entry in document.manifests[1:]:
        entry.complain(f"section 'dataset' again, first at {datasets[0].place}; expected it once")
    yield from datasets[:1]
    reach = _reach(datasets[0]) if datasets else Span()
    for id, entry in document.entries["scopes"].items():
        yield _scope(str(id), entry, reach)


def _dataset(entry: Entry) -> Node:
    dataset = node(entry, "Dataset", DATASET, Provenance(DATASET))
    for key in ("covers_from", "covers_until"):
        if key not in dataset.properties:
            entry.complain(f"missing {key!r}; expected a day")
    entry.finish()
    return dataset


def _reach(dataset: Node) -> Span:
    """`covers_until` is the last day that the dataset speaks of; a span ends on the first day no longer."""
    first, last = dataset.properties.get("covers_from"), dataset.properties.get("covers_until")
    end = last and last + datetime.timedelta(1)
    return Span(Bounds(first, first) if first else None, Bounds(end, end) if end else None)


def _scope(id: str, entry: Entry, reach: Span) -> Node:
    """A scope; without `until` it runs as far as the dataset, which says nothing of what comes after."""
    cited, given = provenance(entry), entry.span()
    if given.since is None:
        entry.complain("missing 'since'; expected the first day for which the scope holds")
    if given.until and reach.until and given.until.latest > reach.until.latest:
        entry.complain(f"until {given.until} is past the dataset's last day; leave it out, or mend it")
    span = Span(given.since, given.until or reach.until)
    for key in ("parties", "counterparties"):
        for party in entry.listed(key):
            entry.index.ref(party, PARTIES)
    scope = node(entry, "Scope", f"{DATASET}/{id}", cited, **span.properties())
    entry.finish()
    return scope
