"""Timing of commands and functions: the best of several runs, and the peak of memory."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Taken:
    """What a run took.

    Attributes:
        seconds: Wall clock, the median of the runs.
        best: The best of the runs.
        peak: Resident memory at its highest, in MB; 0 where it was not measured.
        cpu: Seconds of all cores in the last run, those of processes it started included.
    """

    seconds: float
    best: float
    peak: float = 0.0
    cpu: float = 0.0


def environment() -> dict[str, str]:
    """Return the environment of every command: bytecode is read and written as on any machine."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_COLOR": "1", "PYTHONHASHSEED": "0"}


def command(words: Sequence[str], *, runs: int = 5, cwd: str | None = None) -> Taken:
    """Time a command whole, from its start to its end; one run before the first is not counted."""
    times: list[float] = []
    peak = cpu = 0.0
    for number in range(runs + 1):
        began = time.perf_counter()
        process = subprocess.Popen(
            words, cwd=cwd, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, _, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - began
        process.returncode = 0
        peak = max(peak, usage.ru_maxrss / 1024)
        cpu = usage.ru_utime + usage.ru_stime
        if number or runs == 1:
            times.append(took)
        if runs == 1:
            break
    times.sort()
    return Taken(times[len(times) // 2], times[0], peak, cpu)


def settle() -> None:
    """Wait until a file that was written just now counts as one that lay there."""
    time.sleep(2.5)


def function(call: Callable[[], object], *, runs: int = 30) -> Taken:
    """Time a call; one run before the first is not counted."""
    call()
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        call()
        times.append(time.perf_counter() - began)
    times.sort()
    return Taken(times[len(times) // 2], times[0])


def peak_of_children() -> float:
    """Return the highest resident memory of any child so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
