"""DCAD 1.0 as it was published: what it holds, counted."""

from collections import Counter
from pathlib import Path

import pytest

from foedera.graph.dates import span_of
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Record, Refusal, problems
from foedera.loaders import dcad


@pytest.fixture(scope="module")
def found(data: Path) -> list[Record | Refusal]:
    return list(dcad.records(data / "dcad"))


@pytest.fixture(scope="module")
def agreements(found: list[Record | Refusal]) -> dict[str, Node]:
    nodes = (each for each in found if isinstance(each, Node) and each.label == "Agreement")
    return {each.id.removeprefix("dcad:"): each for each in nodes}


def test_its_facts_are_counted(found: list[Record | Refusal]) -> None:
    """1,871 rows: three are refused; 14 were never signed, and promise nothing; five states have a successor."""
    assert Counter("refused" if isinstance(each, Refusal) else each.type for each in found) == {
        "Dataset": 1, "Source": 1, "Scope": 1, "Agreement": 1868, "Obligation": 1854, "CREATES": 1854,
        "PARTY_TO": 3751, "OWES": 3723, "OWED_TO": 3723, "refused": 3,
    }  # fmt: skip
    assert [problem for each in found if not isinstance(each, Refusal) for problem in problems(each)] == []


def test_only_the_agreements_of_a_state_with_itself_are_refused(found: list[Record | Refusal]) -> None:
    refused = [each for each in found if isinstance(each, Refusal)]
    assert [(each.id, each.place) for each in refused] == [
        ("dcad:DCADv1.0-0297", "DCAD-v1.0-main.csv:293"),
        ("dcad:DCADv1.0-1625", "DCAD-v1.0-main.csv:1593"),
        ("dcad:DCADv1.0-1847", "DCAD-v1.0-main.csv:1811"),
    ]
    assert all(each.known for each in refused)


def test_its_promises_are_counted_by_kind(found: list[Record | Refusal]) -> None:
    promises = [each for each in found if isinstance(each, Node) and each.label == "Obligation"]
    assert Counter(each.properties["kind"] for each in promises) == {
        "cooperation": 978, "industry": 409, "exercises": 245, "arms-access": 145, "consultation": 77,
    }  # fmt: skip
    assert {each.properties["rank"] for each in promises} == {1}


def test_its_ends_are_counted_by_what_is_known(agreements: dict[str, Node]) -> None:
    """728 of the 729 in force on its last day, as the parties of one are doubted; 43 that ended; nobody knows of the others."""
    spans = [span_of(each.properties) for each in agreements.values()]
    still = [each for each in spans if each.until and each.until.latest.year == 9999]
    assert len(still) == 728
    assert sum(each.until is not None for each in spans) - len(still) == 43
    assert sum(not each.until_known for each in spans) == 1097


def test_remarks_are_counted(agreements: dict[str, Node]) -> None:
    notes = [each.properties["note"] or "" for each in agreements.values()]
    assert {
        remark: sum(remark in note for note in notes)
        for remark in ("before its signature", "its entry into force later", "but not signed", "leave open whether",
                       "little sure of its category", "atypical of its category", "one of the two is wrong", "unequal")
    } == {
        "before its signature": 5, "its entry into force later": 42, "but not signed": 14, "leave open whether": 90,
        "little sure of its category": 408, "atypical of its category": 348, "one of the two is wrong": 1, "unequal": 67,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("id", "title", "signed", "span"),
    [
        ("DCADv1.0-0002", "DCAD 0002: United States and Canada, defence cooperation (1994)", "1994-08-19", "1994-08-19 – 2011-01-01 or later"),
        ("DCADv1.0-0108", "DCAD 0108: United States and Syria, defence research (1998)", "1998-02-27", "1998-02-27 or later – None"),
        ("DCADv1.0-1905", "DCAD 1905: Indonesia and Australia, defence cooperation (1995)", "1995-12-18", ""),
    ],
)  # fmt: skip
def test_some_agreements(agreements: dict[str, Node], id: str, title: str, signed: str, span: str) -> None:
    held = agreements[id].properties
    assert (held["title"], held["signed"].isoformat()) == (title, signed)
    found = span_of(held)
    assert not span or f"{found.since} – {found.until}" == span


def test_a_file_that_was_cut_short_is_refused(tmp_path: Path, data: Path) -> None:
    """Also where it ends with a whole row."""
    lines = (data / "dcad" / dcad.FILE).read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / dcad.FILE).write_text("".join(lines[:1000]), encoding="utf-8")
    with pytest.raises(
        BadInput, match=r"^DCAD-v1.0-main.csv:1000: the file ends after 999 rows; expected 1,871"
    ):
        list(dcad.records(tmp_path))
