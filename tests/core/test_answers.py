"""What the shipped dataset answers, on each engine."""

from collections.abc import Sequence

import pytest

from foedera.graph.store import Store
from foedera.queries.attack import attack
from foedera.queries.attack_answer import AttackAnswer
from foedera.queries.commitments import Wanted
from foedera.queries.context import context
from foedera.queries.explored import Route
from foedera.queries.names import party
from foedera.queries.path_answer import PathAnswer
from foedera.queries.paths import path

ARTICLE_5 = "north-atlantic-treaty/article-5"
US_UKRAINE = "us-ukraine-2024"
MEMBERS_2024 = [
    "ALB",
    "BEL",
    "BGR",
    "CAN",
    "CZE",
    "DEU",
    "DNK",
    "ESP",
    "EST",
    "FIN",
    "FRA",
    "GBR",
    "GRC",
    "HRV",
    "HUN",
    "ISL",
    "ITA",
    "LTU",
    "LUX",
    "LVA",
    "MKD",
    "MNE",
    "NLD",
    "NOR",
    "POL",
    "PRT",
    "ROU",
    "SVK",
    "SVN",
    "TUR",
    "USA",
]


def asked(
    store: Store, source: str, target: str, on: str, kinds: Sequence[str] = (), max_hops: int = 4
) -> PathAnswer:
    ends = party(store, source), party(store, target)
    return path(store, context(store, on), *ends, Route(Wanted(tuple(kinds)), max_hops=max_hops), count=1)


def attacked(store: Store, victim: str, on: str) -> AttackAnswer:
    return attack(store, context(store, on), party(store, victim))


def test_the_us_ukraine_agreement_begins_on_its_day(core_store: Store) -> None:
    """From 13 June 2024 the United States owes Ukraine consultation under it, with a source; not before."""
    after = asked(core_store, "USA", "UKR", "2024-07-01", ["consultation"])
    assert (after.verdict, len(after.chains[0].hops)) == ("yes", 1)
    held = [each for each in after.chains[0].hops[0].commitments if each.agreement == US_UKRAINE]
    assert held and all(each.sources for each in held)
    assert "24 hours" in " ".join(each.details.get("deadline", "") for each in held)
    assert US_UKRAINE in {
        each.agreement for each in asked(core_store, "USA", "UKR", "2024-06-13").chains[0].hops[0].commitments
    }
    before = asked(core_store, "USA", "UKR", "2024-06-12", ["consultation"])
    hops = [hop for chain in before.chains for hop in chain.hops]
    assert US_UKRAINE not in {each.agreement for hop in hops for each in hop.commitments}


def test_estonia_and_the_united_states(core_store: Store) -> None:
    """Binding defence through Article 5 as a member; before, core is complete there, and there is none."""
    member = asked(core_store, "EST", "USA", "2010-01-01", ["defense"])
    strongest = member.chains[0].hops[0].strongest
    assert (member.verdict, strongest.obligation, strongest.force) == ("yes", ARTICLE_5, "binding")
    assert asked(core_store, "EST", "USA", "2004-03-29", ["defense"]).verdict == "yes"
    before = asked(core_store, "EST", "USA", "2003-01-01", ["defense"])
    assert (before.verdict, list(before.chains)) == ("no", [])
    assert before.reason.startswith("core is complete for defence commitments of and to Estonia")
    assert asked(core_store, "EST", "USA", "2004-03-28", ["defense"]).verdict == "no"


def test_a_longer_chain_does_not_hide_a_direct_commitment(core_store: Store) -> None:
    """The strongest chain to Qatar runs over France; that the United States' own order is there is told."""
    answer = asked(core_store, "USA", "QAT", "2026-01-01")
    assert len(answer.chains[0].hops) > 1
    assert "; there is a weaker direct one, rank 3: us-executive-order-14353/" in answer.reason


def test_disuse_and_suspension_are_told(core_store: Store) -> None:
    """In 1990 only the dormant Manila Pact joined the United States with New Zealand; ANZUS was suspended."""
    answer = asked(core_store, "USA", "NZL", "1990-01-01", ["defense"], max_hops=1)
    assert answer.reason == "a direct commitment, rank 5, dormant"
    assert "dormant" in answer.chains[0].hops[0].strongest.sentence()


def test_a_state_that_is_no_more_is_told(core_store: Store) -> None:
    """The Soviet Union owes nobody anything today, and the answer says why."""
    answer = asked(core_store, "USSR", "UKR", "2024-01-01")
    assert "; the Soviet Union ended on 1991-12-2" in answer.reason
    assert "continued by Russia" in answer.reason


def test_a_promise_runs_from_who_owes_to_who_is_owed(core_store: Store) -> None:
    """Ukraine owes the United States no assistance; the other way round it is owed."""
    kinds = ["security-assistance"]
    assert asked(core_store, "USA", "UKR", "2024-07-01", kinds, max_hops=1).verdict == "yes"
    assert asked(core_store, "UKR", "USA", "2024-07-01", kinds, max_hops=1).verdict == "unknown"


def test_who_must_act_for_estonia(core_store: Store) -> None:
    """Exactly the 30 other members of 1 January 2024: Finland in, Sweden not yet and told why."""
    answer = attacked(core_store, "EST", "2024-01-01")
    bound = [row.commitment.debtor for row in answer.rows if row.commitment.obligation == ARTICLE_5]
    assert sorted(bound) == sorted(set(MEMBERS_2024) - {"EST"})
    assert len(bound) == 30
    absent = {each.party: each.reason for each in attacked(core_store, "USA", "2024-01-01").absent}
    assert absent["SWE"] == "the promise under Article 5 of North Atlantic Treaty begins only on 2024-03-07"
    assert "FIN" not in absent


def test_who_must_act_for_ukraine(core_store: Store) -> None:
    """Nobody is bound to defend; NATO and those who promise consultation are absent for a reason."""
    answer = attacked(core_store, "Ukraine", "2024-01-01")
    assert "defense" not in {row.commitment.kind for row in answer.rows}
    assert answer.verdict == "no"
    absent = {each.party: each.reason for each in answer.absent}
    assert absent["NATO"].startswith("Ukraine is a candidate (applied, since 2022-09-30), not a member")
    assert "but not defence" in absent["USA"]
    assert "BRA" not in absent


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("USA", "USA"),
        ("us", "USA"),
        ("United States of America", "USA"),
        ("south korea", "KOR"),
        ("Türkiye", "TUR"),
        ("turkey", "TUR"),
        ("Côte d'Ivoire", "CIV"),
        ("nato", "NATO"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("european union", "EU"),
    ],
)
def test_parties_are_understood_by_any_usual_name(core_store: Store, text: str, id: str) -> None:
    """By id, ISO-2, official or usual name, without regard to case or accents."""
    assert party(core_store, text).id == id


def test_an_answer_is_never_as_of_a_day_beyond_coverage(core_store: Store) -> None:
    """Asked about 2050, core answers as of its last covered day and says so."""
    there = context(core_store, "2050-01-01")
    assert there.as_of.isoformat() == "2026-08-21"
    assert there.note == "core covers until 2026-08-21; this is the answer as of that day"
    assert context(core_store, "2024-01-01").note is None
