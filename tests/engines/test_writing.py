"""What the engines make of a write.

Each test of this folder states an edge of an engine that the code works around, and fails when it is gone, so that an
upgrade tells us what may be simplified.
"""

from __future__ import annotations

import json
import threading
import time

from neo4j.exceptions import Neo4jError

from foedera.graph.store import Store

from .direct import Engine


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


def test_the_embedded_engine_loses_its_way_where_it_deletes_what_it_goes_through(arcade: Engine) -> None:
    """So the writer finds all the relationships of a batch before it deletes the first."""
    found = "UNWIND range(1, 400) AS i MATCH (:Country {id: $id})-[r:OWES {id: i}]->()"
    for id in ("A", "B"):
        made = "CREATE (a:Country {id: $id}) WITH a UNWIND range(1, 400) AS i CREATE (a)-[:OWES {id: i}]->(:Obligation)"
        arcade.ask(made, id=id)
    error = arcade.error(f"{found} DELETE r RETURN i AS id", id="A")
    assert str(error.message).startswith("Error executing Cypher command")
    text = f"{found} WITH collect(r) AS gone UNWIND gone AS r WITH r, r.id AS id DELETE r RETURN id"
    assert len(arcade.ask(text, id="B")) == 400
