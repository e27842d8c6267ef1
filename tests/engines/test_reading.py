"""What the engines answer, and to whom.

Each test of this folder states an edge of an engine that the code works around, and fails when it is gone, so that an
upgrade tells us what may be simplified.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import ClientError, DatabaseError

from foedera.queries.commitments import EACH_PARTY

from .direct import Engine

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


def test_a_date_compared_with_text_is_never_true(engine: Engine) -> None:
    """On both, without an error: so parameters have declared types."""
    engine.ask("CREATE (:Event {id: 'e', on: date('2022-02-24')})")
    for comparison in ("=", "<", ">", "<=", ">="):
        text = f"MATCH (e:Event) WHERE e.on {comparison} $day RETURN count(e) AS n"
        assert engine.ask(text, day="2022-02-24") == [{"n": 0}], comparison
        assert engine.ask(text, day="1900-01-01") == [{"n": 0}], comparison


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


def test_a_union_of_labels_uses_the_indexes_of_both(arcade: Engine) -> None:
    """A node matched without a label is a scan: so statements name labels, and time shows which."""
    for label in ("Country", "Organization"):
        arcade.ask(f"CREATE CONSTRAINT c{label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
        arcade.ask(f"UNWIND range(1, 20000) AS i CREATE (:{label} {{id: '{label}' + i}})")
    named = timed(arcade, "MATCH (n:Country|Organization {id: $id}) RETURN n.id AS id")
    bare = timed(arcade, "MATCH (n {id: $id}) RETURN n.id AS id")
    assert bare > 4 * named, (bare, named)


def test_ids_in_a_list_use_no_index_for_a_union_of_labels(arcade: Engine) -> None:
    """So a frontier asks for one label at a time, as `queries.commitments.EACH_PARTY` does."""
    for label in ("Country", "Organization"):
        arcade.ask(f"CREATE CONSTRAINT c{label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
        arcade.ask(f"UNWIND range(1, 3000) AS i CREATE (:{label} {{id: '{label}' + i}})")
    ids = [f"Country{number}" for number in range(1, 31)]
    apart = timed(arcade, EACH_PARTY.format("$ids") + " RETURN count(p) AS n", ids=ids)
    for text in (
        "UNWIND $ids AS id MATCH (p:Country|Organization {id: id}) RETURN count(p) AS n",
        "MATCH (p:Country|Organization) WHERE p.id IN $ids MATCH (p) RETURN count(p) AS n",
    ):
        union = timed(arcade, text, ids=ids)
        assert union > 4 * apart, (text, union, apart)


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
