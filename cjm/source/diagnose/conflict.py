"""Marks of a merge conflict that was left in a text."""

from __future__ import annotations

import re

from cjm.findings import Position, Span
from cjm.source.decode import position_at
from cjm.source.document import TextProblem

_CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.M)


def conflict(text: str) -> TextProblem | None:
    """Return the problem of the first mark of a merge conflict, or `None`."""
    match = _CONFLICT.search(text)
    if match is None:
        return None
    at = position_at(text, match.start())
    length = len(match[0].rstrip("\r"))
    return TextProblem(
        Span(at, Position(at.line, at.column + length, at.offset + length)),
        "yaml-syntax",
        "a merge conflict was left in the file",
        "keep one side, and delete the lines with <<<<<<<, ======= and >>>>>>>",
        fatal=True,
    )
