"""Datasets whose load or removal has not come to its end, and what is said of them."""

from collections.abc import Mapping
from typing import Any, Final

from ..graph.store import Store


def told(dataset: str, held: Mapping[str, Any]) -> str:
    """What is said of a dataset that is there, by the properties of its node; nothing where it is whole."""
    if held.get("loading"):
        return f"{_cut(dataset)}: answers may lack facts; {mended(dataset)}"
    if held.get("linking"):
        links = "which of its agreements are the same as those of other datasets is not worked out"
        return f"{dataset}: {links}, since its load is still at it, or was cut short; run `{_load(dataset)}`"
    return ""


def first(dataset: str) -> str:
    """What is said of a dataset that is not there, though some of its facts are."""
    return f"{_cut(dataset)}; {mended(dataset)}"


def unfinished(store: Store) -> list[str]:
    """What is said of each dataset that is not whole, also of one that is not there yet."""
    lacking = [told(name, {"loading": True}) for name in begun(store)]
    return sorted([*lacking, *(told(row["dataset"], row) for row in store.read(_MARKED))])


def begun(store: Store) -> list[str]:
    """The datasets of which there are facts, while they themselves are not there: their first load was cut short.

    States, organizations and areas of core are no sign of core where another dataset is: they came along with it.
    """
    rows = store.read(_BEGUN).rows
    own = [row["dataset"] for row in rows if row["own"]]
    return own if own or store.read(_ANY).rows else [row["dataset"] for row in rows]


def mended(dataset: str) -> str:
    return f"run `{_load(dataset)}`, or `foedera db remove {dataset}`"


def _cut(dataset: str) -> str:
    return f"{dataset} is being loaded, or its last load or removal was cut short"


def _load(dataset: str) -> str:
    from ..loaders import command

    return command(dataset)


_MARKED: Final = """
MATCH (d:Dataset) WHERE d.loading OR d.linking
RETURN d.id AS dataset, d.loading AS loading, d.linking AS linking ORDER BY dataset
"""
_ANY: Final = "MATCH (d:Dataset) RETURN d.id AS dataset ORDER BY dataset LIMIT 1"
_BEGUN: Final = """
MATCH (n:Country|Organization|Area|Agreement|Obligation|Source) WHERE n.dataset IS NOT NULL
WITH n.dataset AS dataset,
     max(CASE WHEN n.dataset <> 'core' OR labels(n)[0] IN ['Agreement', 'Obligation'] THEN 1 ELSE 0 END) AS own
OPTIONAL MATCH (d:Dataset {id: dataset})
WITH dataset, own, d WHERE d IS NULL
RETURN dataset, own ORDER BY dataset
"""
