"""The database as an object."""

import pytest

from foedera.database import Database
from foedera.graph.store import Store


@pytest.fixture(scope="session")
def db(core_store: Store) -> Database:
    """Core, on each engine; the store stays open after it."""
    return Database(lambda: core_store, closing=False)
