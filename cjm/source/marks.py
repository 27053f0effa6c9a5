"""Where the parts of a YAML text stand: the parser's events, kept in the shape of the data."""

from __future__ import annotations

from typing import Any

from cjm.findings import Position, Route, Span
from cjm.source.document import spellings


class Branch:
    """The marks of a mapping or list: where it starts and ends, and the marks of its parts.

    Attributes:
        start: Event that opens it.
        end: Event that closes it, or `None` while it is open.
        parts: Key → `(event of the key, leaf or branch)`, or a list of leaves and branches.
        size: How many nodes it holds, itself included.
    """

    __slots__ = ("end", "parts", "size", "start")

    def __init__(self, start: Any, parts: Any) -> None:
        self.start = start
        self.end: Any = None
        self.parts = parts
        self.size = 1


class EventTable:
    """A span table over the events themselves; positions are worked out when asked for."""

    def __init__(self, top: Any) -> None:
        self._top = top

    def exact(self, route: Route) -> tuple[Span | None, Span] | None:
        """See `SpanTable.exact`."""
        found = (None, self._top)
        for key in route:
            inner = _part(found[1], key)
            if inner is None:
                return None
            found = inner
        return _spans_of(found)

    def nearest(self, route: Route) -> tuple[Span | None, Span] | None:
        """See `SpanTable.nearest`."""
        found = (None, self._top)
        for key in route:
            inner = _part(found[1], key)
            if inner is None:
                others = (_part(found[1], spelling) for spelling in spellings(key))
                inner = next((each for each in others if each is not None), None)
            if inner is not None:
                found = inner
        return _spans_of(found)

    def origin(self, route: Route) -> Route:
        """See `SpanTable.origin`."""
        return route


def _part(node: Any, key: str | int) -> tuple[Any, Any] | None:
    """Return `(event of the key, leaf or branch)` of what stands under `key`, or `None`."""
    if type(node) is not Branch:
        return None
    parts = node.parts
    if type(parts) is dict:
        found: tuple[Any, Any] | None = parts.get(key)
        return found
    if type(key) is int and 0 <= key < len(parts):
        return (None, parts[key])
    return None


def _spans_of(found: tuple[Any, Any]) -> tuple[Span | None, Span] | None:
    key_event, node = found
    if node is None:
        return None
    return (None if key_event is None else span_of(key_event)), span_of(node)


def span_of(node: Any) -> Span:
    """Return the span of an event or branch; a block ends where its last part does."""
    if type(node) is not Branch:
        return Span(_at(node.start_mark), _at(node.end_mark))
    start = node.start.start_mark
    if node.end is None or not node.start.flow_style:
        last = _last_part(node)
        end = last if last is not None else start
    else:
        end = node.end.end_mark
    return Span(_at(start), _at(end))


def _last_part(node: Any) -> Any:
    while type(node) is Branch:
        if node.start.flow_style and node.end is not None:
            return node.end.end_mark
        if not node.parts:
            return node.start.end_mark
        if type(node.parts) is dict:
            key_event, value = next(reversed(node.parts.values()))
            node = key_event if value is None else value
        else:
            node = node.parts[-1]
    return node.end_mark


def _at(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1, mark.index)
