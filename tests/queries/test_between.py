"""What two parties owe each other, on both engines."""

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.queries import stored
from foedera.queries.between import COLUMNS, BetweenAnswer, between
from foedera.queries.catalogue import shipped
from foedera.queries.context import context
from foedera.queries.names import party
from foedera.queries.parameters import bind


def asked(store: Store, one: str, other: str, on: str, *kinds: str) -> BetweenAnswer:
    return between(store, context(store, on), party(store, one), party(store, other), kinds)


def test_both_directions_are_told_and_ranked(core_store: Store) -> None:
    """The United States and Japan: defence first, each way; nothing of a third party."""
    answer = asked(core_store, "USA", "JPN", "2024-01-01")
    out, back = answer.directions
    assert (answer.verdict, out.verdict, back.verdict) == ("yes", "yes", "yes")
    assert out.commitments[0].obligation == back.commitments[0].obligation == "us-japan-1960/article-5"
    assert {each.beneficiary for each in out.commitments} == {"JPN"}
    ranks = [each.rank for each in out.commitments]
    assert ranks == sorted(ranks, reverse=True)


def test_what_is_suspended_or_dormant_is_there_and_marked(core_store: Store) -> None:
    """New Zealand in 1990: ANZUS suspended one way, in force the other; the Manila Pact dormant."""
    out, back = asked(core_store, "USA", "New Zealand", "1990-01-01").directions
    status = {each.obligation: (each.status, each.certain) for each in out.commitments}
    assert status["anzus/article-4-to-new-zealand"] == ("suspended", False)
    assert status["manila-pact-1954/article-4-1"] == ("dormant", True)
    assert out.commitments[-1].status == "suspended"
    assert out.reason.endswith("all dormant")
    told = {each.obligation: each.sentence() for each in out.commitments}["anzus/article-4-to-new-zealand"]
    assert "suspended" in told and "possibly" not in told
    assert "anzus/article-4-to-new-zealand" not in {each.obligation for each in back.commitments}


def test_before_the_suspension_it_was_in_force(core_store: Store) -> None:
    """The same promise in 1980."""
    out, _ = asked(core_store, "USA", "NZL", "1980-01-01").directions
    (one,) = (each for each in out.commitments if each.obligation == "anzus/article-4-to-new-zealand")
    assert (one.status, one.certain) == ("in force", True)


def test_what_is_only_possibly_in_force_is_unknown(core_store: Store) -> None:
    """Albania's agreement with Ukraine has no known first day."""
    out, _ = asked(core_store, "ALB", "UKR", "2025-06-01").directions
    possibly = {each.obligation for each in out.commitments if not each.certain}
    assert "albania-ukraine-2025/consultation" in possibly


def test_nothing_found_has_a_verdict_and_a_reason(core_store: Store) -> None:
    """Unknown where core is not complete, with what it is complete for, and what came later."""
    answer = asked(core_store, "EST", "USA", "2003-01-01")
    assert answer.verdict == "unknown" and answer.table() == []
    assert "complete for defence commitments of and to Estonia" in answer.reason
    assert (
        "on another day: north-atlantic-treaty/article-3 (security-assistance, since 2004-03-29)"
        in answer.reason
    )
    taiwan = asked(core_store, "USA", "CHN", "1900-01-01")
    assert (taiwan.verdict, taiwan.reason) == ("not covered", "no loaded dataset speaks of 1900-01-01")


def test_a_complete_scope_makes_it_a_no(core_store: Store) -> None:
    """Estonia's defence before NATO: both ways no; after it yes."""
    answer = asked(core_store, "EST", "USA", "2003-01-01", "defense")
    assert {answer.verdict, *(way.verdict for way in answer.directions)} == {"no"}
    assert answer.reason.startswith("core is complete for defence commitments of and to Estonia")
    assert asked(core_store, "EST", "USA", "2005-01-01", "defense").verdict == "yes"


def test_a_state_that_is_no_more_is_told(core_store: Store) -> None:
    """And what continues it."""
    answer = asked(core_store, "SUN", "USA", "2000-01-01")
    assert "the Soviet Union ended on 1991-12-26, continued by Russia" in answer.reason


def test_one_party_twice_is_an_error(core_store: Store) -> None:
    """Also under two names; and so is a kind that there is not."""
    with pytest.raises(BadInput, match=r"^unknown kind 'defence'; expected one of .* Did you mean defense"):
        asked(core_store, "USA", "JPN", "2000-01-01", "defence")
    with pytest.raises(BadInput) as caught:
        asked(core_store, "USA", "United States of America", "2000-01-01")
    assert str(caught.value) == "it takes two parties; both are the United States"


@pytest.mark.parametrize(
    ("one", "other", "on"),
    [("USA", "NZL", "1990-01-01"), ("RUS", "ARM", "2024-06-01"), ("ALB", "UKR", "2025-06-01")],
)
def test_the_stored_query_says_the_same(core_store: Store, one: str, other: str, on: str) -> None:
    """`commitments-between` and `between`: the same promises, time, status and certainty."""
    ctx, query = context(core_store, on), shipped("commitments-between")
    rows = stored.rows(core_store, query, bind(core_store, ctx, query, {"party": one, "other": other}))
    flat = asked(core_store, one, other, on).table()
    assert all(tuple(row) == COLUMNS for row in flat)
    same = ("from", "to", "obligation", "kind", "force", "rank", "agreement", "status", "certain")

    def told(found: list[dict[str, object]]) -> list[tuple[object, ...]]:
        return sorted(tuple(row[name] for name in same) for row in found)

    assert flat and told(rows) == told(flat)
