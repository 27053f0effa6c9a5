"""Turns a sheet into a scene; the one way into this package."""

from __future__ import annotations

from cjm.layout.bands import bands_of
from cjm.layout.canvas import Canvas
from cjm.layout.finish import MARGIN, scene_of
from cjm.layout.frame import draw_footer, draw_header
from cjm.layout.lanes import draw_lanes
from cjm.layout.scene import Scene
from cjm.layout.theme import LABELS, LIGHT, Theme
from cjm.model.languages import is_right_to_left
from cjm.sheet.sheet import Sheet

BETWEEN = 14.0
"""Between the bands of a folded map."""


def lay_out(sheet: Sheet, theme: Theme = LIGHT, *, wide: bool = False) -> Scene:
    """Return the picture of `sheet`, every number decided.

    Args:
        sheet: A map in one language.
        theme: Colours.
        wide: Whether a map of many columns stays in one band.
    """
    bands = bands_of(sheet, MARGIN, wide=wide)
    width = bands[0].grid.right - bands[0].grid.left + LABELS
    canvas = Canvas(theme, turns=is_right_to_left(sheet.language))
    foot = draw_header(canvas, sheet, MARGIN, MARGIN, width)
    for index, band in enumerate(bands):
        if index:
            foot = _part(canvas, foot, width)
        foot = draw_lanes(canvas, band, foot)
    foot = draw_footer(canvas, sheet, MARGIN, foot, width)
    return scene_of(sheet, canvas, width, foot)


def _part(canvas: Canvas, y: float, width: float) -> float:
    """Draw what parts two bands, and return where it ends."""
    theme = canvas.theme
    canvas.rect(MARGIN, y, width, BETWEEN, theme.page)
    canvas.rule(MARGIN, y, width, theme.edge)
    canvas.rule(MARGIN, y + BETWEEN, width, theme.edge)
    return y + BETWEEN
