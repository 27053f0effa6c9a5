"""Where something stands: in a text (`Position`, `Span`) and in its data (`Route`)."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Route: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the top, e.g. `("stages", 0, "name")`: the shape of Pydantic's `loc`."""


class Position(NamedTuple):
    """A place in a text.

    Attributes:
        line: From 1.
        column: From 1, in code points.
        offset: From 0, in code points from the start of the text (without its BOM).
    """

    line: int
    column: int
    offset: int


class Span(NamedTuple):
    """A stretch of a text; `end` is the position after its last code point."""

    start: Position
    end: Position
