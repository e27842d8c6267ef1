"""Stopping a statement that runs in the engine.

On the embedded engine neither the driver's timeout nor closing the connection stops it; on both engines
`TERMINATE TRANSACTIONS` does, by an id that has to be found first: on a server by the metadata of the
transaction, on the embedded engine, which drops them, by the connection that the transaction uses.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..errors import TimedOut
from .interrupts import briefly, closing

if TYPE_CHECKING:
    from .link import Link

KEY = "foedera"
_AGAIN = 0.1
_OWN = "SHOW TRANSACTIONS // {}"
_ALL = "SHOW TRANSACTIONS YIELD transactionId, clientAddress, metaData RETURN transactionId, clientAddress, metaData"


class Watch:
    """Watches one transaction: stops it on Ctrl-C, and on the embedded engine after `timeout` seconds."""

    def __init__(self, link: Link, timeout: float | None, *, write: bool = False) -> None:
        self.token = secrets.token_hex(8)
        self.late = False
        self._link = link
        self._write = write
        self._end = None if timeout is None else time.monotonic() + timeout
        self._connection: str | None = None

    @property
    def metadata(self) -> dict[str, Any]:
        """What marks the transaction on a server."""
        return {KEY: self.token}

    def stop(self) -> None:
        """Stops the transaction, if it still runs."""
        with contextlib.suppress(Exception), closing(self._link.session(write=self._write)) as session:
            for row in list(session.run(_ALL)):
                if self._is_ours(row):
                    session.run(f"TERMINATE TRANSACTIONS '{row['transactionId']}'").consume()

    def _is_ours(self, row: Any) -> bool:
        if self._link.embedded:
            return self._connection is not None and _port(row) == self._connection
        return bool((row["metaData"] or {}).get(KEY) == self.token)

    def _expire(self, ended: threading.Event) -> None:
        """Until it has ended: the first time may come before the engine has begun it."""
        if self._end is None or ended.wait(max(0.0, self._end - time.monotonic())):
            return
        self.late = True
        while not ended.is_set():
            self.stop()
            ended.wait(_AGAIN)

    @contextlib.contextmanager
    def running(self, transaction: Any = None) -> Iterator[None]:
        """The time in which the statement runs, in a transaction that was just begun or that is known already."""
        if transaction is not None and self._link.embedded:
            self._connection = self._connection_of(transaction)
        ended = threading.Event()
        if self._end is not None and self._link.embedded:
            threading.Thread(target=self._expire, args=(ended,), daemon=True).start()
        try:
            yield
        except KeyboardInterrupt:
            briefly(self.stop)
            raise
        except Exception:
            if self.late:
                raise TimedOut("stopped: the time given by --timeout is over") from None
            raise
        finally:
            ended.set()

    def _connection_of(self, transaction: Any) -> str | None:
        """The client's port. Where the driver no longer tells it, the engine is asked, which takes half a millisecond."""
        if port := getattr(getattr(transaction, "_connection", None), "local_port", 0):
            return str(port)
        for row in list(transaction.run(_OWN.format(self.token))):
            if self.token in row["currentQuery"]:
                return _port(row)
        return None


def _port(row: Any) -> str:
    """Of `127.0.0.1:51234`: the embedded engine listens there alone, so that the port is the connection."""
    return str(row["clientAddress"]).rpartition(":")[2]
