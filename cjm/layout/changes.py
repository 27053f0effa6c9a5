"""What becomes of steps, touchpoints, notes and metrics from one map to another.

What is gone is quiet and struck through, in a dashed frame; what is new stands in a coloured one. A
word says the same as the colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from cjm.layout.canvas import Canvas, Setting, draw, set_text
from cjm.layout.measure import baseline, line_height, text_width
from cjm.layout.notes import dots, edge_of, is_critical
from cjm.layout.pieces import Piece, ground, tick, turn_sign
from cjm.layout.theme import BODY, CARD, SMALL, Theme
from cjm.sheet.sheet import GaugeChange, MarkChange, NoteChange, StepChange, Turn

ARROW, MINUS = "→", "\u2212"
LEFT, RIGHT = 11.0, 8.0
"""From the edges of a note to its words."""

CHIP = 13.0
"""What the sign of a chip takes before its word."""


def step_change(block: StepChange, width: float, theme: Theme) -> Piece:
    """Return the card of a step."""
    inner = width - 18
    is_gone = block.turn == "removed"
    name = set_text(block.text, inner, BODY, theme.quiet if is_gone else theme.ink, bold=True,
                    language=block.language)._replace(struck=is_gone)  # fmt: skip
    was = set_text(block.was, inner, SMALL, theme.quiet)
    chip = _Chip(block.badge, block.turn, inner, theme) if block.badge else None
    above = chip.height + 4 if chip is not None else 0.0
    extra = was.height + 3 if was.lines else 0.0

    def paint(canvas: Canvas, x: float, y: float, height: float) -> None:
        _frame(canvas, x, y, width, height, block.turn)
        top = y + 8
        if chip is not None:
            chip.draw(canvas, x + 9, top)
            top += above
        top = canvas.text(name, x + 9, top) + 3
        canvas.text(was, x + 9, top)

    return Piece(above + name.height + extra + 16, paint)


def _frame(canvas: Canvas, x: float, y: float, width: float, height: float, turn: Turn) -> None:
    theme = canvas.theme
    thick = 1.5 if turn == "added" else 1.0
    left, top, right, foot = (
        x + thick / 2,
        y + thick / 2,
        x + width - thick / 2,
        y + height - thick / 2,
    )
    r = max(0.0, theme.card_radius - thick / 2)
    shape = draw("M", left + r, top, "H", right - r, "Q", right, top, right, top + r, "V", foot - r,
                 "Q", right, foot, right - r, foot, "H", left + r, "Q", left, foot, left, foot - r,
                 "V", top + r, "Q", left, top, left + r, top, "Z")  # fmt: skip
    fill = theme.behind if turn == "removed" else theme.card
    stroke = {"added": theme.good, "removed": theme.divider}.get(turn, theme.card_edge)
    canvas.path(shape, fill=fill, stroke=stroke, stroke_width=thick,
                dash="4 3" if turn == "removed" else "")  # fmt: skip


def mark_change(block: MarkChange, width: float, theme: Theme) -> Piece:
    """Return a name that stays, comes, goes, or gives way to another."""
    label = set_text(block.label, width, SMALL, theme.quiet)
    parts = list(_parts(block, width, theme))
    height = label.height + sum(part.height for _, _, part in parts)

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        y = canvas.text(label, x, y)
        for sign, indent, part in parts:
            canvas.text(set_text(sign, indent, CARD, theme.ink, bold=True), x, y)
            y = canvas.text(part, x + indent, y)

    return Piece(height, paint)


INDENT, AFTER_ARROW = 13.0, 17.0
"""Of a name behind a sign, and behind an arrow."""


def _parts(block: MarkChange, width: float, theme: Theme) -> Iterator[tuple[str, float, Setting]]:
    """Yield names, each with the sign before it and its indent."""
    if block.turn == "kept" or block.before == block.after:
        yield "", 0.0, set_text(block.after, width, CARD, theme.quiet, language=block.language)
        return
    if block.before:
        sign, indent = ("", 0.0) if block.after or block.is_amount else (MINUS, INDENT)
        gone = set_text(block.before, width - indent, CARD, theme.quiet, language=block.language)
        yield sign, indent, gone._replace(struck=True)
    if block.after:
        is_next = bool(block.before) or block.is_amount
        sign, indent = (ARROW, AFTER_ARROW) if is_next else ("+", INDENT)
        yield sign, indent, set_text(block.after, width - indent, CARD, theme.ink, bold=True,
                                     language=block.language)  # fmt: skip


def note_change(block: NoteChange, width: float, theme: Theme) -> Piece:
    """Return a pain, delight, itch or opportunity, and what becomes of it."""
    inner = width - LEFT - RIGHT
    is_quiet = block.is_gone or block.turn == "removed"
    text = set_text(block.text, inner, CARD, theme.quiet if is_quiet else theme.ink,
                    bold=block.badge != "" and not is_quiet, language=block.language)  # fmt: skip
    text = text._replace(struck=block.is_gone)
    chip = _Chip(block.badge, block.turn, inner, theme) if block.badge else None
    above = chip.height + 3 if chip is not None else 0.0
    below = line_height(SMALL) if block.dots else 0.0
    height = above + text.height + below + 10
    label = set_text(block.dots_label, inner - 42, SMALL, theme.quiet) if block.dots else None
    kind = "opportunity" if block.turn == "better" else block.kind

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        ground(canvas, x, y, width, height, kind, is_assumed=False, edge=edge_of(block.dots),
               is_framed=is_critical(kind, block.dots) and not is_quiet)  # fmt: skip
        top = y + 5
        if chip is not None:
            chip.draw(canvas, x + LEFT, top)
            top += above
        top = canvas.text(text, x + LEFT, top)
        if label is not None:
            dots(canvas, block.dots, x + LEFT, top + line_height(SMALL) / 2, theme)
            canvas.text(label, x + LEFT + 40.5, top)

    return Piece(height, paint)


def gauge_change(block: GaugeChange, width: float, theme: Theme) -> Piece:
    """Return a metric with its value before and after."""
    name = set_text(block.name, width, SMALL, theme.quiet, language=block.language)
    values = _Values(block, width, theme)
    note = set_text(block.note, width, SMALL, theme.quiet)
    is_beside = bool(note.lines) and text_width(block.note, SMALL) <= width - values.end

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        top = canvas.text(name, x, y)
        values.draw(canvas, x, top)
        if is_beside:
            canvas.text(note, x + values.end, top + values.drop)
        else:
            canvas.text(note, x, top + values.height)

    below = 0.0 if is_beside else note.height
    return Piece(name.height + values.height + below + 3, paint)


_ARROW_ROOM = 17.0
_SIZE = BODY + 1


class _Values:
    """What a metric was and is: on one line where there is room, else one below the other.

    Attributes:
        height: Of its lines.
        end: Where a note may stand beside its last line, from its left; beyond its width where none may.
        drop: From its top to that of small words on its last line.
    """

    def __init__(self, block: GaugeChange, width: float, theme: Theme) -> None:
        self._turn = block.turn
        before = block.before if block.before != block.after else ""
        has_both = bool(before and block.after)
        lead = text_width(before, SMALL)
        value = text_width(block.after, _SIZE, True)
        self._arrow = set_text(ARROW if has_both else "", _ARROW_ROOM, SMALL, theme.quiet)
        arrow = _ARROW_ROOM if has_both else 0.0
        self._is_beside = lead + arrow + value <= width
        self._before = set_text(
            before, lead + 0.5 if self._is_beside else width, SMALL, theme.quiet
        )
        self._after = set_text(block.after, value + 0.5 if self._is_beside else width - arrow, _SIZE,
                               theme.ink, bold=True)  # fmt: skip
        self._left = lead + arrow if self._is_beside else arrow
        self._fall = baseline(_SIZE) - baseline(SMALL) if self._after.lines else 0.0
        self._down = 0.0 if self._is_beside else self._before.height
        rows = self._before.height, self._after.height
        self.height = max(rows) if self._is_beside else sum(rows)
        last = self._after if self._after.lines else self._before
        shown = value if self._after.lines else lead
        is_one = len(last.lines) == 1
        self._sign = (self._left if self._after.lines else 0.0) + shown + 5
        is_judged = block.turn in ("better", "worse") and bool(self._after.lines)
        self._has_sign = is_one and is_judged and self._sign + 8 <= width
        self.end = self._sign + (13 if self._has_sign else 0) if is_one else width
        self.drop = self._down + self._fall if self._after.lines else 0.0

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw them from the top `y` down."""
        canvas.text(self._before, x, y + (self._fall if self._is_beside else 0))
        under = y + self._down
        room = _ARROW_ROOM if self._arrow.lines else 0.0
        canvas.text(self._arrow, x + self._left - room / 2, under + self._fall, anchor="middle")
        canvas.text(self._after, x + self._left, under)
        if self._has_sign:
            middle = under + line_height(_SIZE) / 2 + 0.5
            turn_sign(canvas, x + self._sign + 4, middle, is_good=self._turn == "better")


class _Chip:
    """What becomes of something: a sign and a word in a rounded frame."""

    def __init__(self, text: str, turn: Turn, room: float, theme: Theme) -> None:
        own = min(text_width(text, SMALL, True) + 0.5, room - CHIP - 12)
        self._text = set_text(text, own, SMALL, theme.ink, bold=True)
        self._turn: Turn = turn
        self.width, self.height = own + CHIP + 11, self._text.height + 2

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its top left corner at `x`, `y`."""
        theme, high = canvas.theme, self.height
        edge = {"added": theme.good, "better": theme.good, "worse": theme.bad}.get(
            self._turn, theme.badge_edge
        )
        canvas.rect(x + 0.5, y + 0.5, self.width - 1, high - 1, theme.sheet,
                    radius=high / 2 - 0.5 if len(self._text.lines) == 1 else 6, stroke=edge,
                    stroke_width=1)  # fmt: skip
        self._draw_sign(canvas, x + 10.5, y + line_height(SMALL) / 2 + 1)
        canvas.text(self._text, x + CHIP + 5, y + 1)

    def _draw_sign(self, canvas: Canvas, x: float, y: float) -> None:
        theme = canvas.theme
        if self._turn == "better":
            tick(canvas, x, y, 4.2, theme.good)
        elif self._turn == "worse":
            turn_sign(canvas, x, y, is_good=False)
        elif self._turn == "added":
            canvas.path(draw("M", x - 3.5, y, "H", x + 3.5, "M", x, y - 3.5, "V", y + 3.5),
                        stroke=theme.good, stroke_width=1.8)  # fmt: skip
        elif self._turn == "removed":
            canvas.path(draw("M", x - 3.5, y, "H", x + 3.5), stroke=theme.quiet, stroke_width=1.8)
        else:
            canvas.circle(x, y, 2.8, theme.bar)
