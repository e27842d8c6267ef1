"""The types of relationships: what each may join, and its properties."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .. import vocabulary as words
from ..properties import CODE, CODED, PHASE, SPAN, STATUS, Properties, Property, date, text


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """One relationship type and the labels that it may join, as (start, end)."""

    description: str
    ends: tuple[tuple[str, str], ...]
    properties: Properties


PARTIES: Final = ("Country", "Organization")


def _pairs(starts: tuple[str, ...], ends: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((start, end) for start in starts for end in ends)


_SAME: Final[Properties] = {
    "basis": text("how that is known", terms=words.SAME_BECAUSE),
    "score": Property("float", "how much of parties and dates agrees, from 0 to 1"),
    "reason": text("why, and what speaks against it"),
}
LINKS: Final = ("SAME_AS", "MAY_BE_SAME_AS")
"""They follow from what both datasets hold, and go with either end."""

_ANYTHING = ("Country", "Organization", "Agreement", "Obligation", "Event", "Proposal", "Area")

RELATIONSHIPS: Final[Mapping[str, RelationshipType]] = {
    "PARTY_TO": RelationshipType(
        "has a part in the instrument",
        _pairs(PARTIES, ("Agreement",)),
        {
            "role": text("which part", True, words.ROLES),
            "signed": date("day of its signature"),
            "signed_latest": date("day of its signature; the latest that it can be"),
            **PHASE,
            **CODE,
            **CODED,
            **STATUS,
            **SPAN,
        },
    ),
    "CREATES": RelationshipType("the instrument holds the promise", (("Agreement", "Obligation"),), {}),
    "CONSTITUTES": RelationshipType("the instrument founds the body", (("Agreement", "Organization"),), {}),
    "OWES": RelationshipType(
        "owes the promise", _pairs(PARTIES, ("Obligation",)), {**CODE, **STATUS, **SPAN}
    ),
    "OWED_TO": RelationshipType("is owed to", _pairs(("Obligation",), PARTIES), {**CODE, **STATUS, **SPAN}),
    "MEMBER_OF": RelationshipType(
        "is a member of", _pairs(PARTIES, ("Organization",)), {**CODE, **CODED, **STATUS, **SPAN}
    ),
    "CANDIDATE_OF": RelationshipType(
        "is on the way to membership",
        (("Country", "Organization"),),
        {"stage": text("how far", True, words.STAGES), "note": STATUS["note"], **SPAN},
    ),
    "IMPLEMENTS": RelationshipType("carries out", (("Agreement", "Agreement"),), {"note": STATUS["note"]}),
    "AMENDS": RelationshipType("changes", (("Agreement", "Agreement"),), {"note": STATUS["note"]}),
    "SUCCEEDS": RelationshipType(
        "comes after, in place of",
        (("Agreement", "Agreement"), ("Country", "Country"), ("Organization", "Organization")),
        {
            "kind": text("how", terms={"continues": "the same state", "succeeds": "another state"}),
            "note": STATUS["note"],
        },
    ),
    "MODELLED_ON": RelationshipType(
        "is modelled on", (("Agreement", "Agreement"),), {"note": STATUS["note"]}
    ),
    "REPLACES": RelationshipType("takes the place of", (("Obligation", "Obligation"),), {}),
    "SAME_AS": RelationshipType("is the same instrument as", (("Agreement", "Agreement"),), _SAME),
    "MAY_BE_SAME_AS": RelationshipType(
        "may be the same instrument as: listed, never followed", (("Agreement", "Agreement"),), _SAME
    ),
    "APPLIES_IN": RelationshipType("holds in", (("Obligation", "Area"),), {}),
    "EXCLUDES": RelationshipType("does not hold in", (("Obligation", "Area"),), {"note": STATUS["note"]}),
    "WITHIN": RelationshipType("lies within", (("Area", "Area"),), {}),
    "PROPOSED": RelationshipType("made the proposal", _pairs(PARTIES, ("Proposal",)), {}),
    "CONCERNS": RelationshipType(
        "is about",
        _pairs(("Proposal",), _ANYTHING),
        {
            "ask": text("what is asked for it, in our words"),
            "firmness": text(
                "how it is put", terms={"asks": "asked for", "suggests": "only suggested for consideration"}
            ),
        },
    ),
    "TOOK_PART": RelationshipType(
        "took part in",
        _pairs(PARTIES, ("Event",)),
        {"role": text("as what, such as host, attacker, attacked, announcer, subject", required=True)},
    ),
    "ABOUT": RelationshipType("is about", _pairs(("Claim", "Event"), _ANYTHING), {}),
    "BORDERS": RelationshipType(
        "borders on",
        (("Country", "Country"),),
        {"contiguity": text("how near; absent: by land", terms=words.CONTIGUITY), **SPAN},
    ),
    "STATIONS": RelationshipType(
        "stations forces in",
        (("Country", "Country"),),
        {
            "troops": Property("integer", "how many"),
            "basis": text("on what basis, such as agreement or occupation"),
            "note": STATUS["note"],
            **CODE,
            **CODED,
            **SPAN,
        },
    ),
}
