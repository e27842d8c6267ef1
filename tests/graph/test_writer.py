"""The writer: idempotent, reporting, and keeping to its own dataset's facts."""

import datetime
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import foedera
from foedera.graph import statements
from foedera.graph.dates import Span, parse
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.schema import NODES, RELATIONSHIPS
from foedera.graph.store import Store
from foedera.graph.writer import Report, load

CORE = Provenance("core", ("source#page 1",))
EGYPT, LEAGUE = Ref("Country", "EGY"), Ref("Organization", "arab-league")


def named(ref: Ref, by: Provenance = CORE, **more: Any) -> Node:
    return Node(ref.label, ref.id, {"name": ref.id, "until_known": True, **more}, by)


def membership(since: str, until: str | None = None, spell: str = "", by: Provenance = CORE) -> Relationship:
    span = Span(parse(since), parse(until) if until else None)
    return Relationship("MEMBER_OF", EGYPT, LEAGUE, span.properties(), by, spell, place=f"a.yaml:{since}")


BODIES = [named(EGYPT), named(LEAGUE, kind="organization")]
SPELLS = [membership("1945-03-22", "1979-03-31", "1"), membership("1989-05-23", None, "2")]


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return (report.new, report.changed, report.unchanged, report.removed, len(report.refused))


def held(store: Store) -> list[tuple[str, datetime.date, datetime.date | None]]:
    text = "MATCH (:Country)-[m:MEMBER_OF]->(:Organization) RETURN m.id AS id, m.since AS since, m.until AS until ORDER BY id"
    return [(row["id"], row["since"], row["until"]) for row in store.read(text)]


def test_a_second_load_changes_nothing(store: Store) -> None:
    """New the first time, unchanged the second."""
    assert counts(load(store, "core", [*BODIES, *SPELLS])) == (4, 0, 0, 0, 0)
    assert counts(load(store, "core", [*BODIES, *SPELLS])) == (0, 0, 4, 0, 0)


def test_a_return_does_not_erase_the_first_membership(store: Store) -> None:
    """Egypt in the Arab League: 1945 to 1979, and again from 1989."""
    load(store, "core", [*BODIES, *SPELLS])
    assert held(store) == [
        ("core:MEMBER_OF:EGY:arab-league:1", datetime.date(1945, 3, 22), datetime.date(1979, 3, 31)),
        ("core:MEMBER_OF:EGY:arab-league:2", datetime.date(1989, 5, 23), None),
    ]


def test_a_corrected_date_changes_the_fact_in_place(store: Store) -> None:
    """A fact's id holds no date: the correction replaces the old value, and leaves no second fact."""
    load(store, "core", [*BODIES, *SPELLS])
    corrected = [membership("1945-03-22", "1979-03-27", "1"), SPELLS[1]]
    assert counts(load(store, "core", [*BODIES, *corrected])) == (0, 1, 3, 0, 0)
    assert [row[2] for row in held(store)] == [datetime.date(1979, 3, 27), None]


def test_a_property_that_is_no_longer_said_is_gone(store: Store) -> None:
    """An end that turned out to be none does not linger."""
    load(store, "core", [*BODIES, membership("1945-03-22", "1979-03-31")])
    load(store, "core", [*BODIES, membership("1945-03-22")])
    assert held(store) == [("core:MEMBER_OF:EGY:arab-league", datetime.date(1945, 3, 22), None)]


def test_what_a_dataset_no_longer_says_is_removed(store: Store) -> None:
    """In the same load, relationships and nodes; what it still says stays."""
    load(store, "core", [*BODIES, *SPELLS])
    assert counts(load(store, "core", [*BODIES, SPELLS[1]])) == (0, 0, 3, 1, 0)
    assert counts(load(store, "core", [BODIES[0]])) == (0, 0, 1, 2, 0)
    assert [row["id"] for row in store.read("MATCH (n:Country|Organization) RETURN n.id AS id")] == ["EGY"]


def test_hundreds_of_facts_of_one_node_go_at_once(store: Store) -> None:
    """In one transaction; the one that the dataset still says stays."""
    spells = [membership("1945-03-22", None, str(number)) for number in range(400)]
    load(store, "core", [*BODIES, *spells])
    assert counts(load(store, "core", [*BODIES, spells[7]])) == (0, 0, 3, 399, 0)
    assert len(held(store)) == 1


def test_a_dataset_does_not_touch_the_facts_of_another(store: Store) -> None:
    """It refers to core's countries, removes only its own, and cannot take over a node."""
    other = Provenance("cow", ("cow#line 2",))
    load(store, "core", [*BODIES, SPELLS[1]])
    assert counts(load(store, "cow", [membership("1945", None, by=other)])) == (1, 0, 0, 0, 0)
    report = load(store, "cow", [named(EGYPT, other)])
    assert counts(report) == (0, 0, 0, 1, 1)
    assert str(report.refused[0]) == "EGY: Country 'EGY' belongs to core"
    assert [row[0] for row in held(store)] == ["core:MEMBER_OF:EGY:arab-league:2"]


def test_a_node_that_others_hold_on_to_is_not_removed(store: Store) -> None:
    """Its removal would take another dataset's fact with it: it stays, and the report says so."""
    other = Provenance("cow", ("cow#line 2",))
    load(store, "core", BODIES)
    load(store, "cow", [membership("1945", None, by=other)])
    report = load(store, "core", [BODIES[0]])
    assert counts(report) == (0, 0, 1, 0, 1)
    reason = "Organization 'arab-league' is no longer in core, but other facts hold on to it"
    assert report.refused[0].reason == reason
    assert len(held(store)) == 1


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (
            [BODIES[0], SPELLS[1]],
            "a.yaml:1989-05-23: MEMBER_OF 'core:MEMBER_OF:EGY:arab-league:2' has an end that is nowhere in the graph",
        ),
        (
            [*BODIES, SPELLS[1], SPELLS[1]],
            "a.yaml:1989-05-23: MEMBER_OF 'core:MEMBER_OF:EGY:arab-league:2' stands twice in the dataset",
        ),
        ([named(EGYPT, colour="red")], "EGY: unknown property 'colour'."),
    ],
)
def test_what_cannot_be_written_is_reported(store: Store, records: list[Record], message: str) -> None:
    """With its place and the reason; never dropped without a word."""
    report = load(store, "core", records)
    assert [str(refusal) for refusal in report.refused] == [message]


def test_progress_ends_at_the_total(store: Store) -> None:
    """Counted in records, up to all of them."""
    seen: list[tuple[int, int | None]] = []
    load(store, "core", BODIES, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (2, 2)


def test_constraints_are_there_for_every_label_and_type(store: Store) -> None:
    """A second node with an id that is there is impossible, on both engines."""
    load(store, "core", BODIES)
    rows = store.read("SHOW CONSTRAINTS") if not store.engine.embedded else None
    if rows is not None:
        names = {row["labelsOrTypes"][0] for row in rows}
        assert names == {*NODES, *RELATIONSHIPS}
    with pytest.raises(Exception, match=r"(?i)constraint|duplicat|exists"):
        store.write_cypher("CREATE (:Country {id: 'EGY'})")


def test_the_one_write_statement_stands_in_one_file() -> None:
    """No other source file spells MERGE."""
    root = Path(foedera.__file__).parent.parent
    spelled = [
        path.relative_to(root).as_posix()
        for path in _sources(root)
        if re.search(r"\bMERGE \(", path.read_text("utf-8"))
    ]
    assert spelled == ["graph/statements.py"]


def _sources(root: Path) -> Iterable[Path]:
    for folder in ("foedera/cli", "foedera/page", "graph", "loaders", "queries"):
        yield from (root / folder).rglob("*.py")
        yield from (root / folder).rglob("*.cypher")


def test_merge_is_on_the_id_alone() -> None:
    """A null in a MERGE pattern is refused by Neo4j and created by the embedded engine."""
    assert statements.merge_nodes("Country").startswith("UNWIND $rows AS row MERGE (n:Country {id: row.id})")
    text = statements.merge_relationships("OWES", "Country", "Obligation")
    assert "MERGE (a)-[r:OWES {id: row.id}]->(b)" in text
    text = statements.merge_relationships("OWES", "Country", "Obligation", backwards=True)
    assert "MERGE (b)<-[r:OWES {id: row.id}]-(a)" in text
