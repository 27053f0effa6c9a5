"""Edits that put a key into an item, whether it is written in lines, in brackets, or as plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cjm.edit.apply import line_end
from cjm.edit.node import (
    Node,
    column,
    insert,
    is_repeated,
    line_start,
    line_stop,
    node_at,
    replace,
)
from cjm.findings import Edit, Route
from cjm.source.document import Document
from cjm.source.scalars import needs_quotes, quoted, scalar

_IGNORE = re.compile(r"[ \t]#\s*cjm:\s*ignore")
_COMMENT = re.compile(r"\s*#\s*cjm:\s*ignore(?!-file)")
_BLOCK_HEAD = re.compile(r"[|>][-+]?")
_STEP = 2


def put_key(
    document: Document, route: Route, key: str, value: str, *, own: str
) -> list[Edit] | None:
    """Return the edits that give the item at `route` a first key.

    Args:
        document: The text.
        route: Of an item; a shorthand becomes a mapping.
        key: It has none of that name yet.
        value: A text.
        own: The key that the item's shorthand stands for, such as `name`.

    Returns:
        `None` where the text spells no such item, or an alias repeats it elsewhere.
    """
    node = node_at(document, route)
    if document.kind != "yaml" or node is None or node.unspelt or node.data is None:
        return None
    if isinstance(node.data, dict) and not _is_in_languages(node, own):
        edits = _first_key(node, key, value)
    elif isinstance(node.data, list):
        return None
    else:
        edits = wrapped(node, [(key, value)], own)
    return None if edits is None or is_repeated(document, edits) else edits


def put_format_key(document: Document, value: str) -> list[Edit] | None:
    """Return the edit that makes `cjm: value` the first key of a file."""
    node = node_at(document, ())
    if document.kind != "yaml" or node is None or not isinstance(node.data, dict):
        return None
    first = _key_start(node)
    if first is None:
        return None
    if node.is_flow:
        return _first_key(node, "cjm", value)
    text = document.text
    if not _begins_line(document, first) or column(document, first):
        return None
    # A comment that silences a rule speaks of the line below it, and has to stay above that.
    while first > 0:
        above = line_start(text, first - (2 if text[first - 2 : first] == "\r\n" else 1))
        if not _COMMENT.match(text, above):
            break
        first = above
    return [insert(document, first, f"cjm: {value}{line_end(text)}")]


def wrapped(
    node: Node,
    before: Sequence[tuple[str, str]],
    own: str,
    after: Sequence[tuple[str, str]] = (),
) -> list[Edit] | None:
    """Return the edits that make a mapping of plain words, or of their languages.

    Args:
        node: What becomes a value of the mapping.
        before: `(key, value)` of what stands before it.
        own: The key that it gets.
        after: `(key, comment)` of keys without a value that stand after it; where it is in
            brackets, the comments are left out.
    """
    if node.start >= node.end or node.text[:1] in "&!*":
        return None
    if node.in_flow:
        return _in_brackets(node, before, own, after)
    if isinstance(node.data, dict):
        return _languages_in_lines(node, before, own)
    is_one_line = not _has_break(node.text)
    if node.key is not None and not node.begins_line and is_one_line and not after:
        head = "".join(f"{key}: {scalar(value, in_flow=True)}, " for key, value in before)
        spelt = node.text
        if node.is_plain and needs_quotes(str(node.data), in_flow=True) and not _is_number(node):
            spelt = quoted(str(node.data))
        return [replace(node.document, node.start, node.end, f"{{{head}{own}: {spelt}}}")]
    return _in_lines(node, before, own, after)


def last_line_stop(node: Node) -> int:
    """Return where the last line of a single value ends, its comment included."""
    end = node.start + len(node.text.rstrip())
    return line_stop(node.document.text, max(end, node.start))


def may_be_followed(node: Node) -> bool:
    """Whether a line below a single value leaves it as it is.

    In a block, blank lines at the end may belong to it, and so may a line end that is not there.
    """
    if node.text[:1] not in ("|", ">"):
        return True
    head = node.text[:3]
    return "+" not in head and ("-" in head or node.text.endswith(("\n", "\r")))


def _is_in_languages(node: Node, own: str) -> bool:
    """Whether a mapping is the item's own text in several languages, and no item."""
    from cjm.model.languages import is_language

    keys = [str(key) for key in node.data if not str(key).startswith("x-")]
    if own in keys or "ref" in keys or "same" in keys:
        return False
    return bool(keys) and all(is_language(key) for key in keys)


def _first_key(node: Node, key: str, value: str) -> list[Edit] | None:
    document, at = node.document, _key_start(node)
    if at is None:
        return None
    if node.is_flow:
        if document.text[at] == '"':
            return [insert(document, at, f'"{key}": {quoted(value)}, ')]
        return [insert(document, at, f"{key}: {scalar(value, in_flow=True)}, ")]
    if not _begins_line(document, at):
        return None
    entry, indent = f"{key}: {scalar(value)}", " " * column(document, at)
    stop = line_stop(document.text, at)
    if _IGNORE.search(document.text, at, stop):
        return _below(node, at, stop, f"{indent}{entry}")
    return [insert(document, at, f"{entry}{line_end(document.text)}{indent}")]


def _below(node: Node, at: int, stop: int, line: str) -> list[Edit] | None:
    """Put `line` below the first key: a comment beside that speaks of the line it is on."""
    first = node.inner(next(iter(node.data)))
    if first is None or not at < first.end <= stop or not isinstance(first.data, str):
        return None
    return [insert(node.document, stop, f"{line_end(node.document.text)}{line}")]


def _key_start(node: Node) -> int | None:
    """Return where the first key of a mapping begins; `None` where it has none that is plain."""
    first = node.document.spans.exact((*node.route, next(iter(node.data), "")))
    if first is None or first[0] is None:
        return None
    at = first[0].start.offset
    return None if node.document.text[at] in "&!*?" else at


def _begins_line(document: Document, at: int) -> bool:
    text = document.text
    return re.fullmatch(r" *(?:- +)*", text[line_start(text, at) : at]) is not None


def _in_brackets(
    node: Node, before: Sequence[tuple[str, str]], own: str, after: Sequence[tuple[str, str]]
) -> list[Edit]:
    head = "".join(f"{key}: {scalar(value, in_flow=True)}, " for key, value in before)
    tail = "".join(f", {key}: " for key, _ in after)
    return [
        insert(node.document, node.start, f"{{{head}{own}: "),
        insert(node.document, node.end, f"{tail}}}"),
    ]


def _in_lines(
    node: Node, before: Sequence[tuple[str, str]], own: str, after: Sequence[tuple[str, str]]
) -> list[Edit] | None:
    document, eol = node.document, line_end(node.document.text)
    if node.begins_line:
        indent, lead_from, lead = column(document, node.start), node.start, ""
    elif node.key is not None and _is_beside_its_key(node):
        indent = column(document, node.key.start.offset) + _STEP
        lead_from, lead = node.key.end.offset + 1, eol + " " * indent
    else:
        return None
    deeper = _deeper(node, indent)
    if deeper is None:
        return None
    blanks = " " * indent
    head = [f"{key}: {scalar(value)}" for key, value in before]
    tail = [f"{key}:{comment}" for key, comment in after]
    if _IGNORE.search(document.text, node.start, line_stop(document.text, node.end)):
        # The comment beside it speaks of the line that the item begins on.
        head, tail = [], [*head, *tail]
    spelt = lead + "".join(f"{line}{eol}{blanks}" for line in head)
    edits = [replace(document, lead_from, node.start, f"{spelt}{own}: "), *deeper]
    if tail:
        if not may_be_followed(node):
            return None
        spelt = "".join(f"{eol}{blanks}{line}" for line in tail)
        edits.append(insert(document, last_line_stop(node), spelt))
    return edits


def _is_beside_its_key(node: Node) -> bool:
    assert node.key is not None
    text, start = node.document.text, node.key.start.offset
    between = text[node.key.end.offset : node.start]
    return re.fullmatch(r":[ \t]+", between) is not None and _begins_line(node.document, start)


def _deeper(node: Node, indent: int) -> list[Edit] | None:
    """Return the edits that move the further lines of a value below the key that it gets."""
    text, lines = node.document.text, []
    at = line_stop(text, node.start)
    while at < node.start + len(node.text.rstrip()):
        at += 2 if text[at : at + 2] == "\r\n" else 1
        stop = line_stop(text, at)
        if stop > at:
            lines.append((at, text[at:stop]))
        at = stop
    if not lines:
        return []
    head = _BLOCK_HEAD.match(node.text)
    if head is not None and node.text[head.end() : head.end() + 1].isdigit():
        return None
    inner = [len(line) - len(line.lstrip(" ")) for _, line in lines if line.strip()]
    if any(line.lstrip(" ").startswith("\t") for _, line in lines):
        return None
    blanks = " " * max(_STEP, indent + 1 - min(inner))
    return [insert(node.document, start, blanks) for start, _ in lines]


def _languages_in_lines(
    node: Node, before: Sequence[tuple[str, str]], own: str
) -> list[Edit] | None:
    document, at = node.document, _key_start(node)
    if node.is_flow:
        head = "".join(f"{key}: {scalar(value, in_flow=True)}, " for key, value in before)
        return [
            insert(document, node.start, f"{{{head}{own}: "),
            insert(document, node.end, "}"),
        ]
    if at is None or not _begins_line(document, at):
        return None
    parts = [node.inner(key) for key in node.data]
    stops = [each.start + len(each.text.rstrip()) for each in parts if each is not None]
    indent, eol, text = " " * column(document, at), line_end(document.text), document.text
    head = "".join(f"{key}: {scalar(value)}{eol}{indent}" for key, value in before)
    edits = [insert(document, at, f"{head}{own}:{eol}{indent}{' ' * _STEP}")]
    start = line_stop(text, at)
    while start < max(stops):
        start += 2 if text[start : start + 2] == "\r\n" else 1
        if line_stop(text, start) > start:
            edits.append(insert(document, start, " " * _STEP))
        start = line_stop(text, start)
    return edits


def _has_break(text: str) -> bool:
    return "\n" in text or "\r" in text


def _is_number(node: Node) -> bool:
    from cjm.source.plain import Plain

    return isinstance(node.data, Plain)
