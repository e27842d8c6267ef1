"""Taking a dataset out of the graph again."""

from typing import Final

from ..graph import statements, writer
from ..graph.errors import BadInput
from ..graph.records import nearest
from ..graph.store import Store
from . import links


def remove(store: Store, dataset: str) -> int:
    """Take a dataset out again, and the links of its agreements; how many facts went.

    What came along of core goes with the last dataset that it came along with.

    Raises:
        BadInput: it is not there, or facts of others hold on to its own; nothing is removed.
    """
    check(store, dataset)
    with store.writing():
        removed = writer.load(store, dataset, ()).removed
        if not store.read(_ANY).rows and not _referring(store, "core"):
            removed += writer.load(store, "core", ()).removed
        links.link(store)
    return removed


def check(store: Store, dataset: str) -> None:
    """Refuse what is not there, and what facts of others hold on to."""
    known = [row["dataset"] for row in store.read(statements.datasets())]
    if dataset not in known:
        expected = f"expected {', '.join(known)}.{nearest(dataset, known)}" if known else "nothing is"
        raise BadInput(f"dataset {dataset!r} is not loaded; {expected}")
    if others := _referring(store, dataset):
        text = f"{dataset} cannot be removed: {', '.join(others)} refer to what it holds"
        raise BadInput(f"{text}; remove these first, or everything with `foedera db reset`")


_ANY: Final = "MATCH (d:Dataset) RETURN d.id AS id ORDER BY id LIMIT 1"


def _referring(store: Store, dataset: str) -> list[str]:
    """Whose facts hold on to the dataset's own."""
    rows = store.read(statements.referring(), {"dataset": dataset})
    return [row["dataset"] or "relationships of no dataset" for row in rows]
