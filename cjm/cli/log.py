"""`cjm log`: the history of a map, or of one item, told in changes."""

from __future__ import annotations


def command() -> int:
    """Tell the history of a map."""
    return 0
