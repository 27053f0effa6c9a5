"""Where in a map the cursor stands, told from indents and signs alone: the text may be half typed.

A parser stops at the first slip, and while one types there is always one. This reads line by line,
believes what looks like a key, and never fails.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cjm.findings import Route
from cjm.lsp.flow import Flow, Frame

_KEY = re.compile(r"""(?:"([^"]*)"|'([^']*)'|([^\s"'\[\]{},#|>&*!%@`][^:#]*?))[ \t]*:(?=[ \t]|$)""")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_WORD = re.compile(r"[\w-]*")
_COLON = re.compile(r"[\w-]*[ \t]*:(?=\s|$)")
_FAR = 4_000
"""How far behind the cursor to look for the end of a brace."""


@dataclass(frozen=True)
class Context:
    """Where the cursor stands.

    Attributes:
        kind: `key` (a key may stand here), `value` (what a key holds), `item` (what a list holds),
            `comment`, or `none` (within a text).
        route: Of the mapping for a key, else of the value or list item itself.
        prefix: What is typed already.
        start: Offset where that begins.
        end: Offset up to which a completion replaces.
        present: Keys that the mapping has already.
        in_flow: Within braces or brackets.
        is_new: The mapping is not there yet: a key stands above, with nothing behind its colon.
        has_colon: A colon follows already.
        column: From 0, where the word begins.
    """

    kind: str
    route: Route = ()
    prefix: str = ""
    start: int = 0
    end: int = 0
    present: frozenset[str] = frozenset()
    in_flow: bool = False
    is_new: bool = False
    has_colon: bool = False
    column: int = 0


def context_at(text: str, offset: int) -> Context:
    """Return where in `text` the offset lies."""
    line_start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    reader = _Reader()
    for line in re.split(r"\r\n?|\n", text[:line_start])[:-1]:
        reader.read(line)
    found = reader.at_cursor(text[line_start:offset], line_start, offset)
    if found.kind in ("none", "comment"):
        return found
    rest = text[offset : offset + _FAR]
    if found.kind == "key" or found.kind == "item":
        found = _with_the_rest(found, rest, offset)
    return found


def _with_the_rest(found: Context, rest: str, offset: int) -> Context:
    """Return `found` with what stands behind the cursor: a colon, further keys."""
    line, _, below = rest.replace("\r\n", "\n").replace("\r", "\n").partition("\n")
    has_colon = _COLON.match(line) is not None
    word = _WORD.match(line)
    end = offset + word.end() if has_colon and word is not None else offset
    if found.in_flow:
        later = _keys_to_the_brace(rest)
    elif not found.is_new:
        later = _keys_below(below, found.column)
    else:
        later = frozenset()
    own = {found.prefix + line[: word.end()]} if has_colon and word is not None else set()
    return Context(
        found.kind, found.route, found.prefix, found.start, end, (found.present | later) - own - {""},
        found.in_flow, found.is_new, has_colon, found.column,
    )  # fmt: skip


def _keys_below(below: str, column: int) -> frozenset[str]:
    keys = set()
    for line in below.split("\n"):
        stripped = line.lstrip(" ")
        indent = len(line) - len(stripped)
        if not stripped or stripped.startswith("#") or indent > column:
            continue
        if indent < column or stripped.startswith(("- ", "---")):
            break
        match = _KEY.match(stripped)
        if match is not None:
            keys.add(_key_of(match))
    return frozenset(keys)


def _keys_to_the_brace(rest: str) -> frozenset[str]:
    reader = Flow()
    reader.frames = [Frame(0, is_list=False)]
    reader.read(rest, 0)
    return frozenset(reader.outer)


def _key_of(match: re.Match[str]) -> str:
    return next(each for each in match.groups() if each is not None).strip()


class _Reader:
    """Reads a text line by line, and knows which blocks are open."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.flow: Flow | None = None
        self.literal: int | None = None
        """Column of the key whose text of several lines is being read."""

    def read(self, line: str) -> None:
        """Take one whole line."""
        stripped = line.strip(" \t")
        indent = len(line) - len(line.lstrip(" "))
        if self.literal is not None and (not stripped or indent > self.literal):
            return
        self.literal = None
        if not stripped or (stripped.startswith("#") and self.flow is None):
            return
        if self.flow is not None and not self._leaves_the_flow(indent):
            self._read_flow(line, 0)
            return
        self.flow = None
        at = self._read_dashes(line, indent)
        match = _KEY.match(line, at)
        if match is not None:
            self._open_key(at, _key_of(match))
            at = match.end()
        self._read_value(line, at)

    def at_cursor(self, before: str, line_start: int, offset: int) -> Context:
        """Return the context at the end of `before`, the cursor's line up to the cursor."""
        stripped = before.strip(" \t")
        indent = len(before) - len(before.lstrip(" "))
        if self.literal is not None and indent > self.literal:
            return Context("none")
        self.literal = None
        if self.flow is not None and (not stripped or not self._leaves_the_flow(indent)):
            return self._in_flow(before, 0, line_start, offset)
        self.flow = None
        if stripped.startswith("#"):
            return Context("comment", start=line_start, end=offset, prefix=before)
        at = self._read_dashes(before, indent)
        match = _KEY.match(before, at)
        if match is None:
            return self._word(before, at, line_start, offset, is_item=at > indent)
        self._open_key(at, _key_of(match))
        return self._value(before, match.end(), line_start, offset)

    def _value(self, before: str, at: int, line_start: int, offset: int) -> Context:
        begin = at + len(before[at:]) - len(before[at:].lstrip(" \t"))
        value = before[begin:]
        if value[:1] in ("[", "{"):
            self.flow = Flow()
            return self._in_flow(before, begin, line_start, offset)
        if re.search(r"(?:^|\s)#", before[at:]):
            return Context("comment", start=line_start + at, end=offset, prefix=before[at:])
        if value[:1] in ("|", ">", '"', "'") or begin == at:
            return Context("none")
        return Context(
            "value", self._route(), value, line_start + begin, offset, column=begin
        )  # fmt: skip

    def _word(
        self, before: str, at: int, line_start: int, offset: int, *, is_item: bool
    ) -> Context:
        """Return the context of a word that is no key yet, or of no word at all."""
        value = before[at:]
        if value[:1] in ("[", "{"):
            self.flow = Flow()
            return self._in_flow(before, at, line_start, offset)
        if value[:1] in ("|", ">", '"', "'"):
            return Context("none")
        if " #" in value:
            return Context("comment", start=line_start + at, end=offset, prefix=value)
        told = (value, line_start + at, offset)
        if is_item:
            return Context("item", self._route(), *told, column=at)
        self._close(at)
        top = self.frames[-1] if self.frames else None
        if top is not None and top.is_list and top.column == at:
            under = self.frames[-2] if len(self.frames) > 1 else None
            if under is None or under.column != at:
                top.index += 1
                return Context("key", self._route(), *told, is_new=True, column=at)
            self.frames.pop()
            top = under
        if top is None or top.column == at:
            held = frozenset(top.keys) if top is not None else frozenset()
            if top is not None:
                self.frames.pop()
            return Context("key", self._route(), *told, held, column=at)
        return Context("key", self._route(), *told, is_new=True, column=at)

    def _in_flow(self, before: str, at: int, line_start: int, offset: int) -> Context:
        flow = self.flow
        assert flow is not None
        flow.read(before, at)
        if flow.comment:
            return Context("comment", start=line_start, end=offset, prefix=before)
        if flow.quote or not flow.frames:
            return Context("none")
        word = before[flow.word :]
        begin = flow.word + len(word) - len(word.lstrip(" \t"))
        told = (before[begin:], line_start + begin, offset)
        top = flow.frames[-1]
        steps = tuple(frame.step for frame in flow.frames[:-1])
        around = (*self._route(), *steps)
        if top.is_list or top.wants_value:
            kind = "item" if top.is_list else "value"
            return Context(kind, (*around, top.step), *told, in_flow=True, column=begin)
        return Context("key", around, *told, frozenset(top.keys), in_flow=True, column=begin)

    def _route(self) -> Route:
        return tuple(frame.step for frame in self.frames)

    def _leaves_the_flow(self, indent: int) -> bool:
        """Whether a line with that indent stands outside: a bracket was left open above."""
        return bool(self.frames) and indent <= self.frames[-1].column and not self._is_at_top()

    def _is_at_top(self) -> bool:
        return self.flow is not None and not self.frames

    def _read_dashes(self, line: str, at: int) -> int:
        while (match := _DASH.match(line, at)) is not None:
            self._close(at)
            top = self.frames[-1] if self.frames else None
            if top is not None and top.is_list and top.column == at:
                top.index += 1
            else:
                self.frames.append(Frame(at, is_list=True))
            at = match.end()
        return at

    def _open_key(self, at: int, key: str) -> None:
        self._close(at)
        while self.frames and self.frames[-1].is_list and self.frames[-1].column == at:
            self.frames.pop()
        if not self.frames or self.frames[-1].is_list or self.frames[-1].column < at:
            self.frames.append(Frame(at, is_list=False))
        self.frames[-1].keys.append(key)

    def _close(self, at: int) -> None:
        """Close the blocks that lie deeper than the column `at`."""
        while self.frames and self.frames[-1].column > at:
            self.frames.pop()

    def _read_value(self, line: str, at: int) -> None:
        value = line[at:].strip(" \t")
        if value[:1] in ("|", ">") and re.fullmatch(r"[|>][-+0-9]*\s*(?:#.*)?", value):
            self.literal = self.frames[-1].column if self.frames else -1
        elif value[:1] in ("[", "{", '"', "'"):
            self.flow = Flow()
            self._read_flow(line, at + len(line[at:]) - len(line[at:].lstrip(" \t")))

    def _read_flow(self, line: str, at: int) -> None:
        assert self.flow is not None
        end = self.flow.read(line, at)
        is_over = not self.flow.frames and not self.flow.quote
        if is_over or (end < len(line) and not self.flow.frames):
            self.flow = None
