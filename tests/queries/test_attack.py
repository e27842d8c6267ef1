"""Who must act: a small made-up treaty with every reason to be absent."""

import datetime

import pytest

from foedera.graph.dates import Span, parse
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.graph.vocabulary import rank
from foedera.graph.writer import load
from foedera.queries.answer import AttackAnswer
from foedera.queries.attack import attack
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
        "LAT": "its promise under Defence of Pact begins only on 2024-03-07",
        "GON": "its promise under Defence of Pact ended on 2020-05-01",
        "SUS": "its promise under Defence of Pact is suspended since 1986-08-11",
        "DES": "has given Victim a status since 1996-07-21 (Status of 1996);"
        " a designation is no promise to defend",
        "league": "Victim is a candidate (promised, since 2008-04-03), not a member:"
        " what its members owe one another is not owed to a candidate",
        "TAL": "owes consultation, firmest under Talks of Pact (political), but not defence",
        "GIV": "owes security-assistance, firmest under Aid of Pact (political), but not defence",
        "HLP": "owes security-assistance, firmest under Help of Pact (political), but not defence",
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
    assert answer.reason.endswith("; Old State ended on 1991-12-26, continued by Ally")
    assert list(answer.absent) == []


def test_nobody_bound_is_not_no(store: Store) -> None:
    """Where no scope is complete, finding nobody is unknown, and the answer says of what dataset."""
    load(store, "core", facts())
    answer = attack(store, Context(ON, ON, ["core"], None, []), Party("OUT", "Country", "Outsider"))
    assert (answer.verdict, list(answer.rows), list(answer.absent)) == ("not covered", [], [])
    assert answer.reason == "no loaded dataset speaks of 2024-01-01"
