"""Smooth curves through points: monotone between them, never beyond a value.

Source: F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on
Numerical Analysis 17 (1980); the slopes are the harmonic means of Fritsch and Butland (1984).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from cjm.layout.canvas import draw

Position = tuple[float, float]
"""x and y in px."""

Bend = tuple[Position, Position, Position, Position]
"""A cubic Bézier curve: start, two controls, end."""

BAR_OPACITY = 0.34
"""Of the bar between the curves of two states."""

DASHES = ("5 4", "1.5 4")
"""Of the curve of the latest of the earlier states, and of those before it."""


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


def stretch(curve: Sequence[Bend], left: float, right: float) -> list[Bend]:
    """Return as much of `curve` as lies between two x."""
    return [
        _cut(bend, max(left, bend[0][0]), min(right, bend[3][0]))
        for bend in curve
        if bend[0][0] < right and bend[3][0] > left
    ]


def curve_path(curve: Sequence[Bend]) -> str:
    """Return a curve as the data of a path."""
    parts: list[float | str] = ["M", *curve[0][0]]
    for _, first, second, end in curve:
        parts += ("C", *first, *second, *end)
    return draw(*parts)


def area_path(curve: Sequence[Bend], zero: float) -> str:
    """Return the area between a curve and the level line at y `zero`."""
    closing = draw("L", curve[-1][3][0], zero, curve[0][0][0], zero, "Z")
    return f"{curve_path(curve)} {closing}"


def _cut(bend: Bend, left: float, right: float) -> Bend:
    """Return the part of `bend` between two x, which it passes at an even pace (de Casteljau)."""
    (start, _), (end, _) = bend[0], bend[3]
    if left <= start and right >= end:
        return bend
    begin, finish = (left - start) / (end - start), (right - start) / (end - start)

    def blossom(*parts: float) -> Position:
        held = list(bend)
        for part in parts:
            held = [_between(one, other, part) for one, other in pairwise(held)]
        return held[0]

    return (
        blossom(begin, begin, begin),
        blossom(begin, begin, finish),
        blossom(begin, finish, finish),
        blossom(finish, finish, finish),
    )


def _between(one: Position, other: Position, part: float) -> Position:
    return (
        one[0] + (other[0] - one[0]) * part,
        one[1] + (other[1] - one[1]) * part,
    )


class Trace:
    """A curve through points, whose x must rise, that can be asked where it runs."""

    def __init__(self, points: Sequence[Position]) -> None:
        self._xs = [x for x, _ in points]
        self._ys = [y for _, y in points]
        self._slopes = _slopes(points)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self._xs[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self._xs[-1]

    def y(self, x: float) -> float:
        """Return the y at an `x` that it reaches."""
        xs, ys = self._xs, self._ys
        index = min(bisect_right(xs, x), len(xs) - 1) - 1
        width = xs[index + 1] - xs[index]
        t = (x - xs[index]) / width
        u, third = 1 - t, width / 3
        first = ys[index] + self._slopes[index] * third
        second = ys[index + 1] - self._slopes[index + 1] * third
        before = u * u * (u * ys[index] + 3 * t * first)
        return before + t * t * (3 * u * second + t * ys[index + 1])

    def reach(self, left: float, right: float) -> tuple[float, float] | None:
        """Return the least and the greatest y between two x; `None` where it does not pass.

        It is monotone between its points, so no other place can be higher or lower.
        """
        left, right = max(left, self._xs[0]), min(right, self._xs[-1])
        if left > right:
            return None
        inner = self._ys[bisect_right(self._xs, left) : bisect_left(self._xs, right)]
        ys = (self.y(left), self.y(right), *inner)
        return min(ys), max(ys)


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
