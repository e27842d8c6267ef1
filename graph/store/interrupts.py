"""Ctrl-C while the driver works.

A `KeyboardInterrupt` between two of the driver's steps may lose a message that was read already; the driver then
rolls back and waits for that message without end, and the embedded database stays taken. Of a cancellation it
knows that the connection is in no known state, and drops it. So Ctrl-C comes to it as both.
"""

from __future__ import annotations

import contextlib
import functools
import signal
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import neo4j

PATIENCE = 3.0
"""Seconds that whoever pressed Ctrl-C waits for the engine at most."""


@functools.cache
def _cancelled() -> type[KeyboardInterrupt]:
    import asyncio  # late, as the driver, which imports it: `--help` needs neither

    return type("Cancelled", (KeyboardInterrupt, asyncio.CancelledError), {})


@contextlib.contextmanager
def cancelling() -> Iterator[None]:
    """Makes Ctrl-C a cancellation inside the block; where it means something else already, that stays."""
    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield
        return
    signal.signal(signal.SIGINT, _cancel)
    try:
        yield
    except _cancelled():
        raise KeyboardInterrupt from None  # what Python, notebooks and shells know
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _cancel(*_: object) -> None:
    raise _cancelled()


@contextlib.contextmanager
def closing(session: neo4j.Session) -> Iterator[neo4j.Session]:
    """A session that is closed at the end, and dropped with its connection where Ctrl-C ended it."""
    with cancelling():
        try:
            yield session
        except KeyboardInterrupt as error:
            drop(session, error)
            raise
        except BaseException:
            shut(session)
            raise
        else:
            shut(session)


def drop(session: neo4j.Session, error: BaseException) -> None:
    """Gives up its connection without a word: what that still has to say is not waited for."""
    kind = type(error) if isinstance(error, _cancelled()) else _cancelled()
    session.__exit__(kind, error, error.__traceback__)  # type: ignore[no-untyped-call]


def shut(session: neo4j.Session) -> None:
    """Closes it. With a statement in it that was stopped, the first try says so once more and leaves it open."""
    for _ in range(2):
        with contextlib.suppress(Exception):
            session.close()


def briefly(work: Callable[[], object]) -> None:
    """Does it in a thread of its own, and goes on without it where the engine does not answer in time."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(PATIENCE)
