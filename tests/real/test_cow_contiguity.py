"""COW direct contiguity 3.2 as it was published: what it holds, counted."""

from collections import Counter
from pathlib import Path

import pytest

from foedera.graph.dates import Date, span_of
from foedera.graph.records import Record, Relationship, problems
from foedera.loaders import cow_contiguity


@pytest.fixture(scope="module")
def found(data: Path) -> list[Record]:
    return list(cow_contiguity.records(data / "cow_contiguity"))


def test_its_facts_are_counted(found: list[Record]) -> None:
    """847 stretches; the more are those of Russia, Yugoslavia and Serbia, whose numbers several states have had."""
    assert Counter(each.type for each in found) == {"Dataset": 1, "Source": 1, "Scope": 1, "BORDERS": 902}
    borders = [each for each in found if isinstance(each, Relationship)]
    assert Counter(each.properties["contiguity"] for each in borders) == {
        "land": 517, "12 miles": 27, "24 miles": 26, "150 miles": 131, "400 miles": 201,
    }  # fmt: skip
    assert len({each.provenance.sources for each in borders}) == 847
    assert len({each.id for each in borders}) == 902
    assert [problem for each in found for problem in problems(each)] == []


def test_the_land_borders_of_a_state_are_those_that_it_has_had(found: list[Record]) -> None:
    """Ukraine's seven; before December 1991 none."""
    held: dict[str, set[str]] = {}
    for on in (Date(1991, 11, 1), Date(2014, 1, 1)):
        held[str(on)] = {
            end
            for each in found
            if isinstance(each, Relationship) and each.properties["contiguity"] == "land"
            if span_of(each.properties).possibly(on)
            for end in (each.start.id, each.end.id)
            if "UKR" in (each.start.id, each.end.id) and end != "UKR"
        }
    assert held == {"1991-11-01": set(), "2014-01-01": {"BLR", "HUN", "MDA", "POL", "ROU", "RUS", "SVK"}}
