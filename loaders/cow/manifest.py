"""What COW's alliances are, whose they are, and what is said where their files are not there."""

from typing import Final

from ...graph.dates import Date
from ..manifest import Manifest

FIRST: Final = Date(1816, 1, 1)
"""The first day observed: what began earlier is left-censored."""
LAST: Final = Date(2012, 12, 31)
"""The last day observed: what had not ended by then is right-censored."""

ALLIANCES: Final = 414
"""How many the version holds; they are numbered from 1 without a gap."""

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
    field="formal alliances of the states of COW's system",
    kinds=("defense", "neutrality", "nonaggression", "consultation"),
    note="As it claims itself. The seven states that joined NATO in 2004 and the two of 2009 are not in it.",
)

WISH: Final = (
    "COW's maintainer has asked that software not ease the use of its alliance data; ATOP (foedera load atop) "
    "covers the same field"
)
"""Said before anything else of this dataset."""
