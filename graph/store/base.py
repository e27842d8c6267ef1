"""The store: reading, writing and nothing else. It knows nothing of countries."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

from ..errors import CypherError, Interrupted, WriteRefused
from . import cleaning, failures, guard, plans
from .engine import Engine, Login
from .interrupts import cancelling
from .link import Link, Lost, gone
from .plans import Step
from .streaming import Opened, Stream
from .terminate import Watch
from .transaction import Reading, Reads, Transaction
from .turns import Turns
from .values import Params, Rows, rows

T = TypeVar("T")

# A unit of work follows the database to a new holder. A killed process loses its connections a moment before its
# lock, and until then what it published still names it: hence the pauses.
_PAUSES = (0.0, 0.05, 0.2, 0.5, 1.0, 2.0)


class Way(Protocol):
    """How a store gets its connection, and gets it again."""

    @property
    def home(self) -> Path | None: ...

    def connect(self) -> Link: ...
    def release(self) -> None: ...


class Store:
    """An open database. Close it, or use it in a `with` statement."""

    def __init__(self, way: Way, turns: Turns) -> None:
        self._way = way
        self._turns = turns
        self._moving = threading.Lock()
        self._left: list[Link] = []
        self._link = way.connect()

    @property
    def engine(self) -> Engine:
        """What answers now; another process may take over the embedded database."""
        link = self._link
        name = "ArcadeDB" if link.embedded else "Neo4j"
        return Engine(name, link.version, link.embedded, link.address, self._way.home)

    @property
    def logins(self) -> list[Login]:
        """The reader and the writer of the embedded database, until it is closed; none of a server."""
        link = self._link
        if not (link.embedded and link.reader and link.writer):
            return []
        return [Login(*link.reader, writes=False), Login(*link.writer, writes=True)]

    def read(
        self, cypher: str, params: Params = None, *, timeout: float | None = None, guarded: bool = False
    ) -> Rows:
        """All rows of one statement, read in one transaction.

        Args:
            timeout: seconds after which the engine is told to stop.
            guarded: the statement is a user's: what does more than read is refused before it is run.

        Raises:
            CypherError: the statement cannot be run.
            WriteRefused: it does more than read.
            TimedOut: `timeout` was over.
            Unavailable: the database went away and nobody took over.
        """
        if guarded:
            self._followed(lambda link: guard.check(link, cypher, params))
        return self._followed(lambda link: self._run(link, cypher, params, timeout, write=False))

    def reading(self, work: Callable[[Reads], T]) -> T:
        """Runs `work` in one read transaction; it is repeated as a whole where the database went away.

        Raises: what `read` raises.
        """

        def attempt(link: Link) -> T:
            watch = Watch(link, None)

            def unit(transaction: Any) -> T:
                with watch.running(transaction):
                    return work(Reading(transaction))

            with failures.told(link):
                return link.transact(unit, metadata=watch.metadata)

        return self._followed(attempt)

    def stream(
        self, cypher: str, params: Params = None, *, timeout: float | None = None, guarded: bool = False
    ) -> AbstractContextManager[Stream]:
        """The rows of one statement, one at a time.

        Raises:
            Interrupted: the answer broke off after its first row.
            (and what `read` raises)
        """
        return self._stream(cypher, params, timeout, guarded)

    def explain(self, cypher: str, params: Params = None) -> list[Step]:
        """What the engine would do with a user's statement, which is not executed.

        Raises:
            CypherError: it cannot be run, or the engine has no plan of it, as of a command that shows something.
        """

        def asked(link: Link) -> Any:
            if link.embedded:  # what it has no plan of, it executes: as the reader, who may do nothing else
                guard.check(link, cypher, params)
            return plans.summary(link, cypher, params).plan

        try:
            plan = self._followed(asked)
        except WriteRefused:
            plan = None
        if plan is None:
            raise CypherError("the engine gives no plan of this statement; it does of queries")
        return plans.steps(plan)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Runs `work` in one write transaction, in this writer's turn.

        `work` must be idempotent (MERGE): it is repeated on a passing conflict, and when the process that held
        the embedded database ended, where nobody knows whether the transaction before took effect.
        """

        def attempt(link: Link) -> T:
            with failures.told(link):
                return link.transact(lambda tx: work(Transaction(tx)), write=True)

        with self._turns.taken():
            return self._followed(attempt)

    def writing(self) -> AbstractContextManager[None]:
        """Keeps the writer's turn over several `write` calls, as a load does."""
        return self._turns.taken()

    def write_cypher(self, cypher: str, params: Params = None, *, timeout: float | None = None) -> Rows:
        """Runs a user's statement as the writer, once.

        Raises:
            Interrupted: the connection was lost, so that nobody knows whether it took effect.
        """
        with self._turns.taken():
            self._followed(_ping)  # follow the database to a new holder before, since not after
            link = self._link
            try:
                return self._run(link, cypher, params, timeout, write=True)
            except Lost:
                self._reconnect(link)
                raise Interrupted(failures.UNKNOWN_OUTCOME) from None

    def schema(self, statements: Iterable[str]) -> None:
        """Constraints and indexes, as the writer; each statement says IF NOT EXISTS, or IF EXISTS."""
        with self._turns.taken():
            for statement in statements:
                self.write(lambda tx, text=statement: tx.run(text))  # type: ignore[misc]

    def reset(self, *, schema: bool = False) -> None:
        """Removes all data, and with `schema` the constraints and indexes too."""
        with self._turns.taken():
            cleaning.empty(self)
            if schema:
                cleaning.drop_schema(self)

    def close(self) -> None:
        """Gives the database back. A second call does nothing."""
        try:
            for link in [*self._left, self._link]:
                link.close()
        finally:
            self._way.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self, link: Link, cypher: str, params: Params, timeout: float | None, *, write: bool) -> Rows:
        watch = Watch(link, timeout, write=write)

        def work(transaction: Any) -> Rows:
            # inside the transaction: on Ctrl-C it would otherwise be closed first, and wait for the statement
            with watch.running(transaction):
                with failures.parameters():
                    result = transaction.run(cypher, dict(params or {}))
                return rows(result)

        with failures.told(link, cypher):
            return link.transact(work, write=write, timeout=timeout, metadata=watch.metadata)

    @contextmanager
    def _stream(self, cypher: str, params: Params, timeout: float | None, guarded: bool) -> Iterator[Stream]:
        if guarded and self._link.embedded and guard.may_write(cypher):
            answer = self.read(cypher, params, timeout=timeout, guarded=True)
            yield Stream(answer.columns, iter(answer))
            return
        if guarded:
            self._followed(lambda link: guard.check(link, cypher, params))
        with cancelling():
            opened = self._followed(lambda link: Opened(link, cypher, params, timeout))
            try:
                with opened.watch.running():
                    yield Stream(opened.columns, opened.rows())
            except KeyboardInterrupt as error:
                opened.drop(error)
                raise
            finally:
                opened.close()

    def _followed(self, unit: Callable[[Link], T]) -> T:
        """Runs a unit of work, again on a new connection where the holder of the database went away."""
        for pause in _PAUSES:
            link = self._link
            try:
                return unit(link)
            except Lost:
                time.sleep(pause)
                self._reconnect(link)
        raise gone()

    def _reconnect(self, lost: Link) -> None:
        with self._moving:
            if self._link is lost:  # else another thread was here first
                self._left.append(lost)  # closed at the end: other threads may be about to notice
                self._way.release()
                self._link = self._way.connect()


def _ping(link: Link) -> None:
    with failures.told(link):
        link.transact(lambda transaction: transaction.run("RETURN 1").consume())
