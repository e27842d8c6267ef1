"""What is not so but would be: proposals, their drafts, and files of facts for what-if."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

from ...graph.changes import VERBS, change
from ...graph.dates import Bounds, Date
from ...graph.errors import BadInput
from ...graph.records import Record
from ...graph.schema import PARTIES
from ..mistakes import Mistakes
from . import context, sections
from .agreements import agreements
from .checks import check
from .citations import provenance
from .document import Document, assemble
from .entries import Entry
from .facts import links, node, ref, row
from .index import ANYTHING, Beside, Index
from .yaml_file import Table, Text, describe, read, read_text

FACTS: Final = (
    sections.sources,
    sections.countries,
    sections.organizations,
    sections.areas,
    agreements,
    sections.memberships,
    sections.candidacies,
    context.borders,
    context.stations,
    context.successions,
    sections.events,
)
"""The sections that hold facts, in the order in which they are read."""

NO_DRAFT: Final = ("dataset", "scopes", "claims", "proposals")
"""Sections that a draft has no use for."""

_NO_SCENARIO: Final = ("dataset", "scopes", "claims")


def proposals(document: Document) -> Iterator[Record]:
    """Who proposed what; what would follow is told in terms and a draft, which nothing else reads as facts."""
    for id, entry in document.entries["proposals"].items():
        for key in ("would", "might"):
            _check_terms(entry, key)
        proposal = node(entry, "Proposal", str(id), provenance(entry), **_draft(document, entry))
        yield proposal
        yield from links("PROPOSED", ((by, ref(proposal)) for by in entry.refs("by", PARTIES)), proposal)
        for concern in entry.entries("concerns", "what"):
            ends = ref(proposal), concern.ref("what", ANYTHING)
            yield from row(concern, "CONCERNS", ends, provenance(concern, proposal.provenance))
        entry.finish()


def _check_terms(entry: Entry, key: str) -> None:
    """Each a known verb, and ids of what it may name."""
    for term in entry.listed(key):
        try:
            found = change(term)
        except BadInput as error:
            entry.complain(f"{key}: {error}", term)
            continue
        for id, labels in zip(found.ids, VERBS[found.verb], strict=True):
            named = Text(id)
            named.place = term.place
            entry.index.ref(named, labels)


def _draft(document: Document, entry: Entry) -> dict[str, Any]:
    """The draft, read as facts for its mistakes alone, and kept as it is written."""
    value = entry.take("draft")
    if value is None:
        return {}
    if not isinstance(value, Table):
        entry.complain(f"draft is {describe(value)}; expected a mapping of sections", value)
        return {}
    index = document.index
    begins = _day(entry)
    beside = Beside(index.known(), index.sources, lambda of: document.instruments, begins)
    _read([value], index.mistakes, beside, NO_DRAFT)
    return {"draft": json.dumps(value, ensure_ascii=False)}


def _day(entry: Entry) -> Bounds:
    """From when a draft would hold, for its check: the proposal's day."""
    bounds = Entry(entry.index, Table(entry.table), entry.place).date("on")
    if bounds is None:
        entry.complain("a draft without 'on'; expected the day of the proposal")
    return bounds or Bounds(Date.min, Date.max)


def draft(text: str, beside: Beside) -> list[Record]:
    """The facts of a stored draft."""
    mistakes = Mistakes()
    found = _read([read_text(text, "draft", mistakes)], mistakes, beside, NO_DRAFT)
    mistakes.raise_any()
    return found


def facts(path: Path, beside: Beside) -> list[Record]:
    """The facts of a file in core's format, which may name what `beside` holds; with `proposals`, their terms.

    Raises:
        BadInput: there is no such file, or a line for each mistake, with file and line.
    """
    mistakes = Mistakes()
    table = read(path, mistakes)
    mistakes.raise_any()
    found = _read([table], mistakes, beside, _NO_SCENARIO)
    mistakes.raise_any()
    return found


def _read(
    tables: Iterable[Table], mistakes: Mistakes, beside: Beside, without: tuple[str, ...]
) -> list[Record]:
    document = assemble(tables, Index(mistakes, beside=beside), without)
    found = list(chain.from_iterable(section(document) for section in (*FACTS, proposals)))
    check(found, mistakes)
    return found
