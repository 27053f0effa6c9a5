"""What hangs below a card: the ways out of the map, and the sign that no way leads on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from cjm.layout.canvas import Canvas, Setting, draw, set_text
from cjm.layout.flow.lines import draw_line, head, thickness
from cjm.layout.measure import text_width
from cjm.layout.theme import CARD as WORDS
from cjm.layout.theme import SMALL, Theme
from cjm.sheet.flow_parts import Flow, FlowEnd
from cjm.sheet.flow_words import flow_words

HANG = 9.0
"""Between a card and what hangs below it, and between two such things."""

TRUNK, LEFT, SIDES, ENDS = 15.0, 30.0, 12.0, 5.0
"""From the edge of the card to the line, and to the pill; its padding."""

SIGN = 15.0

PillKind: TypeAlias = Literal["exit", "end", "dead"]


@dataclass(frozen=True)
class Pill:
    """A way out: the condition above, the name and the share within.

    Attributes:
        kind: The customer leaves, reaches the goal, or is stuck.
        when: The condition.
        texts: What stands within.
        width: Of the pill.
        line: Width of the line that leads here.
    """

    kind: PillKind
    when: Setting
    texts: tuple[Setting, ...]
    width: float
    line: float
    is_happy: bool = False

    @property
    def height(self) -> float:
        """With the condition above it."""
        return self.when.height + (3 if self.when.lines else 0) + self._box

    @property
    def _box(self) -> float:
        return sum(text.height for text in self.texts) + 2 * ENDS

    def draw(self, canvas: Canvas, x: float, card_foot: float, above: float) -> None:
        """Draw it below what ends at `above`, at a card whose left edge is at `x`."""
        top = above + HANG + self.when.height + (3 if self.when.lines else 0)
        middle = top + self._box / 2
        tip = (x + LEFT - 1, middle)
        radius = 8.0
        d = draw("M", x + TRUNK, card_foot, "V", middle - radius,
                 "Q", x + TRUNK, middle, tip[0] - head(self.line) + 1, middle)  # fmt: skip
        if self.kind != "dead":
            draw_line(canvas, d, tip, self.line, is_happy=self.is_happy)
        canvas.start("pill")
        canvas.text(self.when, x + LEFT, above + HANG)
        self._ground(canvas, x + LEFT, top)
        sign(canvas, self.kind, x + LEFT + SIDES + SIGN / 2 - 3, middle)
        top += ENDS
        for text in self.texts:
            top = canvas.text(text, x + LEFT + SIDES + SIGN, top)
        canvas.end()

    def _ground(self, canvas: Canvas, x: float, y: float) -> None:
        colours = canvas.theme.note("opportunity" if self.kind == "end" else "pain")
        canvas.path(
            _outline(x, y, self.width, self._box, 6 if self.kind == "dead" else 14),
            fill=colours.ground, stroke=colours.edge, stroke_width=1.3,
            dash="5 3" if self.kind == "exit" else "",
        )  # fmt: skip


def pills_at(flow: Flow, card: int, width: float, theme: Theme) -> tuple[Pill, ...]:
    """Return what hangs below a card that is `width` px wide."""
    words = flow_words(flow.language)
    ends = (flow.ends[at] for at in flow.ends_at[card])
    found = [_way_out(end, flow, width, theme) for end in ends if not is_plain(end)]
    if flow.cards[card].is_dead_end:
        found.append(_pill("dead", "", words.say("flow.dead_end"), "", width, theme, 1.6))
    if flow.cards[card].is_unreached:
        found.append(_pill("dead", "", words.say("flow.unreached"), "", width, theme, 1.6))
    return tuple(found)


def is_plain(end: FlowEnd) -> bool:
    """Whether a way out is no more than the end of a line: it is drawn as a sign, not as a pill."""
    return end.is_alone and end.kind == "end" and not (end.name or end.when or end.share)


def _way_out(end: FlowEnd, flow: Flow, width: float, theme: Theme) -> Pill:
    words = flow_words(flow.language)
    name = end.name or words.say(f"flow.{end.kind}")
    key = "flow.leave" if end.kind == "exit" else "flow.finish"
    share = words.say(key, share=end.share) if end.share else ""
    line = thickness(end.passing, is_happy=end.is_on_happy_path)
    pill = _pill(end.kind, end.when, name, share, width, theme, line, end.language)
    return pill if not end.is_on_happy_path else Pill(
        pill.kind, pill.when, pill.texts, pill.width, pill.line, True
    )  # fmt: skip


def _pill(
    kind: PillKind, when: str, name: str, share: str, width: float, theme: Theme, line: float,
    language: str = "",
) -> Pill:  # fmt: skip
    room = width - LEFT
    inner = room - 2 * SIDES - SIGN
    texts = (
        set_text(name, inner, WORDS, theme.ink, bold=True, balance=True, language=language),
        set_text(share, inner, SMALL, theme.soft_ink, balance=True),
    )
    kept = tuple(text for text in texts if text.lines)
    wide = max(
        (text_width(each, text.size, text.bold) for text in kept for each in text.lines),
        default=0.0,
    )
    condition = set_text(when, room - 2, SMALL, theme.soft_ink, balance=True, language=language)
    # No room is left in a pill, so that a wider font is fitted into it.
    kept = tuple(text._replace(width=wide + 1) for text in kept)
    return Pill(kind, condition, kept, min(room, wide + 2 * SIDES + SIGN + 1), min(line, 6.0))


def sign(canvas: Canvas, kind: PillKind, x: float, y: float) -> None:
    """Draw the sign of a way out around `x`, `y`: a door's arrow, a tick, or a bar."""
    theme = canvas.theme
    if kind == "exit":
        colour = theme.note("pain").edge
        canvas.path(draw("M", x - 1, y - 4.5, "H", x - 4.5, "V", y + 4.5, "H", x - 1),
                    stroke=colour, stroke_width=1.4, is_round=True)  # fmt: skip
        canvas.path(draw("M", x - 1.5, y, "H", x + 4.5, "M", x + 2, y - 2.7, "L", x + 4.7, y,
                         x + 2, y + 2.7), stroke=colour, stroke_width=1.4, is_round=True)  # fmt: skip
    elif kind == "end":
        colour = theme.note("opportunity").edge
        canvas.path(draw("M", x - 4, y, "L", x - 1, y + 3.2, x + 4.4, y - 3.6), stroke=colour,
                    stroke_width=1.9, is_round=True)  # fmt: skip
    else:
        canvas.circle(x, y, 5, theme.note("pain").edge)
        canvas.rect(x - 3, y - 1, 6, 2, theme.note("pain").ground)


def _outline(x: float, y: float, width: float, height: float, round: float) -> str:
    radius = min(round, height / 2)
    return draw(
        "M", x + radius, y, "H", x + width - radius, "A", radius, radius, 0, 0, 1, x + width,
        y + radius, "V", y + height - radius, "A", radius, radius, 0, 0, 1, x + width - radius,
        y + height, "H", x + radius, "A", radius, radius, 0, 0, 1, x, y + height - radius,
        "V", y + radius, "A", radius, radius, 0, 0, 1, x + radius, y, "Z",
    )  # fmt: skip
