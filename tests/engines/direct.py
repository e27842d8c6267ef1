"""An engine through the driver itself, without the store that keeps its edges away from its users."""

from __future__ import annotations

import json
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from foedera.graph.store import Store


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


def embedded_engine(store: Store) -> Engine:
    """The engine that a store of this process runs."""
    assert store.engine.home
    told = json.loads((store.engine.home / "engine.json").read_text("utf-8"))
    return Engine("embedded", store, told["address"], ("root", told["writer"]), "foedera")
