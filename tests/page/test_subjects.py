"""Pages of stored queries, statements and scenarios, on core and on each engine: what was found is what is drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from foedera import __version__
from foedera.cli.attack_words import of_attack
from foedera.cli.supposing import of_whatif
from foedera.database import Database
from foedera.graph.errors import BadInput
from foedera.graph.store import Store

from .conftest import Open
from .test_render import facts, parties
from .unpacked import rows

DAY = "2024-07-01"


@pytest.fixture
def db(core_store: Store) -> Database:
    return Database(lambda: core_store, closing=False)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


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


def test_a_scenario_marks_what_is_gained_and_lost_and_no_more(db: Database, out: Path) -> None:
    page = drawn(db, out, join=[("Georgia", "NATO")], leave=[("HUN", "NATO")])
    article = "north-atlantic-treaty/article-5"
    assert {end for end in changed(page, "gained") if end[0] == article} == {
        (article, "GEO", True),
        (article, "GEO", False),
    }
    assert {end for end in changed(page, "lost") if end[0] == article} == {
        (article, "HUN", True),
        (article, "HUN", False),
    }
    assert (article, "FRA", True) in changed(page, None)
    assert {each["change"] for each in page["ties"]} == {"gained", "lost"}
    assert page["about"]["title"] == "What if: Georgia joins NATO; Hungary leaves NATO"
    assert (
        "Hungary leaves NATO, and so is no longer a party to North Atlantic Treaty."
        in page["about"]["question"]
    )
    assert page["about"]["question"].endswith(
        "Gained: 4 promises (186 commitments of one party to another) and 1 membership."
        " Lost: 4 promises (186 commitments of one party to another) and 1 membership."
    )


def test_what_the_title_of_a_scenario_says_is_not_said_again(db: Database, out: Path) -> None:
    about = drawn(db, out, end="north-atlantic-treaty/article-5")["about"]
    assert about["title"] == "What if: Article 5 of North Atlantic Treaty ends"
    assert about["question"].startswith(
        "Supposed for 2024-07-01. Gained: 0 promises. Lost: 1 promise (992 commitments"
    )


def test_what_goes_beyond_the_title_of_a_scenario_is_told_with_all_else_that_is_supposed(
    db: Database, out: Path
) -> None:
    """Of a party that joins and an article that ends not only who joins: it would pass for what the promise is lost by."""
    ends = "us-japan-1960/article-5"
    about = drawn(db, out, join=[("GEO", "NATO")], leave=[("USA", "NATO")], end=ends)["about"]
    title, question = about["title"], about["question"]
    assert title.startswith("What if: Georgia joins NATO; the United States leaves NATO; Article V: ")
    said, _, counted = question.partition(" Gained: ")
    assert said.startswith("Supposed for 2024-07-01. Georgia joins NATO, and so is a party to ")
    assert ". The United States leaves NATO, and so is no longer a party to North Atlantic Treaty." in said
    assert said.endswith(" ends.") and " Lost: " in counted
    assert said.count(" ends.") == 1 and ". the " not in question


def test_whom_a_scenario_names_stands_out_and_nobody_else(db: Database, out: Path) -> None:
    assert drawn(db, out, leave=[("HUN", "NATO")])["view"]["centre"] == ["HUN"]
    assert drawn(db, out, end="north-atlantic-treaty")["view"]["centre"] == []


def test_each_commitment_that_a_scenario_changes_is_drawn_and_none_besides(db: Database, out: Path) -> None:
    """A promise is gained or lost exactly where one of its two arrows is."""
    answer = db.whatif("helsinki-2022-letter", end="budapest-memorandum-1994", on=DAY)
    page = drawn(db, out, answer=answer)
    for change, found in (("gained", answer.gained), ("lost", answer.lost)):
        mine, theirs = changed(page, change), changed(page, None) | changed(page, change)
        pairs = {
            (id, debtor, beneficiary)
            for id, debtor, owes in theirs
            for other, beneficiary, owed in theirs
            if owes and not owed and id == other and debtor != beneficiary
            if (id, debtor, True) in mine or (id, beneficiary, False) in mine
        }
        assert pairs == {(each.obligation, each.debtor, each.beneficiary) for each in found}


def test_a_scenario_is_told_apart_in_legend_details_and_table(db: Database, out: Path, opened: Open) -> None:
    db.render(out, whatif="helsinki-2022-letter", leave=[("HUN", "NATO")], on=DAY)
    seen = opened(out)
    assert (seen.count("gained"), seen.count("lost")) == (4, 5)
    seen.find("hungary")
    assert seen.page.locator("#details .change.lost").count() == 2
    seen.page.click("#as-table")
    assert seen.page.locator("tbody .change.gained").count() > 0
    seen.page.get_by_label("gained").uncheck()
    assert seen.page.locator("tbody .change.gained").count() == 0
    assert seen.page.locator("tbody .change.lost").count() > 0
    colours = seen.evaluate(
        """() => graph.scene().batches.map(({ stroke, dashes }) => [stroke, dashes.length])"""
    )
    assert [seen.evaluate("() => palette().lost"), 2] in colours
    assert seen.evaluate("() => palette().gained") not in [stroke for stroke, _ in colours]
    assert seen.complaints == []


def test_what_is_only_supposed_has_no_part_in_what_is_compared_with_its_source(
    db: Database, out: Path, opened: Open
) -> None:
    """In the table, in the details and on paper; a promise that nobody has compared stays marked beside it."""
    db.render(out, join=[("UKR", "NATO")], end="arab-league-pact-1945/article-6", on=DAY)
    seen = opened(out, "as=table")
    rows = seen.page.locator("#table tbody tr")

    def cited(what: str) -> list[str]:
        return rows.filter(has_text=what).locator(".cited").inner_text().splitlines()

    assert "unchecked" not in cited("Article 5, North Atlantic Treaty")
    assert cited("Article 6, ")[-1] == "unchecked", "of the Arab League, which nobody has compared"
    assert cited("membermembership") == ["supposed"]
    rows.filter(has_text="membermembership").locator("button").click()
    assert seen.text("#details .sources") == "Supposed: no document says so."
    paper = seen.evaluate("() => printedFacts(page).map((each) => each.textContent).join(' ')")
    assert "gained: Ukraine → NATO, since 2024-07-01 [supposed]" in paper


def test_who_gains_a_promise_of_many_is_named_where_these_are_folded(
    db: Database, out: Path, opened: Open
) -> None:
    """Up to four are named, of more there is the number; before the day of the scenario nobody is."""
    db.render(out, join=[("UKR", "NATO"), ("GEO", "NATO")], leave=[("HUN", "NATO")], on=DAY)
    seen = opened(out, "as=table")
    article = seen.page.locator("#table tbody tr", has_text="Article 5, North Atlantic Treaty")
    named = "34 parties; gained: Georgia, Ukraine; lost: Hungary"
    assert article.locator("summary").all_inner_texts() == [named, named]
    counted = "A promise that is gained or lost for only some of its parties counts as unchanged too."
    assert seen.evaluate("() => part('counted').textContent").endswith(counted)
    seen.page.evaluate("() => page.change({ day: dayNumber('2024-06-30') })")
    assert article.locator("summary").all_inner_texts() == ["32 parties", "32 parties"]
    db.render(out, end="north-atlantic-treaty/article-5", on=DAY)
    seen = opened(out, "as=table")
    assert seen.page.locator("#table summary").all_inner_texts() == ["32 parties; lost: 32"] * 2
    assert seen.evaluate("() => part('counted').textContent") == "Numbers count promises."


def test_the_day_before_a_scenario_is_as_the_command_has_it(db: Database, out: Path, opened: Open) -> None:
    """Nothing is gained or lost yet, and the chain over what would be lost is found."""
    db.render(out, leave=[("HUN", "NATO")], join=[("GEO", "NATO")], on=DAY)
    seen = opened(out, "chain=HUN,USA&day=2024-06-30")
    assert (seen.count("gained"), seen.count("lost"), seen.count("unchanged")) == (0, 0, 5)
    assert "a direct commitment, rank 5" in seen.text("#chain-said")
    assert db.path("HUN", "USA", on="2024-06-30").chains[0].weakest == 5
    seen.page.evaluate("() => page.change({ day: dayNumber('2024-07-01') })")
    assert "no chain" in seen.text("#chain-said") and seen.count("lost") == 5


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


def test_an_attack_by_somebody_is_drawn_with_what_the_attacker_owes(db: Database, out: Path) -> None:
    page = drawn(db, out, attack="Ukraine", by="RUS", on="2022-03-01")
    assert page["about"]["title"] == "If Ukraine is attacked by Russia"
    assert ["RUS", "UKR"] in page["view"]["pairs"] and page["view"]["centre"] == ["UKR", "RUS"]


def test_an_attack_elsewhere_is_drawn_without_promises_that_do_not_hold_there(
    db: Database, out: Path
) -> None:
    whole = drawn(db, out, attack="GBR", on="1982-05-01")
    there = drawn(db, out, attack="GBR", where="Falkland Islands", on="1982-05-01")
    held, left = ({each["id"] for each in page["obligations"]} for page in (whole, there))
    assert "north-atlantic-treaty/article-5" in held - left and left < held


def test_a_page_of_an_attack_says_what_the_command_says_besides(
    db: Database, out: Path, opened: Open
) -> None:
    """In the head, in the details and the row of the promise, on paper and in a picture; the same words as the command."""
    answer = db.attack("Greece", by="Turkey", on=DAY)
    (shared,) = {row.shared for row in answer.rows if row.shared}
    printed = " ".join(line.strip() for line in of_attack(answer).lines or ())
    page = drawn(db, out, attack="Greece", by="Turkey")
    told = [(section["title"], each) for section in page["about"]["remarks"] for each in section["told"]]
    assert {"What limits promises to help", "What Türkiye itself has promised"} <= {
        title for title, _ in told
    }
    for _, each in told:
        for said in (each["text"].partition(" [")[0], *(each["under"] if shared in each["under"] else ())):
            assert said in printed
    seen = opened(out)
    assert f"The answer of {DAY} says besides: 1 promise binds Türkiye too; " in seen.text("#remarks-brief")
    assert not seen.page.is_visible("#remarks-text")
    seen.page.focus("#remarks-brief")
    seen.page.keyboard.press("Enter")
    text = seen.text("#remarks-text")
    assert shared in text and "France: bound to defend Greece, and bound to defend Türkiye [" in text
    assert "Yugoslavia: the promise under" in text and "Estonia: the promise under" not in text
    seen.find("North Atlantic Treaty")
    card = seen.page.locator("#details .card", has_text="Article 5").first.inner_text()
    assert f"In the answer of {DAY}" in card and shared in card
    seen.page.click("#as-table")
    rows = seen.page.locator("#table tbody tr")
    assert shared in rows.filter(has_text="Article 5, North Atlantic Treaty").inner_text()
    assert shared not in rows.filter(has_text="Article 4, North Atlantic Treaty").inner_text()
    paper = seen.evaluate(
        "() => printed(page, graph.scene(), graph.sight()).map((each) => each.textContent).join(' ')"
    )
    assert shared in paper and "30 bound to both sides" in paper
    picture = seen.evaluate("() => caveats(page).join(' ')")
    assert shared.rstrip(".") in picture
    assert seen.complaints == []


def test_who_is_attacked_and_who_attacks_are_told_apart(db: Database, out: Path, opened: Open) -> None:
    """By name, by rim and fill, and by lines without a colour of help; what is owed to others stays as it is."""
    drawn(db, out, attack="Greece", by="Turkey")
    seen = opened(out)
    looks = seen.evaluate(
        """() => Object.fromEntries(graph.scene().nodes.map((look) => [nodeName(page.facts, look.node), look.fill]))"""
    )
    paper, country = seen.evaluate("() => [palette().paper, palette().country]")
    assert (looks["Türkiye (attacker)"], looks["Greece (attacked)"], looks["France"]) == (
        paper,
        country,
        country,
    )
    strokes = seen.evaluate(
        """() => Object.fromEntries(graph.scene().batches.flatMap(({ stroke, lines }) =>
          lines.map((i) => [lineTitle(page.facts, page.facts.lines[i]), stroke])))"""
    )
    grey, blue = seen.evaluate("() => [palette().unchanged, palette().defence]")
    assert strokes["Türkiye (attacker) under North Atlantic Treaty"] == grey
    assert strokes["France under North Atlantic Treaty"] == blue
    assert "who attacks; its lines are grey" in seen.text("#shapes")
    seen.find("Türkiye")
    assert seen.text("#details h2") == "Türkiye (attacker)"
    owed = seen.evaluate(
        """() => page.facts.arrows.filter(({ party, owes }) => !owes && page.facts.parties[party].id === 'TUR')
          .map(({ obligation }) => page.facts.obligations[obligation].id)"""
    )
    assert "north-atlantic-treaty/article-5" in owed and "north-atlantic-treaty/article-4" not in owed


def test_promises_that_perhaps_do_not_hold_there_are_pale_and_those_that_do_not_are_told_of(
    db: Database, out: Path, opened: Open
) -> None:
    page = drawn(db, out, attack="GBR", where="Falkland Islands", on="1982-05-01")
    there = {each["id"]: each for each in page["obligations"]}
    assert there["manila-pact-1954/article-4-1"]["perhaps"]
    assert not there["anglo-portuguese-treaty-1373/mutual-aid"]["perhaps"]
    (limited,) = [
        each for each in page["about"]["remarks"] if each["title"] == "What limits promises to help"
    ]
    said = [each["text"] for each in limited["told"]]
    assert (
        "bound to defend (14), but not there: Article 5 of North Atlantic Treaty [north-atlantic-treaty/article-5]"
        in said
    )
    area = page["about"]["remarks"][0]
    assert area["title"] == "Falkland Islands" and "did not set off Article 5" in area["told"][0]["text"]
    seen = opened(out)
    pale = seen.evaluate(
        """() => graph.scene().batches.filter(({ unsure }) => unsure).flatMap(({ lines }) =>
          lines.map((i) => lineTitle(page.facts, page.facts.lines[i])))"""
    )
    assert any("under Southeast Asia Collective Defense Treaty" in each for each in pale)
    assert not any("England and Portugal" in each for each in pale)
    assert "perhaps does not hold there" in seen.text("#shapes")


def test_an_attacker_to_whom_a_promise_does_not_apply_brings_nobody_else_under_it(
    db: Database, out: Path
) -> None:
    """Article 5 does not hold in Hawaii, whoever owes it."""
    page = drawn(db, out, attack="USA", by="TUR", where="Hawaii")
    assert "north-atlantic-treaty/article-5" not in {each["id"] for each in page["obligations"]}
    assert {each["name"] for each in page["parties"]} >= {"United States (attacked)", "Türkiye (attacker)"}


def test_a_page_without_an_attack_has_no_roles_and_no_remarks_of_one(
    db: Database, out: Path, opened: Open
) -> None:
    page = drawn(db, out, around="Greece")
    assert page["about"]["remarks"] == page["about"]["roles"] == []
    assert "Greece" in {each["name"] for each in page["parties"]}
    assert not opened(out).page.is_visible("#remarks")


def test_a_scenario_says_what_it_would_take(db: Database, out: Path) -> None:
    answer = db.whatif("helsinki-2022-letter", on=DAY)
    page = drawn(db, out, whatif="helsinki-2022-letter")
    told = {each["title"]: [said["text"] for said in each["told"]] for each in page["about"]["remarks"]}
    assert told["What does not change"] == list(answer.unchanged) and "Lost" not in told
    assert "Who must act on an armed attack" not in told, "since nobody else would have to"


def test_a_scenario_says_what_was_proposed_and_what_became_of_it(
    db: Database, out: Path, opened: Open
) -> None:
    db.render(out, whatif="helsinki-2022-letter", on=DAY)
    seen = opened(out)
    assert "besides: what was proposed on 2022-03-12, and what became of it; " in seen.text("#remarks-brief")
    seen.page.click("#remarks-brief")
    title, *told = seen.text("#remarks-text section").splitlines()
    assert title == "Letter of the Helsinki Commission to the President on Ukraine and Georgia (2022-03-12)"
    assert told[0] == "asks to designate Ukraine and Georgia major non-NATO allies"
    assert told[-2:] == [
        "what became of it: none of the five is among the designations recorded",
        "helsinki-2022-letter [fp-2022-mnna]",
    ]


def test_a_scenario_says_who_would_have_to_act_on_an_attack_and_which_chains_change(
    db: Database, out: Path
) -> None:
    """The same words as the command, of whom it makes a difference for."""
    answer = db.whatif(join=[("UKR", "NATO")], on=DAY)
    printed = [line.strip() for line in of_whatif(answer).lines or ()]
    page = drawn(db, out, answer=answer)["about"]
    attack, chains, *others = page["remarks"]
    assert attack["title"] == "Who must act on an armed attack" in printed
    assert attack["brief"] == "who must act if Ukraine is attacked (now no, then 32 bound to defend)"
    ((on, (now, then)),) = [(each["text"], each["under"]) for each in attack["told"]]
    assert on == "on Ukraine" and now.startswith("now: no, ")
    assert then.startswith("then: yes, 32 bound to defend (32 bound to consult, ")
    assert chains["brief"] == f"{len(answer.chains)} best chains change"
    for each in (*attack["told"], *chains["told"]):
        assert {each["text"], *each["under"]} <= set(printed)
        assert len(each["under"]) <= 9
    assert [each["title"] for each in others] == [
        "What the graph says that it would take",
        "What does not change",
    ]
    several = drawn(db, out, end="north-atlantic-treaty")["about"]["remarks"]
    assert "who must act on an attack on 3 parties" in [each["brief"] for each in several]


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


def test_a_scenario_that_changes_nothing_is_one_line(db: Database, out: Path) -> None:
    with pytest.raises(BadInput, match=r"\S"):
        db.render(out, end="open-skies", on=DAY)
    assert not out.exists()


def test_statements_of_several_datasets_are_told_by_those_that_they_speak_of(db: Database, out: Path) -> None:
    page = drawn(
        db, out, cypher="MATCH p = (:Country {id: 'FIN'})-[:BORDERS]->(:Country) RETURN p", on="1999-01-01"
    )
    assert [each["id"] for each in page["about"]["datasets"]] == ["core"]
    assert page["about"]["as_of"] == "1999-01-01"
