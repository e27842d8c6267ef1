"""Which agreements of the real files are the same instrument, and how good the score is where another word tells."""

from collections import Counter
from dataclasses import replace

import pytest

from foedera.database import Database
from foedera.loaders.links import instruments
from foedera.loaders.links.known import known
from foedera.loaders.links.matching import Instrument, links


@pytest.fixture(scope="module")
def held(everything: Database) -> list[Instrument]:
    return instruments(everything.store)


def test_links_are_counted(held: list[Instrument]) -> None:
    found = [each for each in links(held, known())]
    assert Counter((each.one.dataset, each.other.dataset, each.basis) for each in found if each.sure) == {
        ("atop", "cow", "named"): 394, ("atop", "cow", "parties and dates"): 1,
        ("core", "atop", "known"): 139, ("core", "cow", "known"): 104, ("core", "dcad", "known"): 10,
    }  # fmt: skip
    assert {each.basis for each in found if not each.sure} == {"parties and dates"}


@pytest.mark.parametrize(
    ("one", "other", "sure", "right", "unsure"),
    [("atop", "cow", 355, 352, 55), ("core", "atop", 103, 103, 32), ("core", "cow", 65, 65, 25), ("core", "dcad", 0, 0, 14)],
)  # fmt: skip
def test_the_score_finds_what_another_word_tells_and_hardly_anything_else(
    held: list[Instrument], one: str, other: str, sure: int, right: int, unsure: int
) -> None:
    """As docs/same-instrument.md has it."""
    both = [each for each in held if each.dataset in (one, other)]
    told = {(each.one.id, each.other.id) for each in links(both, known()) if each.basis in ("named", "known")}
    found = list(links([replace(each, coded=()) for each in both], []))
    certain = {(each.one.id, each.other.id) for each in found if each.sure}
    assert (len(certain), len(certain & told), len(found) - len(certain)) == (sure, right, unsure)
