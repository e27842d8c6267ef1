"""Who says so: the `sources` and `checked` of a fact."""

from ...graph.dates import Date
from ...graph.records import Provenance
from .entries import Entry
from .yaml_file import Text

DATASET = "core"


def provenance(entry: Entry, default: Provenance | None = None) -> Provenance:
    """The entry's own citations, or the default's where it has none; that there are none is a mistake.

    With the default's citations goes its check. An entry with its own keeps the default's check where it
    cites the document of that check: what one reading compared, it compared for each row.
    """
    own = citations(entry, "sources")
    checked, document = _checked(entry, "checked")
    sources = own or (default.sources if default else ())
    if not sources and not entry.table.get(Text("sources")) and not entry.index.beside:
        entry.complain("missing 'sources'; expected a list of source ids")
    known = all(source.partition("#")[0] in entry.index.sources for source in (*sources, document or ""))
    if document and known and not _cites(sources, document):
        entry.complain(f"checked with {document!r}, which it does not cite; expected one of its sources")
    if default and checked is None and (not own or _cites(own, default.checked_with)):
        checked, document = default.checked, default.checked_with
    return Provenance(DATASET, sources, checked, document)


def shared(entry: Entry) -> Provenance:
    """What an agreement gives for all its parties' rows at once: `parties_sources`, `parties_checked`."""
    return Provenance(DATASET, citations(entry, "parties_sources"), *_checked(entry, "parties_checked"))


def citations(entry: Entry, key: str) -> tuple[str, ...]:
    """`source-id` or `source-id#locator`, each with a source that is defined."""
    found = entry.texts(key)
    for citation in found:
        source, mark, locator = citation.partition("#")
        _known(entry, source, citation)
        if mark and not locator.strip():
            entry.complain(
                f"no locator after '#' in {str(citation)!r}; expected one, or the source alone", citation
            )
        elif "#" in locator or locator != locator.strip():
            entry.complain(
                f"locator {locator!r}; expected an article, a page or the like, without another '#' and spaces"
                " around it",
                citation,
            )
    return tuple(str(citation) for citation in dict.fromkeys(found))


def _cites(sources: tuple[str, ...], document: str | None) -> bool:
    return any(source.partition("#")[0] == document for source in sources)


def _known(entry: Entry, source: str, place: Text) -> None:
    sources = entry.index.sources
    if source not in sources:
        entry.index.mistakes.add(
            place.place, f"unknown source {source!r}; expected the id of a source", source, sources
        )


def _checked(entry: Entry, key: str) -> tuple[Date | None, str | None]:
    """The day of the comparison and the document, where both are there."""
    given = entry.entry(key)
    if given is None:
        return None, None
    bounds, document = given.date("on"), given.text("with")
    given.finish()
    if document is not None:
        _known(entry, document, document)
    if bounds is None or document is None:
        given.complain(f"{key} is incomplete; expected {{on: a day, with: a source id}}")
        return None, None
    if bounds.earliest != bounds.latest:
        given.complain(f"{key} on {str(bounds)!r}; expected a single day such as 2004-03-29")
    if entry.index.today and bounds.latest > entry.index.today:
        given.complain(f"{key} on {bounds}, which is still to come; expected a day up to {entry.index.today}")
    return bounds.earliest, str(document)
