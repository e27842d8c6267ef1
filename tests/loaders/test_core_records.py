"""What countries, memberships, events, claims and proposals become as records."""

from datetime import date
from typing import Any

from foedera.graph.records import Record

from .conftest import Read, facts, nodes

OTHERS = """\
sources:
  speech: {title: Speech, publisher: Palace, on: 2022-03}
countries:
  NAM: {name: Namibia, official_name: Republic of Namibia, iso2: NA, cow: 565, sources: [list]}
areas:
  delta: {name: Delta, within: [nile], sources: [list]}
memberships:
  - {member: IRQ, of: arab-league, since: 1945-05-11, sources: [list]}
candidacies:
  - {country: NOR, of: arab-league, stage: promised, since: 2008-04-03, sources: [list]}
  - {country: NOR, of: arab-league, stage: action plan, since: 2010, sources: [list]}
events:
  war:
    {name: War, kind: invasion, since: 1948-05-15, sources: [list], about: [EGY],
     took_part: [{party: IRQ, role: attacker}]}
  uprising: {name: Uprising, kind: invasion, since: 1950-02, sources: [list]}
claims:
  speech/members:
    {subject: the league, predicate: has, value: 22, number: 22, unit: members, on: 2022, sources: [speech],
     about: [arab-league]}
proposals:
  letter:
    {title: Letter, on: 2022-03, asks: [let Norway in], by: [EGY], sources: [speech],
     concerns: [NOR, {what: arab-league, ask: let it in, firmness: asks}]}
scopes:
  all: {title: everything, complete: false, since: 1945, sources: [list]}
"""


def properties(records: list[Record], id: str) -> dict[str, Any]:
    return next(dict(record.properties) for record in records if record.id == id)


def test_codes_are_text_however_yaml_reads_them(read: Read) -> None:
    """NO is Norway and NA Namibia, neither false nor missing; both are keys to look them up by."""
    countries = nodes(read(OTHERS), "Country")
    assert countries["NOR"].properties["iso2"] == "NO"
    assert countries["NAM"].properties["iso2"] == "NA"
    assert countries["NAM"].properties["keys"] == ["nam", "namibia", "republic of namibia", "na"]


def test_an_event_of_a_day_ends_on_the_next(read: Read) -> None:
    """Also where the day is known to the month."""
    events = nodes(read(OTHERS), "Event")
    war, uprising = events["war"].properties, events["uprising"].properties
    assert (war["until"], war["until_latest"]) == (date(1948, 5, 16), date(1948, 5, 16))
    assert (uprising["until"], uprising["until_latest"]) == (date(1950, 2, 2), date(1950, 3, 1))


def test_dates_of_sources_claims_and_proposals_keep_both_bounds(read: Read) -> None:
    """March 2022 is not the first of March."""
    records = read(OTHERS)
    for id in ("speech", "letter"):
        found = properties(records, id)
        assert (found["on"], found["on_latest"]) == (date(2022, 3, 1), date(2022, 3, 31))
    assert properties(records, "speech/members")["on_latest"] == date(2022, 12, 31)


def test_rows_that_state_relationships(read: Read) -> None:
    """Stages tell the steps of a candidacy apart; a bare id of a proposal's concern is enough."""
    types = ("MEMBER_OF", "CANDIDATE_OF", "TOOK_PART", "ABOUT", "PROPOSED", "CONCERNS", "WITHIN")
    assert list(facts(read(OTHERS), *types)) == [
        "core:WITHIN:delta:nile",
        "core:MEMBER_OF:IRQ:arab-league",
        "core:CANDIDATE_OF:NOR:arab-league:promised",
        "core:CANDIDATE_OF:NOR:arab-league:action plan",
        "core:TOOK_PART:IRQ:war",
        "core:ABOUT:war:EGY",
        "core:ABOUT:speech/members:arab-league",
        "core:PROPOSED:EGY:letter",
        "core:CONCERNS:letter:NOR",
        "core:CONCERNS:letter:arab-league",
    ]


def test_a_scope_ends_where_the_dataset_does(read: Read) -> None:
    """Its last day is the dataset's; `until` is the first day no longer."""
    found = properties(read(OTHERS), "core/all")
    assert (found["until"], found["until_known"]) == (date(2026, 8, 22), True)


def test_a_claim_keeps_its_value_as_text_and_its_number_as_a_number(read: Read) -> None:
    """`value: 22` is what the source says; `number` is for reckoning."""
    found = properties(read(OTHERS), "speech/members")
    assert (found["value"], found["number"]) == ("22", 22.0)


def test_places_are_kept(read: Read) -> None:
    """Every record knows the line of its entry, for later messages."""
    records = read(OTHERS)
    assert nodes(records, "Event")["war"].place == "a.yaml:13"
    assert all(record.place for record in records)
