"""How high a map becomes, told without drawing its lanes, for who must choose a paper."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.layout.canvas import Canvas
from cjm.layout.frame import draw_footer, draw_header
from cjm.layout.grid import Grid
from cjm.layout.lanes import lane_height
from cjm.layout.strip import Strip
from cjm.layout.theme import LABELS, LIGHT
from cjm.sheet.sheet import Lane, Sheet


def sheet_height(sheet: Sheet, grid: Grid, strips: Mapping[str, Strip]) -> float:
    """Return the height of `sheet`, from the top of its header to the foot of its footer, in px.

    Args:
        sheet: A map.
        grid: Its columns; lane titles stand to the left of them.
        strips: Id of a lane with a curve → the curve.
    """
    width = grid.right - grid.left + LABELS
    y = draw_header(Canvas(), sheet, 0, 0, width)
    for lane in sheet.lanes:
        y += _height(lane, grid, strips.get(lane.id))
    return draw_footer(Canvas(), sheet, 0, y, width)


def _height(lane: Lane, grid: Grid, strip: Strip | None) -> float:
    if strip is None:
        return lane_height(lane, grid, LIGHT)
    worded = lane._replace(rows=strip.rows)
    return lane_height(worded, grid, LIGHT, curve=strip.height, keys=strip.key_height)
