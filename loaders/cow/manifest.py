"""What COW's alliances are, whose they are, and what is said where their files are not there."""

from collections.abc import Sequence
from itertools import combinations, product
from typing import Final

from ...graph.dates import Bounds, Date, Span
from ..manifest import Gap, Manifest

FIRST: Final = Date(1816, 1, 1)
"""The first day observed: what began earlier is left-censored."""
LAST: Final = Date(2012, 12, 31)
"""The last day observed: what had not ended by then is right-censored."""

ALLIANCES: Final = 414
"""How many the version holds; they are numbered from 1 without a gap."""

_NATO: Final = (
    "BEL", "CAN", "CZE", "DEU", "DNK", "ESP", "FRA", "GBR", "GRC", "HUN", "ISL", "ITA", "LUX", "NLD", "NOR", "POL",
    "PRT", "TUR", "USA",
)  # fmt: skip
"""Its members in alliance 227 on the last day observed."""
_OF_2004: Final = ("BGR", "EST", "LVA", "LTU", "ROU", "SVK", "SVN")
_OF_2009: Final = ("ALB", "HRV")


def _without(new: Sequence[str], others: Sequence[str], count: str, since: Date) -> Gap:
    """That the file has no row of new members of NATO, so nothing that they and the others owe one another by it."""
    pairs = [*product(new, others), *combinations(new, 2)]
    return Gap(
        slug=f"nato-{since.year}",
        title=f"what the {count} states that joined NATO in {since.year} and its other members owe one another",
        span=Span(Bounds(since, since)),
        pairs=tuple(" ".join(sorted(pair)) for pair in pairs),
        kinds=("defense", "nonaggression", "consultation"),
        why=f"the {count} states that joined NATO on {since} are not in COW's alliance 227",
    )


MANIFEST: Final = Manifest(
    name="cow",
    title="Correlates of War Formal Alliances",
    version="4.1",
    publisher="Correlates of War Project",
    covers_from=FIRST,
    covers_until=LAST,
    terms="Correlates of War terms of use; no open licence",
    citation="Gibler, Douglas M. 2009. International Military Alliances, 1648-2008. Washington: CQ Press. "
    "Version 4.1",
    url="https://correlatesofwar.org/data-sets/formal-alliances/",
    holds="COW alliances",
    of_states=True,
    field="formal alliances of the states of COW's system",
    kinds=("defense", "neutrality", "nonaggression", "consultation"),
    note="As it claims itself. The seven states that joined NATO in 2004 and the two of 2009 are not in it.",
    gaps=(
        _without(_OF_2004, _NATO, "seven", Date(2004, 3, 29)),
        _without(_OF_2009, (*_NATO, *_OF_2004), "two", Date(2009, 4, 1)),
    ),
)

WISH: Final = (
    "COW's maintainer has asked that software not ease the use of its alliance data; ATOP (foedera load atop) "
    "covers the same field"
)
"""Said before anything else of this dataset."""
