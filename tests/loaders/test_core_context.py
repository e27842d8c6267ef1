"""Borders, forces abroad and successions: what they become as records, and what is refused."""

from datetime import date

import pytest

from foedera.graph.errors import BadInput

from .conftest import Read, facts

ROWS = """\
countries:
  SUN: {name: Soviet Union, until: 1991-12-26, sources: [list]}
  RUS: {name: Russia, sources: [list]}
organizations:
  oau: {name: Organization of African Unity, kind: organization, sources: [list]}
  au: {name: African Union, kind: union, sources: [list]}
borders:
  - {between: [RUS, NOR], sources: [list]}
  - {between: [EGY, IRQ], since: 1950, until: 1951, sources: [list]}
stations:
  - {of: RUS, in: EGY, basis: agreement, troops: 20000, until: 1972, sources: [list]}
  - {of: RUS, in: EGY, basis: occupation, since: 2014-02-27, spell: 2, note: a test, sources: [list]}
successions:
  - {successor: RUS, of: SUN, kind: continues, note: a test, sources: [list]}
  - {successor: au, of: oau, kind: succeeds, sources: [list]}
"""

BORDER = "borders:\n  - {between: [EGY, IRQ], sources: [list]}\n"
STATION = "stations:\n  - {of: EGY, in: IRQ, basis: agreement, sources: [list]}\n"
SUCCESSION = "successions:\n  - {successor: EGY, of: IRQ, kind: succeeds, sources: [list]}\n"

CASES = {
    "one end": (
        BORDER.replace(", IRQ", ""),
        "a.yaml:2: between names no pair; expected two countries",
    ),
    "three ends": (
        BORDER.replace("IRQ", "IRQ, NOR"),
        "a.yaml:2: between names no pair; expected two countries",
    ),
    "no ends": (
        BORDER.replace("between: [EGY, IRQ], ", ""),
        "a.yaml:2: between names no pair; expected two countries",
    ),
    "a border with itself": (
        BORDER.replace("IRQ", "EGY"),
        "a.yaml:2: both ends are EGY; expected two that differ",
    ),
    "a border with nobody known": (
        BORDER.replace("IRQ", "IRK"),
        "a.yaml:2: unknown id 'IRK'; expected the id of a country. Did you mean IRQ?",
    ),
    "a border with an organization": (
        BORDER.replace("IRQ", "arab-league"),
        "a.yaml:2: 'arab-league' is an organization; expected the id of a country",
    ),
    "a border twice, the other way round": (
        BORDER + "  - {between: [IRQ, EGY], sources: [list]}\n",
        (
            "a.yaml:3: BORDERS of EGY and IRQ again, first at a.yaml:2;"
            " expected it once, or a 'spell' for a return"
        ),
    ),
    "a border whose spells overlap": (
        BORDER.replace("IRQ]", "IRQ], since: 1950")
        + "  - {between: [IRQ, EGY], since: 1960, spell: 2, sources: [list]}\n",
        "a.yaml:3: BORDERS of EGY and IRQ: its spell overlaps the one at a.yaml:2; expected an 'until'",
    ),
    "a border with more to it": (
        BORDER.replace("sources", "km: 7, sources"),
        "a.yaml:2: unknown key 'km'; expected one of between, checked, since, sources, spell, until",
    ),
    "forces of nobody": (
        STATION.replace("of: EGY, ", ""),
        "a.yaml:2: missing 'of'; expected an id",
    ),
    "forces nowhere": (
        STATION.replace("in: IRQ, ", ""),
        "a.yaml:2: missing 'in'; expected an id",
    ),
    "forces at home": (
        STATION.replace("IRQ", "EGY"),
        "a.yaml:2: both ends are EGY; expected two that differ",
    ),
    "forces without a basis": (
        STATION.replace("basis: agreement, ", ""),
        "a.yaml:2: missing 'basis'; expected on what basis, such as agreement or occupation",
    ),
    "troops that are no number": (
        STATION.replace("sources", "troops: many, sources"),
        "a.yaml:2: troops is 'many'; expected a whole number",
    ),
    "forces whose spells overlap": (
        STATION.replace("sources", "since: 1950, sources")
        + "  - {of: EGY, in: IRQ, basis: agreement, since: 1960, spell: 2, sources: [list]}\n",
        "a.yaml:3: STATIONS of EGY and IRQ: its spell overlaps the one at a.yaml:2; expected an 'until'",
    ),
    "an heir to nobody": (
        SUCCESSION.replace("of: IRQ, ", ""),
        "a.yaml:2: missing 'of'; expected an id",
    ),
    "an heir to itself": (
        SUCCESSION.replace("IRQ", "EGY"),
        "a.yaml:2: both ends are EGY; expected two that differ",
    ),
    "a succession of no kind": (
        SUCCESSION.replace("kind: succeeds, ", ""),
        "a.yaml:2: missing 'kind'; expected continues or succeeds",
    ),
    "a succession of another kind": (
        SUCCESSION.replace("succeeds", "follows"),
        "a.yaml:2: kind is 'follows'; expected one of continues, succeeds.",
    ),
    "a country after an organization": (
        SUCCESSION.replace("IRQ", "arab-league"),
        "a.yaml:2: SUCCEEDS does not join Country with Organization",
    ),
    "a succession with dates": (
        SUCCESSION.replace("sources", "since: 1991, sources"),
        ("a.yaml:2: unknown key 'since'; expected one of checked, kind, note, of, sources, spell, successor"),
    ),
    "no sources": (
        SUCCESSION.replace(", sources: [list]", ""),
        "a.yaml:2: missing 'sources'; expected a list of source ids",
    ),
}


@pytest.mark.parametrize(("text", "message"), CASES.values(), ids=CASES.keys())
def test_a_mistake_is_told_in_one_line(read: Read, text: str, message: str) -> None:
    """What is wrong, where, and what was expected."""
    with pytest.raises(BadInput) as error:
        read(text)
    assert str(error.value) == message


def test_rows_become_relationships(read: Read) -> None:
    """A border is one fact whichever end is named first; forces that return are a second."""
    assert list(facts(read(ROWS), "BORDERS", "STATIONS", "SUCCEEDS")) == [
        "core:BORDERS:NOR:RUS",
        "core:BORDERS:EGY:IRQ",
        "core:STATIONS:RUS:EGY",
        "core:STATIONS:RUS:EGY:2",
        "core:SUCCEEDS:RUS:SUN",
        "core:SUCCEEDS:au:oau",
    ]


def test_what_they_hold(read: Read) -> None:
    """Days, numbers and words as they are declared."""
    found = facts(read(ROWS), "BORDERS", "STATIONS", "SUCCEEDS")
    assert found["core:BORDERS:NOR:RUS"].properties == {"until_known": True}
    asked_in = found["core:STATIONS:RUS:EGY"].properties
    assert (asked_in["troops"], asked_in["until"]) == (20000, date(1972, 1, 1))
    uninvited = found["core:STATIONS:RUS:EGY:2"].properties
    assert (uninvited["basis"], uninvited["since"]) == ("occupation", date(2014, 2, 27))
    assert found["core:SUCCEEDS:RUS:SUN"].properties == {"kind": "continues", "note": "a test"}
