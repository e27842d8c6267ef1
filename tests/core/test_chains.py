"""Chains on core: the questions that every version must answer rightly, with a source for every hop."""

from dataclasses import replace

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.queries.commitments import Wanted
from foedera.queries.context import context
from foedera.queries.explored import Route
from foedera.queries.names import party
from foedera.queries.path_answer import PathAnswer
from foedera.queries.paths import path


def asked(store: Store, source: str, target: str, on: str, route: Route | None = None) -> PathAnswer:
    ends = party(store, source), party(store, target)
    answer = path(store, context(store, on), *ends, route or Route(), count=1)
    assert all(ground.sources for chain in answer.chains for hop in chain.hops for ground in hop.grounds)
    return answer


def direct(answer: PathAnswer) -> dict[str, int]:
    (chain,) = answer.chains
    (hop,) = chain.hops
    return {each.obligation: each.rank for each in hop.commitments}


def test_the_united_states_owed_taiwan_defence_until_the_end_of_1979(core_store: Store) -> None:
    """Then arms alone are left, by a statute that was adopted later than the day from which it has effect."""
    before = asked(core_store, "USA", "TWN", "1979-01-01")
    assert before.chains[0].hops[0].strongest.agreement == "us-roc-1954"
    assert direct(before)["taiwan-relations-act-1979/arms"] == 2
    for day in ("1980-01-01", "1981-01-01"):
        after = asked(core_store, "USA", "TWN", day)
        assert direct(after) == {"taiwan-relations-act-1979/arms": 2}
        assert ", adopted later, on 1979-04-10" in after.chains[0].hops[0].strongest.sentence()


def test_north_korea_owes_russia_defence_from_the_day_the_treaty_entered_into_force(
    core_store: Store,
) -> None:
    assert asked(core_store, "PRK", "RUS", "2025-01-01").chains[0].weakest == 5
    assert asked(core_store, "PRK", "RUS", "2024-12-04").chains[0].weakest == 5
    assert asked(core_store, "PRK", "RUS", "2024-12-03").chains[0].weakest == 3


def test_japan_reaches_ukraine(core_store: Store) -> None:
    """Not by defence, and that is known; the reason names what there is instead."""
    assert asked(core_store, "JPN", "UKR", "2025-12-01").verdict == "yes"
    defence = asked(core_store, "JPN", "UKR", "2025-12-01", Route(Wanted(("defense",))))
    assert defence.verdict == "no" and not defence.chains
    assert "; without --kind there is JPN → " in defence.reason


def test_tuerkiye_and_georgia_are_joined_by_consultation_with_nato_at_best(core_store: Store) -> None:
    """Promises are followed both ways; a membership shortens it, and by a promise of membership it is shorter still."""
    day = "2024-07-01"
    both_ways = asked(core_store, "TUR", "GEO", day, Route(undirected=True))
    (chain,) = both_ways.chains
    assert (both_ways.verdict, chain.weakest, chain.parties[-2:]) == ("yes", 1, ("NATO", "GEO"))
    assert "it is not a commitment of the first party to the last" in both_ways.reason
    open_door = Route(Wanted(("open-door",)))
    without = asked(core_store, "TUR", "GEO", day, open_door)
    assert (
        not without.chains and "; with --over all there is TUR → NATO → GEO (by membership)" in without.reason
    )
    (chain,) = asked(core_store, "TUR", "GEO", day, replace(open_door, over="all")).chains
    assert (chain.parties, chain.weakest) == (("TUR", "NATO", "GEO"), None)
    assert chain.to_dict()["hops"][0]["kind"] == "membership"
    assert chain.hops[1].strongest.kind == "open-door"


def test_a_day_on_which_there_was_a_chain_is_told(core_store: Store) -> None:
    """The last day before something ended for either, and the first of something new."""
    answer = asked(core_store, "USA", "TWN", "1990-01-01", Route(Wanted(("defense",)), max_hops=1))
    assert not answer.chains
    assert "; on 1979-12-31 there is USA → TWN (rank 5)" in answer.reason


def test_members_are_joined_by_their_organization_once_both_belong_to_it(core_store: Store) -> None:
    """A membership is no commitment: the reason says so. Both were in the OSCE all along."""
    over = Route(not_through=frozenset({"OSCE"}), over="memberships", max_hops=2)
    answer = asked(core_store, "TUR", "SWE", "2024-07-01", over)
    assert answer.chains[0].parties == ("TUR", "NATO", "SWE")
    assert "all of them memberships; a membership promises nothing" in answer.reason
    assert not asked(core_store, "TUR", "SWE", "2024-01-01", over).chains


def test_a_commitment_goes_before_a_membership(core_store: Store) -> None:
    over = Route(over="all")
    (chain,) = asked(core_store, "TUR", "SWE", "2024-07-01", over).chains
    assert (chain.parties, chain.weakest) == (("TUR", "SWE"), 5)


def test_a_firm_chain_that_is_missing_is_told_with_the_soft_one(core_store: Store) -> None:
    """A filter that hides every chain is named, with what it hides."""
    answer = asked(core_store, "JPN", "UKR", "2024-01-01", Route(Wanted(min_rank=3)))
    assert not answer.chains
    assert "; without --min-rank there is JPN → " in answer.reason


@pytest.mark.parametrize(
    ("wanted", "over", "message"),
    [
        (
            Wanted(),
            "membership",
            "unknown way over 'membership'; expected one of commitments, memberships, all.",
        ),
        (Wanted(min_rank=2), "memberships", "kind, force and minimum rank choose among commitments"),
    ],
)
def test_what_cannot_be_followed_is_refused(wanted: Wanted, over: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        Route(wanted, over=over)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("ends", "route", "day", "said", "unsaid"),
    [
        (
            ("JPN", "UKR"),
            Route(Wanted(min_rank=3)),
            "2026-08-01",
            "; weaker, there is g7-ukraine-declaration-2023/",
            ("another day", "another kind"),
        ),
        (
            ("EST", "USA"),
            Route(Wanted(("defense",))),
            "2003-01-01",
            "(defense, binding, since 2004-03-29); on another day and of another kind, there is north-atlantic-",
            ("weaker", "another force"),
        ),
        (
            ("SWE", "UKR"),
            Route(Wanted(("consultation",), ("binding",))),
            "2026-08-01",
            "; of another force, there is ",
            ("another day, there", "weaker"),
        ),
    ],
    ids=["weaker", "another day", "another force"],
)
def test_what_is_there_but_was_not_asked_for_is_told_as_it_differs(
    core_store: Store, ends: tuple[str, str], route: Route, day: str, said: str, unsaid: tuple[str, ...]
) -> None:
    """In its day, its kind, its force or its rank; nothing else is said of it."""
    reason = asked(core_store, *ends, day, route).reason
    assert said in reason
    assert not [each for each in unsaid if each in reason]
