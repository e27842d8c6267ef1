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
    """Those of core are as many as are known of it, which grows."""
    found = list(links(held, known()))
    counted = Counter((each.one.dataset, each.other.dataset, each.basis) for each in found if each.sure)
    assert counted["core", "atop", "known"] >= 150 and counted["core", "cow", "known"] >= 114
    assert {pair: count for pair, count in counted.items() if "known" not in pair} == {
        ("atop", "cow", "named"): 394, ("atop", "cow", "parties and dates"): 1,
    }  # fmt: skip
    assert {each.basis for each in found if not each.sure} == {"parties and dates"}


@pytest.mark.parametrize(
    ("one", "other", "sure", "wrong"),
    [("atop", "cow", 355, 3), ("core", "atop", 113, 0), ("core", "cow", 71, 0), ("core", "dcad", 0, 0)],
)
def test_the_score_finds_what_another_word_tells_and_hardly_anything_else(
    held: list[Instrument], one: str, other: str, sure: int, wrong: int
) -> None:
    """At least as docs/same-instrument.md has it: core grows, and what it adds is found too, or is unsure."""
    both = [each for each in held if each.dataset in (one, other)]
    told = {(each.one.id, each.other.id) for each in links(both, known()) if each.basis in ("named", "known")}
    found = list(links([replace(each, coded=()) for each in both], []))
    certain = {(each.one.id, each.other.id) for each in found if each.sure}
    assert len(certain) >= sure
    assert len(certain - told) == wrong
