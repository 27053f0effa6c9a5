"""A text to nodes: the parser's events with the author's spelling, each comment at its part."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.events import AliasEvent, DocumentStartEvent, StreamEndEvent

from cjm.source.comment_places import CommentPlaces
from cjm.source.events import YAMLError, c_events, pure_events, restore
from cjm.source.light_events import USUAL, Kinds, kinds
from cjm.source.nodes import Group, Leaf, Node, Part, Sheet
from cjm.source.spelling import block_leaf, key_spellings, plain_leaf, quoted_leaf

_ANCHOR = re.compile(r"&\S+\s*")


class UnusualError(ValueError):
    """The text uses what no layout is known for; `str()` of it says what.

    Attributes:
        help: What to do about it.
    """

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def read_nodes(text: str) -> Sheet:
    """Return the nodes of a text, comments and all.

    Args:
        text: One that `parse` reads without a problem; its lines end with line feeds.

    Raises:
        UnusualError: It uses what no layout is known for.
    """
    found = c_events(text)
    if found is not None:
        next_event, holds = found
        try:
            return _Reader(text, kinds(), holds=holds).read(next_event)
        except YAMLError:
            pass  # `parse` has read it with the pure parser, then
    try:
        return _Reader(text, USUAL, holds=False).read(pure_events(text))
    except YAMLError:
        raise UnusualError("it cannot be read", "'cjm lint' says what is wrong with it") from None


class _Reader:
    """Reads one text, in one loop with a stack of its own."""

    def __init__(self, text: str, kinds: Kinds, *, holds: bool) -> None:
        self.text = text
        self.holds = holds
        self.kinds = kinds
        self.keys: dict[str, tuple[str, str]] = {}
        self.sheet = Sheet(Leaf("", "", None, is_null=True))
        self.places = CommentPlaces(text, self.sheet)

    def read(self, next_event: Any) -> Sheet:
        """Return the nodes of all events."""
        a_scalar, a_mapping, mapping_end, a_list, list_end = self.kinds
        stack: list[tuple[Any, ...]] = []
        group: Any = None
        is_flow = False
        part: Any = None  # of a mapping, the entry whose value comes next
        while True:
            event = next_event()
            kind = type(event)
            if kind is a_scalar:
                if group is not None and group.is_map and part is None:
                    part = self._entry(event, group, is_flow=is_flow)
                    continue
                owner, part = self._owner(event, group, part, is_flow=is_flow), None
                self._hold(owner, self._leaf(event, group, owner))
            elif kind is a_mapping or kind is a_list:
                owner = self._owner(event, group, part, is_flow=is_flow)
                stack.append((group, is_flow, owner))
                group, is_flow, part = (
                    _group(event, is_map=kind is a_mapping),
                    event.flow_style,
                    None,
                )
                self._hold(owner, group)
                if is_flow:
                    self.places.ends(event.end_mark.index, event.end_mark.line, owner)
            elif kind is mapping_end or kind is list_end:
                closed, was_flow = group, is_flow
                group, is_flow, owner = stack.pop()
                part = None
                if was_flow:
                    self.places.flow_ends(event, closed, owner)
                else:
                    self.places.block_ends(closed)
            elif kind is AliasEvent:
                owner, part = self._owner(event, group, part, is_flow=is_flow), None
                self._hold(owner, self._alias(event, owner))
            elif kind is DocumentStartEvent:
                self._document(event)
            elif kind is StreamEndEvent:
                self.places.finish()
                return self.sheet

    def _hold(self, owner: Part | None, node: Node) -> None:
        if owner is None:
            self.sheet.top = node
        else:
            owner.node = node

    def _document(self, event: Any) -> None:
        if getattr(event, "version", None) or getattr(event, "tags", None):
            raise UnusualError(
                "a line that begins with '%' tells the parser how to read it", "delete that line"
            )
        if event.explicit:
            self.places.mark(event)

    def _entry(self, event: Any, group: Group, *, is_flow: bool) -> Part:
        """Begin an entry of a mapping with its key."""
        start, end = event.start_mark, event.end_mark
        if event.anchor is not None:
            raise UnusualError(
                f"'&{event.anchor}' makes an anchor of a key", "put the anchor before the value"
            )
        value = restore(event.value) if self.holds else event.value
        part = Part(value, *key_spellings(self.text[start.index : end.index], event.style, value))
        if not group.parts:
            group.column = start.column
        self.places.begins(start, group, part, is_flow=is_flow)
        group.parts.append(part)
        self.places.ends(end.index, end.line, part)
        return part

    def _owner(
        self, event: Any, group: Group | None, part: Part | None, *, is_flow: bool
    ) -> Part | None:
        """Return the part whose value begins: the entry at hand, or a new item of a list."""
        start = event.start_mark
        if group is None:
            return None
        if group.is_map:
            if part is not None and not self._is_block_or_nothing(event):
                self.places.value_begins(start, part)
            return part
        item = Part()
        if not group.parts and group.anchor and not is_flow:
            group.column = _dash(self.text, start)
        self.places.begins(start, group, item, is_flow=is_flow)
        group.parts.append(item)
        return item

    def _is_block_or_nothing(self, event: Any) -> bool:
        if type(event) is self.kinds.scalar:
            return not event.style and not event.value
        return not getattr(event, "flow_style", True)

    def _leaf(self, event: Any, group: Group | None, owner: Part | None) -> Leaf:
        value = event.value
        if self.holds and not value.isascii():
            value = restore(value)
        start, end, style = event.start_mark.index, event.end_mark, event.style
        anchor = event.anchor
        if anchor is not None:
            start = _without_anchor(self.text, start, anchor)
        if style and style in "|>":
            leaf, stop = block_leaf(
                self.text, style, value, start=start, column=group.column if group else 0
            )
            self._tell_head(start, owner)
            self.places.ends(stop, -1, owner)
        elif not style and start == end.index:
            if group is not None and not group.is_map:
                self.places.ends(start, end.line, owner)
            return plain_leaf("", value)  # under a key it has no place of its own
        else:
            raw = self.text[start : end.index]
            leaf = quoted_leaf(raw, value) if style else plain_leaf(raw, value)
            self.places.ends(end.index, end.line, owner)
        leaf.anchor = anchor or ""
        return leaf

    def _tell_head(self, start: int, owner: Part | None) -> None:
        """Find a comment behind the `|` or `>` of a text."""
        head = self.text[start : self.text.find("\n", start)].partition("#")
        if head[1]:
            self.places.head_of_block("#" + head[2].rstrip(" \t"), owner)

    def _alias(self, event: Any, owner: Part | None) -> Leaf:
        name = f"*{event.anchor}"
        self.places.ends(event.end_mark.index, event.end_mark.line, owner)
        leaf = Leaf(name, name, name)
        leaf.is_alias = True
        return leaf


def _group(event: Any, *, is_map: bool) -> Group:
    group = Group(is_map=is_map)
    group.anchor = event.anchor or ""
    group.column = event.start_mark.column
    group.was_flow = bool(event.flow_style)
    return group


def _dash(text: str, start: Any) -> int:
    """Return the column of the dash behind which an item begins at `start`."""
    line_start = int(start.index - start.column)
    line = text[line_start : start.index]
    return len(line) - len(line.lstrip(" "))


def _without_anchor(text: str, start: int, anchor: str) -> int:
    match = _ANCHOR.match(text, start)
    end = match.end() if match is not None else start
    if text.startswith("#", end):
        raise UnusualError(
            f"a comment stands between '&{anchor}' and its text", "move the comment above the line"
        )
    return end
