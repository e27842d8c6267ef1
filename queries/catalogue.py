"""The stored queries: one `.cypher` file each, a header that declares it, then Cypher.

    // title: Members of an organization
    // subject: membership
    // answers: who belongs to it on a day, since when, and until when
    // param organization (organization): the body, such as NATO
    // param on (date, default today): the day
    // returns: country, since (date), until (date), sources
    MATCH …

`{certainly m}` and `{possibly m}` in the text become the two predicates on time, written once in
`graph/dates.py`. `{since m}` and `{until m}` become both bounds of a date, which a column declared
`(date)` shows as 2004-03-29, 2004-03 or 2004, and as `unknown` where nobody knows whether it ended.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from ..graph.dates import certainly, possibly
from ..graph.errors import BadInput
from ..graph.records import fold, nearest

TYPES: Final = {
    "date": "a day such as 2004-03-29",
    "party": "a country or organization, by id or in any usual spelling",
    "country": "a country, by id or in any usual spelling",
    "organization": "an organization, by id or in any usual spelling",
    "thing": "anything that the graph holds, by its id or its name",
    "kind": "a kind of obligation",
    "datasets": "names of loaded datasets",
    "text": "any text",
    "integer": "a whole number",
}
REQUIRED: Final = "required"


class HeaderError(Exception):
    """A query file breaks the grammar of its header: a mistake of ours, found by the tests."""


@dataclass(frozen=True, slots=True)
class Param:
    """A declared parameter; `default` is the text that stands for it, `any` for none, or REQUIRED."""

    name: str
    type: str
    default: str
    description: str

    @property
    def required(self) -> bool:
        return self.default == REQUIRED


@dataclass(frozen=True, slots=True)
class Query:
    """One stored query: `source` is the file, `text` its Cypher as written, `cypher` as it is run."""

    name: str
    title: str
    subject: str
    answers: str
    params: Sequence[Param]
    columns: Sequence[str]
    dates: frozenset[str]
    text: str
    source: str

    @property
    def cypher(self) -> str:
        return _expanded(self.text)

    def param(self, name: str) -> Param:
        """The declared parameter of that name, or what it may have been meant to be."""
        for each in self.params:
            if each.name == name:
                return each
        known = [each.name for each in self.params]
        near = nearest(name, known) or (f" It has {', '.join(known)}." if known else " It has none.")
        raise BadInput(f"query {self.name!r} has no parameter {name!r}.{near}")


_FIELD = re.compile(r"// (title|subject|answers|returns): (.+)")
_PARAM = re.compile(r"// param (\w+) \((\w+)(?:, default ([^)]+))?\): (.+)")
_COLUMN = re.compile(r"(\w+)(?: \((date)\))?")
_MACRO = re.compile(r"\{(certainly|possibly|since|until) (\w+)\}")


def parse(name: str, content: str) -> Query:
    """The query that a file declares.

    >>> parse("x", "// title: A\\n// subject: s\\n// answers: b\\n// returns: id\\nMATCH …").columns
    ('id',)
    """
    lines = content.splitlines()
    split = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    fields: dict[str, str] = {}
    params: list[Param] = []
    for number, line in enumerate(lines[:split], 1):
        if found := _FIELD.fullmatch(line):
            fields[found[1]] = found[2].strip()
        elif found := _PARAM.fullmatch(line):
            params.append(_param(f"{name}.cypher:{number}", *found.groups()))
        else:
            raise HeaderError(f"{name}.cypher:{number}: not a line of a header: {line!r}")
    for wanted in ("title", "subject", "answers", "returns"):
        if wanted not in fields:
            raise HeaderError(f"{name}.cypher: missing '// {wanted}: …'")
    columns = [_COLUMN.fullmatch(each.strip()) for each in fields["returns"].split(",")]
    found_columns = [each for each in columns if each is not None]
    if len(found_columns) != len(columns):
        raise HeaderError(f"{name}.cypher: cannot read its columns: {fields['returns']!r}")
    return Query(
        name,
        fields["title"],
        fields["subject"],
        fields["answers"],
        tuple(params),
        tuple(each[1] for each in found_columns),
        frozenset(each[1] for each in found_columns if each[2]),
        "\n".join(lines[split:]).strip() + "\n",
        content,
    )


def _param(place: str, name: str, type: str, default: str | None, description: str) -> Param:
    if type not in TYPES:
        raise HeaderError(f"{place}: unknown type {type!r}; expected one of {', '.join(TYPES)}")
    return Param(name, type, default or REQUIRED, description.strip())


def _expanded(text: str) -> str:
    def macro(found: re.Match[str]) -> str:
        word, variable = found.groups()
        if word == "certainly":
            return certainly(variable)
        if word == "possibly":
            return possibly(variable)
        if word == "since":
            return f"[{variable}.since, {variable}.since_latest]"
        return f"[{variable}.until, {variable}.until_latest, {variable}.until_known]"

    return _MACRO.sub(macro, text)


@cache
def names() -> tuple[str, ...]:
    """The names of all stored queries."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(file.name[: -len(".cypher")] for file in files if file.name.endswith(".cypher")))


@cache
def get(name: str) -> Query:
    """The stored query of that name."""
    if name not in names():
        raise BadInput(
            f"unknown query {name!r}.{nearest(name, names())} `foedera query list` shows them all."
        )
    file = resources.files(__package__).joinpath(f"{name}.cypher")
    return parse(name, file.read_text(encoding="utf-8"))


def search(words: str = "") -> list[Query]:
    """The stored queries in which all the words occur, by subject and name."""
    wanted = fold(words).split()
    found = [get(name) for name in names()]
    kept = [query for query in found if all(word in _haystack(query) for word in wanted)]
    return sorted(kept, key=lambda query: (query.subject, query.name))


def _haystack(query: Query) -> str:
    return fold(" ".join([query.name, query.title, query.subject, query.answers, *query.columns]))
