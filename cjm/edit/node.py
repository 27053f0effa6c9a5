"""Where a part of a document is written, and how: in brackets or on lines, quoted or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from cjm.findings import Edit, Route, Span
from cjm.source.decode import LineTable
from cjm.source.document import Document, spellings
from cjm.source.repeats import repeated

_BEFORE = re.compile(r" *(?:- +)*")
_OPENS = re.compile(r"(?:&[^\s\[\]{},]+\s+)?[\[{]")
_LINE_END = re.compile(r"\r\n?|\n|\Z")


@dataclass(frozen=True)
class Node:
    """A part of a document that its text spells.

    Attributes:
        document: The document.
        route: Its route, as the text spells the keys.
        data: What it holds.
        key: Where its key stands; `None` for a list item and the whole.
        start: Offset where it begins.
        end: Offset after it; of no use where an alias ends it.
        unspelt: The last keys of the route that was asked for, which a shorthand leaves out.
    """

    document: Document
    route: Route
    data: Any
    key: Span | None
    start: int
    end: int
    unspelt: Route

    @cached_property
    def in_flow(self) -> bool:
        """Whether it stands inside brackets."""
        return any(_opens(self.document, self.route[:at]) for at in range(len(self.route)))

    @property
    def text(self) -> str:
        """What is written there."""
        return self.document.text[self.start : self.end]

    @property
    def is_flow(self) -> bool:
        """Whether it is a mapping or list in brackets."""
        return self.document.text[self.start : self.start + 1] in ("{", "[")

    @property
    def is_plain(self) -> bool:
        """Whether it is a text without quotes, with no sign before it."""
        return isinstance(self.data, str) and self.text[:1] not in ("", *"\"'|>&!*")

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.document.text[line_start(self.document.text, self.start) : self.start]

    @property
    def begins_line(self) -> bool:
        """Whether only blanks and dashes of lists stand before it on its line."""
        return _BEFORE.fullmatch(self.before) is not None

    def inner(self, key: str | int) -> Node | None:
        """Return the part of it under `key`, spelt as it is."""
        found = node_at(self.document, (*self.route, key))
        return found if found is not None and not found.unspelt else None


def node_at(document: Document, route: Route) -> Node | None:
    """Return what `document` spells of `route`, a route of the long form.

    `None` where the route leads to nothing that is written, or the document has no data.
    """
    if document.data is None:
        return None
    spelt, unspelt = _spelt(document, route)
    found = document.spans.exact(spelt)
    if found is None:
        return None
    try:
        data = _value(document.data, document.spans.origin(spelt))
    except (KeyError, IndexError, TypeError):
        return None
    key, span = found
    return Node(document, spelt, data, key, span.start.offset, span.end.offset, unspelt)


def is_repeated(document: Document, edits: list[Edit]) -> bool:
    """Whether some edit changes what an alias repeats elsewhere."""
    stretches = _repeated(document.text) if document.kind == "yaml" else ()
    return any(
        start <= edit.span.end.offset and edit.span.start.offset <= end
        for edit in edits
        for start, end in stretches
    )


def insert(document: Document, offset: int, text: str) -> Edit:
    """Return the edit that puts `text` at `offset`."""
    return replace(document, offset, offset, text)


def replace(document: Document, start: int, end: int, text: str) -> Edit:
    """Return the edit that puts `text` in the place of what stands from `start` to `end`."""
    lines = _lines(document.text)
    return Edit(document.path, Span(lines.position(start), lines.position(end)), text)


def line_start(text: str, offset: int) -> int:
    """Return where the line of `offset` begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_stop(text: str, offset: int) -> int:
    """Return where the line of `offset` ends, before its line end."""
    found = _LINE_END.search(text, offset)
    assert found is not None
    return found.start()


def column(document: Document, offset: int) -> int:
    """Return how many code points stand before `offset` on its line."""
    return offset - line_start(document.text, offset)


def _spelt(document: Document, route: Route) -> tuple[Route, Route]:
    """Return what the text spells of `route`, and the keys of it that a shorthand leaves out."""
    if document.spans.exact(route) is not None:
        return route, ()
    if route[:2] == ("stages", 0) and document.spans.exact(("stages",)) is None:
        route = route[2:]  # steps in the place of stages are those of one stage
        if not route:
            return (), ("stages", 0)
    spelt: Route = ()
    unspelt: Route = ()
    for key in route:
        for spelling in spellings(key):
            if not unspelt and document.spans.exact((*spelt, spelling)) is not None:
                spelt = (*spelt, spelling)
                break
        else:
            if key == 0 and not unspelt:
                # One for many, unless it is the number of an item that is not there.
                continue
            unspelt = (*unspelt, key)
    return spelt, unspelt


def _opens(document: Document, route: Route) -> bool:
    found = document.spans.exact(route)
    return found is not None and _OPENS.match(document.text, found[1].start.offset) is not None


def _value(data: Any, route: Route) -> Any:
    for key in route:
        data = data[key]
    return data


@lru_cache(maxsize=8)
def _lines(text: str) -> LineTable:
    return LineTable(text)


@lru_cache(maxsize=8)
def _repeated(text: str) -> tuple[tuple[int, int], ...]:
    return repeated(text)
