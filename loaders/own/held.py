"""Whether the database holds whom a file names: its core may be older than the one that the names are looked up in."""

from typing import TYPE_CHECKING, Final

from ...graph.records import Record, Relationship
from ...graph.schema import PARTIES
from ...graph.spool import Spool
from ..mistakes import Mistakes, Place

if TYPE_CHECKING:
    from ...graph.store import Store

_HELD: Final = "MATCH (p:Country|Organization) RETURN p.id AS id ORDER BY id"


def check_parties(store: "Store", facts: Spool[Record]) -> None:
    """Refuse facts about a party that is not there, each by its place.

    Raises:
        BadInput: with a line for each row and party.
    """
    mistakes, held = Mistakes(), {row["id"] for row in store.read(_HELD)}
    for kind in sorted(facts.keys()):
        for fact in facts.of(kind):
            for end in (fact.start, fact.end) if isinstance(fact, Relationship) else ():
                if end.label in PARTIES and end.id not in held:
                    file, _, line = fact.place.rpartition(":")
                    text = f"{end.label.lower()} {end.id} is not in this database; expected core as it is now: run `foedera load core`"
                    mistakes.add(Place(file, int(line)), text)
    mistakes.raise_any()
