"""What only Neo4j has: its own procedures and its administration commands."""

import pytest

from foedera.graph.errors import WriteRefused
from foedera.graph.store import Store

TELLS = (
    "this is an administration command; reading commands run queries only. `foedera cypher` and `foedera shell`"
    " run it with --write, db.cypher in Python with write=True."
)


@pytest.mark.parametrize(
    "statement",
    [
        "SHOW USERS",
        "SHOW DATABASES",
        "/* who */ SHOW CURRENT USER",
        "CREATE USER intruder SET PASSWORD 'long-enough' CHANGE NOT REQUIRED",
        "DROP USER intruder IF EXISTS",
    ],
)
def test_administration_is_refused_as_what_it_is(neo4j_store: Store, statement: str) -> None:
    """It may change nothing, but it is no query; the writer may run it."""
    with pytest.raises(WriteRefused) as told:
        neo4j_store.read(statement, guarded=True)
    assert (str(told.value), told.value.exit_code) == (TELLS, 2)


@pytest.mark.parametrize(
    "statement",
    ["CALL dbms.components()", "CALL dbms.components() YIELD name RETURN name", "CALL dbms.info()"],
)
def test_what_the_server_tells_of_itself_is_answered(neo4j_store: Store, statement: str) -> None:
    """Neo4j counts these calls among the changes of its schema; they change nothing."""
    assert len(neo4j_store.read(statement, guarded=True).rows) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "CALL dbms.components() YIELD name CREATE (:Fresh {id: name})",
        "CALL dbms.components() YIELD name CALL db.createLabel('Fresh') RETURN name",
        "CALL dbms.components() YIELD name CALL (name) { CREATE (:Fresh) } RETURN name",
        "CALL db.clearQueryCaches()",
    ],
)
def test_they_open_no_way_to_write(neo4j_store: Store, statement: str) -> None:
    """With anything else in the statement it is refused."""
    with pytest.raises(WriteRefused):
        neo4j_store.read(statement, guarded=True)
    assert neo4j_store.read("MATCH (n) RETURN count(n) AS n").rows == [{"n": 0}]
