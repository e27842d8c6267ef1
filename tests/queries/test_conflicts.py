"""Where datasets differ: each sort of difference on a small world of three datasets, and what is none."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from conftest import neo4j_variables
from foedera.cli import main
from foedera.database import Database
from foedera.graph import writer
from foedera.graph.dates import Bounds, Span, parse
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.graph.vocabulary import rank
from foedera.loaders import links
from foedera.plot import lines
from foedera.queries.conflicts_answer import REASONS, Conflict

STATES = ("BEL", "CAN", "DNK", "FRA", "GBR", "ITA", "NOR", "USA")
Times = Mapping[str, str]
"""Who has a part, and when: `1950-01-01/1960-01-01`, `1950/` without an end."""


def span(text: str) -> Span:
    since, _, until = text.partition("/")
    return Span(parse(since), parse(until) if until else None)


def _pact(
    id: str,
    times: Times,
    *kinds: str,
    signed: str | None = None,
    debtors: Sequence[str] | None = None,
    to_some: bool = False,
    coded: Sequence[str] = (),
) -> Iterator[Record]:
    """An agreement; `debtors` are the parties that owe, all where left out."""
    dataset = id.partition(":")[0] if ":" in id else "core"
    said, here = Provenance(dataset, (f"{dataset}#{id}",)), Ref("Agreement", id)
    days = [each for text in times.values() if (each := span(text)).since]
    begun: list[Bounds] = [each.since for each in days if each.since]
    whole = Span(min(begun, key=lambda each: each.earliest))
    day = {"signed": parse(signed).earliest, "signed_latest": parse(signed).latest} if signed else {}
    about = {
        "title": id,
        "kind": "alliance",
        "force": "unknown",
        "coded": list(coded),
        **day,
        **whole.properties(),
    }
    yield Node("Agreement", id, about, said)
    for party, text in times.items():
        yield Relationship(
            "PARTY_TO", Ref("Country", party), here, {"role": "party", **span(text).properties()}, said
        )
    for kind in kinds:
        there = Ref("Obligation", f"{id}/{kind}")
        promise = {
            "name": kind, "kind": kind, "force": "unknown", "rank": rank(kind, "unknown"), "summary": "x", "bound": "named",
            "owed_to_class": "some members" if to_some else None, **whole.properties(),
        }  # fmt: skip
        yield Node("Obligation", there.id, promise, said)
        yield Relationship("CREATES", here, there, {}, said)
        for party, text in times.items():
            time = span(text).properties()
            if debtors is None or party in debtors:
                yield Relationship("OWES", Ref("Country", party), there, time, said)
            if not to_some:
                yield Relationship("OWED_TO", there, Ref("Country", party), time, said)


def pact(id: str, times: Times, *kinds: str, **said: Any) -> list[Record]:
    return list(_pact(id, times, *kinds, **said))


def dataset(name: str, title: str, until: str, *pacts: list[Record], complete: bool = True) -> list[Record]:
    said, reach = Provenance(name, (name,)), (parse("1900-01-01").earliest, parse(until).earliest)
    about = {
        "title": title,
        "version": "1",
        "covers_from": reach[0],
        "covers_until": reach[1],
        "closed": complete,
        "of_states": complete,
    }
    time = Span(parse("1900-01-01"), parse(until)).properties()
    kinds = ["defense", "neutrality", "nonaggression", "consultation"]
    return [
        Node("Dataset", name, about, said),
        Node("Source", name, {"title": title, "publisher": name}, said),
        Node("Scope", f"{name}/all", {"title": "alliances", "kinds": kinds, "complete": complete, **time}, said),
        *(record for each in pacts for record in each),
    ]  # fmt: skip


def both(*parties: str, time: str = "1950-01-01/") -> Times:
    return dict.fromkeys(parties, time)


ATOP = (
    pact("atop:1", both("BEL", "CAN"), "defense", coded=["cow4id=1"]),
    pact("atop:2", both("BEL", "DNK"), "defense", signed="1950-01-01", coded=["cow4id=2"]),
    pact("atop:3", both("BEL", "FRA", time="1950-01-01/1960-01-01"), "defense", coded=["cow4id=3"]),
    pact("atop:4", both("BEL", "GBR", time="1950-01-01/1960-01-01"), "defense", coded=["cow4id=4"]),
    pact("atop:5", both("BEL", "ITA"), "defense", "nonaggression", coded=["cow4id=5"]),
    pact("atop:6", both("CAN", "DNK"), "consultation", coded=["cow4id=6"]),
    pact("atop:7", both("CAN", "FRA"), "defense"),
    pact("atop:8", both("CAN", "GBR", time="2014-01-01/"), "defense"),
    pact("atop:9", both("CAN", "ITA", "NOR"), "neutrality", to_some=True, coded=["cow4id=9"]),
    pact("atop:10", {**both("DNK", "FRA"), "GBR": "1955-05-05/"}, "defense", coded=["cow4id=10"]),
    pact("atop:11", both("DNK", "ITA"), "defense", debtors=["DNK"], coded=["cow4id=11"]),
    pact("atop:12", both("DNK", "NOR", time="1950/1970"), "defense", coded=["cow4id=12"]),
    pact("atop:13", both("FRA", "ITA", time="1950-01-01/1955-01-01"), "defense"),
    pact("atop:14", both("FRA", "ITA", time="1955-01-01/1970-01-01"), "defense", coded=["cow4id=13"]),
    pact("atop:15", both("NOR", "USA"), "offense"),
    pact("atop:16", both("ITA", "USA"), "defense", coded=["cow4id=16"]),
    pact("atop:17", both("GBR", "USA"), "nonaggression"),
    pact("atop:18", both("CAN", "USA"), "consultation", signed="1950-01-01", coded=["cow4id=18"]),
)
COW = (
    pact("cow:1", both("BEL", "CAN"), "defense"),
    pact("cow:2", both("BEL", "DNK", time="1950-08-01/"), "defense"),
    pact("cow:3", both("BEL", "FRA", time="1950-01-01/1959-12-31"), "defense"),
    pact("cow:4", both("BEL", "GBR", time="1950-01-01/1965-01-01"), "defense"),
    pact("cow:5", both("BEL", "ITA"), "defense"),
    pact("cow:6", both("CAN", "DNK"), "defense"),
    pact("cow:9", both("CAN", "ITA", "NOR"), "neutrality"),
    pact("cow:10", both("DNK", "FRA"), "defense"),
    pact("cow:11", both("DNK", "ITA"), "defense"),
    pact("cow:12", both("DNK", "NOR", time="1950-06-01/1970-02-02"), "defense"),
    pact("cow:13", both("FRA", "ITA", time="1950-01-01/1970-01-01"), "defense"),
    pact("cow:16", both("ITA", "USA", time="1951-03-03/"), "defense"),
    pact("cow:18", both("CAN", "USA", time="1950-01-20/"), "consultation"),
)
CORE = (
    pact("core-pact", both("BEL", "CAN"), "defense"),
    pact("core-other", both("ITA", "USA", time="1952-01-01/"), "defense"),
    pact("core-17", both("GBR", "USA", time="1960-01-01/1970-01-01"), "nonaggression"),
    pact("core-18", both("CAN", "USA", time="1950-01-10/"), "consultation", signed="1950-01-10"),
)


@pytest.fixture(scope="module", params=("embedded", "neo4j"))
def world(request: pytest.FixtureRequest, databases: Any) -> Database:
    """ATOP to 2018 and COW to 2012, complete; core, which is not. Only read from."""
    store = databases.empty(request.param)
    said = Provenance("core", ("core",))
    states = [
        Node("Country", id, {"name": id.title(), "keys": [id.lower()], "until_known": True}, said)
        for id in STATES
    ]
    core = dataset("core", "Core", "2026-01-01", *CORE, complete=False)
    for name, records in (
        ("core", [*states, *core]),
        ("atop", dataset("atop", "ATOP", "2018-12-31", *ATOP)),
        ("cow", dataset("cow", "COW", "2012-12-31", *COW)),
    ):
        assert writer.load(store, name, records).refused == []
    links.link(store)
    return Database(lambda: store, closing=False)


Asked = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def found(world: Database) -> dict[Asked, Conflict]:
    """All that ATOP and COW do not say alike, by pair, kind and what differs."""
    conflicts = world.conflicts(datasets="atop,cow", reasons=REASONS).conflicts
    keyed = {(each.one, each.other, each.kind, each.what): each for each in conflicts}
    assert len(keyed) == len(conflicts)
    return keyed


@pytest.mark.parametrize(
    ("asked", "reason", "why", "says", "period"),
    [
        (("BEL", "DNK", "defense", "start"), "signature", "atop has the day of signature, cow a later day",
         ("since 1950-01-01", "since 1950-08-01"), ("1950-01-01", "1950-08-01")),
        (("BEL", "FRA", "defense", "end"), "coding rule", "a day apart: one counts the last day, the other does not",
         ("since 1950-01-01 until 1960-01-01", "since 1950-01-01 until 1959-12-31"), ("1959-12-31", "1960-01-01")),
        (("BEL", "GBR", "defense", "end"), "disagreement", "",
         ("since 1950-01-01 until 1960-01-01", "since 1950-01-01 until 1965-01-01"), ("1960-01-01", "1965-01-01")),
        (("BEL", "ITA", "nonaggression", "kind"), "coding rule", "cow mostly records the strongest promise of an alliance alone",
         ("since 1950-01-01", "defense instead"), ("1950-01-01", "2012-12-31")),
        (("CAN", "DNK", "consultation", "kind"), "coding rule", "cow mostly records the strongest promise of an alliance alone",
         ("since 1950-01-01", "defense instead"), ("1950-01-01", "2012-12-31")),
        (("CAN", "DNK", "defense", "kind"), "disagreement", "atop has the instrument with another kind of promise",
         ("consultation instead", "since 1950-01-01"), ("1950-01-01", "2018-12-31")),
        (("CAN", "FRA", "defense", "exists"), "disagreement", "cow has no such instrument",
         ("since 1950-01-01", "no"), ("1950-01-01", "2012-12-31")),
        (("CAN", "GBR", "defense", "exists"), "coverage", "cow does not speak of that time",
         ("since 2014-01-01", "not covered"), ("2014-01-01", None)),
        (("CAN", "ITA", "neutrality", "exists"), "coding rule", "atop has it as owed to some members, and does not say who that is",
         ("owed to some members", "since 1950-01-01"), ("1950-01-01", "2018-12-31")),
        (("DNK", "GBR", "defense", "exists"), "disagreement", "cow has the instrument without Gbr",
         ("since 1955-05-05", "no"), ("1955-05-05", "2012-12-31")),
        (("ITA", "DNK", "defense", "exists"), "disagreement", "atop has it in the other direction alone",
         ("no", "since 1950-01-01"), ("1950-01-01", "2018-12-31")),
        (("ITA", "USA", "defense", "start"), "disagreement", "",
         ("since 1950-01-01", "since 1951-03-03"), ("1950-01-01", "1951-03-03")),
    ],
)  # fmt: skip
def test_a_difference_is_told_with_its_reason(
    found: dict[Asked, Conflict], asked: Asked, reason: str, why: str, says: tuple[str, str], period: tuple[str, str | None]
) -> None:  # fmt: skip
    each = found[asked]
    assert (each.reason, each.why) == (reason, why)
    assert (each.first.dataset, each.first.says, each.second.dataset, each.second.says) == (
        "atop",
        says[0],
        "cow",
        says[1],
    )
    row = each.row()
    assert (row["from"].isoformat(), row["until"] and row["until"].isoformat()) == period
    assert each.direction == ("one to other" if asked[:2] == ("ITA", "DNK") else "both")
    for said in (each.first, each.second):
        assert bool(said.sources) == (said.says not in ("no", "not covered", "owed to some members"))


def test_what_core_leaves_out_by_its_rule_is_no_disagreement(store: Store) -> None:
    """Where the agreement says that it has such a promise; of another that core has without it they disagree."""
    said, rule = Provenance("core", ("core",)), "a promise that repeats the Charter"
    states = [Node("Country", id, {"name": id, "keys": [id], "until_known": True}, said) for id in STATES]
    ours, other = (
        pact(id, both("BEL", end), "defense", signed="1950-01-01")
        for id, end in (("one", "CAN"), ("two", "DNK"))
    )
    ours[0] = replace(ours[0], properties={**ours[0].properties, "left_out": ["nonaggression"]})
    held, *rest = dataset("core", "Core", "2026-01-01", ours, other, complete=False)
    held = replace(held, properties={**held.properties, "leaves_out": rule})
    theirs = [
        pact(f"atop:{id}", both("BEL", end), "defense", "nonaggression", signed="1950-01-01")
        for id, end in ((1, "CAN"), (2, "DNK"))
    ]
    assert writer.load(store, "core", [*states, held, *rest]).refused == []
    assert writer.load(store, "atop", dataset("atop", "ATOP", "2018-12-31", *theirs)).refused == []
    links.link(store)
    found = Database(lambda: store, closing=False).conflicts(datasets="core,atop", kinds="nonaggression")
    assert [(each.other, each.reason, each.why) for each in found.conflicts] == [
        ("DNK", "disagreement", "core has the instrument with another kind of promise"),
        ("CAN", "coding rule", f"core leaves out {rule}"),
    ]
    assert (found.reasons["disagreement"], found.reasons["coding rule"]) == (1, 1)


def test_what_agrees_is_no_difference(found: dict[Asked, Conflict]) -> None:
    """The same days; days that may be the same; two treaties that follow each other against one; a kind that one never has."""
    pairs = {(each.one, each.other) for each in found.values()}
    assert not pairs & {("BEL", "CAN"), ("DNK", "NOR"), ("FRA", "ITA"), ("NOR", "USA")}


def test_what_a_dataset_that_is_not_complete_lacks_is_no_disagreement(world: Database) -> None:
    asked: dict[str, Any] = {"datasets": ["core", "cow"], "countries": ["DNK", "FRA"]}
    conflicts = world.conflicts(**asked, reasons="coverage").conflicts
    assert [(each.reason, each.why) for each in conflicts] == [("coverage", "core is not complete there")]
    found = world.conflicts(**asked)
    assert (found.conflicts, found.uncovered) == ([], 1)
    assert found.summary()[:2] == [
        "no difference",
        "1 claim of one dataset that the other does not cover: --reason coverage lists them",
    ]


def test_what_a_dataset_does_not_cover_counts_as_no_difference(world: Database) -> None:
    """After COW's end and before ATOP's, ATOP speaks alone: nothing differs, whatever it holds."""
    asked: dict[str, Any] = {"datasets": ["atop", "cow"], "countries": ["CAN", "GBR"]}
    found = world.conflicts(**asked, year=2014)
    assert found.conflicts == [] and not any(found.reasons.values())
    assert found.summary()[0] == "nothing to compare: of atop, cow, atop alone speaks of 2014"
    assert found.to_dict()["uncovered"] == found.uncovered > 0
    assert "not covered: the data of COW end on 2012-12-31" in found.to_dict()["remarks"]
    listed = world.conflicts(**asked, year=2014, reasons="coverage")
    assert (len(listed.conflicts), listed.uncovered) == (found.uncovered, 0)
    assert {each.reason for each in listed.conflicts} == {"coverage"}
    assert "none speaks of 1850" in world.conflicts(year=1850).summary()[0]
    assert "nothing to compare" not in world.conflicts(year=2012).summary()[0]
    told = world.conflicts(kinds="offense").summary()
    assert told[0] == "nothing to compare: atop alone speaks of offense"
    assert "core, cow do not speak of offense here, and are not compared there" in told


def test_what_a_dataset_is_not_about_is_no_disagreement(databases: Any) -> None:
    """A pair of which it does not hold everything, and who is no state of COW's; of others it says no."""
    store = databases.empty("embedded")
    said = Provenance("core", ("core",))
    states = [
        Node("Country", id, {"name": id, "keys": [id.lower()], "until_known": True, "cow": number}, said)
        for id, number in [*zip(STATES, range(1, 9), strict=True), ("PSE", None)]
    ]
    older = dataset("atop", "ATOP", "2018-12-31", ATOP[0])
    (scope,) = (each for each in older if isinstance(each, Node) and each.label == "Scope")
    older[older.index(scope)] = replace(scope, properties={**scope.properties, "apart": ["GBR ITA"]})
    pacts = [pact("cow:20", both("GBR", "ITA"), "defense"), pact("cow:21", both("GBR", "NOR"), "defense")]
    of_core = [
        pact("core-20", both("FRA", "PSE"), "consultation"),
        pact("core-21", both("FRA", "NOR"), "consultation"),
    ]
    for name, records in (
        ("core", [*states, *dataset("core", "Core", "2026-01-01", *of_core, complete=False)]),
        ("atop", older),
        ("cow", dataset("cow", "COW", "2012-12-31", COW[0], *pacts)),
    ):
        assert writer.load(store, name, records).refused == []
    with Database(lambda: store, closing=False) as db:
        found = db.conflicts(reasons=REASONS).conflicts
    told = {
        (each.one, each.other): (each.reason, each.why, each.first.says)
        for each in found
        if each.first.dataset == "atop" and not each.first.sources
    }
    assert told == {
        ("GBR", "ITA"): ("coverage", "atop is not complete between the two", "unknown"),
        ("GBR", "NOR"): ("disagreement", "atop has no such instrument", "no"),
        ("FRA", "PSE"): (
            "coverage",
            "atop is about the states of COW's system, and PSE is none",
            "not covered",
        ),
        ("FRA", "NOR"): ("disagreement", "atop has no such instrument", "no"),
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"countries": "GBR", "kinds": "defense"}, {("BEL", "GBR"), ("DNK", "GBR"), ("FRA", "GBR")}),
        ({"countries": "GBR", "kinds": "defense", "reasons": ["coverage", "disagreement"]},
         {("BEL", "GBR"), ("CAN", "GBR"), ("DNK", "GBR"), ("FRA", "GBR")}),
        ({"reasons": "signature", "kinds": "defense"}, {("BEL", "DNK")}),
        ({"reasons": "coding-rule", "countries": "FRA"}, {("BEL", "FRA")}),
        ({"on": "1956-06-01", "kinds": "defense", "countries": "GBR"}, {("DNK", "GBR"), ("FRA", "GBR")}),
        ({"on": "1955-05-04", "kinds": "defense", "countries": "GBR"}, set()),
        ({"agreement": "atop:13"}, set()),
        ({"countries": ["GBR", "BEL"]}, {("BEL", "GBR")}),
        ({"countries": ["GBR", "GBR"], "kinds": "defense"}, {("BEL", "GBR"), ("DNK", "GBR"), ("FRA", "GBR")}),
        ({"agreement": "cow:10"}, {("DNK", "GBR"), ("FRA", "GBR")}),
        ({"on": "1950-03-01", "kinds": "defense", "countries": "BEL"}, {("BEL", "DNK")}),
        ({"on": "1950-09-01", "kinds": "defense", "countries": "BEL"}, set()),
        ({"year": 1962, "countries": "BEL", "kinds": "defense"}, {("BEL", "GBR")}),
    ],
)  # fmt: skip
def test_differences_are_asked_for_by_country_agreement_kind_year_and_day(
    world: Database, asked: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    conflicts = world.conflicts(datasets="atop,cow", **asked).conflicts
    assert {(each.one, each.other) for each in conflicts} == expected


@pytest.mark.parametrize("kind", ["defense", "nonaggression", "consultation", "offense"])
def test_a_kind_asked_for_alone_differs_as_it_does_among_all(world: Database, kind: str) -> None:
    """To the last citation, though the others are not compared."""
    among_all = [each for each in world.conflicts(reasons=REASONS).conflicts if each.kind == kind]
    assert world.conflicts(kinds=kind, reasons=REASONS).conflicts == among_all


def test_a_year_has_its_summary(world: Database) -> None:
    """Of directed pairs: 18 with a defence promise in 2012 by ATOP, 16 by COW."""
    found = world.conflicts(year=2012, kinds="defense", datasets="atop,cow")
    (year,) = found.years
    assert (year.one, year.other, year.both, year.only_one, year.only_other) == ("atop", "cow", 11, 6, 3)
    assert year.jaccard == round(11 / 20, 3)
    assert all(each.kind == "defense" for each in found.conflicts)


def test_a_year_of_one_agreement_has_no_summary(world: Database) -> None:
    """Which would be of all that is promised; nor are its differences those that another instrument settles."""
    found = world.conflicts(year=1951, agreement="cow:2", datasets="atop,cow")
    assert (found.years, found.conflicts) == ([], [])
    (start,) = world.conflicts(agreement="cow:2", datasets="atop,cow").conflicts
    assert start.first.agreements == ("atop:2",)


def test_core_dates_by_entry_into_force(world: Database) -> None:
    """A later day of another is then no entry into force, signed on core's day or not."""
    (start,) = world.conflicts(agreement="core-18", datasets="core,cow").conflicts
    assert (start.what, start.reason, start.second.dataset) == ("start", "disagreement", "core")


def test_years_are_compared_while_both_cover_them(world: Database) -> None:
    rows = world.concordance(kinds=["defense"], datasets="atop,cow").years
    assert (rows[0].year, rows[-1].year, len(rows)) == (1900, 2012, 113)
    by_year = {each.year: each.jaccard for each in rows}
    assert by_year[1900] is None and by_year[1951] is not None
    late = world.conflicts(year=2014, kinds="defense", datasets="atop,cow")
    assert late.years == [] and "not covered: the data of COW end on 2012-12-31" in late.summary()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"datasets": "atop"}, "it takes two datasets with promises to differ; asked: atop, loaded with promises: atop, core, cow; `foedera load atop PATH` loads another"),
        ({"kinds": "defence"}, "unknown kind 'defence'; expected one of"),
        ({"countries": "Narnia"}, "unknown"),
        ({"year": 2000, "on": "2000-01-01"}, "a year and a day; expected one of them"),
        ({"reasons": "coding rul"}, "unknown reason 'coding rul'; expected one of disagreement, coding rule, signature, coverage. Did you mean coding rule?"),
        ({"year": 0}, "the year is 0; expected one from 1 to 9998"),
        ({"agreement": "USA"}, "Usa is a country; expected an agreement"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(world: Database, asked: dict[str, Any], told: str) -> None:
    with pytest.raises(BadInput) as error:
        world.conflicts(**asked)
    assert told in str(error.value)


@pytest.fixture
def run(world: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """The command on the small world."""
    home = world.engine.home
    for name, value in ({"FOEDERA_HOME": str(home)} if home else neo4j_variables()).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("COLUMNS", "100")

    def of(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["conflicts", *arguments])
        return code, *capsys.readouterr()

    return of


def test_the_command_has_the_summary_and_puts_together_what_differs_alike(run: Any) -> None:
    code, out, err = run("--year", "2012", "--kind", "defense", "--datasets", "atop,cow")
    assert (code, err) == (0, "")
    assert (
        "2012, defense: atop and cow: Jaccard 0.550; 11 directed pairs in both, 6 in atop alone, 3 in cow"
        in out
    )
    group = out[
        out.index("defense, exists (disagreement, cow has the instrument without Gbr)") :
    ].splitlines()[:4]
    assert group == [
        "defense, exists (disagreement, cow has the instrument without Gbr)",
        "   Dnk and Gbr; Fra and Gbr",
        "   atop: since 1955-05-05 (atop:10, [atop#atop:10])",
        "   cow: no",
    ]
    assert "nonaggression" not in out and max(map(len, out.splitlines())) <= 100


def test_a_pair_that_differs_at_several_times_stands_once_in_its_group(run: Any, world: Database) -> None:
    """ATOP alone has the promise before 1960 and after 1970: two differences, told under one pair."""
    asked = ("--country", "GBR", "--country", "USA", "--datasets", "atop,core", "--reason", "coverage")
    code, out, _ = run(*asked)
    assert code == 0 and "no difference; 2 claims of one dataset that the other does not cover" in out
    assert "   Gbr and Usa\n" in out and out.count("Gbr and Usa") == 1


def test_the_other_formats_have_each_difference(run: Any) -> None:
    rows = list(csv.DictReader(run("--datasets", "atop,cow", "--format", "csv")[1].splitlines()))
    told = json.loads(run("--datasets", "atop,cow", "--format", "json")[1])
    assert len(rows) == len(told["conflicts"]) == sum(told["reasons"].values()) > 12
    row = next(each for each in rows if each["agreements_1"] == "atop:2")
    assert (row["one"], row["other"], row["what"], row["reason"]) == ("BEL", "DNK", "start", "signature")
    assert (row["sources_1"], row["sources_2"]) == ("atop#atop:2", "cow#cow:2")


def test_the_summary_is_a_table_and_a_picture(run: Any, tmp_path: Path) -> None:
    picture = tmp_path / "agreement.svg"
    code, out, _ = run(
        "--summary", "--kind", "defense", "--datasets", "atop,cow", "--format", "csv", "--plot", str(picture)
    )
    rows = list(csv.DictReader(out.splitlines()))
    assert code == 0 and len(rows) == 113
    assert rows[-1] == {
        "year": "2012", "dataset_1": "atop", "dataset_2": "cow", "kind": "defense", "both": "11", "only_1": "6", "only_2": "3",
        "jaccard": "0.55", "note": "",
    }  # fmt: skip
    drawn = ElementTree.parse(picture).getroot()
    texts = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert "atop and cow: defense" in texts and "1960" in texts


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--summary", "--country", "USA"), "the summary is of all pairs, by year; expected no --country, --agreement, --on or --reason"),
        (("--reason", "coverag"), "unknown reason 'coverag'; expected one of"),
        (("--plot", "a.svg", "--year", "2000"), "a plot is of all years; expected no --year"),
        (("--plot", "no/such/folder/a.svg"), "no/such/folder"),
        (("--plot", "a.png"), "a.png: the plot is an SVG; expected a name such as a.svg"),
        (("--datasets", "cow"), "it takes two datasets with promises to differ"),
        (("--year", "twelve"), "--year: expected a whole number from 1 to 9998"),
    ],
)  # fmt: skip
def test_what_the_command_cannot_do_is_one_line(run: Any, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "") and told in err and len(err.splitlines()) == 1


def test_a_picture_tells_what_it_draws_and_leaves_gaps() -> None:
    drawn = lines(
        {"a & b": [(1950, 0.5), (1951, None), (1952, 1.0), (1953, 0.0)], "never": [(1950, None)]}, "<T>"
    )
    root = ElementTree.fromstring(drawn)
    paths = [
        each.get("d", "")
        for each in root.iter("{http://www.w3.org/2000/svg}path")
        if each.get("fill") == "none"
    ]
    assert "never" not in drawn and root[0].text == "<T>"
    assert paths[0].count("M") == 2 and paths[0].count("L") == 1
