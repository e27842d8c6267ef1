"""Pages of attacks, on core and on each engine: what the answer says is what is drawn and told."""

from __future__ import annotations

from pathlib import Path

from foedera.cli.attack_words import of_attack
from foedera.database import Database

from .conftest import Open
from .test_subjects import DAY, drawn


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
