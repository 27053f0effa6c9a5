"""Marks on the curves of several personas, so that they are told apart without colour or dashes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cjm.layout.canvas import Canvas, draw
from cjm.layout.curve import Position, Trace
from cjm.layout.grid import Grid
from cjm.layout.labels import Box, Surroundings

REACH = 4.5
"""Half of the width and height of a mark."""

LEAST_GAP = 52.0
"""Between two points that have a mark between them."""


class Mark(NamedTuple):
    """A mark on the curve `line`; px, y from the zero line down."""

    x: float
    y: float
    line: int


def marks_on(
    line: int, points: Sequence[Position], grid: Grid, around: Surroundings
) -> Iterator[Mark]:
    """Yield a mark for each gap between two points, where it covers nothing; the main line has none."""
    if line == 0 or len(points) < 2:
        return
    trace = Trace(points)
    for (left, _), (right, _) in pairwise(points):
        x = (left + right) / 2
        if right - left < LEAST_GAP or not grid.left + 8 < x < grid.right - 8:
            continue
        y = trace.y(x)
        box = Box(x - REACH, y - REACH, x + REACH, y + REACH)
        if around.is_clear(box):
            around.take(box)
            yield Mark(x, y, line)


def draw_mark(canvas: Canvas, x: float, y: float, line: int) -> None:
    """Draw the mark of a line around `x`, `y`: a square, a diamond, a triangle, a ring, in turn."""
    if line == 0:
        return
    colour, ring = canvas.theme.line(line), canvas.theme.sheet
    kind = (line - 1) % 4
    if kind == 3:
        canvas.circle(x, y, 3.4, ring, colour, 2)
        return
    outline: tuple[float | str, ...] = (
        ("M", x - 3.6, y - 3.6, "h", 7.2, "v", 7.2, "h", -7.2, "Z"),
        ("M", x, y - REACH, "L", x + REACH, y, x, y + REACH, x - REACH, y, "Z"),
        ("M", x, y - REACH, "L", x + REACH, y + 3.6, "H", x - REACH, "Z"),
    )[kind]
    canvas.path(draw(*outline), fill=colour, stroke=ring, stroke_width=1.2)
