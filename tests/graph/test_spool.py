"""What is put by comes back as it was, in its order, under its key."""

import pytest

from foedera.graph.spool import Spool


@pytest.mark.parametrize("count", [10, 200, 1_001])
def test_what_is_put_by_comes_back_in_order_and_under_its_key_alone(count: int) -> None:
    """Also where it fills the hundred that are written together."""
    with Spool[int]() as spool:
        for each in range(count):
            spool.add(("even",) if each % 2 == 0 else ("odd",), each)
        assert spool.count == count
        assert sorted(spool.keys()) == [("even",), ("odd",)]
        assert list(spool.of(("even",))) == list(range(0, count, 2))
        assert list(spool.of(("even",))) == list(range(0, count, 2))
        assert list(spool.of(("neither",))) == []
