"""What stands in cells, set and measured: each block becomes a piece that knows its height."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from cjm.images import Bitmap
from cjm.layout.beside import channel, evidence, owner, resource, touchpoint
from cjm.layout.canvas import Canvas, draw, set_details, set_text
from cjm.layout.changes import gauge_change, mark_change, note_change, step_change
from cjm.layout.gauges import gauge, rating, time_bar
from cjm.layout.measure import line_height
from cjm.layout.notes import note
from cjm.layout.pictures import RADIUS, picture_size
from cjm.layout.pieces import Piece, alert, ground, hatched, stack, star
from cjm.layout.sayings import saying
from cjm.layout.theme import BODY, CARD, SMALL, STAGE, Theme
from cjm.sheet.sheet import (
    Block,
    ChannelMark,
    EvidenceMark,
    Gauge,
    GaugeChange,
    MarkChange,
    Note,
    NoteChange,
    OwnerMark,
    Picture,
    Rating,
    ResourceMark,
    Saying,
    StageHead,
    StepCard,
    StepChange,
    TimeBar,
    TouchpointMark,
    Words,
)

__all__ = ["Piece", "ground", "piece_of", "star"]


def piece_of(block: Block, width: float, theme: Theme) -> Piece:
    """Return `block` set in a column of `width` px."""
    match block:
        case Words():
            return _words(block, width, theme)
        case StepCard():
            return _step(block, width, theme)
        case StepChange():
            return step_change(block, width, theme)
        case MarkChange():
            return mark_change(block, width, theme)
        case NoteChange():
            return note_change(block, width, theme)
        case GaugeChange():
            return gauge_change(block, width, theme)
        case ChannelMark():
            return channel(block, width, theme)
        case TouchpointMark():
            return touchpoint(block, width, theme)
        case Saying():
            return saying(block, width, theme)
        case Note():
            return note(block, width, theme)
        case Gauge():
            return gauge(block, width, theme)
        case Rating():
            return rating(block, width, theme)
        case TimeBar():
            return time_bar(block, width, theme)
        case ResourceMark():
            return resource(block, width, theme)
        case EvidenceMark():
            return evidence(block, width, theme)
        case OwnerMark():
            return owner(block, width, theme)
        case Picture():
            return _picture(block, width, theme)
        case StageHead():
            return stack([set_text(block.name, width, STAGE, theme.ink, bold=True)])
        case _:
            assert_never(block)


def _words(block: Words, width: float, theme: Theme) -> Piece:
    is_assumed = block.basis == "assumed"
    room = width - 16 if is_assumed else width
    lines = stack(
        [
            set_text(block.text, room, CARD, theme.ink, bold=block.strong, language=block.language),
            set_details(block.note, room, SMALL, theme.quiet),
        ]
    )
    signed = [(mark, "fail") for mark in block.marks]
    signed += [(block.moment, "moment")] if block.moment else []
    signs = [
        (kind, set_text(word, room - 15, SMALL, _SIGN_INK[kind](theme), bold=True))
        for word, kind in signed
    ]
    above = sum(setting.height for _, setting in signs)

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        for kind, setting in signs:
            middle = y + line_height(SMALL) / 2
            if kind == "moment":
                star(canvas, x + 5, middle, theme.quiet)
            else:
                alert(canvas, x + 5, middle, theme.alert)
            y = canvas.text(setting, x + 15, y)
        lines.paint(canvas, x, y, height)

    piece = Piece(above + lines.height, paint)
    return hatched(piece, width) if is_assumed else piece


_SIGN_INK: dict[str, Callable[[Theme], str]] = {
    "fail": lambda theme: theme.alert,
    "moment": lambda theme: theme.quiet,
}


def _step(block: StepCard, width: float, theme: Theme) -> Piece:
    inner = width - 18
    name = set_text(block.text, inner, BODY, theme.ink, bold=True, language=block.language)
    notes = [set_text(each, inner, SMALL, theme.quiet) for each in block.notes]
    moment = set_text(block.moment, inner - 13, SMALL, theme.quiet)
    extra = sum(each.height for each in notes) + moment.height

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        if block.moment:
            canvas.rect(
                x - 3, y - 3, width + 6, height + 6, theme.moment_glow, radius=theme.card_radius + 3
            )
        stroke, thick = (theme.moment, 1.5) if block.moment else (theme.card_edge, 1)
        canvas.rect(x + thick / 2, y + thick / 2, width - thick, height - thick, theme.card,
                    radius=max(0, theme.card_radius - thick / 2), stroke=stroke, stroke_width=thick)  # fmt: skip
        top = canvas.text(name, x + 9, y + 8) + (3 if extra else 0)
        if block.moment:
            star(canvas, x + 14, top + line_height(SMALL) / 2, theme.quiet)
            top = canvas.text(moment, x + 22, top)
        for line in notes:
            top = canvas.text(line, x + 9, top)

    return Piece(name.height + extra + (3 if extra else 0) + 16, paint)


def _picture(block: Picture, width: float, theme: Theme) -> Piece:
    if block.image is not None:
        return _image(block, block.image, width, theme)
    alt = set_text(block.alt or block.path, width - 16, SMALL, theme.quiet, language=block.language)
    caption = set_text(block.caption, width, SMALL, theme.ink, language=block.caption_language)
    frame = alt.height + 46

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        shape = draw("M", x + 6.5, y + 0.5, "H", x + width - 6.5, "q", 6, 0, 6, 6, "V",
                     y + frame - 6.5, "q", 0, 6, -6, 6, "H", x + 6.5, "q", -6, 0, -6, -6, "V",
                     y + 6.5, "q", 0, -6, 6, -6, "Z")  # fmt: skip
        canvas.path(shape, fill=theme.behind, stroke=theme.divider, stroke_width=1, dash="3 3")
        canvas.path(draw("M", x + 8, y + 32, "l", 9, -13, 6, 8, 5, -6, 8, 11, "Z"), fill=theme.zero)
        canvas.circle(x + 31, y + 14, 3, theme.zero)
        canvas.text(alt, x + 8, y + 38)
        canvas.text(caption, x, y + frame + 3)

    return Piece(frame + (caption.height + 3 if caption.lines else 0), paint)


def _image(block: Picture, image: Bitmap, width: float, theme: Theme) -> Piece:
    wide, high = picture_size(image, width)
    caption = set_text(block.caption, width, SMALL, theme.ink, language=block.caption_language)

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        canvas.image(image, x, y, wide, high, alt=block.alt, radius=RADIUS,
                     language=block.language)  # fmt: skip
        canvas.rect(x + 0.5, y + 0.5, wide - 1, high - 1, "none", radius=RADIUS - 0.5,
                    stroke=theme.ink, stroke_width=1, opacity=0.16)  # fmt: skip
        canvas.text(caption, x, y + high + 4)

    return Piece(high + (caption.height + 4 if caption.lines else 0), paint)
