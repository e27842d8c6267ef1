"""What may come next where the cursor stands: pure, so that it is tested without a terminal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from foedera.graph.properties import PROVENANCE, Properties
from foedera.graph.records import fold
from foedera.graph.schema import NODES, RELATIONSHIPS

from .cypher import FUNCTIONS, KEYWORDS
from .place import Place, place

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    """One that fits: what is put in, and what is said of it."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Fitting:
    """The words that fit, in place of so many characters before the cursor."""

    replaced: int
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class Known:
    """What only the session knows: countries and organizations (id, name, keys), and the parameters that are set."""

    parties: Callable[[], Sequence[Row]]
    params: Callable[[], Collection[str]]


def fitting(text: str, known: Known) -> Fitting:
    """The words that fit behind a text."""
    if text.lstrip().startswith(":"):
        from .command_words import of_command

        return of_command(text.lstrip(), known)
    here = place(text)
    if here.quote:
        return Fitting(len(here.word), _values(here, known))
    return Fitting(len(here.word), list(_starting(here.word, _names(here, known))))


def of_parties(start: str, parties: Iterable[Row], *, ids: bool) -> list[Word]:
    """Countries and organizations by any of their names and codes; those that begin so come first."""
    wanted = fold(start)
    first: list[Word] = []
    then: list[Word] = []
    for row in parties:
        keys = [fold(row["name"]), fold(row["id"]), *row["keys"]]
        if any(f" {wanted}" in f" {key}" for key in keys):
            word = Word(row["id"], row["name"]) if ids else Word(row["name"], row["id"])
            (first if any(key.startswith(wanted) for key in keys) else then).append(word)
    return first + then


def _names(here: Place, known: Known) -> Iterator[Word]:
    if here.what == "parameter":
        set_ = known.params()
        yield from (Word(name, "set" if name in set_ else "") for name in sorted({*set_, "on", "datasets"}))
    elif here.what == "label":
        yield from (Word(label, node.description) for label, node in NODES.items())
    elif here.what == "type":
        yield from (Word(type, found.description) for type, found in RELATIONSHIPS.items())
    elif here.what == "property":
        properties = _properties(here.of)
        yield from (Word(name, properties[name].description) for name in properties)
    elif here.what == "any":
        yield from (Word(name, "variable") for name in here.bound)
        yield from (Word(keyword) for keyword in KEYWORDS)
        yield from (Word(f"{function}(", "function") for function in FUNCTIONS)


def _starting(start: str, words: Iterable[Word]) -> Iterator[Word]:
    return (word for word in words if word.text.lower().startswith(start.lower()) and word.text != start)


def _properties(of: Collection[str]) -> Properties:
    """Those of the labels and types; of all where they are not known."""
    return dict(chain.from_iterable(each.items() for each in [*_declared(of), PROVENANCE]))


def _declared(of: Collection[str]) -> list[Properties]:
    declared = {label: node.properties for label, node in NODES.items()}
    declared |= {type: found.properties for type, found in RELATIONSHIPS.items()}
    return [declared[name] for name in of if name in declared] or list(declared.values())


def _values(here: Place, known: Known) -> list[Word]:
    """Inside quotes: the terms of a property that has such, else names, or where an id is asked for, ids."""
    terms = _terms(here)
    if terms:
        found = [Word(term, about) for term, about in terms.items() if term.startswith(here.word)]
    else:
        found = of_parties(here.word, known.parties(), ids=here.of_value == "id")
    mark = here.quote
    return [Word(word.text.replace(mark, f"\\{mark}"), word.about) for word in found]


def _terms(here: Place) -> Mapping[str, str]:
    """The terms that the property may hold, whose value is begun."""
    found: dict[str, str] = {}
    for properties in _declared(here.of):
        if here.of_value in properties:
            found |= properties[here.of_value].terms or {}
    return found
