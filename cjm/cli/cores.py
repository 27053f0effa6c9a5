"""How many processes may work at the same time."""

from __future__ import annotations

import os


def cores() -> int:
    """Return how many cores this process may use: a container often gives fewer than there are."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
