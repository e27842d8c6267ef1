"""Ranks: how firm a promise is."""

import pytest

from foedera.graph.vocabulary import FORCES, KINDS, NOT_SUPPORT, rank


@pytest.mark.parametrize(
    ("kind", "force", "expected"),
    [
        ("defense", "binding", 5),
        ("offense", "binding", 5),
        ("defense", "political", 4),
        ("defense", "contested", 4),
        ("consultation", "binding", 3),
        ("basing", "binding", 3),
        ("industry", "binding", 2),
        ("arms-access", "domestic-law", 2),
        ("consultation", "political", 1),
        ("consultation", "contested", 1),
        ("financial", "unknown", 1),
        ("open-door", "binding", 0),
        ("neutrality", "binding", 0),
    ],
)
def test_rank(kind: str, force: str, expected: int) -> None:
    """As the table in docs/decisions/0001-ranks.md."""
    assert rank(kind, force) == expected


def test_every_pair_of_terms_has_a_rank() -> None:
    """From 0 to 5, and 0 only for what is no support."""
    for kind in KINDS:
        for force in FORCES:
            assert 0 <= rank(kind, force) <= 5
            assert (rank(kind, force) == 0) == (kind in NOT_SUPPORT)
