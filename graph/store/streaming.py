"""An answer that is passed on row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from ..errors import Unavailable
from . import failures
from .link import Link, broke_off, lossy
from .terminate import Watch
from .values import Params, row


@dataclass(frozen=True)
class Stream:
    """An answer row by row, in memory for one batch of the driver."""

    columns: list[str]
    _rows: Iterator[dict[str, Any]]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self._rows


class Opened:
    """A running statement of which no row has been passed on; so far it may be repeated."""

    def __init__(self, link: Link, cypher: str, params: Params, timeout: float | None) -> None:
        self.watch = Watch(link, timeout)
        self._link = link
        self._cypher = cypher
        self._done = False
        self._transaction: Any = None
        self._session = link.session()
        try:
            with failures.told(link, cypher):
                self._result = self._begin(dict(params or {}), timeout)
        except BaseException:
            self._end()
            raise
        self.columns = list(self._result.keys())

    def _begin(self, params: dict[str, Any], timeout: float | None) -> Any:
        def begin() -> Any:
            session, metadata = self._session, self.watch.metadata
            self._transaction = session.begin_transaction(metadata=metadata, timeout=timeout)
            with self.watch.running(self._transaction):
                with failures.parameters():
                    result = self._transaction.run(self._cypher, params)
                result.peek()
                return result

        return lossy(begin) if self._link.embedded else begin()

    def rows(self) -> Iterator[dict[str, Any]]:
        try:
            with failures.told(self._link, self._cypher):
                for record in self._result:
                    yield row(record)
        except Unavailable as error:
            raise broke_off() from error
        finally:
            self._done = True

    def close(self) -> None:
        """Who leaves early has the statement stopped: closing alone would wait until it has ended."""
        if not self._done:
            self.watch.stop()
        self._end()

    def _end(self) -> None:
        # a statement that failed or was stopped says so once more when its transaction ends; it was told already
        if self._transaction is not None:
            with suppress(Exception):
                self._transaction.close()
        with suppress(Exception):
            self._session.close()
