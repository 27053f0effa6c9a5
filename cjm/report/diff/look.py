"""What a reader asked of a comparison's look."""

from __future__ import annotations

from dataclasses import dataclass

from cjm.diff.levels import Level


@dataclass(frozen=True, slots=True)
class DiffLook:
    """How a comparison is told; formats for machines heed the language alone.

    Attributes:
        color: Write escape codes.
        only: Levels whose changes are listed; all where it is empty.
        summary: The sentence, the table and the figures, no changes.
        everything: List details and rewordings one by one, not by their number.
        stat: A line for each map.
        language: Language of names; that of the map where it is empty.
        same: How many maps were not read, since no byte of them, or of what they rest on, differs.
        width: Columns of the terminal; lines are not broken where it is 0.
    """

    color: bool = False
    only: tuple[Level, ...] = ()
    summary: bool = False
    everything: bool = False
    stat: bool = False
    language: str = ""
    same: int = 0
    width: int = 0
