"""Panels of a dataset that names no days of its own, and of one that is not whole."""

from pathlib import Path

import pytest

from foedera.database import Database
from foedera.graph import writer
from foedera.graph.dates import Date
from foedera.graph.errors import BadInput
from foedera.graph.store import Store

from .test_panel import keys, read, records

NOTE = "my-pacts is being loaded, or its last load or removal was cut short: answers may lack facts; run `foedera load csv FILE --as my-pacts`, or `foedera db remove my-pacts`"
UNTOLD = "no dataset chosen speaks of offense, neutral, nonagg, consul: these columns are empty"
TODAY = Date.today().year
PACT = """\
agreement,title,kind,force,party,since,until,obligation
pact,A pact,treaty,binding,USA,1992-03-01,,defense
pact,,,,United Kingdom,1992-03-01,,defense
pact,,,,France,1992-03-01,2005-07-01,
"""


@pytest.fixture
def own(store: Store, tmp_path: Path) -> Database:
    """A table of a user's own, alone."""
    (tmp_path / "my-pacts.csv").write_text(PACT, encoding="utf-8")
    db = Database(lambda: store, closing=False)
    db.load("csv", tmp_path / "my-pacts.csv")
    return db


def test_a_table_of_ones_own_reaches_from_its_first_agreement_to_today(own: Database, tmp_path: Path) -> None:
    found = own.panel(tmp_path / "p.csv", datasets="my-pacts")
    rows = {key: row for row in read(found.path) for key in keys([row])}
    assert (found.first, found.last, found.notes) == (1992, TODAY, [UNTOLD])
    assert {year for one, other, year in rows if (one, other) == (2, 200)} == set(range(1992, TODAY + 1))
    assert {year for one, other, year in rows if (one, other) == (2, 220)} == set(range(1992, 2006))
    assert (rows[200, 220, 2005]["defense"], rows[220, 200, 2005]["defense"]) == ("1", "0")
    assert [rows[2, 200, year]["transyr"] for year in (1992, 2005, TODAY)] == ["1", "0", "0"]
    assert f"; 1992-03-01 to {Date.today()}\n" in found.citation.read_text("utf-8")


def test_its_years_can_be_chosen(own: Database, tmp_path: Path) -> None:
    """It has no rows, and nothing is said, of years before its first agreement; what is to come is not covered."""
    found = own.panel(tmp_path / "p.csv", first=2004, last=2006, datasets="my-pacts")
    assert {year for *_, year in keys(read(found.path))} == {2004, 2005, 2006}
    assert (2, 220, 2006) not in keys(read(found.path)) and found.notes == [UNTOLD]
    found = own.panel(tmp_path / "p.csv", first=1950, last=TODAY + 4, datasets="my-pacts")
    assert {year for *_, year in keys(read(found.path))} == set(range(1992, TODAY + 1))
    assert found.notes == [f"my-pacts does not cover {TODAY + 1} to {TODAY + 4}", UNTOLD]
    with pytest.raises(BadInput, match=rf"^not covered: 1980; my-pacts covers 1992 to {TODAY}$"):
        own.panel(tmp_path / "p.csv", last=1980, datasets="my-pacts")


@pytest.mark.parametrize("datasets", ["my-pacts,atop", "all"])
def test_beside_another_each_keeps_its_reach(own: Database, tmp_path: Path, datasets: str) -> None:
    """What the other dataset still holds on its last day neither runs on nor ends there."""
    writer.load(own.store, "atop", records())
    found = own.panel(tmp_path / "p.csv", datasets=datasets)
    rows = {key: row for row in read(found.path) for key in keys([row])}
    assert (found.first, found.last) == (1815, TODAY)
    assert f"atop does not cover 1996 to {TODAY}" in found.notes
    assert {year for one, other, year in rows if (one, other) == (2, 200)} == set(range(1949, TODAY + 1))
    assert {year for one, other, year in rows if (one, other) == (2, 260)} == set(range(1955, 1991))
    assert [rows[2, 200, year]["number"] for year in (1991, 1995, 1996)] == ["1", "2", "1"]
    assert rows[2, 200, 1995]["agreement1"] != rows[2, 200, 1996]["agreement1"] == "my-pacts:pact"
    assert [rows[2, 200, year]["transyr"] for year in (1992, 1995)] == ["1", "0"]


def test_a_dataset_that_is_not_whole_is_said_to_be_so(own: Database, tmp_path: Path) -> None:
    """With the panel, in the file beside it, and where nothing is left to make one of; not where it is whole."""
    writer.load(own.store, "atop", records())
    own.store.write_cypher("MATCH (d:Dataset {id: 'my-pacts'}) SET d.loading = true")
    found = own.panel(tmp_path / "p.csv", datasets="my-pacts")
    assert found.notes == [NOTE, UNTOLD]
    assert f"Note: {NOTE}.\n" in found.citation.read_text("utf-8")
    whole = own.panel(tmp_path / "p.csv", datasets="atop")
    assert NOTE not in whole.notes and NOTE not in whole.citation.read_text("utf-8")
    own.store.write_cypher("MATCH (a:Agreement {dataset: 'my-pacts'}) DETACH DELETE a")
    with pytest.raises(BadInput) as told:
        own.panel(tmp_path / "p.csv", datasets="my-pacts")
    assert str(told.value) == f"a panel is made of agreements, and my-pacts holds none; {NOTE}"
