"""Smooth curves through points: monotone between them, never beyond a value.

Source: F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on
Numerical Analysis 17 (1980); the slopes are the harmonic means of Fritsch and Butland (1984).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cjm.layout.canvas import draw

Position = tuple[float, float]
"""x and y in px."""

Bend = tuple[Position, Position, Position, Position]
"""A cubic Bézier curve: start, two controls, end."""


def bends(points: Sequence[Position]) -> list[Bend]:
    """Return the curve through `points`, whose x must rise, as one Bézier curve for each gap."""
    slopes = _slopes(points)
    found: list[Bend] = []
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        third = (x1 - x0) / 3
        found.append(
            (
                (x0, y0),
                (x0 + third, y0 + slopes[index] * third),
                (x1 - third, y1 - slopes[index + 1] * third),
                (x1, y1),
            )
        )
    return found


def curve_path(points: Sequence[Position]) -> str:
    """Return the curve through `points` as the data of a path."""
    return draw("M", *points[0]) + "".join(
        " " + draw("C", *first, *second, *end) for _, first, second, end in bends(points)
    )


def area_path(points: Sequence[Position], zero: float) -> str:
    """Return the area between the curve through `points` and the level line at y `zero`."""
    closing = draw("L", points[-1][0], zero, points[0][0], zero, "Z")
    return f"{curve_path(points)} {closing}"


def sampled(points: Sequence[Position], steps: int = 12) -> Iterator[Position]:
    """Yield positions along the curve, `steps` in each gap, ends included."""
    if points:
        yield points[0]
    for start, first, second, end in bends(points):
        for step in range(1, steps + 1):
            yield _at(start, first, second, end, step / steps)


def _at(start: Position, first: Position, second: Position, end: Position, t: float) -> Position:
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return (
        a * start[0] + b * first[0] + c * second[0] + d * end[0],
        a * start[1] + b * first[1] + c * second[1] + d * end[1],
    )


def _slopes(points: Sequence[Position]) -> list[float]:
    """Return the slope at each point; 0 at turns and at both ends, so that curves start level."""
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    widths = [x1 - x0 for (x0, _), (x1, _) in pairwise(points)]
    inner = [
        _mean_slope(before, after, left, right)
        for (before, after), (left, right) in zip(pairwise(secants), pairwise(widths), strict=True)
    ]
    return [0.0, *inner, 0.0]


def _mean_slope(before: float, after: float, left: float, right: float) -> float:
    if before * after <= 0:
        return 0.0
    return 3 * (left + right) / ((2 * right + left) / before + (right + 2 * left) / after)
