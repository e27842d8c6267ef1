"""What agreements, their parties and obligations become as records."""

from datetime import date
from itertools import islice, product
from typing import Any

from foedera.graph.records import Record, problems, stored

from .conftest import Read, facts, nodes

RETURNS = """\
agreements:
  pact:
    title: Pact of the League
    kind: treaty
    force: binding
    signed: 1945-03-22
    since: 1945-05-11
    constitutes: arab-league
    sources: ['charter#Article 20']
    checked: {on: 2026-08-01, with: charter}
    parties_sources: [list]
    parties_checked: {on: 2026-08-02, with: list}
    parties:
      - {party: EGY, role: party, until: 1979-03-31, spell: 1}
      - {party: EGY, role: party, since: 1989-05, until: unknown, spell: 2, sources: ['list#2', charter]}
      - {party: IRQ, role: party, since: 1950, sources: [charter]}
      - {party: NOR, role: depositary}
    obligations:
      article-6:
        kind: defense
        summary: come to the aid of a member that is attacked
        article: Article 6
        bound: parties
        sources: ['charter#Article 6']
        checked: {on: 2026-08-03, with: charter}
        applies_in: [nile]
      article-7:
        name: Meetings
        kind: consultation
        force: political
        summary: meet
        bound: parties
        sources: [charter]
        owed_to_class: any Arab state
        replaces: [pact/article-6]
"""


def properties(records: list[Record], id: str) -> dict[str, Any]:
    return next(dict(record.properties) for record in records if record.id == id)


def test_a_return_is_two_memberships(read: Read) -> None:
    """Egypt left the Arab League and came back; both spells are kept, as parts, members and arrows."""
    records = read(RETURNS)
    for type, here in (("PARTY_TO", "pact"), ("MEMBER_OF", "arab-league"), ("OWES", "pact/article-6")):
        of_egypt = [
            fact for id, fact in facts(records, type).items() if id.startswith(f"core:{type}:EGY:{here}:")
        ]
        assert [fact.spell for fact in of_egypt] == ["1", "2"]
        first, second = (fact.properties for fact in of_egypt)
        assert (first["since"], first["until"]) == (date(1945, 5, 11), date(1979, 3, 31))
        assert (second["since"], second["since_latest"]) == (date(1989, 5, 1), date(1989, 5, 31))
        assert (second.get("until"), second["until_known"]) == (None, False)


def test_a_year_is_two_bounds(read: Read) -> None:
    """A date known to the year is the first and the last day that it can be."""
    found = properties(read(RETURNS), "core:PARTY_TO:IRQ:pact")
    assert (found["since"], found["since_latest"]) == (date(1950, 1, 1), date(1950, 12, 31))
    assert found["until_known"] is True


def test_an_obligation_takes_force_and_name_from_where_it_stands(read: Read) -> None:
    """The agreement's legal force, unless it says otherwise; the rank follows."""
    sixth, seventh = nodes(read(RETURNS), "Obligation").values()
    assert (sixth.id, seventh.id) == ("pact/article-6", "pact/article-7")
    assert [sixth.properties[name] for name in ("name", "force", "rank")] == ["Article 6", "binding", 5]
    assert [seventh.properties[name] for name in ("name", "force", "rank")] == ["Meetings", "political", 1]
    assert sixth.properties["since"] == date(1945, 5, 11)


def test_arrows_of_the_parties(read: Read) -> None:
    """Each party once in and once out a spell; the depositary owes nothing; a class is owed to by name only."""
    records = read(RETURNS)
    arrows = facts(records, "OWES", "OWED_TO")
    assert sorted(id for id in arrows if "article-6" in id) == [
        "core:OWED_TO:pact/article-6:EGY:1",
        "core:OWED_TO:pact/article-6:EGY:2",
        "core:OWED_TO:pact/article-6:IRQ",
        "core:OWES:EGY:pact/article-6:1",
        "core:OWES:EGY:pact/article-6:2",
        "core:OWES:IRQ:pact/article-6",
    ]
    assert {fact.type for id, fact in arrows.items() if "article-7" in id} == {"OWES"}


def test_what_follows_from_keys_of_an_agreement(read: Read) -> None:
    """Each key that names another thing is a relationship, and rests on the sources of its entry."""
    records = read(RETURNS)
    links = facts(records, "CONSTITUTES", "CREATES", "APPLIES_IN", "REPLACES")
    assert {id: fact.provenance.sources for id, fact in links.items()} == {
        "core:CONSTITUTES:pact:arab-league": ("charter#Article 20",),
        "core:CREATES:pact:pact/article-6": ("charter#Article 6",),
        "core:APPLIES_IN:pact/article-6:nile": ("charter#Article 6",),
        "core:CREATES:pact:pact/article-7": ("charter",),
        "core:REPLACES:pact/article-7:pact/article-6": ("charter",),
    }


def test_a_second_role_is_a_second_fact(read: Read) -> None:
    """A role other than `party` is part of the id; it makes no member."""
    records = read(RETURNS)
    assert "core:PARTY_TO:NOR:pact:depositary" in facts(records, "PARTY_TO")
    assert "core:MEMBER_OF:NOR:arab-league" not in facts(records, "MEMBER_OF")


def test_a_check_holds_for_rows_that_cite_its_document(read: Read) -> None:
    """`parties_checked` holds for rows without sources and for those that cite that document; not for others."""
    rows = facts(read(RETURNS), "PARTY_TO")
    checked = {id: fact.provenance.checked for id, fact in rows.items()}
    assert checked == {
        "core:PARTY_TO:EGY:pact:1": date(2026, 8, 2),
        "core:PARTY_TO:EGY:pact:2": date(2026, 8, 2),
        "core:PARTY_TO:IRQ:pact": None,
        "core:PARTY_TO:NOR:pact:depositary": date(2026, 8, 2),
    }


def test_an_arrow_is_checked_where_both_its_grounds_are(read: Read) -> None:
    """Article 6 is checked, Egypt's part too, Iraq's is not; it cites both grounds."""
    arrows = facts(read(RETURNS), "OWES")
    egypt, iraq = (arrows[f"core:OWES:{id}"] for id in ("EGY:pact/article-6:1", "IRQ:pact/article-6"))
    assert (egypt.provenance.checked, iraq.provenance.checked) == (date(2026, 8, 2), None)
    assert egypt.provenance.sources == ("charter#Article 6", "list")


def test_every_record_fits_the_schema(read: Read) -> None:
    """What the reader makes of good files needs no mending."""
    assert [problem for record in read(RETURNS) for problem in problems(record)] == []


NAMED = """\
agreements:
  accord:
    title: Accord
    kind: security agreement
    force: binding
    status: dormant
    since: 1950
    until: 1990
    sources: [charter]
    parties_sources: [list]
    parties:
      - {party: EGY, role: party}
      - {party: NOR, role: signatory, signed: 1949-07-01}
    obligations:
      consult:
        kind: consultation
        summary: confer
        bound: named
        since: 1960
        debtors:
          - {party: EGY, status: suspended, note: since the quarrel, since: 1970, until: 1980}
          - IRQ
        beneficiaries: [NOR]
        sources: [charter]
"""


def test_named_ends_have_dates_and_a_status_of_their_own(read: Read) -> None:
    """A suspended debtor is kept, suspended; one without dates has those of the obligation and its agreement."""
    arrows = facts(read(NAMED), "OWES", "OWED_TO")
    egypt = arrows["core:OWES:EGY:accord/consult"].properties
    assert (egypt["status"], egypt["note"]) == ("suspended", "since the quarrel")
    assert (egypt["since"], egypt["until"]) == (date(1970, 1, 1), date(1980, 1, 1))
    for id in ("core:OWES:IRQ:accord/consult", "core:OWED_TO:accord/consult:NOR"):
        found = arrows[id].properties
        assert (found["since"], found["until"], found["status"]) == (
            date(1960, 1, 1),
            date(1990, 1, 1),
            "dormant",
        )


def test_a_signatory_is_one_from_its_signature(read: Read) -> None:
    """Who has only signed has done so before the agreement is in force."""
    found = properties(read(NAMED), "core:PARTY_TO:NOR:accord:signatory")
    assert (found["since"], found["signed"]) == (date(1949, 7, 1), date(1949, 7, 1))


DESIGNATIONS = """\
agreements:
  statute:
    {title: Statute, kind: statute, force: domestic-law, since: 1996, sources: [charter]}
  first:
    title: First
    kind: designation
    force: domestic-law
    since: 1996-07-21
    until: 2000
    implements: [statute]
    sources: [charter]
    parties_sources: ['list#1']
    parties: [{party: NOR, role: designator}, {party: EGY, role: designee}]
  second:
    title: Second
    kind: designation
    force: domestic-law
    since: 1998
    implements: [statute]
    sources: [charter]
    parties_sources: ['list#2']
    parties: [{party: NOR, role: designator}, {party: IRQ, role: designee}]
  arms:
    title: Arms Act
    kind: statute
    force: domestic-law
    since: 1980
    sources: [charter]
    obligations:
      access:
        kind: arms-access
        summary: may buy
        bound: parties
        parties_of: statute
        debtor_roles: [designator]
        beneficiary_roles: [designee]
        sources: [charter]
"""


def test_an_obligation_may_follow_the_designations_under_a_statute(read: Read) -> None:
    """Each designee is owed while its designation runs; who designates owes once, as long as any does."""
    arrows = facts(read(DESIGNATIONS), "OWES", "OWED_TO")
    assert {id: (fact.properties["since"], fact.properties.get("until")) for id, fact in arrows.items()} == {
        "core:OWES:NOR:arms/access:first:designator": (date(1996, 7, 21), None),
        "core:OWED_TO:arms/access:EGY:first:designee": (date(1996, 7, 21), date(2000, 1, 1)),
        "core:OWED_TO:arms/access:IRQ:second:designee": (date(1998, 1, 1), None),
    }
    assert arrows["core:OWES:NOR:arms/access:first:designator"].provenance.sources == (
        "charter",
        "list#1",
        "list#2",
    )


def test_an_alliance_of_32_has_32_arrows_each_way(read: Read) -> None:
    """One node with 32 arrows in and 32 out, not 992 edges."""
    codes = list(islice(map("".join, product("XYZ", "ABCD", "EFGH")), 32))
    countries = "".join(f"  {code}: {{name: Land {code}, sources: [list]}}\n" for code in codes)
    rows = "".join(f"      - {{party: {code}, role: party}}\n" for code in codes)
    text = RETURNS.partition("    parties:\n")[0] + "    parties:\n" + rows
    article = RETURNS[RETURNS.index("    obligations:") : RETURNS.index("      article-7:")]
    arrows = facts(read(f"countries:\n{countries}{text}{article}"), "OWES", "OWED_TO")
    assert (
        len([id for id in arrows if ":OWES:" in id]) == len([id for id in arrows if ":OWED_TO:" in id]) == 32
    )


def test_two_reads_give_the_same_digests(read: Read) -> None:
    """So a second load writes nothing."""
    assert list(map(stored, read(RETURNS))) == list(map(stored, read(RETURNS)))
