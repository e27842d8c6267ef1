"""How the engines run, are stopped, and share.

Each test of this folder states an edge of an engine that the code works around, and fails when it is gone, so that an
upgrade tells us what may be simplified.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from foedera.graph import store as stores
from foedera.graph.store import embedded as starting
from foedera.graph.store import users

from .direct import Engine, embedded_engine

ENDLESS = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a + b < 0 RETURN count(a) AS n"
)


def test_the_drivers_timeout_does_not_stop_the_embedded_engine(arcade: Engine) -> None:
    """So the store stops a statement by the id of its transaction."""
    ended: list[str] = []

    def run() -> None:
        with arcade.session() as session:
            try:
                session.run(neo4j.Query(ENDLESS, timeout=0.3)).consume()
            except Neo4jError as error:
                ended.append(str(error.message))

    thread = threading.Thread(target=run)
    thread.start()
    time.sleep(1.0)
    assert thread.is_alive()
    (running,) = arcade.ask(
        "SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN transactionId"
    )
    arcade.ask(f"TERMINATE TRANSACTIONS '{running['transactionId']}'")
    thread.join(5)
    assert not thread.is_alive()
    assert "terminated" in ended[0]
    before = time.process_time()
    time.sleep(0.3)
    assert time.process_time() - before < 0.15


def test_the_embedded_engine_forgets_the_metadata_of_a_transaction(arcade: Engine) -> None:
    """So the store finds its own transaction by its connection; on Neo4j by the metadata."""
    text = "SHOW TRANSACTIONS YIELD currentQuery, metaData RETURN metaData"
    with arcade.session() as session, session.begin_transaction(metadata={"foedera": "x"}) as transaction:
        assert [record["metaData"] for record in transaction.run(text)] == [{}]


def test_neo4j_keeps_the_metadata_of_a_transaction(server: Engine) -> None:
    text = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.foedera = 'x' RETURN metaData"
    with server.session() as session, session.begin_transaction(metadata={"foedera": "x"}) as transaction:
        assert [record["metaData"] for record in transaction.run(text)] == [{"foedera": "x"}]


def test_settings_of_a_database_are_not_taken_from_the_servers(home: Path) -> None:
    """So the store puts the flush of the log and the ban on remote addresses into the database itself."""
    arcadedb = pytest.importorskip("arcadedb")
    home.mkdir()
    users.fresh(home / "config")
    config = {**starting._config(starting._free_port()), "txWalFlush": 2}
    running = arcadedb.create_server(str(home), config=config)
    running.start()
    try:
        database = running.create_database("foedera")
        told = database.command("sql", "ALTER DATABASE `arcadedb.txWalFlush` 1").to_list()
    finally:
        running.stop()
    assert told[0]["oldValue"] == 0


def test_a_second_engine_on_the_same_folder_is_refused(home: Path) -> None:
    """So processes wait for the lock, or connect to who holds it."""

    script = (
        "import sys, arcadedb\n"
        "server = arcadedb.create_server(sys.argv[1], config={'host': '127.0.0.1', 'http_port': '0'})\n"
        "try: server.start(); server.create_database('foedera')\n"
        "except Exception as error: print(error)\n"
    )
    with stores.open():
        ran = subprocess.run(
            [sys.executable, "-c", script, str(home)], check=False, capture_output=True, text=True
        )
    assert "is locked by another process" in ran.stdout


def test_it_logs_to_standard_error_unless_told_not_to(tmp_path: Path) -> None:
    """So the store tells it not to."""

    script = (
        "import sys, arcadedb\n"
        "server = arcadedb.create_server(sys.argv[1], config={'host': '127.0.0.1', 'http_port': '0'}, "
        "root_password='long-enough')\n"
        "server.start(); server.stop()\n"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("ARCADEDB_")}
    env["ARCADEDB_LOG_DIR"] = str(tmp_path / "log")
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], check=True, env=env, capture_output=True, text=True
    )
    assert "ArcadeDB Server" in ran.stdout + ran.stderr


def test_an_engine_that_stopped_in_this_process_refuses_the_password(home: Path) -> None:
    """So the store takes that, on the embedded engine, for a holder that ended."""
    with stores.open() as store:
        gone = embedded_engine(store)
        gone.ask("RETURN 1 AS one")
    assert gone.error("RETURN 1 AS one").code == "Neo.ClientError.Security.Unauthorized"
    gone.driver.close()
