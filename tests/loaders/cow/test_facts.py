"""What COW's files become: spells, censoring, direction, contradictions kept, and what follows for pairs."""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from foedera import loaders
from foedera.graph.dates import span_of
from foedera.graph.records import Found, Node, Record, Refusal, Relationship, problems
from foedera.graph.store import Store
from foedera.loaders.cow import directed, members
from foedera.queries.doctor import examine

from ..conftest import facts, nodes


@pytest.fixture
def found(folder: Path) -> list[Found]:
    return list(loaders.records("cow", folder))


@pytest.fixture
def records(found: list[Found]) -> list[Record]:
    return [each for each in found if isinstance(each, Record)]


def _id(each: Found) -> tuple[str, str]:
    return type(each).__name__, getattr(each, "id", "")


def span(fact: Record) -> str:
    held = span_of(fact.properties)
    return f"{held.since} – {held.until}"


def test_an_alliance_is_an_agreement_with_its_parties_and_promises(records: list[Record]) -> None:
    """Its title is of COW's names; what has not ended by the last day observed ends on some later day, if at all."""
    nato = nodes(records, "Agreement")["cow:227"]
    assert nato.properties["title"] == "COW 227: United States of America, Canada, France and 2 others (1949)"
    assert nato.properties["coded"] == ["ss_type=Type I: Defense Pact"]
    assert (nato.properties["kind"], nato.properties["force"]) == ("alliance", "unknown")
    assert span(nato) == "1949-04-04 – 2013-01-01 or later"
    assert nato.provenance.sources == ("cow#alliance_v4.1_by_member.csv:10",)
    promises = {id for id in nodes(records, "Obligation") if id.startswith("cow:227/")}
    assert promises == {"cow:227/defense", "cow:227/nonaggression", "cow:227/consultation"}
    assert "signed" not in nato.properties
    assert not [line for each in records for line in problems(each)]


def test_the_last_day_still_counts(records: list[Record]) -> None:
    """West Germany's number ends on 2 October 1990, Germany's begins on the 3rd: one state without a gap."""
    parts = facts(records, "PARTY_TO")
    west, whole = parts["cow:PARTY_TO:DEU:cow:227:260"], parts["cow:PARTY_TO:DEU:cow:227:255"]
    assert (span(west), west.properties["code"]) == ("1954-10-23 – 1990-10-03", "260")
    assert (span(whole), whole.properties["code"]) == ("1990-10-03 – 2013-01-01 or later", "255")
    assert whole.properties["coded"] == ["right_censor=1"] and west.properties["coded"] == []


def test_what_began_before_the_first_day_observed_has_two_bounds(records: list[Record]) -> None:
    """1816-01-01 is no date of the alliance; it began from its own first day on."""
    portugal = facts(records, "PARTY_TO")["cow:PARTY_TO:PRT:cow:1:235"]
    assert span(portugal) == "1386-05-09..1816-01-01 – 2013-01-01 or later"
    assert portugal.properties["coded"] == ["left_censor=1", "right_censor=1"]
    assert span(nodes(records, "Agreement")["cow:1"]) == "1386-05-09 – 2013-01-01 or later"


def test_only_who_has_the_flag_owes(records: list[Record]) -> None:
    """The United States owes Japan its defence; nobody owes it to the United States."""
    promise = facts(records, "OWES", "OWED_TO")
    assert {id for id in promise if "cow:233" in id} == {
        "cow:OWES:USA:cow:233/defense:2",
        "cow:OWED_TO:cow:233/defense:JPN:740",
    }
    assert "cow:PARTY_TO:JPN:cow:233:740" in facts(records, "PARTY_TO")


def test_a_second_spell_is_a_fact_of_its_own_with_its_own_flags(records: list[Record]) -> None:
    """The Balkan pact binds to defend from its second treaty on, and to consult from its first."""
    greece = {id: span(each) for id, each in facts(records, "OWES").items() if ":GRC:cow:234" in id}
    assert greece == {
        "cow:OWES:GRC:cow:234/defense:350-2": "1954-08-09 – 1964-04-05",
        "cow:OWES:GRC:cow:234/nonaggression:350": "1953-02-28 – 1954-08-09",
        "cow:OWES:GRC:cow:234/nonaggression:350-2": "1954-08-09 – 1964-04-05",
        "cow:OWES:GRC:cow:234/consultation:350": "1953-02-28 – 1954-08-09",
        "cow:OWES:GRC:cow:234/consultation:350-2": "1954-08-09 – 1964-04-05",
    }
    owed = {id for id in facts(records, "OWED_TO") if "cow:234/defense" in id}
    assert owed == {"cow:OWED_TO:cow:234/defense:GRC:350-2", "cow:OWED_TO:cow:234/defense:TUR:640-2"}


def test_a_number_that_passes_to_another_state_is_cut_there(records: list[Record]) -> None:
    """COW's Russia of 1961 to 1995 is the Soviet Union, then Russia."""
    russia = {id: span(each) for id, each in facts(records, "PARTY_TO").items() if id.endswith("264:365")}
    assert russia == {
        "cow:PARTY_TO:SUN:cow:264:365": "1961-07-06 – 1991-12-26",
        "cow:PARTY_TO:RUS:cow:264:365": "1991-12-26 – 1995-09-08",
    }


def test_an_empty_flag_is_not_owed_and_said_to_be_open(records: list[Record]) -> None:
    """Nor is it a no: the note says so."""
    iran = facts(records, "PARTY_TO")["cow:PARTY_TO:IRN:cow:122:630"]
    assert iran.properties["note"] == "COW leaves open whether it promised entente."
    assert "cow:122/consultation" not in nodes(records, "Obligation")
    guinea = facts(records, "PARTY_TO")["cow:PARTY_TO:GIN:cow:304:438-2"]
    assert guinea.properties["note"] == "COW leaves open whether it began earlier (left_censor is empty)."
    assert span(guinea) == "2004-11-23 – 2013-01-01 or later"
    assert facts(records, "PARTY_TO")["cow:PARTY_TO:GIN:cow:304:438"].properties["note"] is None


def test_contradictions_are_kept(records: list[Record]) -> None:
    """An entente whose member owes defence; members that begin before their alliance."""
    assert "cow:OWES:SWE:cow:2/defense:380" in facts(records, "OWES")
    assert "cow:OWES:GBR:cow:2/defense:200" not in facts(records, "OWES")
    assert nodes(records, "Agreement")["cow:2"].properties["coded"] == ["ss_type=Type III: Entente"]
    france = facts(records, "PARTY_TO")["cow:PARTY_TO:FRA:cow:38:220"]
    assert span(france) == "1859-01-19 – 1859-07-12"
    assert france.properties["note"] == "COW has the alliance begin later, on 1859-01-24."


def test_pairs_of_no_day_are_reported_once_an_alliance(found: list[Found]) -> None:
    """Rows of two spells that do not meet end the day before they begin: known, so no failure."""
    refused = [each for each in found if isinstance(each, Refusal)]
    assert {each.place: each.reason for each in refused} == {
        "alliance_v4.1_by_directed.csv:28": "2 rows of alliance 227 begin on 1990-10-03 and end the day before",
        "alliance_v4.1_by_directed.csv:35": "4 rows of alliance 234 begin on 1954-08-09 and end the day before",
    }
    assert all(each.known for each in refused)


def test_the_members_are_enough(folder: Path, records: list[Record]) -> None:
    """The file alone, under any name, and the folder without the pairs give the same facts."""
    (folder / directed.NAME).unlink()
    assert list(loaders.records("cow", folder)) == records
    renamed = (folder / members.NAME).rename(folder / "mine.csv")
    assert Counter(map(_id, loaders.records("cow", renamed))) == Counter(map(_id, records))


def test_it_is_loaded_beside_the_states_of_core(folder: Path, store: Store) -> None:
    """The graph is sound, who owes what when is answered from it, and a second load changes nothing."""
    first = loaders.load(store, "cow", folder)
    assert [each.known for each in first.refused] == [True, True]
    found = examine(store)
    assert {row["check"]: row["found"] for row in found.integrity if row["found"]} == {}
    again = loaders.load(store, "cow", folder)
    assert (again.new, again.changed, again.removed) == (0, 0, 0)
    assert again.unchanged == first.new
    owed = """
        MATCH (a:Country)-[o:OWES]->(p:Obligation {kind: 'defense', dataset: 'cow'})-[b:OWED_TO]->(c:Country {id: $to})
        WHERE a.id <> c.id AND o.since_latest <= $on AND o.until > $on AND b.since_latest <= $on AND b.until > $on
        RETURN a.id AS id ORDER BY id
    """
    for to, on, expected in (
        ("JPN", (1960, 1, 1), ["USA"]),
        ("DEU", (1954, 10, 22), []),
        ("DEU", (1990, 10, 2), ["CAN", "FRA", "USA"]),
        ("DEU", (1990, 10, 3), ["CAN", "FRA", "USA"]),
        ("PRK", (1991, 12, 25), ["SUN"]),
        ("PRK", (1991, 12, 26), ["RUS"]),
        ("TUR", (1954, 8, 8), []),
        ("TUR", (1954, 8, 9), ["GRC"]),
    ):
        rows = store.read(owed, {"to": to, "on": datetime.date(*on)}).rows
        assert [row["id"] for row in rows] == expected, (to, on)


def test_the_dataset_says_what_it_is(records: list[Record]) -> None:
    """Its node says on what terms it comes, that it ends, and how to cite it."""
    (dataset,) = (each for each in records if isinstance(each, Node) and each.label == "Dataset")
    assert dataset.properties["closed"] and dataset.properties["covers_until"] == datetime.date(2012, 12, 31)
    assert "Gibler" in dataset.properties["citation"]
    assert not [each for each in records if isinstance(each, Relationship) and not each.provenance.sources]


def test_what_it_lacks_of_nato_is_said(records: list[Record]) -> None:
    """The pairs of those who joined in 2004 and 2009, from the day on which they did, and nobody else's."""
    scopes = nodes(records, "Scope")
    whole, first, second = (scopes[f"cow/{slug}"] for slug in ("all", "nato-2004", "nato-2009"))
    assert (span(first), span(second)) == ("2004-03-29 – 2013-01-01", "2009-04-01 – 2013-01-01")
    assert {"EST USA", "EST LVA"} < set(first.properties["apart"])
    assert not {"FRA USA", "EST SWE", "ALB USA", "EST RUS"} & set(first.properties["apart"])
    assert {"ALB HRV", "ALB EST", "HRV USA"} < set(second.properties["apart"])
    assert (whole.properties["complete"], first.properties["complete"]) == (True, False)
    assert not whole.properties["apart"]
