"""States that are no more: when they existed, and which numbers are theirs on which day."""

import datetime
from itertools import pairwise

import pytest

from foedera.graph.records import Node, Record

Date = datetime.date


@pytest.mark.parametrize(
    ("id", "cow", "until"),
    [
        ("SUN", 365, Date(1991, 12, 26)),
        ("CSK", 315, Date(1993, 1, 1)),
        ("YUG", 345, Date(1992, 4, 27)),
        ("SCG", 345, Date(2006, 6, 3)),
        ("DDR", 265, Date(1990, 10, 3)),
        ("YMD", 680, Date(1990, 5, 22)),
        ("cow-678", 678, Date(1990, 5, 22)),
        ("cow-817", 817, Date(1975, 4, 30)),
        ("cow-300", 300, Date(1918, 11, 1)),
        ("cow-345", 345, Date(1918, 12, 1)),
        ("cow-365", 365, Date(1922, 12, 30)),
        ("cow-511", 511, Date(1964, 4, 26)),
        ("cow-730", 730, Date(1910, 8, 1)),
    ],
)
def test_a_former_state_has_an_end_and_its_number(
    facts: list[Record], id: str, cow: int, until: Date
) -> None:
    (state,) = [each for each in facts if isinstance(each, Node) and (each.label, each.id) == ("Country", id)]
    assert (state.properties["cow"], state.properties["until"]) == (cow, until)
    assert state.properties["since"] < until
    assert "iso2" not in state.properties


def test_two_former_states_with_one_number_did_not_exist_at_once(facts: list[Record]) -> None:
    former = [
        each.properties
        for each in facts
        if isinstance(each, Node) and each.label == "Country" and each.properties.get("until")
    ]
    spans: dict[tuple[str, int], list[tuple[Date, Date]]] = {}
    for each in former:
        for scheme in ("cow", "gw"):
            if scheme in each:
                held = spans.setdefault((scheme, each[scheme]), [])
                held.append((each.get("since", Date.min), each["until"]))
    for held in spans.values():
        held.sort()
        assert all(until <= since for (_, until), (since, _) in pairwise(held))


BEGAN = {
    "ERI": "1993-05-24", "IND": "1947-08-15", "ISR": "1948-05-14", "MNE": "2006-06-03", "SGP": "1965-08-09",
    "SSD": "2011-07-09", "TLS": "2002-05-20", "UKR": "1991-08-24", "XKX": "2008-02-17",
}  # fmt: skip


def test_states_that_began_after_1944_have_their_first_day(facts: list[Record]) -> None:
    """Those that were states before, or go on from one, have none."""
    since = {
        each.id: each.properties.get("since")
        for each in facts
        if isinstance(each, Node) and each.label == "Country"
    }
    assert {id: str(since[id]) for id in BEGAN} == BEGAN
    assert not [id for id in ("CHN", "DEU", "EST", "FRA", "JOR", "MAR", "RUS", "SRB", "USA") if since[id]]
