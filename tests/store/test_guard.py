"""A reading command cannot write, read a file, call an address, or change the server: on either engine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from foedera.graph import errors
from foedera.graph.store import Store, guard

SENTINEL = "sentinel-4711"
AS_WRITER = "`foedera cypher` and `foedera shell` run it with --write, db.cypher in Python with write=True."

WRITES = [
    "CREATE (:Country {id: 'NEW'})",
    "CREATE (:Fresh {id: 'NEW'})",
    "MERGE (:Country {id: 'NEW'})",
    "MERGE (c:Country {id: 'USA'}) ON MATCH SET c.name = 'changed'",
    "MATCH (a:Country {id: 'USA'}), (b:Country {id: 'JPN'}) CREATE (a)-[:BORDERS {id: 'new'}]->(b)",
    "MATCH (a:Country {id: 'USA'}), (b:Country {id: 'JPN'}) MERGE (a)-[:FRESH {id: 'new'}]->(b)",
    "MATCH (c:Country {id: 'USA'}) SET c.name = 'changed'",
    "MATCH (c:Country {id: 'USA'}) SET c += {name: 'changed'}",
    "MATCH (c:Country {id: 'USA'}) SET c = {id: 'changed'}",
    "MATCH (c:Country {id: 'USA'}) SET c:Fresh",
    "MATCH ()-[r:BORDERS]->() SET r.id = 'changed'",
    "MATCH (c:Country {id: 'USA'}) REMOVE c.name",
    "MATCH (c:Country {id: 'USA'}) REMOVE c:Country",
    "MATCH (c:Country {id: 'USA'}) DETACH DELETE c",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (n) DETACH DELETE n",
    "FOREACH (i IN range(1, 3) | CREATE (:Country {id: 'NEW' + i}))",
    "MATCH (c:Country) CALL (c) { CREATE (:Country {id: c.id + '2'}) } RETURN c.id",
    "MATCH (c:Country) CALL (c) { SET c.name = 'changed' } IN TRANSACTIONS OF 1 ROWS",
    "PROFILE CREATE (:Country {id: 'NEW'})",
    "/* a comment */ CREATE (:Country {id: 'NEW'}) // and another",
    "CREATE CONSTRAINT fresh_id IF NOT EXISTS FOR (n:Fresh) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX country_name IF NOT EXISTS FOR (n:Country) ON (n.name)",
    "DROP CONSTRAINT country_id",
    "DROP CONSTRAINT country_id IF EXISTS",
    "DROP INDEX country_capital IF EXISTS",
    "CREATE USER intruder SET PASSWORD 'long-enough' CHANGE NOT REQUIRED",
    "ALTER USER neo4j SET PASSWORD 'long-enough'",
    "DROP USER neo4j",
    "CREATE DATABASE fresh",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message",
    "CALL db.createLabel('Fresh')",
    "CALL db.createProperty('fresh')",
    "CALL merge.node(['Fresh'], {id: 'NEW'})",
    "CALL apoc.merge.node(['Fresh'], {id: 'NEW'})",
    "CALL apoc.cypher.runWrite('CREATE (:Fresh)', {})",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DETACH DELETE n', {})",
    "CALL refactor.mergeNodes([], {})",
    "CALL tx.setMetaData({a: 1})",
    "CALL db.clearQueryCaches()",
    "CALL dbms.killQuery('query-1')",
    "CALL dbms.setConfigValue('db.logs.query.enabled', 'OFF')",
]

OUTGOING = [
    "LOAD CSV FROM 'file://{file}' AS line RETURN line",
    "LOAD CSV FROM '{file}' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'file://{file}' AS line RETURN line",
    "load /* */ csv from 'file://{file}' AS line RETURN line",
    "CALL () {{ LOAD CSV FROM 'file://{file}' AS line RETURN line }} RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:{port}/' AS line RETURN line",
    "LOAD CSV FROM 'http://localhost:{port}/' AS line RETURN line",
    "LOAD CSV FROM 'ftp://127.0.0.1:{port}/' AS line RETURN line",
    "LOAD CSV FROM $url AS line RETURN line",
    "CALL apoc.load.csv('file://{file}') YIELD line RETURN line",
    "CALL apoc.load.json('http://127.0.0.1:{port}/') YIELD value RETURN value",
    "CALL apoc.import.csv([], [], {{}})",
    "CALL dbms.listConfig() YIELD name, value RETURN name, value",
    "IMPORT DATABASE file://{file}",
    "CALL sql('IMPORT DATABASE file://{file}')",
    "BACKUP DATABASE",
]


def snapshot(store: Store) -> dict[str, Any]:
    """All that the statements try to change."""
    asked = {
        "nodes": "MATCH (n) RETURN labels(n) AS labels, properties(n) AS data ORDER BY n.id",
        "relationships": "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS data, b.id AS b ORDER BY r.id",
        "constraints": "SHOW CONSTRAINTS YIELD name, labelsOrTypes, properties RETURN * ORDER BY name",
        "indexes": "SHOW INDEXES YIELD name, labelsOrTypes, properties RETURN * ORDER BY name",
        "labels": "CALL db.labels()",
        "types": "CALL db.relationshipTypes()",
    }
    found: dict[str, Any] = {name: store.read(text).rows for name, text in asked.items()}
    found["users"] = store.write_cypher("SHOW USERS").rows
    if store.engine.home:
        found["passwords"] = (store.engine.home / "config/server-users.jsonl").read_text("utf-8")
    return found


@pytest.fixture
def filled(store: Store) -> Store:
    store.schema(
        [
            "CREATE CONSTRAINT country_id IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE",
            "CREATE INDEX country_capital IF NOT EXISTS FOR (n:Country) ON (n.capital)",
        ]
    )
    text = (
        "CREATE (:Country {id: 'USA', name: 'United States', capital: 'Washington'})"
        "-[:BORDERS {id: 'USA:CAN'}]->(:Country {id: 'CAN', name: 'Canada', capital: 'Ottawa'}), "
        "(:Country {id: 'JPN', name: 'Japan', capital: 'Tokyo'})"
    )
    store.write(lambda tx: tx.run(text))
    return store


def test_no_statement_that_writes_changes_anything(filled: Store) -> None:
    before = snapshot(filled)
    for statement in WRITES:
        with pytest.raises((errors.WriteRefused, errors.CypherError)):
            rows = filled.read(statement, guarded=True)
            raise AssertionError(f"{statement} answered {rows}")
        assert snapshot(filled) == before, statement


@pytest.mark.parametrize("statement", [WRITES[0], WRITES[6], WRITES[13], WRITES[21], WRITES[30]])
def test_a_refused_write_says_what_to_do(filled: Store, statement: str) -> None:
    with pytest.raises(errors.WriteRefused) as told:
        filled.read(statement, guarded=True)
    assert str(told.value) == f"this statement writes; reading commands do not. {AS_WRITER}"
    assert told.value.exit_code == 2


def test_a_stored_query_cannot_write_either(filled: Store) -> None:
    before = snapshot(filled)
    for statement in (WRITES[0], WRITES[6], WRITES[15], WRITES[22]):
        with pytest.raises(errors.WriteRefused):
            filled.read(statement)
    assert snapshot(filled) == before


@pytest.fixture
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine, and what anybody sent to it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        ended = threading.Event()

        def listen() -> None:
            while not ended.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    heard.append(b"contact")

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], heard
        ended.set()
        thread.join()


def test_no_file_is_read_and_no_address_is_called(
    filled: Store, tmp_path: Path, listener: tuple[int, list[bytes]]
) -> None:
    file = tmp_path / "secret.csv"
    file.write_text(SENTINEL, "utf-8")
    port, heard = listener
    params = {"url": f"file://{file}"}
    for text in OUTGOING:
        statement = text.format(file=file, port=port)
        with pytest.raises((errors.WriteRefused, errors.CypherError)) as told:
            rows = filled.read(statement, params, guarded=True)
            raise AssertionError(f"{statement} answered {rows}")
        assert SENTINEL not in str(told.value), statement
    assert heard == []


def test_a_public_address_is_refused_before_it_is_looked_up(store: Store) -> None:
    """192.0.2.0/24 is set aside for documentation: a call would run into a timeout, not into a refusal."""
    for address in ("http://192.0.2.1/", "https://192.0.2.1/", "http://no-such-name.invalid/"):
        with pytest.raises(errors.WriteRefused):
            store.read(f"LOAD CSV FROM '{address}' AS line RETURN line", guarded=True)


def test_a_refused_file_says_what_to_do(store: Store) -> None:
    with pytest.raises(errors.WriteRefused) as told:
        store.read("LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line", guarded=True)
    assert str(told.value) == (
        "this statement reads a file or an address outside the database; reading commands do not. "
        "Load data with foedera load."
    )


def test_neo4j_names_the_procedure_it_does_not_call(neo4j_store: Store) -> None:
    with pytest.raises(errors.WriteRefused) as told:
        neo4j_store.read("CALL dbms.listConfig() YIELD name RETURN name", guarded=True)
    assert str(told.value) == (
        f"the procedure dbms.listConfig may do more than read; reading commands do not call it. {AS_WRITER}"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (c:Country) RETURN c.id AS id ORDER BY id",
        "EXPLAIN MATCH (c:Country) RETURN c",
        "PROFILE MATCH (c:Country) RETURN c.id AS id",
        "MATCH (c:Country) RETURN c.id;",
        "CALL db.labels()",
        "CALL db.labels() YIELD label RETURN label ORDER BY label",
        "CALL db.propertyKeys()",
        "CALL db.schema.visualization()",
        "SHOW CONSTRAINTS",
        "SHOW INDEXES",
        "RETURN 'LOAD CSV FROM x; CREATE (n); TERMINATE TRANSACTIONS' AS text",
        "MATCH (a:Country {id: 'USA'}), (b:Country {id: 'CAN'}) MATCH p = shortestPath((a)-[*]->(b)) RETURN p",
        "UNWIND [1, 2] AS i CALL (i) { RETURN i * 2 AS twice } RETURN twice",
        "// a comment first\nMATCH (c:Country) RETURN count(c) AS n",
        "MATCH (c:Country) WHERE c.id = $id RETURN c.name AS name",
    ],
)
def test_what_only_reads_is_answered(filled: Store, statement: str) -> None:
    filled.read(statement, {"id": "USA"}, guarded=True)


def test_the_writer_may_write(filled: Store) -> None:
    filled.write_cypher("CREATE (:Country {id: $id})", {"id": "NEW"})
    assert filled.read("MATCH (c:Country {id: 'NEW'}) RETURN count(c) AS n").rows == [{"n": 1}]


@pytest.mark.parametrize("statement", WRITES)
def test_no_row_of_a_statement_that_writes_is_passed_on(filled: Store, statement: str) -> None:
    """The embedded engine refuses some only at commit: nothing may be told before."""
    before = snapshot(filled)
    with (
        pytest.raises((errors.WriteRefused, errors.CypherError)),
        filled.stream(statement, guarded=True) as rows,
    ):
        raise AssertionError(f"{statement} answered {list(rows)}")
    assert snapshot(filled) == before


@pytest.mark.parametrize(
    ("statement", "suspected"),
    [
        ("MATCH (c:Country) WHERE c.dataset = 'core' RETURN c.created AS offset", False),
        ("MATCH (c:Country)SET c.x = 1", True),
        ("MATCH (c:Country {id: 1}) set c.x = 1", True),
        ("MATCH (c:Country) WHERE c.x = 1SET c.y = 2", True),
        ("MATCH (c:Country) WHERE c.x = 0xFFSET c.y = 2", True),
        ("MATCH (c:Country) WHERE c.x = 1.e5SET c.y = 2", True),
        ("MATCH (é)WHERE true éSET é.x = 1", True),
        ("MATCH (c:Country) \\u0053ET c.x = 1", True),
        ("RETURN 'to set an example' AS text", True),
        ("RETURN 'an asset' AS text", False),
    ],
)
def test_only_whole_words_are_suspected_of_writing(statement: str, suspected: bool) -> None:
    """A suspected statement is read to its end before a row is passed on; `dataset` need not be."""
    assert guard.may_write(statement) == suspected
