"""What customers think, in a bubble, and what they said, behind a quotation mark."""

from __future__ import annotations

from cjm.layout.canvas import Canvas, draw, set_text
from cjm.layout.icons import icon_path
from cjm.layout.pieces import Piece, hatched, stack
from cjm.layout.theme import BODY, SMALL, Theme
from cjm.sheet.sheet import Saying

MARK = 15.0
"""From the left of the quotation mark to the words."""

ACROSS, DOWN, TAIL = 9.0, 5.0, 7.0
"""From the edge of a bubble to its words; what hangs below it."""


def saying(block: Saying, width: float, theme: Theme) -> Piece:
    """Return a thought or a quote of `width` px."""
    return _thought(block, width, theme) if block.kind == "thought" else _quote(block, width, theme)


def _words(block: Saying, width: float, theme: Theme, *, italic: bool) -> Piece:
    speaker = f"— {block.speaker}" if block.speaker else ""
    return stack(
        [
            set_text(
                block.text, width, BODY, theme.soft_ink, italic=italic, language=block.language
            ),
            set_text(speaker, width, SMALL, theme.quiet),
        ]
    )


def _quote(block: Saying, width: float, theme: Theme) -> Piece:
    room = width - MARK - (16 if block.is_assumed else 0)
    words = _words(block, room, theme, italic=False)

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        canvas.path(icon_path("quote", x, y + 2), fill=theme.zero)
        words.paint(canvas, x + MARK, y, height)

    piece = Piece(words.height, paint)
    return hatched(piece, width) if block.is_assumed else piece


def _thought(block: Saying, width: float, theme: Theme) -> Piece:
    words = _words(block, width - 2 * ACROSS, theme, italic=True)
    high = words.height + 2 * DOWN

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        fill = canvas.hatch("saying") if block.is_assumed else theme.card
        dash = "4 3" if block.is_assumed else ""
        edge = theme.note("saying").edge if block.is_assumed else theme.badge_edge
        canvas.path(_bubble(x + 0.5, y + 0.5, width - 1, high - 1), fill=fill, stroke=edge,
                    stroke_width=1, dash=dash)  # fmt: skip
        canvas.circle(x + 14, y + high + 1.5, 2.6, theme.card, edge, 1)
        canvas.circle(x + 9, y + high + 5.5, 1.4, theme.card, edge, 1)
        words.paint(canvas, x + ACROSS, y + DOWN, height)

    return Piece(high + TAIL, paint)


def _bubble(x: float, y: float, width: float, height: float) -> str:
    """Return the outline of a box with round corners, as a path: a path may be dashed."""
    r = min(11.0, height / 2)
    right, foot = x + width, y + height
    return draw("M", x + r, y, "H", right - r, "Q", right, y, right, y + r, "V", foot - r,
                "Q", right, foot, right - r, foot, "H", x + r, "Q", x, foot, x, foot - r,
                "V", y + r, "Q", x, y, x + r, y, "Z")  # fmt: skip
