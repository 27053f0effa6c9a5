"""Positions as editors count them: lines from 0, columns in the units that both sides agreed on.

The rest of cjm counts code points; an editor counts UTF-16 units where nothing else was agreed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from lsprotocol import types

from cjm.findings import Span

UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"

# What ends a line to an editor (LSP 3.17, "Text Documents"); Python's `splitlines` knows more.
_LINE_END = re.compile(r"\r\n?|\n")
_BOM = "\ufeff"


class TextIndex:
    """A text, for many positions in it.

    Args:
        text: As the editor holds it.
        encoding: The units of columns: `utf-8`, `utf-16` or `utf-32`.
    """

    def __init__(self, text: str, encoding: str = UTF_16) -> None:
        self.text = text
        self.encoding = encoding
        self._starts = [0]
        self._ends: list[int] = []
        for match in _LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))
        # Spans do not count a byte order mark, the editor does.
        self._before = 1 if text.startswith(_BOM) else 0

    def offset(self, position: types.Position) -> int:
        """Return the offset of `position` in the text; beyond the end is the end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self._starts[position.line], self._ends[position.line]
        line = self.text[start:end]
        if self.encoding == UTF_32 or line.isascii():
            return min(start + position.character, end)
        units = 0
        for index, character in enumerate(line):
            units += self._units(character)
            if units > position.character:
                return start + index
        return end

    def position(self, offset: int) -> types.Position:
        """Return the position of `offset` in the text."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return types.Position(line, self._units(before))

    def range(self, span: Span) -> types.Range:
        """Return the range of a span of the text."""
        return self.range_of(span.start.offset + self._before, span.end.offset + self._before)

    def range_of(self, start: int, end: int) -> types.Range:
        """Return the range between two offsets in the text."""
        return types.Range(self.position(start), self.position(max(start, end)))

    def offset_of_span(self, offset: int) -> int:
        """Return the offset in the text of an offset in a span."""
        return offset + self._before

    def span_offset(self, position: types.Position) -> int:
        """Return the offset of `position` as spans count it."""
        return max(0, self.offset(position) - self._before)

    def whole(self) -> types.Range:
        """Return the range of all of the text."""
        return self.range_of(0, len(self.text))

    def _units(self, text: str) -> int:
        if self.encoding == UTF_32 or text.isascii():
            return len(text)
        if self.encoding == UTF_8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2


def changed(
    text: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str
) -> str:
    """Return `text` after the changes that an editor tells of, in their order."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            index = TextIndex(text, encoding)
            start, end = index.offset(change.range.start), index.offset(change.range.end)
            text = text[:start] + change.text + text[max(start, end) :]
        else:
            text = change.text
    return text
