"""A Mermaid diagram as Mermaid's lexer sees it, with every offset unchanged.

What is no diagram (front matter, directives) becomes blanks of the same length, so that an offset in
here is an offset in the author's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from cjm.findings import Position, Span

BLANKS = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What JavaScript, and so Mermaid, trims."""

ENTITY = re.compile(r"#(\w+);", re.ASCII)
"""Mermaid's code for a character: `#35;` or `#quot;`; it is read before anything else."""

_FENCE = re.compile(r"[^\S\n]*---[^\S\n]*(?:\n|\Z)")


class DiagramText:
    """One diagram's text.

    Attributes:
        plain: The text with lines ended by a line feed, front matter and directives blanked.
        lexed: The same with entity codes made opaque: only `#` and `;` that cut are left.
        front_matter: `(start, end)` of what stands between its `---`, or `None`.
        unclosed: Offset of a front matter or directive that never ends, or `None`.
    """

    def __init__(self, text: str, *, first_line: int = 1, first_offset: int = 0) -> None:
        self._first_line = first_line
        self._first_offset = first_offset
        self.unclosed: int | None = None
        text = text.replace("\r\n", " \n").replace("\r", "\n")
        self._normal = text
        self.front_matter = self._find_front_matter(text)
        if self.front_matter is not None:
            text = _blank(text[: self._front_end]) + text[self._front_end :]
        self.plain = self._without_directives(text)
        self.lexed = ENTITY.sub(lambda code: "\ue000" * len(code[0]), self.plain)

    @property
    def front_matter_text(self) -> str:
        """What the front matter holds, without its fences."""
        start, end = self.front_matter or (0, 0)
        return self._normal[start:end]

    def lines(self, start: int = 0) -> Iterator[tuple[int, int]]:
        """Yield `(start, end)` of each line from the offset `start` on, blanks trimmed."""
        size = len(self.plain)
        while start < size:
            end = self.plain.find("\n", start)
            end = size if end < 0 else end
            yield self.trimmed(start, end)
            start = end + 1

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return `start` and `end` without the blanks at either side."""
        plain = self.plain
        while start < end and plain[start] in BLANKS:
            start += 1
        while end > start and plain[end - 1] in BLANKS:
            end -= 1
        return (start, end)

    def position(self, offset: int) -> Position:
        """Return where `offset` stands in the file."""
        row = bisect_right(self._starts, offset) - 1
        return Position(
            self._first_line + row, offset - self._starts[row] + 1, self._first_offset + offset
        )

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the file from `start` to `end`."""
        return Span(self.position(start), self.position(end))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._normal))]

    def _find_front_matter(self, text: str) -> tuple[int, int] | None:
        begin = len(text) - len(text.lstrip(BLANKS))
        begin = text.rfind("\n", 0, begin) + 1
        fence = _FENCE.match(text, begin)
        if fence is None:
            return None
        indent = fence[0].partition("---")[0]
        start = at = fence.end()
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end + 1
            if text.startswith(indent + "---", at) and _FENCE.fullmatch(text, at, end):
                self._front_end = end
                return (start, at)
            at = end
        self.unclosed = begin + len(indent)
        return None

    def _without_directives(self, text: str) -> str:
        parts, at = [], 0
        while (start := text.find("%%{", at)) >= 0:
            end = text.find("}%%", start)
            if end < 0:
                if self.unclosed is None:
                    self.unclosed = start
                break
            parts += [text[at:start], _blank(text[start : end + 3])]
            at = end + 3
        return "".join([*parts, text[at:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
