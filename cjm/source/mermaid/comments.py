"""The comments of a Mermaid diagram, for suppressions."""

from __future__ import annotations

from cjm.source.mermaid.diagram import DiagramText
from cjm.source.mermaid.lines import is_comment, late_comment


def mermaid_comments(text: str, *, first_line: int = 1) -> list[tuple[int, int, str]]:
    """Return `(line, column, text)` of each comment, its `%%` or `#` included.

    Args:
        text: A diagram.
        first_line: The line of the file where it begins.
    """
    diagram = DiagramText(text.removeprefix("\ufeff"), first_line=first_line)
    found = []
    for start, end in diagram.lines():
        if start == end:
            continue
        at = start if is_comment(diagram.lexed, start, end) else None
        at = late_comment(diagram.lexed, start, end) if at is None else at
        if at is not None:
            place = diagram.position(at)
            found.append((place.line, place.column, diagram.plain[at:end]))
    return found
