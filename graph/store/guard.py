"""Whether a user's statement only reads. The stored queries are ours and are not asked.

Neo4j's READ mode refuses data and schema writes by itself, but not files, addresses, other people's
transactions or procedures with effects: so its own plan of the statement is looked at before it is run. On
the embedded engine the reading user may do none of these, except stop the statements of other readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..errors import CypherError, WriteRefused
from . import failures, plans

if TYPE_CHECKING:
    from .link import Link

# Procedures of Neo4j that tell of the database and change nothing.
PROCEDURES = frozenset(
    {
        "db.info",
        "db.labels",
        "db.ping",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "dbms.components",
        "dbms.info",
    }
)
_REFUSED = {
    "LoadCSV": failures.READS_FILES,
    "TerminateTransactions": failures.WRITES,
    "AdministrationCommand": failures.ADMINISTERS,
}
# A plan of these alone only tells; Neo4j counts calls of the dbms procedures among the changes of its schema.
_TELLING = {"ProduceResults", "ProcedureCall"}
_WRITING = frozenset(
    (
        "CREATE",
        "MERGE",
        "INSERT",
        "SET",
        "UPDATE",
        "REMOVE",
        "DELETE",
        "DROP",
        "ALTER",
        "FOREACH",
        "CALL",
        "LOAD",
    )
)
# Letters and digits that can only be one name or keyword; what touches a number or a foreign letter may be two.
_WORD = re.compile(r"(?<![^\0-\x7f])(?<!\d\.)[A-Z_]\w*+(?![^\0-\x7f])", re.ASCII)
_LETTERS = re.compile(r"\w+", re.ASCII)
_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|/\*.*?\*/|//[^\n]*""", re.DOTALL)


def check(link: Link, statement: str, params: Mapping[str, Any] | None) -> None:
    """Raises:
    WriteRefused: the statement does, or could do, more than read.
    CypherError: it cannot be run at all.
    """
    if not statement.strip():
        raise CypherError("the statement is empty")
    if link.embedded:
        if re.search(r"\bTERMINATE\s+TRANSACTIONS?\b", _QUOTED.sub(" ", statement), re.IGNORECASE):
            raise WriteRefused(failures.WRITES)
        return
    summary = plans.summary(link, statement, params)
    names = {_check_operator(operator) for operator in _operators(summary.plan or {})}
    if summary.query_type != "r" and names != _TELLING:
        raise WriteRefused(failures.WRITES)


def may_write(statement: str) -> bool:
    """Whether a word of it, be it a name or in a comment, could change data.

    The embedded engine refuses some changes of the reading user only at commit. Such a statement is read to
    its commit before a row is passed on; one that is suspected in vain costs memory for its rows. So `dataset`
    is not suspected, though `1SET`, where a number ends and a keyword begins, is.
    """
    text = statement.upper()
    return "\\U" in text or any(map(_suspect, _LETTERS.finditer(text)))


def _suspect(letters: re.Match[str]) -> bool:
    if _WORD.match(letters.string, letters.start()):
        return letters[0] in _WRITING
    return any(each in letters[0] for each in _WRITING)


def _check_operator(operator: Mapping[str, Any]) -> str:
    """Its name, where it may be run."""
    name = str(operator.get("operatorType", "")).partition("@")[0]
    if name in _REFUSED:
        raise WriteRefused(_REFUSED[name])
    if name == "ProcedureCall":
        called = _procedure(str(operator.get("args", {}).get("Details", "")))
        if called.lower() not in PROCEDURES:
            raise WriteRefused(
                f"the procedure {called} may do more than read; reading commands do not call it. "
                f"{failures.AS_WRITER}"
            )
    return name


def _procedure(details: str) -> str:
    """`db.labels() :: (label :: STRING)` calls db.labels."""
    return details.partition("(")[0].replace("`", "").strip()


def _operators(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)
