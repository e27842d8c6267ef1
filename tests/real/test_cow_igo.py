"""COW IGO 3 as it was published: what it holds, counted, and held against core's own lists of members."""

import shutil
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from foedera.graph.dates import Date, span_of
from foedera.graph.records import Node, Record, Relationship, problems
from foedera.loaders import core, cow_igo
from foedera.loaders.cow_igo.memberships import KNOWN


@pytest.fixture(scope="module")
def found(data: Path) -> list[Record]:
    return list(cow_igo.records(data / "cow_igo"))


@pytest.fixture(scope="module")
def core_records() -> list[Record]:
    return list(core.records())


def members(records: Sequence[Record], body: str, on: Date) -> set[str]:
    """Certainly or possibly members on that day."""
    return {
        each.start.id
        for each in records
        if isinstance(each, Relationship) and each.type == "MEMBER_OF" and each.end.id == body
        if span_of(each.properties).possibly(on)
    }


def test_its_facts_are_counted(found: list[Record]) -> None:
    """534 organizations, 16 of them core's; 536,320 years of full membership in 18,631 spells."""
    assert Counter(each.type for each in found) == {
        "Dataset": 1, "Source": 1, "Scope": 1, "Organization": 518, "MEMBER_OF": 18631,
    }  # fmt: skip
    ties = [each for each in found if isinstance(each, Relationship)]
    assert len({each.id for each in ties}) == len(ties)
    assert [problem for each in found for problem in problems(each)] == []
    counted: Counter[str] = Counter()
    for each in ties:
        counted.update(told.partition("=")[0] for told in each.properties["coded"])
    assert counted == {"imputed": 2197, "accuracyofpre1965membershipdates": 2218}


def test_the_file_by_states_holds_about_the_same(data: Path, tmp_path: Path) -> None:
    """535,772 years of full membership: the two files of the release differ in 2,738 of them."""
    path = shutil.copy(data / "cow_igo" / "state_year_format3.csv.gz", tmp_path)
    held = Counter(each.type for each in cow_igo.records(Path(path)))
    assert held == {"Dataset": 1, "Source": 1, "Scope": 1, "Organization": 518, "MEMBER_OF": 18752}


@pytest.mark.parametrize(
    ("body", "year", "only_here", "only_in_core"),
    [
        ("NATO", 1960, set(), set()),
        ("NATO", 2014, set(), set()),
        ("EU", 1975, set(), set()),
        ("EU", 2014, set(), set()),
        ("GCC", 2014, set(), set()),
        ("CSTO", 2014, set(), set()),
        ("ECOWAS", 2014, set(), set()),
        ("WEU", 2000, set(), set()),
        ("SEATO", 1970, set(), set()),
        ("CENTO", 1970, set(), set()),
        ("WPact", 1962, {"GHA"}, set()),
        ("WPact", 1985, set(), set()),
        ("CIS", 2014, set(), set()),
        ("OAS", 2014, set(), {"HND"}),  # suspended in 2009, and here no member since
        ("arab-league", 1995, set(), {"PSE"}),  # no state of the COW system
        ("African-Union", 2014, set(), {"GNQ"}),
        ("OSCE", 2014, set(), {"MNG", "VAT"}),
    ],
)  # fmt: skip
def test_members_of_organizations_of_core_are_those_of_core(
    found: list[Record],
    core_records: list[Record],
    body: str,
    year: int,
    only_here: set[str],
    only_in_core: set[str],
) -> None:
    """On 1 July; where they differ, for the reason said."""
    here, there = (members(records, body, Date(year, 7, 1)) for records in (found, core_records))
    assert (here - there, there - here) == (only_here, only_in_core)


def test_no_organization_takes_a_name_of_core_s(found: list[Record], core_records: list[Record]) -> None:
    """So that NATO, CIS or NAM mean what they mean without this dataset."""
    taken: dict[str, set[str]] = defaultdict(set)
    for each in core_records:
        if isinstance(each, Node) and each.label in ("Country", "Organization"):
            for key in each.properties["keys"]:
                taken[key].add(each.id)
    bodies = [each for each in found if isinstance(each, Node) and each.label == "Organization"]
    assert {each.id: taken[key] for each in bodies for key in each.properties["keys"] if key in taken} == {}
    assert set(KNOWN.values()) <= {each.id for each in core_records if each.type == "Organization"}
