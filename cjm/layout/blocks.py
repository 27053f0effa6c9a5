"""What stands in cells, set and measured: each block becomes a piece that knows its height."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from cjm.layout.canvas import Canvas, Setting, draw, set_parts, set_text
from cjm.layout.measure import baseline, line_height, text_width
from cjm.layout.theme import BODY, CARD, SMALL, STAGE, Theme
from cjm.sheet.sheet import (
    Block,
    Gauge,
    Note,
    OwnerMark,
    Picture,
    Saying,
    StageHead,
    StepCard,
    TouchpointMark,
    Words,
)

Paint = Callable[[Canvas, float, float, float], None]
"""Draws a piece: canvas, left, top, and the height it may fill."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with its height decided."""

    height: float
    paint: Paint


def piece_of(block: Block, width: float, theme: Theme) -> Piece:
    """Return `block` set in a column of `width` px."""
    match block:
        case Words():
            return _words(block, width, theme)
        case StepCard():
            return _step(block, width, theme)
        case TouchpointMark():
            return _touchpoint(block, width, theme)
        case Saying():
            return _saying(block, width, theme)
        case Note():
            return _note(block, width, theme)
        case Gauge():
            return _gauge(block, width, theme)
        case OwnerMark():
            return _owner(block, width, theme)
        case Picture():
            return _picture(block, width, theme)
        case StageHead():
            return _stack([set_text(block.name, width, STAGE, theme.ink, bold=True)])
        case _:
            assert_never(block)


def _stack(settings: list[Setting], gap: float = 0) -> Piece:
    """Return texts one below the other."""
    kept = [setting for setting in settings if setting.lines]

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        for setting in kept:
            y = canvas.text(setting, x, y) + gap

    return Piece(sum(setting.height for setting in kept) + gap * max(0, len(kept) - 1), paint)


def _words(block: Words, width: float, theme: Theme) -> Piece:
    if block.basis == "assumed":
        return _hatched(
            [
                set_text(block.text, width - 16, CARD, theme.ink, language=block.language),
                set_text(block.note, width - 16, SMALL, theme.quiet),
            ],
            width,
        )
    marks = [set_text("▲ " + mark, width, SMALL, theme.bad, bold=True) for mark in block.marks]
    moment = f"★ {block.moment}" if block.moment else ""
    return _stack(
        [
            *marks,
            set_text(moment, width, SMALL, theme.quiet, bold=True),
            set_text(
                block.text, width, CARD, theme.ink, bold=block.strong, language=block.language
            ),
            set_text(block.note, width, SMALL, theme.quiet),
        ]
    )


def _step(block: StepCard, width: float, theme: Theme) -> Piece:
    inner = width - 18
    name = set_text(block.text, inner, BODY, theme.ink, bold=True, language=block.language)
    notes = [set_text(note, inner, SMALL, theme.quiet) for note in block.notes]
    moment = set_text(block.moment, inner - 13, SMALL, theme.quiet)
    extra = sum(note.height for note in notes) + moment.height

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        if block.moment:
            canvas.rect(x - 3, y - 3, width + 6, height + 6, theme.moment_glow, radius=11)
        stroke, thick = (theme.moment, 1.5) if block.moment else (theme.card_edge, 1)
        canvas.rect(x + thick / 2, y + thick / 2, width - thick, height - thick, theme.sheet,
                    radius=8 - thick / 2, stroke=stroke, stroke_width=thick)  # fmt: skip
        top = canvas.text(name, x + 9, y + 8) + (3 if extra else 0)
        if block.moment:
            star(canvas, x + 14, top + line_height(SMALL) / 2, theme.quiet)
            top = canvas.text(moment, x + 22, top)
        for note in notes:
            top = canvas.text(note, x + 9, top)

    return Piece(name.height + extra + (3 if extra else 0) + 16, paint)


def star(canvas: Canvas, x: float, y: float, fill: str) -> None:
    """Draw the star of a moment of truth around `x`, `y`."""
    points = (0, -5, 1.3, -1.7, 4.9, -1.5, 2.1, 0.7, 3, 4.1, 0, 2.2, -3, 4.1, -2.1, 0.7, -4.9, -1.5,
              -1.3, -1.7)  # fmt: skip
    moved = [value + (y if index % 2 else x) for index, value in enumerate(points)]
    canvas.path(draw("M", *moved[:2], "L", *moved[2:], "Z"), fill=fill)


def _touchpoint(block: TouchpointMark, width: float, theme: Theme) -> Piece:
    return _stack(
        [
            set_text(block.name, width, CARD, theme.ink, bold=True, language=block.language),
            set_parts(block.channels, width, SMALL, theme.quiet),
            set_text(block.usage, width, SMALL, theme.quiet, italic=True),
        ]
    )


def _saying(block: Saying, width: float, theme: Theme) -> Piece:
    inner = width - 16 if block.is_assumed else width
    speaker = f"— {block.speaker}" if block.speaker else ""
    settings = [
        set_text(block.text, inner, BODY, theme.soft_ink, italic=True, language=block.language),
        set_text(speaker, inner, SMALL, theme.quiet),
    ]
    return _hatched(settings, width) if block.is_assumed else _stack(settings)


def _hatched(settings: list[Setting], width: float) -> Piece:
    """Return texts on the hatched ground of what is assumed."""
    inner = _stack(settings)

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        ground(canvas, x, y, width, inner.height + 8, "saying", is_assumed=True)
        inner.paint(canvas, x + 9, y + 4, inner.height)

    return Piece(inner.height + 8, paint)


def _note(block: Note, width: float, theme: Theme) -> Piece:
    inner = width - 19
    text = set_text(block.text, inner, CARD, theme.ink, language=block.language)
    dots = 5 * DOT_STEP + 3 if block.dots else 0.0
    parts = [part for part in (block.dots_label, *block.details) if part]
    first, parts = _beside_dots(parts, inner - dots, theme) if dots else (None, parts)
    details = set_parts(parts, inner, SMALL, theme.quiet)
    lines = len(details.lines) + (1 if dots else 0)
    foot = lines * line_height(SMALL) + (2 if lines else 0)

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        ground(canvas, x, y, width, text.height + foot + 10, block.kind,
                is_assumed=block.is_assumed)  # fmt: skip
        top = canvas.text(text, x + 11, y + 5) + 2
        if dots:
            _dots(canvas, block.dots, x + 11, top + line_height(SMALL) / 2, theme)
            if first is not None:
                canvas.text(first, x + 11 + dots, top)
            top += line_height(SMALL)
        canvas.text(details, x + 11, top)

    return Piece(text.height + foot + 10, paint)


DOT_STEP = 7.5


def _beside_dots(parts: list[str], room: float, theme: Theme) -> tuple[Setting, list[str]]:
    """Return as many of `parts` as fit on one line, and the rest."""
    line = ""
    while parts:
        longer = f"{line} · {parts[0]}" if line else parts[0]
        if text_width(longer, SMALL) > room:
            break
        line = longer
        parts = parts[1:]
    return set_text(line, room, SMALL, theme.quiet), parts


def _dots(canvas: Canvas, count: int, x: float, y: float, theme: Theme) -> None:
    for index in range(5):
        middle = x + 3 + index * DOT_STEP
        if index < count:
            canvas.circle(middle, y, 2.7, theme.quiet)
        else:
            canvas.circle(middle, y, 2.25, "none", theme.quiet, 0.9)


def ground(
    canvas: Canvas, x: float, y: float, width: float, height: float, kind: str, *, is_assumed: bool
) -> None:
    """Draw a note's ground: rounded on the right, a thick edge on the left, dashed where assumed."""
    colours = canvas.theme.note(kind)
    right, foot = x + width, y + height
    shape = draw("M", x, y, "H", right - 6, "Q", right, y, right, y + 6, "V", foot - 6,
                 "Q", right, foot, right - 6, foot, "H", x, "Z")  # fmt: skip
    canvas.path(shape, fill=canvas.hatch(kind) if is_assumed else colours.ground)
    canvas.path(
        draw("M", x + 1.5, y, "V", foot), stroke=colours.edge, stroke_width=3,
        dash="5 3" if is_assumed else "",
    )  # fmt: skip


def _gauge(block: Gauge, width: float, theme: Theme) -> Piece:
    name = set_text(block.name, width, SMALL, theme.quiet, language=block.language)
    aim = f"→ {block.target}" if block.target else ""
    value_width = text_width(block.actual, STAGE, True) + 5 if block.actual else 0.0
    beside = value_width + text_width(aim, SMALL) <= width
    value = set_text(block.actual, width, STAGE, theme.ink, bold=True)
    target = set_text(aim, width - value_width if beside else width, SMALL, theme.quiet)
    has_bar = block.bar is not None or block.tick is not None
    figures = max(value.height, target.height) if beside else value.height + target.height
    height = name.height + figures + (14 if has_bar else 2)

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        top = canvas.text(name, x, y)
        canvas.text(value, x, top)
        drop = baseline(STAGE) - baseline(SMALL) if value.lines else 0.0
        canvas.text(
            target, x + value_width if beside else x, top + (drop if beside else value.height)
        )
        if has_bar:
            _bar(canvas, block, x, top + figures + 4, width, theme)

    return Piece(height, paint)


def _bar(canvas: Canvas, gauge: Gauge, x: float, y: float, width: float, theme: Theme) -> None:
    canvas.rect(x, y, width, 5, theme.bar_ground, radius=2.5)
    if gauge.bar:
        canvas.rect(x, y, max(5, width * gauge.bar), 5, theme.bar, radius=2.5)
    if gauge.tick is not None:
        canvas.rect(x + (width - 2) * gauge.tick, y - 3, 2, 11, theme.ink)


def _owner(block: OwnerMark, width: float, theme: Theme) -> Piece:
    text = set_text(block.name, width - 14, CARD, theme.ink, language=block.language)
    colour = theme.owners[block.colour % len(theme.owners)]

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        canvas.circle(x + 4, y + line_height(CARD) / 2, 4, colour)
        canvas.text(text, x + 14, y)

    return Piece(text.height, paint)


def _picture(block: Picture, width: float, theme: Theme) -> Piece:
    alt = set_text(block.alt or block.path, width - 16, SMALL, theme.quiet, language=block.language)
    caption = set_text(block.caption, width, SMALL, theme.ink)
    frame = alt.height + 44

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        canvas.rect(x + 0.5, y + 0.5, width - 1, frame - 1, theme.behind, radius=4,
                    stroke=theme.card_edge, stroke_width=1)  # fmt: skip
        canvas.path(draw("M", x + 8, y + 30, "l", 9, -11, 6, 7, 5, -5, 8, 9, "Z"), fill=theme.edge)
        canvas.circle(x + 31, y + 14, 3, theme.edge)
        canvas.text(alt, x + 8, y + 36)
        canvas.text(caption, x, y + frame + 3)

    return Piece(frame + (caption.height + 3 if caption.lines else 0), paint)
