"""Which agreement of core is which of ATOP, COW and DCAD, where that is known: `matches.yaml`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

MATCHES: Final = Path(__file__).with_name("matches.yaml")
"""Ids alone, each pair of which was looked at; docs/differences.md is made from it too."""

_DATASETS: Final = ("atop", "cow", "dcad")


class Known(NamedTuple):
    """Two ids of one instrument; the reason says where the other counts several of ours as one, or in phases."""

    ours: str
    theirs: str
    reason: str


def known(path: Path = MATCHES) -> Iterator[Known]:
    """Every pair that the table names."""
    held: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for match in held["agreements"]:
        ours = [match["ours"]] if isinstance(match["ours"], str) else match["ours"]
        for dataset in _DATASETS:
            if dataset in match:
                reason = _reason(dataset, ours, match.get("phase") if dataset == "atop" else None)
                yield from (Known(each, f"{dataset}:{match[dataset]}", reason) for each in ours)


def _reason(dataset: str, ours: list[str], phase: int | None) -> str:
    if len(ours) > 1:
        return f"known; {dataset} counts {' and '.join(ours)} as one"
    return f"known; phase {phase} of what {dataset} counts as one" if phase else "known"
