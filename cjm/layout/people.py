"""The personas of the header: faces with names, and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.layout.canvas import Canvas, set_text
from cjm.layout.measure import line_height, text_width
from cjm.layout.theme import BODY, SMALL, Theme
from cjm.sheet.sheet import Header, Portrait

PORTRAITS = 300.0
"""Width of the personas beside a title."""

MOST_STACKED = 3
"""How many portraits stand one below the other; more stand in two columns."""

MOST_PORTRAITS = 6
"""How many personas have a face in the header; the others are named."""

NARROW_PORTRAIT = 212.0
"""Width of a portrait of which two stand side by side."""


def people_width(header: Header) -> float:
    """Return the width of the personas at the left; 0 where only their names are known."""
    if not any(each.detail or each.quote or each.photo for each in header.portraits):
        return 0.0
    return PORTRAITS if len(header.portraits) <= MOST_STACKED else 2 * NARROW_PORTRAIT


def draw_portraits(
    canvas: Canvas, portraits: Sequence[Portrait], x: float, y: float, room: float, theme: Theme
) -> float:
    """Draw personas with what is known of them from `y` down, and return where they end."""
    shown = portraits[:MOST_PORTRAITS]
    stacked = len(shown) <= MOST_STACKED
    columns = 1 if stacked else max(1, int(room / NARROW_PORTRAIT))
    top = foot = y
    for index, portrait in enumerate(shown):
        column = index % columns
        if index and not column:
            top = foot + (12 if stacked else 10)
        left, width = x + column * room / columns, room / columns - (0 if columns == 1 else 16)
        foot = max(foot, _portrait(canvas, portrait, left, top, width, len(shown)))
    rest = [portrait.name for portrait in portraits[MOST_PORTRAITS:]]
    if rest:
        text = set_text("+ " + ", ".join(rest), room, SMALL, theme.quiet)
        foot = canvas.text(text, x, foot + 8)
    return foot


def _portrait(
    canvas: Canvas, portrait: Portrait, x: float, y: float, room: float, count: int
) -> float:
    """Draw a persona with face, name, role and words; the more there are, the less of each."""
    theme, is_alone = canvas.theme, count == 1
    radius = 32.0 if is_alone else 20.0
    left, width = x + 2 * radius + 14, room - 2 * radius - 14
    name = set_text(portrait.name, width, BODY + (3 if is_alone else 1), theme.ink, bold=True,
                    language=portrait.language)  # fmt: skip
    detail = set_text(portrait.detail, width, BODY, theme.quiet)
    said = portrait.quote if count <= MOST_STACKED else ""
    quote = set_text(said, width, BODY, theme.soft_ink, italic=True)
    draw_avatar(canvas, portrait, x + radius, y + radius, radius)
    high = name.height + detail.height + (quote.height + 6 if said else 0)
    foot = canvas.text(name, left, y + max(0.0, (2 * radius - high) / 2))
    foot = canvas.text(detail, left, foot)
    if said:
        foot = canvas.text(quote, left, foot + (6 if is_alone else 2))
    return max(foot, y + 2 * radius)


def draw_names(
    canvas: Canvas, portraits: Sequence[Portrait], x: float, y: float, room: float, theme: Theme
) -> float:
    """Draw personas of whom no more than the name is known, side by side."""
    left, top, radius = x, y + 4, 13.0
    for portrait in portraits:
        width = text_width(portrait.name, BODY) + 2 * radius + 8
        if left > x and left + width > x + room:
            left, top = x, top + 2 * radius + 6
        # Of its own width, so that a name in Arabic, which ends its room, stays beside its face.
        own = min(width, room) - 2 * radius - 8
        name = set_text(portrait.name, own + 0.5, BODY, theme.quiet,
                        language=portrait.language)  # fmt: skip
        draw_avatar(canvas, portrait, left + radius, top + radius, radius)
        foot = canvas.text(name, left + 2 * radius + 8, top + radius - line_height(BODY) / 2)
        top = max(top, foot - 2 * radius)
        left += width + 18
    return top + 2 * radius + 2 if portraits else y


def draw_avatar(canvas: Canvas, portrait: Portrait, x: float, y: float, radius: float) -> None:
    """Draw a persona's photo or initials in a disc, ringed like its curve if it has its own."""
    theme = canvas.theme
    ring = 0.0 if portrait.line is None else 2.0
    canvas.circle(x, y, radius, theme.portrait)
    if theme.portrait == theme.sheet and not ring:  # else nothing would show where the face ends
        canvas.circle(x, y, radius - 0.5, "none", theme.badge_edge, 1)
    if portrait.photo is not None:
        # Between a photo and its ring stands a gap, so that the ring is seen on any photo.
        inner = radius - 1.5 * ring
        if ring:
            canvas.circle(x, y, radius - 1, theme.sheet, theme.line(portrait.line or 0), ring)
        canvas.image(portrait.photo, x - inner, y - inner, 2 * inner, 2 * inner,
                     alt=portrait.alt, radius=inner)  # fmt: skip
        return
    if portrait.line is not None:
        canvas.circle(x, y, radius - 1, "none", theme.line(portrait.line), ring)
    size = max(SMALL, radius * 0.78)
    while size > SMALL and text_width(portrait.initials, size, True) > 1.45 * radius:
        size = max(SMALL, size - 1)
    text = set_text(portrait.initials, 2 * radius, size, theme.portrait_ink, bold=True)
    canvas.text(text, x, y - line_height(size) / 2 + 0.5, anchor="middle")
