"""Core in every format, written once an engine."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from foedera.database import Database
from foedera.export import FORMATS
from foedera.graph.store import Store

Written = Callable[[str], Path]


@pytest.fixture(scope="session")
def db(core_store: Store) -> Database:
    """Core, on each engine."""
    return Database(lambda: core_store, closing=False)


@pytest.fixture(scope="session")
def written(db: Database, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The file of a format, or the folder, with all of the history."""
    folder = tmp_path_factory.mktemp("exports")
    return cache(lambda format: db.export(folder / FORMATS[format].output, format).path)


@pytest.fixture(scope="session")
def dated(db: Database, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """The same as of a day."""
    folder = tmp_path_factory.mktemp("dated")
    return cache(lambda format, on: db.export(folder / f"{on}-{FORMATS[format].output}", format, on=on).path)
