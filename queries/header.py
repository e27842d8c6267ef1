"""What a query file declares: a header, then Cypher.

    // title: Members of an organization
    // subject: membership
    // answers: who belongs to it on a day, since when, and until when
    // param organization (organization): the body, such as NATO
    // param on (date, default today): the day
    // returns: country, since (date), until (date), sources
    MATCH …

A line `// caveat: …` more says what its answer may lack, whatever it holds: it is told with every answer;
`// caveat core: …` with those for which that dataset is asked.

`{certainly m}` and `{possibly m}` in the text become the two predicates on time, written once in
`graph/dates.py`; `{running m}` the second without regard to a suspension. `{since m}` and `{until m}` become both bounds of a date, which a column declared
`(date)` shows as 2004-03-29, 2004-03 or 2004, and as `unknown` where nobody knows whether it ended.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..graph.dates import certainly, possibly, running
from ..graph.errors import BadInput
from ..graph.records import nearest

TYPES: Final = {
    "date": "a day such as 2004-03-29",
    "party": "a country or organization, by id or in any usual spelling",
    "country": "a country, by id or in any usual spelling",
    "organization": "an organization, by id or in any usual spelling",
    "agreement": "an agreement, by its id or title",
    "agreements": "agreements by their ids or titles, with commas",
    "obligation": "an obligation, by its id",
    "area": "an area, by its id or name",
    "event": "an event, by its id or name",
    "proposal": "a proposal, by its id or title",
    "source": "a source, by its id or title",
    "thing": "anything that the graph holds, by its id or its name",
    "kind": "a kind of obligation",
    "datasets": "names of loaded datasets",
    "text": "any text",
    "integer": "a whole number",
}
REQUIRED: Final = "required"


class HeaderError(Exception):
    """A query file breaks the grammar of its header: file and line, and what was expected."""


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
    """One stored query: `source` is the file, `text` its Cypher as written, `cypher` as it is run.

    `place` is the file's path where the query is the user's own, and empty where it is one of ours.
    """

    name: str
    title: str
    subject: str
    answers: str
    params: Sequence[Param]
    columns: Sequence[str]
    dates: frozenset[str]
    text: str
    source: str
    place: str = ""
    caveats: Mapping[str, str] = field(default_factory=dict)
    """What its answer may lack, by the dataset of which that is so; under no name whatever is asked."""

    @property
    def cypher(self) -> str:
        return _expanded(self.text)

    @property
    def own(self) -> bool:
        """Whether it is the user's: then it is run through the guard, as free Cypher is."""
        return bool(self.place)

    def param(self, name: str) -> Param:
        """The declared parameter of that name, or what it may have been meant to be."""
        for each in self.params:
            if each.name == name:
                return each
        known = [each.name for each in self.params]
        near = nearest(name, known) or (f" It has {', '.join(known)}." if known else " It has none.")
        raise BadInput(f"query {self.name!r} has no parameter {name!r}.{near}")


_FIELD = re.compile(r"// (title|subject|answers|caveat(?: [\w-]+)?|returns): (.*\S)\s*")
_CAVEAT: Final = "caveat"
_PARAM = re.compile(r"// param (\w+) \((\w+)(?:, default ([^)]+))?\): (.*\S)\s*")
_COLUMN = re.compile(r"(\w+)(?: \((\w+)\))?")
_MACRO = re.compile(r"\{(certainly|possibly|running|since|until) (\w+)\}")
_USED = re.compile(r"\$(\w+)")
_NO_CODE = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|/\*.*?\*/|//[^\n]*""", re.DOTALL)
_EXPECTED = "expected '// title: …', subject, answers, returns, or '// param NAME (TYPE, default VALUE): …'"


def parse(name: str, content: str, place: str = "") -> Query:
    """The query that a file declares.

    Raises:
        HeaderError: with the file (`place`, or the name), the line, and what was expected there.

    >>> parse("x", "// title: A\\n// subject: s\\n// answers: b\\n// returns: id\\nMATCH …").columns
    ('id',)
    """
    file = place or f"{name}.cypher"
    lines = content.splitlines()
    split = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    fields: dict[str, tuple[int, str]] = {}
    params: list[Param] = []
    for number, line in enumerate(lines[:split], 1):
        at = f"{file}:{number}"
        if found := _PARAM.fullmatch(line):
            params.append(_param(at, *found.groups()))
            if [each.name for each in params].count(params[-1].name) > 1:
                raise HeaderError(f"{at}: parameter {params[-1].name} is declared twice")
        elif found := _FIELD.fullmatch(line):
            if found[1] in fields:
                raise HeaderError(
                    f"{at}: a second '// {found[1]}: …'; the first is in line {fields[found[1]][0]}"
                )
            fields[found[1]] = number, found[2]
        else:
            raise HeaderError(f"{at}: not a line of a header: {line!r}; {_EXPECTED}")
    for wanted in ("title", "subject", "answers", "returns"):
        if wanted not in fields:
            raise HeaderError(f"{file}:{split + 1}: missing '// {wanted}: …' above the Cypher")
    text = "\n".join(lines[split:]).strip()
    if not text:
        raise HeaderError(f"{file}:{len(lines) + 1}: no Cypher below the header")
    _all_declared(file, lines, split, params)
    columns = list(_columns(f"{file}:{fields['returns'][0]}", fields["returns"][1]))
    return Query(
        name,
        title=fields["title"][1],
        subject=fields["subject"][1],
        answers=fields["answers"][1],
        params=tuple(params),
        columns=tuple(column for column, _ in columns),
        dates=frozenset(column for column, type in columns if type),
        text=text + "\n",
        source=content,
        place=place,
        caveats={
            name.removeprefix(_CAVEAT).strip(): said
            for name, (_, said) in fields.items()
            if name.startswith(_CAVEAT)
        },
    )


def _param(at: str, name: str, type: str, default: str | None, description: str) -> Param:
    if type not in TYPES:
        near = nearest(type, TYPES)
        raise HeaderError(f"{at}: unknown type {type!r}; expected one of {', '.join(TYPES)}.{near}")
    return Param(name, type, default or REQUIRED, description)


def _columns(at: str, listed: str) -> Iterable[tuple[str, str | None]]:
    seen = set()
    for each in listed.split(","):
        found = _COLUMN.fullmatch(each.strip())
        if found is None or found[2] not in (None, "date"):
            raise HeaderError(f"{at}: cannot read the column {each.strip()!r}; expected NAME or NAME (date)")
        if found[1] in seen:
            raise HeaderError(f"{at}: column {found[1]} is declared twice")
        seen.add(found[1])
        yield found[1], found[2]


def _all_declared(file: str, lines: Sequence[str], split: int, params: Sequence[Param]) -> None:
    """Each parameter that the Cypher uses has its line; $on and $datasets too."""
    declared = {param.name for param in params}
    code = _NO_CODE.sub(lambda found: "\n" * found[0].count("\n"), "\n".join(lines[split:]))
    for number, line in enumerate(code.splitlines(), split + 1):
        for name in _USED.findall(_expanded(line)):
            if name not in declared:
                raise HeaderError(
                    f"{file}:{number}: ${name} is not declared; expected a line '// param {name} (TYPE): …'"
                )


def _expanded(text: str) -> str:
    def macro(found: re.Match[str]) -> str:
        word, variable = found.groups()
        if word == "certainly":
            return certainly(variable)
        if word == "possibly":
            return possibly(variable)
        if word == "running":
            return running(variable)
        if word == "since":
            return f"[{variable}.since, {variable}.since_latest]"
        return f"[{variable}.until, {variable}.until_latest, {variable}.until_known]"

    return _MACRO.sub(macro, text)
