"""What stands below a flow: the signs that occur in it, with their meaning; evidence and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cjm.layout.blocks import star
from cjm.layout.canvas import Canvas, draw, set_text
from cjm.layout.faces import draw_face
from cjm.layout.flow.lines import THICK, draw_line
from cjm.layout.flow.pills import is_plain, sign
from cjm.layout.flow.row import final, letter
from cjm.layout.frame import SIDE
from cjm.layout.measure import line_height, text_width
from cjm.layout.theme import SMALL
from cjm.sheet.flow_parts import Flow
from cjm.sheet.flow_words import flow_words

BETWEEN, TOP = 20.0, 13.0

Draw = Callable[[Canvas, float, float], None]
"""Draws a sign: canvas, left edge, middle."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign and what it means; `width` is that of the sign, 0 where there is none."""

    text: str
    width: float
    draw: Draw | None = None


def entries_of(flow: Flow) -> Iterator[Entry]:
    """Yield the signs that occur in `flow`."""
    say = flow_words(flow.language).say
    if len(flow.main) > 1:
        yield Entry(say("legend.main"), 34, _main)
    if flow.has_shares:
        yield Entry(say("legend.width"), 26, _wedge)
    yield Entry(say("legend.start"), 12, _start)
    if any(is_plain(end) for end in flow.ends):
        yield Entry(say("legend.final"), 16, lambda canvas, x, y: final(canvas, x + 8, y))
    if any(card.is_assumed for card in flow.cards if card.level is not None):
        yield Entry(say("legend.hollow"), 18, _hollow)
    if any(card.moment for card in flow.cards):
        yield Entry(say("legend.moment"), 12, _moment)
    if any(end.kind == "exit" for end in flow.ends):
        yield Entry(say("legend.exit"), 12, lambda canvas, x, y: sign(canvas, "exit", x + 6, y))
    if any(end.kind == "end" and not is_plain(end) for end in flow.ends):
        yield Entry(say("legend.end"), 12, lambda canvas, x, y: sign(canvas, "end", x + 6, y))
    if any(card.is_dead_end for card in flow.cards):
        yield Entry(say("legend.dead_end"), 12, lambda canvas, x, y: sign(canvas, "dead", x + 6, y))


def draw_flow_footer(
    canvas: Canvas, flow: Flow, is_folded: bool, x: float, y: float, width: float
) -> float:
    """Draw the legend, the evidence and the source from `y` down, and return where they end."""
    theme = canvas.theme
    canvas.start("footer")
    canvas.rule(x, y, width, theme.edge)
    source = set_text(flow.footer.source, width - 2 * SIDE, SMALL, theme.quiet)
    taken = max((text_width(line, SMALL) for line in source.lines), default=0.0)
    entries = list(entries_of(flow))
    if is_folded:
        say = flow_words(flow.language).say
        entries.append(Entry(say("legend.jump"), 20, _letter))
    if flow.footer.evidence:
        entries.append(Entry(flow.footer.evidence, 0))
    left, top, foot = x + SIDE, y + TOP, y + TOP
    limit = x + width - SIDE - taken - 24
    for entry in entries:
        indent = entry.width + (7 if entry.width else 0)
        need = indent + text_width(entry.text, SMALL)
        if left > x + SIDE and left + need > limit:
            left, top, limit = x + SIDE, foot + 5, x + width - SIDE
        room = min(limit - left - indent, text_width(entry.text, SMALL) + BETWEEN / 2)
        text = set_text(entry.text, room, SMALL, theme.quiet)
        if entry.draw is not None:
            entry.draw(canvas, left, top + line_height(SMALL) / 2)
        foot = max(foot, canvas.text(text, left + indent, top))
        left += need + BETWEEN
    foot = max(foot, canvas.text(source, x + width - SIDE, y + TOP, anchor="end"))
    canvas.end()
    return foot + TOP


def _main(canvas: Canvas, x: float, y: float) -> None:
    draw_line(canvas, draw("M", x, y, "H", x + 26), (x + 34, y), 4, is_happy=True)


def _wedge(canvas: Canvas, x: float, y: float) -> None:
    shape = draw("M", x, y - 1, "L", x + 26, y - THICK / 2, "V", y + THICK / 2, "L", x, y + 1, "Z")
    canvas.path(shape, fill=canvas.theme.level(0))


def _start(canvas: Canvas, x: float, y: float) -> None:
    canvas.circle(x + 6, y, 6, canvas.theme.expectation)


def _hollow(canvas: Canvas, x: float, y: float) -> None:
    draw_face(canvas, x + 9, y, 0, canvas.theme, is_hollow=True, ring=canvas.theme.sheet)


def _moment(canvas: Canvas, x: float, y: float) -> None:
    star(canvas, x + 6, y, canvas.theme.moment)


def _letter(canvas: Canvas, x: float, y: float) -> None:
    letter(canvas, "A", x + 10, y)
