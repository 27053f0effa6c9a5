"""The comments of a Mermaid diagram, for suppressions."""

from __future__ import annotations

import re

from cjm.source.mermaid.diagram import DiagramText

_LATE = re.compile(r"\s%%")


def mermaid_comments(text: str, *, first_line: int = 1) -> list[tuple[int, int, str]]:
    """Return `(line, column, text)` of each comment, its `%%` or `#` included.

    Args:
        text: A diagram.
        first_line: The line of the file where it begins.
    """
    diagram = DiagramText(text.removeprefix("\ufeff"), first_line=first_line)
    found = []
    for start, end in diagram.lines():
        at = start
        if not diagram.lexed.startswith(("%%", "#"), start):
            late = _LATE.search(diagram.lexed, start, end)
            if late is None:
                continue
            at = late.start() + 1
        if at < end:
            place = diagram.position(at)
            found.append((place.line, place.column, diagram.plain[at:end]))
    return found
