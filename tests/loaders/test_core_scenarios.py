"""What would be, in proposals and in files for what-if: read as facts are, and held apart from them."""

import json
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

import pytest

from foedera.graph.dates import Span, parse
from foedera.graph.derive import Part
from foedera.graph.errors import BadInput
from foedera.graph.parts import Instrument
from foedera.graph.records import Provenance, Ref
from foedera.loaders.core.index import Beside
from foedera.loaders.core.scenarios import facts
from foedera.loaders.core.yaml_file import Table

from .conftest import Read, nodes
from .conftest import facts as relationships

PROPOSAL = """\
proposals:
  pact-2020:
    title: A pact
    on: 2020-05-01
    sources: [charter]
"""
DRAFT = """\
    draft:
      agreements:
        pact:
          title: Pact
          kind: treaty
          force: binding
          parties:
            - {party: EGY, role: party}
            - {party: IRQ, role: party}
          obligations:
            help: {kind: defense, summary: help, bound: parties}
"""
TERMS = "    would: [join NOR arab-league]\n    might: [leave EGY arab-league]\n"


def test_terms_and_draft_are_kept_with_the_proposal_and_are_no_facts(read: Read) -> None:
    """Nobody becomes a member, no agreement is there, nobody owes anything."""
    records = read(PROPOSAL + TERMS + DRAFT)
    held = nodes(records, "Proposal")["pact-2020"].properties
    assert held["would"] == ["join NOR arab-league"] and held["might"] == ["leave EGY arab-league"]
    assert list(json.loads(held["draft"])["agreements"]) == ["pact"]
    assert not nodes(records, "Agreement") and not nodes(records, "Obligation")
    assert not relationships(records, "PARTY_TO", "MEMBER_OF", "OWES", "OWED_TO")


MISTAKES = {
    "verb": (
        "    would: [joins NOR arab-league]\n",
        "a.yaml:6: would: unknown change 'joins'; expected one of join, leave, designate, end. Did you mean join?",
    ),
    "ids": (
        "    would: [join NOR]\n",
        "a.yaml:6: would: 'join NOR' names 1; expected join COUNTRY_OR_ORGANIZATION ORGANIZATION_OR_AGREEMENT",
    ),
    "unknown id": (
        "    might: [join NOW arab-league]\n",
        "a.yaml:6: unknown id 'NOW'; expected the id of a country or an organization. Did you mean NOR?",
    ),
    "id of something else": (
        "    would: [end arab-league]\n",
        "a.yaml:6: 'arab-league' is an organization; expected the id of an obligation or an agreement",
    ),
    "draft that is no mapping": ("    draft: a pact\n", "a.yaml:6: draft is 'a pact'; expected a mapping of sections"),
    "party of a draft": (
        DRAFT.replace("IRQ", "IRK"),
        "a.yaml:14: unknown id 'IRK'; expected the id of a country or an organization. Did you mean IRQ?",
    ),
    "section of a draft": (
        "    draft: {claims: {}}\n",
        "a.yaml:6: unknown section 'claims'; expected one of sources, countries, organizations, areas, agreements, events,",
    ),
    "kind in a draft": (
        DRAFT.replace("defense", "defence"),
        "a.yaml:16: kind is 'defence'; expected one of defense, offense, ",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_line(read: Read, text: str, message: str) -> None:
    """As of any other fact, since a draft is read by the same functions."""
    with pytest.raises(BadInput) as error:
        read(PROPOSAL + text)
    assert str(error.value).splitlines()[0].startswith(message)


def beside() -> Beside:
    """A database with two states and a treaty, to which one of them is party."""
    egypt = Part(Ref("Country", "EGY"), "party", Span(parse("1945-03-22")), Provenance("core", ("charter",)))
    things = {"EGY": ("Country", Table()), "IRQ": ("Country", Table()), "charter": ("Agreement", Table())}

    def instruments(of: str) -> Iterable[Instrument]:
        return [Instrument("charter", "treaty", parts=(egypt,))] if of == "charter" else []

    return Beside(things, ["charter-text"], instruments, parse("2024-01-01"))


def test_a_file_of_facts_names_what_the_database_holds(tmp_path: Path) -> None:
    """It begins on the day asked about, needs no source, and follows parties that it does not state itself."""
    path = tmp_path / "f.yaml"
    path.write_text(
        dedent(
            """\
            agreements:
              pact:
                title: Pact
                kind: treaty
                force: binding
                parties: [{party: IRQ, role: beneficiary}]
                obligations:
                  help:
                    kind: defense
                    summary: help
                    bound: parties
                    parties_of: charter
                    beneficiary_roles: []
                    owed_to_class: everybody
            """
        ),
        encoding="utf-8",
    )
    records = facts(path, beside())
    (owes,) = relationships(records, "OWES").values()
    assert owes.start.id == "EGY" and str(owes.properties["since"]) == "2024-01-01"
    assert not relationships(records, "OWED_TO")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("countries: {EGY: {name: Egypt}}", "f.yaml:1: id 'EGY' is a country already; expected an id of its own"),
        ("memberships: [{member: EGI, of: X}]", "f.yaml:1: unknown id 'EGI'; expected the id of a country or an organization"),
        ("areas: {nile: {name: Nile, sources: [lists]}}", "f.yaml:1: unknown source 'lists'; expected the id of a source"),
        ("dataset: {title: T}", "f.yaml:1: unknown section 'dataset'; expected one of sources, "),
        ("a: [", "f.yaml:2: not YAML: "),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_of_facts_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    """As `load --check` tells it."""
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as error:
        facts(tmp_path / "f.yaml", beside())
    assert str(error.value).startswith(message)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """One line, no traceback."""
    with pytest.raises(
        BadInput, match=r"^cannot read '.*nowhere.yaml': No such file or directory; expected a YAML file$"
    ):
        facts(tmp_path / "nowhere.yaml", beside())
