"""What may come next in a command of the shell."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.graph.errors import BadInput
from foedera.graph.vocabulary import KINDS
from foedera.queries import catalogue

from ..output import Format
from .commands import COMMANDS
from .words import Fitting, Known, Word, of_parties

_OF_PARTIES = ("party", "country", "organization", "thing")


def of_command(text: str, known: Known) -> Fitting:
    """The names of commands, then what each of them takes."""
    name, space, rest = text[1:].partition(" ")
    if not space:
        return _fitting(name, (Word(each, command.help) for each, command in COMMANDS.items()))
    word = rest.rpartition(" ")[2]
    if name == "run":
        return _of_run(rest, word, known)
    if name in ("param", "params"):
        return _fitting(word, map(Word, [*known.params(), "clear"])) if word == rest else Fitting(0, ())
    listed: dict[str, Iterable[str]] = {"format": list(Format), "help": COMMANDS, "on": ["today"]}
    return _fitting(word, map(Word, listed.get(name, ())))


def _of_run(rest: str, word: str, known: Known) -> Fitting:
    """A stored query, then its parameters, then their values."""
    if word == rest:
        return _fitting(word, (Word(each.name, each.title) for each in catalogue.search()))
    try:
        params = catalogue.get(rest.split()[0]).params
    except BadInput:
        return Fitting(0, ())
    name, equals, begun = word.partition("=")
    if not equals:
        return _fitting(word, (Word(f"{each.name}=", each.description) for each in params))
    type = next((each.type for each in params if each.name == name), "")
    if type in _OF_PARTIES:
        fitting = of_parties(begun.lstrip("'\""), known.parties(), ids=True)
        return Fitting(len(begun), fitting)
    return _fitting(begun, (Word(kind, about) for kind, about in KINDS.items()) if type == "kind" else ())


def _fitting(start: str, words: Iterable[Word]) -> Fitting:
    return Fitting(len(start), [word for word in words if word.text.startswith(start) and word.text != start])
