"""Small things with a sign before them: touchpoints and channels, owners, resources, evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.layout.canvas import Canvas, Setting, set_details, set_parts, set_text
from cjm.layout.icons import draw_icon
from cjm.layout.measure import line_height, text_width
from cjm.layout.pieces import Piece, hatched, stack, tick
from cjm.layout.theme import CARD, SMALL, Theme
from cjm.sheet.sheet import (
    ChannelMark,
    EvidenceMark,
    OwnerMark,
    ResourceMark,
    TouchpointMark,
)

ICON = 12.0
"""Side of an icon beside small words."""

BESIDE = ICON + 4
"""From the left of an icon to the words beside it."""

APART = 9.0
"""Between channels in a line."""


def touchpoint(block: TouchpointMark, width: float, theme: Theme) -> Piece:
    """Return a touchpoint with its channels."""
    name = set_text(block.name, width, CARD, theme.ink, bold=True, language=block.language)
    usage = set_text(block.usage, width, SMALL, theme.quiet, italic=True)
    lines = list(_lines(block.channels, width, theme))
    high = sum(line.height for line in lines)

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        top = canvas.text(name, x, y) + (1 if lines else 0)
        for line in lines:
            for each in line.items:
                each.draw(canvas, x, top, theme)
            top += line.height
        canvas.text(usage, x, top)

    return Piece(name.height + (1 if lines else 0) + high + usage.height, paint)


def channel(block: ChannelMark, width: float, theme: Theme) -> Piece:
    """Return a channel that stands alone."""
    indent = BESIDE if block.icon else 0.0
    name = set_text(block.name, width - indent, CARD, theme.ink, language=block.language)

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        if block.icon:
            top = y + (line_height(CARD) - ICON) / 2
            draw_icon(canvas, block.icon, x, top, ICON, theme.quiet)
        canvas.text(name, x + indent, y)

    return Piece(name.height, paint)


class _Item(NamedTuple):
    """A channel in a line; a dot before it parts it from another, where no icon does."""

    left: float
    icon: str
    text: Setting
    has_dot: bool

    def draw(self, canvas: Canvas, x: float, y: float, theme: Theme) -> None:
        at = x + self.left
        middle = y + line_height(SMALL) / 2
        if self.has_dot:
            canvas.circle(at - APART / 2, middle + 0.5, 1, theme.quiet)
        if self.icon:
            draw_icon(canvas, self.icon, at, middle - ICON / 2, ICON, theme.quiet)
        canvas.text(self.text, at + (BESIDE if self.icon else 0), y)


class _Line(NamedTuple):
    items: tuple[_Item, ...]

    @property
    def height(self) -> float:
        return max(item.text.height for item in self.items)


def _lines(channels: Sequence[ChannelMark], width: float, theme: Theme) -> Iterator[_Line]:
    """Yield lines of channels, as many in each as it holds."""
    items: list[_Item] = []
    at = 0.0
    for mark in channels:
        indent = BESIDE if mark.icon else 0.0
        own = indent + text_width(mark.name, SMALL)
        left = at + APART if items else 0.0
        if items and left + own > width:
            yield _Line(tuple(items))
            items, left = [], 0.0
        room = min(own, width) - indent + 0.5
        text = set_text(mark.name, room, SMALL, theme.quiet, language=mark.language)
        items.append(_Item(left, mark.icon, text, bool(items) and not mark.icon))
        at = left + own
    if items:
        yield _Line(tuple(items))


def owner(block: OwnerMark, width: float, theme: Theme) -> Piece:
    """Return who answers for something: a dot in the owner's colour, the name, person and region."""
    words = stack(
        [
            set_text(block.name, width - 14, CARD, theme.ink, language=block.language),
            set_details(block.detail, width - 14, SMALL, theme.quiet),
        ],
        indent=14,
    )
    colour = theme.owners[block.colour % len(theme.owners)]

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        canvas.circle(x + 4, y + line_height(CARD) / 2, 4, colour)
        words.paint(canvas, x, y, height)

    return Piece(words.height, paint)


def resource(block: ResourceMark, width: float, theme: Theme) -> Piece:
    """Return what it takes: a tick where it is there, a broken ring and a word where it lacks."""
    words = stack(
        [
            set_text(block.text, width - BESIDE, CARD, theme.ink, language=block.language),
            set_text("" if block.is_owned else block.label, width - BESIDE, SMALL, theme.quiet),
        ],
        indent=BESIDE,
    )

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        middle = y + line_height(CARD) / 2
        if block.is_owned:
            tick(canvas, x + 5.5, middle, 5.5, theme.good)
        else:
            draw_icon(canvas, "missing", x - 0.5, middle - ICON / 2, ICON, theme.quiet)
        words.paint(canvas, x, y, height)

    return Piece(words.height, paint)


def evidence(block: EvidenceMark, width: float, theme: Theme) -> Piece:
    """Return a piece of evidence with the sign of its basis; hatched where nothing is known."""
    is_assumed = block.basis == "assumed"
    room = width - BESIDE - (16 if is_assumed else 0)
    parts = [part for part in (block.label, block.note) if part]
    words = stack(
        [
            set_text(block.title, room, CARD, theme.ink, language=block.language),
            set_parts(parts, room, SMALL, theme.quiet),
        ],
        indent=BESIDE,
    )

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        top = y + (line_height(CARD) - ICON) / 2
        draw_icon(canvas, block.basis, x, top, ICON, theme.quiet)
        words.paint(canvas, x, y, height)

    piece = Piece(words.height, paint)
    return hatched(piece, width) if is_assumed else piece
