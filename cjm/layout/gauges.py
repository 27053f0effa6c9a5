"""Numbers as pictures: metrics with bar and line, ratings, and how long things take."""

from __future__ import annotations

from cjm.layout.canvas import Canvas, draw, set_text
from cjm.layout.measure import baseline, line_height, text_width
from cjm.layout.notes import DOT_STEP, dots
from cjm.layout.pieces import Piece, tick
from cjm.layout.theme import CARD, SMALL, STAGE, Theme
from cjm.sheet.sheet import Gauge, Rating, TimeBar

BAR = 5.0
LINE = 18.0
"""Height of the line of measurements."""

SHORTEST_LINE, LONGEST_LINE = 34.0, 76.0
ARROW = "→ "
"""Before a target. One that points up would be read as how much the value rose."""


WIDEST_GAUGE = 280.0
"""A bar that is longer than that tells no more."""


def gauge(block: Gauge, width: float, theme: Theme) -> Piece:
    """Return a metric: name, value and target, its line over time, its bar."""
    width = min(width, WIDEST_GAUGE)
    name = set_text(block.name, width, SMALL, theme.quiet, language=block.language)
    figures = _Figures(block, width, theme)
    has_bar = block.bar is not None or block.tick is not None
    height = name.height + figures.height + (14 if has_bar else 2)

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        top = canvas.text(name, x, y)
        figures.draw(canvas, x, top)
        if has_bar:
            _bar(canvas, block, x, top + figures.height + 4, width, theme)

    return Piece(height, paint)


class _Figures:
    """The value, its target, and the line: side by side as far as there is room."""

    def __init__(self, block: Gauge, width: float, theme: Theme) -> None:
        self._block, self._width, self._theme = block, width, theme
        aim = ARROW + block.target if block.target else ""
        self._value_width = text_width(block.actual, STAGE, True) + 5 if block.actual else 0.0
        aim_width = text_width(aim, SMALL) + (14 if block.reached else 0)
        self._is_beside = self._value_width + aim_width <= width
        # What stands side by side keeps its width in every font.
        own = self._value_width - 5 if self._is_beside else width
        self._value = set_text(block.actual, own, STAGE, theme.ink, bold=True)
        room = aim_width if self._is_beside else width
        self._aim = set_text(aim, max(room - (14 if block.reached else 0), 1), SMALL, theme.quiet)
        self._taken = self._value_width + aim_width if self._is_beside else width
        free = width - self._taken - 6
        self._has_line_beside = bool(block.trend and block.actual) and free >= SHORTEST_LINE
        self._line_width = min(LONGEST_LINE, free if self._has_line_beside else width)
        self._line_left = self._taken + 6 if self._has_line_beside else 0.0

    @property
    def height(self) -> float:
        texts = self._texts_height
        return texts + (LINE + 3 if self._block.trend and not self._has_line_beside else 0)

    @property
    def _texts_height(self) -> float:
        if self._is_beside:
            return max(self._value.height, self._aim.height)
        return self._value.height + self._aim.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw them from the top left corner at `x`, `y`."""
        canvas.text(self._value, x, y)
        drop = baseline(STAGE) - baseline(SMALL) if self._value.lines else 0.0
        left = x + self._value_width if self._is_beside else x
        top = y + (drop if self._is_beside else self._value.height)
        canvas.text(self._aim, left, top)
        if self._block.reached and self._aim.lines:
            end = left + text_width(self._aim.lines[-1], SMALL) + 8
            foot = top + self._aim.height - line_height(SMALL) / 2
            tick(canvas, end, foot, 4.6, self._theme.good)
        if self._has_line_beside:
            top = y + (self._value.height - LINE) / 2
            sparkline(canvas, self._block.trend, x + self._line_left, top, self._line_width,
                      self._theme)  # fmt: skip
        elif self._block.trend:
            sparkline(canvas, self._block.trend, x, y + self._texts_height + 2, self._line_width,
                      self._theme)  # fmt: skip


def sparkline(
    canvas: Canvas, points: tuple[tuple[float, float], ...], x: float, y: float, width: float,
    theme: Theme,
) -> None:  # fmt: skip
    """Draw measurements as a line in a box of `width` × `LINE` px, the last one marked."""
    inset = 3.0
    at = [
        (x + inset + across * (width - 2 * inset), y + inset + (1 - up) * (LINE - 2 * inset))
        for across, up in points
    ]
    numbers = [value for point in at[1:] for value in point]
    canvas.path(draw("M", *at[0], "L", *numbers), stroke=theme.bar, stroke_width=1.3, is_round=True)
    canvas.circle(*at[-1], 2.4, theme.bar, theme.sheet, 1)


def _bar(canvas: Canvas, gauge: Gauge, x: float, y: float, width: float, theme: Theme) -> None:
    canvas.rect(x, y, width, BAR, theme.bar_ground, radius=BAR / 2)
    if gauge.bar:
        canvas.rect(x, y, max(BAR, width * gauge.bar), BAR, theme.bar, radius=BAR / 2)
    if gauge.tick is not None:
        canvas.rect(x + (width - 2) * gauge.tick, y - 3, 2, 11, theme.ink)


def rating(block: Rating, width: float, theme: Theme) -> Piece:
    """Return how well somebody does: a name, five dots, and what says so."""
    name = set_text(block.name, width, CARD, theme.ink, language=block.language)
    sign = 5 * DOT_STEP + 3 if block.score else 0.0
    label = set_text(block.label, width - sign, SMALL, theme.quiet)
    note = set_text(block.note, width, SMALL, theme.quiet)

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        top = canvas.text(name, x, y)
        if block.score:
            dots(canvas, block.score, x, top + line_height(SMALL) / 2, theme)
        canvas.text(note, x, canvas.text(label, x + sign, top))

    return Piece(name.height + label.height + note.height, paint)


def time_bar(block: TimeBar, width: float, theme: Theme) -> Piece:
    """Return how long something takes: in words, as a bar, and the part spent waiting, hollow."""
    text = set_text(block.text, width, CARD, theme.ink, bold=True, language=block.language)
    note = set_text(block.note, width, SMALL, theme.quiet)
    bar = BAR + 6 if block.length else 0.0

    def paint(canvas: Canvas, x: float, y: float, _: float) -> None:
        top = canvas.text(text, x, y)
        if block.length:
            _time(canvas, block, x, top + 3, width, theme)
        canvas.text(note, x, top + bar)

    return Piece(text.height + bar + note.height, paint)


def _time(canvas: Canvas, block: TimeBar, x: float, y: float, width: float, theme: Theme) -> None:
    canvas.rect(x, y + BAR / 2 - 0.5, width, 1, theme.bar_ground)
    whole = max(BAR, width * block.length)
    canvas.rect(x + 0.5, y + 0.5, whole - 1, BAR - 1, theme.sheet, radius=BAR / 2 - 0.5,
                stroke=theme.bar, stroke_width=1)  # fmt: skip
    busy = whole * (1 - block.waiting)
    if busy >= 1:
        canvas.rect(x, y, max(busy, BAR), BAR, theme.bar, radius=BAR / 2)
