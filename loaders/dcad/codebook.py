"""The terms of DCAD's codebook: its columns, its categories and what its numbers below zero mean."""

from collections.abc import Mapping
from typing import Final, NamedTuple

KEPT: Final = (
    "type", "category1", "category2", "category3", "span", "renewType", "renewYears", "terminated",
    "durationActual", "endYearEstimate", "asymmetry", "categoryConf", "UNTS", "fullText", "sourceType", "source",
    "factivaConf", "factivaSign", "factivaEIF",
)  # fmt: skip
"""Columns that are kept as they are coded; the others are read into dates and parties."""

COLUMNS: Final = (
    "ccode1", "cowName1", "ccode2", "cowName2", "signDay", "signMonth", "signYear", "EIFDay", "EIFMonth", "EIFYear",
    *KEPT, "DCAid",
)  # fmt: skip


class Category(NamedTuple):
    """What a category of agreements is called, and what its parties promise each other."""

    name: str
    title: str
    kind: str
    summary: str


_EACH: Final = "Which of these its text names, and in what terms, DCAD does not tell."

CATEGORIES: Final[Mapping[str, Category]] = {
    "DCA": Category(
        "Full DCA",
        "defence cooperation",
        "cooperation",
        f"Cooperate in defence at large: policy, training, exercises, industry, procurement, classified matter. {_EACH}",
    ),
    "DIC": Category(
        "Industry",
        "defence industry cooperation",
        "industry",
        f"Cooperate in defence industry: joint research, development and production, exchange of experts. {_EACH}",
    ),
    "PROCUREMENT": Category(
        "Procurement",
        "procurement",
        "arms-access",
        "Have a framework for buying weapons, equipment and spare parts from each other; no sale is promised.",
    ),
    "TREX": Category(
        "TrEx",
        "training and exchange",
        "exercises",
        "Train together: exchange officers, attend each other's courses, move people for training.",
    ),
    "RESEARCH": Category(
        "Research",
        "defence research",
        "industry",
        "Do research for defence together, rather basic than for weapons at hand.",
    ),
    "COMMISSION": Category(
        "Commission",
        "standing commission",
        "consultation",
        "Meet regularly, in a committee or commission, on defence policy; not on a crisis.",
    ),
}
"""The categories by the name that the file has for them; `name` is the codebook's."""

BY_NAME: Final[Mapping[str, str]] = {
    name.casefold(): key for key, each in CATEGORIES.items() for name in (key, each.name)
}
"""The categories' keys by either name, in lower case."""

SPANS: Final[Mapping[int, str]] = {-77: "indefinite", -88: "for a limited time that is not known"}
RENEWALS: Final[Mapping[int, str]] = {
    -44: "not renewable",
    -55: "renewable for a limited time if both agree",
    -56: "renewed once by itself",
    -57: "renewable again and again if both agree",
    -58: "renewable if both agree",
    -66: "renewed again and again by itself",
    -77: "",
    -88: "renewable in a way that is not known",
}
RENEWAL_YEARS: Final = (-44, -55, -66, -77, -88)
ENDS: Final = (0, 1, -88, -99)
"""`terminated`: in force on the last day, ended, and two ways of not being known."""
NEWS: Final = (0, 1, -99)
"""`factivaSign` and `factivaEIF`: no, yes, and not clear."""
ASYMMETRIES: Final = (0, 1, 2)

TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "type": ("general", "sector"),
    "categoryConf": ("high", "med", "medium", "low", "atypical"),
    "fullText": ("", "N", "NE", "TE", "Y"),
    "sourceType": ("treaty", "factiva"),
}
"""What columns of words may hold."""

CONFIDENCE: Final[Mapping[str, str]] = {
    "low": "DCAD is little sure of its category",
    "atypical": "DCAD calls it atypical of its category",
}


def duration(span: int | None, renewal: int | None, years: int | None) -> str | None:
    """How long an agreement is to run, in words; None where DCAD does not know."""
    length = SPANS.get(span, f"{span} year{'s' * (span != 1)}") if span is not None else ""
    again = RENEWALS[renewal] if renewal is not None else ""
    if again and years is not None and years > 0:
        again = f"{again}, {years} year{'s' * (years != 1)} each time"
    return "; ".join(part for part in (length, again) if part) or None
