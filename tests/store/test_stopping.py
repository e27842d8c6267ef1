"""Ctrl-C, in the process that asks: the statement ends in the engine and the store stays usable."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from foedera.graph.store import Store

from .test_two_processes import ENDLESS


@contextmanager
def ctrl_c(seconds: float = 0.5) -> Iterator[None]:
    """Presses it after a moment, and expects to be heard soon."""
    started = time.monotonic()
    timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        yield
    timer.cancel()
    assert time.monotonic() - started < 5


def stream(store: Store) -> None:
    with store.stream(ENDLESS) as rows:
        list(rows)


def stream_between_rows(store: Store) -> None:
    with store.stream("UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b RETURN a, b") as rows:
        for _ in rows:
            time.sleep(0.001)


ASKING: dict[str, Callable[[Store], object]] = {
    "read": lambda store: store.read(ENDLESS),
    "a user's read": lambda store: store.read(ENDLESS, guarded=True),
    "stream": stream,
    "stream, between rows": stream_between_rows,
    "write": lambda store: store.write_cypher(ENDLESS),
}


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize("asking", ASKING)
def test_ctrl_c_stops_the_statement(store: Store, asking: str) -> None:
    with ctrl_c():
        ASKING[asking](store)
    assert ended(store)
    assert store.read("RETURN 1 AS one").rows == [{"one": 1}]


def ended(store: Store) -> bool:
    """Within a second nothing runs, by the processor for the engine in this process, by its list for a server."""
    if store.engine.embedded:
        before = time.process_time()
        time.sleep(0.4)
        return time.process_time() - before < 0.2
    for _ in range(20):
        running = store.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")
        if not any("UNWIND" in (row["currentQuery"] or "") for row in running):
            return True
        time.sleep(0.05)
    return False
