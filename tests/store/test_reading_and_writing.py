"""What the store's users rely on, the same on both engines."""

from __future__ import annotations

import datetime
import re

import pytest

from foedera.graph import errors
from foedera.graph.store import Store, Transaction

COUNTRY = "CREATE CONSTRAINT country_id IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE"
FILL = "UNWIND $ids AS id MERGE (c:Country {id: id}) RETURN count(*) AS n"


def fill(store: Store, *ids: str) -> None:
    store.write(lambda tx: tx.run(FILL, {"ids": list(ids)}))


def test_what_was_written_is_read(store: Store) -> None:
    fill(store, "USA", "JPN")
    rows = store.read("MATCH (c:Country) RETURN c.id AS id ORDER BY id")
    assert rows.columns == ["id"]
    assert list(rows) == [{"id": "JPN"}, {"id": "USA"}]
    assert len(rows) == 2


def test_dates_come_as_pythons_own(store: Store) -> None:
    given = {"day": datetime.date(1951, 9, 8), "days": [datetime.date(1949, 4, 4)]}
    (row,) = store.read("RETURN $day AS day, $days AS days, datetime('2022-01-28T10:00:00Z') AS at", given)
    assert row["day"] == datetime.date(1951, 9, 8)
    assert type(row["day"]) is datetime.date
    assert row["days"] == [datetime.date(1949, 4, 4)]
    assert row["at"] == datetime.datetime(2022, 1, 28, 10, tzinfo=datetime.UTC)


def test_nodes_relationships_and_paths_stay_what_the_driver_makes_them(store: Store) -> None:
    from neo4j.graph import Node, Path, Relationship

    store.write(
        lambda tx: tx.run("CREATE (:Country {id: 'USA'})-[:BORDERS {id: 'b'}]->(:Country {id: 'CAN'})")
    )
    (row,) = store.read("MATCH p = (a:Country)-[r]->(b:Country) RETURN a, r, p")
    assert isinstance(row["a"], Node)
    assert isinstance(row["r"], Relationship)
    assert isinstance(row["p"], Path)
    assert row["r"]["id"] == "b"


def test_a_stream_passes_its_rows_on_one_at_a_time(store: Store) -> None:
    with store.stream("UNWIND range(1, $n) AS i RETURN i ORDER BY i", {"n": 5000}) as stream:
        assert stream.columns == ["i"]
        rows = iter(stream)
        assert [next(rows)["i"] for _ in range(3)] == [1, 2, 3]
        assert store.read("RETURN 1 AS one").rows == [{"one": 1}]
        assert sum(1 for _ in rows) == 4997


def test_a_stream_may_be_left_early(store: Store) -> None:
    with store.stream("UNWIND range(1, 100000) AS i RETURN i") as stream:
        assert next(iter(stream)) == {"i": 1}
    assert store.read("RETURN 1 AS one").rows == [{"one": 1}]


def test_the_schema_may_be_asked_for_again(store: Store) -> None:
    store.schema([COUNTRY, COUNTRY])
    store.schema([COUNTRY])
    assert [row["name"] for row in store.read("SHOW CONSTRAINTS YIELD name RETURN name")] == ["country_id"]


def test_a_write_that_fails_leaves_nothing(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.run("CREATE (:Country {id: 'USA'})")
        raise LookupError("a bug of ours")

    with pytest.raises(LookupError):
        store.write(work)
    assert store.read("MATCH (c:Country) RETURN count(c) AS n").rows == [{"n": 0}]


def test_a_broken_constraint_is_told_in_one_line(store: Store) -> None:
    store.schema([COUNTRY])
    fill(store, "USA")
    with pytest.raises(errors.CypherError, match=r"^a constraint forbids this: [^\n]*$") as told:
        store.write_cypher("CREATE (:Country {id: 'USA'})")
    assert "USA" in str(told.value)


def test_reset_removes_data_and_when_asked_the_schema(store: Store) -> None:
    store.schema([COUNTRY])
    fill(store, *(f"C{i}" for i in range(4500)))
    store.write(lambda tx: tx.run("MATCH (a:Country {id: 'C1'}), (b:Country) CREATE (a)-[:BORDERS]->(b)"))
    store.reset()
    assert store.read("MATCH (n) RETURN count(n) AS n").rows == [{"n": 0}]
    assert len(store.read("SHOW CONSTRAINTS YIELD name RETURN name")) == 1
    store.reset(schema=True)
    assert len(store.read("SHOW CONSTRAINTS YIELD name RETURN name")) == 0


def test_the_engine_says_what_it_is(store: Store) -> None:
    engine = store.engine
    if engine.embedded:
        assert engine.name == "ArcadeDB"
        assert engine.home is not None
        assert engine.address.startswith("bolt://127.0.0.1:")
    else:
        assert engine.name == "Neo4j"
        assert engine.home is None
        assert int(engine.version.split(".")[0]) >= 5


def test_writing_may_be_nested(store: Store) -> None:
    with store.writing(), store.writing():
        fill(store, "USA")
    fill(store, "JPN")
    assert store.read("MATCH (c:Country) RETURN count(c) AS n").rows == [{"n": 2}]


SYNTAX = {
    "MATCH (n RETURN n": r"Cypher syntax error at line 1, column 10: .+",
    "RETURN 1 +\n +": r"Cypher syntax error at line 2, column 3: .+",
    "RETURN foo(1)": r"Cypher syntax error.*: Unknown function 'foo'",
    "MATCH (n) RETURN m": r"Cypher (syntax )?error.*: Variable .m. not defined",
    "CALL no.such()": r".*no\.such.*",
    "RETURN $day": r"Cypher error: Expected parameter\(s\): day",
    "RETURN 1/0": r"Cypher error: / by zero",
}


@pytest.mark.parametrize("guarded", [True, False])
@pytest.mark.parametrize("statement", SYNTAX)
def test_what_is_wrong_with_a_statement_is_one_line(store: Store, statement: str, guarded: bool) -> None:
    with pytest.raises(errors.BadInput) as told:
        store.read(statement, guarded=guarded)
    assert re.fullmatch(SYNTAX[statement], str(told.value)), str(told.value)
    assert told.value.exit_code == 2


def test_an_empty_statement_of_a_user_is_told(store: Store) -> None:
    with pytest.raises(errors.CypherError, match=r"^the statement is empty$"):
        store.read("  ", guarded=True)


@pytest.mark.parametrize("value", [object(), {1: 2}, 2**70])
def test_a_parameter_that_cannot_be_sent_is_told(store: Store, value: object) -> None:
    with pytest.raises(errors.BadInput, match=r"^a parameter cannot be sent to the database: "):
        store.read("RETURN $x", {"x": value})


def test_a_stream_tells_a_wrong_statement_before_its_first_row(store: Store) -> None:
    with pytest.raises(errors.CypherError, match="line 1, column 10"), store.stream("MATCH (n RETURN n"):
        raise AssertionError("no row may come")


def test_an_error_after_the_first_row_keeps_its_kind(store: Store) -> None:
    statement = "UNWIND range(1, 3000) AS i RETURN 1 / (2900 - i) AS x"
    with pytest.raises(errors.CypherError, match="by zero"), store.stream(statement) as stream:
        list(stream)
