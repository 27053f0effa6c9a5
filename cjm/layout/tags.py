"""The labels of the curve: numbers and words beside their faces, and below where there is no room.

Positions are px; y is counted from the zero line, down.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from cjm.layout.canvas import Setting, set_text
from cjm.layout.curve import Position
from cjm.layout.faces import RADIUS
from cjm.layout.grid import Grid
from cjm.layout.labels import Box, Surroundings
from cjm.layout.measure import text_width
from cjm.layout.points import Face, level_of
from cjm.layout.theme import SMALL, Theme
from cjm.sheet.sheet import Cell, Curve, Gain, Point, Words

AWAY = RADIUS + 3.5
"""From the middle of a face to the label above or below it."""

GAIN_AWAY = 9.0
"""From the middle of a bar to its number."""

SIGN = 10.0
"""What the triangle before the number of a gain or a loss takes."""

WIDEST = 150.0

FURTHEST = 16.0
"""How much further from its face a label may go to be clear of the curves."""

NEAR = 4.0
"""Between the name of a line and what stands beside it."""

CLEAR = 2.0
"""Between such a label and the curve."""


class Tag(NamedTuple):
    """A label in its place, and the lines whose it is; none where it is everyone's.

    `gained` is how much a step gained or lost, where the label tells that.
    """

    box: Box
    settings: tuple[Setting, ...]
    lines: tuple[int, ...] = ()
    gained: float = 0.0


class Tagger:
    """Places the labels of one curve, one after the other.

    Attributes:
        tags: Those that have a place beside the curve.
        below: Cells of those that have none.
    """

    def __init__(
        self,
        curve: Curve,
        faces: Sequence[Face],
        grid: Grid,
        theme: Theme,
        around: Surroundings,
    ) -> None:
        self.tags: list[Tag] = []
        self.below: list[Cell] = []
        self._curve = curve
        self._faces = faces
        self._grid = grid
        self._theme = theme
        self._around = around
        self._xs = sorted({grid.middle(face.point.at) for face in faces})

    def tag_faces(self) -> None:
        """Place the number and the word of each face; what finds no room goes below the curve."""
        groups: dict[float, list[Face]] = {}
        for face in self._faces:
            groups.setdefault(face.point.at, []).append(face)
        for group in groups.values():
            group.sort(key=lambda face: (face.y, face.line))
        for face in self._faces:
            self._tag_face(face, groups[face.point.at])

    def tag_stages(self) -> None:
        """Name the feelings of whole stages above or below their bars."""
        for point in self._curve.stages:
            if not point.number:
                continue
            left, right = self._sides(point)
            said = f"{point.number} {point.label}".strip()
            text = set_text(said, right - left, SMALL, self._theme.ink, language=point.language)
            width = max((text_width(line, SMALL) for line in text.lines), default=0.0)
            y = -point.level * level_of(self._curve)
            boxes = (
                Box(x, top, x + width, top + text.height)
                for part in (0, 1, 0.5, 0.25, 0.75)
                for x in (left + part * (right - left - width),)
                for top in (y - 5 - text.height, y + 5)
            )
            if not self._place(boxes, (text,)):
                self.write_below(said, 0, point.start, point.end)

    def _sides(self, point: Point) -> tuple[float, float]:
        """Return the ends of the bar of a stage's feeling."""
        start, end = self._grid.within(point.start, point.end)
        return self._grid.edge(start) + 7, self._grid.edge(end) - 7

    def tag_line(
        self, name: str, positions: Iterable[Position], fill: str, lines: tuple[int, ...] = ()
    ) -> None:
        """Write the name of a line beside it, where that covers nothing at all."""
        text = set_text(name, WIDEST, SMALL, fill, italic=True)
        if len(text.lines) != 1:
            return
        width = text_width(text.lines[0], SMALL, italic=text.italic) + 2 * NEAR
        boxes = (
            Box(x - width / 2, top, x + width / 2, top + text.height)
            for x, y in positions
            for top in (y - 3 - text.height, y + 3)
            if self._grid.left < x - width / 2 and x + width / 2 < self._grid.right
        )
        self._place(boxes, (text,), lines)

    def tag_gain(self, gain: Gain, x: float, y: float) -> None:
        """Write what a step gained beside its bar, or where there is room near it."""
        text = set_text(gain.number, WIDEST, SMALL, self._theme.ink, bold=True)
        width = max((text_width(line, SMALL, True) for line in text.lines), default=0.0) + SIGN
        boxes = (
            Box(left, middle - text.height / 2, left + width, middle + text.height / 2)
            for drop in (0, 10, -10, 20, -20, 32, -32)
            for middle in (y + drop,)
            for left in (x + GAIN_AWAY, x - GAIN_AWAY - width)
            if self._grid.left < left and left + width < self._grid.right
        )
        if self._place(boxes, (text,)):
            self.tags[-1] = self.tags[-1]._replace(gained=gain.after - gain.before)

    def write_below(self, text: str, line: int, start: int, end: int) -> None:
        """Put words below the curve, with the name of their line where there are several."""
        lines = self._curve.lines
        name, personas = (lines[line].name, lines[line].personas) if len(lines) > 1 else ("", ())
        words = Words("", f"{name}: {text}" if name else text, personas=personas)
        self.below.append(Cell(start, end, (words,)))

    def _tag_face(self, face: Face, group: Sequence[Face]) -> None:
        point, room = face.point, self._room(face)
        number = set_text(point.number, room, SMALL, self._theme.ink, bold=True)
        if point.label and _longest_word(point.label) <= room:
            word = set_text(
                point.label,
                room,
                SMALL,
                self._theme.soft_ink,
                language=point.language,
                balance=True,
            )
            if self._place(
                self._candidates(face, group, (number, word)), (number, word), face.lines
            ):
                return
        if self._place(self._candidates(face, group, (number,)), (number,), face.lines):
            rest = point.label
        else:
            rest = f"{point.number} {point.label}".strip()
        if rest:
            self.write_below(rest, face.line, point.start, point.end)

    def _place(
        self, boxes: Iterable[Box], settings: tuple[Setting, ...], lines: tuple[int, ...] = ()
    ) -> bool:
        """Put a label into the first of `boxes` that is free, and return whether one was."""
        box = self._around.place(boxes)
        if box is None:
            return False
        self.tags.append(Tag(box, settings, lines))
        return True

    def _room(self, face: Face) -> float:
        """Return how wide a label may be without passing the middle between it and its neighbours."""
        x = self._grid.middle(face.point.at)
        before, after = bisect_left(self._xs, x), bisect_right(self._xs, x)
        edges = (2 * (x - self._grid.left), 2 * (self._grid.right - x))
        left = x - self._xs[before - 1] if before else edges[0]
        right = self._xs[after] - x if after < len(self._xs) else edges[1]
        return min(left, right, *edges, WIDEST) - 6

    def _candidates(
        self, face: Face, group: Sequence[Face], settings: tuple[Setting, ...]
    ) -> Iterator[Box]:
        """Yield places for a label, the best first: away from the other faces of its column."""
        width = max(text_width(line, setting.size, setting.bold)
                    for setting in settings for line in setting.lines)  # fmt: skip
        height = sum(setting.height for setting in settings)
        sides = ["above", "below"] if face.point.level > 0 else ["below", "above"]
        if len(group) > 1:
            sides = ["above"] * (face is group[0]) + ["below"] * (face is group[-1])
        middle = self._kept(face.x - width / 2, width)
        for side in sides:
            yield self._box(middle, face, side, width, height)
        if len(settings) == 1:
            for left in (face.x + AWAY, face.x - AWAY - width):
                if left == self._kept(left, width):
                    top = face.y - height / 2
                    yield Box(left, top, left + width, top + height)
        lefts = (self._kept(face.x - part * width, width) for part in (0.78, 0.22))
        for side, left in product(sides, (middle, *lefts)):
            yield self._clear_box(left, face, side, width, height)

    def _kept(self, left: float, width: float) -> float:
        """Return `left` as near as a label of that width stays within the lane."""
        return min(max(self._grid.left + 2, left), self._grid.right - 2 - width)

    def _box(self, left: float, face: Face, side: str, width: float, height: float) -> Box:
        top = face.y - AWAY - height if side == "above" else face.y + AWAY - 1
        return Box(left, top, left + width, top + height)

    def _clear_box(self, left: float, face: Face, side: str, width: float, height: float) -> Box:
        """Return a place so far from the face, within limits, that no curve runs through it."""
        near = self._box(left, face, side, width, height)
        reaches = [*self._around.reaches(near.left, near.right)]
        if side == "above":
            highest = min((top for top, _ in reaches), default=near.foot) - CLEAR
            foot = max(min(near.foot, highest), near.foot - FURTHEST)
            return Box(near.left, foot - height, near.right, foot)
        lowest = max((foot for _, foot in reaches), default=near.top) + CLEAR
        top = min(max(near.top, lowest), near.top + FURTHEST)
        return Box(near.left, top, near.right, top + height)


def _longest_word(text: str) -> float:
    return max((text_width(word, SMALL) for word in text.split()), default=0.0)
