"""`schema.json` is what the declaration makes, and takes and refuses what the reader does."""

import re
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from foedera.graph import dates
from foedera.graph.errors import BadInput
from foedera.loaders import core
from foedera.loaders.core import json_schema

from .conftest import BASE, Read

SCHEMA = json_schema.schema()


class Yaml12(yaml.SafeLoader):
    """Scalars as editors read them, by the core schema of YAML 1.2: `NO` and a day are texts."""


Yaml12.yaml_implicit_resolvers = {}
for name, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), list(first))


@cache
def validator() -> Draft7Validator:
    Draft7Validator.check_schema(SCHEMA)
    return Draft7Validator(SCHEMA)


def mistakes(text: str) -> list[str]:
    """Where the text does not fit, as paths."""
    found = validator().iter_errors(yaml.load(text, Loader=Yaml12))
    return ["/".join(map(str, error.absolute_path)) for error in found]


def test_the_committed_file_is_what_the_declaration_makes() -> None:
    """Else: python -m foedera.loaders.core.json_schema > loaders/core/schema.json"""
    assert (core.FOLDER / "schema.json").read_text("utf-8") == json_schema.text()


@pytest.mark.parametrize("path", sorted(core.FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_file_fits(path: Path) -> None:
    assert mistakes(path.read_text("utf-8")) == []


def test_the_small_dataset_of_these_tests_fits() -> None:
    assert mistakes(BASE) == []


PACT = """\
agreements:
  pact:
    title: Pact
    kind: treaty
    force: binding
    since: 1945
    sources: ['charter#Article 2']
"""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("agreement: {}", ""),
        ("memberships: {}", "memberships"),
        ("countries: {Syria: {name: Syria, sources: [list]}}", "countries"),
        ("countries: {SYR: {name: [Syria], sources: [list]}}", "countries/SYR/name"),
        ("countries: {SYR: {name: Syria, cow: many, sources: [list]}}", "countries/SYR/cow"),
        ("areas: {sinai: {name: Sinai}}", "areas/sinai"),
        ("areas: {sinai: {name: Sinai, sources: []}}", "areas/sinai/sources"),
        ("areas: {sinai: {name: Sinai, sources: ['list#']}}", "areas/sinai/sources/0"),
        ("areas: {sinai: {name: Sinai, sources: [list], descripton: dry}}", "areas/sinai"),
        (PACT.replace("binding", "bindin"), "agreements/pact/force"),
        (PACT.replace("    since: 1945\n", ""), "agreements/pact"),
        (PACT.replace("1945", "spring"), "agreements/pact/since"),
        (PACT + "    checked: {on: 2026-08, with: charter}\n", "agreements/pact/checked/on"),
        (PACT + "    until: unknwon\n", "agreements/pact/until"),
        (PACT + "    parties: [{party: EGY, role: member}]\n", "agreements/pact/parties/0/role"),
        (PACT + "    obligations: {help: {kind: aid}}\n", "agreements/pact/obligations/help/kind"),
        ("dataset: {title: T, version: 1, loading: true}", "dataset"),
    ],
)
def test_what_the_reader_refuses_does_not_fit(read: Read, text: str, where: str) -> None:
    """A handful, with the place where an editor shows it; the reader refuses each as well."""
    assert where in mistakes(text)
    with pytest.raises(BadInput):
        read(text)


@pytest.mark.parametrize(
    "date",
    ["1945-03-22", "1945-03", "1945", "1945-03..1946", "1945-03-22..", "1945-3", "spring", "1945..x", "45"],
)
def test_dates_are_those_that_are_understood(date: str) -> None:
    """One grammar, in two places."""
    fits = mistakes(PACT.replace("1945", repr(date))) == []
    try:
        dates.parse(date)
    except BadInput:
        assert not fits
    else:
        assert fits


PROBES = {
    "Dataset": "dataset: {zzz: 1}",
    "Source": "sources: {s: {zzz: 1}}",
    "Country": "countries: {SYR: {zzz: 1}}",
    "Organization": "organizations: {X: {zzz: 1}}",
    "Area": "areas: {a: {zzz: 1}}",
    "Agreement": "agreements: {a: {zzz: 1}}",
    "Obligation": "agreements: {a: {obligations: {o: {name: o, force: binding, status: dormant, zzz: 1}}}}",
    "Event": "events: {e: {zzz: 1}}",
    "Claim": "claims: {list/c: {zzz: 1}}",
    "Proposal": "proposals: {p: {zzz: 1}}",
    "Scope": "scopes: {s: {zzz: 1}}",
    "PARTY_TO": "agreements: {a: {parties: [{zzz: 1}]}}",
    "OWES": "agreements: {a: {obligations: {o: {debtors: [{zzz: 1}]}}}}",
    "EXCLUDES": "agreements: {a: {obligations: {o: {excludes: [{zzz: 1}]}}}}",
    "TOOK_PART": "events: {e: {took_part: [{zzz: 1}]}}",
    "CONCERNS": "proposals: {p: {concerns: [{zzz: 1}]}}",
    "MEMBER_OF": "memberships: [{zzz: 1}]",
    "CANDIDATE_OF": "candidacies: [{zzz: 1}]",
    "BORDERS": "borders: [{zzz: 1}]",
    "STATIONS": "stations: [{zzz: 1}]",
    "SUCCEEDS": "successions: [{zzz: 1}]",
    "checked": "areas: {a: {checked: {zzz: 1}}}",
}


@pytest.mark.parametrize(("kind", "text"), PROBES.items(), ids=PROBES.keys())
def test_the_keys_are_those_that_the_reader_takes(read: Read, kind: str, text: str) -> None:
    """No more and no fewer: the reader tells them where it meets one that it does not know."""
    with pytest.raises(BadInput) as error:
        read(dedent(text))
    told = re.search(r"unknown key 'zzz'; expected one of ([^.\n]*)", str(error.value))
    assert told, str(error.value)
    assert set(told[1].split(", ")) == set(_properties(kind))


def test_every_kind_of_entry_is_probed() -> None:
    assert set(PROBES) == {*SCHEMA["definitions"], "Dataset"} - {"sources"}


def _properties(kind: str) -> dict[str, Any]:
    found: Any = SCHEMA["properties"]["dataset"] if kind == "Dataset" else SCHEMA["definitions"][kind]
    return dict(found["properties"])
