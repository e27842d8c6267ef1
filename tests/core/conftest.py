"""The records of the shipped dataset, read once for all that look at them."""

import pytest

from foedera.graph.records import Record
from foedera.loaders.core import records


@pytest.fixture(scope="session")
def facts() -> list[Record]:
    return list(records())
