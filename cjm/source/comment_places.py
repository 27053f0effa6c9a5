"""Which part of a text each of its comments belongs to.

A comment at the end of a line belongs to what ends there, one that stands alone to what follows it.
It belongs to what stands before it where it is indented deeper than what follows, or right below an
item and parted from the next by an empty line: a commented-out item, mostly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from cjm.source.nodes import Beside, Group, Leaf, Part, Sheet
from cjm.source.scalars import width

SILENCES = re.compile(r"#\s*cjm:\s*ignore(?!-file)")
"""How a comment begins that silences a rule for the line it stands on, or the next one."""

_LOOKS_CUT = re.compile(r"# [0-9]")


class _Comment(NamedTuple):
    """A comment that stands alone.

    Attributes:
        text: The comment, its `#` included.
        column: Of its `#`.
        has_gap: An empty line stands before it.
        is_next: It belongs to what follows, wherever it stands.
    """

    text: str
    column: int
    has_gap: bool
    is_next: bool


class CommentPlaces:
    """Told of each part as it begins and ends, puts the comments between them into their places.

    Attributes:
        sheet: Takes the comments that belong to the whole.
    """

    def __init__(self, text: str, sheet: Sheet) -> None:
        self.sheet = sheet
        self._text = text
        lines = text.split("\n")
        self._blank = {number for number, line in enumerate(lines) if not line.strip(" \t")}
        self._next = text.find("#")  # where the next comment may be; −1 where there is none
        self._starts = [0]
        for line in lines if self._next >= 0 else ():
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._at = 0
        self._last: Part | None = None
        self._last_line = -1
        self._closed: list[Group] = []
        self._is_first = True

    def mark(self, event: Any) -> None:
        """The line `---` stands here."""
        self.sheet.mark = "---"
        self.sheet.before_mark = _texts(self._take(event.start_mark.index))
        self._at = event.end_mark.index
        self._next = self._text.find("#", self._at)

    def begins(self, mark: Any, group: Group, part: Part, *, is_flow: bool) -> None:
        """A new part of `group` begins at `mark`; those before it are in the group already."""
        if not is_flow and mark.line - 1 in self._blank:
            part.has_gap = True
        if self._is_first or 0 <= self._next < mark.index:
            found = self._take(mark.index)
            if self._is_first:
                self._begin(found, part)
                self._is_first = False
            elif found and is_flow:
                part.above = tuple(each.text for each in found)
            elif found:
                self._settle(found, group, part)
        if self._closed:
            self._closed.clear()

    def value_begins(self, mark: Any, part: Part) -> None:
        """The value of an entry begins: what stands between it and its key goes above both."""
        if 0 <= self._next < mark.index:
            part.above += tuple(each.text for each in self._take(mark.index))

    def ends(self, offset: int, line: int, part: Part | None) -> None:
        """A key, a text or an opening bracket ends; a comment behind it on its line is its own."""
        self._at, self._last_line, self._last = offset, line, part
        if 0 <= self._next < offset:
            self._next = self._text.find("#", offset)

    def block_ends(self, group: Group) -> None:
        """A block mapping or list is closed, which shows only where the next part begins."""
        self._closed.append(group)

    def flow_ends(self, event: Any, group: Group, owner: Part | None) -> None:
        """A flow mapping or list is closed, which its owner holds."""
        if 0 <= self._next < event.start_mark.index:
            found = tuple(each.text for each in self._take(event.start_mark.index))
            if group.parts or owner is None:
                group.foot = found
            else:
                owner.below += tuple(f"  {text}" for text in found)
        self.ends(event.end_mark.index, event.end_mark.line, owner)

    def head_of_block(self, comment: str, part: Part | None) -> None:
        """A comment stands behind the sign that begins a text of several lines."""
        self.sheet.comments.append(comment)
        if part is not None:
            part.beside += (Beside(comment),)

    def finish(self) -> None:
        """The text ends."""
        found = self._take(len(self._text)) if self._next >= 0 else []
        top = self.sheet.top
        if self._closed:
            self._put_below(found)
        elif isinstance(top, Group):
            top.foot += tuple(_texts(found))

    def _take(self, end: int) -> list[_Comment]:
        """Return the comments up to `end` that stand alone; the others find their part here."""
        text, found = self._text, []
        at = text.find("#", self._at, end)
        while at >= 0:
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            comment = text[at:stop].rstrip(" \t")
            self.sheet.comments.append(comment)
            line = bisect_right(self._starts, at) - 1
            before = text[self._starts[line] : at]
            if line == self._last_line and self._last is not None:
                is_tight = _LOOKS_CUT.match(comment) is not None and not before.endswith("  ")
                self._last.beside += (Beside(comment, width(before), is_tight),)
            else:
                is_next = bool(before.strip(" \t"))
                found.append(_Comment(comment, len(before), line - 1 in self._blank, is_next))
            at = text.find("#", stop, end)
        self._at = max(self._at, end)
        self._next = text.find("#", self._at)
        return found

    def _begin(self, found: list[_Comment], part: Part) -> None:
        """Part what begins the file from what belongs to its first key."""
        texts = _texts(found)
        if texts and part.has_gap:
            texts.append("")
        split = len(texts)
        while split and texts[split - 1]:
            split -= 1
        if not split:  # no empty line: all of it begins the file, save what silences a rule
            split = next((at for at, each in enumerate(texts) if SILENCES.match(each)), len(texts))
        self.sheet.head, part.above, part.has_gap = texts[:split], tuple(texts[split:]), False

    def _settle(self, found: list[_Comment], group: Group, part: Part) -> None:
        at = 0
        if self._closed:
            while at < len(found) and _is_deeper(found[at], group):
                at += 1
            self._put_below(found[:at])
        rest = found[at:]
        if rest and group.parts:
            rest = self._below(rest, group, part)
        if rest:
            above = _texts(rest)
            part.above = (*above, "") if part.has_gap else tuple(above)
            part.has_gap = rest[0].has_gap

    def _below(self, found: list[_Comment], group: Group, part: Part) -> list[_Comment]:
        """Put what belongs to the part before into its place, and return the rest."""
        sibling = group.parts[-1]
        count = 0
        if not self._closed:
            while count < len(found) and _is_deeper(found[count], group):
                count += 1
        if not count and not found[0].has_gap and not found[0].is_next:
            gaps = [at for at, each in enumerate(found) if each.has_gap]
            end = gaps[0] if gaps else len(found) if part.has_gap else 0
            if not any(SILENCES.match(each.text) for each in found[:end]):
                count = end
        if count:
            lead = "  " if _is_empty(sibling) and _is_deeper(found[0], group) else ""
            sibling.below += tuple(each and lead + each for each in _texts(found[:count]))
        return found[count:]

    def _put_below(self, found: list[_Comment]) -> None:
        """Put comments below the parts of what is closed: at its foot, or into what is empty there."""
        for group, comments in groupby(found, self._group_of):
            each = list(comments)
            last = group.parts[-1] if group.parts else None
            count = 0
            if last is not None and _is_empty(last) and not group.foot:
                while count < len(each) and _is_deeper(each[count], group):
                    count += 1
                gap = ("",) if count and last.below and each[0].has_gap else ()
                last.below += (*gap, *(text and f"  {text}" for text in _texts(each[:count])))
            if each[count:]:
                gap = ("",) if each[count].has_gap else ()
                group.foot += (*gap, *_texts(each[count:]))

    def _group_of(self, comment: _Comment) -> Group:
        """Return the group just closed whose parts a comment stands in line with."""
        best: Group | None = None
        for group in self._closed if not comment.is_next else ():
            is_in_line = group.column <= comment.column
            if is_in_line and (best is None or group.column >= best.column):
                best = group
        return best or self._closed[-1]


def _is_deeper(comment: _Comment, group: Group) -> bool:
    return comment.column > group.column and not comment.is_next


def _is_empty(part: Part) -> bool:
    node = part.node
    return node.is_null if isinstance(node, Leaf) else not node.parts


def _texts(comments: Sequence[_Comment]) -> list[str]:
    """Return the comments with an empty string for each empty line between them."""
    texts: list[str] = []
    for comment in comments:
        if comment.has_gap and texts:
            texts.append("")
        texts.append(comment.text)
    return texts
