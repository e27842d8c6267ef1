"""The engines, empty, as the tests of their edges speak to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from foedera.graph.store import Store

from .direct import Engine, embedded_engine


@pytest.fixture
def arcade(embedded: Store) -> Iterator[Engine]:
    engine = embedded_engine(embedded)
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
