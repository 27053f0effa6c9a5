"""The faces on a curve: five moods, hollow where the feeling is assumed."""

from __future__ import annotations

from cjm.layout.canvas import Canvas, discs, draw
from cjm.layout.theme import Theme, mood

RADIUS = 9.0

_MOUTHS: tuple[tuple[float, float, float], ...] = (
    (3.6, 3.4, -0.6), (3.2, 2.8, 0.8), (3.2, 2.2, 2.2), (3.2, 1.6, 4.0), (3.6, 1.0, 5.4),
)  # fmt: skip
"""For −2 to +2: half the width of the mouth, the height of its ends, the height of its bend."""


def draw_face(
    canvas: Canvas, x: float, y: float, level: float, theme: Theme, *, is_hollow: bool, ring: str
) -> None:
    """Draw the face for `level` around `x`, `y`, with a ring in the colour `ring`."""
    colour = theme.level(level)
    features = theme.sheet
    if is_hollow:
        canvas.circle(x, y, RADIUS + 1.25, ring)
        canvas.circle(x, y, RADIUS - 1, theme.sheet, colour, 2)
        features = theme.ink
    else:
        canvas.circle(x, y, RADIUS + 0.5, colour, ring, 1.5)
    half, ends, bend = _MOUTHS[mood(level) + 2]
    scale = 0.9 if is_hollow else 1.0
    mouth = draw("M", x - half * scale, y + ends * scale, "Q", x, y + bend * scale,
                 x + half * scale, y + ends * scale)  # fmt: skip
    canvas.path(mouth, stroke=features, stroke_width=1.3, is_round=True)
    canvas.path(draw("M", x + 1 - 2.6 * scale, y - 2, discs(1, 2, 5.2 * scale)), fill=features)
