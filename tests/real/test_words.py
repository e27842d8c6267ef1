"""Whose word is whose: core, ATOP and COW asked together, from their real files."""

import datetime

import pytest

from foedera.database import Database

CIS = ["ARM", "AZE", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"]


def test_cow_says_nothing_of_2020(everything: Database) -> None:
    """By its name and its last day; on that day it answers."""
    late = everything.path("Georgia", "Armenia", on="2020-01-01", datasets="cow")
    assert (late.verdict, late.reason) == ("not covered", "COW alliances end on 2012-12-31")
    assert (late.as_of, list(late.datasets), late.chains) == (datetime.date(2020, 1, 1), [], [])
    last = everything.path("Georgia", "Armenia", on="2012-12-31", datasets="cow", kinds="defense")
    assert (last.verdict, last.note) == ("yes", None)
    strongest = last.chains[0].hops[0].strongest
    assert strongest.agreement in ("cow:349", "cow:350")
    assert "still in force when COW alliances end on 2012-12-31" in strongest.sentence()


@pytest.mark.parametrize(
    ("dataset", "reason"),
    [("atop", "ATOP alliances end on 2018-12-31"), ("dcad", "DCAD agreements end on 2010-12-31")],
)
def test_so_do_the_others(everything: Database, dataset: str, reason: str) -> None:
    assert everything.attack("Georgia", on="2019-01-01", datasets=dataset).reason == reason
    first = {"atop": "1814-12-31", "dcad": "1979-12-31"}[dataset]
    early = everything.between("France", "Russia", on=first, datasets=dataset)
    assert early.verdict == "not covered" and " begin on " in early.reason


def test_three_words_on_who_defends_georgia(everything: Database) -> None:
    """Core: nobody; ATOP: eight states by the CIS Charter; COW: those of 349 and 350; and why core names none."""
    answer = everything.attack("Georgia", on="2008-08-08", datasets="all")
    words = {word.dataset: word for word in answer.words}
    assert list(words) == ["core", "atop", "cow", "dcad"]
    assert (words["dcad"].verdict, words["dcad"].reason) == ("not covered", "holds no promises to defend")
    assert (words["core"].verdict, words["core"].pledges) == ("unknown", ())
    assert words["core"].reason.startswith("according to core nobody is bound or pledged to defend Georgia")
    (charter,) = words["atop"].pledges
    assert (charter.agreement, sorted(charter.parties)) == ("atop:4400", CIS)
    assert [id for id, _ in charter.same] == ["cis-charter-1993"]
    assert words["core"].why[0] == (
        "codes the same instrument (atop:4400) as cis-charter-1993: binding consultation, binding nonaggression;"
        " since 1994-01-22, where atop:4400 counts from 1993-01-22, its signature"
    )
    tashkent, second = words["cow"].pledges
    assert (tashkent.agreement, second.agreement) == ("cow:349", "cow:350")
    assert sorted(tashkent.parties) == sorted([*CIS, "MDA", "TKM", "UKR"])
    assert sorted(second.parties) == CIS
    told = "the promise under Article 4 (first form) of Treaty on Collective Security ended on 1999-04-20"
    assert any(each.endswith(told) and "Russia" in each for each in words["core"].why)
    assert (answer.verdict, list(words["cow"].why)) == ("yes", [])
    assert answer.reason.endswith("according to atop and cow")
    assert {row.commitment.dataset for row in answer.rows} >= {"core", "atop", "cow"}


def test_one_instrument_is_one_row_by_the_word_of_who_is_preferred(everything: Database) -> None:
    """The North Atlantic Treaty, as core, or ATOP, has it; the other's dates are told; COW's lapsed one is not there."""
    core, atop = (
        everything.between("USA", "GBR", kinds="defense", on="2015-01-01", datasets="all", prefer=prefer)
        for prefer in (None, "atop")
    )
    firsts = [answer.directions[0].commitments[0] for answer in (core, atop)]
    assert [each.dataset for each in firsts] == ["core", "atop"]
    assert firsts[0].obligation == "north-atlantic-treaty/article-5"
    assert {each.agreement for each in firsts[0].others} == {"atop:3180"}
    assert [each.agreement for each in firsts[1].others] == ["north-atlantic-treaty"]
    assert any(
        "still in force when ATOP alliances end on 2018-12-31" in each for each in firsts[0].differing()
    )
    assert core.note == "not covered by cow, which ends on 2012-12-31; dcad, which ends on 2010-12-31"


def test_a_phase_is_told_with_its_beginning(everything: Database) -> None:
    """Of ATOP's second phase of NATO, which its founders have been in since 1951; COW tells no phases apart."""
    told = {
        (each.agreement, day): (each.phase, str(each.span.since))
        for day in ("1950-01-01", "2010-01-01")
        for each in everything.between("USA", "CAN", kinds="defense", on=day, datasets="atop")
        .directions[0]
        .commitments
    }
    assert told == {
        ("atop:3180", "1950-01-01"): (1, "1949-04-04"),
        ("atop:3180", "2010-01-01"): (2, "1951-06-19"),
    }
    later = everything.between(
        "USA", "CAN", kinds="defense", on="2010-01-01", datasets="atop,cow"
    ).directions[0]
    (nato,) = (each for each in later.commitments if each.agreement == "atop:3180")
    assert ", since 1951-06-19 in phase 2, " in nato.sentence()
    assert [(each.agreement, each.phase) for each in nato.others] == [("cow:227", None)]


def test_atop_has_no_organization_and_says_what_to_ask(everything: Database) -> None:
    """NATO's name is core's; in ATOP there is its treaty, which has a timeline."""
    nato = everything.timeline("NATO", datasets="atop")
    assert (nato.verdict, nato.moments) == ("not covered", ())
    assert nato.reason == (
        "atop is about the states of COW's system, and NATO is none; core does: --datasets core;"
        " the instrument that founds it is atop:3180 there"
    )
    assert everything.timeline("atop:3180").moments


def test_core_alone_points_to_those_that_cover_the_question(everything: Database) -> None:
    """In one line, and not to what ended before the day."""
    assert everything.attack("Georgia", on="2008-08-08").note == "atop and cow cover it: --datasets all"
    assert everything.attack("Georgia", on="2015-08-08").note == "atop covers it: --datasets all"
    assert everything.attack("Georgia", on="2020-08-08").note is None


@pytest.mark.parametrize(
    ("one", "other", "kind", "on", "verdict"),
    [
        ("Estonia", "United States", "defense", "2004-03-28", "no"),
        ("Estonia", "United States", "defense", "2004-03-29", "unknown"),
        ("Slovakia", "Slovenia", "defense", "2008-01-01", "unknown"),
        ("Albania", "Canada", "defense", "2009-03-31", "no"),
        ("Canada", "Croatia", "defense", "2012-12-31", "unknown"),
        ("Estonia", "United States", "neutrality", "2008-01-01", "no"),
        ("Estonia", "Sweden", "defense", "2008-01-01", "no"),
        ("United States", "Czechia", "defense", "2008-01-01", "yes"),
        ("Poland", "Estonia", "neutrality", "2008-01-01", "yes"),
    ],
)
def test_cow_says_no_of_no_member_that_it_lacks(
    everything: Database, one: str, other: str, kind: str, on: str, verdict: str
) -> None:
    """NATO's members of 2004 and 2009 are not in its alliance 227, from the day on which they joined; the reason says so."""
    pair = everything.between(one, other, kinds=kind, on=on, datasets="cow")
    chain = everything.path(one, other, kinds=kind, on=on, datasets="cow", max_hops=1)
    assert (pair.directions[0].verdict, chain.verdict) == (verdict, verdict)
    told = "are not in COW's alliance 227"
    assert (told in pair.directions[0].reason, told in chain.reason) == (verdict == "unknown",) * 2


def test_an_attack_on_one_that_cow_lacks(everything: Database) -> None:
    """Unknown, with why; where others are found it is a note, and of a state outside NATO nothing is said."""
    seven = "the seven states that joined NATO on 2004-03-29 are not in COW's alliance 227"
    found = {
        name: everything.attack(name, on="2008-01-01", datasets="cow")
        for name in ("Estonia", "Canada", "Sweden")
    }
    assert {name: each.verdict for name, each in found.items()} == {
        "Estonia": "unknown",
        "Canada": "yes",
        "Sweden": "no",
    }
    assert found["Estonia"].reason.endswith(f"cow is not complete there: {seven}")
    assert seven not in (found["Estonia"].note or "")
    assert (found["Canada"].note, found["Sweden"].note) == (seven, None)
    assert seven not in found["Sweden"].reason
    shown = {name: everything.show(name, on="2008-01-01", datasets="cow").note for name in ("CAN", "SWE")}
    assert shown == {"CAN": seven, "SWE": "cow says nothing of it"}
    (cow,) = [
        word
        for word in everything.attack("Estonia", on="2008-01-01", datasets="core,cow").words
        if word.dataset == "cow"
    ]
    assert any(each.startswith("unknown of Belgium, ") and each.endswith(seven) for each in cow.why)


def test_atop_denies_no_promise_to_some_members_whom_it_does_not_name(everything: Database) -> None:
    """The Triple Alliance and Romania, Cyprus, Locarno: unknown, with the promise; before and after they ran, no."""
    roumania = everything.path(
        "cow-300", "Romania", on="1913-01-01", datasets="atop", kinds="defense", max_hops=1
    )
    assert roumania.verdict == "unknown"
    told = "Germany, Austria-Hungary and Romania owe some members of atop:1355 defense and consultation"
    assert told in roumania.reason and roumania.reason.count(told) == 1
    for day in ("1883-10-29", "1916-08-28"):
        other = everything.path("cow-300", "Romania", on=day, datasets="atop", kinds="defense", max_hops=1)
        assert other.verdict == "no", day
    cyprus = everything.attack("Cyprus", on="1965-01-01", datasets="atop")
    assert cyprus.verdict == "unknown" and "owe some members of atop:3405" in cyprus.reason
    assert not {"GBR", "GRC", "TUR"} & {each.party for each in cyprus.absent}
    assert "DEU" in {each.party for each in cyprus.absent}


def test_each_word_on_belgium_says_of_whom_it_does_not_know(everything: Database) -> None:
    """ATOP names France alone, and denies nothing of Locarno's others."""
    words = {
        word.dataset: word
        for word in everything.attack("Belgium", on="1930-01-01", datasets="atop,cow").words
    }
    unsure = [each.partition(":")[0] for each in words["atop"].why if "owe some members of atop:2130" in each]
    assert unsure == ["unknown of Germany", "unknown of Italy, United Kingdom"]
    assert not any(each.startswith("not ") for each in words["atop"].why)


def test_what_is_owed_to_some_is_no_disagreement(everything: Database) -> None:
    """Whichever instrument of the same parties it is under."""
    found = everything.conflicts(
        countries=["Greece", "Cyprus"], year=1970, datasets="atop,cow", kinds="defense"
    )
    assert [(each.reason, each.first.says) for each in found.conflicts] == [
        ("coding rule", "owed to some members")
    ]
