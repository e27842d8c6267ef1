"""ATOP in the graph: loaded, loaded again, cut short and loaded again, and asked."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from foedera import loaders
from foedera.graph import writer
from foedera.graph.dates import Date
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Record
from foedera.graph.schema import RELATIONSHIPS
from foedera.graph.store import Store
from foedera.loaders import core

FILES = Path(__file__).parent
STATES = {"USA", "CAN", "GBR", "FRA", "SWE", "DEU", "POL", "EGY", "JOR", "SUN", "RUS", "YUG", "SCG", "SRB", "CSK", "CZE", "SVK", "gw-815"}  # fmt: skip

OWED_DEFENCE = """
MATCH (d:Country)-[owes:OWES]->(o:Obligation {kind: 'defense', dataset: 'atop'})-[owed:OWED_TO]->(b:Country)
WHERE d.id <> b.id AND owes.since_latest <= $on AND owes.until > $on AND owed.since_latest <= $on AND owed.until > $on
RETURN d.id + ' ' + b.id AS pair ORDER BY pair
"""


class Killed(BaseException):
    pass


@cache
def states() -> Sequence[Record]:
    """As many of core as the small file names; core's own load is tested elsewhere."""
    nodes = (each for each in core.records() if isinstance(each, Node))
    return [each for each in nodes if each.id in STATES or each.label in ("Source", "Dataset")]


def held(store: Store) -> set[tuple[str, str, str]]:
    """Every fact of ATOP's by label or type, id and digest."""
    nodes = "MATCH (n {dataset: 'atop'}) RETURN labels(n)[0] AS type, n.id AS id, n.digest AS digest ORDER BY type, id"
    links = (
        f"MATCH ()-[r:{type} {{dataset: 'atop'}}]->() RETURN '{type}' AS type, r.id AS id, r.digest AS digest ORDER BY id"
        for type in RELATIONSHIPS
    )
    return {(row["type"], row["id"], row["digest"]) for text in (nodes, *links) for row in store.read(text)}


def test_it_loads_and_a_second_load_changes_nothing(store: Store) -> None:
    writer.load(store, "core", states())
    first = loaders.load(store, "atop", FILES)
    again = loaders.load(store, "atop", FILES)
    assert (first.refused, first.version, first.new) == ([], "5.1", 150)
    assert first.partial and first.partial.of == "ATOP 5.1 (7 of 789 alliances)"
    assert (again.new, again.changed, again.removed, again.unchanged) == (0, 0, 0, 150)
    pairs = [row["pair"] for row in store.read(OWED_DEFENCE, {"on": Date(1880, 1, 1)})]
    assert pairs == ["FRA gw-815"]


@pytest.mark.parametrize("after", [1, 147])
def test_a_load_that_was_cut_short_ends_like_any_other_when_it_is_done_again(
    embedded: Store, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Transactions of ten facts; killed after the first, and before the last."""
    monkeypatch.setattr(writer, "BATCH", 10)
    writer.load(embedded, "core", states())
    loaders.load(embedded, "atop", FILES)
    whole = held(embedded)
    writer.load(embedded, "atop", [])
    assert not held(embedded)

    def dying(done: int, total: int | None) -> None:
        if done > after:
            raise Killed

    with pytest.raises(Killed):
        loaders.load(embedded, "atop", FILES, progress=dying)
    assert held(embedded) < whole
    loaders.load(embedded, "atop", FILES)
    assert held(embedded) == whole


def test_a_part_does_not_replace_more(embedded: Store, tmp_path: Path) -> None:
    """Nothing is written then; into an empty database a part is loaded, and once more over itself."""
    lines = (FILES / "atop5_1m.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    first = lines[1].split(",")[0]
    path = tmp_path / "m.csv"
    path.write_text("".join([lines[0], *(each for each in lines if each.startswith(f"{first},"))]), "utf-8")
    writer.load(embedded, "core", states())
    assert loaders.load(embedded, "atop", path).new > 0
    assert loaders.load(embedded, "atop", path).changed == 0
    loaders.load(embedded, "atop", FILES)
    whole = held(embedded)
    with pytest.raises(BadInput) as error:
        loaders.load(embedded, "atop", path)
    assert str(error.value) == (
        f"{path} is a part of ATOP 5.1 (1 of 589 alliances) and would replace what is loaded; "
        "`foedera db remove atop` first, if that is what you want"
    )
    assert held(embedded) == whole
