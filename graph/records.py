"""A fact on its way into the graph: a node or a relationship, checked against the declaration."""

import datetime
import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NamedTuple

from .properties import Properties, Property
from .schema import NODES, RELATIONSHIPS


class Ref(NamedTuple):
    """One end of a relationship."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who says so: the owning dataset, the citations, and the comparison with a document, if any."""

    dataset: str
    sources: tuple[str, ...] = ()
    checked: datetime.date | None = None
    checked_with: str | None = None

    def along_with(self, other: "Provenance") -> "Provenance":
        """What rests on both grounds; it is checked only where both are."""
        sources = tuple(dict.fromkeys(self.sources + other.sources))
        checked = min(self.checked, other.checked) if self.checked and other.checked else None
        return Provenance(self.dataset, sources, checked, self.checked_with if checked else None)


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `place` is where it was read, for messages."""

    label: str
    id: str
    properties: Mapping[str, Any]
    provenance: Provenance
    place: str = ""

    @property
    def type(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship; its id is made of stable fields only, never of a date (see `relationship_id`)."""

    type: str
    start: Ref
    end: Ref
    properties: Mapping[str, Any]
    provenance: Provenance
    spell: str = ""
    place: str = ""

    @property
    def id(self) -> str:
        return relationship_id(self.provenance.dataset, self.type, self.start.id, self.end.id, self.spell)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not written, where it was read, and why; `known` where its dataset is known to be wrong there."""

    id: str
    place: str
    reason: str
    known: bool = False

    def __str__(self) -> str:
        return f"{self.place or self.id}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Partial:
    """What is said of a file that holds a part of its dataset alone; nothing that it holds is left out."""

    place: str
    text: str
    of: str
    """What it is a part of: `ATOP 5.1 (366 of 789 alliances)`."""

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


Record = Node | Relationship
Found = Record | Refusal | Partial
"""What a reader gives."""


def relationship_id(dataset: str, type: str, start: str, end: str, spell: str = "") -> str:
    """`core:MEMBER_OF:EGY:arab-league:2`: the spell or stage that the source names tells returns apart.

    >>> relationship_id("core", "MEMBER_OF", "EGY", "arab-league", "2")
    'core:MEMBER_OF:EGY:arab-league:2'
    """
    return ":".join(part for part in (dataset, type, start, end, spell) if part)


def stored(record: Record) -> dict[str, Any]:
    """The record's properties as the graph holds them, with provenance and digest."""
    found = {name: value for name, value in record.properties.items() if value not in (None, [], ())}
    provenance = record.provenance
    found |= {"id": record.id, "dataset": provenance.dataset, "sources": list(provenance.sources)}
    if provenance.checked:
        found |= {"checked": provenance.checked, "checked_with": provenance.checked_with}
    found["digest"] = _digest(found)
    return found


def _digest(properties: Mapping[str, Any]) -> str:
    text = json.dumps(properties, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def fold(name: str) -> str:
    """A name without case, accents and punctuation, so that usual spellings meet.

    >>> fold("Türkiye"), fold("Côte d’Ivoire"), fold("  Korea, South ")
    ('turkiye', 'cote divoire', 'korea south')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.casefold().replace("'", "").replace("’", "").replace("ı", "i").replace("&", " and ")
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def enumerated(words: Sequence[str], last: str = "and") -> str:
    """The words as a sentence lists them.

    >>> enumerated(["France"]), enumerated(["France", "Italy", "Spain"]), enumerated(["one", "two"], "or")
    ('France', 'France, Italy and Spain', 'one or two')
    """
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def nearest(name: str, known: Iterable[str]) -> str:
    """` Did you mean X, Y?`, or nothing where no known name is near."""
    by_fold = {fold(other): other for other in known}
    near = get_close_matches(fold(name), by_fold, n=3, cutoff=0.6)
    return f" Did you mean {', '.join(by_fold[each] for each in near)}?" if near else ""


def a(label: str) -> str:
    """`an agreement`, `a country`."""
    return f"{'an' if label[0] in 'AEO' else 'a'} {label.lower()}"


def problems(record: Record) -> Iterator[str]:
    """What is wrong with the record, one line each; nothing where it fits the declaration."""
    if isinstance(record, Node):
        node_type = NODES.get(record.label)
        if node_type is None:
            yield f"unknown label {record.label!r}.{nearest(record.label, NODES)}"
            return
        declared = node_type.properties
    else:
        relationship_type = RELATIONSHIPS.get(record.type)
        if relationship_type is None:
            yield f"unknown relationship type {record.type!r}.{nearest(record.type, RELATIONSHIPS)}"
            return
        declared = relationship_type.properties
        if (record.start.label, record.end.label) not in relationship_type.ends:
            yield f"{record.type} does not join {record.start.label} with {record.end.label}"
    yield from property_problems(declared, record.properties)


def property_problems(declared: Properties, given: Mapping[str, Any]) -> Iterator[str]:
    """Unknown, missing and ill-typed properties, each in one line."""
    for name, value in given.items():
        if name not in declared:
            yield f"unknown property {name!r}.{nearest(name, declared)}"
        elif value is not None:
            yield from _value_problems(name, declared[name], value)
    for name, wanted in declared.items():
        if wanted.required and given.get(name) is None:
            yield f"missing {name!r}; expected {wanted.description}"


_PYTHON: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "float": (int, float),
    "boolean": (bool,),
    "date": (datetime.date,),
}


def _value_problems(name: str, wanted: Property, value: object) -> Iterator[str]:
    if wanted.type == "strings":
        fits = isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    else:
        fits = isinstance(value, _PYTHON[wanted.type])
        fits = fits and (isinstance(value, bool) == (wanted.type == "boolean"))
    if not fits:
        yield f"{name} is {value!r}; expected {_EXPECTED[wanted.type]}"
    elif wanted.terms is not None:
        for each in value if isinstance(value, list | tuple) else [value]:
            if each not in wanted.terms:
                near = nearest(str(each), wanted.terms)
                yield f"{name} is {each!r}; expected one of {', '.join(wanted.terms)}.{near}"


_EXPECTED = {
    "string": "text",
    "strings": "a list of texts",
    "integer": "a whole number",
    "float": "a number",
    "boolean": "true or false",
    "date": "a date such as 2004-03-29",
}
