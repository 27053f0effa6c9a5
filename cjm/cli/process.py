"""Whether the process is cjm's own, and what is done where it is."""

from __future__ import annotations

import gc
import os

_is_own = False


def make_own() -> None:
    """Say that the process runs `cjm` and nothing else."""
    global _is_own
    _is_own = True
    # Nearly all that a command makes stays to its end; to look for garbage in it is idle.
    gc.disable()
    # To ask every package that is installed whether it extends Pydantic takes time; none may.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def is_own() -> bool:
    """Whether the process runs `cjm` and nothing else."""
    return _is_own
