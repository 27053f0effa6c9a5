"""The cards of a blueprint: what is done in one place, by whom, and where it fails."""

from __future__ import annotations

from cjm.layout.blocks import Piece, star
from cjm.layout.canvas import Canvas, draw, set_details, set_text
from cjm.layout.measure import line_height
from cjm.layout.theme import CARD, SMALL, Theme
from cjm.sheet.sheet import Words

ACROSS, DOWN = 9.0, 7.0
"""From the edge of a card to its words."""

SIGN = 15.0
"""From the left of a sign to the words beside it."""


def card_of(block: Words, width: float, theme: Theme, *, is_customer: bool) -> Piece:
    """Return a cell of a blueprint as a card of `width` px; the customer's stand out."""
    inner = width - 2 * ACROSS
    text = set_text(block.text, inner, CARD, theme.ink, bold=is_customer, language=block.language)
    note = set_details(block.note, inner, SMALL, theme.quiet)
    marks = [set_text(mark, inner - SIGN, SMALL, theme.alert, bold=True) for mark in block.marks]
    moment = set_text(block.moment, inner - SIGN, SMALL, theme.quiet)
    signed = sum(each.height for each in marks) + moment.height
    height = text.height + note.height + signed + (3 if signed else 0) + 2 * DOWN

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        _ground(canvas, block, x, y, width, height, theme.quiet if is_customer else theme.card_edge)
        left, top = x + ACROSS, canvas.text(text, x + ACROSS, y + DOWN)
        top = canvas.text(note, left, top) + 3
        for mark in marks:
            warning(canvas, left + 5.5, top + line_height(SMALL) / 2)
            top = canvas.text(mark, left + SIGN, top)
        if block.moment:
            star(canvas, left + 5, top + line_height(SMALL) / 2, theme.quiet)
            canvas.text(moment, left + SIGN, top)

    return Piece(height, paint)


def warning(canvas: Canvas, x: float, y: float) -> None:
    """Draw the sign of a point of failure around `x`, `y`: a triangle with a stroke and a dot."""
    theme = canvas.theme
    canvas.path(draw("M", x, y - 5, "L", x + 5.5, y + 4.5, "H", x - 5.5, "Z"), fill=theme.alert,
                stroke=theme.alert, stroke_width=1.5, is_round=True)  # fmt: skip
    canvas.path(draw("M", x, y - 1.8, "v", 2.9), stroke=theme.card, stroke_width=1.5, is_round=True)
    canvas.circle(x, y + 3.4, 0.9, theme.card)


def _ground(
    canvas: Canvas, block: Words, x: float, y: float, width: float, height: float, edge: str
) -> None:
    """Draw the card itself: with a red edge where it fails, a golden one at a moment of truth."""
    theme = canvas.theme
    thick = 1.0
    if block.moment:
        canvas.rect(x - 3, y - 3, width + 6, height + 6, theme.moment_glow,
                    radius=theme.card_radius + 3)  # fmt: skip
        edge, thick = theme.moment, 1.5
    if block.marks:
        edge, thick = theme.alert, 1.5
    canvas.rect(x + thick / 2, y + thick / 2, width - thick, height - thick, theme.card,
                radius=max(0, theme.card_radius - thick / 2), stroke=edge, stroke_width=thick)  # fmt: skip
