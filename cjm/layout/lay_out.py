"""Turns a sheet into a scene; the one way into this package."""

from __future__ import annotations

from cjm.layout.bands import bands_of
from cjm.layout.canvas import Canvas
from cjm.layout.frame import draw_footer, draw_header
from cjm.layout.lanes import draw_lanes
from cjm.layout.mirror import mirrored
from cjm.layout.scene import Scene
from cjm.layout.theme import LABELS, LIGHT, Theme
from cjm.model.languages import is_right_to_left
from cjm.sheet.sheet import Sheet

MARGIN = 24.0
"""Around the sheet."""

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
    turns = is_right_to_left(sheet.language)
    canvas = Canvas(theme, turns=turns)
    foot = draw_header(canvas, sheet, MARGIN, MARGIN, width)
    for index, band in enumerate(bands):
        if index:
            foot = _part(canvas, foot, width)
        foot = draw_lanes(canvas, band, foot)
    foot = draw_footer(canvas, sheet, MARGIN, foot, width)
    ground = Canvas(theme)
    for spread, opacity in ((6, 0.012), (3, 0.02), (1, 0.03)):
        ground.rect(MARGIN - spread / 2, MARGIN + 1, width + spread, foot - MARGIN + spread,
                    theme.shadow, radius=theme.radius + spread / 2, opacity=opacity)  # fmt: skip
    ground.rect(MARGIN, MARGIN, width, foot - MARGIN, theme.sheet, radius=theme.radius)
    shapes = (*ground.shapes, *canvas.shapes)
    if turns:
        shapes = tuple(mirrored(shapes, width + 2 * MARGIN))
    return Scene(
        id=sheet.id,
        language=sheet.language,
        title=sheet.header.title,
        description=sheet.description,
        width=round(width + 2 * MARGIN, 2),
        height=round(foot + MARGIN, 2),
        background=theme.page,
        fonts=theme.fonts,
        hatches=tuple(canvas.hatches.values()),
        fades=tuple(canvas.fades.values()),
        shapes=shapes,
    )


def _part(canvas: Canvas, y: float, width: float) -> float:
    """Draw what parts two bands, and return where it ends."""
    theme = canvas.theme
    canvas.rect(MARGIN, y, width, BETWEEN, theme.page)
    canvas.rule(MARGIN, y, width, theme.edge)
    canvas.rule(MARGIN, y + BETWEEN, width, theme.edge)
    return y + BETWEEN
