"""Who must act: a small made-up treaty with every reason to be absent."""

import datetime

import pytest

from foedera.graph.dates import Span, parse
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.graph.vocabulary import rank
from foedera.graph.writer import load
from foedera.queries.areas import area
from foedera.queries.attack import attack
from foedera.queries.attack_answer import TABLE, AttackAnswer
from foedera.queries.context import Context
from foedera.queries.names import Party

BY = Provenance("core", ("made-up#1",))
ON = datetime.date(2024, 1, 1)
PACT, STATUS = Ref("Agreement", "pact"), Ref("Agreement", "status")
LEAGUE = Ref("Organization", "league")


def country(id: str) -> Ref:
    return Ref("Country", id)


def node(ref: Ref, **properties: object) -> Node:
    return Node(ref.label, ref.id, {**Span().properties(), **properties}, BY)


def obligation(slug: str, kind: str, force: str, **more: object) -> list[Record]:
    there = Ref("Obligation", f"pact/{slug}")
    terms = {"kind": kind, "force": force, "rank": rank(kind, force), "bound": "named"}
    made = node(there, name=slug.title(), summary="made up", **terms, **more)
    return [made, Relationship("CREATES", PACT, there, {}, BY)]


def span(since: str, until: str | None = None) -> dict[str, object]:
    return Span(parse(since), parse(until) if until else None).properties()


def owes(who: str, slug: str, since: str = "2000", until: str | None = None, **more: object) -> Relationship:
    return Relationship(
        "OWES", country(who), Ref("Obligation", f"pact/{slug}"), span(since, until) | more, BY
    )


def owed(slug: str, who: str, since: str = "2000") -> Relationship:
    return Relationship("OWED_TO", Ref("Obligation", f"pact/{slug}"), country(who), span(since), BY)


def facts() -> list[Record]:
    names = {
        "VIC": "Victim",
        "ALL": "Ally",
        "LAT": "Latecomer",
        "GON": "Gone",
        "SUS": "Suspended",
        "TAL": "Talker",
    }
    names |= {"GIV": "Giver", "DES": "Designator", "HLP": "Helper", "OUT": "Outsider"}
    return [
        *(node(country(id), name=name) for id, name in names.items()),
        node(LEAGUE, name="League", kind="alliance"),
        node(PACT, title="Pact", kind="treaty", force="binding"),
        node(STATUS, title="Status of 1996", kind="designation", force="domestic-law"),
        *obligation("defence", "defense", "binding"),
        *obligation("talks", "consultation", "political", trigger="a crisis"),
        *obligation("yearly-talks", "consultation", "political"),
        *obligation("aid", "security-assistance", "political"),
        *obligation("help", "security-assistance", "political", trigger="an armed attack"),
        *(owes(who, "defence") for who in ("ALL", "VIC")),
        *(owed("defence", who) for who in ("VIC", "ALL")),
        owes("LAT", "defence", "2024-03-07"),
        owes("GON", "defence", "1990-01-01", "2020-05-01"),
        owes("SUS", "defence", "1986-08-11", status="suspended"),
        *(owes("TAL", "talks"), owed("talks", "VIC")),
        *(owes("TAL", "yearly-talks"), owed("yearly-talks", "VIC")),
        *(owes("GIV", "aid"), owed("aid", "VIC")),
        *(owes("HLP", "help"), owed("help", "VIC")),
        Relationship("PARTY_TO", country("DES"), STATUS, {"role": "designator", **span("1996-07-21")}, BY),
        Relationship("PARTY_TO", country("VIC"), STATUS, {"role": "designee", **span("1996-07-21")}, BY),
        Relationship("CANDIDATE_OF", country("VIC"), LEAGUE, {"stage": "promised", **span("2008-04-03")}, BY),
    ]


@pytest.fixture
def answer(store: Store) -> AttackAnswer:
    assert load(store, "core", facts()).refused == []
    return attack(store, Context(ON, ON, ["core"], None, []), Party("VIC", "Country", "Victim"))


def test_those_who_must_act_are_graded(answer: AttackAnswer) -> None:
    """Bound to defend, then pledged to consult, then to help; what nothing sets off is no answer."""
    rows = [(row.duty, row.commitment.debtor, row.commitment.obligation) for row in answer.rows]
    assert rows == [
        ("bound to defend", "ALL", "pact/defence"),
        ("pledged to consult", "TAL", "pact/talks"),
        ("pledged to help", "HLP", "pact/help"),
    ]
    assert (answer.verdict, answer.reason) == ("yes", "1 bound to defend")


def test_absence_is_explained(answer: AttackAnswer) -> None:
    """Each party that one would expect, once, with the reason; not the ally, not the outsider."""
    assert {each.party: each.reason for each in answer.absent} == {
        "LAT": "the promise under Defence of Pact begins only on 2024-03-07",
        "GON": "the promise under Defence of Pact ended on 2020-05-01",
        "SUS": "the promise under Defence of Pact is suspended since 1986-08-11",
        "DES": "no more than a status given to Victim since 1996-07-21 (Status of 1996);"
        " a designation is no promise to defend",
        "league": "Victim is a candidate (promised, since 2008-04-03), not a member:"
        " what its members owe one another is not owed to a candidate",
        "TAL": "consultation owed, firmest under Talks of Pact (political), but not defence",
        "GIV": "security-assistance owed, firmest under Aid of Pact (political), but not defence",
        "HLP": "security-assistance owed, firmest under Help of Pact (political), but not defence",
    }


def test_dormant_and_disputed_promises_are_told_apart(store: Store) -> None:
    """A dormant promise counts and is counted apart; a disputed one is only possible."""
    more = [owes("OUT", "defence", status="dormant"), owes("HLP", "defence", status="disputed")]
    load(store, "core", [*facts(), *more])
    answer = attack(store, Context(ON, ON, ["core"], None, []), Party("VIC", "Country", "Victim"))
    assert answer.reason == "2 bound to defend; for 1 of them only by a dormant promise"
    held = {row.commitment.debtor: row.commitment for row in answer.rows if row.commitment.kind == "defense"}
    assert {party: (each.status, each.certain) for party, each in held.items()} == {
        "ALL": ("in force", True),
        "OUT": ("dormant", True),
        "HLP": ("disputed", False),
    }


def test_a_state_that_ended_is_told(store: Store) -> None:
    """Who asks about a state that is no more learns since when, and who came after."""
    gone = node(country("OLD"), name="Old State", **span("1900", "1991-12-26"))
    after = Relationship("SUCCEEDS", country("ALL"), country("OLD"), {"kind": "continues"}, BY)
    load(store, "core", [*facts(), gone, after])
    answer = attack(store, Context(ON, ON, ["core"], None, []), Party("OLD", "Country", "Old State"))
    assert answer.reason.endswith("; the Old State ended on 1991-12-26, continued by Ally")
    assert list(answer.absent) == []


def test_nobody_bound_is_not_no(store: Store) -> None:
    """Where no scope is complete, finding nobody is unknown, and the answer says of what dataset."""
    load(store, "core", facts())
    answer = attack(store, Context(ON, ON, ["core"], None, []), Party("OUT", "Country", "Outsider"))
    assert (answer.verdict, list(answer.rows), list(answer.absent)) == ("not covered", [], [])
    assert answer.reason == "no loaded dataset speaks of 2024-01-01"


def asked(store: Store, victim: str, by: str | None = None, where: str | None = None) -> AttackAnswer:
    """A world in which the attacker shares the pact, and two areas of which one lies in the other."""
    load(store, "core", [*facts(), *more_facts()])
    names = {"VIC": "Victim", "ALL": "Ally", "ATT": "Attacker", "NEU": "Neutral"}
    context = Context(ON, ON, ["core"], None, [])
    attacker = Party(by, "Country", names[by]) if by else None
    place = area(store, where) if where else None
    return attack(store, context, Party(victim, "Country", names[victim]), attacker, place)


def more_facts() -> list[Record]:
    coast, bay, isle, inland = (Ref("Area", id) for id in ("coast", "bay", "isle", "inland"))
    defence, friends = (Ref("Obligation", f"pact/{slug}") for slug in ("defence", "friends"))
    return [
        *(node(country(id), name=name) for id, name in (("ATT", "Attacker"), ("NEU", "Neutral"))),
        *(
            Node("Area", each.id, {"name": f"The {each.id.title()}", "keys": [f"the {each.id}"]}, BY)
            for each in (coast, bay, isle, inland)
        ),
        Relationship("WITHIN", bay, coast, {}, BY),
        Relationship("WITHIN", isle, coast, {}, BY),
        Relationship("APPLIES_IN", defence, coast, {}, BY),
        Relationship("EXCLUDES", defence, isle, {"note": "Article 6"}, BY),
        *obligation("friends", "nonaggression", "binding"),
        *obligation("war", "offense", "binding"),
        *(owes("ATT", "defence"), owed("defence", "ATT"), owes("ATT", "friends"), owed("friends", "VIC")),
        *(owes("HLP", "friends"), owes("HLP", "war"), owed("war", "ATT"), owes("NEU", "friends")),
        Relationship("OWED_TO", friends, country("ATT"), span("2000"), BY),
        Relationship("TOOK_PART", country("VIC"), Ref("Event", "clash"), {"role": "attacked"}, BY),
        Relationship("ABOUT", Ref("Event", "clash"), isle, {}, BY),
        Relationship("ABOUT", Ref("Claim", "made-up/isle"), isle, {}, BY),
        Node("Event", "clash", {"name": "Clash", "kind": "fighting", **span("2024", "2025")}, BY),
        Node("Event", "old", {"name": "Old clash", "kind": "fighting", **span("2020", "2021")}, BY),
        Relationship("TOOK_PART", country("VIC"), Ref("Event", "old"), {"role": "attacked"}, BY),
        Node("Claim", "made-up/isle", {"subject": "The isle", "predicate": "is", "value": "far"}, BY),
        Node("Proposal", "plan", {"title": "Plan", "on": datetime.date(2023, 1, 1), "asks": ["defence"]}, BY),
        Relationship("PROPOSED", country("OUT"), Ref("Proposal", "plan"), {}, BY),
        Relationship("CONCERNS", Ref("Proposal", "plan"), country("VIC"), {"ask": "defend it"}, BY),
    ]


def test_the_attacker_is_no_defender(store: Store) -> None:
    """Its own promises stand apart, first that of peace; what it shares is marked, and it is not absent."""
    answer = asked(store, "VIC", by="ATT")
    assert [row.commitment.debtor for row in answer.rows if row.commitment.kind == "defense"] == ["ALL"]
    assert [(row.commitment.debtor, row.duty) for row in answer.attacker] == [
        ("ATT", "bound not to attack or join in"),
        ("ATT", "bound to defend"),
    ]
    shared = {row.commitment.obligation: row.shared for row in answer.rows}
    assert shared["pact/defence"] == (
        "Attacker is bound by it too: whether it holds against one of its own is not told"
    )
    assert shared["pact/help"] is None
    assert answer.reason == "1 bound to defend; for 1 of them only by promises that bind Attacker too"
    assert "ATT" not in {each.party for each in answer.absent}


def test_who_is_bound_to_both_is_told(store: Store) -> None:
    """By one promise or by two; who owes both no more than peace has no conflict, nor has the outsider."""
    found = {each.party: each.reason for each in asked(store, "VIC", by="ATT").conflicts}
    assert found == {
        "HLP": "bound to keep from force against Victim, and bound to join the wars of Attacker",
        "ALL": "bound to defend Victim, and bound to defend Attacker, by the same promise",
    }
    assert asked(store, "VIC").conflicts == []
    there = asked(store, "VIC", by="ATT", where="isle").conflicts
    assert {each.party for each in there} == {"HLP"}, "where the promise does not hold it binds to nobody"


def test_nobody_attacks_itself(store: Store) -> None:
    """One clear line, whatever the names were."""
    with pytest.raises(BadInput) as caught:
        asked(store, "ALL", by="ALL")
    assert str(caught.value) == "Ally cannot be its own attacker; expected another party"


NOWHERE = "no promise to defend is known to hold there; 2 bound"


@pytest.mark.parametrize(
    ("where", "standing", "verdict", "reason"),
    [
        ("coast", "holds in part", "yes", "2 bound to defend"),
        ("The Bay", "holds", "yes", "2 bound to defend"),
        ("isle", "does not hold", "unknown", f"{NOWHERE} by promises that do not hold in the Isle"),
        (
            "inland",
            "unknown",
            "unknown",
            f"{NOWHERE} in areas of which the graph does not say that they include the Inland",
        ),
    ],
)
def test_a_promise_is_judged_by_the_area(
    store: Store, where: str, standing: str, verdict: str, reason: str
) -> None:
    """Within its area it holds, where that is left out it does not, elsewhere the graph does not say."""
    answer = asked(store, "VIC", where=where)
    found = {row.commitment.obligation: row.reach.standing for row in answer.rows}
    assert (found["pact/defence"], found["pact/help"]) == (standing, "no area")
    assert (answer.verdict, answer.reason) == (verdict, reason)


def test_without_an_area_the_limits_are_told_all_the_same(store: Store) -> None:
    """Where it holds and where not, with the article; a promise without limits has none."""
    reaches = {row.commitment.obligation: row.reach for row in asked(store, "VIC").rows}
    assert str(reaches["pact/defence"]) == "holds in the Coast; does not hold in the Isle (Article 6)"
    assert (reaches["pact/help"].limits, reaches["pact/help"].standing) == ((), None)


def test_the_fighting_of_the_day_is_told_with_its_place(store: Store) -> None:
    """What the victim was in then, not earlier, and what sources say of the place."""
    assert [each.about for each in asked(store, "VIC").remarks] == ["clash", "made-up/isle"]
    assert [each.text for each in asked(store, "ALL", where="isle").remarks] == ["The isle is far"]
    assert list(asked(store, "NEU").remarks) == []


def test_a_proposal_is_no_promise(store: Store) -> None:
    """Who has only proposed something is absent for that reason."""
    absent = {each.party: each.reason for each in asked(store, "VIC").absent}
    assert absent["OUT"] == "no more than a proposal: Plan, to defend it; a proposal is no promise"
    assert "OUT" not in {each.party for each in asked(store, "ALL").absent}


def test_an_answer_is_flat_rows_with_the_same_columns(store: Store) -> None:
    """Every part, one row a promise, a conflict, an absentee, a remark."""
    answer = asked(store, "VIC", by="ATT")
    rows = answer.table()
    assert {tuple(row) for row in rows} == {TABLE}
    assert [row["part"] for row in rows if row["part"] in ("conflicts", "remarks")] == (
        ["conflicts"] * len(answer.conflicts) + ["remarks"] * 2
    )
    assert list(answer.to_dict()) == [
        "question", "as_of", "datasets", "verdict", "reason", "where", "rows", "attacker", "conflicts", "absent", "remarks",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ilse", "unknown area 'ilse'. Did you mean The Isle (isle)?"),
        ("xyzzy", "unknown area 'xyzzy'. `foedera query run areas` lists those that promises name"),
        ("", "unknown area ''. `foedera query run areas` lists those that promises name"),
    ],
)
def test_an_unknown_area_is_told_with_the_nearest(store: Store, text: str, message: str) -> None:
    """Or with the query that lists all of them."""
    load(store, "core", [*facts(), *more_facts()])
    with pytest.raises(BadInput) as caught:
        area(store, text)
    assert str(caught.value) == message
