"""Where ATOP and COW differ, on the real files."""

from collections import Counter
from typing import Any

from foedera.database import Database


def test_defence_in_2012(everything: Database) -> None:
    """COW has NATO without who joined in 2004 and 2009, and the Americas with Canada; ATOP has the Lisbon treaty."""
    found = everything.conflicts(year=2012, kinds="defense", datasets="atop,cow")
    (year,) = found.years
    assert (year.both, year.only_one, year.only_other, year.jaccard) == (2091, 1230, 210, 0.592)
    told = {(each.first.agreements, each.second.agreements, each.why) for each in found.conflicts}
    for name in (
        "Albania",
        "Bulgaria",
        "Croatia",
        "Estonia",
        "Latvia",
        "Lithuania",
        "Romania",
        "Slovakia",
        "Slovenia",
    ):
        assert (("atop:3180",), (), f"cow has the instrument without {name}") in told
    assert ((), ("cow:210",), "atop has the instrument without Canada") in told
    assert (("atop:4175",), (), "cow has no such instrument") in told
    assert not any("without Poland" in why for *_, why in told)
    assert all(each.first.sources or each.second.sources for each in found.conflicts)


def test_georgia_and_its_neighbours(everything: Database) -> None:
    """In August 2008 ATOP has the Charter of the CIS with eight where COW has it with eleven; in 2010 COW alone still has it."""
    before, after = (
        everything.conflicts(on=day, kinds="defense", countries="Georgia", datasets="atop,cow").conflicts
        for day in ("2008-08-08", "2010-08-08")
    )
    assert {frozenset((each.one, each.other)) - {"GEO"} for each in before} == {
        frozenset({party}) for party in ("MDA", "TKM", "UKR")
    }
    assert Counter(each.what for each in after) == {
        "end": 8,
        "exists": 11,
    }  # of the treaty, and of the Charter
    (russia,) = (each for each in after if "RUS" in (each.one, each.other) and each.what == "end")
    assert (russia.first.agreements, russia.second.agreements) == (("atop:4220",), ("cow:350",))
    assert russia.first.says == "since 1993-12-09 until 1999-04-20"


def test_a_dispute_lasts_as_long_as_both_speak(everything: Database) -> None:
    """COW ends the pact of Bosnia and Croatia in 1999, and itself in 2012; ATOP, to 2018, ends it never."""
    found = everything.conflicts(countries=["BIH", "HRV"], kinds="defense", datasets="atop,cow")
    (end,) = (each for each in found.conflicts if each.what == "end")
    assert (str(end.since), str(end.until)) == ("1999-06-22", "2013-01-01")


def test_britain_and_portugal_are_unknown_to_atop(everything: Database) -> None:
    """Their alliance is older than its first; what it lacks of the two is counted apart, as is what it lacks after its end."""
    asked: dict[str, Any] = {"countries": ["GBR", "PRT"], "kinds": "defense", "datasets": "atop,cow"}
    old = everything.conflicts(**asked, year=1900, reasons="coverage").conflicts
    assert [(each.why, each.first.says) for each in old] == [
        ("atop is not complete between the two", "unknown")
    ]
    assert everything.conflicts(**asked, year=1900).conflicts == []


def test_nothing_differs_where_one_dataset_speaks_alone(everything: Database) -> None:
    found = everything.conflicts(year=2020)
    assert found.conflicts == [] and found.uncovered > 1000
    assert found.alone.endswith("core alone speaks of 2020")
    assert found.remarks[:2] == (
        "not covered: ATOP alliances end on 2018-12-31",
        "not covered: COW alliances end on 2012-12-31",
    )


def test_a_clause_that_repeats_the_charter_is_left_out_by_rule(everything: Database) -> None:
    """The North Atlantic Treaty's; not that of Türkiye and Azerbaijan, of which core has read none."""
    asked: dict[str, Any] = {"kinds": "nonaggression", "year": 2012, "datasets": "core,atop"}
    nato = everything.conflicts(agreement="north-atlantic-treaty", **asked).conflicts
    rule = "core leaves out a promise that repeats the UN Charter's ban on force, and adds nothing to it"
    (belgium,) = (
        (each.what, each.reason, each.why) for each in nato if {each.one, each.other} == {"BEL", "NOR"}
    )
    assert belgium == ("kind", "coding rule", rule)
    baku = everything.conflicts(agreement="turkey-azerbaijan-2010", **asked).conflicts
    assert {(each.what, each.reason) for each in baku} == {("kind", "disagreement")}
    whole = everything.conflicts(**asked)
    assert sum(whole.reasons.values()) == len(whole.conflicts) and whole.reasons["coding rule"] > 300


def test_a_promise_to_some_is_no_end_of_it(everything: Database) -> None:
    """Germany's to Italy: from 1887 on ATOP codes it as owed to some members; COW's end of it in 1915 is no disagreement."""
    found = everything.conflicts(
        countries=["Germany", "Italy"], on="1914-08-01", kinds="defense", datasets="atop,cow"
    ).conflicts
    assert {(each.what, each.reason) for each in found if each.one == "DEU"} == {
        ("end", "coding rule"),
        ("exists", "coding rule"),
    }
    bosnia = everything.conflicts(countries=["BIH", "HRV"], kinds="defense", datasets="atop,cow").conflicts
    assert [each.reason for each in bosnia if each.what == "end"] == ["disagreement"]


def test_canada_and_belgium_since_signature_and_since_force(everything: Database) -> None:
    """Of the North Atlantic Treaty ATOP has the day of signature, core that of entry into force."""
    asked: dict[str, Any] = {"countries": ["BEL", "CAN"], "agreement": "north-atlantic-treaty"}
    found = everything.conflicts(**asked, kinds="defense", datasets="atop,core").conflicts
    assert [(each.what, each.reason, each.why) for each in found] == [
        ("start", "signature", "atop has the day of signature, core a later one in force")
    ]
    assert (str(found[0].since), str(found[0].until)) == ("1949-04-04", "1949-08-24")
