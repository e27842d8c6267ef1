"""The contract of `path`, `attack`, `show`, `query` and `cypher`, on both engines."""

import csv
import io
import json
from typing import Any

import pytest

from .conftest import Foedera

HOP = {
    "from", "to", "agreement", "obligation", "kind", "force", "rank", "since", "until", "sources", "checked", "also",
}  # fmt: skip
DUTY = {"party", "kind", "force", "rank", "agreement", "obligation", "since", "sources"}


def commitments(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """Every commitment between neighbours of the chains."""
    hops = [hop for chain in answer["chains"] for hop in chain["hops"]]
    return [each for hop in hops for each in (hop, *hop["also"])]


def test_path_finds_the_consultation_of_the_day(core: Foedera) -> None:
    """The United States' agreement of 13 June 2024 is a hop of its own, with its sources."""
    answer = core(
        "path", "USA", "UKR", "--kind", "consultation", "--on", "2024-07-01", "--format", "json"
    ).json
    assert answer["verdict"] == "yes"
    assert answer["as_of"] == "2024-07-01" and answer["datasets"] == ["core"]
    assert answer["question"] | {"from": "USA", "to": "UKR", "kinds": ["consultation"]} == answer["question"]
    (hop,) = answer["chains"][0]["hops"]
    assert set(hop) >= HOP
    found = [each for each in commitments(answer) if each["agreement"] == "us-ukraine-2024"]
    assert found and all(each["sources"] for each in found)


def test_path_has_what_is_weaker_and_direct_beside_its_chains(core: Foedera) -> None:
    """The strongest chain to Qatar runs over France; a chain that is direct itself has nothing beside it, nor has none."""
    asked = ("path", "USA", "QAT", "--on", "2026-01-01", "--format")
    answer = core(*asked, "json").json
    assert len(answer["chains"][0]["hops"]) > 1
    (hop,) = answer["direct"]["hops"]
    assert (hop["from"], hop["to"], hop["agreement"]) == ("USA", "QAT", "us-executive-order-14353")
    assert answer["direct"]["weakest"] == hop["rank"] < answer["chains"][0]["weakest"]
    assert set(hop) >= HOP and hop["sources"]
    rows = core(*asked, "jsonl")
    assert [json.loads(row) for row in rows.out.splitlines()] == answer["chains"]
    assert "there is a weaker direct one, rank 3: us-executive-order-14353/" in rows.err
    for one, on in (("USA", "2010-01-01"), ("FRA", "2003-01-01")):
        beside = core("path", "EST", one, "--kind", "defense", "--on", on, "--format", "json").json
        assert beside["direct"] is None


def test_path_knows_nothing_of_an_agreement_before_its_day(core: Foedera) -> None:
    """Two weeks earlier no hop comes from it."""
    answer = core(
        "path", "USA", "UKR", "--kind", "consultation", "--on", "2024-06-01", "--format", "json"
    ).json
    assert all(each["agreement"] != "us-ukraine-2024" for each in commitments(answer))


def test_path_tells_binding_defence_from_none(core: Foedera) -> None:
    """Estonia and the United States after and before its accession: yes, and a proven no."""
    asked = ("path", "EST", "USA", "--kind", "defense", "--format", "json", "--on")
    after, before = core(*asked, "2010-01-01").json, core(*asked, "2003-01-01").json
    hop = after["chains"][0]["hops"][0]
    assert (hop["obligation"], hop["force"], hop["rank"]) == ("north-atlantic-treaty/article-5", "binding", 5)
    assert after["chains"][0]["weakest"] == 5
    assert (before["verdict"], before["chains"]) == ("no", [])
    assert "complete" in before["reason"]


def test_attack_lists_the_allies_of_the_day(core: Foedera) -> None:
    """On Estonia in January 2024: the 30 others, Finland in, Sweden not yet."""
    answer = core("attack", "EST", "--on", "2024-01-01", "--format", "json").json
    article = "north-atlantic-treaty/article-5"
    bound = {row["party"] for row in answer["rows"] if row["obligation"] == article}
    assert len(bound) == 30 and "FIN" in bound and not {"SWE", "EST"} & bound
    assert all(set(row) >= DUTY for row in answer["rows"])


def test_attack_says_who_is_absent_and_why(core: Foedera) -> None:
    """On Ukraine nobody is bound to defend."""
    answer = core("attack", "Ukraine", "--on", "2024-01-01", "--format", "json").json
    assert answer["verdict"] == "no"
    assert not [row for row in answer["rows"] if row["kind"] == "defense"]
    assert all(each["reason"] for each in answer["absent"]) and answer["absent"]


def test_query_run_gives_rows_by_column(core: Foedera) -> None:
    """`rows` is a list of objects; the day is a parameter as well as an option."""
    one = core("query", "run", "mnna", "--on", "2022-04-01", "--format", "json").json
    other = core("query", "run", "mnna", "--param", "on=2022-04-01", "--format", "json").json
    assert one == other
    assert one["question"] == {"query": "mnna", "params": {"on": "2022-04-01"}}
    assert {row["country"] for row in one["rows"]} >= {"QAT", "JPN"}


def test_an_empty_answer_has_its_columns(core: Foedera) -> None:
    """The embedded engine names no column where no row came; a stored query declares them."""
    ran = core("query", "run", "members", "-p", "organization=CSCE", "--format", "csv")
    assert ran.out == "country,name,since,until,status,certain,note,sources,checked\n"


def test_cypher_reads_its_parameters_as_yaml_would(core: Foedera) -> None:
    """A date is a date, or it would be equal to none, without an error."""
    text = "MATCH (a:Agreement) WHERE a.signed = $on RETURN a.id AS id ORDER BY id"
    rows = core("cypher", text, "--param", "on=2024-06-13", "--format", "json").json["rows"]
    assert {"id": "us-ukraine-2024"} in rows
    forced = core("cypher", text, "--param", "on:string=2024-06-13", "--format", "json").json
    assert forced["rows"] == [] and forced["question"]["params"] == {"on": "2024-06-13"}


def test_cypher_shows_nodes_without_element_ids(core: Foedera) -> None:
    """Nodes and relationships are objects of their labels, type and properties."""
    text = "MATCH (c:Country {id: 'FIN'})-[m:MEMBER_OF]->(o {id: 'NATO'}) RETURN c, m, o.id AS o"
    (row,) = core("cypher", text, "--format", "json").json["rows"]
    assert row["c"]["labels"] == ["Country"] and row["c"]["name"] == "Finland"
    assert (row["m"]["type"], row["m"]["since"]) == ("MEMBER_OF", "2023-04-04")
    assert row["m"]["id"] == "core:MEMBER_OF:FIN:NATO" and "element" not in str(row)


@pytest.mark.parametrize(
    "asked",
    [
        ("path", "JPN", "UKR"),
        ("attack", "EST"),
        ("show", "north-atlantic-treaty"),
        ("query", "run", "members", "-p", "organization=NATO"),
        ("query", "list"),
        ("cypher", "MATCH (o:Organization) RETURN o.id AS id ORDER BY id"),
        ("doctor",),
        ("schema",),
    ],
)
def test_every_reading_command_has_every_format(core: Foedera, asked: tuple[str, ...]) -> None:
    """JSON and JSON lines parse, CSV has rows as wide as its head, tables and Markdown are not empty."""
    assert "question" in core(*asked, "--format", "json").json
    assert all(json.loads(line) for line in core(*asked, "--format", "jsonl").out.splitlines())
    rows = list(csv.reader(io.StringIO(core(*asked, "--format", "csv").out)))
    assert len(rows) > 1 and len({len(row) for row in rows}) == 1
    assert core(*asked).out.strip()
    assert "| --- |" in core(*asked, "--format", "markdown").out


def test_a_day_beyond_coverage_is_answered_as_of_coverage(core: Foedera) -> None:
    """And said so: in the object, in the table, and beside rows that have no place for it."""
    asked = ("attack", "EST", "--on", "2200-01-01")
    answer = core(*asked, "--format", "json").json
    assert answer["question"]["on"] == "2200-01-01" and answer["as_of"] < "2200"
    assert "covers until" in answer["note"]
    assert answer["note"] in core(*asked).out
    assert answer["note"] in core(*asked, "--format", "csv").err


def test_show_tells_everything_about_a_thing(core: Foedera) -> None:
    """Properties with grounds, and each section under its key."""
    sheet = core("show", "ukraine", "--on", "2024-07-01", "--format", "json").json
    assert sheet["thing"]["id"] == "UKR" and sheet["thing"]["sources"]
    assert {"agreements", "owes", "owed", "member_of", "candidacies", "proposals", "events", "claims"} <= set(
        sheet
    )
    assert "us-ukraine-2024" in {row["agreement"] for row in sheet["agreements"]}
    assert "helsinki-2022-letter" in {row["proposal"] for row in sheet["proposals"]}


@pytest.mark.parametrize(
    "thing",
    ["NATO", "us-ukraine-2024", "us-ukraine-2024/consultation", "hawaii", "mnna-colombia-announced",
     "fp-2022-mnna/csce-founded", "helsinki-2022-letter", "fp-2022-mnna"],
)  # fmt: skip
def test_show_takes_every_kind_of_thing(core: Foedera, thing: str) -> None:
    """A body, an agreement, a promise, an area, an event, a claim, a proposal, a source."""
    ran = core("show", thing)
    assert ran.code == 0 and f" {thing})" in ran.out.splitlines()[0]


def test_durations_and_points_keep_their_meaning(core: Foedera) -> None:
    """They are tuples to Python, and no lists of numbers to a reader."""
    text = "RETURN duration('P1DT2H') AS time, point({x: 1, y: 2}) AS place, [date('2024-01-01')] AS days"
    (row,) = core("cypher", text, "--format", "json").json["rows"]
    assert row["time"] == "P1DT2H" and row["days"] == ["2024-01-01"]
    assert row["place"]["coordinates"] == [1.0, 2.0]


def test_what_nobody_has_checked_is_marked(core: Foedera) -> None:
    """In tables; JSON has null."""
    assert "unchecked" in core("show", "mnna-saudi-arabia").out
    assert core("show", "mnna-saudi-arabia", "--format", "json").json["thing"]["checked"] is None


def test_doctor_finds_core_in_good_health(core: Foedera) -> None:
    """No fact without a source, no dangling end, no impossible date; members, parties and debtors agree."""
    ran = core("doctor", "--format", "json")
    assert {row["check"]: row["found"] for row in ran.json["integrity"]} == {
        "unsourced": 0,
        "unknown sources": 0,
        "dangling": 0,
        "impossible dates": 0,
        "overlaps": 0,
        "members and parties": 0,
        "members and debtors": 0,
    }
    assert ran.code == 0 and ran.json["healthy"]
    assert {row["label"] for row in ran.json["nodes"]} >= {"Country", "Agreement", "Obligation", "Source"}


def test_alone_it_says_what_is_held_and_what_to_try(core: Foedera) -> None:
    """And without --help how to get it."""
    ran = core()
    assert ran.code == 0
    assert "countries" in ran.out and "foedera path JPN UKR" in ran.out and "--help" in ran.out
