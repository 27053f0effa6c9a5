"""Lines between cards: how thick, in which colour, with their heads; and how they run."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.layout.canvas import Canvas, draw

THIN, THICK = 1.6, 8.0
"""Of a line that hardly anybody takes, and of one that all take."""

PLAIN, PLAIN_HAPPY = 2.0, 3.0
"""Where the map does not say how many take it."""

HEAD = 8.0
"""Length of an arrow's head, for a thin line."""

CORNER = 10.0


def thickness(passing: float | None, *, is_happy: bool) -> float:
    """Return how thick the line is that a part of all customers takes, 0…1."""
    if passing is None:
        return PLAIN_HAPPY if is_happy else PLAIN
    return THIN + (THICK - THIN) * passing


def draw_line(
    canvas: Canvas, d: str, tip: tuple[float, float], width: float, *, is_happy: bool,
    towards: tuple[int, int] = (1, 0),
) -> None:  # fmt: skip
    """Draw a line that ends where the head at `tip` begins, and the head.

    Args:
        canvas: Where to.
        d: Its path, to `before(tip, …)`.
        tip: Where the head points to.
        width: Of the line.
        is_happy: Whether most customers go this way.
        towards: Where the head points: right (1, 0), down (0, 1), up (0, -1).
    """
    theme = canvas.theme
    canvas.start("line")
    colour = theme.bar if is_happy else theme.level(0)
    canvas.path(d, stroke=colour, stroke_width=round(width, 2))
    length, half = head(width), max(4.0, width * 0.5 + 2.6)
    (x, y), (right, down) = tip, towards
    back_x, back_y = x - right * length, y - down * length
    canvas.path(
        draw("M", x, y, "L", back_x - down * half, back_y - right * half,
             back_x + down * half, back_y + right * half, "Z"),
        fill=colour,
    )  # fmt: skip
    canvas.end()


def head(width: float) -> float:
    """Return the length of the head of a line."""
    return HEAD + max(0.0, width - 3) * 0.5


def bend(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return how a line goes on from `x0`, `y0` to the right: level at both ends."""
    if abs(y1 - y0) < 0.01:
        return draw("H", x1)
    middle = (x0 + x1) / 2
    return draw("C", middle, y0, middle, y1, x1, y1)


def through(start: tuple[float, float], stops: Sequence[tuple[float, float, float]],
            end: tuple[float, float]) -> str:  # fmt: skip
    """Return the path from `start` over level stretches (left, right, y) to `end`."""
    parts = [draw("M", *start)]
    x, y = start
    for left, right, level in stops:
        parts += [bend(x, y, left, level), draw("H", right)]
        x, y = right, level
    parts.append(bend(x, y, *end))
    return " ".join(parts)


def around(start: tuple[float, float], right: float, level: float, left: float,
           end: tuple[float, float]) -> str:  # fmt: skip
    """Return the path of a loop: out to `right`, back along `level`, in from `left`."""
    (x0, y0), (x1, y1) = start, end
    down, up = _sign(level - y0), _sign(y1 - level)
    turn, back = min(CORNER, abs(level - y0) / 2), min(CORNER, abs(level - y1) / 2)
    out, into = min(turn, right - x0), min(back, x1 - left)
    return " ".join(
        (
            draw("M", x0, y0, "H", right - out, "Q", right, y0, right, y0 + down * turn),
            draw("V", level - down * turn, "Q", right, level, right - turn, level),
            draw("H", left + back, "Q", left, level, left, level + up * back),
            draw("V", y1 - up * back, "Q", left, y1, left + into, y1, "H", x1),
        )
    )


def _sign(value: float) -> int:
    return 1 if value >= 0 else -1
