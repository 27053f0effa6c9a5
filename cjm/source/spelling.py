"""How a scalar of a text is spelt in the canonical layout: as its author did, where that can be."""

from __future__ import annotations

import re

from cjm.source.nodes import Leaf
from cjm.source.odd_keys import meant_key
from cjm.source.scalars import FLOW_SIGNS, needs_quotes, quoted, scalar

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

# Escapes of more than quotes and backslashes show what nobody would see otherwise.
_TELLING = re.compile(r'(?:[^\\]|\\["\\])*+\\[^"\\]', re.S)

# What readers of YAML 1.1 take for a truth value, a date, a time or a number of another base.
_ELSEWHERE = re.compile(
    r"(?i:y|n|yes|no|on|off)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?"
    r"|[-+]?0b[01_]+"
)


def plain_leaf(raw: str, value: str) -> Leaf:
    """Return the leaf of a plain scalar.

    Args:
        raw: Its spelling in the text.
        value: What it says.
    """
    if "\n" in raw:
        return _wrapped(raw, value, scalar(value) if "\n" not in value else None)
    if raw in _NULLS:
        return Leaf(raw, raw, None, is_null=True)
    return Leaf(value, raw, quoted(value) if FLOW_SIGNS.search(raw) else raw)


def quoted_leaf(raw: str, value: str) -> Leaf:
    """Return the leaf of a scalar in quotes; see `plain_leaf`."""
    is_telling = raw[0] == '"' and _TELLING.match(raw) is not None
    if "\n" in raw:
        joined = None if is_telling or "\n" in value else _requoted(value)
        return _wrapped(raw, value, joined)
    if is_telling or "\n" in value:
        return Leaf(value, raw, raw)
    if _ELSEWHERE.fullmatch(value):
        spelt = quoted(value)
        return Leaf(value, spelt, spelt)
    return Leaf(value, scalar(value), scalar(value, in_flow=True))


def _requoted(value: str) -> str:
    return quoted(value) if _ELSEWHERE.fullmatch(value) else scalar(value)


def _wrapped(raw: str, value: str, joined: str | None) -> Leaf:
    """Return the leaf of a text that its author broke into lines; on one line if that is short."""
    flow = None
    if joined is not None:
        flow = quoted(value) if needs_quotes(value, in_flow=True) else joined
    return Leaf(value, joined, flow, _without_indent(raw), ends_with_beside=True)


def _without_indent(raw: str) -> list[str]:
    first, *rest = raw.split("\n")
    lines = [first, *(line.lstrip(" \t") for line in rest)]
    # A backslash at the end of a line, or before the blanks there, says what becomes of them.
    return [
        line if raw[0] == '"' and line.rstrip(" \t").endswith("\\") else line.rstrip(" \t")
        for line in lines
    ]


def block_leaf(text: str, style: str, value: str, *, start: int, column: int) -> tuple[Leaf, int]:
    """Return the leaf of a block scalar, and where in the text it ends.

    Args:
        text: The whole text, its lines ended by line feeds.
        style: `|` or `>`.
        value: What it says.
        start: Where it begins, at its sign.
        column: Where the parts of the mapping or list that it stands in begin.
    """
    head_end = text.find("\n", start)
    if head_end < 0:
        return Leaf(value, quoted(value), quoted(value)), len(text)
    digits = [int(sign) for sign in text[start:head_end].partition("#")[0] if sign.isdigit()]
    lines, end = _content(text, head_end + 1, column + digits[0] if digits else None)
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    if not body.strip() or ends > 1 or not lines:
        return Leaf(value, quoted(value), quoted(value)), end
    if style == "|":
        lines = body.split("\n")
    first = next(line for line in lines if line)
    head = style + ("2" if first[0] in " \t" else "") + ("" if ends else "-")
    return Leaf(value, None, None, [head, *lines]), end


def _content(text: str, at: int, indent: int | None) -> tuple[list[str], int]:
    """Return the lines of a block scalar without their indent, and where they end."""
    lines: list[str] = []
    end = at
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        blanks = len(line) - len(line.lstrip(" "))
        if line.strip(" "):
            if indent is None:
                indent = blanks
            if blanks < indent or not indent:
                break
            end = stop
        lines.append(line[indent:] if indent is not None else "")
        at = stop + 1
    while lines and not lines[-1]:
        lines.pop()
    return lines, end


def key_spellings(raw: str, style: str | None, name: str) -> tuple[str, str]:
    """Return how a key is spelt in a block and in a flow mapping.

    Args:
        raw: Its spelling in the text.
        style: Its quote, if any.
        name: What it says.
    """
    if not style and "\n" not in raw:
        return raw, quoted(name) if FLOW_SIGNS.search(raw) else raw
    if style == '"' and "\n" not in raw and _TELLING.match(raw):
        return raw, raw
    if _ELSEWHERE.fullmatch(name):
        return quoted(name), quoted(name)
    return spelt_key(name), spelt_key(name, in_flow=True)


def spelt_key(name: str, *, in_flow: bool = False) -> str:
    """Return the canonical spelling of a key."""
    text = scalar(name, in_flow=in_flow)
    return quoted(name) if name and text == name and meant_key(name) is not None else text
