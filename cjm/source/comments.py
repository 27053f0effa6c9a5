"""Comments: every `#` outside the scalars of a text, and texts that one cut off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from cjm.findings import Position, Span
from cjm.source.decode import position_at
from cjm.source.document import TextProblem

_HASH = re.compile(r"(?:(?<=\s)|(?<![\s\S]))#[^\r\n]*")


def comments(text: str, scalars: list[Any]) -> Iterator[tuple[Position, str]]:
    """Yield `(position of its #, the comment)` of each comment in `text`."""
    starts = [event.start_mark.index for event in scalars]
    for match in _HASH.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and _inside(scalars[before], match.start()):
            continue
        yield position_at(text, match.start()), match[0]


def _inside(event: Any, offset: int) -> bool:
    return bool(event.start_mark.index <= offset < event.end_mark.index)


def may_cut(text: str) -> bool:
    """Whether some `#` of `text` looks as if it might cut a text off."""
    at = text.find("#")
    while at >= 0:
        if text[at - 1 : at] in (" ", "\t") and text[at + 1 : at + 2].strip():
            line = text[text.rfind("\n", 0, at) + 1 : at]
            if line.strip():
                return True
        at = text.find("#", at + 1)
    return False


def cut_texts(text: str, scalars: list[Any]) -> Iterator[TextProblem]:
    """Yield `Ticket #42 lost`: a plain text that a comment with no blank after its `#` cut off."""
    ends = {event.end_mark.index: event for event in scalars if not event.style and event.value}
    for position, comment in comments(text, scalars):
        if len(comment) < 2 or comment[1] in " \t!#:":
            continue
        line_start = position.offset - position.column + 1
        before = text[line_start : position.offset].rstrip(" \t")
        event = ends.get(line_start + len(before))
        if event is None or before.endswith(":"):
            continue
        end = Position(
            position.line, position.column + len(comment), position.offset + len(comment)
        )
        yield TextProblem(
            Span(position, end),
            "cut-text",
            f"'{comment[:40]}' is read as a comment, "
            f"so the text ends at '{' '.join(event.value.split())[-40:]}'",
            "quote the whole text; or put a blank after '#' if a comment is meant",
        )
