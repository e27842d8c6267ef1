"""What a subject comes to, before the rest of its facts is read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ..queries.told import Section
from .data import Agreement, Arrow, Details, Founding, Obligation, Party, Tie, View


@dataclass(frozen=True, slots=True)
class Part:
    """The words of a subject, the ids of its promises, its ties, and the view on them.

    `arrows` are given where not all of the promises' are meant. `parties`, `agreements` and `promises` are those that
    the graph need not hold. Where an answer is drawn that may name others on another day, it is `answered`. `chain` are
    the ends of the chain that the page marks when it opens. `remarks` are what an answer says besides its promises,
    `said` what it says of one, by its id, and `perhaps` those that it does not know to hold.
    """

    title: str
    question: str
    obligations: Collection[str] = ()
    view: View = field(default_factory=View)
    ties: Sequence[Tie] = ()
    foundings: Sequence[Founding] = ()
    arrows: Sequence[Arrow] | None = None
    parties: Sequence[Party] = ()
    agreements: Sequence[Agreement] = ()
    promises: Sequence[tuple[Obligation, Agreement]] = ()
    answered: bool = False
    chain: tuple[str, str] | None = None
    remarks: Sequence[Section] = ()
    said: Mapping[str, Details] = field(default_factory=dict)
    perhaps: Collection[str] = ()


def sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."
