"""What an engine would do with a statement, without doing it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import failures
from .interrupts import closing
from .values import Params

if TYPE_CHECKING:
    from .link import Link

_EXPLAIN = "EXPLAIN "
_PREFIX = re.compile(r"^\s*(EXPLAIN|PROFILE)(?=\s)", re.IGNORECASE)

# Of the embedded engine's text: "  + ExpandAll(c)-[:MEMBER_OF]->(o) [cost=5.00, rows=0]" or "OrderByStep",
# below a heading that ends with a colon.
_LINE = re.compile(r"(?P<indent> *)(?:\+ )?(?P<operator>[A-Z]{2,}(?: [A-Z]{2,})*\b|\w+) ?(?P<details>.*)")
_GUESS = re.compile(r"(?:, )?cost=[\d.]+, rows=(?P<rows>\d+)\]$")
_REMARK = re.compile(r" *(?:(?:Reason|Using|Total|Estimated|Anchor)\b|[-=]+$)")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan: how deep it stands below the first, and how many rows the planner expects.

    Neo4j's steps come last first, each above those that feed it. The embedded engine's come in the order in
    which they run, but for a pattern that its optimizer took over, which reads as Neo4j's do.
    """

    depth: int
    operator: str
    details: str
    rows: float | None


def is_explain(statement: str) -> bool:
    """Whether a user's statement is an EXPLAIN, which has no rows: its plan is the answer."""
    found = _PREFIX.match(statement)
    return found is not None and found[1].upper() == "EXPLAIN"


def summary(link: Link, statement: str, params: Params) -> Any:
    """What the engine says of the statement, asked as the reader; `plan` is None where it has none."""
    found = _PREFIX.match(statement)
    # blanks in place of the word, so that lines and columns stay what they are
    rest = (
        f"{statement[: found.start(1)]}{' ' * len(found[1])}{statement[found.end() :]}"
        if found
        else statement
    )
    telling = failures.told(link, statement, len(_EXPLAIN))
    with telling, closing(link.session()) as session, failures.parameters():
        return session.run(_EXPLAIN + rest, dict(params or {})).consume()


def steps(plan: Mapping[str, Any]) -> list[Step]:
    """The steps of a plan as the driver has it."""
    text = plan.get("args", {}).get("string-representation")
    return list(_steps(plan) if text is None else _told(str(text)))


def _steps(plan: Mapping[str, Any], depth: int = 0) -> Iterator[Step]:
    args = plan.get("args", {})
    operator = str(plan.get("operatorType", "")).partition("@")[0]
    yield Step(depth, operator, " ".join(str(args.get("Details", "")).split()), args.get("EstimatedRows"))
    for child in plan.get("children", ()):
        yield from _steps(child, depth + 1)


def _told(text: str) -> Iterator[Step]:
    lines = [line.rstrip() for line in text.splitlines()]
    start = next((n for n, line in enumerate(lines) if line.endswith("Plan:")), len(lines))
    above: list[int] = []  # the indents of the steps that the line stands below
    for line in lines[start:]:
        if line and not line.endswith(":") and not _REMARK.match(line) and (found := _LINE.fullmatch(line)):
            indent = len(found["indent"])
            above = [each for each in above if each < indent]
            guess = _GUESS.search(found["details"])
            details = _GUESS.sub("]", found["details"]).removesuffix("[]").strip()
            yield Step(len(above), found["operator"], details, float(guess["rows"]) if guess else None)
            above.append(indent)
