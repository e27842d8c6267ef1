"""A load that is cut short, as by a kill: nothing answers afterwards as if it had come to its end."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from foedera.graph import writer
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Provenance, Record
from foedera.graph.store import Store
from foedera.queries.context import context
from foedera.queries.doctor import examine, overview

CORE = Provenance("core", ("core:text",))
NOTE = (
    "core is being loaded, or its last load or removal was cut short: answers may lack facts; "
    "run `foedera load core`, or `foedera db remove core`"
)


class Killed(BaseException):
    """What no load handles."""


def records(version: str = "1", names: str = "ABCD") -> list[Record]:
    """The dataset comes first, as in the files of core."""
    about = {"title": "Core", "version": version}
    scope = {"title": "All", "complete": True, "until_known": True}
    lands = [
        Node("Country", name, {"name": f"{name}{version}", "keys": [name.lower()], "until_known": True}, CORE)
        for name in names
    ]
    return [Node("Dataset", "core", about, CORE), Node("Scope", "core/all", scope, CORE), *lands]


def cut_short(store: Store, facts: list[Record], monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Loads in transactions of one fact each, and dies after some of them."""
    written: Callable[..., Any] = writer._ids
    left = iter(range(after))

    def dying(*arguments: Any, **named: Any) -> Any:
        if next(left, None) is None:
            raise Killed
        return written(*arguments, **named)

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(writer, "BATCH", 1)
        patch.setattr(writer, "_ids", dying)
        writer.load(store, "core", facts)


@pytest.mark.parametrize("after", [0, 2, 5])
def test_a_first_load_that_is_cut_short_has_loaded_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Whatever it has written, a question is told where nothing is loaded, why, and what to do."""
    cut_short(store, records(), monkeypatch, after)
    place = store.engine.home or store.engine.address
    with pytest.raises(BadInput) as told:
        context(store)
    cut = "core is being loaded, or its last load or removal was cut short; run `foedera load core`, or `foedera db remove core`"
    expected = f"nothing is loaded whole in {place}: {cut}"
    assert str(told.value) == (
        expected if after else f"nothing is loaded in {place}; run `foedera load core`"
    )
    assert overview(store) == examine(store).unfinished == ([NOTE] if after else [])


def test_areas_alone_are_a_load_that_was_cut_short(embedded: Store) -> None:
    """They come first of what comes along of core; where nothing is, nothing is said."""
    assert overview(embedded) == []
    embedded.write_cypher("CREATE (:Area {id: 'a', dataset: 'core'})")
    assert overview(embedded) == examine(embedded).unfinished == [NOTE]


@pytest.mark.parametrize("after", [0, 2, 4])
def test_a_later_load_that_is_cut_short_is_told_with_every_answer(
    store: Store, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """By the note, by the overview and by the doctor, until a load comes to its end."""
    writer.load(store, "core", records())
    cut_short(store, records("2", "ABCE"), monkeypatch, after)
    assert context(store).note == NOTE and overview(store)[-1] == NOTE
    assert examine(store).unfinished == [NOTE] and not examine(store).healthy
    writer.load(store, "core", records("2", "ABCE"))
    assert context(store).note is None and NOTE not in overview(store)
    assert store.read("MATCH (d:Dataset) RETURN d.loading AS loading, d.version AS version").rows == [
        {"loading": None, "version": "2"}
    ]


def test_a_load_that_changes_nothing_clears_the_mark(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mark is no fact: what was written before the kill counts as unchanged, the dataset too."""
    writer.load(store, "core", records())
    cut_short(store, records(names="ABCDE"), monkeypatch, 0)
    report = writer.load(store, "core", records())
    assert (report.new, report.changed, report.unchanged, report.removed) == (0, 0, 6, 0)
    assert context(store).note is None


def test_a_load_marks_the_dataset_while_it_changes_facts(store: Store) -> None:
    """Who asks in the middle is told; a load without changes marks nothing."""
    notes: list[str | None] = []

    def watched(facts: list[Record]) -> None:
        writer.load(store, "core", facts, progress=lambda done, total: notes.append(context(store).note))

    writer.load(store, "core", records())
    watched(records())
    watched(records(names="ABC"))
    assert notes == [None, NOTE]
    assert context(store).note is None


def test_the_note_on_the_mark_follows_that_on_the_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day beyond the dataset's reach and a load that was cut short: both are said."""
    writer.load(store, "core", records())
    cut_short(store, records("2"), monkeypatch, 1)
    store.write_cypher("MATCH (d:Dataset) SET d.covers_until = date('2020-01-01')")
    note = context(store, "2024-01-01").note
    assert note == f"core covers until 2020-01-01; this is the answer as of that day; {NOTE}"


def test_records_that_cannot_be_read_to_the_end_write_nothing(store: Store) -> None:
    """They are read whole before the first is written, so that what is loaded stays whole."""

    def breaking() -> Iterator[Record]:
        yield from records("2")[:3]
        raise Killed

    writer.load(store, "core", records())
    with pytest.raises(Killed):
        writer.load(store, "core", breaking())
    assert context(store).note is None
