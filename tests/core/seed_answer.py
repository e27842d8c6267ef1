"""How a fact is asked of the graph: a stored query, a row that it must give, one that it must not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Row = Mapping[str, Any]

FP: Final = "fp-2022-mnna"
AJIL: Final = "ajil-2024-ukraine"
HERITAGE: Final = "heritage-ib5242"


@dataclass(frozen=True)
class Answer:
    """`has` and `lacks` are parts of rows by column; a set in them holds words that the text must hold.

    `cites` are the sources that the row must name. `count` is how many rows are like `has`, where the
    fact is a number.
    """

    query: str
    has: Row
    lacks: Row
    cites: tuple[str, ...]
    on: str
    params: Mapping[str, str] = field(default_factory=dict)
    count: int | None = None


@dataclass(frozen=True)
class Ask:
    """A stored query and what it is asked."""

    query: str
    on: str
    params: Mapping[str, str]

    def gives(self, *cites: str, has: Row, lacks: Row, count: int | None = None) -> Answer:
        return Answer(self.query, has, lacks, cites, self.on, self.params, count)


def ask(query: str, on: str = "2024-08-01", **params: str) -> Ask:
    return Ask(query, on, params)


def says(claim: str, *cites: str, lacks: Row, **has: Any) -> Answer:
    """A claim of a source, which the source is cited for, and what it does not say."""
    source = claim.split("/")[0]
    part = {"claim": claim, **has}
    return ask("claims", source=source).gives(source, *cites, has=part, lacks={"claim": claim, **lacks})


def says_so(text: str, words: str) -> bool:
    """Whether a text has the words; a number at either end of them is a whole number there: no 14 in 140 or 1.14."""
    first, last = (r"(?<![\d.,])" * words[0].isdigit(), r"(?!\d|[.,]\d)" * words[-1].isdigit())
    return re.search(first + re.escape(words) + last, text, re.IGNORECASE) is not None


def like(row: Row, part: Row) -> bool:
    """Whether a row has the values, and in its texts the words, of a part."""

    def holds(column: str, wanted: Any) -> bool:
        if isinstance(wanted, set):
            return all(says_so(str(row[column]), words) for words in wanted)
        return bool(row[column] == wanted)

    return all(holds(column, wanted) for column, wanted in part.items())
