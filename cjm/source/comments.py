"""Comments: every `#` outside the scalars of a text, and texts that one cut off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from cjm.findings import Position, Span
from cjm.source.diagnose.words import LONGEST, quoted, short
from cjm.source.document import TextProblem

_HASH = re.compile(r"(?:(?<=\s)|(?<![\s\S]))#[^\r\n]*")
_BREAK = re.compile(r"\r\n|\n|\r")
# `no sign # 2 on the door`: words, one blank, '#', one blank and a number. Who means a comment
# seldom begins it with a number, and linters ask for two blanks before it: of the comments in some
# 4,000 YAML files that come with published software, none looked like this.
_DIGITS = tuple("0123456789")
_CUTS = re.compile(r"[ \t]#[^\s!#:]|\S # [0-9]")


def comments(text: str, scalars: list[Any]) -> Iterator[tuple[Position, str]]:
    """Yield `(position of its #, the comment)` of each comment in `text`."""
    starts = [event.start_mark.index for event in scalars]
    line, line_start, told = 1, 0, 0
    for match in _HASH.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and _inside(scalars[before], match.start()):
            continue
        for end in _BREAK.finditer(text, told, match.start()):
            line, line_start = line + 1, end.end()
        told = max(told, line_start)
        yield Position(line, match.start() - line_start + 1, match.start()), match[0]


def _inside(event: Any, offset: int) -> bool:
    return bool(event.start_mark.index <= offset < event.end_mark.index)


def may_cut(text: str) -> bool:
    """Whether some `#` of `text` looks as if it might cut a text off."""
    at = text.find("#")
    while at >= 0:
        # A search from sign to sign: a pattern that begins with any character reads all of them.
        if _CUTS.match(text, max(0, at - 2)) or _CUTS.match(text, max(0, at - 1)):
            return True
        at = text.find("#", at + 1)
    return False


def cut_texts(text: str, scalars: list[Any]) -> Iterator[TextProblem]:
    """Yield `Ticket #42 lost`: a plain text that a comment without the look of one cut off."""
    ends = {event.end_mark.index: event for event in scalars if not event.style}
    for position, comment in comments(text, scalars):
        line_start = position.offset - position.column + 1
        before = text[line_start : position.offset].rstrip(" \t")
        event = ends.get(line_start + len(before))
        if event is None or not _looks_cut(event, before, comment, position):
            continue
        end = Position(
            position.line, position.column + len(comment), position.offset + len(comment)
        )
        yield TextProblem(Span(position, end), "cut-text", *_told(event, before, comment))


def _looks_cut(event: Any, before: str, comment: str, position: Position) -> bool:
    if len(comment) < 2 or comment[1] in "!#:\t":
        return False
    if comment[1] != " ":
        return True
    is_near = position.column == len(before) + 2
    is_prose = any(sign.isalpha() for sign in event.value)
    return comment[2:3] in _DIGITS and is_near and is_prose


def _told(event: Any, before: str, comment: str) -> tuple[str, str]:
    """Return the message and the help."""
    value = " ".join(event.value.split())
    is_short = len(value) + len(comment) <= LONGEST
    whole = f"{value} {comment}".strip().rstrip("}],") if is_short else ""
    help = f"quote the whole text: {quoted(whole)}" if whole else "quote the whole text"
    if comment[1] != " ":
        help += "; or put a blank after '#' if a comment is meant"
    else:
        help += "; or put two blanks before '#' if a comment is meant"
    if not value:
        return (
            f"'{comment[:40]}' is read as a comment, so '{short(before.lstrip(' -'))}' has no value",
            help,
        )
    return f"'{comment[:40]}' is read as a comment, so the text ends at '{value[-40:]}'", help
