"""One transaction, and the statements that are run in it."""

from typing import Any, Protocol

from . import failures
from .values import Params, Rows, rows


class Reads(Protocol):
    """What answers a statement: a store, or a transaction in which several are read."""

    def read(self, cypher: str, params: Params = None) -> Rows: ...


class Reading:
    """One read transaction: what it is asked in turn is answered from one state of the database, and sooner."""

    def __init__(self, transaction: Any) -> None:
        self._transaction = transaction

    def read(self, cypher: str, params: Params = None) -> Rows:
        """All rows of one statement."""
        with failures.parameters():
            result = self._transaction.run(cypher, dict(params or {}))
        return rows(result)


class Transaction:
    """One write transaction; it is committed when the work that got it returns."""

    def __init__(self, transaction: Any) -> None:
        self._transaction = transaction

    def run(self, cypher: str, params: Params = None) -> Rows:
        """Runs one statement."""
        with failures.parameters():
            result = self._transaction.run(cypher, dict(params or {}))
        return rows(result)
