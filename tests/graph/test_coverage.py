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
