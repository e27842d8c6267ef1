"""The folder's files as one document: its sections, and the index of all that they define."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ...graph.dates import Date
from ...graph.errors import BadInput
from ...graph.parts import Instrument
from ..mistakes import Mistakes, Place
from .entries import Entry, mappings
from .index import Index
from .yaml_file import Rows, Table, Text, Value, describe, read

_SLUG = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")

MAPPINGS: Final[Mapping[str, tuple[str, re.Pattern[str], str]]] = {
    "sources": ("Source", _SLUG, "a slug such as nato-treaty-1949"),
    "countries": (
        "Country",
        re.compile(r"[A-Z]{3}|(cow|gw)-\d{1,3}"),
        "an ISO 3166 alpha-3 code such as EST, or cow-300 or gw-99",
    ),
    "organizations": (
        "Organization",
        re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"),
        "a short name such as NATO or arab-league",
    ),
    "areas": ("Area", _SLUG, "a slug such as north-atlantic-area"),
    "agreements": ("Agreement", _SLUG, "a slug such as north-atlantic-treaty"),
    "events": ("Event", _SLUG, "a slug such as bucharest-summit-2008"),
    "claims": ("Claim", re.compile(rf"{_SLUG.pattern}/{_SLUG.pattern}"), "<source>/<slug>"),
    "proposals": ("Proposal", _SLUG, "a slug such as helsinki-2022-letter"),
    "scopes": ("Scope", _SLUG, "a slug such as baltic-defence-before-nato"),
}
"""Sections of entries with ids: the label of what they define, and what an id looks like."""

ROWS: Final = ("memberships", "candidacies", "borders", "stations", "successions")
"""Sections that are lists."""

_UNINDEXED = ("Source", "Claim", "Scope")
"""Nothing points at these by an id of the common namespace."""


@dataclass
class Document:
    """All entries of the folder, by section, in the order of the files."""

    index: Index
    entries: dict[str, dict[Text, Entry]] = field(default_factory=lambda: {name: {} for name in MAPPINGS})
    rows: dict[str, list[Entry]] = field(default_factory=lambda: {name: [] for name in ROWS})
    manifests: list[Entry] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)
    """The agreements that were read, as obligations follow them."""

    def following(self, of: str) -> list[Instrument]:
        """What obligations that follow the agreement are to look at."""
        beside = self.index.beside
        return [*self.instruments, *(beside.instruments(of) if beside else ())]


def gather(folder: Path, mistakes: Mistakes, today: Date | None) -> Document:
    """Read every YAML file of the folder; a file that cannot be read stops here, with its mistakes."""
    tables = [read(path, mistakes) for path in sorted(folder.glob("*.yaml"))]
    if not tables:
        raise BadInput(f"no *.yaml file in {str(folder)!r}; expected the folder of the core dataset")
    mistakes.raise_any()
    document = assemble(tables, Index(mistakes, today))
    mistakes.raise_any()  # an id that is there twice would make others look unknown
    if not document.manifests and not mistakes.found:
        mistakes.add(Place("dataset.yaml", 1), "missing section 'dataset'; expected title, version, …")
    return document


def assemble(tables: Iterable[Table], index: Index, without: Collection[str] = ()) -> Document:
    """The sections of the files; those named in `without` are refused as unknown ones are."""
    document = Document(index)
    for table in tables:
        for key, value in table.items():
            _add(document, key, value, without)
    _index(document)
    return document


def _add(document: Document, key: Text, value: Value, without: Collection[str]) -> None:
    """One section of one file."""
    mistakes = document.index.mistakes
    wanted = {"dataset": Table} | dict.fromkeys(MAPPINGS, Table) | dict.fromkeys(ROWS, Rows)
    wanted = {name: type for name, type in wanted.items() if name not in without}
    if key not in wanted:
        known = ", ".join(wanted)
        mistakes.add(key.place, f"unknown section {str(key)!r}; expected one of {known}", key, wanted)
    elif not isinstance(value, wanted[key]):
        kind = "a list" if wanted[key] is Rows else "a mapping"
        mistakes.add(key.place, f"section {str(key)!r} is {describe(value)}; expected {kind}")
    elif isinstance(value, Table):
        _add_table(document, key, value)
    else:
        document.rows[key] += _row_entries(document.index, key, value)


def _add_table(document: Document, key: Text, value: Table) -> None:
    if key == "dataset":
        document.manifests.append(Entry(document.index, value, key.place))
        return
    section, (_, pattern, expected) = document.entries[key], MAPPINGS[key]
    for id, entry in mappings(document.index, value).items():
        if not pattern.fullmatch(id):
            document.index.mistakes.add(id.place, f"not an id: {str(id)!r}; expected {expected}")
        if id in section:
            first = section[id].place
            document.index.mistakes.add(
                id.place, f"id {str(id)!r} again in {key}, first at {first}; expected it once"
            )
        else:
            section[id] = entry


def _row_entries(index: Index, key: Text, value: Value) -> list[Entry]:
    holder = Table({key: value})
    holder.place = key.place
    return Entry(index, holder).entries(key)


def _index(document: Document) -> None:
    """Let every id be known before any record is made."""
    index = document.index
    beside = index.beside.sources if index.beside else ()
    index.sources = dict.fromkeys([*map(str, document.entries["sources"]), *beside])
    for section, (label, _, _) in MAPPINGS.items():
        if label not in _UNINDEXED:
            for id, entry in document.entries[section].items():
                index.define(label, id, entry.place, entry.table)
    for id, entry in document.entries["agreements"].items():
        obligations = entry.table.get(Text("obligations"))
        for key in obligations if isinstance(obligations, Table) else ():
            index.define("Obligation", f"{id}/{key}", key.place, Table())
