"""The changes that proposals and scenarios are made of: a verb and ids, as one term."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .errors import BadInput
from .records import nearest
from .schema import PARTIES

VERBS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "join": (PARTIES, ("Organization", "Agreement")),
    "leave": (PARTIES, ("Organization", "Agreement")),
    "designate": (PARTIES, ("Agreement",)),
    "end": (("Obligation", "Agreement"),),
}
"""What each names after it, as the labels that an id may have."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    >>> str(Change("join", ("UKR", "NATO")))
    'join UKR NATO'
    """

    verb: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((self.verb, *self.ids))


def change(term: str) -> Change:
    """The change that a term states; whether its ids are anything is for the reader to find.

    Raises:
        BadInput: an unknown verb, or too few or too many ids.
    """
    verb, *ids = term.split() or [""]
    if verb not in VERBS:
        raise BadInput(f"unknown change {verb!r}; expected one of {', '.join(VERBS)}.{nearest(verb, VERBS)}")
    if len(ids) != len(VERBS[verb]):
        expected = " ".join([verb, *("_or_".join(labels).upper() for labels in VERBS[verb])])
        raise BadInput(f"{term!r} names {len(ids)}; expected {expected}")
    return Change(verb, tuple(ids))
