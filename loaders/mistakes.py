"""All mistakes of a read, told together: one line each, with the file and the line to mend."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ..graph.errors import BadInput
from ..graph.records import nearest

MOST = 20
"""How many lines a message has at most."""


class Place(NamedTuple):
    """Where something is written."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Mistake(NamedTuple):
    """What is wrong, and the terms among which the nearest to the wrong one is looked for."""

    place: Place
    text: str
    wrong: str
    known: Collection[str]

    def __str__(self) -> str:
        hint = nearest(self.wrong, self.known) if self.known else ""
        return f"{self.place}: {self.text}{'.' if hint else ''}{hint}"


@dataclass
class Mistakes:
    """Collects mistakes, so that one read finds them all; near names are only looked for when shown."""

    found: list[Mistake] = field(default_factory=list)

    def add(self, place: Place, text: str, wrong: str = "", known: Iterable[str] = ()) -> None:
        self.found.append(Mistake(place, text, wrong, tuple(known)))

    def raise_any(self) -> None:
        """Raise all of them, in the order of the files, as one error."""
        if not self.found:
            return
        ordered = sorted(dict.fromkeys(self.found), key=lambda mistake: mistake.place)
        lines = [str(mistake) for mistake in ordered[:MOST]]
        if len(ordered) > MOST:
            lines.append(f"… and {len(ordered) - MOST} more")
        raise BadInput("\n".join(lines))
