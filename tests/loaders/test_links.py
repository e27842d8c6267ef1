"""The same instrument in several datasets: what is said, what is known, what parties and dates show."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from foedera.graph import writer
from foedera.graph.dates import parse
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.loaders import core, load
from foedera.loaders.links import link
from foedera.loaders.links.known import known
from foedera.loaders.links.matching import Instrument, Link, links
from foedera.queries import catalogue, stored
from foedera.queries.context import context
from foedera.queries.doctor import examine
from foedera.queries.parameters import bind


def instrument(
    id: str, day: str | None, parties: str, kinds: str = "defense", coded: tuple[str, ...] = ()
) -> Instrument:
    dataset = id.partition(":")[0] if ":" in id else "core"
    on = parse(day) if day else None
    return Instrument(id, dataset, on, frozenset(parties.split()), frozenset(kinds.split()), coded)


def found(
    *instruments: Instrument, known: Iterable[tuple[str, str, str]] = ()
) -> dict[tuple[str, str], Link]:
    return {(each.one.id, each.other.id): each for each in links(instruments, known)}


def test_what_one_dataset_says_of_the_other_needs_no_score() -> None:
    """Neither the parties nor the day need be alike; a number that is not there links nothing."""
    named = found(
        instrument("atop:3180", "1949-04-04", "USA GBR FRA", coded=("cow4id=227",)),
        instrument("atop:3185", "1949-04-05", "USA GBR", coded=("cow4id=228", "cowid=227")),
        instrument("cow:227", "1816", "USA CAN"),
    )
    (only,) = named.values()
    assert (only.one.id, only.basis, only.score, only.sure) == ("atop:3180", "named", None, True)
    assert only.reason == "ATOP says so: cow4id=227"


def test_what_is_known_comes_before_what_is_alike() -> None:
    """What is linked for sure is not compared with others of the same dataset."""
    pacts = (
        instrument("pact", "1950-01-01", "USA CAN"),
        instrument("atop:1", "1950-02-20", "USA CAN"),
        instrument("atop:2", "1950-01-01", "USA CAN"),
    )
    assert list(found(*pacts, known=[("pact", "atop:1", "known")])) == [("pact", "atop:1")]
    assert [link.sure for link in found(*pacts).values()] == [False, False]


@pytest.mark.parametrize(
    ("other", "score", "reason"),
    [
        (instrument("cow:1", "1950-01-01", "USA CAN"), 1.0, "2 of 2 parties, the same day"),
        (instrument("cow:1", "1950-01-31", "USA CAN"), 0.918, "2 of 2 parties, up to 30 days apart"),
        (instrument("cow:1", "1950-03-01", "USA CAN"), 0.838, "2 of 2 parties, up to 59 days apart; too little for sure: 0.84 of 0.9"),
        (instrument("cow:1", "1950-01", "USA CAN"), 0.918, "2 of 2 parties, up to 30 days apart"),
        (instrument("cow:1", "1950-01-01", "USA CAN GBR"), 0.667, "2 of 3 parties, the same day; too little for sure: 0.67 of 0.9"),
        (instrument("cow:1", "1950-01-01", "USA CAN", "neutrality"), 1.0, "2 of 2 parties, the same day; they promise nothing of one kind"),
    ],
)  # fmt: skip
def test_the_score_is_of_parties_and_days(other: Instrument, score: float, reason: str) -> None:
    (only,) = found(instrument("pact", "1950-01-01", "USA CAN"), other).values()
    assert (only.basis, only.score, only.reason) == ("parties and dates", score, reason)
    assert only.sure == (score >= 0.9 and "nothing" not in reason)


@pytest.mark.parametrize(
    "other",
    [
        instrument("cow:1", "1950", "USA CAN"),  # a day of which the year alone is known may be a year off
        instrument("cow:1", "1951-01-01", "USA CAN"),
        instrument("cow:1", None, "USA CAN"),
        instrument("cow:1", "1950-01-01", "USA MEX"),
        instrument("other", "1950-01-01", "USA CAN"),  # of the same dataset
    ],
)
def test_what_is_too_far_apart_is_not_even_listed(other: Instrument) -> None:
    assert found(instrument("pact", "1950-01-01", "USA CAN"), other) == {}


def test_a_rival_makes_both_unsure() -> None:
    """However well one of them fits: nothing is guessed."""
    listed = found(
        instrument("pact", "1950-01-01", "USA CAN"),
        instrument("cow:1", "1950-01-01", "USA CAN"),
        instrument("cow:2", "1950-05-01", "USA CAN"),
    )
    assert {ids: (each.sure, each.reason) for ids, each in listed.items()} == {
        ("pact", "cow:1"): (False, "2 of 2 parties, the same day; 1 other may be the same too"),
        ("pact", "cow:2"): (
            False,
            "2 of 2 parties, up to 120 days apart; 1 other may be the same too; too little for sure: 0.67 of 0.9",
        ),
    }


def test_the_shipped_table_names_agreements_of_core_and_each_pair_once() -> None:
    pairs = [(each.ours, each.theirs) for each in known()]
    agreements = {each.id for each in core.records() if isinstance(each, Node) and each.label == "Agreement"}
    assert len(pairs) == len(set(pairs)) > 200
    assert {ours for ours, _ in pairs} <= agreements
    assert ("north-atlantic-treaty", "atop:3180") in pairs and ("north-atlantic-treaty", "cow:227") in pairs


def pact(id: str, parties: Iterable[str], signed: str) -> list[Record]:
    """An agreement with one defence promise, of the dataset that its id says."""
    dataset = id.partition(":")[0]
    said, here = Provenance(dataset, (f"{dataset}#a.csv:2",)), Ref("Agreement", id)
    day = {"signed": parse(signed).earliest, "signed_latest": parse(signed).latest}
    agreement = {"title": id, "kind": "alliance", "force": "unknown", "until_known": True, **day}
    promise = {"name": "Defence", "kind": "defense", "force": "unknown", "rank": 4, "summary": "Help.",
               "bound": "named", "until_known": True}  # fmt: skip
    return [
        Node("Agreement", id, agreement, said),
        Node("Obligation", f"{id}/defense", promise, said),
        Relationship("CREATES", here, Ref("Obligation", f"{id}/defense"), {}, said),
        *(
            Relationship("PARTY_TO", Ref("Country", each), here, {"role": "party", "until_known": True}, said)
            for each in parties
        ),
    ]


def dataset(name: str, *agreements: list[Record]) -> list[Record]:
    said = Provenance(name, (name,))
    return [
        Node("Dataset", name, {"title": name, "version": "1"}, said),
        Node("Source", name, {"title": name, "publisher": name}, said),
        *(record for each in agreements for record in each),
    ]


def rows(store: Store, name: str, **params: str) -> list[tuple[str, str]]:
    query = catalogue.get(name)
    values = bind(store, context(store, "2000-01-01", "all"), query, params)
    return [(row["agreement"], row["other"]) for row in stored.rows(store, query, values)]


LINE = "agreement,title,kind,force,party,signed,since,obligation\npact,Pact,treaty,binding,Norway,1991-05-02,1992-01-01,defense\npact,,,,Iceland,1991-05-02,,defense\n"


class Killed(BaseException):
    pass


@pytest.mark.parametrize("mending", ["two", "three"])
def test_a_load_that_was_killed_before_its_links_stand_is_told_until_they_do(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mending: str
) -> None:
    """The facts are there and are denied as ever; the links come with the next load, also of another dataset."""
    file = tmp_path / "one.csv"
    file.write_text(LINE, encoding="utf-8")
    load(store, "csv", file)

    def dying(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(writer, "load", dying)
        load(store, "csv", file, called="two")
    note = (
        "two: which of its agreements are the same as those of other datasets is not worked out, since its load is "
        "still at it, or was cut short; run `foedera load csv FILE --as two`"
    )
    assert examine(store).unfinished == [note] and not examine(store).healthy
    assert (context(store, datasets="all").note, context(store, datasets="all").half) == (note, ())
    assert context(store, datasets="one").note is None
    assert rows(store, "same-instrument") == []

    load(store, "csv", file, called=mending)
    assert examine(store).healthy and context(store, datasets="all").note is None
    assert ("one:pact", "two:pact") in rows(store, "same-instrument")


def test_a_later_load_that_was_killed_before_its_links_stand_is_told_too(
    embedded: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the dataset's own node changes, and where it does not; one that changes nothing is not marked."""
    file = tmp_path / "one.csv"
    file.write_text(LINE, encoding="utf-8")
    load(embedded, "csv", file, called="two")
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(writer, "linked", lambda store: (_ for _ in ()).throw(Killed()))
        load(embedded, "csv", file, called="two")
    assert examine(embedded).healthy
    embedded.write_cypher("MATCH (a:Agreement {id: 'two:pact'}) SET a.digest = 'another'")
    for text in (LINE, LINE.replace("Pact,", "Treaty,")):
        file.write_text(text, encoding="utf-8")
        with monkeypatch.context() as patch, pytest.raises(Killed):
            patch.setattr(writer, "linked", lambda store: (_ for _ in ()).throw(Killed()))
            load(embedded, "csv", file, called="two")
        assert examine(embedded).unfinished[0].startswith("two: which of its agreements")
        load(embedded, "csv", file, called="two")
        assert examine(embedded).healthy


def test_links_follow_from_what_is_loaded_and_go_with_it(store: Store) -> None:
    """A second time changes nothing; an agreement that its dataset no longer has goes, and its links before it."""
    said = Provenance("core", ("list",))
    source = Node("Source", "list", {"title": "List", "publisher": "List"}, said)
    states = [
        Node("Country", id, {"name": id, "until_known": True}, said) for id in ("USA", "CAN", "SUN", "RUS")
    ]
    follows = Relationship(
        "SUCCEEDS", Ref("Country", "RUS"), Ref("Country", "SUN"), {"kind": "continues"}, said
    )
    writer.load(store, "core", [*states, source, follows])
    one, two = pact("atop:1", ("USA", "SUN"), "1950-01-01"), pact("atop:2", ("USA", "CAN"), "1960-01-01")
    writer.load(store, "atop", dataset("atop", one, two))
    assert link(store) is None

    same, near = pact("cow:7", ("USA", "RUS"), "1950-01-02"), pact("cow:8", ("USA", "CAN"), "1960-03-01")
    writer.load(store, "cow", dataset("cow", same, near))
    first, again = link(store), link(store)
    assert first and (first.new, first.refused) == (2, [])
    assert again and (again.new, again.changed, again.unchanged, again.removed) == (0, 0, 2, 0)
    assert rows(store, "same-instrument") == [("atop:1", "cow:7")]
    assert rows(store, "same-instrument", agreement="cow:8") == []
    assert rows(store, "same-instrument-unsure") == [("atop:2", "cow:8")]
    assert examine(store).healthy and [row["dataset"] for row in examine(store).loaded] == ["atop", "cow"]

    report = writer.load(store, "cow", dataset("cow", near))
    assert report.refused == []
    assert rows(store, "same-instrument") == [] and rows(store, "same-instrument-unsure") == [
        ("atop:2", "cow:8")
    ]
    writer.load(store, "cow", dataset("cow"))
    gone = link(store)
    assert gone is None or gone.new == 0
    assert rows(store, "same-instrument-unsure") == []
