"""How YAML is read in this process; light, so that it can be said before anything is read."""

from __future__ import annotations

import sys

_reads_lightly = False


def read_lightly() -> None:
    """Let the C parser make light events, from its first use on; see `light_events`."""
    global _reads_lightly
    if _reads_lightly:
        return
    _reads_lightly = True
    events = sys.modules.get("cjm.source.events")
    if events is not None:
        from cjm.source.light_events import lighten

        lighten(events.c_parser())


def reads_lightly() -> bool:
    """Whether that was asked for."""
    return _reads_lightly
