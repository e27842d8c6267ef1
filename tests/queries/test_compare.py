"""Agreements side by side, on both engines."""

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.queries.compare import compare
from foedera.queries.comparison import COLUMNS, Comparison, Line
from foedera.queries.context import context

UKRAINE = ("us-ukraine-2024", "uk-ukraine-2024", "germany-ukraine-2024")


def compared(store: Store, *names: str) -> Comparison:
    return compare(store, context(store, "2024-08-01"), names)


def line(found: Comparison, section: str, provision: str) -> Line:
    (one,) = (each for each in found.lines if (each.section, each.provision) == (section, provision))
    return one


def test_three_agreements_line_up_by_provision(core_store: Store) -> None:
    """What an attack sets off, the sums and the terms of each stand in one row, in the order asked."""
    found = compared(core_store, *UKRAINE)
    assert all(tuple(cell.agreement for cell in each.cells) == UKRAINE for each in found.lines)
    meeting = line(found, "set off", "consultation")
    assert [cell.provisions[0].obligation for cell in meeting.cells] == [
        f"{id}/consultation" for id in UKRAINE
    ]
    assert all(cell.provisions[0].deadline_hours == 24 for cell in meeting.cells)
    assert [cell.text for cell in line(found, "terms", "legal force").cells] == [
        "contested",
        "political",
        "political",
    ]
    help_ = line(found, "set off", "security-assistance")
    assert "uk-ukraine-2024/help-on-attack" in {each.obligation for each in help_.cells[1].provisions}
    assert "uk-ukraine-2024/support-2024" not in {each.obligation for each in help_.cells[1].provisions}


def test_sums_have_currency_and_period(core_store: Store) -> None:
    """EUR 7.1 billion for 2024; the American agreement names none, and none is made up for it."""
    sums = line(compared(core_store, *UKRAINE), "sums", "security-assistance")
    (german,) = sums.cells[2].provisions
    assert (german.amount, german.currency, german.period, german.until) == (
        7.1e9,
        "EUR",
        "2024",
        "2025-01-01",
    )
    assert sums.state == "absent" and sums.cells[0].absent and sums.differs_in == ("sum",)


def test_what_differs_is_named_and_what_does_not_is_the_same(core_store: Store) -> None:
    """Force and trigger of the consultation differ, its time limit does not; the two political ones are alike."""
    meeting = line(compared(core_store, *UKRAINE), "set off", "consultation")
    assert (meeting.state, meeting.differs_in) == ("differs", ("legal force", "trigger"))
    alike = line(compared(core_store, *UKRAINE[1:]), "set off", "consultation")
    assert (alike.state, alike.differs_in) == ("same", ())


def test_nothing_held_is_absent_and_not_a_no(core_store: Store) -> None:
    """Nobody promises to defend: the row is there, with nothing in its cells."""
    defence = line(compared(core_store, *UKRAINE), "set off", "defense")
    assert defence.state == "absent" and all(cell.absent and cell.text is None for cell in defence.cells)
    treaties = compared(core_store, "north-atlantic-treaty", "us-ukraine-2024")
    assert [cell.absent for cell in line(treaties, "set off", "defense").cells] == [False, True]


def test_what_the_shared_party_owes_stands_apart(core_store: Store) -> None:
    """Ukraine's help for the United Kingdom is not in the row of what is promised to Ukraine."""
    found = compared(core_store, *UKRAINE)
    own = line(found, "else", "security-assistance, owed by Ukraine").cells[1]
    assert [each.obligation for each in own.provisions] == ["uk-ukraine-2024/ability-to-help"]
    others = line(found, "else", "security-assistance").cells[1]
    assert "uk-ukraine-2024/ability-to-help" not in {each.obligation for each in others.provisions}


def test_every_cell_that_says_something_is_cited(core_store: Store) -> None:
    """And every provision in it; the one fact of a pair without its source would be worth nothing."""
    for each in compared(core_store, *UKRAINE, "france-ukraine-2024", "japan-ukraine-2024").lines:
        for cell in each.cells:
            assert cell.absent or cell.sources
            assert all(provision.sources for provision in cell.provisions)


def test_replaced_agreements_say_what_came_in_place(core_store: Store) -> None:
    """The treaty of 1960 comes in place of that of 1951, once, and not the other way round."""
    found = compared(core_store, "us-japan-1951", "us-japan-1960")
    assert [cell.text for cell in line(found, "terms", "comes in place of").cells] == [None, "us-japan-1951"]
    run = line(found, "terms", "in force")
    assert [cell.text for cell in run.cells] == ["since 1952-04-28, until 1960-06-23", "since 1960-06-23"]
    assert run.state == "differs"


def test_an_end_that_nobody_knows_is_told(core_store: Store) -> None:
    """The Ankara treaty is not said to run on."""
    found = compared(core_store, "ankara-treaty-1953", "north-atlantic-treaty")
    told = line(found, "terms", "in force").cells
    assert "whether it ended is not known" in (told[0].text or "") and told[1].text == "since 1949-08-24"


@pytest.mark.parametrize(
    ("on", "first", "second"),
    [
        ("1951-10-01", "not yet in force", "not yet in force"),
        ("1955-01-01", "in force", "not yet in force"),
        ("1960-06-22", "in force", "not yet in force"),
        ("1960-06-23", "ended", "in force"),
    ],
)
def test_each_agreement_stands_as_on_the_day(core_store: Store, on: str, first: str, second: str) -> None:
    """And so do its promises, whose status differs only where it is another than that of their agreement."""
    found = compare(core_store, context(core_store, on), ("us-japan-1951", "us-japan-1960"))
    rows = [row for row in found.table() if row["obligation"]]
    assert {(row["agreement"], row["status"]) for row in rows} == {
        ("us-japan-1951", first),
        ("us-japan-1960", second),
    }
    status = [each for each in found.lines if each.provision == "status"]
    assert [[cell.text for cell in each.cells] for each in status] == [[first, second]]
    assert not any("status" in each.differs_in for each in found.lines if each.provision != "status")


def test_whose_part_is_suspended_is_told(core_store: Store) -> None:
    """The American one to New Zealand since 1986, the Australian one not, nor what the others owe; before, none is."""
    names = ("anzus", "us-philippines-1951")
    told = {}
    for on in ("1985-01-01", "1990-01-01"):
        rows = compare(core_store, context(core_store, on), names).table()
        told[on] = {row["obligation"]: (row["status"], row["suspended"]) for row in rows if row["obligation"]}
    assert told["1985-01-01"]["anzus/article-4-to-new-zealand"] == ("in force", [])
    assert told["1990-01-01"]["anzus/article-4-to-new-zealand"] == ("in force", ["United States"])
    assert told["1990-01-01"]["anzus/article-4"] == ("in force", [])


def test_the_flat_rows_have_stable_columns(core_store: Store) -> None:
    """One a provision, the same columns for two agreements and for five."""
    for names in (UKRAINE, ("us-japan-1951", "us-japan-1960")):
        rows = compared(core_store, *names).table()
        assert rows and all(tuple(row) == COLUMNS for row in rows)
        assert {row["agreement"] for row in rows} == set(names)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ((), "a comparison needs two agreements or more, such as us-ukraine-2024 uk-ukraine-2024"),
        (
            ("us-ukraine-2024",),
            "a comparison needs two agreements or more, such as us-ukraine-2024 uk-ukraine-2024",
        ),
        (("us-ukraine-2024", "us-ukraine-2024"), "us-ukraine-2024 is given twice"),
        (
            ("us-ukraine-2024", "Ukraine"),
            "Ukraine is a country; expected an agreement, such as us-ukraine-2024",
        ),
        (
            ("us-ukraine-2024", "north-atlantic-treaty/article-5"),
            "Article 5 is an obligation; expected an agreement, such as us-ukraine-2024",
        ),
    ],
)
def test_what_cannot_be_compared_is_told(core_store: Store, names: tuple[str, ...], message: str) -> None:
    """Too few, one twice, or no agreement."""
    with pytest.raises(BadInput) as caught:
        compared(core_store, *names)
    assert str(caught.value) == message


def test_an_unknown_agreement_is_told_with_the_nearest(core_store: Store) -> None:
    """By their titles and ids."""
    with pytest.raises(
        BadInput, match=r"nothing called 'us-ukrane-2024'\. Did you mean .*\(us-ukraine-2024\)"
    ):
        compared(core_store, "us-ukrane-2024", "uk-ukraine-2024")
