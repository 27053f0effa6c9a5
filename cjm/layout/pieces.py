"""What the blocks of a cell are made of: texts one below the other, and the grounds they stand on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cjm.layout.canvas import Canvas, Setting, draw

Paint = Callable[[Canvas, float, float, float], None]
"""Draws a piece: canvas, left, top, and the height it may fill."""

EDGE = 3.0
"""Width of the edge of a note."""


class Piece(NamedTuple):
    """A block with its height decided."""

    height: float
    paint: Paint


def stack(settings: Sequence[Setting], gap: float = 0, *, indent: float = 0) -> Piece:
    """Return texts one below the other."""
    kept = [setting for setting in settings if setting.lines]

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        for setting in kept:
            y = canvas.text(setting, x + indent, y) + gap

    return Piece(sum(setting.height for setting in kept) + gap * max(0, len(kept) - 1), paint)


def hatched(inner: Piece, width: float, kind: str = "saying") -> Piece:
    """Return a piece on the hatched ground of what is assumed; it has to be 16 px narrower."""

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        ground(canvas, x, y, width, inner.height + 8, kind, is_assumed=True)
        inner.paint(canvas, x + 9, y + 4, inner.height)

    return Piece(inner.height + 8, paint)


def ground(
    canvas: Canvas, x: float, y: float, width: float, height: float, kind: str, *,
    is_assumed: bool, edge: float = EDGE, is_framed: bool = False,
) -> None:  # fmt: skip
    """Draw a note's ground: rounded on the right, a thick edge on the left, dashed where assumed.

    What weighs most `is_framed` in the colour of its edge.
    """
    colours = canvas.theme.note(kind)
    shape = draw("M", x, y, "h", width - 6, "q 6 0 6 6 v", height - 12, "q 0 6 -6 6 h", 6 - width,
                 "Z")  # fmt: skip
    canvas.path(shape, fill=canvas.hatch(kind) if is_assumed else colours.ground)
    if is_framed:
        frame = draw("M", x, y + 0.5, "h", width - 6, "q 5.5 0 5.5 5.5 v", height - 12,
                     "q 0 5.5 -5.5 5.5 h", 6 - width)  # fmt: skip
        canvas.path(frame, stroke=colours.edge, stroke_width=1, dash="5 3" if is_assumed else "")
    canvas.path(
        draw("M", x + edge / 2, y, "v", height), stroke=colours.edge, stroke_width=edge,
        dash="5 3" if is_assumed else "",
    )  # fmt: skip


def star(canvas: Canvas, x: float, y: float, fill: str) -> None:
    """Draw the star of a moment of truth around `x`, `y`."""
    points = (0, -5, 1.3, -1.7, 4.9, -1.5, 2.1, 0.7, 3, 4.1, 0, 2.2, -3, 4.1, -2.1, 0.7, -4.9, -1.5,
              -1.3, -1.7)  # fmt: skip
    moved = [value + (y if index % 2 else x) for index, value in enumerate(points)]
    canvas.path(draw("M", *moved[:2], "L", *moved[2:], "Z"), fill=fill)


def alert(canvas: Canvas, x: float, y: float, fill: str) -> None:
    """Draw the triangle of what fails around `x`, `y`."""
    canvas.path(draw("M", x, y - 4.5, "L", x + 5, y + 4, "H", x - 5, "Z"), fill=fill)


def turn_sign(canvas: Canvas, x: float, y: float, *, is_good: bool) -> None:
    """Draw a triangle that points up where something is better, and down where it is worse."""
    theme = canvas.theme
    if is_good:
        canvas.path(draw("M", x, y - 3.5, "L", x + 4, y + 3, "H", x - 4, "Z"), fill=theme.good)
    else:
        canvas.path(draw("M", x, y + 3.5, "L", x + 4, y - 3, "H", x - 4, "Z"), fill=theme.bad)


def tick(canvas: Canvas, x: float, y: float, radius: float, fill: str) -> None:
    """Draw a disc with a tick in it around `x`, `y`."""
    canvas.circle(x, y, radius, fill)
    r = radius
    mark = draw("M", x - 0.45 * r, y + 0.05 * r, "L", x - 0.1 * r, y + 0.4 * r,
                "L", x + 0.48 * r, y - 0.35 * r)  # fmt: skip
    canvas.path(mark, stroke=canvas.theme.sheet, stroke_width=1.3, is_round=True, middle=x)
