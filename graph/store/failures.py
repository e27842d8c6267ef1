"""Every error of the driver and of the two engines, as one of ours: one line, the same for both engines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import BadInput, CypherError, FoederaError, Interrupted, TimedOut, Unavailable, WriteRefused
from .home import full

if TYPE_CHECKING:
    from .link import Link

# of the embedded engine, which counts it among the client's mistakes
_COMMIT = "Transaction error on commit"

AS_WRITER = "`foedera cypher` and `foedera shell` run it with --write, db.cypher in Python with write=True."
WRITES = f"this statement writes; reading commands do not. {AS_WRITER}"
ADMINISTERS = f"this is an administration command; reading commands run queries only. {AS_WRITER}"
READS_FILES = (
    "this statement reads a file or an address outside the database; reading commands do not. "
    "Load data with foedera load."
)

_NEO4J_POSITION = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")
_ARCADE_POSITION = re.compile(r"^Syntax error at line (\d+):(\d+) - |\s* at line (\d+), column (\d+)")

# What the embedded engine takes off before it counts; comments only where we do not ask for the plan.
_SKIPPED = re.compile(r"(?:\s|//[^\n]*\n|/\*.*?\*/)*(?:(?:EXPLAIN|PROFILE)\s+)?", re.IGNORECASE | re.DOTALL)
_BLANK = re.compile(r"\s*(?:(?:EXPLAIN|PROFILE)\s+)?", re.IGNORECASE)

_STOPPED = ("Terminated", "LockClientStopped", "TransactionTerminated")
# "UndefinedVariable: …", "…, expected: one of DECIMAL_DOUBLE, … or 315 more"
_NOISE = re.compile(r"^[A-Z]\w*[a-z][A-Z]\w*: |, expected: one of .* or \d+ more$")


@contextmanager
def told(link: Link, statement: str = "", shift: int = 0) -> Iterator[None]:
    """Turns what the driver raises inside the block into our errors.

    Args:
        link: names the server in what is said.
        statement: what was asked; it tells a refused LOAD CSV from a refused write, and shows a mistake's place.
        shift: how many characters were put before the user's first line.
    """
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        yield
    except Neo4jError as error:
        title, message = error.code or "", error.message or ""
        if title.endswith(".SyntaxError"):
            raise _syntax(message, statement, shift) from error
        raise _of_engine(title, message, statement, link) from error
    except DriverError as error:
        raise _of_driver(error, link) from error


@contextmanager
def parameters() -> Iterator[None]:
    """Tells a parameter that the driver cannot send; it says so by Python's own errors."""
    try:
        yield
    except (TypeError, ValueError, OverflowError) as error:
        raise BadInput(f"a parameter cannot be sent to the database: {_first(str(error))}") from error


def _of_engine(code: str, message: str, statement: str, link: Link) -> FoederaError:
    title = code.rpartition(".")[2]
    if code.startswith("Neo.ClientError.Security.") or title in ("AccessMode", "DatabaseNotFound"):
        return _of_access(title, message, statement, link)
    if title.startswith("TransactionTimedOut"):
        return TimedOut("stopped: the time given by --timeout is over")
    if title in _STOPPED or message.startswith("the command has been terminated"):
        return Interrupted("the statement was stopped")
    if title == "ConstraintValidationFailed":
        return CypherError(f"a constraint forbids this: {_first(message)}")
    if message.startswith(_COMMIT):
        return _of_failure(message, link)
    if code.startswith("Neo.ClientError.") or message.startswith("Unknown "):
        return CypherError(f"Cypher error: {_first(message)}")
    if code.startswith("Neo.TransientError."):
        return Unavailable(f"the database is busy ({_first(message)}); try again")
    return _of_failure(message, link)


def _of_failure(message: str, link: Link) -> FoederaError:
    """What is not the statement's fault: the embedded engine does not say that its disk is full."""
    lacking = full(link.home) if link.home else None
    return lacking or FoederaError(f"the database failed: {_first(message)}")


def _of_access(title: str, message: str, statement: str, link: Link) -> FoederaError:
    if title == "Unauthorized":
        return Unavailable(
            f"the server at {link.address} refused the name or the password; "
            "check NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if title == "AuthenticationRateLimit":
        return Unavailable(
            f"the server at {link.address} saw too many wrong passwords; wait some seconds, then check NEO4J_PASSWORD"
        )
    if title == "CredentialsExpired":
        return Unavailable(
            f"the password of {link.reader[0] if link.reader else 'this user'} must be changed before its first use: run "
            "ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new' on the database system, then set NEO4J_PASSWORD"
        )
    if title == "DatabaseNotFound":
        return Unavailable(
            f"the server at {link.address} has no database {link.database!r}; set NEO4J_DATABASE to one it has "
            "(SHOW DATABASES lists them), or unset it for the user's own"
        )
    if "LOAD CSV" in message or re.search(r"\bLOAD\s+CSV\b", statement, re.IGNORECASE):
        return WriteRefused(READS_FILES)
    return WriteRefused(WRITES)


def _of_driver(error: Exception, link: Link) -> FoederaError:
    if type(error).__name__ in (
        "ConfigurationError",
        "AuthConfigurationError",
        "CertificateConfigurationError",
    ):
        return BadInput(f"NEO4J_URI: {link.address}: {_first(str(error))}")
    if type(error).__name__ == "IncompleteCommit":
        return Interrupted(UNKNOWN_OUTCOME)
    return unreachable(link.address)


def unreachable(address: str) -> Unavailable:
    """Nobody listens there, or the name is not known."""
    return Unavailable(
        f"no Neo4j server answers at {address}; start it, or correct NEO4J_URI (unset it for the embedded database)"
    )


UNKNOWN_OUTCOME = (
    "the connection broke off while writing; whether the statement took effect is not known: "
    "look before you run it again"
)


def _syntax(message: str, statement: str, shift: int) -> CypherError:
    """Both engines' positions counted from 1, in the whole statement.

    Neo4j does so; the embedded engine counts columns from 0, and from where the text begins behind EXPLAIN.
    """
    text, line, column = _first(message), 0, 0
    if found := _NEO4J_POSITION.search(message):
        line, column = int(found[1]), int(found[2])
        column -= shift if line == 1 else 0
        text = _NEO4J_POSITION.sub("", text)
    elif found := _ARCADE_POSITION.search(message):
        line, column = int(found[1] or found[3]), int(found[2] or found[4]) + 1
        skipped = (_BLANK if shift else _SKIPPED).match(statement)
        before = skipped[0] if skipped else ""
        column += len(before) - before.rfind("\n") - 1 if line == 1 else 0
        line += before.count("\n")
        text = _first(_ARCADE_POSITION.sub("", message, count=1))
    if not line:  # Neo4j says line 0 of what concerns the whole
        return CypherError(f"Cypher syntax error: {text}")
    return CypherError(text, statement, (line, column))


def _first(message: str) -> str:
    """The first line, since the rest repeats the statement with a caret, without the parser's own words."""
    lines = message.strip().splitlines()
    return _NOISE.sub("", lines[0].strip()) if lines else "no reason given"
