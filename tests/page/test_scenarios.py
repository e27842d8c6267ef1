"""Pages of scenarios, on core and on each engine: what would be gained and lost is drawn and told, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedera.cli.supposing import of_whatif
from foedera.database import Database
from foedera.graph.errors import BadInput

from .conftest import Open
from .test_subjects import DAY, changed, drawn


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


def test_a_scenario_that_changes_nothing_is_one_line(db: Database, out: Path) -> None:
    with pytest.raises(BadInput, match=r"\S"):
        db.render(out, end="open-skies", on=DAY)
    assert not out.exists()
