"""Edits that take a rule's name out of a comment that silences it, or the comment away."""

from __future__ import annotations

import re

from cjm.edit.node import line_start, line_stop, replace
from cjm.findings import Edit, Span
from cjm.source.document import Document

_NAMES = re.compile(r"\[([^\]]*)\]")


def without_name(document: Document, span: Span, name: str) -> list[Edit] | None:
    """Return the edit that lets the comment at `span` silence `name` no more.

    A comment that silences nothing else goes away, and with it the line that it stands on alone.

    Returns:
        `None` where the comment names no such rule.
    """
    start, end = span.start.offset, span.end.offset
    found = _NAMES.search(document.text, start, end)
    if found is None:
        return None
    names = [each for each in re.split(r"[,\s]+", found[1]) if each]
    left = [each for each in names if each != name]
    if len(left) == len(names):
        return None
    if left:
        return [replace(document, found.start(1), found.end(1), ", ".join(left))]
    return [_without_comment(document, start, end)]


def _without_comment(document: Document, start: int, end: int) -> Edit:
    text, first = document.text, line_start(document.text, start)
    before = text[first:start]
    if before.strip():
        return replace(document, first + len(before.rstrip()), end, "")
    stop = line_stop(text, end)
    after = 2 if text[stop : stop + 2] == "\r\n" else 1
    return replace(document, first, min(stop + after, len(text)), "")
