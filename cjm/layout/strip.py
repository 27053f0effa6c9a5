"""The curve of a map alone, over columns of whole pixels, for a table that is drawn elsewhere."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from cjm.layout.canvas import Canvas
from cjm.layout.feeling import feeling_lane
from cjm.layout.grid import Grid, grid_of
from cjm.layout.mirror import mirrored
from cjm.layout.rows import rows_of
from cjm.layout.scene import Fade, Shape
from cjm.layout.theme import LABELS, Theme
from cjm.sheet.sheet import Cell, Curve, Lane, Point, Sheet


class Strip(NamedTuple):
    """A curve with its faces and labels; x from the first column, y from its top.

    Attributes:
        width: Of all columns.
        height: 0 where there is no curve, but words only.
        key_height: Of the key to its lines, which stands below the lane's title.
        shapes: From back to front.
        fades: Fills that shapes name.
        rows: What stands below the curve: words that found no place beside it, expectations.
        faces: `(x, y, point)` of the middle of each face.
    """

    width: int
    height: float
    key_height: float
    shapes: tuple[Shape, ...]
    fades: tuple[Fade, ...]
    rows: tuple[tuple[Cell, ...], ...]
    faces: tuple[tuple[float, float, Point], ...] = ()


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
    sizes = tuple(widths)
    drawn = feeling_lane(lane.curve or Curve(()), grid_over(sizes), theme)
    canvas = Canvas(theme, turns=right_to_left)
    height = drawn.draw(canvas, 0)
    whole = sum(sizes)
    shapes = mirrored(canvas.shapes, whole) if right_to_left else canvas.shapes
    faces = tuple(
        (whole - face.x if right_to_left else face.x, face.y - drawn.top, face.point)
        for face in drawn.faces
    )
    return Strip(
        whole, round(height, 2), drawn.key_height, tuple(shapes),
        tuple(canvas.fades.values()), rows_of([*drawn.words, *lane.cells]),
        faces,
    )  # fmt: skip
