"""Two commands in turn, A B A B …: the ratio of their times and memories, pair by pair.

A machine's speed drifts; a ratio of neighbours drifts less. Nothing here is a test.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Wall time in seconds and peak resident memory in MiB of one process."""

    seconds: float
    mebibytes: float


def run(command: Sequence[str], env: Mapping[str, str]) -> Run:
    """Run it to its end; a failure ends the measurement."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **env}, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(time.perf_counter() - begun, usage.ru_maxrss / 1024)


def compare(
    title: str,
    one: Sequence[str],
    other: Sequence[str],
    env: Mapping[str, str],
    *,
    goal: float,
    turns: int = 11,
) -> None:
    """Print medians and the median ratio one/other, of time and of memory."""
    run(one, env)
    run(other, env)
    pairs = [(run(one, env), run(other, env)) for _ in range(turns)]
    ratio = statistics.median(a.seconds / b.seconds for a, b in pairs)
    memory = statistics.median(a.mebibytes / b.mebibytes for a, b in pairs)
    seconds = [statistics.median(each.seconds for each in side) for side in zip(*pairs, strict=True)]
    size = [statistics.median(each.mebibytes for each in side) for side in zip(*pairs, strict=True)]
    print(f"{title}: time {ratio:.2f} x (goal {goal}; {seconds[0]:.3f} s and {seconds[1]:.3f} s),", end=" ")
    print(f"memory {memory:.2f} x ({size[0]:.0f} and {size[1]:.0f} MiB), {turns} pairs")
