"""A YAML text as a tree that keeps every byte: what two versions of a file are merged as.

A tree is made of nodes; a block (a mapping or list with a line for each part) is a list of entries,
each with the lines above it, its head (`key:` or `-`), its value and the rest of its line. Written
again unchanged it is the same text, wherever it is indented to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal["leaf", "map", "list"]


class UnsureError(Exception):
    """The merge cannot be sure of what a text says; `str()` of it says why, in a few words."""


@dataclass
class Entry:
    """A part of a mapping or list.

    Attributes:
        key: Its key; empty in a list.
        head: How that is written: `key:`, `-`, or nothing for an item in brackets.
        gap: What stands between head and value on the way to it.
        value: Its value.
        tail: What follows the value on its line: blanks, a comment. In brackets, up to the comma.
        lead: The lines above it, as they are written. In brackets one text: what stands before it.
        column: Where it was written, counted from 0: the lines of `lead` are indented for that.
        is_flow: It stood in brackets.
        is_written: It is as it was read; a copy of it is not.
    """

    key: str
    head: str
    gap: str
    value: Node
    tail: str = ""
    lead: tuple[str, ...] = ()
    column: int = 0
    is_flow: bool = False
    is_written: bool = field(default=False, init=False, compare=False)
    _spelt: tuple[Any, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def spelt(self) -> tuple[Any, ...]:
        """Return what is written, whatever it is indented to: two that are equal read the same."""
        if self._spelt is None:
            lead = _from_margin(self.lead, self.column)
            self._spelt = (self.head, self.gap, self.tail, lead, self.value.spelt())
        return self._spelt


@dataclass
class Node:
    """A value.

    Attributes:
        kind: What it is.
        data: A leaf's, as it was read.
        text: A leaf's spelling.
        entries: The parts of a mapping or list.
        is_flow: Whether a mapping or list is in brackets.
        close: What stands before the closing bracket.
        foot: Lines below the last entry that belong to it.
        offset: By how much its entries are indented deeper than what holds it.
        is_inline: Whether it begins on the line of the dash that holds it.
        column: Where the entry that held it was written.
        is_written: It is as it was read; a copy of it is not.
    """

    kind: Kind
    data: Any = None
    text: str = ""
    entries: list[Entry] = field(default_factory=list)
    is_flow: bool = False
    close: str = ""
    foot: tuple[str, ...] = ()
    offset: int = 0
    is_inline: bool = False
    column: int = 0
    is_written: bool = field(default=False, init=False, compare=False)
    _spelt: tuple[Any, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _value: Any = field(default=None, init=False, repr=False, compare=False)

    @property
    def is_block(self) -> bool:
        """Whether it has a line for each entry."""
        return self.kind != "leaf" and not self.is_flow

    def entry(self, key: str) -> Entry | None:
        """Return the entry under `key`."""
        return next((each for each in self.entries if each.key == key), None)

    def spelt(self) -> tuple[Any, ...]:
        """Return it as it is written, whatever it is indented to: comments, blanks and all."""
        if self._spelt is None:
            if self.kind == "leaf":
                self._spelt = _from_margin(self.text.split("\n"), self.column)
            else:
                inner = tuple(each.spelt() for each in self.entries)
                foot = _from_margin(self.foot, _own(self))
                look = (self.is_flow, self.offset, self.is_inline, self.close)
                self._spelt = (self.kind, look, foot, inner)
        return self._spelt

    def value(self) -> Any:
        """Return the data it holds; keys without a value are left out."""
        if self.kind == "leaf":
            return self.data
        if self._value is None:
            if self.kind == "map":
                pairs = ((each.key, each.value.value()) for each in self.entries)
                self._value = {key: value for key, value in pairs if value is not None}
            else:
                self._value = [each.value.value() for each in self.entries]
        return self._value


def whole_text(node: Node) -> str:
    """Return the text of a file, its lines parted by line feeds."""
    return "\n".join([*_block_lines(node, 0), *node.foot])


def value_lines(node: Node, column: int, head: str) -> list[str]:
    """Return a value written behind `head`, the first line without its indent.

    Args:
        node: The value.
        column: Where the entry stands that holds it, from 0.
        head: What precedes it on its line.
    """
    if not node.is_block:
        shift = column - node.column
        first, *rest = _flow_text(node).split("\n")
        return [head + first, *(shifted(line, shift) for line in rest)]
    target = column + node.offset
    lines = [
        *_block_lines(node, target),
        *(shifted(each, target - _own(node)) for each in node.foot),
    ]
    if node.is_inline and lines:
        blanks = " " * (target - column - len(head)) if target - column > len(head) else " "
        return [head + blanks + lines[0].lstrip(" "), *lines[1:]]
    return [head, *lines]


def comment_lines(lines: tuple[str, ...]) -> list[str]:
    """Return the comments among `lines`, without their indent."""
    return [line.strip() for line in lines if line.strip()]


def _from_margin(lines: Sequence[str], column: int) -> tuple[str, ...]:
    if not lines or (len(lines) == 1 and lines[0][:1] != " "):
        return tuple(lines)
    return tuple(shifted(line, -column) for line in lines)


def _own(node: Node) -> int:
    return node.column + node.offset


def _block_lines(node: Node, column: int) -> list[str]:
    lines: list[str] = []
    for entry in node.entries:
        lines += _entry_lines(entry, column)
    return lines


def _entry_lines(entry: Entry, column: int) -> list[str]:
    shift = column - entry.column
    lines = [shifted(line, shift) for line in entry.lead]
    blanks = " " * column
    if entry.value.is_block and not entry.value.is_inline:
        inner = value_lines(entry.value, column, "")[1:]
        return [*lines, blanks + entry.head + entry.tail, *inner]
    if entry.value.is_block:
        inner = value_lines(entry.value, column, entry.head)
        return [*lines, blanks + inner[0], *inner[1:]]
    gap = entry.gap
    if "\n" in gap:
        first, *others = gap.split("\n")
        gap = "\n".join([first, *(shifted(line, shift, keep=True) for line in others)])
    inner = value_lines(entry.value, column, entry.head + gap)
    inner[-1] += entry.tail
    return [*lines, blanks + inner[0], *inner[1:]]


def shifted(line: str, shift: int, *, keep: bool = False) -> str:
    """Return a line indented by `shift` more; a line of blanks stays as it is."""
    if not shift or (not line.strip() and not keep):
        return line
    if shift > 0:
        return " " * shift + line
    return line[min(-shift, len(line) - len(line.lstrip(" "))) :]


def _flow_text(node: Node) -> str:
    if node.kind == "leaf":
        return node.text
    parts = []
    for entry in node.entries:
        lead = "".join(entry.lead)
        parts.append(f"{lead}{entry.head}{entry.gap}{_flow_text(entry.value)}{entry.tail}")
    opening, closing = ("{", "}") if node.kind == "map" else ("[", "]")
    return f"{opening}{','.join(parts)}{node.close}{closing}"


BLANK = re.compile(r"[ \t]*(?:#[^\n]*)?")
"""What of a line says nothing: blanks and a comment."""
