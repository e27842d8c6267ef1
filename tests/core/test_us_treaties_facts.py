"""What the core dataset must say of the United States' treaties and commitments: who owes whom, and since when."""

import datetime
from collections.abc import Iterable

import pytest

from foedera.graph.records import Node, Record, Relationship

Date = datetime.date

IN_1948 = {
    "BRA", "COL", "CRI", "DOM", "HND", "HTI", "MEX", "NIC", "PAN", "PRY", "SLV", "URY", "USA", "VEN",
}  # fmt: skip
SEATO = {"AUS", "FRA", "GBR", "NZL", "PAK", "PHL", "THA", "USA"}
DAY = datetime.timedelta(1)


def _arrows(facts: Iterable[Record], type: str, id: str) -> list[Relationship]:
    return [
        fact
        for fact in facts
        if isinstance(fact, Relationship) and fact.type == type and id in (fact.start.id, fact.end.id)
    ]


def _holds(fact: Relationship, on: Date) -> bool:
    """Whether it runs on the day; where a day is not known, whether it certainly does."""
    properties = fact.properties
    since, until = properties.get("since_latest") or properties.get("since"), properties.get("until")
    return properties["until_known"] and (since is None or since <= on) and (until is None or on < until)


def _statuses(facts: Iterable[Record], type: str, obligation: str, on: Date) -> dict[str, str]:
    return {
        (fact.start if type == "OWES" else fact.end).id: fact.properties.get("status") or "in force"
        for fact in _arrows(facts, type, obligation)
        if _holds(fact, on)
    }


def _owing(facts: Iterable[Record], obligation: str, on: Date) -> dict[str, str]:
    return _statuses(facts, "OWES", obligation, on)


def _owed(facts: Iterable[Record], obligation: str, on: Date) -> dict[str, str]:
    return _statuses(facts, "OWED_TO", obligation, on)


def _node(facts: Iterable[Record], label: str, id: str) -> Node:
    return next(fact for fact in facts if isinstance(fact, Node) and fact.label == label and fact.id == id)


def test_the_rio_treaty_begins_with_fourteen_parties(facts: list[Record]) -> None:
    assert set(_owing(facts, "rio-treaty-1947/article-3", Date(1948, 12, 3))) == IN_1948
    assert not _owing(facts, "rio-treaty-1947/article-3", Date(1948, 12, 2))


@pytest.mark.parametrize(
    ("party", "last"),
    [("MEX", Date(2004, 9, 5)), ("BOL", Date(2014, 10, 16)), ("ECU", Date(2016, 2, 18))],
)
def test_who_left_the_rio_treaty(facts: list[Record], party: str, last: Date) -> None:
    assert party in _owing(facts, "rio-treaty-1947/article-3", last)
    assert party not in _owing(facts, "rio-treaty-1947/article-3", last + DAY)


def test_the_parties_of_the_rio_treaty_that_nobody_disputes(facts: list[Record]) -> None:
    now = _owed(facts, "rio-treaty-1947/article-3", Date(2026, 8, 1))
    assert {party for party, status in now.items() if status == "in force"} == {
        "ARG", "BHS", "BRA", "CHL", "COL", "CRI", "DOM", "GTM", "HND", "HTI", "PAN", "PER", "PRY", "SLV",
        "TTO", "URY", "USA",
    }  # fmt: skip
    assert now["CUB"] == "disputed"
    assert "CAN" not in now
    assert "VEN" not in now


def test_canada_never_was_in_the_rio_treaty(facts: list[Record]) -> None:
    assert not [f for f in _arrows(facts, "PARTY_TO", "rio-treaty-1947") if f.start.id == "CAN"]


@pytest.mark.parametrize("article", ["article-3", "article-4"])
def test_the_united_states_and_not_australia_suspended_new_zealand(facts: list[Record], article: str) -> None:
    to_new_zealand = f"anzus/{article}-to-new-zealand"
    assert _owing(facts, to_new_zealand, Date(1986, 8, 10)) == {"AUS": "in force", "USA": "in force"}
    assert _owing(facts, to_new_zealand, Date(1986, 8, 11)) == {"AUS": "in force", "USA": "suspended"}
    assert _owing(facts, to_new_zealand, Date(2026, 1, 1)) == {"AUS": "in force", "USA": "suspended"}
    assert set(_owed(facts, to_new_zealand, Date(2026, 1, 1))) == {"NZL"}
    common = f"anzus/{article}"
    assert set(_owing(facts, common, Date(1952, 4, 29))) == {"AUS", "NZL", "USA"}
    assert set(_owed(facts, common, Date(2026, 1, 1))) == {"AUS", "USA"}
    assert not _owing(facts, common, Date(1952, 4, 28))


@pytest.mark.parametrize(
    ("obligation", "first", "parties"),
    [
        ("us-philippines-1951/article-4", Date(1952, 8, 27), {"USA", "PHL"}),
        ("us-korea-1953/article-3", Date(1954, 11, 17), {"USA", "KOR"}),
        ("us-japan-1960/article-5", Date(1960, 6, 23), {"USA", "JPN"}),
        ("us-roc-1954/article-5", Date(1955, 3, 3), {"USA", "TWN"}),
    ],
)
def test_bilateral_treaties_bind_both_from_their_entry_into_force(
    facts: list[Record], obligation: str, first: Date, parties: set[str]
) -> None:
    for on in (first, first + DAY):
        assert set(_owing(facts, obligation, on)) == set(_owed(facts, obligation, on)) == parties
    assert not _owing(facts, obligation, first - DAY)


def test_the_treaty_of_1951_with_japan_promises_bases_and_no_defence(facts: list[Record]) -> None:
    assert _owing(facts, "us-japan-1951/article-1", Date(1960, 6, 22)) == {"JPN": "in force"}
    assert not _owing(facts, "us-japan-1951/article-1", Date(1960, 6, 23))
    ids = [f.end.id for f in _arrows(facts, "CREATES", "us-japan-1951")]
    assert {_node(facts, "Obligation", id).properties["kind"] for id in ids} == {"basing"}


def test_the_treaty_with_the_republic_of_china_ends_with_1979(facts: list[Record]) -> None:
    assert _owing(facts, "us-roc-1954/article-5", Date(1979, 12, 31))
    assert not _owing(facts, "us-roc-1954/article-5", Date(1980, 1, 1))
    arms = _node(facts, "Obligation", "taiwan-relations-act-1979/arms").properties
    assert (arms["kind"], arms["force"]) == ("arms-access", "domestic-law")
    kinds = {
        _node(facts, "Obligation", f.end.id).properties["kind"]
        for f in _arrows(facts, "CREATES", "taiwan-relations-act-1979")
    }
    assert "defense" not in kinds


def test_the_manila_pact_outlives_seato(facts: list[Record]) -> None:
    members = {f.start.id for f in _arrows(facts, "MEMBER_OF", "SEATO") if _holds(f, Date(1960, 1, 1))}
    assert members == SEATO
    assert not [f for f in _arrows(facts, "MEMBER_OF", "SEATO") if _holds(f, Date(1977, 6, 30))]
    before = _owing(facts, "manila-pact-1954/article-4-1", Date(1955, 2, 19))
    assert before == dict.fromkeys(SEATO, "in force")
    after = _owing(facts, "manila-pact-1954/article-4-1", Date(2026, 1, 1))
    assert {party for party, status in after.items() if status == "in force"} == {"THA", "USA"}
    assert {party for party, status in after.items() if status == "dormant"} == SEATO - {"PAK", "THA", "USA"}


def test_the_protocol_states_were_owed_and_owed_nothing(facts: list[Record]) -> None:
    protocol = "manila-pact-1954/article-4-1-protocol"
    assert {f.end.id for f in _arrows(facts, "OWED_TO", protocol)} == {"KHM", "LAO", "cow-817"}
    assert not {f.start.id for f in _arrows(facts, "OWES", protocol)} & {"KHM", "LAO", "cow-817"}
    assert "cow-817" not in _owed(facts, protocol, Date(1975, 4, 30))


@pytest.mark.parametrize(
    ("obligation", "debtors", "beneficiaries"),
    [
        ("rusk-thanat-1962/individual-obligation", {"USA"}, {"THA"}),
        ("cofa-micronesia/section-311-defence", {"USA"}, {"FSM"}),
        ("cofa-marshall-islands/section-311-defence", {"USA"}, {"MHL"}),
        ("cofa-palau/section-312", {"USA"}, {"PLW"}),
        ("cofa-palau/sections-313-321", {"PLW"}, {"USA"}),
        ("us-executive-order-14353/section-2", {"USA"}, {"QAT"}),
        ("us-executive-order-14353/section-1", {"USA"}, {"QAT"}),
        ("us-turkey-1959/article-1", {"USA"}, {"TUR"}),
        ("us-pakistan-1959/article-1", {"USA"}, {"PAK"}),
        ("us-iceland-1951/article-1-defence", {"USA"}, {"ISL"}),
        ("us-japan-1960/article-6", {"JPN"}, {"USA"}),
        ("us-korea-1953/article-4", {"KOR"}, {"USA"}),
    ],
)
def test_one_sided_promises_run_one_way(
    facts: list[Record], obligation: str, debtors: set[str], beneficiaries: set[str]
) -> None:
    assert {f.start.id for f in _arrows(facts, "OWES", obligation)} == debtors
    assert {f.end.id for f in _arrows(facts, "OWED_TO", obligation)} == beneficiaries


def test_the_assurance_to_finland_and_sweden_ends_with_their_accession(facts: list[Record]) -> None:
    assurance = "us-assurance-finland-sweden-2022/assurance"
    assert set(_owed(facts, assurance, Date(2022, 5, 18))) == {"FIN", "SWE"}
    assert set(_owed(facts, assurance, Date(2023, 4, 4))) == {"SWE"}
    assert not _owed(facts, assurance, Date(2024, 3, 7))
    assert _node(facts, "Obligation", assurance).properties["force"] == "political"


def test_what_saudi_arabia_and_camp_david_do_not_promise(facts: list[Record]) -> None:
    for agreement in ("us-saudi-strategic-defense-agreement-2025", "camp-david-commitment-2023"):
        ids = [f.end.id for f in _arrows(facts, "CREATES", agreement)]
        kinds = {_node(facts, "Obligation", id).properties["kind"] for id in ids}
        assert ids
        assert not kinds & {"defense", "guarantee"}
    saudi = _node(facts, "Agreement", "us-saudi-strategic-defense-agreement-2025").properties
    assert saudi["force"] == "unknown"


def test_an_order_on_qatar_is_domestic_law_and_ranks_below_a_treaty(facts: list[Record]) -> None:
    properties = _node(facts, "Obligation", "us-executive-order-14353/section-2").properties
    assert (properties["kind"], properties["force"], properties["rank"]) == ("defense", "domestic-law", 3)


def test_the_article_that_names_a_place_holds_there_alone(facts: list[Record]) -> None:
    def places(obligation: str) -> set[str]:
        return {f.end.id for f in _arrows(facts, "APPLIES_IN", obligation)}

    assert places("us-japan-1960/article-5") == {"territories-administered-by-japan"}
    assert places("rio-treaty-1947/article-3") == {"rio-treaty-region"}
    assert places("us-philippines-1951/article-4") == {"pacific-area"}


def test_the_five_acts_for_ukraine(facts: list[Record]) -> None:
    signed = {
        "ukraine-supplemental-appropriations-2022": Date(2022, 3, 15),
        "ukraine-additional-supplemental-2022": Date(2022, 5, 21),
        "ukraine-supplemental-appropriations-2023": Date(2022, 9, 30),
        "ukraine-additional-supplemental-2023": Date(2022, 12, 29),
        "ukraine-supplemental-appropriations-2024": Date(2024, 4, 24),
    }
    for act, day in signed.items():
        properties = _node(facts, "Event", act).properties
        assert properties["since"] == day
        assert ("amount" in properties) == ("currency" in properties)
    assert "amount" not in _node(facts, "Event", "ukraine-additional-supplemental-2023").properties


@pytest.mark.parametrize(
    ("act", "place"),
    [
        ("ukraine-supplemental-appropriations-2022", "Washington"),
        ("ukraine-additional-supplemental-2022", "Seoul"),
        ("ukraine-additional-supplemental-2023", "St. Croix, US Virgin Islands"),
    ],
)
def test_an_act_is_placed_where_the_president_signed_it(facts: list[Record], act: str, place: str) -> None:
    """Two of the acts for Ukraine were flown to him."""
    assert _node(facts, "Event", act).properties["place"] == place
