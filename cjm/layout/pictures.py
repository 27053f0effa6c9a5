"""How large pictures are drawn: as wide as their column, never past what a screen can show."""

from __future__ import annotations

from cjm.images import Bitmap

WIDEST = 320.0
"""A picture in a wider cell stands at its beginning; a column is seldom as wide."""

TALLEST = 2.2
"""Height to width, as a phone's screen has it; what is taller becomes narrower."""

SHORTEST = 8.0
RADIUS = 6.0
"""Of the corners."""


def picture_size(image: Bitmap, room: float) -> tuple[float, float]:
    """Return the width and height in px of `image` drawn in `room` px: its own shape, not enlarged.

    What has fewer pixels than its column is wide is drawn smaller, and stays sharp.
    """
    width = min(room, WIDEST, float(image.width))
    height = width * image.height / image.width
    most = min(room, WIDEST) * TALLEST
    if height > most:
        width, height = width * most / height, most
    return round(max(width, SHORTEST), 2), round(max(height, SHORTEST), 2)
