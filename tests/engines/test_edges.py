"""The edges of the two engines that the code works around.

Each test states one and fails when it is gone, so that an upgrade tells us what may be simplified. They use
the driver itself, as administrator, since the store is what keeps the edges away from its users.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import ClientError, DatabaseError, Neo4jError

from foedera.graph import store as stores
from foedera.graph.store import Store, users
from foedera.graph.store import embedded as starting

Ask = Callable[..., list[dict[str, Any]]]
ENDLESS = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a + b < 0 RETURN count(a) AS n"
)


class Engine:
    """One engine through a driver of its own, as its administrator and, on the embedded one, as the reader."""

    def __init__(
        self, name: str, store: Store, address: str, user: tuple[str, str], database: str | None
    ) -> None:
        self.name = name
        self.store = store
        self.driver = neo4j.GraphDatabase.driver(address, auth=user, warn_notification_severity="OFF")
        self.database = database

    def session(self, **options: Any) -> neo4j.Session:
        return self.driver.session(database=self.database, **options)

    def ask(self, statement: str, **params: Any) -> list[dict[str, Any]]:
        """An auto-commit statement's rows."""
        with self.session() as session:
            return [dict(record) for record in session.run(statement, params)]

    def error(self, statement: str, **params: Any) -> Neo4jError:
        """What the statement fails with."""
        with pytest.raises(Neo4jError) as told:
            self.ask(statement, **params)
        return told.value


def _embedded(store: Store) -> Engine:
    assert store.engine.home
    told = json.loads((store.engine.home / "engine.json").read_text("utf-8"))
    return Engine("embedded", store, told["address"], ("root", told["writer"]), "foedera")


@pytest.fixture
def arcade(embedded: Store) -> Iterator[Engine]:
    engine = _embedded(embedded)
    yield engine
    engine.driver.close()


@pytest.fixture
def server(neo4j_store: Store, neo4j_env: Mapping[str, str]) -> Iterator[Engine]:
    user = (neo4j_env.get("NEO4J_USERNAME", "neo4j"), neo4j_env["NEO4J_PASSWORD"])
    engine = Engine("neo4j", neo4j_store, neo4j_env["NEO4J_URI"], user, neo4j_env.get("NEO4J_DATABASE"))
    yield engine
    engine.driver.close()


@pytest.fixture(params=["arcade", "server"])
def engine(request: pytest.FixtureRequest) -> Engine:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Engine)
    return found


# Two ways from A to D: the short one over a step that does not count, the long one over steps that do.
DETOUR = (
    "CREATE (a:Country {id: 'A'}), (b:Country {id: 'B'}), (c:Country {id: 'C'}), (d:Country {id: 'D'}), "
    "(a)-[:OWES {ok: false}]->(d), (a)-[:OWES {ok: true}]->(b), (b)-[:OWES {ok: true}]->(c), (c)-[:OWES {ok: true}]->(d)"
)
FILTERED = (
    "MATCH (a:Country {id: 'A'}), (d:Country {id: 'D'}) MATCH p = shortestPath((a)-[:OWES*]->(d)) "
    "WHERE all(r IN relationships(p) WHERE r.ok) RETURN length(p) AS hops"
)


def test_the_embedded_engine_filters_a_shortest_path_after_choosing_it(arcade: Engine) -> None:
    """So no code asks it for a filtered shortest path: paths are searched by `queries`, the same on both engines."""
    arcade.ask(DETOUR)
    assert arcade.ask(FILTERED) == []


def test_neo4j_filters_a_shortest_path_while_it_searches(server: Engine) -> None:
    server.ask(DETOUR)
    assert server.ask(FILTERED) == [{"hops": 3}]


@pytest.mark.parametrize("words", ["SHORTEST 2", "ANY SHORTEST", "ALL SHORTEST"])
def test_the_embedded_engine_does_not_know_shortest_k(arcade: Engine, words: str) -> None:
    """So they are not used."""
    arcade.ask(DETOUR)
    text = "MATCH p = {} (a:Country {{id: 'A'}})-[:OWES]->+(d:Country {{id: 'D'}}) RETURN length(p) AS hops"
    assert arcade.error(text.format(words)).code == "Neo.ClientError.Statement.SyntaxError"


def test_neo4j_knows_shortest_k(server: Engine) -> None:
    server.ask(DETOUR)
    text = "MATCH p = SHORTEST 2 (a:Country {id: 'A'})-[:OWES]->+(d:Country {id: 'D'}) RETURN length(p) AS n ORDER BY n"
    assert server.ask(text) == [{"n": 1}, {"n": 3}]


def test_the_embedded_engine_writes_in_read_mode(arcade: Engine) -> None:
    """So reading is made safe by a user who may only read."""
    with arcade.session(default_access_mode=neo4j.READ_ACCESS) as session:
        session.run("CREATE (:Country {id: 'A'})").consume()
    assert arcade.ask("MATCH (c:Country) RETURN count(c) AS n") == [{"n": 1}]


def test_neo4j_refuses_writes_in_read_mode(server: Engine) -> None:
    with server.session(default_access_mode=neo4j.READ_ACCESS) as session:
        with pytest.raises(ClientError) as told:
            session.run("CREATE (:Country {id: 'A'})").consume()
        assert told.value.code == "Neo.ClientError.Statement.AccessMode"


def test_explain_of_the_embedded_engine_calls_everything_a_write(arcade: Engine) -> None:
    """So its EXPLAIN is not asked whether a statement reads."""
    with arcade.session() as session:
        assert session.run("EXPLAIN MATCH (n) RETURN n").consume().query_type == "w"


def test_read_mode_of_neo4j_reads_files(server: Engine, tmp_path: Path) -> None:
    """So a user's statement is EXPLAINed first and refused for what its plan shows."""
    file = tmp_path / "a.csv"
    file.write_text("sentinel\n", "utf-8")
    statement = f"LOAD CSV FROM 'file://{file}' AS line RETURN line"
    with server.session(default_access_mode=neo4j.READ_ACCESS) as session:
        assert [record["line"] for record in session.run(statement)] == [["sentinel"]]
        summary = session.run("EXPLAIN " + statement).consume()
    assert summary.query_type == "r"
    assert "LoadCSV" in json.dumps(summary.plan)


def test_read_mode_of_neo4j_terminates_transactions(server: Engine) -> None:
    with server.session(default_access_mode=neo4j.READ_ACCESS) as session:
        (record,) = session.run("TERMINATE TRANSACTIONS 'neo4j-transaction-999999'")
        assert "not found" in record["message"].lower()
        summary = session.run("EXPLAIN TERMINATE TRANSACTIONS 'neo4j-transaction-999999'").consume()
    assert "TerminateTransactions" in json.dumps(summary.plan)


def test_the_embedded_engine_reads_any_file_for_its_administrator(arcade: Engine, tmp_path: Path) -> None:
    """So the administrator never runs a reading command's statement."""
    file = tmp_path / "a.csv"
    file.write_text("sentinel\n", "utf-8")
    assert arcade.ask(f"LOAD CSV FROM 'file://{file}' AS line RETURN line") == [{"line": ["sentinel"]}]


def test_labels_and_types_of_the_embedded_engine_share_one_namespace(arcade: Engine) -> None:
    """So no relationship type is named like a label."""
    arcade.ask("CREATE (:Country {id: 'A'})")
    assert arcade.error("CREATE (:Area {id: 'B'})-[:Country {id: 'r'}]->(:Area {id: 'C'})")


def test_neo4j_keeps_labels_and_types_apart(server: Engine) -> None:
    server.ask("CREATE (:Country {id: 'A'})-[:Country {id: 'r'}]->(:Area {id: 'C'})")
    assert server.ask("MATCH ()-[r:Country]->() RETURN count(r) AS n") == [{"n": 1}]


def test_two_labels_are_a_type_of_its_own_in_the_embedded_engine(arcade: Engine) -> None:
    """So every node has one label: the index of the one does not cover the type of the two."""
    arcade.ask("CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE")
    arcade.ask("CREATE (:Country:Former {id: 'SUN'})")
    names = arcade.ask("MATCH (n:Country) RETURN labels(n) AS labels")
    assert [sorted(row["labels"]) for row in names] == [["Country", "Former"]]
    types = arcade.store.engine.home
    assert types
    schema = json.loads((types / "databases/foedera/schema.json").read_text("utf-8"))
    assert any("Country" in name and "Former" in name for name in schema["types"])


def test_an_empty_answer_of_the_embedded_engine_has_no_columns(arcade: Engine) -> None:
    """So stored queries declare theirs."""
    with arcade.session() as session:
        assert list(session.run("MATCH (n:Country) RETURN n.id AS id, n.name AS name").keys()) == []


def test_an_empty_answer_of_neo4j_has_its_columns(server: Engine) -> None:
    with server.session() as session:
        assert list(session.run("MATCH (n:Country) RETURN n.id AS id, n.name AS name").keys()) == [
            "id",
            "name",
        ]


def conflicts(engine: Engine, statement: str, *, threads: int = 4, times: int = 25) -> list[Neo4jError]:
    """What auto-commit statements fail with when several run at the same time."""
    failed: list[Neo4jError] = []

    def run() -> None:
        for i in range(times):
            try:
                engine.ask(statement, i=i)
            except Neo4jError as error:
                failed.append(error)

    workers = [threading.Thread(target=run) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return failed


def test_auto_commit_statements_of_the_embedded_engine_fail_with_passing_conflicts(arcade: Engine) -> None:
    """So everything runs in a transaction that is repeated."""
    arcade.ask("CREATE (:Country {id: 'A', n: 0})")
    failed: list[Neo4jError] = []
    for _ in range(10):
        failed += conflicts(arcade, "MATCH (c:Country {id: 'A'}) SET c.n = c.n + 1")
        if failed:
            break
    assert {error.code for error in failed} == {"Neo.TransientError.Transaction.DeadlockDetected"}


def test_what_the_store_writes_at_the_same_time_is_all_there(store: Store) -> None:
    store.write(lambda tx: tx.run("CREATE (:Country {id: 'A', n: 0})"))

    def run() -> None:
        for _ in range(10):
            store.write(lambda tx: tx.run("MATCH (c:Country {id: 'A'}) SET c.n = c.n + 1"))

    workers = [threading.Thread(target=run) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert store.read("MATCH (c:Country) RETURN c.n AS n").rows == [{"n": 30}]


def merge_the_same_new_id(engine: Engine) -> list[str]:
    """Two open transactions merge an id that is not there yet; how the second ends when the first commits."""
    engine.ask("CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE")
    if engine.name == "neo4j":
        engine.ask("CALL db.awaitIndexes()")
    codes: list[str] = []
    with engine.session() as one, engine.session() as two:
        first, second = one.begin_transaction(), two.begin_transaction()
        first.run("MERGE (:Country {id: 'A'})").consume()

        def other() -> None:
            try:
                second.run("MERGE (:Country {id: 'A'})").consume()
                second.commit()
            except Neo4jError as error:
                codes.append(str(error.code))

        thread = threading.Thread(target=other)
        thread.start()
        time.sleep(0.2)
        try:
            first.commit()
        except Neo4jError as error:
            codes.append(str(error.code))
        thread.join()
    return codes


def test_two_merges_of_one_new_id_clash_in_the_embedded_engine(arcade: Engine) -> None:
    """With an error that the driver does not repeat: so there is one writer at a time."""
    assert merge_the_same_new_id(arcade) == ["Neo.ClientError.Schema.ConstraintValidationFailed"]


def test_two_merges_of_one_new_id_agree_on_neo4j(server: Engine) -> None:
    assert merge_the_same_new_id(server) == []


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


def test_a_date_compared_with_text_is_never_true(engine: Engine) -> None:
    """On both, without an error: so parameters have declared types."""
    engine.ask("CREATE (:Event {id: 'e', on: date('2022-02-24')})")
    for comparison in ("=", "<", ">", "<=", ">="):
        text = f"MATCH (e:Event) WHERE e.on {comparison} $day RETURN count(e) AS n"
        assert engine.ask(text, day="2022-02-24") == [{"n": 0}], comparison
        assert engine.ask(text, day="1900-01-01") == [{"n": 0}], comparison


def test_null_in_a_merge_pattern_is_refused_by_neo4j(server: Engine) -> None:
    """So MERGE is on the id alone."""
    error = server.error("MERGE (:Country {id: 'A', name: $name})", name=None)
    assert error.code == "Neo.ClientError.Statement.SemanticError"


def test_null_in_a_merge_pattern_creates_in_the_embedded_engine(arcade: Engine) -> None:
    for _ in range(2):
        arcade.ask("MERGE (:Country {id: 'A', name: $name})", name=None)
    assert arcade.ask("MATCH (c:Country) RETURN count(c) > 0 AS made") == [{"made": True}]


def test_a_map_is_no_property(engine: Engine) -> None:
    """On both: so properties are flat."""
    assert engine.error("CREATE (:Country {id: 'A', detail: $detail})", detail={"a": 1})


def plan(engine: Engine, statement: str, **params: Any) -> str:
    with engine.session() as session:
        return json.dumps(session.run("EXPLAIN " + statement, params).consume().plan)


def test_a_union_of_labels_uses_the_indexes_of_both(arcade: Engine) -> None:
    """A node matched without a label is a scan: so statements name labels, and time shows which."""
    for label in ("Country", "Organization"):
        arcade.ask(f"CREATE CONSTRAINT c{label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
        arcade.ask(f"UNWIND range(1, 20000) AS i CREATE (:{label} {{id: '{label}' + i}})")
    named = timed(arcade, "MATCH (n:Country|Organization {id: $id}) RETURN n.id AS id")
    bare = timed(arcade, "MATCH (n {id: $id}) RETURN n.id AS id")
    assert bare > 4 * named, (bare, named)


def test_a_relationship_found_by_its_id_alone_is_a_scan(arcade: Engine) -> None:
    """So relationships are found from their ends."""
    for text in (
        "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT r IF NOT EXISTS FOR ()-[r:OWES]-() REQUIRE r.id IS UNIQUE",
        "UNWIND range(1, 20000) AS i CREATE (:Country {id: 'C' + i})-[:OWES {id: 'r' + i}]->(:Area {id: 'a' + i})",
    ):
        arcade.ask(text)
    alone = timed(arcade, "MATCH ()-[r:OWES {id: $id}]->() RETURN r.id AS id", id="r19999")
    ends = timed(
        arcade,
        "MATCH (:Country {id: $start})-[r:OWES {id: $id}]->() RETURN r.id AS id",
        id="r19999",
        start="C19999",
    )
    assert alone > 4 * ends, (alone, ends)


def timed(engine: Engine, statement: str, **params: Any) -> float:
    """The best of five, in seconds."""
    params = params or {"id": "Country19999"}
    best = 1e9
    with engine.session() as session:
        for _ in range(6):
            started = time.perf_counter()
            assert len(list(session.run(statement, params))) == 1
            best = min(best, time.perf_counter() - started)
    return best


def test_errors_differ_in_wording_and_position(arcade: Engine, server: Engine) -> None:
    """So one module, `graph/store/failures.py`, makes them one."""
    theirs, ours = server.error("MATCH (n RETURN n"), arcade.error("MATCH (n RETURN n")
    assert theirs.code == ours.code == "Neo.ClientError.Statement.SyntaxError"
    assert "(line 1, column 10 (offset: 9))" in str(theirs.message)
    assert str(ours.message).startswith("Syntax error at line 1:9 - ")


def test_an_unknown_procedure_is_a_failure_of_the_embedded_engine(arcade: Engine, server: Engine) -> None:
    assert isinstance(arcade.error("CALL no.such()"), DatabaseError)
    assert isinstance(server.error("CALL no.such()"), ClientError)


def test_element_ids_differ(arcade: Engine, server: Engine) -> None:
    """So nothing shows one."""
    (theirs,) = server.ask("CREATE (c:Country {id: 'A'}) RETURN elementId(c) AS id")
    (ours,) = arcade.ask("CREATE (c:Country {id: 'A'}) RETURN elementId(c) AS id")
    assert ours["id"].startswith("#")
    assert theirs["id"].startswith("4:")


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
        gone = _embedded(store)
        gone.ask("RETURN 1 AS one")
    assert gone.error("RETURN 1 AS one").code == "Neo.ClientError.Security.Unauthorized"
    gone.driver.close()
