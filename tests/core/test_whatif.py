"""What the shipped proposals, and NATO with one member more or fewer, would change."""

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.queries.answer import Commitment
from foedera.queries.context import context
from foedera.queries.differences import WhatIfAnswer
from foedera.queries.whatif import Asked, whatif

ON = "2026-08-01"
SHIPPED = (
    "bucharest-2008-promise", "helsinki-2022-letter", "hr35-2021", "russia-nato-draft-2021", "russia-us-draft-2021",
    "s2828-2014",
)  # fmt: skip
WITHOUT_EFFECT = ("hr3047-2019", "hr8465-2022", "s2277-2014")


def proposed(store: Store, id: str, *, suggested: bool = False) -> WhatIfAnswer:
    return whatif(store, context(store, ON), Asked((id,), suggested=suggested))


def supposed(store: Store, *changes: tuple[str, ...]) -> WhatIfAnswer:
    return whatif(store, context(store, ON), Asked(changes=changes))


def pairs(found: list[Commitment] | tuple[Commitment, ...], kind: str) -> set[tuple[str, str]]:
    return {(each.debtor, each.beneficiary) for each in found if each.kind == kind}


def test_the_helsinki_letter_adds_access_to_arms_and_no_defence(core_store: Store) -> None:
    """From the United States to Ukraine and Georgia, by the privileges of the status; nothing is lost."""
    answer = proposed(core_store, "helsinki-2022-letter")
    gained = list(answer.gained)
    assert {(each.debtor, each.beneficiary) for each in gained} == {("USA", "UKR"), ("USA", "GEO")}
    assert {each.kind for each in gained} == {"arms-access", "exercises", "industry"}
    assert "usc-22-2321h/war-reserve-stockpiles" in {each.obligation for each in gained}
    assert not answer.lost and not answer.memberships_gained
    assert [each.differs for each in answer.attacks] == [False, False]
    assert any("no obligation of defense or consultation is added" in each for each in answer.unchanged)
    assert any("no mutual defence obligation" in each for each in answer.unchanged)


def test_the_letter_only_suggests_the_others(core_store: Store) -> None:
    """Finland, Moldova and Sweden come in where that is asked for, and are told of where not; the title 10 list never."""
    answer = proposed(core_store, "helsinki-2022-letter")
    assert any("designate MDA faa-section-517" in each for each in answer.left_out)
    wider = proposed(core_store, "helsinki-2022-letter", suggested=True)
    assert {each.beneficiary for each in wider.gained} == {"UKR", "GEO", "FIN", "MDA", "SWE"}
    assert {each.debtor for each in wider.gained} == {"USA"}
    assert not [each for each in wider.gained if each.obligation.startswith("usc-10-")]


def test_georgia_in_nato(core_store: Store) -> None:
    """32 would defend it and it would defend them; not the Union's clause, not a status of the United States."""
    answer = supposed(core_store, ("join", "Georgia", "NATO"))
    defence = pairs(list(answer.gained), "defense")
    assert len(defence) == 64 and ("EST", "GEO") in defence and ("GEO", "EST") in defence
    assert ("AUT", "GEO") not in defence and ("USA", "EST") not in defence
    assert {each.agreement for each in answer.gained} == {"north-atlantic-treaty"}
    assert "arms-access" not in {each.kind for each in answer.gained}
    assert [(each.party, each.organization) for each in answer.memberships_gained] == [("GEO", "NATO")]
    (attack,) = answer.attacks
    assert (attack.before.verdict, attack.after.verdict) == ("unknown", "yes")
    assert attack.after.reason == "32 bound to defend"
    assert any("article-42-7), which 23 of these 32 owe each other" in each for each in answer.unchanged)
    assert any(
        each.startswith("Article 10 of North Atlantic Treaty: The parties are unanimous")
        for each in answer.needed
    )
    routes = {each.after.parties for each in answer.chains if each.after}
    assert ("JPN", "USA", "GEO") in routes and ("EST", "GEO") in routes
    assert not [each for each in answer.chains if each.change == "disappears"]


def test_nato_without_hungary(core_store: Store) -> None:
    """What it owes and is owed there is lost; the Union's clause stays, and so does what the others owe each other."""
    answer = supposed(core_store, ("leave", "HUN", "NATO"))
    lost = pairs(list(answer.lost), "defense")
    assert len(lost) == 62 and ("USA", "HUN") in lost and ("HUN", "USA") in lost
    assert ("USA", "POL") not in lost and not answer.gained
    assert "treaty-on-european-union/article-42-7" not in {each.obligation for each in answer.lost}
    assert [(each.party, each.organization) for each in answer.memberships_lost] == [("HUN", "NATO")]
    assert any("would still owe Hungary defense" in each for each in answer.unchanged)
    assert [each.lost for each in answer.to_class] == [{"HUN": "Hungary"}]


def test_what_is_owed_by_name_is_not_ended_and_said_so(core_store: Store) -> None:
    """Hungary leaving the Union loses the clause; what names it stays, since membership is no ground of it here."""
    answer = supposed(core_store, ("leave", "HUN", "EU"))
    assert "treaty-on-european-union/article-42-7" in {each.obligation for each in answer.lost}
    assert "treaty-on-european-union/article-42-3" not in {each.obligation for each in answer.lost}
    assert any("article-42-3" in each and "one by one" in each for each in answer.unchanged)


def test_leaving_a_body_leaves_the_treaty_that_it_carries_out(core_store: Store) -> None:
    """The Collective Security Treaty goes with the organization, since every member is party to it."""
    answer = supposed(core_store, ("leave", "Armenia", "CSTO"))
    assert ("RUS", "ARM") in pairs(list(answer.lost), "defense")
    assert ("RUS", "BLR") not in pairs(list(answer.lost), "defense")
    assert "russia-armenia" not in " ".join(each.obligation for each in answer.lost)


def test_the_bucharest_promise_kept(core_store: Store) -> None:
    """Ukraine and Georgia are members, of each other too; Moldova is not."""
    answer = proposed(core_store, "bucharest-2008-promise")
    assert {each.party for each in answer.memberships_gained} == {"UKR", "GEO"}
    assert {("UKR", "GEO"), ("GEO", "UKR")} <= pairs(list(answer.gained), "defense")
    assert "MDA" not in {each.beneficiary for each in answer.gained}


def test_russias_drafts(core_store: Store) -> None:
    """Restraint, owed for the most part to Russia; no defence, and nobody leaves NATO."""
    nato = proposed(core_store, "russia-nato-draft-2021")
    assert ("POL", "RUS") in pairs(list(nato.gained), "restraint")
    assert ("UKR", "RUS") not in pairs(list(nato.gained), "restraint")
    assert not pairs(list(nato.gained), "defense") and not nato.lost and not nato.memberships_lost
    bilateral = proposed(core_store, "russia-us-draft-2021")
    assert {each.debtor for each in bilateral.gained} == {"RUS", "USA"}


@pytest.mark.parametrize("id", SHIPPED)
def test_a_draft_is_nowhere_in_the_graph(core_store: Store, id: str) -> None:
    """What would be gained is not there: no agreement, no obligation, no commitment."""
    gained = [
        each.obligation for each in proposed(core_store, id).gained if each.obligation.startswith("draft-")
    ]
    assert not core_store.read(
        "MATCH (b:Obligation) WHERE b.id IN $ids RETURN b.id AS id", {"ids": gained}
    ).rows
    assert not core_store.read("MATCH (a:Agreement) WHERE a.id STARTS WITH 'draft-' RETURN a.id AS id").rows


@pytest.mark.parametrize("id", WITHOUT_EFFECT)
def test_a_proposal_that_changes_nothing_here_says_so(core_store: Store, id: str) -> None:
    """A status of its own that no statute has is no change to what the graph holds."""
    with pytest.raises(BadInput, match=r"asks for nothing that can be laid over the graph$"):
        proposed(core_store, id)


def test_every_proposal_is_one_or_the_other(core_store: Store) -> None:
    """None is shipped that nobody has tried."""
    rows = core_store.read("MATCH (p:Proposal) RETURN p.id AS id ORDER BY id")
    assert sorted(SHIPPED + WITHOUT_EFFECT) == [row["id"] for row in rows]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ([("join", "Poland", "NATO")], "Poland is a member of NATO already, since 1999-03-12"),
        ([("join", "GEO", "G7")], "the G7 has no founding agreement in the graph on 2026-08-01: nothing would follow"),
        ([("join", "Soviet Union", "NATO")], "the Soviet Union ended on 1991-12-26"),
        ([("leave", "Georgia", "NATO")], "Georgia is no member of NATO on 2026-08-01"),
        ([("designate", "Japan", "mnna")], "Japan has the status already, since 1996-07-21 (mnna-statute-1996, "),
        ([("designate", "UKR", "mmna")], "'mmna' is no status that is given by designation; expected one of mnna, "),
        ([("end", "collective-security-treaty-1992/article-4")], "Article 4 (first form) of Treaty on Collective Security is not in force on 2026-08-01: it ended on 2012-12-19"),
    ],
)  # fmt: skip
def test_what_cannot_be_supposed(core_store: Store, changes: list[tuple[str, ...]], message: str) -> None:
    """Is told with the reason that the graph has."""
    with pytest.raises(BadInput) as error:
        supposed(core_store, *changes)
    assert str(error.value).startswith(message)


def test_an_unknown_proposal(core_store: Store) -> None:
    """All of them, and the nearest; a part of an id or a title is enough where it is the only one."""
    with pytest.raises(BadInput) as error:
        proposed(core_store, "helsink-letter")
    assert str(error.value).startswith(
        "unknown proposal 'helsink-letter'; expected one of bucharest-2008-promise, "
    )
    assert str(error.value).endswith("Did you mean helsinki-2022-letter?")
    assert proposed(core_store, "Helsinki") == proposed(core_store, "helsinki-2022-letter")
