"""What finding nothing means."""

import datetime

import pytest

from foedera.graph.coverage import Scope, nothing_found
from foedera.graph.dates import Span, parse

BALTIC = Scope(
    "core/baltic",
    "core",
    "defence commitments of the Baltic states",
    Span(parse("1991-09-06"), parse("2004-03-29")),
    True,
    frozenset({"defense", "offense"}),
    frozenset({"EST", "LVA"}),
)
SELECTIVE = Scope("core/all", "core", "everything", Span(parse("1945-01-01"), parse("2026-01-01")), False)
PAIR = Scope(
    "core/pair",
    "core",
    "what the United States and Taiwan promised each other",
    Span(parse("1980"), parse("2026-01-01")),
    True,
    parties=frozenset({"USA"}),
    counterparties=frozenset({"TWN"}),
)
SCOPES = [BALTIC, PAIR, SELECTIVE]


@pytest.mark.parametrize(
    ("one", "other", "kinds", "on", "verdict", "reason"),
    [
        (
            "EST",
            "USA",
            ["defense"],
            "2003-01-01",
            "no",
            "core is complete for defence commitments of the Baltic states, and holds none",
        ),
        (
            "USA",
            "EST",
            ["defense"],
            "2003-01-01",
            "no",
            "core is complete for defence commitments of the Baltic states, and holds none",
        ),
        (
            None,
            "EST",
            ["defense", "offense"],
            "2003-01-01",
            "no",
            "core is complete for defence commitments of the Baltic states, and holds none",
        ),
        ("EST", "USA", ["defense"], "2005-01-01", "unknown", "core is not complete there"),
        ("EST", "USA", ["consultation"], "2003-01-01", "unknown", "core is not complete there"),
        ("EST", "USA", [], "2003-01-01", "unknown", "core is not complete there"),
        ("LTU", "USA", ["defense"], "2003-01-01", "unknown", "core is not complete there"),
        (
            "USA",
            "TWN",
            [],
            "1990-01-01",
            "no",
            "core is complete for what the United States and Taiwan promised each other, and holds none",
        ),
        ("USA", None, [], "1990-01-01", "unknown", "core is not complete there"),
        ("USA", "TWN", [], "1980-06-01", "unknown", "core is not complete there"),
        ("EST", "USA", ["defense"], "1920-01-01", "not covered", "no loaded dataset speaks of 1920-01-01"),
    ],
)
def test_verdict(one: str, other: str, kinds: list[str], on: str, verdict: str, reason: str) -> None:
    """No only where a complete scope covers parties, kind and date; not covered outside every span."""
    day = datetime.date.fromisoformat(on)
    assert nothing_found(SCOPES, one, other, kinds, day) == (verdict, reason)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("GBR", "PRT", "unknown"),
        ("PRT", "GBR", "unknown"),
        ("GBR", None, "unknown"),
        ("GBR", "FRA", "no"),
        ("FRA", None, "no"),
    ],
)
def test_a_pair_that_is_apart_has_no_no(one: str, other: str | None, verdict: str) -> None:
    """Nor has what one of them owes anybody, which may be the other."""
    span = Span(parse("1815-01-01"), parse("2019-01-01"))
    scope = Scope("atop/all", "atop", "alliances", span, True, apart=frozenset({"GBR PRT"}))
    assert nothing_found([scope], one, other, ["defense"], datetime.date(1850, 1, 1))[0] == verdict


@pytest.mark.parametrize(
    ("one", "other", "kinds", "on", "verdict"),
    [
        ("EST", "USA", ["defense"], "2004-03-29", "unknown"),
        ("EST", "USA", ["defense", "neutrality"], "2005-01-01", "unknown"),
        (None, "USA", ["defense"], "2005-01-01", "unknown"),
        ("EST", "USA", ["defense"], "2004-03-28", "no"),
        ("EST", "USA", ["neutrality"], "2005-01-01", "no"),
        ("EST", "SWE", ["defense"], "2005-01-01", "no"),
        (None, "SWE", ["defense"], "2005-01-01", "no"),
    ],
)
def test_what_a_dataset_lacks_of_its_field_is_no_no(
    one: str | None, other: str, kinds: list[str], on: str, verdict: str
) -> None:
    """From a day on, of some pairs and kinds; the reason says what it lacks, and of all else it is complete."""
    everything = {"defense", "neutrality"}
    span = Span(parse("1816-01-01"), parse("2013-01-01"))
    whole = Scope("cow/all", "cow", "alliances", span, True, frozenset(everything))
    late = Span(parse("2004-03-29"), parse("2013-01-01"))
    gap = Scope(
        "cow/gap", "cow", "NATO", late, False, frozenset({"defense"}),
        apart=frozenset({"EST USA"}), note="Estonia is not in it.",
    )  # fmt: skip
    reasons = {
        "no": "cow is complete for alliances, and holds none",
        "unknown": "cow is not complete there: Estonia is not in it",
    }
    day = datetime.date.fromisoformat(on)
    assert nothing_found([whole, gap], one, other, kinds, day) == (verdict, reasons[verdict])


def test_another_dataset_may_still_be_complete_there() -> None:
    """What one lacks, one that is whole denies."""
    span = Span(parse("1816-01-01"), parse("2013-01-01"))
    gap = Scope("cow/gap", "cow", "NATO", span, False, apart=frozenset({"EST USA"}), note="Not in it.")
    whole = Scope("atop/all", "atop", "alliances", span, True)
    on = datetime.date(2005, 1, 1)
    assert nothing_found([gap, whole], "EST", "USA", ["defense"], on)[0] == "no"
