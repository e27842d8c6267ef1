"""What was committed survives: the process by the log, the machine because the log is flushed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from foedera.graph import store as stores

from .processes import Process

CREATE = "store.write(lambda tx: tx.run('CREATE (:Country {{id: {}}})')).rows"


def test_a_kill_after_the_commit_loses_nothing(home: Path) -> None:
    with Process().ready() as first:
        for i in range(20):
            first.ask(CREATE.format(i))
        first.kill()
    with stores.open(share=False) as store:
        assert store.read("MATCH (c:Country) RETURN count(c) AS n").rows == [{"n": 20}]


def test_a_kill_before_the_commit_leaves_nothing(home: Path) -> None:
    with Process().ready() as first:
        first.ask(CREATE.format(1))
        first.tell(
            "store.write(lambda tx: (tx.run('CREATE (:Country {id: 2})'), print(1, flush=True), time.sleep(60)))"
        )
        assert first.line() == 1
        first.kill()
    with stores.open(share=False) as store:
        assert store.read("MATCH (c:Country) RETURN c.id AS id").rows == [{"id": 1}]


def test_the_database_itself_is_told_to_flush_its_log(home: Path) -> None:
    stores.open().close()
    kept = json.loads((home / "databases/foedera/configuration.json").read_text("utf-8"))["configuration"]
    assert kept["txWalFlush"] == 1
    assert kept["opencypher.loadCsv.allowRemoteUrls"] is False


def test_a_database_that_was_told_otherwise_is_told_again(home: Path) -> None:
    stores.open().close()
    file = home / "databases/foedera/configuration.json"
    file.write_text('{"configuration": {}}', "utf-8")
    stores.open().close()
    assert json.loads(file.read_text("utf-8"))["configuration"]["txWalFlush"] == 1


@pytest.mark.skipif(
    not shutil.which("strace"), reason="strace shows what reaches the disk; it is not installed"
)
def test_every_commit_flushes_the_log_to_the_disk(home: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    prefix = ("strace", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", str(trace))
    with Process(prefix=prefix).ready() as first:
        first.ask(CREATE.format(0))  # makes the type, which flushes more
        before = flushes(trace)
        for i in range(1, 6):
            first.ask(CREATE.format(i))
        assert flushes(trace) - before >= 5
        first.end()


def flushes(trace: Path) -> int:
    """How often a file of the log was flushed so far."""
    return len(re.findall(r"f(?:data)?sync\(\d+<[^>]*\.wal>", trace.read_text("utf-8")))
