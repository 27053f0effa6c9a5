"""What a reader asked of a report's look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a report looks; formats for machines care for none of it.

    Attributes:
        notes: List notes too; they are counted either way.
        color: Write escape codes.
        width: Columns that a line quoted from a file may take; the same for a pipe and a terminal.
        quiet: List errors only, and sum nothing up.
        most: How many findings of one rule in one file are listed; 0 lists all.
    """

    notes: bool = False
    color: bool = False
    width: int = 160
    quiet: bool = False
    most: int = 10


PLAIN = Look()
