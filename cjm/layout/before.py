"""The curves of earlier states, dashed and with hollow points, and bars for what a step gained."""

from __future__ import annotations

from typing import NamedTuple

from cjm.layout.canvas import Canvas
from cjm.layout.curve import BAR_OPACITY, DASHES, Position, Trace, bends, curve_path, stretch
from cjm.layout.grid import Grid
from cjm.layout.labels import Box
from cjm.layout.points import level_of
from cjm.sheet.sheet import Curve, Gain

DOT = 4.0
"""Radius of the point of an earlier state."""

BAR = 8.0
"""Width of the bar between two points."""


class Earlier(NamedTuple):
    """Earlier curves, decided but for their place on the sheet; y from the zero line.

    Attributes:
        grid: Where the columns stand.
        strands: The positions of each curve, the latest first.
        gains: What a step gained, with the x of its bar and the y of the bar's middle.
        level: Height of one level, px.
    """

    grid: Grid
    strands: tuple[tuple[Position, ...], ...]
    gains: tuple[tuple[Gain, float, float], ...]
    level: float

    @property
    def traces(self) -> list[Trace]:
        """The curves, for labels that must not cover them."""
        return [Trace(list(strand)) for strand in self.strands if len(strand) > 1]

    @property
    def boxes(self) -> list[Box]:
        """What points and bars cover."""
        found = [
            Box(x - DOT, y - DOT, x + DOT, y + DOT) for strand in self.strands for x, y in strand
            if self.grid.left <= x <= self.grid.right
        ]  # fmt: skip
        for gain, x, _ in self.gains:
            ends = sorted((-gain.before * self.level, -gain.after * self.level))
            found.append(Box(x - BAR / 2, ends[0], x + BAR / 2, ends[1]))
        return found

    def draw(self, canvas: Canvas, zero: float) -> None:
        """Draw the bars, then the curves over them, then their points."""
        theme = canvas.theme
        for gain, x, _ in self.gains:
            top, foot = sorted((-gain.before * self.level, -gain.after * self.level))
            colour = theme.good if gain.after > gain.before else theme.bad
            with canvas.within("gain"):
                canvas.rect(x - BAR / 2, zero + top, BAR, foot - top, colour, radius=2,
                            opacity=BAR_OPACITY)  # fmt: skip
        for number in reversed(range(len(self.strands))):
            with canvas.within(f"before cjm-before-{number}"):
                self._draw_strand(canvas, number, zero)

    def _draw_strand(self, canvas: Canvas, number: int, zero: float) -> None:
        theme = canvas.theme
        stroke = theme.earlier(number)
        moved = [(x, y + zero) for x, y in self.strands[number]]
        shown = stretch(bends(moved), self.grid.left, self.grid.right)
        if shown:
            canvas.path(curve_path(shown), stroke=stroke, stroke_width=1.5,
                        dash=DASHES[min(number, len(DASHES) - 1)])  # fmt: skip
        for x, y in moved:
            if self.grid.left <= x <= self.grid.right:
                canvas.circle(x, y, DOT - 0.75, theme.sheet, stroke, 1.5)


def earlier_of(curve: Curve, grid: Grid) -> Earlier:
    """Return where the curves of earlier states run."""
    level = level_of(curve)
    strands = tuple(
        tuple((grid.middle(point.at), -point.level * level) for point in line.points)
        for line in curve.before
    )
    gains = tuple(
        (gain, grid.middle(gain.at), -(gain.before + gain.after) / 2 * level)
        for gain in curve.gains
        if grid.holds(gain.at)
    )
    return Earlier(grid, strands, gains, level)
