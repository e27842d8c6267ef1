"""What a property is, and those that many labels and types share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from . import vocabulary as words

Type = Literal["string", "strings", "integer", "float", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its type, what it says, and the terms that it may hold."""

    type: Type
    description: str
    required: bool = False
    terms: words.Terms | None = None


Properties = Mapping[str, Property]


def text(description: str, required: bool = False, terms: words.Terms | None = None) -> Property:
    return Property("string", description, required, terms)


def texts(description: str, terms: words.Terms | None = None) -> Property:
    return Property("strings", description, terms=terms)


def date(description: str) -> Property:
    return Property("date", description)


PROVENANCE: Final[Properties] = {
    "id": text("unique among its label or type", required=True),
    "dataset": text("the dataset that owns the fact", required=True),
    "sources": Property("strings", "source-id, or source-id#locator (article, page, footnote, line)"),
    "checked": date("the day on which the fact was compared with a document; absent: unchecked"),
    "checked_with": text("the document it was compared with, as a source id"),
    "digest": text("fingerprint of the fact, so that what is unchanged is not written", required=True),
}

SPAN: Final[Properties] = {
    "since": date("first day; the earliest that it can be"),
    "since_latest": date("first day; the latest that it can be"),
    "until": date("first day no longer; the earliest that it can be"),
    "until_latest": date("first day no longer; the latest that it can be"),
    "until_known": Property("boolean", "false where nobody knows whether it ended", required=True),
}

CODE: Final[Properties] = {
    "code": text("the party's code in a dataset that has its own, such as 260 for West Germany"),
}
CODED: Final[Properties] = {
    "coded": texts("what its dataset codes beyond what is a property here, each as column=value"),
}
PHASE: Final[Properties] = {
    "phase": Property("integer", "the phase of the instrument, where its dataset tells several apart"),
}

STATUS: Final[Properties] = {
    "status": text("whether it holds", terms=words.STATUSES),
    "note": text("a remark, in our words"),
}
