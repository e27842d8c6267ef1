"""A connection to whoever listens: its address, its users and the driver's sessions.

The driver is imported here and nowhere else, when the first session is wanted: it takes longer than the
rest of a short command together.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import Interrupted, Unavailable
from .interrupts import closing

if TYPE_CHECKING:
    import neo4j

T = TypeVar("T")

# The one database of the embedded engine.
DATABASE = "foedera"

# Pauses before a transaction that met a passing conflict is tried again.
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)


class Lost(Exception):
    """Whoever listened on the embedded database's address is gone; the unit of work may be repeated elsewhere."""


@dataclass
class Link:
    """Where to connect. `reader` and `writer` are name and password; on a server the same user.

    `home` is the folder of the embedded database.
    """

    address: str
    reader: tuple[str, str] | None
    writer: tuple[str, str] | None
    database: str | None
    embedded: bool
    version: str = ""
    home: Path | None = None
    _drivers: dict[Any, neo4j.Driver] = field(default_factory=dict)
    _making: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def session(self, *, write: bool = False) -> neo4j.Session:
        """A session as the reader in READ mode, or as the writer."""
        import neo4j

        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        return self._driver(write).session(database=self.database, default_access_mode=mode)

    def _driver(self, write: bool) -> neo4j.Driver:
        user = self.writer if write else self.reader
        with self._making:
            if user not in self._drivers:
                self._drivers[user] = _driver(self.address, user)
            return self._drivers[user]

    def close(self) -> None:
        """Closes the drivers; the link can be used again, which opens new ones."""
        while self._drivers:
            driver = self._drivers.popitem()[1]
            with contextlib.suppress(RuntimeError):  # Ctrl-C left a connection that its pool has not counted
                driver.close()

    def is_gone(self) -> bool:
        """Whether nobody answers any more."""
        with contextlib.suppress(Exception), closing(self.session()) as session:
            session.run("RETURN 1").consume()
            return False
        return True

    def transact(
        self,
        work: Callable[[Any], T],
        *,
        write: bool = False,
        timeout: float | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> T:
        """Runs `work` in one transaction and repeats it where the database asks for that.

        On a server this is the driver's `execute_read` or `execute_write`, with its routing and retries. On
        the embedded database those would repeat a lost connection at an address where nobody will ever
        answer again: so conflicts are repeated here, and a loss is told as `Lost`.
        """
        if self.embedded:
            return _repeated(self, lambda: self._once(work, write))
        import neo4j

        unit = neo4j.unit_of_work(metadata=dict(metadata or {}), timeout=timeout)(work)
        with closing(self.session(write=write)) as session:
            return session.execute_write(unit) if write else session.execute_read(unit)

    def _once(self, work: Callable[[Any], T], write: bool) -> T:
        with closing(self.session(write=write)) as session:
            transaction = session.begin_transaction()
            done = work(transaction)
            transaction.commit()
            return done


def _driver(address: str, user: tuple[str, str] | None) -> neo4j.Driver:
    import neo4j

    _quiet()
    return neo4j.GraphDatabase.driver(address, auth=user, warn_notification_severity="OFF")


def _quiet() -> None:
    """Without a handler Python prints the driver's warnings; our errors say what the user needs to know."""
    log = logging.getLogger("neo4j")
    if not log.handlers:
        log.addHandler(logging.NullHandler())


def _repeated(link: Link, attempt: Callable[[], T]) -> T:
    from neo4j.exceptions import TransientError

    for pause in _PAUSES:
        try:
            return lossy(link, attempt)
        except TransientError:
            time.sleep(pause)
    return lossy(link, attempt)


def lossy(link: Link, attempt: Callable[[], T]) -> T:
    """Tells a lost connection to the embedded database as `Lost`."""
    from neo4j.exceptions import AuthError, DatabaseError, ServiceUnavailable, SessionExpired

    try:
        return attempt()
    except (ServiceUnavailable, SessionExpired, AuthError) as error:
        # a wrong password: another program was given the port of a holder that died
        raise Lost(str(error)) from error
    except DatabaseError as error:
        # in an engine that is being stopped a statement may fail with anything
        if link.is_gone():
            raise Lost(str(error)) from error
        raise


def broke_off(link: Link) -> Interrupted:
    """What is said when rows were passed on already."""
    why = (
        "the process that held the database ended"
        if link.embedded
        else "the connection to the server was lost"
    )
    return Interrupted(f"the answer broke off: {why}; run it again")


def gone() -> Unavailable:
    """What is said when the database went away again and again."""
    return Unavailable("the process that holds the database keeps ending; try again")
