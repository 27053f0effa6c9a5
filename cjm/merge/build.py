"""A document to the tree that its text is."""

from __future__ import annotations

import re
from typing import Any

from cjm.findings import Route
from cjm.merge.tree import BLANK, Entry, Node, UnsureError, whole_text
from cjm.source.document import Document

_REST = re.compile(r"[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_COLON = re.compile(r"[ \t]*:")
_BETWEEN = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*")


def tree_of(document: Document) -> Node:
    """Return the tree of a document.

    Args:
        document: Read without a problem; its lines end with line feeds.

    Raises:
        UnsureError: Its text is written in a way that no tree stands for.
    """
    if not isinstance(document.data, dict) or not document.data:
        raise UnsureError("it is no mapping")
    builder = _Builder(document)
    top = builder.block((), 0, 0)
    top.foot = builder.rest(len(document.text))
    if whole_text(top) != document.text:
        raise UnsureError("its layout is unusual")
    return top


class _Builder:
    """Reads one document from its beginning to its end.

    Attributes:
        at: Up to where the text is part of the tree.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.at = 0
        self._last: tuple[Route | None, tuple[int, int, int, int]] = (None, (0, 0, 0, 0))

    def block(self, route: Route, column: int, holder: int) -> Node:
        """Return the block at `route`, whose entries stand in `column`."""
        data = self._data(route)
        is_map = isinstance(data, dict)
        node = Node("map" if is_map else "list", offset=column - holder, column=holder)
        for number, key in enumerate(data if is_map else range(len(data))):
            inner = (*route, key)
            is_first = number == 0 and self._is_inline(node)
            lead = () if is_first else self._lead()
            if not is_first and self._column(self.at) != column:
                raise UnsureError("its layout is unusual")
            end = self._after_key(inner) if is_map else self._after_dash()
            entry = Entry(str(key) if is_map else "", self.text[self.at : end], "", node, lead=lead)
            entry.column = column
            self.at = end
            self._value(inner, entry)
            entry.is_written = True
            node.entries.append(entry)
        if route:
            node.foot = self._foot(column)
        node.is_written = True
        return node

    def _is_inline(self, node: Node) -> bool:
        """Whether a dash stands before it on its line."""
        start = self.text.rfind("\n", 0, self.at) + 1
        node.is_inline = bool(self.text[start : self.at].strip(" "))
        return node.is_inline

    def _lead(self) -> tuple[str, ...]:
        """Return the lines up to the next one that says something, and go to where that begins."""
        lines: list[str] = []
        while True:
            stop = self._stop(self.at)
            line = self.text[self.at : stop]
            says = not BLANK.fullmatch(line) and not (line == "---" and not lines and self.at == 0)
            if says or stop >= len(self.text):
                self.at += len(line) - len(line.lstrip(" "))
                return tuple(lines)
            lines.append(line)
            self.at = stop + 1

    def _foot(self, column: int) -> tuple[str, ...]:
        """Return the comments that stand in line with the entries before, or deeper."""
        lines: list[str] = []
        at, kept = self.at, 0
        while at < len(self.text):
            stop = self._stop(at)
            line = self.text[at:stop]
            inner = line.lstrip(" ")
            if inner.strip() and (not inner.startswith("#") or len(line) - len(inner) < column):
                break
            if stop >= len(self.text) and not inner:
                break
            lines.append(line)
            at = stop + 1
            if inner.strip():
                kept, self.at = len(lines), at
        # In a column that it shares with what follows, a comment belongs to that.
        return tuple(lines[:kept])

    def rest(self, end: int) -> tuple[str, ...]:
        """Return the lines that are left."""
        lines = self.text[self.at : end].split("\n") if self.at <= end else []
        if any(not BLANK.fullmatch(line) for line in lines):
            raise UnsureError("its layout is unusual")
        return tuple(lines)

    def _after_key(self, route: Route) -> int:
        start, end, *_ = self._place(route)
        if start != self.at:
            raise UnsureError("a key of it is written in an unusual way")
        colon = _COLON.match(self.text, end)
        if colon is None or self.text[self.at] in "&*!?":
            raise UnsureError("a key of it is written in an unusual way")
        return colon.end()

    def _after_dash(self) -> int:
        if self.text[self.at : self.at + 1] != "-":
            raise UnsureError("a list of it is written in an unusual way")
        return self.at + 1

    def _value(self, route: Route, entry: Entry) -> None:
        data = self._data(route)
        if data is None or (isinstance(data, str) and self._place(route)[2] < self.at):
            entry.value = Node("leaf", column=entry.column)
            self._ends(entry)
            return
        start = self._place(route)[2]
        between = _BETWEEN.match(self.text, self.at)
        if between is None or between.end() != start or self.text[start] in "&*!":
            raise UnsureError("it uses anchors, aliases or tags")
        is_block = isinstance(data, dict | list) and self.text[start] not in "{["
        if is_block and "\n" in between[0]:
            self._ends(entry)
            entry.value = self.block(route, self._column(start), entry.column)
        elif is_block:
            entry.gap = between[0]
            self.at = start
            entry.value = self.block(route, self._column(start), entry.column)
        else:
            entry.gap = between[0]
            self.at = start
            entry.value = self._single(route, entry.column)
            self._ends(entry)

    def _ends(self, entry: Entry) -> None:
        """Take the rest of a line, and go to the next."""
        rest = _REST.match(self.text, self.at)
        if rest is None:
            raise UnsureError("its layout is unusual")
        entry.tail = rest[0]
        self.at = rest.end() + 1

    def _single(self, route: Route, column: int) -> Node:
        """Return the leaf or the brackets at `route`, and go to its end."""
        data = self._data(route)
        start = self.at
        if isinstance(data, dict | list):
            return self._flow(route, column)
        if self.text[start] in "|>":
            end = self._block_end(start, column)
        else:
            end = start + len(self.text[start : self._place(route)[3]].rstrip())
        self.at = end
        return Node("leaf", data, self.text[start:end], column=column)

    def _block_end(self, start: int, column: int) -> int:
        """Return where a `|` or `>` text ends: with its last line that is indented deeper."""
        end = at = self._stop(start)
        while at < len(self.text):
            stop = self._stop(at + 1)
            line = self.text[at + 1 : stop]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
                break
            if line.strip():
                end = stop
            at = stop
        return end

    def _flow(self, route: Route, column: int) -> Node:
        data = self._data(route)
        is_map = isinstance(data, dict)
        node = Node("map" if is_map else "list", is_flow=True, column=column)
        self.at += 1
        for number, key in enumerate(data if is_map else range(len(data))):
            if number:
                self._comma(node.entries[-1])
            inner = (*route, key)
            place = self._place(inner)
            begin = place[0] if is_map else place[2]
            lead = self.text[self.at : begin]
            self.at = begin
            end = self._after_key(inner) if is_map else begin
            entry = Entry(str(key) if is_map else "", self.text[begin:end], "", node)
            entry.lead, entry.column = (lead,) if lead else (), column
            entry.is_flow = True
            self.at = end
            self._flow_value(inner, entry, column)
            entry.is_written = True
            node.entries.append(entry)
        end = self._place(route)[3] - 1
        node.close = self.text[self.at : end]
        if self.text[end] not in "]}" or not re.fullmatch(r"\s*,?\s*", node.close):
            raise UnsureError("brackets of it are written in an unusual way")
        self.at = end + 1
        node.is_written = True
        return node

    def _flow_value(self, route: Route, entry: Entry, column: int) -> None:
        if self._data(route) is None:
            entry.value = Node("leaf", column=column)
            return
        start = self._place(route)[2]
        entry.gap = self.text[self.at : start]
        if entry.gap.strip() or "\n" in entry.gap or self.text[start] in "&*!":
            raise UnsureError("brackets of it are written in an unusual way")
        self.at = start
        entry.value = self._single(route, column)

    def _comma(self, entry: Entry) -> None:
        comma = self.text.find(",", self.at)
        entry.tail = self.text[self.at : comma]
        if comma < 0 or entry.tail.strip():
            raise UnsureError("brackets of it are written in an unusual way")
        self.at = comma + 1

    def _data(self, route: Route) -> Any:
        held: Any = self.document.data
        for key in route:
            held = held[key]
        return held

    def _place(self, route: Route) -> tuple[int, int, int, int]:
        """Return where a part's key begins and ends, −1 where it has none, and its value."""
        if route != self._last[0]:
            found = self.document.spans.exact(route)
            if found is None:
                raise UnsureError("its layout is unusual")
            key, value = found
            head = (-1, -1) if key is None else (key.start.offset, key.end.offset)
            self._last = (route, (*head, value.start.offset, value.end.offset))
        return self._last[1]

    def _column(self, offset: int) -> int:
        return offset - (self.text.rfind("\n", 0, offset) + 1)

    def _stop(self, offset: int) -> int:
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found
