"""What a finished drawing stands on: the page, the sheet with its shadow, and the mirror."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.layout.canvas import Canvas
from cjm.layout.mirror import mirrored
from cjm.layout.scene import Scene

if TYPE_CHECKING:
    from cjm.sheet.flow_parts import Flow
    from cjm.sheet.sheet import Sheet

MARGIN = 24.0
"""Around the sheet."""


def scene_of(drawn: Sheet | Flow, canvas: Canvas, width: float, foot: float) -> Scene:
    """Return the scene of what was drawn on `canvas`.

    Args:
        drawn: Whose words the scene bears.
        canvas: With `turns` where it runs from right to left.
        width: Of the sheet, which begins at `MARGIN` on the left and at the top.
        foot: Where the sheet ends.
    """
    theme = canvas.theme
    ground = Canvas(theme)
    for spread, opacity in ((6, 0.012), (3, 0.02), (1, 0.03)):
        ground.rect(MARGIN - spread / 2, MARGIN + 1, width + spread, foot - MARGIN + spread,
                    theme.shadow, radius=theme.radius + spread / 2, opacity=opacity)  # fmt: skip
    ground.rect(MARGIN, MARGIN, width, foot - MARGIN, theme.sheet, radius=theme.radius)
    shapes = (*ground.shapes, *canvas.shapes)
    if canvas.turns:
        shapes = tuple(mirrored(shapes, width + 2 * MARGIN))
    return Scene(
        id=drawn.id,
        language=drawn.language,
        title=drawn.header.title,
        description=drawn.description,
        width=round(width + 2 * MARGIN, 2),
        height=round(foot + MARGIN, 2),
        background=theme.page,
        fonts=theme.fonts,
        hatches=tuple(canvas.hatches.values()),
        fades=tuple(canvas.fades.values()),
        shapes=shapes,
    )
