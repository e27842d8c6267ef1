"""An answer that is passed on row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..errors import Unavailable
from . import failures
from .interrupts import briefly, drop, shut
from .link import Link, Lost, broke_off, lossy
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
        self._session = link.session()
        try:
            with failures.told(link, cypher):
                self._result = self._begin(dict(params or {}), timeout)
        except KeyboardInterrupt as error:
            self.drop(error)
            raise
        except BaseException:
            shut(self._session)
            raise
        self.columns = list(self._result.keys())

    def _begin(self, params: dict[str, Any], timeout: float | None) -> Any:
        def begin() -> Any:
            session, metadata = self._session, self.watch.metadata
            transaction = session.begin_transaction(metadata=metadata, timeout=timeout)
            with self.watch.running(transaction):
                with failures.parameters():
                    result = transaction.run(self._cypher, params)
                result.peek()
                return result

        return lossy(self._link, begin) if self._link.embedded else begin()

    def rows(self) -> Iterator[dict[str, Any]]:
        records = iter(self._result)
        while (record := self._next(records)) is not None:
            yield row(record)
        self._done = True

    def _next(self, records: Iterator[Any]) -> Any:
        def one() -> Any:
            return next(records, None)

        try:
            with failures.told(self._link, self._cypher):
                return lossy(self._link, one) if self._link.embedded else one()
        except (Lost, Unavailable) as error:
            raise broke_off(self._link) from error

    def drop(self, error: KeyboardInterrupt) -> None:
        """On Ctrl-C, once the statement is stopped: what is under way on the connection is not waited for."""
        drop(self._session, error)
        self._done = True

    def close(self) -> None:
        """Who leaves early has the statement stopped: closing alone would wait until it has ended."""
        if not self._done:
            briefly(self.watch.stop)
        shut(self._session)
