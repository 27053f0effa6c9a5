"""Edits that make room for a text in further languages, marked as still to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cjm.edit.apply import line_end
from cjm.edit.insert import last_line_stop, may_be_followed, wrapped
from cjm.edit.node import Node, column, insert, is_repeated, line_start, line_stop, node_at
from cjm.findings import Edit, Route
from cjm.source.document import Document

_SIMPLE = re.compile(r"[^'\"#]*")


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that lacks languages.

    Attributes:
        route: Of the text.
        languages: Tags of those it lacks, in the order to write them.
    """

    route: Route
    languages: tuple[str, ...]


def language_edits(document: Document, gaps: Iterable[Gap], language: str) -> list[Edit]:
    """Return the edits that add the missing languages to texts, with no text.

    A key without a value says nothing, so the map stays what it was; a comment marks it.

    Args:
        document: A YAML text.
        gaps: What is missing, and where.
        language: Of plain strings.
    """
    if document.kind != "yaml" or not language:
        return []
    edits: list[Edit] = []
    marks: dict[int, list[str]] = {}
    for gap in gaps:
        node = node_at(document, gap.route)
        if node is None or (node.unspelt and isinstance(node.data, dict | list)):
            continue
        wanted = [each for each in gap.languages if not _has(node, each)]
        added = _added(node, wanted, language) if wanted else None
        if added is None or is_repeated(document, added):
            continue
        edits += added
        if node.in_flow or node.is_flow:
            known = marks.setdefault(line_stop(document.text, node.end), [])
            known += [each for each in wanted if each not in known]
    edits += [mark for stop, tags in marks.items() for mark in _mark(document, stop, tags)]
    return edits


def _has(node: Node, tag: str) -> bool:
    return isinstance(node.data, dict) and tag in node.data


def _added(node: Node, wanted: Sequence[str], language: str) -> list[Edit] | None:
    if isinstance(node.data, str):
        if language in wanted:
            return None
        return wrapped(node, [], language, [(tag, f"  {_todo([tag])}") for tag in wanted])
    if not isinstance(node.data, dict) or not node.data:
        return None
    last = node.inner(next(reversed(node.data)))
    first = node.document.spans.exact((*node.route, next(iter(node.data))))
    if last is None or first is None or first[0] is None or last.text[:1] in "&*!":
        return None
    if node.is_flow or node.in_flow:
        tail = "".join(f", {tag}: " for tag in wanted)
        return [insert(node.document, last.end, tail)]
    if not may_be_followed(last):
        return None
    lead = line_end(node.document.text) + " " * column(node.document, first[0].start.offset)
    lines = "".join(f"{lead}{tag}:  {_todo([tag])}" for tag in wanted)
    return [insert(node.document, last_line_stop(last), lines)]


def _mark(document: Document, stop: int, tags: Sequence[str]) -> list[Edit]:
    """Return the edit that puts a comment at the end of a line, where that is sure to be one."""
    text = document.text
    line = text[line_start(text, stop) : stop]
    if not _SIMPLE.fullmatch(line) or line.rstrip()[-1:] not in ("}", "]", ","):
        return []
    return [insert(document, stop, f"  {_todo(tags)}")]


def _todo(tags: Sequence[str]) -> str:
    return f"# TODO: {', '.join(tags)}"
