"""Every mistake in the core files is told in one line, with its file and line and what was expected."""

import datetime
from pathlib import Path

import pytest

from foedera.graph.errors import BadInput
from foedera.loaders import core

from .conftest import BASE, Read

AGREEMENT = """\
agreements:
  pact:
    title: Pact
    kind: treaty
    force: binding
    since: 1945-05-11
    sources: [charter]
    parties_sources: [list]
"""
OBLIGATION = (
    AGREEMENT
    + """\
    parties:
      - {party: EGY, role: party}
      - {party: IRQ, role: party}
    obligations:
      help:
        kind: defense
        summary: help
        sources: [charter]
"""
)
FORMER = """\
countries:
  DDR: {name: East Germany, since: 1949-10-07, until: 1990-10-03, sources: [list]}
  SUN: {name: Soviet Union, since: 1922-12-30, until: 1991-12-26, sources: [list]}
"""

CASES = {
    "unknown key": (
        "areas:\n  sinai: {name: Sinai, sources: [list], descripton: a peninsula}\n",
        (
            "a.yaml:2: unknown key 'descripton'; expected one of checked, description, name, names, sources, within."
            " Did you mean description?"
        ),
    ),
    "unknown section": (
        "agreement: {}\n",
        (
            "a.yaml:1: unknown section 'agreement'; expected one of dataset, sources, countries, organizations, areas,"
            " agreements, events, claims, proposals, scopes, memberships, candidacies, borders, stations, successions."
            " Did you mean agreements?"
        ),
    ),
    "section of the wrong type": (
        "memberships: {}\n",
        "a.yaml:1: section 'memberships' is a mapping; expected a list",
    ),
    "not a mapping at the top": ("- a\n", "a.yaml:1: the file holds a list; expected a mapping of sections"),
    "empty file": ("# nothing\n", "a.yaml:1: the file is empty; expected a mapping of sections"),
    "not YAML": ("areas:\n  a: [b\n  c: d\n", "a.yaml:3: not YAML: did not find expected ',' or ']'"),
    "an alias": (
        "areas:\n  a: {name: &x A, sources: [list]}\n  b: {name: *x, sources: [list]}\n",
        "a.yaml:2: an alias (*); expected the value itself, written out",
    ),
    "a tag": (
        "areas:\n  a: {name: !!python/name:os.system A, sources: [list]}\n",
        "a.yaml:2: a tag 'tag:yaml.org,2002:python/name:os.system'; expected a plain value",
    ),
    "an empty value": (
        "areas:\n  sinai:\n    name:\n    sources: [list]\n",
        "a.yaml:3: nothing where a value is expected; leave its key out, or fill it in",
    ),
    "a key twice": (
        "areas:\n  sinai:\n    name: Sinai\n    name: Suez\n    sources: [list]\n",
        "a.yaml:4: key 'name' again, first at a.yaml:3; expected it once",
    ),
    "an id twice": (
        "areas:\n  nile: {name: Nile, sources: [list]}\n",
        "base.yaml:12: id 'nile' again in areas, first at a.yaml:2; expected it once",
    ),
    "an id of two things": (
        "proposals:\n  nile: {title: Nile, sources: [list]}\n",
        "a.yaml:2: id 'nile' again, first at base.yaml:12 as an area; expected an id of its own",
    ),
    "number for a time without its days": (
        "countries:\n  DEU: {name: Germany, cow: 255, other_codes: [cow 260], sources: [list]}\n",
        (
            "a.yaml:2: other_codes: not a number and its days: 'cow 260'; expected one such as"
            " 'cow 260 since 1949-05-23 until 1990-10-03'"
        ),
    ),
    "number for a time that ends before it begins": (
        "countries:\n  DEU: {name: Germany, other_codes: [gw 255 since 1949 until 1816], sources: [list]}\n",
        (
            "a.yaml:2: other_codes: ends before it begins: 'gw 255 since 1949 until 1816'; expected one such as"
            " 'cow 260 since 1949-05-23 until 1990-10-03'"
        ),
    ),
    "number of two states of today": (
        "countries:\n  SRB: {name: Serbia, cow: 345, sources: [list]}\n  MNE: {name: Montenegro, cow: 345, sources: [list]}\n",
        "a.yaml:3: cow 345 of MNE is also that of SRB (a.yaml:2); expected an 'until' of one of them",
    ),
    "wrong country code": (
        "countries:\n  Syria: {name: Syria, sources: [list]}\n",
        "a.yaml:2: not an id: 'Syria'; expected an ISO 3166 alpha-3 code such as EST, or cow-300 or gw-99",
    ),
    "wrong slug": (
        "areas:\n  Red Sea: {name: Red Sea, sources: [list]}\n",
        "a.yaml:2: not an id: 'Red Sea'; expected a slug such as north-atlantic-area",
    ),
    "an entry that is text": (
        "areas:\n  sinai: Sinai\n",
        "a.yaml:2: sinai is 'Sinai'; expected a mapping",
    ),
    "no such day": (
        "memberships:\n  - {member: EGY, of: arab-league, since: 1945-02-30, sources: [list]}\n",
        (
            "a.yaml:2: since: there is no such day: '1945-02-30';"
            " expected a date such as 2004-03-29, 2004-03 or 2004"
        ),
    ),
    "not a date": (
        "memberships:\n  - {member: EGY, of: arab-league, since: spring, sources: [list]}\n",
        "a.yaml:2: since: not a date: 'spring'; expected a date such as 2004-03-29, 2004-03 or 2004",
    ),
    "a list for a date": (
        "memberships:\n  - {member: EGY, of: arab-league, since: [1945], sources: [list]}\n",
        "a.yaml:2: since is a list; expected a date",
    ),
    "until before since": (
        "memberships:\n  - {member: EGY, of: arab-league, since: 1989, until: 1979, sources: [list]}\n",
        "a.yaml:2: until 1979 is not after since 1989; expected a later day",
    ),
    "until on the same day": (
        (
            "memberships:\n"
            "  - {member: EGY, of: arab-league, since: 1989-05-23, until: 1989-05-23, sources: [list]}\n"
        ),
        "a.yaml:2: until 1989-05-23 is not after since 1989-05-23; expected a later day",
    ),
    "after the dataset's last day": (
        "memberships:\n  - {member: EGY, of: arab-league, since: 2062-05-23, sources: [list]}\n",
        "a.yaml:2: since 2062-05-23 is after 2026-08-21, the last day that the dataset covers",
    ),
    "no sources": (
        "areas:\n  sinai: {name: Sinai}\n",
        "a.yaml:2: missing 'sources'; expected a list of source ids",
    ),
    "empty sources": (
        "areas:\n  sinai: {name: Sinai, sources: []}\n",
        "a.yaml:2: missing 'sources'; expected a list of source ids",
    ),
    "no sources for a party": (
        AGREEMENT.replace("    parties_sources: [list]\n", "")
        + "    parties:\n      - {party: EGY, role: party}\n",
        "a.yaml:9: missing 'sources'; expected a list of source ids",
    ),
    "sources that are no list": (
        "areas:\n  sinai: {name: Sinai, sources: list}\n",
        "a.yaml:2: sources is 'list'; expected a list",
    ),
    "unknown source": (
        "areas:\n  sinai: {name: Sinai, sources: ['chater#Article 2']}\n",
        "a.yaml:2: unknown source 'chater'; expected the id of a source. Did you mean charter?",
    ),
    "unknown source of all parties": (
        AGREEMENT.replace("[list]", "[lists]"),
        "a.yaml:8: unknown source 'lists'; expected the id of a source. Did you mean list?",
    ),
    "checked with an unknown source": (
        "areas:\n  sinai: {name: Sinai, sources: [list], checked: {on: 2026-08-01, with: charta}}\n",
        "a.yaml:2: unknown source 'charta'; expected the id of a source. Did you mean charter?",
    ),
    "checked on no day": (
        "areas:\n  sinai: {name: Sinai, sources: [list], checked: {with: list}}\n",
        "a.yaml:2: checked is incomplete; expected {on: a day, with: a source id}",
    ),
    "checked in a month": (
        "areas:\n  sinai: {name: Sinai, sources: [list], checked: {on: 2026-08, with: list}}\n",
        "a.yaml:2: checked on '2026-08'; expected a single day such as 2004-03-29",
    ),
    "no locator": (
        "areas:\n  sinai: {name: Sinai, sources: ['list#']}\n",
        "a.yaml:2: no locator after '#' in 'list#'; expected one, or the source alone",
    ),
    "unknown party": (
        "memberships:\n  - {member: EGI, of: arab-league, since: 1945, sources: [list]}\n",
        "a.yaml:2: unknown id 'EGI'; expected the id of a country or an organization. Did you mean EGY?",
    ),
    "a name for an id": (
        "memberships:\n  - {member: Egypt, of: arab-league, since: 1945, sources: [list]}\n",
        (
            "a.yaml:2: unknown id 'Egypt'; expected the id of a country or an organization."
            " Did you mean Egypt (EGY)?"
        ),
    ),
    "the wrong thing": (
        "memberships:\n  - {member: nile, of: EGY, since: 1945, sources: [list]}\n",
        (
            "a.yaml:2: 'nile' is an area; expected the id of a country or an organization\n"
            "a.yaml:2: 'EGY' is a country; expected the id of an organization"
        ),
    ),
    "unknown agreement": (
        AGREEMENT + "    implements: [pacto]\n",
        "a.yaml:9: unknown id 'pacto'; expected the id of an agreement. Did you mean pact?",
    ),
    "unknown obligation": (
        OBLIGATION + "        bound: parties\n        replaces: [pact/halp]\n",
        "a.yaml:18: unknown id 'pact/halp'; expected the id of an obligation. Did you mean pact/help?",
    ),
    "unknown area": (
        OBLIGATION + "        bound: parties\n        applies_in: [nil]\n",
        "a.yaml:18: unknown id 'nil'; expected the id of an area. Did you mean nile?",
    ),
    "unknown subject": (
        "events:\n  war: {name: War, kind: invasion, since: 1948-05-15, about: [pax], sources: [list]}\n",
        "a.yaml:2: unknown id 'pax'; expected the id of anything defined here",
    ),
    "unknown claimant": (
        "claims:\n  lists/members: {subject: it, predicate: has, value: 7, sources: [list]}\n",
        (
            "a.yaml:2: claim 'lists/members' of an unknown source 'lists'; expected <source>/<slug>."
            " Did you mean list?"
        ),
    ),
    "wrong term": (
        AGREEMENT.replace("binding", "bindin"),
        (
            "a.yaml:5: force is 'bindin'; expected one of binding, domestic-law, contested, political, unknown."
            " Did you mean binding?"
        ),
    ),
    "wrong role": (
        AGREEMENT + "    parties:\n      - {party: EGY, role: member}\n",
        (
            "a.yaml:10: role is 'member'; expected one of party, signatory, designator, designee, enactor, donor,"
            " beneficiary, guarantor, endorser, depositary."
        ),
    ),
    "wrong stage": (
        "candidacies:\n  - {country: EGY, of: arab-league, stage: asked, since: 1945, sources: [list]}\n",
        (
            "a.yaml:2: stage is 'asked'; expected one of promised, intensified dialogue, action plan, applied, invited,"
            " protocol signed, ratified by all, acceded."
        ),
    ),
    "missing property": (
        "events:\n  war: {name: War, since: 1948-05-15, sources: [list]}\n",
        "a.yaml:2: missing 'kind'; expected what sort of event",
    ),
    "wrong type": (
        "countries:\n  SYR: {name: [Syria], cow: many, sources: [list]}\n",
        "a.yaml:2: name is ['Syria']; expected text\na.yaml:2: cow is 'many'; expected a whole number",
    ),
    "text for a list": (
        "countries:\n  SYR: {name: Syria, names: Sham, sources: [list]}\n",
        "a.yaml:2: names is 'Sham'; expected a list of texts",
    ),
    "neither since nor signed": (
        AGREEMENT.replace("    since: 1945-05-11\n", ""),
        "a.yaml:2: missing 'since'; expected the first day in force, or 'signed' alone where it is not",
    ),
    "an event at no time": (
        "events:\n  war: {name: War, kind: invasion, sources: [list]}\n",
        "a.yaml:2: missing 'since'; expected the day on which it happened",
    ),
    "a party before and after its agreement": (
        AGREEMENT.replace("05-11", "05-11\n    until: 1950")
        + "    parties:\n      - {party: EGY, role: party, since: 1960}\n",
        "a.yaml:11: this part never runs while its agreement is in force; expected days when it is",
    ),
    "an obligation after its agreement": (
        OBLIGATION.replace("05-11", "05-11\n    until: 1950")
        + "        bound: parties\n        since: 1960\n",
        "a.yaml:14: this obligation never runs while its agreement is in force; expected days when it is",
    ),
    "a return without a spell": (
        AGREEMENT
        + "    parties:\n"
        + "      - {party: EGY, role: party, since: 1950, until: 1979}\n"
        + "      - {party: EGY, role: party, since: 1989}\n",
        (
            "a.yaml:11: PARTY_TO of EGY and pact again, first at a.yaml:10;"
            " expected it once, or a 'spell' for a return"
        ),
    ),
    "spells that overlap": (
        AGREEMENT
        + "    parties:\n"
        + "      - {party: EGY, role: party, since: 1950, spell: 1}\n"
        + "      - {party: EGY, role: party, since: 1989, spell: 2}\n",
        "a.yaml:11: PARTY_TO of EGY and pact: its spell overlaps the one at a.yaml:10; expected an 'until'",
    ),
    "a membership stated twice": (
        AGREEMENT
        + "    constitutes: arab-league\n    parties:\n      - {party: EGY, role: party}\n"
        + "memberships:\n  - {member: EGY, of: arab-league, since: 1945-05-11, sources: [list]}\n",
        (
            "a.yaml:13: MEMBER_OF of EGY and arab-league again, first at a.yaml:11;"
            " expected it once, or a 'spell' for a return"
        ),
    ),
    "nobody owes it": (
        OBLIGATION + "        bound: parties\n        debtor_roles: [guarantor]\n",
        "a.yaml:13: nobody owes it; expected 'debtors', or parties with one of its 'debtor_roles'",
    ),
    "owed to nobody": (
        OBLIGATION + "        bound: named\n        debtors: [EGY]\n",
        (
            "a.yaml:13: it is owed to nobody; expected 'beneficiaries',"
            " parties with one of its 'beneficiary_roles', or 'owed_to_class'"
        ),
    ),
    "owed to itself": (
        OBLIGATION + "        bound: named\n        debtors: [EGY]\n        beneficiaries: [EGY]\n",
        "a.yaml:13: only EGY owes it, and to itself; expected another end",
    ),
    "debtors of an obligation that follows parties": (
        OBLIGATION + "        bound: parties\n        debtors: [EGY]\n",
        (
            "a.yaml:18: 'debtors' with bound: parties;"
            " expected 'parties_of', 'debtor_roles', 'beneficiary_roles', or bound: named"
        ),
    ),
    "roles of an obligation that names its ends": (
        OBLIGATION
        + "        bound: named\n        debtors: [EGY]\n        beneficiaries: [IRQ]\n"
        + "        debtor_roles: [party]\n",
        (
            "a.yaml:20: 'debtor_roles' with bound: named;"
            " expected 'debtors' and 'beneficiaries', or bound: parties"
        ),
    ),
    "a member after its state ended": (
        FORMER + "memberships:\n  - {member: SUN, of: arab-league, since: 1995-01-01, sources: [list]}\n",
        "a.yaml:5: SUN did not exist on 1995-01-01; it ended on 1991-12-26",
    ),
    "a member before its state began": (
        FORMER
        + "memberships:\n  - {member: DDR, of: arab-league, since: 1948, until: 1950-01-01, sources: [list]}\n",
        "a.yaml:5: DDR did not exist in 1948; it began on 1949-10-07",
    ),
    "a member that left before its state began": (
        FORMER + "memberships:\n  - {member: DDR, of: arab-league, until: 1947-03, sources: [list]}\n",
        "a.yaml:5: DDR did not exist before 1947-03; it began on 1949-10-07",
    ),
    "a member that outlasts its state": (
        FORMER + "memberships:\n  - {member: DDR, of: arab-league, since: 1970, sources: [list]}\n",
        "a.yaml:5: DDR ended on 1990-10-03; expected an 'until' no later",
    ),
    "a member of what is not yet there": (
        "memberships:\n  - {member: EGY, of: arab-league, since: 1944, sources: [list]}\n",
        "a.yaml:2: arab-league did not exist in 1944; it began on 1945-03-22",
    ),
    "a party after its state ended": (
        OBLIGATION.replace("IRQ, role: party", "SUN, role: party, signed: 1993, since: 1995-01-01").replace(
            "    parties:\n", "    constitutes: arab-league\n    parties:\n"
        )
        + "        bound: parties\n"
        + FORMER,
        (
            "a.yaml:12: SUN did not exist in 1993; it ended on 1991-12-26\n"
            "a.yaml:12: SUN did not exist on 1995-01-01; it ended on 1991-12-26"
        ),
    ),
    "a debtor and a beneficiary after their state ended": (
        OBLIGATION
        + "        since: 1992\n"
        + "        bound: named\n"
        + "        debtors:\n          - {party: SUN, since: 1994}\n          - IRQ\n"
        + "        beneficiaries: [EGY, DDR]\n"
        + FORMER,
        (
            "a.yaml:20: SUN did not exist in 1994; it ended on 1991-12-26\n"
            "a.yaml:22: DDR did not exist in 1992; it ended on 1990-10-03"
        ),
    ),
    "two locators in one": (
        "areas:\n  sinai: {name: Sinai, sources: ['list#Article 1#2']}\n",
        (
            "a.yaml:2: locator 'Article 1#2'; expected an article, a page or the like, without another '#' and"
            " spaces around it"
        ),
    ),
    "checked with what is not cited": (
        "areas:\n  sinai: {name: Sinai, sources: [list], checked: {on: 2024-01-01, with: charter}}\n",
        "a.yaml:2: checked with 'charter', which it does not cite; expected one of its sources",
    ),
    "an address that is none": (
        "sources:\n  text: {title: Text, publisher: P, kind: official text, url: issuhub}\n",
        "a.yaml:2: url is 'issuhub'; expected an address that begins with https://",
    ),
    "a spell that is no number": (
        AGREEMENT + "    parties: [{party: EGY, role: party, spell: two}]\n",
        "a.yaml:9: spell is 'two'; expected which time it is: 1, 2, …",
    ),
    "a currency without amount": (
        OBLIGATION + "        bound: parties\n        currency: USD\n",
        "a.yaml:13: 'currency' without 'amount'; expected the sum, or neither",
    ),
    "an amount below nothing": (
        OBLIGATION + "        bound: parties\n        amount: -7.5\n        currency: USD\n",
        "a.yaml:13: amount is -7.5; expected more than 0",
    ),
    "an amount of very many digits": (
        OBLIGATION + f"        bound: parties\n        amount: {'9' * 16}\n",
        "a.yaml:18: amount is '9999999999999999'; expected a number",
    ),
    "an amount without currency": (
        OBLIGATION + "        bound: parties\n        amount: 7.5\n",
        "a.yaml:13: 'amount' without 'currency'; expected an ISO 4217 code such as USD",
    ),
    "a currency that is none": (
        OBLIGATION + "        bound: parties\n        amount: 7.5\n        currency: dollars\n",
        "a.yaml:13: currency is 'dollars'; expected an ISO 4217 code such as USD",
    ),
    "a name that two have": (
        "countries:\n  SYR: {name: Syria, names: [EGYPT], sources: [list]}\n",
        "base.yaml:6: name or code 'egypt' of EGY is also one of SYR (a.yaml:2); expected names of its own",
    ),
    "a second manifest": (
        "dataset: {title: T, version: 1, covers_from: 1945-01-01, covers_until: 2026-08-21}\n",
        "base.yaml:1: section 'dataset' again, first at a.yaml:1; expected it once",
    ),
    "a scope past the dataset": (
        "scopes:\n  all: {title: all, complete: false, since: 1945, until: 2030, sources: [list]}\n",
        "a.yaml:2: until 2030 is past the dataset's last day; leave it out, or mend it",
    ),
    "a scope of unknown parties": (
        "scopes:\n  all: {title: all, complete: true, since: 1945, parties: [EGI], sources: [list]}\n",
        "a.yaml:2: unknown id 'EGI'; expected the id of a country or an organization. Did you mean EGY?",
    ),
    "a scope that is neither complete nor selective": (
        "scopes:\n  all: {title: all, complete: NO, since: 1945, sources: [list]}\n",
        "a.yaml:2: complete is 'NO'; expected true or false",
    ),
}


@pytest.mark.parametrize(("text", "message"), CASES.values(), ids=CASES.keys())
def test_a_mistake_is_told_in_one_line(read: Read, text: str, message: str) -> None:
    """What is wrong, where, and what was expected."""
    with pytest.raises(BadInput) as error:
        read(text)
    assert str(error.value) == message


def test_all_mistakes_are_told_at_once_and_the_rest_is_counted(read: Read) -> None:
    """Twenty lines at most, in the order of the lines, then how many more."""
    rows = "".join(f"  - {{member: X{n}, of: arab-league, sources: [list]}}\n" for n in range(25))
    with pytest.raises(BadInput) as error:
        read("memberships:\n" + rows)
    lines = str(error.value).splitlines()
    assert len(lines) == 21
    assert [line.split(": ")[0] for line in lines[:3]] == ["a.yaml:2", "a.yaml:3", "a.yaml:4"]
    assert lines[-1] == "… and 5 more"


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file in another encoding is refused with its name."""
    (tmp_path / "a.yaml").write_bytes(b"areas: \xff\n")
    with pytest.raises(BadInput, match=r"^a.yaml:1: not YAML: invalid start byte; expected UTF-8 text$"):
        core.records(tmp_path)


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    """Also what is text, and holds a control character."""
    (tmp_path / "a.yaml").write_bytes(b"# a\n# b\nareas: \xff\n")
    (tmp_path / "b.yaml").write_bytes(b"# a\nareas: \x00\n")
    with pytest.raises(BadInput) as error:
        core.records(tmp_path)
    assert [line.split(" ")[0] for line in str(error.value).splitlines()] == ["a.yaml:3:", "b.yaml:2:"]


def test_values_within_values_without_end(tmp_path: Path) -> None:
    """A file that would exhaust the reader is refused as any other."""
    (tmp_path / "a.yaml").write_text("areas: " + "[" * 3000 + "]" * 3000, encoding="utf-8")
    with pytest.raises(BadInput, match=r"^a.yaml:1: too many values within values; expected"):
        core.records(tmp_path)


def test_an_id_twice_is_told_alone(tmp_path: Path) -> None:
    """What points at what the second of the two would have held is no mistake of its own."""
    pact = "agreements:\n  pact: {title: Pact, kind: treaty, force: binding, sources: [charter]}\n"
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(pact, encoding="utf-8")
    event = "events:\n  fair: {name: Fair, kind: summit, on: 1946, about: [pact/help], sources: [charter]}\n"
    (tmp_path / "b.yaml").write_text(OBLIGATION + "        bound: parties\n" + event, encoding="utf-8")
    with pytest.raises(BadInput) as error:
        core.records(tmp_path)
    assert str(error.value) == "b.yaml:2: id 'pact' again in agreements, first at a.yaml:2; expected it once"


def test_a_control_character(tmp_path: Path) -> None:
    """YAML has no control characters."""
    (tmp_path / "a.yaml").write_text("areas: \x07\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"^a.yaml:1: not YAML: "):
        core.records(tmp_path)


def test_a_folder_without_files(tmp_path: Path) -> None:
    """An empty dataset would remove everything; it is refused instead."""
    with pytest.raises(BadInput) as error:
        core.records(tmp_path)
    assert str(error.value) == f"no *.yaml file in '{tmp_path}'; expected the folder of the core dataset"


def test_no_manifest(tmp_path: Path) -> None:
    """Without coverage, finding nothing would mean nothing."""
    (tmp_path / "a.yaml").write_text("sources: {s: {title: S, publisher: P}}\n", encoding="utf-8")
    with pytest.raises(BadInput) as error:
        core.records(tmp_path)
    assert str(error.value) == "dataset.yaml:1: missing section 'dataset'; expected title, version, …"


def test_a_check_in_the_future_is_told_to_whoever_asks(tmp_path: Path) -> None:
    """A slow clock is no reason to refuse what is shipped; whoever edits the files is told."""
    line = "  sinai: {name: Sinai, sources: [list], checked: {on: 2026-08-02, with: list}}\n"
    (tmp_path / "base.yaml").write_text(BASE + line, encoding="utf-8")
    assert core.records(tmp_path)
    with pytest.raises(BadInput) as error:
        core.records(tmp_path, today=datetime.date(2026, 8, 1))
    assert str(error.value) == (
        "base.yaml:13: checked on 2026-08-02, which is still to come; expected a day up to 2026-08-01"
    )


def test_an_agreement_not_in_force_may_have_no_ends(read: Read) -> None:
    """What is only signed gives no arrows, so nobody need owe it yet."""
    records = read(OBLIGATION.replace("since: 1945-05-11", "signed: 1945-05-11") + "        bound: parties\n")
    assert not [record for record in records if record.type in ("OWES", "OWED_TO")]


def test_a_state_may_have_existed_on_what_is_not_certain(read: Read) -> None:
    """Only what no reading of the dates allows is a mistake: on the last day, in the year of either end."""
    former = FORMER + "  LST: {name: Lost, since: 1940, until: 1960..1970-06-30, sources: [list]}\n"
    records = read(
        former
        + "memberships:\n"
        + "  - {member: DDR, of: arab-league, since: 1949, until: 1990, sources: [list]}\n"
        + "  - {member: SUN, of: arab-league, since: 1991-12-25, until: 1991-12-26, sources: [list]}\n"
        + "  - {member: LST, of: arab-league, since: 1970, until: unknown, sources: [list]}\n"
        + OBLIGATION.replace("IRQ, role: party", "LST, role: party, until: 1965")
        + "        bound: parties\n"
    )
    assert len(records) > 10
