"""The curve of a map alone, over columns of whole pixels, for a table that is drawn elsewhere."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from cjm.layout.canvas import Canvas
from cjm.layout.feeling import feeling_lane
from cjm.layout.grid import Grid, grid_of
from cjm.layout.lanes import rows_of
from cjm.layout.scene import Fade, Shape
from cjm.layout.theme import LABELS, Theme
from cjm.sheet.sheet import Cell, Curve, Lane, Line, Point, Sheet


@dataclass(frozen=True, slots=True)
class Strip:
    """A curve with its faces and labels; x from the first column, y from its top.

    Attributes:
        width: Of all columns.
        height: 0 where there is no curve, but words only.
        key_height: Of the key to its lines, which stands below the lane's title.
        shapes: From back to front.
        fades: Fills that shapes name.
        rows: What stands below the curve: words that found no place beside it, expectations.
    """

    width: int
    height: float
    key_height: float
    shapes: tuple[Shape, ...]
    fades: tuple[Fade, ...]
    rows: tuple[tuple[Cell, ...], ...]


def column_widths(sheet: Sheet) -> tuple[int, ...]:
    """Return how wide the columns of `sheet` are, in whole px."""
    return tuple(math.ceil(right - left) for left, right in pairwise(grid_of(sheet, -LABELS).edges))


def grid_over(widths: Iterable[int]) -> Grid:
    """Return the grid of columns of `widths`, the first of them at x 0."""
    return Grid(tuple(accumulate(widths, initial=0.0)))


def strip_of(
    lane: Lane, widths: Iterable[int], theme: Theme, *, right_to_left: bool = False
) -> Strip:
    """Return the curve of a lane of kind `curve`, over columns of `widths`.

    Args:
        lane: With a curve.
        widths: Of the columns, the first first.
        theme: Colours.
        right_to_left: Whether the first column stands at the right.
    """
    curve = lane.curve or Curve(())
    sizes = tuple(widths)
    count = len(sizes)
    if right_to_left:
        curve, sizes = _mirrored(curve, count), sizes[::-1]
    drawn = feeling_lane(curve, grid_over(sizes), theme)
    canvas = Canvas(theme)
    height = drawn.draw(canvas, 0)
    words = [_turned_cell(cell, count) for cell in drawn.words] if right_to_left else drawn.words
    return Strip(
        sum(sizes), round(height, 2), drawn.key_height, tuple(canvas.shapes),
        tuple(canvas.fades.values()), rows_of([*words, *lane.cells]),
    )  # fmt: skip


def _mirrored(curve: Curve, count: int) -> Curve:
    """Return `curve` with its first column at the right."""
    return Curve(
        tuple(_turned_line(line, count) for line in curve.lines),
        tuple(
            replace(word, at=count - word.at, start=count - word.end, end=count - word.start)
            for word in curve.words
        ),
        _turned_line(curve.expectation, count) if curve.expectation is not None else None,
        tuple(_turned_point(point, count) for point in curve.stages),
    )


def _turned_line(line: Line, count: int) -> Line:
    strands = line.strands or (tuple(range(len(line.points))),)
    return replace(
        line,
        points=tuple(_turned_point(point, count) for point in line.points),
        strands=tuple(strand[::-1] for strand in strands),
    )


def _turned_point(point: Point, count: int) -> Point:
    return replace(point, at=count - point.at, start=count - point.end, end=count - point.start)


def _turned_cell(cell: Cell, count: int) -> Cell:
    return replace(cell, start=count - cell.end, end=count - cell.start)
