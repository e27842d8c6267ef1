"""Tests with the field's real files, which are not ours to ship: run wherever `../shared/data` lies beside the project."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"

collect_ignore_glob = [] if DATA.is_dir() else ["test_*.py"]


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the real files, one folder a dataset."""
    return DATA
