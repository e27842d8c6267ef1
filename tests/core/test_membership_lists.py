"""Who is in on a day, by the stored queries, against lists written down apart from the dataset."""

from datetime import date
from typing import Any

import pytest

from foedera.database import Database
from foedera.graph.store import Store
from foedera.queries import catalogue, stored
from foedera.queries.context import context
from foedera.queries.parameters import bind

from . import membership_lists as lists

BY_STATUTE = "faa-section-517"
CHANGES = [
    (body, day) for body in lists.JOINED for day in lists.days_around(lists.JOINED[body], lists.LEFT[body])
]


def asked(store: Store, name: str, on: str, **params: str) -> list[dict[str, Any]]:
    query = catalogue.get(name)
    return stored.rows(store, query, bind(store, context(store, on), query, params))


def members(store: Store, body: str, on: str) -> list[dict[str, Any]]:
    return asked(store, "members", on, organization=body)


def countries_of(rows: list[dict[str, Any]]) -> set[str]:
    return {row["country"] for row in rows}


@pytest.mark.parametrize(("body", "day"), CHANGES)
def test_members_around_each_change(core_store: Store, body: str, day: str) -> None:
    """The same countries, each since the same day, or since it is dormant, and known for certain, each once."""
    rows = members(core_store, body, day)
    expected = lists.on(day, lists.JOINED[body], lists.LEFT[body])
    expected |= {row["country"]: row["since"] for row in rows if row["status"] == "dormant"}
    assert {row["country"]: row["since"] for row in rows} == expected
    assert len(rows) == len(expected)
    assert all(row["certain"] and row["sources"] for row in rows)


@pytest.mark.parametrize(("body", "day", "count"), lists.COUNTS)
def test_how_many_members(core_store: Store, body: str, day: str, count: int) -> None:
    """By number, on days between."""
    assert len(members(core_store, body, day)) == count
    assert len(lists.on(day, lists.JOINED[body], lists.LEFT[body])) == count


@pytest.mark.parametrize("body", lists.JOINED)
def test_when_a_membership_ended(core_store: Store, body: str) -> None:
    """Only where the list says so, and then with that day; a row that another takes up is no end."""
    rows = asked(core_store, "membership-history", "2026-01-01", organization=body)
    taken_up = {(row["country"], row["since"]) for row in rows}
    ended = {row["country"]: row["until"] for row in rows if row["until"]}
    assert {each for each in ended.items() if each not in taken_up} == set(
        lists.spread(lists.LEFT[body]).items()
    )


@pytest.mark.parametrize(("day", "countries"), lists.WARSAW)
def test_members_of_the_warsaw_pact(core_store: Store, day: str, countries: str) -> None:
    """East Germany as DDR, the Soviet Union as SUN, Czechoslovakia as CSK."""
    assert {row["country"] for row in members(core_store, "WPact", day)} == set(countries.split())


def test_a_start_between_signature_and_force_is_only_possible(core_store: Store) -> None:
    """Of the Warsaw Pact's first days it is not known whether it bound already."""
    assert not any(row["certain"] for row in members(core_store, "WPact", "1955-05-20"))
    assert all(row["certain"] for row in members(core_store, "WPact", "1955-06-06"))


@pytest.mark.parametrize("day", lists.days_around(lists.MNNA_DESIGNATED, lists.MNNA_ENDED))
def test_designees_around_each_change(core_store: Store, day: str) -> None:
    """Under 22 U.S.C. 2321k, certainly on the day: the same countries since the same day."""
    rows = [row for row in asked(core_store, "mnna", day) if row["basis"] == BY_STATUTE and row["certain"]]
    found = {row["country"]: row["designated"] for row in rows}
    assert {country: since for country, since in found.items() if country != "SAU"} == lists.on(
        day, lists.MNNA_DESIGNATED, lists.MNNA_ENDED
    )
    assert {row["law"] for row in rows} <= {"22 U.S.C. 2321k"}
    ends = {row["country"]: row["until"] for row in rows if row["until"]}
    assert ends in ({}, {"AFG": "2022-09-23"})


@pytest.mark.parametrize(("day", "certain"), [("2025-12-01", False), ("2026-03-01", True)])
def test_saudi_arabia_is_designated_on_a_day_not_known(core_store: Store, day: str, certain: bool) -> None:
    """Announced on 18 November 2025, told as done by 18 February 2026."""
    found = [row for row in asked(core_store, "mnna", day) if row["country"] == "SAU"]
    assert [(row["certain"], row["designated"]) for row in found] == [(certain, "2025-11-18..2026-02-18")]


@pytest.mark.parametrize("day", ["1988-12-31", "1990-08-02", "1996-07-20", "2004-07-01", "2026-08-01"])
def test_the_older_list_is_a_row_of_its_own(core_store: Store, day: str) -> None:
    """Under title 10, since 1987: nobody knows whether it still stands, so none of it is certain."""
    rows = [row for row in asked(core_store, "mnna", day) if row["basis"] != BY_STATUTE]
    assert {row["country"] for row in rows} == lists.MNNA_TITLE_10
    assert len(rows) == len(lists.MNNA_TITLE_10)
    assert {(row["until"], row["certain"]) for row in rows} == {("unknown", False)}
    law = {row["basis"] for row in rows}
    assert law == ({"ndaa-1987-section-1105"} if day < "1989-11-29" else {"usc-10-2350a"})


def test_two_laws_two_rows(core_store: Store) -> None:
    """Japan holds the status under both, New Zealand under one, Ukraine under none."""
    bases: dict[str, set[str]] = {}
    for row in asked(core_store, "mnna", "2000-01-01"):
        bases.setdefault(row["country"], set()).add(row["basis"])
    assert bases["JPN"] == {BY_STATUTE, "usc-10-2350a"}
    assert bases["NZL"] == {BY_STATUTE}
    assert "UKR" not in bases


@pytest.mark.parametrize("day", [*lists.days_around(lists.UKRAINE_SIGNED), "2026-08-01"])
def test_agreements_with_ukraine_signed_by_a_day(core_store: Store, day: str) -> None:
    """One agreement a partner, each with its day of signature."""
    rows = asked(core_store, "ukraine-agreements", day)
    assert {row["partner"]: row["signed"] for row in rows} == lists.on(day, lists.UKRAINE_SIGNED, {})
    assert len({row["agreement"] for row in rows}) == len(rows)


def test_the_days_of_the_lists_are_days() -> None:
    """A list with a slip in it would test nothing."""
    tables = [*lists.JOINED.values(), *lists.LEFT.values(), lists.MNNA_DESIGNATED, lists.UKRAINE_SIGNED]
    for table in tables:
        assert [date.fromisoformat(day) for day in table] == sorted(map(date.fromisoformat, table))
        assert len(lists.spread(table)) == sum(len(countries.split()) for countries in table.values())


@pytest.mark.parametrize(
    ("body", "day", "countries"),
    [
        ("G7", "1976-01-01", "DEU FRA GBR ITA JPN USA"),
        ("G7", "2010-01-01", "CAN DEU FRA GBR ITA JPN RUS USA"),
        ("G7", "2023-07-12", "CAN DEU FRA GBR ITA JPN USA"),
    ],
)
def test_members_of_the_g7(core_store: Store, body: str, day: str, countries: str) -> None:
    """The European Union takes part and is none of them; Russia was one of eight."""
    assert countries_of(members(core_store, body, day)) == set(countries.split())


def test_the_osce_has_57_participating_states(core_store: Store) -> None:
    found = countries_of(members(core_store, "OSCE", "2024-07-01"))
    assert len(found) == 57
    assert {"AND", "MNG", "RUS", "SRB", "TKM", "USA", "VAT"} <= found
    assert not {"AFG", "CHN", "JPN", "XKX"} & found
    assert "MNG" not in countries_of(members(core_store, "OSCE", "2010-01-01"))


def test_armenias_membership_of_the_csto_is_dormant(core_store: Store) -> None:
    """From February 2024 on, and nobody else's; it has not left."""
    before, after = (members(core_store, "CSTO", day) for day in ("2024-02-22", "2024-02-23"))
    assert not [row for row in before if row["status"]]
    assert [(row["country"], row["status"]) for row in after if row["status"]] == [("ARM", "dormant")]
    assert countries_of(before) == countries_of(after)
    (first, then) = (next(row for row in rows if row["country"] == "ARM") for rows in (before, after))
    assert (first["since"], first["until"]) == (then["since"], then["until"]) == ("2003-09-18", None)


def test_a_suspension_ends_no_membership(core_store: Store) -> None:
    """Egypt belongs to the Arab League since 1945 before and after its suspension; Syria's union of 1958 was an end."""
    for day in ("1970-01-01", "1995-01-01"):
        rows = {
            row["country"]: (row["since"], row["until"]) for row in members(core_store, "arab-league", day)
        }
        assert rows["EGY"] == ("1945-03-22..1945-05-31", None)
    assert rows["SYR"] == ("1961-09-28..1961-12-31", None)
    assert "EGY" not in countries_of(members(core_store, "arab-league", "1985-01-01"))


@pytest.mark.parametrize(
    ("query", "params", "told"),
    [
        (
            "members",
            {"organization": "UDCG"},
            "core does not hold the membership of the Ukraine Defense Contact Group",
        ),
        (
            "membership-history",
            {"organization": "NATO-Russia Council"},
            "core does not hold the membership of",
        ),
        ("forces-abroad", {}, "only the forces abroad that core describes"),
        ("neighbours", {"country": "FRA"}, "all land borders of today of NATO's members"),
    ],
)
def test_a_list_that_is_not_whole_says_so(
    core_store: Store, query: str, params: dict[str, str], told: str
) -> None:
    found = Database(lambda: core_store, closing=False).query(query, params)
    assert found.note is not None and told in found.note


@pytest.mark.parametrize(("query", "params"), [("members", {"organization": "G7"}), ("mnna", {})])
def test_a_whole_list_does_not(core_store: Store, query: str, params: dict[str, str]) -> None:
    assert Database(lambda: core_store, closing=False).query(query, params, on="2024-07-01").note is None
