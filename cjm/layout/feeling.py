"""The lane of feelings: curves, faces, numbers and words, placed so that none covers another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cjm.layout.canvas import Canvas, Setting, draw, set_text
from cjm.layout.curve import Position, Trace, area_path, curve_path
from cjm.layout.faces import RADIUS, draw_face
from cjm.layout.grid import Grid
from cjm.layout.measure import line_height
from cjm.layout.scene import Fade
from cjm.layout.tags import LEVEL, Face, Tag, Tagger, faces_of
from cjm.layout.theme import LABELS, SMALL, Theme
from cjm.sheet.sheet import Cell, Curve, Line, Point

MARGIN = 8.0
SWATCH = 18.0


@dataclass
class FeelingLane:
    """The lane of feelings, decided but for its place on the sheet; y from its zero line.

    Attributes:
        words: Cells of words that stand below the curve.
        top: The highest of all, below 0.
        foot: The lowest of all.
    """

    curve: Curve
    grid: Grid
    theme: Theme
    faces: tuple[Face, ...] = ()
    tags: list[Tag] = field(default_factory=list)
    words: list[Cell] = field(default_factory=list)
    top: float = 0.0
    foot: float = 0.0

    @property
    def height(self) -> float:
        """Height of the curve with its labels; 0 where there are words only."""
        return self.foot - self.top if self._has_curve else 0.0

    @property
    def _has_curve(self) -> bool:
        return bool(self.faces or self.curve.expectation or self.curve.stages)

    @property
    def _keys(self) -> list[tuple[str, str, str]]:
        """Colour, dash and name of each line that needs to be told from another."""
        keys = [
            (self.theme.line(number), "", line.name)
            for number, line in enumerate(self.curve.lines)
            if line.name and line.points
        ]
        if self.curve.expectation is not None:
            keys.append((self.theme.expectation, DASH, self.curve.expectation.name))
        return keys

    def _key_texts(self) -> list[Setting]:
        room = LABELS - 24 - SWATCH - 5
        return [set_text(name, room, SMALL, self.theme.quiet) for _, _, name in self._keys]

    @property
    def key_height(self) -> float:
        """Height of the key to the lines."""
        return sum(text.height for text in self._key_texts()) + 3

    def draw_key(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the key to the lines, below the title of the lane."""
        for (colour, dash, _), text in zip(self._keys, self._key_texts(), strict=True):
            middle = y + line_height(SMALL) / 2
            canvas.path(draw("M", x, middle, "h", SWATCH), stroke=colour,
                        stroke_width=1.5 if dash else 2.5, dash=dash)  # fmt: skip
            y = canvas.text(text, x + SWATCH + 5, y)

    def draw(self, canvas: Canvas, y: float) -> float:
        """Draw the curve from the top `y` down, and return where it ends."""
        if not self._has_curve:
            return y
        zero = y - self.top
        grid = self.grid
        canvas.path(draw("M", grid.left, zero, "H", grid.right), stroke=self.theme.zero,
                    stroke_width=1, dash="1.5 4")  # fmt: skip
        self._draw_area(canvas, zero)
        self._draw_stages(canvas, zero)
        self._draw_lines(canvas, zero)
        for face in reversed(self.faces):
            ring = self.theme.sheet if face.line == 0 else self.theme.line(face.line)
            draw_face(canvas, face.x, face.y + zero, face.point.level, self.theme,
                      is_hollow=face.point.is_assumed, ring=ring)  # fmt: skip
        for tag in self.tags:
            _draw_tag(canvas, tag, zero)
        return y + self.height

    def _draw_area(self, canvas: Canvas, zero: float) -> None:
        for strand in _strands(self.curve.lines[0], self.grid) if self.curve.lines else ():
            name = "feeling"
            canvas.fades[name] = Fade(
                name, round(zero - 2 * LEVEL, 2), round(zero, 2), round(zero + 2 * LEVEL, 2),
                self.theme.good, self.theme.bad,
            )  # fmt: skip
            canvas.path(area_path(_moved(strand, zero), zero), fill=name)
            break

    def _draw_stages(self, canvas: Canvas, zero: float) -> None:
        for point in self.curve.stages:
            (left, y), (right, _) = _bar(point, self.grid)
            canvas.rect(left, zero + y - 2.5, right - left, 5, self.theme.level(point.level),
                        radius=2.5, opacity=0.45)  # fmt: skip

    def _draw_lines(self, canvas: Canvas, zero: float) -> None:
        for strand in _expected_strands(self.curve, self.grid):
            canvas.path(curve_path(_moved(strand, zero)), stroke=self.theme.expectation,
                        stroke_width=1.5, dash=DASH)  # fmt: skip
        for number, line in reversed(list(enumerate(self.curve.lines))):
            for index, strand in enumerate(_strands(line, self.grid)):
                width = (2.5 if number == 0 else 2.0) - (0.7 if index else 0.0)
                canvas.path(curve_path(_moved(strand, zero)), stroke=self.theme.line(number),
                            stroke_width=width, is_round=True)  # fmt: skip


DASH = "5 4"

ASIDE = 22.0
"""From the edges of its columns to the ends of an expectation that stands alone."""


def feeling_lane(curve: Curve, grid: Grid, theme: Theme) -> FeelingLane:
    """Decide where everything of `curve` stands."""
    lane = FeelingLane(curve, grid, theme, tuple(faces_of(curve, grid)))
    expected = [Trace(strand) for strand in _expected_strands(curve, grid)]
    felt = [Trace(strand) for line in curve.lines for strand in _strands(line, grid)]
    bars = [Trace(_bar(point, grid)) for point in curve.stages]
    tagger = Tagger(curve, lane.faces, grid, theme, (*felt, *expected, *bars))
    tagger.tag_faces()
    tagger.tag_stages()
    if curve.expectation is not None:
        tagger.tag_line(curve.expectation.name, _along(expected))
    for word in curve.words:
        tagger.write_below(word.text, word.line, word.start, word.end)
    lane.tags, lane.words = tagger.tags, tagger.below
    boxes = [tag.box for tag in lane.tags]
    least = 2 * LEVEL + RADIUS
    lane.top = min([-least, *(box.top for box in boxes)]) - MARGIN
    lane.foot = max([least, *(box.foot for box in boxes)]) + MARGIN
    return lane


def _strands(line: Line, grid: Grid) -> Iterator[list[Position]]:
    """Yield the positions of each strand that is a line; y from the zero line."""
    for strand in line.strands or (tuple(range(len(line.points))),):
        if len(strand) > 1:
            yield [
                (grid.middle(line.points[index].at), -line.points[index].level * LEVEL)
                for index in strand
            ]


def _expected_strands(curve: Curve, grid: Grid) -> Iterator[list[Position]]:
    """Yield the strands of the expectation; one that stands alone is a level mark in its columns."""
    if curve.expectation is None:
        return
    yield from _strands(curve.expectation, grid)
    for strand in curve.expectation.strands:
        if len(strand) == 1:
            yield _bar(curve.expectation.points[strand[0]], grid, ASIDE)


def _bar(point: Point, grid: Grid, aside: float = 7.0) -> list[Position]:
    """Return a level line across the columns of a point, `aside` from their edges."""
    y = -point.level * LEVEL
    return [(grid.edges[point.start] + aside, y), (grid.edges[point.end] - aside, y)]


def _along(traces: Sequence[Trace], apart: float = 24.0) -> Iterator[Position]:
    """Yield positions along curves, from the left."""
    for trace in sorted(traces, key=lambda trace: trace.left):
        for step in range(int((trace.right - trace.left) / apart) + 1):
            x = trace.left + step * apart
            yield x, trace.y(x)


def _moved(positions: Sequence[Position], zero: float) -> list[Position]:
    return [(x, y + zero) for x, y in positions]


def _draw_tag(canvas: Canvas, tag: Tag, zero: float) -> None:
    y = tag.box.top + zero
    middle = (tag.box.left + tag.box.right) / 2
    for setting in tag.settings:
        y = canvas.text(setting, middle, y, anchor="middle")
