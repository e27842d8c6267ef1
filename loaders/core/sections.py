"""One function a section: its entries as records. Agreements have a module of their own."""

from collections.abc import Iterator

from ...graph.dates import Span
from ...graph.records import Provenance, Record, fold
from ...graph.schema import PARTIES
from .citations import DATASET, provenance
from .document import Document
from .entries import Entry
from .facts import links, node, ref, row
from .spans import day_after
from .yaml_file import Text


def sources(document: Document) -> Iterator[Record]:
    """Sources cite nothing themselves."""
    for id, entry in document.entries["sources"].items():
        yield node(entry, "Source", str(id), Provenance(DATASET))
        entry.finish()


def countries(document: Document) -> Iterator[Record]:
    for id, entry in document.entries["countries"].items():
        cited = provenance(entry)
        yield node(entry, "Country", str(id), cited, keys=keys(id, entry), **entry.span().properties())
        entry.finish()


def organizations(document: Document) -> Iterator[Record]:
    for id, entry in document.entries["organizations"].items():
        cited = provenance(entry)
        yield node(entry, "Organization", str(id), cited, keys=keys(id, entry), **entry.span().properties())
        entry.finish()


def areas(document: Document) -> Iterator[Record]:
    for id, entry in document.entries["areas"].items():
        area = node(entry, "Area", str(id), provenance(entry), keys=keys(id, entry))
        yield area
        yield from links("WITHIN", ((ref(area), other) for other in entry.refs("within", ["Area"])), area)
        entry.finish()


def memberships(document: Document) -> Iterator[Record]:
    """Memberships that follow from no agreement."""
    for entry in document.rows["memberships"]:
        ends = entry.ref("member", PARTIES), entry.ref("of", ["Organization"])
        cited, span = provenance(entry), entry.span()
        yield from row(entry, "MEMBER_OF", ends, cited, **span.properties())


def candidacies(document: Document) -> Iterator[Record]:
    """The stage tells one step of a candidacy from the next."""
    for entry in document.rows["candidacies"]:
        ends = entry.ref("country", ["Country"]), entry.ref("of", ["Organization"])
        cited, span, stage = provenance(entry), entry.span(), entry.table.get(Text("stage"), "")
        yield from row(entry, "CANDIDATE_OF", ends, cited, str(stage), **span.properties())


def events(document: Document) -> Iterator[Record]:
    for id, entry in document.entries["events"].items():
        event = node(entry, "Event", str(id), provenance(entry), **_event_span(entry).properties())
        yield event
        for part in entry.entries("took_part"):
            ends = part.ref("party", PARTIES), ref(event)
            yield from row(part, "TOOK_PART", ends, provenance(part, event.provenance))
        yield from links("ABOUT", ((ref(event), other) for other in entry.refs("about")), event)
        entry.finish()


def claims(document: Document) -> Iterator[Record]:
    """A claim's id begins with the source that makes it."""
    for id, entry in document.entries["claims"].items():
        source = id.partition("/")[0]
        if source not in entry.index.sources:
            entry.index.mistakes.add(
                id.place,
                f"claim {str(id)!r} of an unknown source {source!r}; expected <source>/<slug>",
                source,
                entry.index.sources,
            )
        claim = node(entry, "Claim", str(id), provenance(entry))
        yield claim
        yield from links("ABOUT", ((ref(claim), other) for other in entry.refs("about")), claim)
        entry.finish()


def keys(id: Text, entry: Entry) -> list[str]:
    """Everything that it may be looked up by, folded: names, codes, id."""
    table = entry.table
    single = [table.get(Text(key)) for key in ("name", "official_name", "iso2")]
    texts = [id, *single, *entry.listed("names")]
    return list(dict.fromkeys(fold(text) for text in texts if isinstance(text, Text)))


def _event_span(entry: Entry) -> Span:
    """An event of one day gives `since` alone; its end is the next day."""
    span = entry.span()
    if span.since is None:
        entry.complain("missing 'since'; expected the day on which it happened")
        return span
    return span if span.until or not span.until_known else Span(span.since, day_after(span.since))
