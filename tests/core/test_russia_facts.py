"""The treaties of the Soviet Union and of Russia with one other state: who owes whom, how firmly, and until when."""

import datetime
from collections.abc import Iterable

import pytest

from foedera.graph.records import Node, Record, Relationship

from .looking import relationships

Date = datetime.date

COUNCIL = {"GBR", "RUS", "USA"}


def _obligations(facts: Iterable[Record], agreement: str) -> dict[str, str]:
    """The kinds of an agreement's obligations, by slug."""
    found = (fact for fact in facts if isinstance(fact, Node) and fact.label == "Obligation")
    return {
        each.id.split("/")[1]: each.properties["kind"]
        for each in found
        if each.id.startswith(f"{agreement}/")
    }


def _ends(facts: Iterable[Record], obligation: str, on: Date | None = None) -> tuple[set[str], set[str]]:
    """Who certainly owes it and to whom it is certainly owed; at any time where no day is given."""
    arrows = [
        fact
        for fact in facts
        if isinstance(fact, Relationship)
        and obligation in (fact.start.id, fact.end.id)
        and fact.type in ("OWES", "OWED_TO")
        and (on is None or _certain(fact, on))
    ]
    owing = {fact.start.id for fact in arrows if fact.type == "OWES"}
    return owing, {fact.end.id for fact in arrows if fact.type == "OWED_TO"}


def _certain(fact: Record, on: Date) -> bool:
    properties = fact.properties
    until = properties.get("until")
    return bool(properties["since_latest"] <= on and (on < until if until else properties["until_known"]))


@pytest.mark.parametrize(
    "agreement",
    [
        "russia-iran-2025",
        "russia-dprk-2000",
        "china-russia-2001",
        "ussr-egypt-1971",
        "ussr-india-1971",
        "russia-finland-1992",
    ],
)
def test_no_promise_of_defence(facts: list[Record], agreement: str) -> None:
    kinds = _obligations(facts, agreement)
    assert kinds
    assert not {"defense", "offense"} & set(kinds.values())


@pytest.mark.parametrize(
    ("obligation", "first", "parties"),
    [
        ("russia-armenia-1997/article-3", Date(1998, 11, 5), {"ARM", "RUS"}),
        ("russia-belarus-guarantees-2024/armed-attack", Date(2025, 3, 13), {"BLR", "RUS"}),
        ("russia-dprk-2024/article-4", Date(2024, 12, 4), {"PRK", "RUS"}),
        ("russia-kazakhstan-1992/mutual-assistance", Date(1992, 10, 9), {"KAZ", "RUS"}),
    ],
)
def test_promises_of_defence_from_their_first_day(
    facts: list[Record], obligation: str, first: Date, parties: set[str]
) -> None:
    assert _ends(facts, obligation, first) == (parties, parties)
    assert _ends(facts, obligation, first - datetime.timedelta(1)) == (set(), set())


def test_russia_and_iran_stay_out_of_each_others_wars(facts: list[Record]) -> None:
    assert _obligations(facts, "russia-iran-2025")["article-3"] == "neutrality"
    assert _ends(facts, "russia-iran-2025/article-3", Date(2025, 10, 1)) == (set(), set())
    assert _ends(facts, "russia-iran-2025/article-3", Date(2025, 10, 2))[0] == {"IRN", "RUS"}


def test_three_treaties_with_north_korea_and_a_gap_in_defence(facts: list[Record]) -> None:
    old, new = "ussr-dprk-1961/article-1", "russia-dprk-2024/article-4"
    assert _ends(facts, old, Date(1970, 1, 1)) == ({"PRK", "SUN"}, {"PRK", "SUN"})
    assert _ends(facts, old, Date(1994, 1, 1)) == ({"PRK", "RUS"}, {"PRK", "RUS"})
    for day in (Date(1996, 9, 10), Date(2010, 1, 1), Date(2024, 12, 3)):
        assert _ends(facts, old, day) == _ends(facts, new, day) == (set(), set())
    assert _ends(facts, "russia-dprk-2000/consultation", Date(2010, 1, 1))[0] == {"PRK", "RUS"}
    assert _ends(facts, "russia-dprk-2000/consultation", Date(2024, 12, 4)) == (set(), set())


def test_finland_owes_less_than_an_ally(facts: list[Record]) -> None:
    """It fights on its own soil; the Soviet Union owes it help there."""
    day = Date(1960, 1, 1)
    assert _ends(facts, "ussr-finland-1948/article-1-finland", day) == ({"FIN"}, {"SUN"})
    assert _ends(facts, "ussr-finland-1948/article-1-soviet-union", day) == ({"SUN"}, {"FIN"})
    assert _ends(facts, "ussr-finland-1948/article-2", Date(1992, 1, 20)) == (set(), set())


def test_budapest_binds_three_and_is_contested(facts: list[Record]) -> None:
    kinds = _obligations(facts, "budapest-memorandum-1994")
    assert set(kinds) == {f"paragraph-{number}" for number in range(1, 7)}
    assert "defense" not in kinds.values()
    for slug in set(kinds) - {"paragraph-6"}:
        assert _ends(facts, f"budapest-memorandum-1994/{slug}") == (COUNCIL, {"UKR"})
    assert _ends(facts, "budapest-memorandum-1994/paragraph-6")[0] == COUNCIL | {"UKR"}
    (memorandum,) = [
        fact for fact in facts if isinstance(fact, Node) and fact.id == "budapest-memorandum-1994"
    ]
    assert memorandum.properties["force"] == "contested"
    views = {"belsat-2013-us-embassy", "ukraine-mfa-2022-12-05-budapest"}
    assert views <= {source.partition("#")[0] for source in memorandum.provenance.sources}


def test_the_treaty_of_1997_ended_in_2019(facts: list[Record]) -> None:
    for slug in _obligations(facts, "ukraine-russia-1997"):
        assert _ends(facts, f"ukraine-russia-1997/{slug}", Date(2019, 3, 31))[0] == {"RUS", "UKR"}
        assert _ends(facts, f"ukraine-russia-1997/{slug}", Date(2019, 4, 1)) == (set(), set())


def test_the_minsk_agreements_are_political_and_russias_part_is_disputed(facts: list[Record]) -> None:
    arrows = [
        fact
        for fact in facts
        if isinstance(fact, Relationship)
        and fact.type == "OWES"
        and fact.end.id == "minsk-package-2015/ceasefire"
    ]
    assert {fact.start.id: fact.properties.get("status") for fact in arrows} == {
        "UKR": None,
        "RUS": "disputed",
    }
    (package,) = [fact for fact in facts if isinstance(fact, Node) and fact.id == "minsk-package-2015"]
    assert package.properties["force"] == "political"


def test_the_base_in_gyumri_is_owed_one_way_and_armenias_security_the_other(facts: list[Record]) -> None:
    assert _ends(facts, "russia-armenia-base-1995/base") == ({"ARM"}, {"RUS"})
    assert _ends(facts, "russia-armenia-base-protocol-2010/armenias-security") == ({"RUS"}, {"ARM"})


def test_nobody_owes_anything_as_the_soviet_union_after_its_end(facts: list[Record]) -> None:
    ends = [
        fact
        for fact in facts
        if isinstance(fact, Relationship)
        and fact.type in ("OWES", "OWED_TO", "PARTY_TO", "MEMBER_OF")
        and "SUN" in (fact.start.id, fact.end.id)
    ]
    assert ends
    assert [fact.id for fact in ends if fact.properties["until_latest"] > Date(1991, 12, 26)] == []


@pytest.mark.parametrize(
    ("obligation", "kind"),
    [
        ("ussr-mongolia-1936/article-1", "consultation"),
        ("ussr-romania-1948/article-4", "consultation"),
        ("ussr-gdr-1975/consultation", "consultation"),
        ("ussr-hungary-1948/not-against-each-other", "nonaggression"),
        ("russia-finland-1992/article-4", "neutrality"),
    ],
)
def test_what_the_comparison_found_missing_binds_both_sides(
    facts: list[Record], obligation: str, kind: str
) -> None:
    (found,) = [fact for fact in facts if isinstance(fact, Node) and fact.id == obligation]
    assert found.properties["kind"] == kind
    owing = {fact.start.id for fact in relationships(facts, "OWES", obligation)}
    assert len(owing) == 2
    assert owing == {fact.end.id for fact in relationships(facts, "OWED_TO", obligation)}


def test_finland_and_russia_promise_each_other_no_defence(facts: list[Record]) -> None:
    kinds = {
        fact.properties["kind"]
        for fact in facts
        if isinstance(fact, Node)
        and fact.label == "Obligation"
        and fact.id.startswith("russia-finland-1992/")
    }
    assert kinds == {"nonaggression", "neutrality"}


@pytest.mark.parametrize(
    ("agreement", "parties"),
    [("russia-kyrgyzstan-1992", {"KGZ", "RUS"}), ("russia-tajikistan-1993", {"RUS", "TJK"})],
)
def test_russias_first_pacts_in_central_asia(facts: list[Record], agreement: str, parties: set[str]) -> None:
    assert {
        fact.start.id for fact in relationships(facts, "OWES", f"{agreement}/mutual-assistance")
    } == parties
    assert _obligations(facts, agreement) == {"mutual-assistance": "defense"}


def test_allies_by_name_owe_no_defence_unless_a_text_shows_it(facts: list[Record]) -> None:
    assert "defense" not in _obligations(facts, "kazakhstan-uzbekistan-2022").values()
    assert "defense" not in _obligations(facts, "central-asia-treaty-2022").values()
    assert _obligations(facts, "central-asia-treaty-2022")["support-and-consultation"] == "consultation"
