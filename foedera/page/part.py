"""What a subject comes to, before the rest of its facts is read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from .data import Agreement, Arrow, Founding, Obligation, Party, Tie, View


@dataclass(frozen=True, slots=True)
class Part:
    """The words of a subject, the ids of its promises, its ties, and the view on them.

    `arrows` are given where not all of the promises' are meant. `parties`, `agreements` and `promises` are those that
    the graph need not hold. `chain` are the ends of the chain that the page marks when it opens.
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
    chain: tuple[str, str] | None = None


def sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."
