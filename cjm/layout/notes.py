"""Notes: pains, delights, itches, opportunities and solutions, with their weight in sight."""

from __future__ import annotations

from cjm.layout.canvas import Canvas, Setting, discs, draw, set_parts, set_text
from cjm.layout.measure import line_height, text_width
from cjm.layout.pieces import EDGE, Piece, ground, tick
from cjm.layout.theme import CARD, SMALL, Theme
from cjm.sheet.sheet import Note, NoteKind, Progress

DOTS, DOT_STEP = 5, 7.5
FULL, HOLLOW = 2.7, 2.25
"""Radius of a dot that counts, and of one that does not."""

LEFT, RIGHT = 11.0, 8.0
"""From the edges of a note to its words."""

CRITICAL = 5
"""The severity that is set in bold, in a frame."""

AXES = 17.0
"""Width of the sign of impact and effort, with the gap after it."""


def note(block: Note, width: float, theme: Theme) -> Piece:
    """Return a note of `width` px."""
    inner = width - LEFT - RIGHT
    is_gone = block.progress == "dismissed"
    text = set_text(
        block.text, inner, CARD, theme.quiet if is_gone else theme.ink,
        bold=is_critical(block.kind, block.dots), language=block.language,
    )  # fmt: skip
    foot = _Foot(block, inner, theme)
    height = text.height + foot.height + (2 if foot.height else 0) + 10

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        ground(canvas, x, y, width, height, block.kind, is_assumed=block.is_assumed,
               edge=edge_of(block.dots), is_framed=is_critical(block.kind, block.dots))  # fmt: skip
        foot.draw(canvas, x + LEFT, canvas.text(text, x + LEFT, y + 5) + 2)

    return Piece(height, paint)


def edge_of(weight: int) -> float:
    """Return how thick a note's edge is: what weighs more, has more of it."""
    return max(2.0, float(weight)) if weight else EDGE


def is_critical(kind: NoteKind, weight: int) -> bool:
    """Whether a note is a pain that nobody may overlook."""
    return kind == "pain" and weight >= CRITICAL


class _Foot:
    """The quiet lines of a note: signs and short words, then how far the work is."""

    def __init__(self, block: Note, room: float, theme: Theme) -> None:
        self._block, self._room, self._theme = block, room, theme
        parts = [part for part in (block.dots_label, *block.details) if part]
        self._chip = _Chip(block.status, block.progress, room, theme) if block.status else None
        chip = self._chip.width if self._chip else 0.0
        self._sign = _sign_width(block, parts, room)
        self._first: Setting | None = None
        if self._sign:
            self._first, parts = _beside(parts, room - self._sign, theme)
        self._rest = set_parts(parts, room, SMALL, theme.quiet)
        used = self._last_width()
        self._is_beside = bool(chip and used and used + 8 + chip <= room)

    def _last_width(self) -> float:
        """Return how far the last line reaches; 0 where there is none."""
        if self._rest.lines:
            return text_width(self._rest.lines[-1], SMALL)
        if self._first is not None:
            return self._sign + sum(text_width(line, SMALL) for line in self._first.lines[-1:])
        return 0.0

    @property
    def height(self) -> float:
        lines = len(self._rest.lines) + (1 if self._sign else 0)
        own = self._chip.height + 1 if self._chip and not self._is_beside else 0.0
        return lines * line_height(SMALL) + own

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        middle = line_height(SMALL) / 2
        if self._sign:
            if self._block.dots:
                dots(canvas, self._block.dots, x, y + middle, self._theme)
            else:
                _axes(canvas, self._block, x, y + middle, self._theme)
            if self._first is not None:
                canvas.text(self._first, x + self._sign, y)
            y += line_height(SMALL)
        y = canvas.text(self._rest, x, y)
        if self._chip is not None and self._is_beside:
            self._chip.draw(canvas, x + self._last_width() + 8, y - middle)
        elif self._chip is not None:
            at = y + 1 + self._chip.height / 2
            self._chip.draw(canvas, x, at)
            if _has_axes(self._block) and not self._sign and self._chip.width + AXES <= self._room:
                _axes(canvas, self._block, x + self._room - AXES + 3, at, self._theme)


def _has_axes(block: Note) -> bool:
    return bool(block.impact and block.effort)


def _sign_width(block: Note, parts: list[str], room: float) -> float:
    """Return the width of the sign before the words; that of impact and effort costs no line.

    Where it would, it stands at the end of a chip's line, if there is one.
    """
    if block.dots:
        return DOTS * DOT_STEP + 3
    used = AXES + text_width(" · ".join(parts), SMALL)
    return AXES if _has_axes(block) and used <= room else 0.0


def _beside(parts: list[str], room: float, theme: Theme) -> tuple[Setting, list[str]]:
    """Return as many of `parts` as fit on one line, and the rest."""
    line = ""
    while parts:
        longer = f"{line} · {parts[0]}" if line else parts[0]
        if text_width(longer, SMALL) > room:
            break
        line = longer
        parts = parts[1:]
    return set_text(line, room, SMALL, theme.quiet), parts


def dots(canvas: Canvas, count: int, x: float, y: float, theme: Theme) -> None:
    """Draw five dots from `x` on, `count` of them full."""
    full, lacking = discs(FULL, count, DOT_STEP), discs(HOLLOW, DOTS - count, DOT_STEP)
    if full:
        canvas.path(draw("M", x + 3 + FULL, y, full), fill=theme.quiet)
    if lacking:
        canvas.path(draw("M", x + 3 + HOLLOW + count * DOT_STEP, y, lacking),
                    stroke=theme.quiet, stroke_width=0.9)  # fmt: skip


def _axes(canvas: Canvas, block: Note, x: float, y: float, theme: Theme) -> None:
    """Draw impact over effort: the best stands at the top on the left."""
    left, foot = x + 0.5, y + 5.5
    canvas.path(draw("M", left, foot - 11, "V", foot, "H", left + 12), stroke=theme.quiet,
                stroke_width=0.9)  # fmt: skip
    at = left + 2 + block.effort * 1.75, foot - 1.7 - block.impact * 1.6
    canvas.circle(*at, 2.3, theme.note(block.kind).edge)


class _Chip:
    """How far the work is: a sign and a word in a rounded frame."""

    def __init__(self, text: str, progress: Progress, room: float, theme: Theme) -> None:
        own = min(text_width(text, SMALL) + 0.5, room - 24)
        self._text = set_text(text, own, SMALL, theme.quiet)
        self._progress, self._theme = progress, theme
        self.width, self.height = own + 24, self._text.height + 1

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left end at `x`, its middle at `y`."""
        theme = self._theme
        high = self.height
        canvas.rect(x + 0.5, y - high / 2 + 0.5, self.width - 1, high - 1, theme.card,
                    radius=7.5, stroke=theme.badge_edge, stroke_width=1)  # fmt: skip
        _progress(canvas, self._progress, x + 9, y, theme)
        canvas.text(self._text, x + 16, y - self._text.height / 2)


def _progress(canvas: Canvas, progress: Progress, x: float, y: float, theme: Theme) -> None:
    """Draw a disc that fills as the work goes on; a crossed one where it was given up."""
    if progress == "done":
        tick(canvas, x, y, 4.2, theme.quiet)
        return
    canvas.circle(x, y, 3.6, "none", theme.quiet, 1.1)
    if progress == "in-progress":
        canvas.path(draw("M", x, y - 3.6, "C", x + 4.8, y - 3.6, x + 4.8, y + 3.6, x, y + 3.6, "Z"),
                    fill=theme.quiet)  # fmt: skip
    elif progress == "dismissed":
        canvas.path(draw("M", x - 2.5, y + 2.5, "L", x + 2.5, y - 2.5), stroke=theme.quiet,
                    stroke_width=1.1)  # fmt: skip
