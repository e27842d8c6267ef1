"""Parameters as text, made into the values that a query is run with.

A stored query declares its types. Free Cypher declares nothing: there a value is read as a YAML scalar
would be, since a date that stays text compares with no date, on either engine, without an error.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from ..graph.dates import Date, day
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Store
from ..graph.vocabulary import KINDS
from .context import Context
from .header import Param, Query

ANY: Final = "any"
TODAY: Final = "today"


def bind(store: Store, ctx: Context, query: Query, given: Mapping[str, str]) -> dict[str, Any]:
    """The values of all the parameters that the query declares.

    `on` and `datasets` come from the context, the others from what was given, or are the defaults. A query
    without a day is of all times, and asks the datasets that do not reach the day too.

    Raises:
        BadInput: a parameter is unknown, missing or not of its type.
    """
    for name in given:
        query.param(name)
    values: dict[str, Any] = {}
    dated = any(param.name == "on" for param in query.params)
    own = ctx.params if dated else {**ctx.params, "datasets": ctx.asked}
    for param in query.params:
        if param.name in own and param.name not in given:
            values[param.name] = own[param.name]
            continue
        text = given.get(param.name, None if param.required else param.default)
        if text is None:
            raise BadInput(
                f"query {query.name!r} needs {param.name}, {param.description}; give the parameter {param.name}=…"
            )
        if (param.type, text) == ("date", TODAY):
            values[param.name] = ctx.as_of
        else:
            values[param.name] = (
                None if text == ANY and not param.required else typed(store, param, text, ctx.as_of)
            )
    return values


def typed(store: Store, param: Param, text: str, on: Date | None = None) -> Any:
    """The value that a text stands for under the parameter's declared type; names are those of the day."""
    try:
        return _TYPED[param.type](store, text, on)
    except BadInput as error:
        raise BadInput(f"parameter {param.name}: {error}") from None


def _party(store: Store, text: str, on: Date | None) -> str:
    from .names import party

    return party(store, text, on).id


def _country(store: Store, text: str, on: Date | None) -> str:
    return _of_label(store, text, on, "Country", "a country")


def _organization(store: Store, text: str, on: Date | None) -> str:
    return _of_label(store, text, on, "Organization", "an organization")


def _of_label(store: Store, text: str, on: Date | None, label: str, wanted: str) -> str:
    from .names import party

    found = party(store, text, on)
    if found.label != label:
        other = "an organization" if label == "Country" else "a country"
        raise BadInput(f"{found.name} is {other}; expected {wanted}")
    return found.id


def _thing(store: Store, text: str, on: Date | None) -> str:
    from .things import find

    return find(store, text, on).id


def _only(label: str) -> Callable[[Store, str, Date | None], str]:
    """Things of one label."""

    def typed(store: Store, text: str, on: Date | None) -> str:
        from .things import find

        found = find(store, text, on, (label,))
        if found.label != label:
            raise BadInput(f"{found.name} is {article(found.label)}; expected {article(label)}")
        return found.id

    return typed


def article(label: str) -> str:
    """`Agreement` is an agreement.

    >>> article("Agreement"), article("Source")
    ('an agreement', 'a source')
    """
    return f"{'an' if label[0] in 'AEIO' else 'a'} {label.lower()}"


def _agreements(store: Store, text: str, on: Date | None) -> list[str]:
    """The whole text may be one title, which may hold a comma."""
    one = _only("Agreement")
    if "," in text:
        try:
            return [one(store, text, on)]
        except BadInput:
            return list(dict.fromkeys(one(store, each, on) for each in text.split(",")))
    return [one(store, text, on)]


def _kind(_store: Store, text: str, _on: Date | None) -> str:
    if text not in KINDS:
        near = nearest(text, KINDS) or f" Expected one of {', '.join(KINDS)}."
        raise BadInput(f"unknown kind {text!r}.{near}")
    return text


def _integer(_store: Store, text: str, _on: Date | None) -> int:
    try:
        return int(text)
    except ValueError:
        raise BadInput(f"not a whole number: {text!r}; expected one such as 3") from None


_TYPED: Final[Mapping[str, Callable[[Store, str, Date | None], Any]]] = {
    "date": lambda _store, text, _on: day(text),
    "party": _party,
    "country": _country,
    "organization": _organization,
    "agreement": _only("Agreement"),
    "agreements": _agreements,
    "obligation": _only("Obligation"),
    "area": _only("Area"),
    "event": _only("Event"),
    "proposal": _only("Proposal"),
    "source": _only("Source"),
    "thing": _thing,
    "kind": _kind,
    "datasets": lambda _store, text, _on: [name.strip() for name in text.split(",")],
    "text": lambda _store, text, _on: text,
    "integer": _integer,
}


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INTEGER = re.compile(r"[-+]?(0|[1-9]\d*)")
_NUMBER = re.compile(r"[-+]?(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][-+]?\d+)?")
_WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}
_FORCED: Final = ("string", "integer", "number", "date", "boolean")


def scalar(text: str) -> Any:
    """What a YAML scalar of that text is; quotes make it text.

    >>> scalar("2024-01-01"), scalar("3"), scalar("0.5"), scalar("yes"), scalar("'3'"), scalar("007")
    (datetime.date(2024, 1, 1), 3, 0.5, 'yes', '3', '007')
    >>> scalar("[NATO, EU]"), scalar("null"), scalar("true")
    (['NATO', 'EU'], None, True)
    """
    plain = text.strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "'\"":
        return plain[1:-1]
    if plain.startswith("[") and plain.endswith("]"):
        inside = plain[1:-1].strip()
        return [scalar(part.strip()) for part in inside.split(",")] if inside else []
    if plain.lower() in _WORDS:
        return _WORDS[plain.lower()]
    if _DATE.fullmatch(plain):
        return day(plain)
    if _INTEGER.fullmatch(plain):
        return int(plain)
    return float(plain) if _NUMBER.fullmatch(plain) else text


def pairs(given: Iterable[str]) -> dict[str, str]:
    """`name=value` texts by name; the type that a name may carry (`name:string`) stays with the name.

    Raises:
        BadInput: there is no `=`, no name, or the same name twice.
    """
    found: dict[str, str] = {}
    for each in given:
        name, equals, value = each.partition("=")
        name = name.strip()
        if not equals or not name:
            raise BadInput(f"not a parameter: {each!r}; expected name=value, such as on=2024-01-01")
        if name in found:
            raise BadInput(f"parameter {name!r} is given twice")
        found[name] = value
    return found


def free(given: Iterable[str]) -> dict[str, Any]:
    """Parameters of free Cypher: `on=2024-01-01` is a date, `n=3` a number, `name:string=3` is text."""
    values: dict[str, Any] = {}
    for name, text in pairs(given).items():
        plain, _, type = name.partition(":")
        if not type:
            _check_yaml(plain, text)
        values[plain] = _forced(plain, type, text) if type else scalar(text)
    return values


def _check_yaml(name: str, text: str) -> None:
    """A list or a quotation that does not end is a slip of the pen, and no text."""
    value = text.strip()
    first, last = value[:1], value[-1:] if len(value) > 1 else ""
    ends = {"[": "]", "{": "}", "'": "'", '"': '"'}
    if first in ends and last != ends[first]:
        raise BadInput(
            f"parameter {name}: {value!r} begins with {first} and does not end with {ends[first]};"
            f" expected such as [1, 2] or 'text', or {name}:string=… for text as it is"
        )


def _forced(name: str, type: str, text: str) -> Any:
    if type not in _FORCED:
        raise BadInput(f"parameter {name}: unknown type {type!r}; expected one of {', '.join(_FORCED)}")
    if type == "string":
        return text
    value = scalar(text)
    fits = {
        "integer": isinstance(value, int) and not isinstance(value, bool),
        "number": isinstance(value, int | float) and not isinstance(value, bool),
        "date": hasattr(value, "isoformat"),
        "boolean": isinstance(value, bool),
    }
    if not fits[type]:
        article = "an" if type == "integer" else "a"
        raise BadInput(f"parameter {name}: not {article} {type}: {text!r}")
    return value
