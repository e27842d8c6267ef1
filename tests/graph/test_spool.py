"""What is put by comes back as it was, in its order, under its key."""

from foedera.graph.spool import Spool


def test_what_is_put_by_comes_back_in_order_and_under_its_key_alone() -> None:
    with Spool[int]() as spool:
        for each in range(10):
            spool.add(("even",) if each % 2 == 0 else ("odd",), each)
        assert spool.count == 10
        assert sorted(spool.keys()) == [("even",), ("odd",)]
        assert list(spool.of(("even",))) == [0, 2, 4, 6, 8]
        assert list(spool.of(("even",))) == [0, 2, 4, 6, 8]
        assert list(spool.of(("neither",))) == []
