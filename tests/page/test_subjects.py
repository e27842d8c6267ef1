"""Pages of stored queries and statements, on core and on each engine: what was found is what is drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from foedera import __version__
from foedera.database import Database
from foedera.graph.errors import BadInput

from .conftest import Open
from .test_render import facts, parties
from .unpacked import rows

DAY = "2024-07-01"


def drawn(db: Database, out: Path, **subject: Any) -> dict[str, Any]:
    """The facts of the page of a subject."""
    return facts(db.render(out, **{"on": DAY, **subject}).path)


def ties(page: dict[str, Any]) -> set[tuple[str, str, str]]:
    """Kind, start and end of each tie, by ids."""

    def name(node: dict[str, Any]) -> str:
        table, index = (
            ("parties", node["party"]) if node["party"] is not None else ("agreements", node["agreement"])
        )
        return str(page[table][index]["id"])

    lines = rows(page["drawing"]["edges"])
    ends = [(each["kind"], lines[each["line"]]["from"], lines[each["line"]]["to"]) for each in page["ties"]]
    return {(kind, name(page["nodes"][start]), name(page["nodes"][end])) for kind, start, end in ends}


def changed(page: dict[str, Any], change: str | None) -> set[tuple[str, str, bool]]:
    """Obligation, party and side of the arrows with that change."""
    return {
        (page["obligations"][each["obligation"]]["id"], page["parties"][each["party"]]["id"], each["owes"])
        for each in page["arrows"]
        if each["change"] == change
    }


def test_rows_of_members_are_drawn_with_the_organization_that_was_asked_for(db: Database, out: Path) -> None:
    page = drawn(db, out, query="members", params={"organization": "csto"})
    assert ("membership", "ARM", "CSTO") in ties(page)
    assert {kind for kind, _, _ in ties(page)} == {"membership"}
    assert "UZB" not in parties(page) and page["obligations"] == []
    assert page["about"]["title"] == "Members of an organization: csto"
    assert page["about"]["question"].endswith("Query members, with organization = csto.")


def test_rows_of_agreements_are_drawn_with_their_promises(db: Database, out: Path) -> None:
    """The partner's agreement brings Ukraine, which is in no row."""
    page = drawn(db, out, query="ukraine-agreements")
    assert {"UKR", "USA", "JPN"} <= parties(page)
    assert any(each["id"].startswith("us-ukraine-2024/") for each in page["obligations"])
    assert "north-atlantic-treaty" not in {each["id"] for each in page["agreements"]}


def test_a_promise_is_drawn_with_the_parties_that_its_row_names(db: Database, out: Path) -> None:
    page = drawn(db, out, query="who-defends", params={"party": "JPN"})
    ends = {(party, owes) for id, party, owes in changed(page, None) if id == "us-japan-1960/article-5"}
    assert {party for party, _ in ends} == {"JPN", "USA"}
    assert "PHL" not in parties(page)


def test_rows_whose_things_nothing_joins_are_lines_themselves(db: Database, out: Path) -> None:
    """A designee is no party to the statute; that it has its status under it is what the row says."""
    page = drawn(db, out, query="mnna")
    assert ("basis", "ARG", "faa-section-517") in ties(page)
    (tie,) = [
        each for each, (_, start, _) in zip(page["ties"], _in_order(page), strict=True) if start == "ARG"
    ]
    assert tie["sources"] and tie["since"] == 10232  # 1998-01-06


def _in_order(page: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [next(iter(ties({**page, "ties": [each]}))) for each in page["ties"]]


def test_paths_of_a_statement_are_ties_and_show_on_their_days(db: Database, out: Path, opened: Open) -> None:
    statement = (
        "MATCH p = (:Country {id: $id})-[:MEMBER_OF|CANDIDATE_OF]->(:Organization {id: 'NATO'}) RETURN p"
    )
    page = drawn(db, out, cypher=statement, params={"id": "FIN"})
    assert {kind for kind, _, _ in ties(page)} == {"membership", "candidacy"}
    assert page["about"]["question"] == f"{statement} (with id = FIN)"
    seen = opened(out)
    assert seen.text("#status").startswith("On 2024-07-01: 2 memberships and candidacies")
    seen.page.fill("#day", "2023-01-01")
    assert seen.text("#status").startswith("On 2023-01-01: 1 membership or candidacy ·")
    assert seen.complaints == []


def test_what_is_owed_in_a_statement_is_a_promise_of_its_agreement(db: Database, out: Path) -> None:
    statement = (
        "MATCH p = (:Country {id: 'USA'})-[:OWES]->(:Obligation {kind: 'defense'})-[:OWED_TO]->(:Country {id: 'JPN'})"
        " RETURN p"
    )
    page = drawn(db, out, cypher=statement)
    assert changed(page, None) == {
        ("us-japan-1960/article-5", "USA", True),
        ("us-japan-1960/article-5", "JPN", False),
    }
    assert [each["id"] for each in page["agreements"]] == ["us-japan-1960"]
    assert page["ties"] == []


def test_areas_events_and_the_like_are_nodes_with_all_that_they_say(
    db: Database, out: Path, opened: Open
) -> None:
    statement = (
        "MATCH p = (:Obligation {id: 'north-atlantic-treaty/article-5'})-[:APPLIES_IN]->(:Area) RETURN p"
    )
    page = drawn(db, out, cypher=statement)
    labels = {each["label"] for each in page["parties"]}
    assert labels == {"Obligation", "Area"} and {kind for kind, _, _ in ties(page)} == {"applies in"}
    seen = opened(out)
    seen.find("Article 5")
    assert "defense" in seen.text("#details") and "Sources" in seen.text("#details")
    assert "▲\narea, obligation" in seen.text("#shapes") and seen.complaints == []


def test_nodes_alone_are_a_graph_too(db: Database, out: Path, opened: Open) -> None:
    statement = "MATCH (c:Country) WHERE c.id IN ['FIN', 'SWE'] RETURN c"
    summary = db.render(out, cypher=statement, on=DAY)
    assert (summary.nodes, summary.edges) == (2, 0)
    seen = opened(out)
    assert seen.evaluate("() => graph.scene().nodes.length") == 2
    assert "2 nodes by themselves" in seen.text("#status")
    assert seen.text("#shapes ul").split() == ["●", "country"]
    assert seen.page.locator("#pairs-switch").is_hidden()


def test_a_part_that_is_suspended_has_not_ended_and_its_doubt_is_not_that_of_others(
    db: Database, out: Path, opened: Open
) -> None:
    """Cuba was shut out of the OAS on 1962-01-31, and its part in the Rio Treaty is disputed since."""
    db.render(out, around="CUB", hops=1, on="1962-05-01")
    seen = opened(out, "times=certain,possible,ended,suspended&as=table")
    rio = (
        seen.page.locator("tbody tr", has_text="Inter-American Treaty")
        .filter(has_text="Article 3")
        .text_content()
        or ""
    )
    assert "Cuba, since 1962-01-31, disputed" in rio and "Cuba, since 1948-12-09" not in rio
    assert rio.count("only possibly in force on that day") == 2, "as who owes and as who is owed"
    assert "Brazil, since" in rio and "ended by that day" not in rio


def test_a_page_of_an_answer_says_on_another_day_that_it_has_only_what_that_named(
    db: Database, out: Path, opened: Open
) -> None:
    """Uzbekistan was a member in 2010, and no row of a later day; a page of all that is around something says nothing of it."""
    told = "only of what the answer of 2024-07-01 names; that of another day may name others"
    db.render(out, query="members", params={"organization": "CSTO"}, on=DAY)
    seen = opened(out)
    assert told not in seen.text("#status")
    seen.page.evaluate("() => page.change({ day: dayNumber('2010-01-01') })")
    assert told in seen.text("#status")
    db.render(out, org="CSTO", on=DAY)
    seen = opened(out, "day=2010-01-01")
    assert "On 2010-01-01" in seen.text("#status") and "answer of" not in seen.text("#status")


def test_an_answer_can_be_drawn_itself(db: Database, out: Path) -> None:
    answer = db.path("JPN", "UKR", not_through="USA", count=9, on=DAY)
    hops = {(hop.source, hop.target) for chain in answer.chains for hop in chain.hops}
    assert {tuple(pair) for pair in drawn(db, out, answer=answer)["view"]["pairs"]} == hops


def test_a_page_says_what_it_is_of_and_how_it_was_made(db: Database, out: Path, opened: Open) -> None:
    """Title, question, day, datasets with reach, completeness and terms, how many facts, version, command."""
    summary = db.render(out, attack="Estonia", by="RUS", on="2999-01-01")
    (core,) = db.store.read("MATCH (d:Dataset {id: 'core'}) RETURN properties(d) AS d").rows
    (everything,) = db.store.read("MATCH (o:Obligation) WHERE o.dataset = 'core' RETURN count(o) AS n").rows
    seen = opened(out)
    assert seen.text("h1") == "If Estonia is attacked by Russia"
    assert seen.text("#question").startswith("Who must act if Estonia is attacked by Russia, and how?")
    until = core["d"]["covers_until"].isoformat()
    assert f"Asked for 2999-01-01, answered as of {until}" in seen.text("#reach")
    seen.page.click("#about summary")
    about = seen.text("#about-text")
    for told in (core["d"]["title"], core["d"]["version"], core["d"]["licence"], until):
        assert told in about
    assert "defence commitments of and to Ukraine (" in seen.evaluate(
        "() => document.querySelector('#about-text').textContent"
    )
    assert f"Made by Foedera {__version__}: db.render(attack='Estonia', by='RUS', on='2999-01-01')" in about
    shown = seen.evaluate("() => page.shown.count.obligations")
    assert f"{shown} promises of" in seen.text("#status")
    assert shown + summary.left_out == everything["n"]


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        (
            {"cypher": "MATCH (c:Country) RETURN c.name AS name ORDER BY name"},
            r"^nothing to draw: the statement returns no graph but name; return nodes, relationships or paths, as in MATCH",
        ),
        (
            {"cypher": "MATCH (c:Country {id: 'XXX'}) RETURN c"},
            r"^nothing to draw: the statement returns no row; ask for something else$",
        ),
        (
            {"cypher": "MATCH (:Country)-[r:BORDERS]->(:Country) RETURN r"},
            r"^a relationship is there without its nodes; return them too, as in MATCH p",
        ),
        (
            {"query": "holdings"},
            r"^nothing to draw: query 'holdings' returns no graph, and its rows name no two things in dataset, ",
        ),
        (
            {"query": "sources"},
            r"^nothing to draw: query 'sources' returns no graph, and its rows name no two things in ",
        ),
        (
            {"around": "Tonga"},
            (
                r'^nothing to draw: nothing in "Commitments around Tonga" is in force on 2024-07-01 \(unknown: core is not complete there\);'
                r" name another party, or other --datasets$"
            ),
        ),
        ({"query": "menbers"}, r"^unknown query 'menbers'\. Did you mean members"),
        (
            {"cypher": "CREATE (n:Country) RETURN n"},
            r"^this statement writes; .* db\.cypher in Python with write=True\.$",
        ),
        ({"whatif": "no-such-letter"}, "no-such-letter"),
        (
            {"org": "NATO", "cypher": "RETURN 1"},
            r"^a page has one subject; expected one of --around, --path,",
        ),
        ({"whatif": "helsinki-2022-letter", "around": "UKR"}, r"^a page has one subject; "),
        ({"by": "RUS"}, r"^--by without --attack; expected both$"),
        ({"params": {"id": "x"}}, r"^--param without --query or --cypher; expected both$"),
        ({"path": ("JPN",)}, r"^path is \('JPN',\); expected two names, from whom and to whom$"),
        ({"path": "JPN"}, r"^path is 'JPN'; expected two names, "),
        ({"around": ""}, r"^the name of a country or organization is empty; "),
        ({"attack": ""}, r"^the name of a country or organization is empty; "),
        ({"org": " "}, r"^the name of a country or organization is empty; "),
        ({"attack": "EST", "by": ""}, r"^the name of a country or organization is empty; "),
        ({"attack": "EST", "where": ""}, r"^unknown area ''"),
        ({"whatif": ""}, r"^unknown proposal ''"),
        ({"query": ""}, r"^unknown query ''"),
        ({"cypher": ""}, r"^the statement is empty"),
    ],
)
def test_what_cannot_be_drawn_is_one_line(
    db: Database, out: Path, subject: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadInput, match=told) as raised:
        db.render(out, on=DAY, **subject)
    assert "\n" not in str(raised.value) and not out.exists()


def test_statements_of_several_datasets_are_told_by_those_that_they_speak_of(db: Database, out: Path) -> None:
    page = drawn(
        db, out, cypher="MATCH p = (:Country {id: 'FIN'})-[:BORDERS]->(:Country) RETURN p", on="1999-01-01"
    )
    assert [each["id"] for each in page["about"]["datasets"]] == ["core"]
    assert page["about"]["as_of"] == "1999-01-01"
