"""A disk without space: what fails for it is told so, and what was committed before is still there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from foedera.graph import store as stores
from foedera.graph.errors import CypherError, FoederaError, Unavailable
from foedera.graph.store import failures
from foedera.graph.store.home import SPARE
from foedera.graph.store.link import Link

FULL = "the disk that holds {} is full; free some space and run it again"
BIG = "UNWIND range(1, 2000) AS n CREATE (:Big {t: 'a long text, so that it is soon over' + n})"


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of 24 MB with FOEDERA_HOME on it; needs Linux, root and the right to mount."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    if not shutil.which("mount") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        unusual = pytest.fail if os.environ.get("CI", "").lower() in ("1", "true") else pytest.skip
        unusual(f"no small disk can be mounted here: {done.stderr.strip()}")
    monkeypatch.setenv("FOEDERA_HOME", str(place / "home"))
    yield place / "home"
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_write_that_fills_the_disk_is_told(small_disk: Path) -> None:
    """It is not the statement's fault; with space again the committed part is there, and one can go on."""
    with stores.open(share=False) as store:
        written = 0
        with pytest.raises(Unavailable) as told:
            for _ in range(1_000):
                store.write_cypher(BIG)
                written += 2_000
        assert str(told.value) == FULL.format(small_disk) and told.value.exit_code == 1
        assert written
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk.parent)], check=True)
    with stores.open(share=False) as store:
        assert store.read("MATCH (n:Big) RETURN count(n) AS n").rows == [{"n": written}]
        store.write_cypher(BIG)


def test_a_database_is_not_made_on_a_full_disk(small_disk: Path) -> None:
    """Our own files are the first that cannot be written there."""
    stores.open(share=False).close()
    with (
        (small_disk.parent / "filler").open("wb", buffering=0) as filler,
        pytest.raises(OSError, match="No space left"),
    ):
        while True:
            filler.write(bytes(4096))
    done = subprocess.run(
        [sys.executable, "-m", "foedera", "doctor"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == f"foedera: {FULL.format(small_disk)}"


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def failed(code: str, message: str, link: Link, monkeypatch: pytest.MonkeyPatch, free: int) -> FoederaError:
    from neo4j.exceptions import Neo4jError

    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10 * SPARE, 10 * SPARE - free, free))
    with pytest.raises(FoederaError) as told, failures.told(link):
        raise Neo4jError._hydrate_neo4j(code=code, message=message)
    return told.value


COMMIT = "Neo.ClientError.Transaction.TransactionNotFound", "Transaction error on commit"
UNKNOWN = "Neo.DatabaseError.General.UnknownError", "Error executing Cypher command: CREATE CONSTRAINT"
MISTAKE = "Neo.ClientError.Statement.SyntaxError", "Unknown function 'x'"


def test_a_failure_is_put_down_to_the_disk_only_where_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that fails is never bad input; a mistake in the statement always is."""
    link = Link("bolt://127.0.0.1:1", None, None, None, embedded=True, home=tmp_path)
    for code, message in (COMMIT, UNKNOWN):
        full = failed(code, message, link, monkeypatch, free=SPARE - 1)
        assert (type(full), str(full)) == (Unavailable, FULL.format(tmp_path))
        other = failed(code, message, link, monkeypatch, free=SPARE)
        assert (type(other), other.exit_code) == (FoederaError, 1)
        assert str(other) == f"the database failed: {message}"
    assert type(failed(*MISTAKE, link, monkeypatch, free=0)) is CypherError


def test_the_disk_of_a_server_is_not_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails there is told as the server tells it."""
    link = Link("bolt://127.0.0.1:1", None, None, None, embedded=False)
    assert str(failed(*UNKNOWN, link, monkeypatch, free=0)).startswith("the database failed: ")
