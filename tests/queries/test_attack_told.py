"""How `attack` tells its answer: whose note a note is, days that are not known to the day, and who was not there yet."""

import pytest

from foedera.cli.attack_words import of_attack
from foedera.graph.dates import parse
from foedera.graph.records import Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.graph.writer import load
from foedera.queries.answer import distinct
from foedera.queries.attack import attack
from foedera.queries.attack_answer import AttackAnswer
from foedera.queries.context import Context
from foedera.queries.names import Party

from .test_attack import BY, LEAGUE, ON, country, facts, node, obligation, owed, owes, span

DEFENCE, HELP = Ref("Obligation", "pact/defence"), Ref("Obligation", "pact/help")


def answered(store: Store, *more: Record, victim: str = "VIC", by: Party | None = None) -> AttackAnswer:
    told = {_ends(each) for each in more}
    records = [*(each for each in facts() if _ends(each) not in told), *more]
    assert load(store, "core", records).refused == []
    return attack(store, Context(ON, ON, ["core"], None, []), Party(victim, "Country", victim.title()), by)


def _ends(record: Record) -> object:
    """What it is about: of a relationship its two ends, so that a test may say something else of them."""
    if isinstance(record, Relationship):
        return record.type, record.start, record.end
    return record.label, record.id


def lines(answer: AttackAnswer) -> list[str]:
    return [line.strip() for line in of_attack(answer).lines or ()]


def test_a_note_is_told_of_the_party_that_it_is_on(store: Store) -> None:
    """The victim's own note stands once and under its name, a helper's under the helper's."""
    notes = [
        Relationship("OWED_TO", each, country("VIC"), span("2000") | {"note": "froze its part"}, BY)
        for each in (DEFENCE, HELP)
    ]
    answer = answered(store, *notes, owes("OUT", "defence", note="came in late"))
    told = {row.commitment.debtor: row.to_dict() for row in answer.rows}
    assert (told["ALL"].get("debtor_note"), told["ALL"]["creditor_note"]) == (None, "froze its part")
    assert told["OUT"]["debtor_note"] == "came in late"
    assert "arrow_note" not in told["OUT"]
    assert "creditor_note" not in told["TAL"], "on that promise nothing is remarked"
    said = lines(answer)
    assert said.count("of Victim's part: froze its part") == 1
    assert "Outsider: came in late" in said
    assert not [line for line in said if line.startswith(("Ally:", "note:"))]


def test_a_sentence_says_whose_part_is_remarked_on(store: Store) -> None:
    """A status is explained by a note, and the note is the beneficiary's here, not the debtor's."""
    frozen = Relationship(
        "OWED_TO",
        DEFENCE,
        country("VIC"),
        span("2000") | {"status": "disputed", "note": "froze its part"},
        BY,
    )
    (ally,) = (row for row in answered(store, frozen).rows if row.commitment.debtor == "ALL")
    assert "disputed (of Victim's part: froze its part)" in ally.commitment.sentence()


def test_days_that_are_not_known_are_not_told_as_days(store: Store) -> None:
    """An end or a beginning between two days, or in a year, is told so; one that is known is told as a day."""
    answer = answered(
        store,
        owes("OUT", "defence", "1954-08-09", "2010-03-02..2012-04-27"),
        owes("DES", "defence", "1954", "2011"),
        owes("HLP", "defence", "2025-02-01..2025-06-30"),
    )
    reasons = {each.party: each.reason for each in answer.absent}
    assert reasons["OUT"] == "the promise under Defence of Pact ended between 2010-03-02 and 2012-04-27"
    assert reasons["DES"] == "the promise under Defence of Pact ended in 2011"
    assert reasons["HLP"] == (
        "the promise under Defence of Pact begins only between 2025-02-01 and 2025-06-30"
    )
    assert reasons["GON"] == "the promise under Defence of Pact ended on 2020-05-01"


def test_what_may_have_ended_is_no_absence(store: Store) -> None:
    """Where the end may lie before the day or after it, the party possibly is bound: it is not told to be absent."""
    answer = answered(store, owes("OUT", "defence", "2001", "2023-11-08..2024-11-08"))
    assert "OUT" not in {each.party for each in answer.absent}
    (row,) = (row for row in answer.rows if row.commitment.debtor == "OUT")
    assert not row.commitment.certain


def test_the_promise_that_is_nearest_in_time_is_told(store: Store) -> None:
    """Of several that ended the last one, and of one that is suspended now that; what never met is not told."""
    answer = answered(
        store,
        *obligation("older", "defense", "binding"),
        *(owed("older", "VIC", "1980"), owes("GON", "older", "1980", "1985")),
        owes("SUS", "older", "2001", "2005"),
        owes("OUT", "defence", "1990", "1995"),
    )
    reasons = {each.party: each.reason for each in answer.absent}
    assert reasons["GON"] == "the promise under Defence of Pact ended on 2020-05-01"
    assert reasons["SUS"] == "the promise under Defence of Pact is suspended since 1986-08-11"
    assert "OUT" not in reasons, "the pact was owed to the victim only later"


def test_a_stretch_is_not_told_as_a_period(store: Store) -> None:
    """ "Since some day from A to B" in words; the rows keep the form of a date."""
    answer = answered(store, owes("OUT", "defence", "2001-01-15..2011-03-14"))
    assert "Ally since 2000, Outsider since some day from 2001-01-15 to 2011-03-14" in lines(answer)
    (row,) = (row for row in answer.rows if row.commitment.debtor == "OUT")
    assert row.to_dict()["since"] == "2001-01-15..2011-03-14"
    assert "since some day from 2001-01-15 to 2011-03-14" in row.commitment.sentence()


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("2004-03-29", "2004-03-29", "on 2004-03-29"),
        ("2004-03", "2004-03", "in 2004-03"),
        ("1972", "1972", "in 1972"),
        ("1972-11-08..1973-11-08", "some day from 1972-11-08 to 1973-11-08", "between 1972-11-08 and 1973-11-08"),
        ("2021-11-28..", "2021-11-28 or later", "on 2021-11-28 or later"),
    ],
)  # fmt: skip
def test_a_date_in_words(text: str, words: str, when: str) -> None:
    """As a sentence says it after "since", and after a verb."""
    assert (parse(text).words(), parse(text).when()) == (words, when)


def test_a_party_that_was_not_there_yet_is_told(store: Store) -> None:
    """With what it came after; a party that was there is not told of, nor an end that is not known told as a day."""
    new = node(country("NEW"), name="New State", **span("2024-05-01"))
    old = node(country("OLD"), name="Old State", **span("1900", "1990..1991"))
    after = Relationship("SUCCEEDS", country("NEW"), country("OLD"), {"kind": "succeeds"}, BY)
    answer = answered(store, new, old, after, victim="NEW", by=Party("OLD", "Country", "Old State"))
    assert answer.reason.endswith(
        "; in the data the New State begins only on 2024-05-01, after the Old State"
        "; the Old State ended between 1990-01-01 and 1991-12-31, followed by the New State"
    )
    assert "in the data" not in answered(store, new, old, after).reason


def test_an_attack_by_an_organization_is_remarked_on(store: Store) -> None:
    """That the victim or its helpers are its members, cited; not of one to which neither belongs."""
    more = [
        Relationship("MEMBER_OF", country(who), LEAGUE, span("2000"), BY) for who in ("VIC", "ALL", "OUT")
    ]
    club = node(Ref("Organization", "club"), name="Club", kind="alliance")
    outside = Relationship("MEMBER_OF", country("OUT"), Ref("Organization", "club"), span("2000"), BY)
    answer = answered(store, *more, club, outside, by=Party("league", "Organization", "League"))
    (remark,) = answer.remarks
    assert remark.text == (
        "Vic itself is a member of the League, and 1 of those who owe Vic something is a member of it:"
        " an attack by the League would be one by its members"
    )
    assert remark.sources == ("made-up#1",)
    other = answered(store, *more, club, outside, by=Party("club", "Organization", "Club"))
    assert list(other.remarks) == []


def test_a_law_of_ones_own_is_counted_apart(store: Store) -> None:
    """Who is bound by no treaty but by its own law is not counted with the treaties, nor who is bound by both."""
    law = [*obligation("order", "defense", "domestic-law"), owed("order", "VIC"), owes("HLP", "order")]
    both = answered(store, *law, owes("ALL", "order"))
    assert both.reason == "1 bound by treaty to defend, 1 by its own law"
    alone = answered(store, *law, victim="VIC", by=Party("ALL", "Country", "Ally"))
    assert alone.reason == "1 bound by its own law to defend"


def test_one_promise_is_one(store: Store) -> None:
    """The number of a noun fits what is counted, and a reason fits one party as well as two."""
    law = [*obligation("perhaps", "defense", "binding"), owed("perhaps", "OUT", "2023..2025")]
    one = answered(store, *law, owes("ALL", "perhaps"), victim="OUT")
    assert one.reason == "1 promise to defend is only possibly in force on that day"
    two = answered(store, *law, *(owes(who, "perhaps") for who in ("ALL", "TAL")), victim="OUT")
    assert two.reason == "2 promises to defend are only possibly in force on that day"
    assert "its promise" not in " ".join(lines(two))


def test_a_source_cited_with_its_place_is_not_cited_again() -> None:
    """Both of its places stay, and so does what is cited without any."""
    cited = ["pact#Article II", "pact", "press", "pact#Article III", "press"]
    assert distinct(cited) == ["pact#Article II", "press", "pact#Article III"]
