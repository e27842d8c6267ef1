"""ATOP's member level file, by hand-made rows in its format: what each of its quirks becomes."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from foedera.graph.dates import Date, bounds_of, span_of
from foedera.graph.records import Node, Record, Relationship, problems
from foedera.loaders import atop
from foedera.loaders.atop.manifest import manifest

FILES = Path(__file__).parent


def read(path: Path) -> Sequence[Record]:
    return [each for each in atop.records(path) if isinstance(each, Record)]


@pytest.fixture(scope="module")
def records() -> Sequence[Record]:
    return read(FILES)


def party(records: Sequence[Record], state: str, alliance: int, spell: str) -> Relationship:
    id = f"atop:PARTY_TO:{state}:atop:{alliance}:{spell}"
    return next(each for each in records if isinstance(each, Relationship) and each.id == id)


def days(record: Record) -> tuple[str, str]:
    span = span_of(record.properties)
    return str(span.since), str(span.until)


def node(records: Sequence[Record], id: str) -> Node:
    return next(each for each in records if isinstance(each, Node) and each.id == id)


def ends(records: Sequence[Record], id: str) -> tuple[list[str], list[str]]:
    """Who owes an obligation, and to whom, each with the spell."""
    links = [each for each in records if isinstance(each, Relationship)]
    owing = [f"{each.start.id} {each.spell}" for each in links if each.type == "OWES" and each.end.id == id]
    owed = [f"{each.end.id} {each.spell}" for each in links if each.type == "OWED_TO" and each.start.id == id]
    return sorted(owing), sorted(owed)


def test_every_record_fits_the_declaration(records: Sequence[Record]) -> None:
    assert not [problem for record in records for problem in problems(record)]
    assert len({(record.type, record.id) for record in records}) == len(records)
    assert all(record.provenance.sources for record in records)


def test_the_dataset_is_named_by_its_version_and_ends(records: Sequence[Record], tmp_path: Path) -> None:
    dataset = node(records, "atop")
    assert dataset.properties["title"] == "Alliance Treaty Obligations and Provisions (ATOP) 5.1"
    assert (dataset.properties["version"], dataset.properties["closed"]) == ("5.1", True)
    assert dataset.properties["covers_until"] == Date(2018, 12, 31)
    older = node(read(FILES / "4.01"), "atop")
    assert (older.properties["version"], older.properties["covers_until"]) == ("4.01", Date(2016, 12, 31))
    (tmp_path / "m.csv").write_text((FILES / "atop5_1m.csv").read_text().replace(",5.1\n", ",5\n"))
    between = node(read(tmp_path), "atop")
    assert (between.properties["version"], between.properties["covers_until"]) == ("5.0", Date(2018, 12, 31))


def test_a_second_phase_is_no_departure(records: Sequence[Record]) -> None:
    """The member stays, in a part of its own; a zero in the end is "in effect", and only an entry is a signature."""
    first, second = (party(records, "USA", 3900, f"{phase}:2") for phase in (1, 2))
    assert (days(first), days(second)) == (
        ("1950-01-10", "1952-03-04"),
        ("1952-03-04", "2019-01-01 or later"),
    )
    assert (first.properties["phase"], second.properties["phase"]) == (1, 2)
    assert first.properties["signed"] == Date(1950, 1, 10)
    assert "signed" not in second.properties


def test_the_day_of_exit_does_not_count(records: Sequence[Record]) -> None:
    """West Germany ends on the day on which Germany begins: the same state, with two numbers."""
    west, whole = (party(records, "DEU", 3900, f"2:{code}") for code in (260, 255))
    assert (days(west)[1], days(whole)[0]) == ("1990-10-03", "1990-10-03")
    assert (west.properties["code"], whole.properties["code"]) == ("260", "255")
    assert (west.properties["signed"], whole.properties.get("signed")) == (Date(1955, 5, 6), None)


def test_an_empty_day_is_some_day_of_the_month(records: Sequence[Record]) -> None:
    sweden = party(records, "SWE", 1901, "0:380")
    assert days(sweden) == ("1855-11", "1857-03")
    assert str(bounds_of(sweden.properties, "signed")) == "1855-11"
    assert days(party(records, "FRA", 1901, "0:220")) == ("1855-11-21", "1857-03")


def test_who_comes_back_has_two_stays(records: Sequence[Record]) -> None:
    first, second = (party(records, "EGY", 3901, spell) for spell in ("0:651", "0:2:651"))
    assert (days(first), days(second)) == (
        ("1945-03-22", "1979-03-31"),
        ("1989-05-22", "2019-01-01 or later"),
    )
    assert "signed" in first.properties and "signed" not in second.properties
    owing, owed = ends(records, "atop:3901/consultation")
    assert owing == owed == ["EGY 0:2:651", "EGY 0:651", "JOR 0:663"]


def test_a_number_passes_from_state_to_state(records: Sequence[Record]) -> None:
    """The row is cut on the day; the number stays, and the reasons of its end are its last state's."""
    soviet, russia = (party(records, state, 3902, "0:365") for state in ("SUN", "RUS"))
    assert (days(soviet), days(russia)) == (
        ("1950-02-14", "1991-12-26"),
        ("1991-12-26", "2019-01-01 or later"),
    )
    assert "signed" in soviet.properties and "signed" not in russia.properties
    serbia = party(records, "SRB", 3902, "0:345")
    assert days(serbia) == ("2006-06-03", "2008-02-17")
    assert "termmode=3" in serbia.properties["coded"]
    assert "termmode=3" not in party(records, "YUG", 3902, "0:345").properties["coded"]


def test_vietnam_before_french_rule_is_on_the_other_list(records: Sequence[Record]) -> None:
    """It is owed the defence of France, and owes nothing: what France alone owes is not owed to France."""
    assert party(records, "gw-815", 1900, "0:8152").properties["code"] == "8152"
    assert ends(records, "atop:1900/defense") == (["FRA 0:220"], ["gw-815 0:8152"])


def test_simultaneous_phases_stay_apart(records: Sequence[Record]) -> None:
    """The Czech Republic and Slovakia take Czechoslovakia's place, each with France and not with one another."""
    assert ends(records, "atop:4900/2-nonaggression")[0] == ["CZE 2:316", "FRA 2:220"]
    assert ends(records, "atop:4900/3-nonaggression")[0] == ["FRA 3:220", "SVK 3:317"]
    assert "signed" in party(records, "CSK", 4900, "1:315").properties
    assert "signed" not in party(records, "CZE", 4900, "2:316").properties


def test_different_obligations_to_different_members_have_no_beneficiary(records: Sequence[Record]) -> None:
    """`obvary`: they owe some members; who is not so owes all of them, and them too."""
    promise = node(records, "atop:1901/consultation-some")
    assert promise.properties["owed_to_class"] == "some members; ATOP's member file does not say which"
    assert ends(records, promise.id) == (["FRA 0:220", "GBR 0:200"], [])
    assert ends(records, "atop:1901/consultation") == (["SWE 0:380"], ["FRA 0:220", "GBR 0:200"])
    with pytest.raises(StopIteration):
        node(records, "atop:1901/defense")


def test_of_different_obligations_nothing_is_denied(records: Sequence[Record]) -> None:
    """By pair, kind and time: France and Great Britain owe some, Sweden owes each of them."""
    scopes = [node(records, f"atop/some-1901-{nth}").properties for nth in (1, 2)]
    assert [each["apart"] for each in scopes] == [["FRA SWE", "GBR SWE"], ["FRA GBR"]]
    assert {(*each["kinds"], each["complete"]) for each in scopes} == {("defense", "consultation", False)}
    assert scopes[1]["since"] == Date(1855, 11, 21) and scopes[1]["until_latest"] == Date(1857, 3, 31)
    assert scopes[1]["note"].startswith("United Kingdom and France owe some members of atop:1901 defense and")
    with pytest.raises(StopIteration):
        node(records, "atop/some-1901-3")


def test_conditions_are_said_in_words(records: Sequence[Record]) -> None:
    """By member where they differ, and kept as codes."""
    condition = node(records, "atop:1901/defense-some").properties["condition"]
    adversary = "only against a particular adversary or kind of adversary"
    assert condition == f"France: no condition. United Kingdom: {adversary}"
    assert node(records, "atop:3900/2-defense").properties["condition"] == "only in a particular place"
    assert node(records, "atop:3900/1-defense").properties["condition"] is None
    assert "defcoadv=1" in party(records, "GBR", 1901, "0:200").properties["coded"]


def test_codes_are_kept_where_they_belong(records: Sequence[Record]) -> None:
    """What all members share is the alliance's; an empty cell is not zero; institutions come from their own file."""
    shared = node(records, "atop:3900").properties["coded"]
    assert {"cow4id=900", "cowid=3900", "active=1", "maxphase=2"} <= set(shared)
    assert not [each for each in shared if each.startswith(("milcon", "defense", "ineffect", "secrart"))]
    assert {"milcon=3", "milinst=2"} <= set(party(records, "USA", 3900, "2:2").properties["coded"])
    assert {"milcon=1", "milinst=0"} <= set(party(records, "USA", 3900, "1:2").properties["coded"])
    unread = node(records, "atop:1902").properties["coded"]
    assert {"medarb=", "terrres=", "milinst=", "source=2"} <= set(unread)
    assert "cow4id=" not in unread


def test_an_alliance_is_called_by_its_members(records: Sequence[Record]) -> None:
    titles = {id: node(records, f"atop:{id}").properties["title"] for id in (1900, 1901, 3900)}
    assert titles[1901] == "ATOP 1901: Sweden, France and United Kingdom (1855)"
    assert titles[3900] == "ATOP 3900: Canada, France, United States and Germany (1950)"
    assert node(records, "atop:3900").properties["force"] == "binding"


def test_the_file_may_lie_alone_or_be_another_version(tmp_path: Path) -> None:
    """Files beside it of another version, or without pure nonaggression pacts, are not compared with it."""
    shutil.copy(FILES / "atop5_1m.csv", tmp_path / "atop5_1m.csv")
    shutil.copy(FILES / "4.01" / "members.csv", tmp_path / "atop4_01m.csv")
    text = (FILES / "atop5_1a.csv").read_text().replace(",5.1", ",5.0").replace("1900", "1999")
    (tmp_path / "a.csv").write_text(text)
    (tmp_path / "a_NNA.csv").write_text((FILES / "atop5_1a.csv").read_text().replace("1900", "1999"))
    alone = read(tmp_path / "atop5_1m.csv")
    assert node(alone, "atop:3900").properties["coded"] == [
        each for each in node(read(FILES), "atop:3900").properties["coded"] if not each.startswith("formal")
    ]


def test_a_file_that_is_not_whole_claims_nothing_of_what_is_not_in_it(tmp_path: Path) -> None:
    """Whole is as many alliances as were published; without pure nonaggression pacts it is no authority on them."""
    scope = node(read(FILES), "atop/all").properties
    assert (scope["complete"], scope["kinds"]) == (False, [])
    assert scope["note"].endswith("This file has 7 alliances of 789: what is not in it may still be so.")
    lines = (FILES / "atop5_1m.csv").read_text().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("4900")]
    (tmp_path / "atop5_1m_NNA.csv").write_text("".join(kept))
    assert node(read(tmp_path), "atop").properties["title"].endswith("5.1 NNA")
    assert manifest("5.1", 789).field == "military alliances formed from 1815 on", (
        "a no must not deny what is older"
    )
    assert manifest("5.1", 789).kinds == ("defense", "offense", "neutrality", "nonaggression", "consultation")
    assert manifest("5.1", 589, pacts=False).kinds == ("defense", "offense", "neutrality", "consultation")
