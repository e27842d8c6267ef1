"""A small core dataset to add a file to."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from textwrap import dedent

import pytest

from foedera.graph.records import Node, Record, Relationship
from foedera.loaders import core

BASE = """\
dataset: {title: Test, version: 0.1.0, covers_from: 1945-01-01, covers_until: 2026-08-21}
sources:
  charter: {title: Charter, publisher: League, on: 1945-03-22}
  list: {title: List of members, publisher: League}
countries:
  EGY: {name: Egypt, iso2: EG, sources: [list]}
  IRQ: {name: Iraq, iso2: IQ, sources: [list]}
  NOR: {name: Norway, iso2: NO, sources: [list]}
organizations:
  arab-league: {name: Arab League, kind: organization, since: 1945-03-22, sources: [charter]}
areas:
  nile: {name: Nile, sources: [list]}
"""

Read = Callable[[str], list[Record]]

_COUNTED = (
    "dcad",
    "cow.checks",
    "cow_contiguity",
    "us_forces",
    "cow_igo.by_organization",
    "cow_igo.by_state",
)


@pytest.fixture(scope="module", autouse=True)
def _hand_made() -> Iterator[None]:
    """Hand-made files have fewer rows than those that are published."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _COUNTED:
            patch.setattr(f"foedera.loaders.{name}.ROWS", 0)
        yield


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The records of the small dataset together with one more file, `a.yaml`."""

    def of(text: str) -> list[Record]:
        (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
        (tmp_path / "a.yaml").write_text(dedent(text), encoding="utf-8")
        return list(core.records(tmp_path))

    return of


def nodes(records: Sequence[Record], label: str) -> dict[str, Node]:
    return {each.id: each for each in records if isinstance(each, Node) and each.label == label}


def facts(records: Sequence[Record], *types: str) -> dict[str, Relationship]:
    return {each.id: each for each in records if isinstance(each, Relationship) and each.type in types}
