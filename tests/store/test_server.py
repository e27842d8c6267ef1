"""What is said about a Neo4j that cannot be used, and what to do next."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from foedera.graph import errors
from foedera.graph import store as stores
from foedera.graph.store import server

from .test_two_processes import ENDLESS


@contextmanager
def refused(kind: type[errors.FoederaError]) -> Iterator[pytest.ExceptionInfo[errors.FoederaError]]:
    with pytest.raises(kind) as told:
        yield told
    assert "\n" not in str(told.value)


@pytest.fixture
def neo4j(neo4j_env: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in neo4j_env.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.mark.parametrize("address", ["localhost:7687", "http://localhost:7474", "bolt://"])
def test_an_address_of_something_else(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("NEO4J_URI", address)
    with refused(errors.BadInput) as told:
        stores.open()
    assert str(told.value) == f"NEO4J_URI: {address!r} is no address of a server; expected neo4j://HOST:PORT"


@pytest.mark.parametrize("address", ["bolt://127.0.0.1:1", "bolt://no-such-name.invalid:7687"])
def test_nobody_answers(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("NEO4J_URI", address)
    with refused(errors.Unavailable) as told:
        stores.open()
    assert str(told.value) == (
        f"no Neo4j server answers at {address}; start it, or correct NEO4J_URI "
        "(unset it for the embedded database)"
    )


def test_a_wrong_password(neo4j: pytest.MonkeyPatch, neo4j_env: Mapping[str, str]) -> None:
    neo4j.setenv("NEO4J_PASSWORD", "wrong")
    with refused(errors.Unavailable) as told:
        stores.open()
    assert str(told.value) == (
        f"the server at {neo4j_env['NEO4J_URI']} refused the name or the password; "
        "check NEO4J_USERNAME and NEO4J_PASSWORD"
    )


def test_no_password(neo4j: pytest.MonkeyPatch) -> None:
    neo4j.delenv("NEO4J_PASSWORD")
    with refused(errors.Unavailable) as told:
        stores.open()
    assert "check NEO4J_USERNAME and NEO4J_PASSWORD" in str(told.value)


def test_an_unknown_database(neo4j: pytest.MonkeyPatch, neo4j_env: Mapping[str, str]) -> None:
    neo4j.setenv("NEO4J_DATABASE", "nowhere")
    with refused(errors.Unavailable) as told:
        stores.open()
    assert str(told.value) == (
        f"the server at {neo4j_env['NEO4J_URI']} has no database 'nowhere'; set NEO4J_DATABASE to one it has "
        "(SHOW DATABASES lists them), or unset it for the user's own"
    )


def test_a_server_too_old(
    neo4j: pytest.MonkeyPatch, neo4j_env: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_COMPONENTS", "RETURN '4.4.30' AS version")
    with refused(errors.Unavailable) as told:
        stores.open()
    assert str(told.value) == (
        f"the server at {neo4j_env['NEO4J_URI']} is Neo4j 4.4.30; foedera needs Neo4j 5 or newer: "
        "point NEO4J_URI to one, or unset it for the embedded database"
    )


def test_a_password_that_must_be_changed_first(neo4j: pytest.MonkeyPatch) -> None:
    with stores.open() as store:
        store.write_cypher("CREATE USER fresh SET PASSWORD 'long-enough' CHANGE REQUIRED")
        try:
            neo4j.setenv("NEO4J_USERNAME", "fresh")
            neo4j.setenv("NEO4J_PASSWORD", "long-enough")
            with refused(errors.Unavailable) as told:
                stores.open()
        finally:
            store.write_cypher("DROP USER fresh")
    assert str(told.value) == (
        "the password of fresh must be changed before its first use: run "
        "ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new' on the database system, then set NEO4J_PASSWORD"
    )


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_both_kinds_of_address_answer(
    neo4j: pytest.MonkeyPatch, neo4j_env: Mapping[str, str], scheme: str
) -> None:
    neo4j.setenv("NEO4J_URI", f"{scheme}://{neo4j_env['NEO4J_URI'].partition('://')[2]}")
    with stores.open() as store:
        assert store.read("RETURN 1 AS one").rows == [{"one": 1}]
        assert not store.engine.embedded


def test_a_limit_of_time_stops_the_statement(neo4j_store: stores.Store) -> None:
    with pytest.raises(errors.TimedOut) as told:
        neo4j_store.read(ENDLESS, timeout=0.5)
    assert str(told.value) == "stopped: the time given by --timeout is over"
    assert not endless(neo4j_store)
    with pytest.raises(errors.TimedOut), neo4j_store.stream(ENDLESS, timeout=0.5):
        raise AssertionError("no row may come")
    assert not endless(neo4j_store)


def test_leaving_a_stream_early_stops_the_statement(store: stores.Store) -> None:
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN a, b"
    started = time.monotonic()
    with store.stream(text) as stream:
        assert next(iter(stream)) == {"a": 1, "b": 1}
    assert time.monotonic() - started < 5


def endless(store: stores.Store) -> bool:
    """Whether it still runs a second later."""
    for _ in range(10):
        running = store.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")
        if not any("range(1, 100000)" in (row["currentQuery"] or "") for row in running):
            return False
        time.sleep(0.1)
    return True
