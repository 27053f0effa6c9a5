"""Where the lines of a curve run: the positions that each strand joins; y from the zero line down."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.layout.curve import Position
from cjm.layout.grid import Grid
from cjm.layout.points import level_of
from cjm.sheet.sheet import Curve, Line, Point

ASIDE = 22.0
"""From the edges of its columns to the ends of an expectation that stands alone."""

BAR_ASIDE = 7.0
"""The same for the feeling of a whole stage."""

Strand = list[Position]


def felt_strands(curve: Curve, grid: Grid) -> list[list[Strand]]:
    """Return for each line its strands, the main one first."""
    return [[*_strands(line, grid, level_of(curve))] for line in curve.lines]


def expected_strands(curve: Curve, grid: Grid) -> list[Strand]:
    """Return the strands of the expectation; one that stands alone is a mark in its columns."""
    line, level = curve.expectation, level_of(curve)
    if line is None:
        return []
    alone = [line.points[strand[0]] for strand in line.strands if len(strand) == 1]
    bars = [_bar(point, grid, level, ASIDE) for point in alone]
    return [*_strands(line, grid, level), *bars]


def stage_bars(curve: Curve, grid: Grid) -> list[Strand]:
    """Return for each feeling of a whole stage a level line across it."""
    return [_bar(point, grid, level_of(curve), BAR_ASIDE) for point in curve.stages]


def _strands(line: Line, grid: Grid, level: float) -> Iterator[Strand]:
    """Yield the positions of each strand that is a line."""
    for strand in line.strands or (tuple(range(len(line.points))),):
        if len(strand) > 1:
            points = (line.points[index] for index in strand)
            yield [(grid.middle(point.at), -point.level * level) for point in points]


def _bar(point: Point, grid: Grid, level: float, aside: float) -> Strand:
    start, end = grid.within(point.start, point.end)
    y = -point.level * level
    return [(grid.edge(start) + aside, y), (grid.edge(end) - aside, y)]
