"""troopdata by country and year as it was published: what it holds, counted."""

from collections import Counter
from pathlib import Path

import pytest

from foedera.graph.records import Record, Refusal, Relationship, problems
from foedera.loaders import us_forces


@pytest.fixture(scope="module")
def found(data: Path) -> list[Record | Refusal]:
    return list(us_forces.records(data / "us_forces"))


def test_its_facts_are_counted(found: list[Record | Refusal]) -> None:
    """13,135 rows: 75 of the United States, 946 of no state, 29 doubles without numbers, the others 0 but for these."""
    assert Counter("refused" if isinstance(each, Refusal) else each.type for each in found) == {
        "Dataset": 1, "Source": 1, "Scope": 1, "STATIONS": 9061, "refused": 2,
    }  # fmt: skip
    refused = [each for each in found if isinstance(each, Refusal)]
    assert [each.reason.split(" (")[0] for each in refused] == [
        "29 rows have no numbers beside another name of the same state that year",
        "946 rows are of no state, under numbers of the dataset's own",
    ]
    assert all(each.known for each in refused)
    assert [problem for each in found if not isinstance(each, Refusal) for problem in problems(each)] == []


def test_numbers_are_those_of_their_year(found: list[Record | Refusal]) -> None:
    troops = {
        (each.end.id, int(each.spell.split(":")[1])): each.properties["troops"]
        for each in found
        if isinstance(each, Relationship)
    }
    assert (troops["DEU", 1990], troops["DEU", 2024], troops["CZE", 2013]) == (227586, 36541, 17)
    assert ("SUN", 1990) in troops and ("RUS", 1990) not in troops
    assert ("VAT", 1985) in troops and ("cow-327", 1985) not in troops
    assert ("USA", 1990) not in troops
