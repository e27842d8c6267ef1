"""The stored queries: ours, one `.cypher` file each beside this module, and the user's own folder.

`FOEDERA_QUERIES` names a folder of files in the same form (`header`). They are listed beside ours and
run through the guard that free Cypher passes: they can only read.
"""

import os
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from ..graph.errors import BadInput
from ..graph.records import fold, nearest
from .header import HeaderError, Query, parse

FOLDER: Final = "FOEDERA_QUERIES"
SUFFIX: Final = ".cypher"
_NAME = re.compile(r"\w[\w-]*")


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of the queries that come with Foedera."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(file.name.removesuffix(SUFFIX) for file in files if file.name.endswith(SUFFIX)))


@cache
def shipped(name: str) -> Query:
    """Of our own queries the one of that name: what a command rests on is not the user's to change."""
    return parse(name, resources.files(__package__).joinpath(name + SUFFIX).read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    """The names of all stored queries, ours and the user's."""
    return tuple(sorted({*shipped_names(), *_folder()[0]}))


def get(name: str) -> Query:
    """The stored query of that name.

    Raises:
        BadInput: there is none (with the nearest), or the user's file of that name cannot be taken.
    """
    if name not in shipped_names():
        own, wrong = _folder()
        if name in own:
            return _read(name, own[name])
        if wrong:
            raise BadInput(f"unknown query {name!r}, and of your own there is none: {wrong}")
        known = [*shipped_names(), *own]
        raise BadInput(f"unknown query {name!r}.{nearest(name, known)} `foedera query list` shows them all.")
    return shipped(name)


def search(words: str = "") -> list[Query]:
    """The stored queries in which all the words occur: ours by subject and name, then the user's.

    Files of the user's that cannot be taken are left out; `wrong` tells them.
    """
    own, _ = _taken()
    wanted = fold(words).split()
    found = [shipped(name) for name in shipped_names()] + own
    kept = [query for query in found if all(word in _haystack(query) for word in wanted)]
    return sorted(kept, key=lambda query: (query.own, query.subject, query.name))


def wrong() -> list[str]:
    """Why the user's folder, or files in it, cannot be taken; a line each."""
    return _taken()[1]


def _taken() -> tuple[list[Query], list[str]]:
    """The user's queries, and a line for each that cannot be taken."""
    files, reason = _folder()
    own, told = [], [reason] if reason else []
    for name, file in files.items():
        try:
            own.append(_read(name, file))
        except BadInput as error:
            told.append(str(error))
    return own, told


def _folder() -> tuple[Mapping[str, Path], str]:
    """The files of the user's folder by the names of their queries, or why it cannot be read."""
    named = os.environ.get(FOLDER, "")
    if not named:
        return {}, ""
    folder = Path(named).expanduser()
    try:
        files = sorted(file for file in folder.iterdir() if file.name.endswith(SUFFIX))
    except OSError as error:
        return {}, f"{FOLDER}: {folder}: {error.strerror}; expected a folder of .cypher files"
    return {file.name.removesuffix(SUFFIX): file for file in files}, ""


def _read(name: str, file: Path) -> Query:
    if not _NAME.fullmatch(name):
        raise BadInput(f"{file}: {name!r} is no name of a query; expected letters, digits, - and _")
    if name in shipped_names():
        raise BadInput(f"{file}: a query that comes with Foedera is called {name}; give yours another name")
    try:
        return parse(name, file.read_text(encoding="utf-8-sig"), str(file))
    except HeaderError as error:
        raise BadInput(str(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file}: {getattr(error, 'strerror', None) or 'not UTF-8 text'}") from None


def _haystack(query: Query) -> str:
    return fold(" ".join([query.name, query.title, query.subject, query.answers, *query.columns]))
