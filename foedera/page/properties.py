"""Facts of a page, made from properties as the graph holds them; what somebody wrote without a name is shown by its id."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ..graph.dates import Date, Span, bounds_of, span_of
from ..graph.schema import NODES, PARTIES, RELATIONSHIPS
from .data import Agreement, Arrow, Dataset, Details, Grounds, Obligation, Party, Source, Tie

Found = Mapping[str, Any]

_AGREEMENT_DETAILS = ("force_note", "signed", "duration", "termination", "disclaims", "status", "note")
_OBLIGATION_DETAILS = (
    "article",
    "trigger",
    "condition",
    "discretion",
    "deadline",
    "amount",
    "currency",
    "period",
    "owed_to_class",
    "force_note",
    "status",
    "note",
)
_OF_EACH = ("id", "kind", "force", "dataset", "sources", "checked")
OF_AGREEMENT: Final = (*_OF_EACH, "title", "url", "signed_latest", *_AGREEMENT_DETAILS)
OF_OBLIGATION: Final = (*_OF_EACH, "name", "rank", "summary", *_OBLIGATION_DETAILS)
"""The properties that the page has a use for."""
_TIMES = frozenset(
    f"{end}{suffix}" for end in ("since", "until", "signed", "on") for suffix in ("_latest", "_known")
)
_NO_DETAIL = {
    "id", "name", "title", "subject", "names", "keys", "digest", "dataset", "sources", "checked", "since", "until", "stage",
    *_TIMES,
}  # fmt: skip
_TIES: Final = {"MEMBER_OF": "membership", "CANDIDATE_OF": "candidacy"}


def key(label: str, id: str) -> str:
    """The id that a node of the graph has on the page.

    >>> key("Country", "UKR"), key("Agreement", "nato"), key("Area", "europe")
    ('party:UKR', 'agreement:nato', 'party:Area:europe')
    """
    if label == "Agreement":
        return f"agreement:{id}"
    return f"party:{id}" if label in PARTIES else f"party:{label}:{id}"


def agreement(found: Found) -> Agreement:
    own = (
        str(found["id"]),
        _said(found, "title"),
        _said(found, "kind", ""),
        _said(found, "force", "unknown"),
    )
    details = _details(found, _AGREEMENT_DETAILS)
    return Agreement(*own, grounds(found), _text(found.get("url")), details, _day(found.get("signed_latest")))


def nameless(promise: Found) -> Agreement:
    """An obligation without its agreement is a fault of the data, but it is still shown."""
    own = (str(promise["id"]), _said(promise, "name"), "agreement not on record")
    return Agreement(*own, _said(promise, "force", "unknown"), grounds(promise))


def obligation(found: Found, agreement: str) -> Obligation:
    rank = found.get("rank")
    firm = (
        _said(found, "kind", "unknown"),
        _said(found, "force", "unknown"),
        rank if type(rank) is int else 0,
    )
    own = (_said(found, "name"), *firm, _said(found, "summary", ""))
    return Obligation(str(found["id"]), agreement, *own, grounds(found), _details(found, _OBLIGATION_DETAILS))


def arrow(found: Found, obligation: str, party: str, *, owes: bool) -> Arrow:
    ends = (obligation, party, owes)
    return Arrow(*ends, span_of(found), grounds(found), _text(found.get("status")), _text(found.get("note")))


def tie(type: str, found: Found, start: str, end: str) -> Tie:
    """A relationship between two nodes by their keys; of a type without dates it holds at all times."""
    declared = RELATIONSHIPS.get(type)
    dated = "until_known" in declared.properties if declared else isinstance(found.get("since"), Date)
    kind = _TIES.get(type) or type.lower().replace("_", " ")
    names = [name for name in found if name not in ("status", "note")]
    return Tie(
        kind,
        start,
        end,
        _span(found) if dated else None,
        grounds(found),
        _text(found.get("stage")),
        _text(found.get("status")),
        _text(found.get("note")),
        _details(found, names),
    )


def party(label: str, found: Found) -> Party:
    """A country or an organization by all its names."""
    others = [found.get("official_name"), found.get("iso2"), found["id"], *_texts(found.get("names"))]
    names = tuple(dict.fromkeys(str(each) for each in others if each))
    return Party(str(found["id"]), _said(found, "name"), label, names)


def thing(label: str, found: Found) -> Party:
    """Any other node, with all that it says of itself."""
    name = next((found[each] for each in ("name", "title", "subject") if found.get(each)), found["id"])
    times = ("since", "until") if label in NODES else ()
    details = _details(found, [*times, *(each for each in found if each not in times)], keep=times)
    names = (str(found["id"]), *_texts(found.get("names")))
    return Party(
        key(label, str(found["id"])).removeprefix("party:"), str(name), label, names, details, grounds(found)
    )


def source(found: Found) -> Source:
    own = (str(found["id"]), _said(found, "title"), _said(found, "publisher", ""))
    return Source(*own, _text(found.get("url")), _day(found.get("on")))


def dataset(found: Found) -> Dataset:
    own = (str(found["id"]), _said(found, "title"), _said(found, "version", ""))
    reach = (_day(found.get("covers_from")), _day(found.get("covers_until")))
    licence, citation, url = (_text(found.get(name)) for name in ("licence", "citation", "url"))
    return Dataset(*own, *reach, licence, citation, url, closed=found.get("closed") is True)


def grounds(found: Found) -> Grounds:
    return Grounds(
        _said(found, "dataset", ""), tuple(_texts(found.get("sources"))), _day(found.get("checked"))
    )


def _span(found: Found) -> Span:
    """The dates, where they are dates."""
    dates = {name: value for name, value in found.items() if isinstance(value, Date | bool)}
    return span_of(dates)


def _details(found: Found, names: Iterable[str], keep: Iterable[str] = ()) -> Details:
    told = []
    for name in names:
        value = found.get(name)
        if value is None or (name in _NO_DETAIL and name not in keep):
            continue
        words = _words(bounds_of(found, name) if isinstance(value, Date) else value)
        told.append((name.replace("_", " "), words))
    return tuple(told)


def _words(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    return str(value)


def _said(found: Found, name: str, otherwise: str | None = None) -> str:
    value = found.get(name)
    return str(value) if value not in (None, "") else str(found["id"]) if otherwise is None else otherwise


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []


def _day(value: object) -> Date | None:
    return value if isinstance(value, Date) else None
