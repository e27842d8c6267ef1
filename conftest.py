"""The two engines, for every test that wants one.

`store`       an open, empty store; a test that asks for it runs once on each engine
`embedded`    the same on the embedded engine alone; `neo4j_store` on Neo4j alone
`core_store`  a store that holds the core dataset, on each engine, loaded once; not to be written to
`both_cores`  both of them at once, to compare their answers
`core_env`    the variables with which a command of its own process reaches `core_store`
`home`        a new folder as FOEDERA_HOME, for tests that open stores themselves

A Neo4j is named by the lines that `make neo4j` prints. They are taken out of the environment here, so that tests of
the embedded engine do not follow them; without them the tests on Neo4j are skipped, in CI they fail. The tests empty
that Neo4j again and again: they refuse one that holds anything when they start, and leave it empty.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from foedera.database import Database
from foedera.graph import store as stores
from foedera.graph.store import Store

ENGINES = ("embedded", "neo4j")
NOT_EMPTY = (
    "the Neo4j at {} holds data, and these tests would delete it: "
    "name another in NEO4J_URI, or empty it with MATCH (n) DETACH DELETE n"
)
NO_NEO4J = "no Neo4j: run `make neo4j` and export the lines it prints"
_NAMES = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
_NEO4J = {name: os.environ.pop(name) for name in _NAMES if name in os.environ}

# a shell lets what it starts in the background ignore Ctrl-C, and all that this starts with it
signal.signal(signal.SIGINT, signal.default_int_handler)


class Databases:
    """The session's open stores: two embedded ones, empty and core, and the only database of one Neo4j.

    Neo4j Community has one database, so what it holds changes with the tests: those that want core come first.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, Store] = {}
        self._holds_core: set[str] = set()

    def empty(self, engine: str) -> Store:
        """A store without data and without schema."""
        name = "neo4j" if engine == "neo4j" else "embedded"
        store = self._store(name)
        self._holds_core.discard(name)
        store.reset(schema=True)
        return store

    def core(self, engine: str) -> Store:
        """A store that holds core, loaded where it does not yet."""
        name = "neo4j" if engine == "neo4j" else "core"
        store = self._store(name)
        if name not in self._holds_core:
            from foedera.loaders import load

            store.reset()
            load(store, "core")
            self._holds_core.add(name)
        return store

    def _store(self, name: str) -> Store:
        if name not in self._open:
            variables = neo4j_variables() if name == "neo4j" else {}
            with pytest.MonkeyPatch.context() as patch:
                for variable, value in {**variables, "FOEDERA_HOME": str(self._folder / name)}.items():
                    patch.setenv(variable, value)
                store = stores.open(command="the tests")
            if name == "neo4j" and store.read("MATCH (n) RETURN n LIMIT 1").rows:
                store.close()
                pytest.exit(NOT_EMPTY.format(store.engine.address), returncode=2)
            self._open[name] = store
        return self._open[name]

    def close(self) -> None:
        """Closes what was opened, and leaves nothing in a server."""
        for store in self._open.values():
            if not store.engine.embedded:
                store.reset(schema=True)
            store.close()


def neo4j_variables() -> Mapping[str, str]:
    """The variables of the Neo4j to test with; skips the test, or in CI fails it, where there is none."""
    if "NEO4J_URI" not in _NEO4J:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(NO_NEO4J, pytrace=False)
        pytest.skip(NO_NEO4J)
    return _NEO4J


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that only read core come first: then Neo4j is loaded once, before another test empties it."""
    items.sort(key=lambda item: {"core_store", "both_cores"}.isdisjoint(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test ever sees the database of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDERA_HOME", str(tmp_path_factory.mktemp("foedera") / "home"))
        yield


@pytest.fixture(scope="session")
def databases(_own_home: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """The open stores of this run; tests ask for `store` or `core_store` instead."""
    made = Databases(tmp_path_factory.mktemp("databases"))
    yield made
    made.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of this test's own as FOEDERA_HOME; not made yet."""
    place = tmp_path / "home"
    monkeypatch.setenv("FOEDERA_HOME", str(place))
    return place


@pytest.fixture
def embedded(databases: Databases) -> Store:
    """The embedded engine, empty."""
    return databases.empty("embedded")


@pytest.fixture
def neo4j_env() -> Mapping[str, str]:
    """The variables that name the Neo4j."""
    return neo4j_variables()


@pytest.fixture
def neo4j_store(databases: Databases) -> Store:
    """Neo4j, empty."""
    return databases.empty("neo4j")


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, databases: Databases) -> Store:
    """Each engine, empty."""
    return databases.empty(request.param)


@pytest.fixture(scope="session", params=ENGINES)
def core_store(request: pytest.FixtureRequest, databases: Databases) -> Store:
    """Each engine with the core dataset, for tests that only read."""
    return databases.core(request.param)


@pytest.fixture
def both_cores(databases: Databases) -> tuple[Store, Store]:
    """The embedded engine and Neo4j, both with the core dataset, for tests that only read."""
    return databases.core("embedded"), databases.core("neo4j")


@pytest.fixture(autouse=True)
def _core_still_there(request: pytest.FixtureRequest) -> None:
    """Loads core again where, in an unusual order, a test between emptied the Neo4j."""
    if "core_store" in request.fixturenames:
        engine = "embedded" if request.getfixturevalue("core_store").engine.embedded else "neo4j"
        request.getfixturevalue("databases").core(engine)


@pytest.fixture
def core_env(core_store: Store) -> Mapping[str, str]:
    """With these variables a process of its own reads `core_store`."""
    if core_store.engine.home is None:
        return neo4j_variables()
    return {"FOEDERA_HOME": str(core_store.engine.home)}


@pytest.fixture(autouse=True)
def _examples(request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]) -> None:
    """The examples in docstrings ask `db`, which holds core; it is loaded where the first of them asks."""
    if isinstance(request.node, pytest.DoctestItem):
        databases: Databases = request.getfixturevalue("databases")
        doctest_namespace["db"] = Database(lambda: databases.core("embedded"), closing=False)
