"""What-if against the world that really loading the same change makes; and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.graph.vocabulary import KINDS
from foedera.graph.writer import load
from foedera.queries.answer import Commitment
from foedera.queries.attack import attack
from foedera.queries.attack_answer import AttackAnswer
from foedera.queries.commitments import Wanted, commitments
from foedera.queries.context import Context
from foedera.queries.differences import COLUMNS, duties
from foedera.queries.names import Party
from foedera.queries.reach import best
from foedera.queries.whatif import Asked, whatif

from .supposed_worlds import DAY, World, changed, changes, world

if TYPE_CHECKING:
    from conftest import Databases

WORLDS = 40
EVERY_KIND = Wanted(kinds=tuple(KINDS))
CONTEXT = Context(DAY, DAY, ["core"], None, [])
Keys = set[tuple[object, ...]]


def keys(found: Sequence[Commitment]) -> Keys:
    return {
        (each.obligation, each.debtor, each.beneficiary, each.certain, each.status, str(each.span.until))
        for each in found
    }


def held(store: Store, each: World) -> Keys:
    """Every commitment of the world's parties, as the store has it."""
    return keys(list(commitments(store, CONTEXT, each.parties, "owed by", EVERY_KIND)))


def members(store: Store, each: World) -> set[tuple[str, str]]:
    rows = store.read(
        "MATCH (p:Country)-[r:MEMBER_OF]->(g:Organization) WHERE p.id IN $ids"
        " AND r.since <= $on AND (r.until IS NULL OR r.until > $on) RETURN p.id AS p, g.id AS g ORDER BY p, g",
        {"ids": list(each.parties), "on": DAY},
    )
    return {(row["p"], row["g"]) for row in rows}


def counted(store: Store) -> list[tuple[str, int]]:
    nodes = "MATCH (n) RETURN labels(n)[0] AS what, count(n) AS number ORDER BY what"
    between = "MATCH ()-[r]->() RETURN type(r) AS what, count(r) AS number ORDER BY what"
    return [(row["what"], row["number"]) for text in (nodes, between) for row in store.read(text)]


def told(answer: AttackAnswer) -> tuple[object, ...]:
    return answer.verdict, answer.reason, duties(answer), keys([row.commitment for row in answer.rows])


def test_the_world_supposed_is_the_world_that_loading_the_change_makes(store: Store) -> None:
    """Commitments, memberships, chains and attacks: no difference, and nothing is written."""
    worlds = {seed: world(seed) for seed in range(WORLDS)}
    made = {seed: changes(each) for seed, each in worlds.items()}
    load(store, "core", (record for each in worlds.values() for record in each.records()))
    before = {seed: (held(store, each), members(store, each)) for seed, each in worlds.items()}
    counts = counted(store)
    answers = {seed: whatif(store, CONTEXT, Asked(changes=tuple(made[seed]))) for seed in worlds}
    assert counted(store) == counts
    after = {seed: changed(each, made[seed]) for seed, each in worlds.items()}
    load(store, "core", (record for each in after.values() for record in each.records()))
    differing = 0
    for seed, answer in answers.items():
        now, joined = held(store, after[seed]), members(store, after[seed])
        assert (keys(answer.gained), keys(answer.lost)) == (now - before[seed][0], before[seed][0] - now), (
            made[seed]
        )
        gained, lost = (
            {(each.party, each.organization) for each in side}
            for side in (answer.memberships_gained, answer.memberships_lost)
        )
        assert (gained, lost) == (joined - before[seed][1], before[seed][1] - joined), made[seed]
        for each in answer.attacks:
            who = Party(each.party, "Country", each.party)
            assert told(attack(store, CONTEXT, who)) == told(each.after), made[seed]
            for chain in answer.chains:
                if chain.target == each.party:
                    assert best(store, CONTEXT, each.party, "owed to").get(chain.source) == chain.after
        differing += bool(answer.gained) + bool(answer.lost)
    assert differing > WORLDS


FACTS = """\
countries:
  v7-N: {name: Newland}
agreements:
  v7-accord:
    title: Accord
    kind: treaty
    force: binding
    parties: [{party: v7-A, role: party}, {party: v7-N, role: party}]
    obligations:
      help: {kind: defense, summary: help, bound: parties}
"""


@pytest.fixture(scope="module")
def small(databases: Databases) -> Store:
    """World 7 alone, for tests that only ask."""
    store = databases.empty("embedded")
    load(store, "core", world(7).records())
    return store


def supposed(store: Store, *each: tuple[str, ...], **more: Any) -> Any:
    return whatif(store, CONTEXT, Asked(changes=each, **more))


def facts(folder: Path, text: str) -> tuple[Path, ...]:
    (folder / "facts.yaml").write_text(text.replace("v7-N", "NEW"), encoding="utf-8")
    return (folder / "facts.yaml",)


def test_facts_of_a_file_hold_from_the_day_on(small: Store, tmp_path: Path) -> None:
    """A new state and a new treaty with one that the store holds: each owes the other, and nothing is written."""
    counts = counted(small)
    answer = supposed(small, facts=facts(tmp_path, FACTS))
    assert {(each.debtor, each.beneficiary) for each in answer.gained} == {("v7-A", "NEW"), ("NEW", "v7-A")}
    assert not answer.lost and counted(small) == counts
    assert {row["what"] for row in answer.table()} >= {"commitment", "attack"}
    assert all(tuple(row) == COLUMNS for row in answer.table())


def test_who_is_only_in_the_facts_can_join(small: Store, tmp_path: Path) -> None:
    """A change may name what a file adds, and is asked about as any other."""
    answer = supposed(small, ("join", "NEW", "v7-league"), facts=facts(tmp_path, FACTS))
    assert [(each.party, each.organization) for each in answer.memberships_gained] == [("NEW", "v7-league")]
    assert [each.party_name for each in answer.attacks] == ["Newland"]
    assert answer.attacks[0].after.verdict == "yes"


A, B = world(7).parties[0], world(7).parties[1]
MEMBERS = sorted(row.party for row in world(7).treaties["v7-charter"].rows)
OTHERS = sorted(set(world(7).parties) - set(MEMBERS))
DESIGNEES = [world(7).treaties[f"v7-designation-{number}"].rows[1].party for number in (0, 1)]
PLAIN = next(each for each in world(7).parties[1:] if each not in DESIGNEES)


@pytest.mark.parametrize(
    ("made", "message"),
    [
        ((), "nothing is supposed; expected a proposal, or something to join, leave, designate, end, or facts of a file"),
        ([("join", MEMBERS[0], "v7-league")], f"{MEMBERS[0]} is a member of v7-league already, since "),
        ([("leave", OTHERS[0], "v7-league")], f"{OTHERS[0]} is no member of v7-league on 2010-06-01"),
        ([("join", A, B)], f"cannot join {B}, which is a country; expected an organization or an agreement"),
        ([("join", OTHERS[0], "v7-leage")], "the graph holds nothing called 'v7-leage'. Did you mean v7-league"),
        ([("join", OTHERS[0], "v7-designation-0")], "nothing follows from the parties of v7-designation-0: "),
        ([("designate", DESIGNEES[0], "v7-statute")], f"{DESIGNEES[0]} has the status already, since "),
        ([("designate", A, "v7-statut")], "'v7-statut' is no status that is given by designation; expected one of "),
        ([("end", "v7-league")], "cannot end v7-league, which is an organization; expected an obligation or an agreement"),
        ([("end", "nothing")], "the graph holds nothing called 'nothing'."),
        ([("join", OTHERS[0], "v7-league"), ("leave", OTHERS[0], "v7-league")], f"'join {OTHERS[0]} v7-league' and 'leave {OTHERS[0]} v7-league' contradict each other"),
        ([("join", OTHERS[0], "v7-league"), ("end", "v7-charter")], f"'join {OTHERS[0]} v7-league' and 'end v7-charter' contradict each other"),
        ([("designate", PLAIN, "v7-statute"), ("end", "v7-statute")], f"'designate {PLAIN} v7-statute' and 'end v7-statute' contradict each other"),
    ],
)  # fmt: skip
def test_what_cannot_be_supposed_is_told_in_one_line(small: Store, made: Any, message: str) -> None:
    """What, and what was expected."""
    with pytest.raises(BadInput) as error:
        supposed(small, *made)
    assert str(error.value).startswith(message) and "\n" not in str(error.value)


def test_the_same_change_twice_is_one(small: Store) -> None:
    """A proposal and an option may both ask for it."""
    once = ("join", OTHERS[0], "v7-league")
    assert supposed(small, once, once) == supposed(small, once)


def test_a_file_cannot_change_what_stands_only_in_itself(small: Store, tmp_path: Path) -> None:
    """Nor define anything twice."""
    ending = FACTS + "proposals: {p: {title: P, would: [end v7-accord]}}\n"
    with pytest.raises(BadInput, match=r"^v7-accord is not in the graph: what is to be so of it belongs"):
        supposed(small, facts=facts(tmp_path, ending))
    twice = facts(tmp_path, FACTS) * 2
    with pytest.raises(
        BadInput, match=r"is defined twice, at facts\.yaml:2 and at facts\.yaml:2; expected it once"
    ):
        supposed(small, facts=twice)
