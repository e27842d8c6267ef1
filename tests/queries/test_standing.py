"""What `show` says of how a thing stands is of the day asked, and of the dataset that the word is from."""

from collections.abc import Iterator

import pytest

from foedera.database import Database
from foedera.graph.coverage import Extent
from foedera.graph.dates import Bounds, Date, Span, parse
from foedera.graph.store import Store
from foedera.queries.standing import standing
from tests.queries.several import fill

PACTS = Extent("field", "field pacts", Date(1815, 1, 1), Date(2018, 12, 31), closed=True)
STILL = Bounds(Date(2019, 1, 1), Date.max)


@pytest.fixture
def db(store: Store) -> Iterator[Database]:
    fill(store)
    with Database(lambda: store, closing=False) as opened:
        yield opened


@pytest.mark.parametrize(
    ("span", "status", "on", "word"),
    [
        (Span(parse("1993-12-09"), parse("2009-08-18")), None, "2009-08-17", "in force"),
        (Span(parse("1993-12-09"), parse("2009-08-18")), None, "2009-08-18", "ended"),
        (Span(parse("1993-12-09"), parse("2009-08-18")), "suspended", "2026-01-01", "ended"),
        (Span(parse("1993-12-09"), parse("2009-08-18")), None, "1993-12-08", "not yet in force"),
        (Span(parse("1993-12-09"), parse("2009")), None, "2009-06-01", "unknown"),
        (Span(parse("1993-12-09"), until_known=False), None, "2009-06-01", "unknown"),
        (Span(), None, "2009-06-01", "unknown"),
        (Span(parse("1993-12-09"), STILL), None, "2018-12-31", "in force"),
        (Span(parse("1993-12-09"), STILL), None, "2019-01-01", "not covered after 2018-12-31"),
        (Span(parse("1993-12-09")), "dormant", "2009-06-01", "dormant"),
        (Span(parse("1373"), STILL), None, "1800-06-01", "not covered before 1815-01-01"),
    ],
)
def test_the_word_is_that_of_the_day(span: Span, status: str | None, on: str, word: str) -> None:
    """An end goes before a status, and what the dataset does not reach before what it last said."""
    assert standing(span, status, Date.fromisoformat(on), PACTS) == word


def test_what_is_kept_up_is_in_force_until_it_ends() -> None:
    """Only a dataset that is closed says nothing of a later day."""
    core = Extent("core", "core", Date(1945, 1, 1), Date(2026, 8, 21), closed=False)
    assert standing(Span(parse("1949-08-24")), None, Date(2027, 1, 1), core) == "in force"


@pytest.mark.parametrize(
    ("on", "word"),
    [
        ("1999-01-01", "not yet in force"),
        ("2010-01-01", "in force"),
        ("2020-01-01", "not covered after 2018-12-31"),
    ],
)
def test_an_agreement_its_promises_and_its_parties_stand_as_on_the_day(
    db: Database, on: str, word: str
) -> None:
    """The same word for all three, and for both ends of the promise."""
    treaty, promise = db.show("field:7", on=on), db.show("field:7/defense", on=on)
    assert (treaty.properties["status"], promise.properties["status"]) == (word, word)
    for sheet, section in ((treaty, "obligations"), (treaty, "parties"), (promise, "parties")):
        assert {row["status"] for row in sheet.section(section).rows} == {word}


def test_a_promise_without_days_of_its_own_ends_with_its_agreement(core_store: Store) -> None:
    """The Warsaw Pact's on 1 July 1991; before Albania left, all were bound, after it all but Albania."""
    with Database(lambda: core_store, closing=False) as db:
        held = {on: db.show("warsaw-pact-1955", on=on) for on in ("1970-01-01", "2020-01-01")}
    promised = {on: {row["status"] for row in held[on].section("obligations").rows} for on in held}
    assert promised == {"1970-01-01": {"in force"}, "2020-01-01": {"ended"}}
    stand = {row["party"]: row["status"] for row in held["1970-01-01"].section("parties").rows}
    assert (stand["ALB"], stand["POL"]) == ("ended", "in force")
    assert held["2020-01-01"].properties["status"] == "ended"


def test_parties_have_the_number_and_the_phase_of_their_dataset(db: Database) -> None:
    """Core has neither, and its tables no such columns."""
    from foedera.cli.output import Format
    from foedera.cli.sheets import of_sheet

    columns = {}
    for id in ("field:7", "pact"):
        sheet = db.show(id, on="2010-01-01")
        (part,) = [each for each in of_sheet(sheet, Format.table).parts if each.key == "parties"]
        columns[id] = {"code", "phase"} & set(part.columns)
    (ally, *_) = db.show("field:7", on="2010-01-01").section("parties").rows
    assert (ally["party"], ally["code"], ally["phase"]) == ("ALL", "65", 0)
    assert columns == {"field:7": {"code", "phase"}, "pact": set()}
