"""The card of a step, with all that hangs below it: ways out, a dead end, a side trip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cjm.layout.blocks import star
from cjm.layout.canvas import Canvas, Setting, draw, number, set_parts, set_text
from cjm.layout.faces import draw_face
from cjm.layout.flow.chips import Chip, chip_of
from cjm.layout.flow.lines import draw_line, head, thickness
from cjm.layout.flow.pills import HANG, Pill, pills_at
from cjm.layout.measure import line_height
from cjm.layout.theme import BODY, SMALL, Theme
from cjm.sheet.flow_parts import Flow, FlowCard, FlowEdge

CARD, LOWEST = 176.0, 72.0
"""Width of a card, and its least height."""

STRIP, LEFT, RIGHT, FACE = 5.0, 15.0, 10.0, 26.0

GLOW = 3.0

TRIP = 20.0
"""Room for an arrow above and below its label."""


@dataclass(frozen=True)
class Card:
    """A card, set; its line runs through its middle.

    Attributes:
        card: What it shows.
        height: Of the card itself.
        pills: Ways out, below it.
        trip: The card of a side trip, below it.
        ways: There and back.
        labels: Of these ways.
    """

    card: FlowCard
    name: Setting
    notes: tuple[Setting, ...]
    place: Setting
    height: float
    pills: tuple[Pill, ...] = ()
    trip: Card | None = None
    ways: tuple[FlowEdge, ...] = ()
    labels: tuple[Chip | None, ...] = ()

    @property
    def glow(self) -> float:
        """How far the glow of a moment of truth reaches out, in px; lines end before it."""
        return GLOW if self.card.moment else 0.0

    @property
    def up(self) -> float:
        """From its line to its top."""
        return self.height / 2

    @property
    def down(self) -> float:
        """From its line to the foot of all that hangs below it."""
        below = sum(HANG + pill.height for pill in self.pills)
        if self.trip is not None:
            below += self._trip_gap + self.trip.up + self.trip.down
        return self.height / 2 + below

    @property
    def _trip_gap(self) -> float:
        return 2 * TRIP + max((each.height for each in self.labels if each), default=0.0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left edge at `x` and its line at `y`."""
        top, foot = y - self.height / 2, y + self.height / 2
        below = foot
        for pill in self.pills:
            pill.draw(canvas, x, foot, below)
            below += HANG + pill.height
        if self.trip is not None:
            middle = foot + self._trip_gap + self.trip.up
            self._draw_trip(canvas, self.trip, x, foot, middle - self.trip.up)
            self.trip.draw(canvas, x, middle)
        canvas.start("card")
        self._ground(canvas, x, top)
        self._words(canvas, x, top)
        canvas.end()

    def _ground(self, canvas: Canvas, x: float, y: float) -> None:
        theme, card = canvas.theme, self.card
        radius = theme.card_radius
        if card.moment:
            canvas.rect(x - GLOW, y - GLOW, CARD + 2 * GLOW, self.height + 2 * GLOW,
                        theme.moment_glow, radius=radius + GLOW)  # fmt: skip
        canvas.rect(x, y + 1.5, CARD, self.height, theme.shadow, radius=radius, opacity=0.05)
        stroke, thick = (theme.moment, 1.5) if card.moment else (theme.card_edge, 1)
        canvas.rect(x + thick / 2, y + thick / 2, CARD - thick, self.height - thick, theme.card,
                    radius=radius - thick / 2, stroke=stroke, stroke_width=thick)  # fmt: skip
        if card.level is not None:
            _strip(canvas, x, y, self.height, theme.level(card.level), is_assumed=card.is_assumed)
            draw_face(canvas, x + CARD - 19, y + self.height - 19, card.level, theme,
                      is_hollow=card.is_assumed, ring=theme.card)  # fmt: skip

    def _words(self, canvas: Canvas, x: float, y: float) -> None:
        theme = canvas.theme
        at = canvas.text(self.name, x + LEFT, y + 9)
        for index, note in enumerate(self.notes):
            is_moment = index == 0 and bool(self.card.moment)
            if is_moment:
                star(canvas, x + LEFT + 5, at + 2 + line_height(SMALL) / 2, theme.moment)
            at = canvas.text(note, x + LEFT + (13 if is_moment else 0), at + 2)
        canvas.text(self.place, x + LEFT, y + self.height - 10 - self.place.height)

    def _draw_trip(self, canvas: Canvas, trip: Card, x: float, top: float, foot: float) -> None:
        for index, (way, label) in enumerate(zip(self.ways, self.labels, strict=True)):
            at = x + CARD * (0.73 if index else 0.27)
            width = thickness(way.passing, is_happy=False)
            start, tip, down = (
                (foot, top + 1 + self.glow, -1) if index else (top, foot - 1 - trip.glow, 1)
            )
            d = draw("M", at, start, "V", tip - down * (head(width) - 1))
            draw_line(canvas, d, (at, tip), width, is_happy=False, towards=(0, down))
            if label is not None:
                label.draw(canvas, at, (top + foot) / 2)


def set_card(flow: Flow, index: int, trips: Sequence[int], theme: Theme) -> Card:
    """Return the card `index`; `trips` are the cards that hang below it, one at most."""
    card = flow.cards[index]
    inner = CARD - LEFT - RIGHT
    name = set_text(card.name, inner, BODY, theme.ink, bold=True, language=card.language)
    word = card.feeling if card.level is None else ""
    notes = [
        set_text(card.moment, inner - 13, SMALL, theme.quiet),
        set_text(card.who, inner, SMALL, theme.quiet),
        set_text(word, inner, SMALL, theme.soft_ink, italic=True),
    ]
    kept = tuple(note for note in notes if note.lines)
    has_face = card.level is not None
    place = set_parts(card.places, inner - (FACE if has_face else 0), SMALL, theme.quiet)
    foot = max(place.height, 20.0 if has_face else 0.0)
    height = (
        9 + name.height + sum(note.height + 2 for note in kept) + (7 + foot if foot else 0) + 10
    )
    trip = trips[0] if trips else None
    ways: tuple[FlowEdge, ...] = ()
    if trip is not None:  # one way there, and one back
        ways = tuple(flow.edges[at] for at in (*flow.arriving[trip], *flow.leaving[trip]))
    labels = (chip_of(way.when, way.share, CARD / 2 - 6, way.language) for way in ways)
    return Card(
        card, name, kept, place, max(LOWEST, height), pills_at(flow, index, CARD, theme),
        set_card(flow, trip, (), theme) if trip is not None else None, ways, tuple(labels),
    )  # fmt: skip


def _strip(
    canvas: Canvas, x: float, y: float, height: float, colour: str, *, is_assumed: bool
) -> None:
    """Colour the left edge of a card: dashed where the feeling is assumed."""
    radius = canvas.theme.card_radius
    if is_assumed:
        # Whole dashes from end to end, each about 5 px.
        room = height - 2 * radius
        count = max(1, round((room + 3) / 8))
        dash = f"{number((room - 3 * (count - 1)) / count)} 3"
        canvas.path(
            draw("M", x + STRIP / 2 + 0.5, y + radius, "V", y + height - radius), stroke=colour,
            stroke_width=STRIP - 1, dash=dash,
        )  # fmt: skip
        return
    # The corners follow those of the card: as much of their arc as the strip is wide.
    drop = radius - (radius * radius - (radius - min(STRIP, radius)) ** 2) ** 0.5
    canvas.path(
        draw("M", x + STRIP, y + drop, "A", radius, radius, 0, 0, 0, x, y + radius,
             "V", y + height - radius, "A", radius, radius, 0, 0, 0, x + STRIP, y + height - drop,
             "Z"),
        fill=colour,
    )  # fmt: skip
