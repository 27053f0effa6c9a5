"""Turns a sheet into a scene; the one way into this package."""

from __future__ import annotations

from cjm.layout.canvas import Canvas
from cjm.layout.frame import draw_footer, draw_header
from cjm.layout.grid import grid_of
from cjm.layout.lanes import draw_lanes
from cjm.layout.scene import Scene
from cjm.layout.theme import FONTS, LABELS, LIGHT, Theme
from cjm.sheet.sheet import Sheet

MARGIN = 24.0
"""Around the sheet."""

RADIUS = 14.0


def lay_out(sheet: Sheet, theme: Theme = LIGHT) -> Scene:
    """Return the picture of `sheet`, every number decided."""
    grid = grid_of(sheet, MARGIN)
    width = grid.right - grid.left + LABELS
    canvas = Canvas(theme)
    foot = draw_header(canvas, sheet, MARGIN, MARGIN, width)
    foot = draw_lanes(canvas, sheet, grid, foot)
    foot = draw_footer(canvas, sheet, MARGIN, foot, width)
    ground = Canvas(theme)
    for spread, opacity in ((6, 0.012), (3, 0.02), (1, 0.03)):
        ground.rect(MARGIN - spread / 2, MARGIN + 1, width + spread, foot - MARGIN + spread,
                    theme.ink, radius=RADIUS + spread / 2, opacity=opacity)  # fmt: skip
    ground.rect(MARGIN, MARGIN, width, foot - MARGIN, theme.sheet, radius=RADIUS)
    return Scene(
        id=sheet.id,
        language=sheet.language,
        title=sheet.header.title,
        description=sheet.description,
        width=round(width + 2 * MARGIN, 2),
        height=round(foot + MARGIN, 2),
        background=theme.page,
        fonts=FONTS,
        hatches=tuple(canvas.hatches.values()),
        fades=tuple(canvas.fades.values()),
        shapes=(*ground.shapes, *canvas.shapes),
    )
