"""The facts of the three source documents, each with the stored queries that answer it and their rows."""

from collections.abc import Mapping
from typing import Final

from .seed_answer import AJIL, FP, HERITAGE, Answer
from .seed_facts_mnna import MNNA_FACTS
from .seed_facts_open_door import OPEN_DOOR_FACTS
from .seed_facts_support import SUPPORT_FACTS
from .seed_facts_ukraine import UKRAINE_FACTS

SOURCE_OF: Final = {
    **{f"M{number}": FP for number in range(1, 10)},
    **{f"S{number}": AJIL for number in range(1, 14)},
    **{f"H{number}": HERITAGE for number in range(1, 13)},
}
"""Every fact, and the document that states it."""

RECORD_DIFFERS: Final = ("M1", "M6", "S1", "S5", "S13", "H3")
"""Where the record says something else: the table then has its row too."""

FACTS: Final[Mapping[str, tuple[Answer, ...]]] = {
    **MNNA_FACTS,
    **UKRAINE_FACTS,
    **SUPPORT_FACTS,
    **OPEN_DOOR_FACTS,
}
