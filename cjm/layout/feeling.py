"""The lane of feelings: curves, faces, numbers and words, placed so that none covers another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from cjm.layout.before import Earlier, earlier_of
from cjm.layout.canvas import Canvas, Setting, draw, set_text
from cjm.layout.curve import DASHES, Position, Trace, area_path, bends, curve_path, stretch
from cjm.layout.faces import RADIUS, draw_face
from cjm.layout.grid import Grid
from cjm.layout.labels import Box, Surroundings
from cjm.layout.line_marks import Mark, draw_mark, marks_on
from cjm.layout.measure import line_height
from cjm.layout.pieces import turn_sign
from cjm.layout.points import Face, faces_of, level_of
from cjm.layout.scene import Fade
from cjm.layout.strands import Strand, expected_strands, felt_strands, stage_bars
from cjm.layout.tags import SIGN, Tag, Tagger
from cjm.layout.theme import LABELS, SMALL, Theme
from cjm.sheet.sheet import Cell, Curve

MARGIN = 8.0
SWATCH = 18.0

UNGROUPED = nullcontext()
"""What is everyone's stands in no group."""


@dataclass
class FeelingLane:
    """The lane of feelings, decided but for its place on the sheet; y from its zero line.

    Attributes:
        felt: The strands of each line.
        expected: The strands of the expectation.
        bars: Across the stages that have a feeling as a whole.
        earlier: The curves of earlier states, of a comparison.
        marks: On the lines of personas.
        gaps: Where the main line stays below what was expected: x, from y, to y.
        words: Cells of words that stand below the curve.
        top: The highest of all, below 0.
        foot: The lowest of all.
    """

    curve: Curve
    grid: Grid
    theme: Theme
    faces: Sequence[Face]
    felt: Sequence[Sequence[Strand]]
    expected: Sequence[Strand]
    bars: Sequence[Strand]
    earlier: Earlier
    marks: list[Mark] = field(default_factory=list)
    gaps: list[tuple[float, float, float]] = field(default_factory=list)
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
        return bool(self.faces or self.curve.expectation or self.curve.stages or self.curve.before)

    @property
    def _keys(self) -> list[tuple[str, int, str]]:
        """Colour, number and name of each line that needs to be told from another; −1: expected."""
        keys = [
            (self.theme.line(number), number, line.name)
            for number, line in enumerate(self.curve.lines)
            if line.name and line.points
        ]
        if self.curve.expectation is not None:
            keys.append((self.theme.expectation, -1, self.curve.expectation.name))
        keys += [
            (self.theme.earlier(number), -1 - number, line.name)
            for number, line in enumerate(self.curve.before)
        ]
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
        for (colour, number, _), text in zip(self._keys, self._key_texts(), strict=True):
            middle = y + line_height(SMALL) / 2
            canvas.path(draw("M", x, middle, "h", SWATCH), stroke=colour,
                        stroke_width=WIDTHS[max(-1, min(number, 1))],
                        dash=DASHES[min(-1 - number, len(DASHES) - 1)] if number < 0 else "")  # fmt: skip
            if number > 0:
                draw_mark(canvas, x + SWATCH / 2, middle, number)
            y = canvas.text(text, x + SWATCH + 5, y)

    def draw(self, canvas: Canvas, y: float) -> float:
        """Draw the curve from the top `y` down, and return where it ends."""
        if not self._has_curve:
            return y
        zero = y - self.top
        for left, right in self._zero_line():
            canvas.path(draw("M", left, zero, "H", right), stroke=self.theme.zero,
                        stroke_width=1, dash="1.5 4")  # fmt: skip
        with self._now(canvas):
            self._draw_area(canvas, zero)
            self._draw_stages(canvas, zero)
        self.earlier.draw(canvas, zero)
        with self._now(canvas):
            self._draw_curve(canvas, zero)
        for tag in self.tags:
            with (
                canvas.within("gain") if tag.gained else self._now(canvas),
                self._of(canvas, tag.lines),
            ):
                _draw_tag(canvas, tag, zero)
        return y + self.height

    def _draw_curve(self, canvas: Canvas, zero: float) -> None:
        """Draw the lines with their marks and faces, and where they stay below what was expected."""
        for x, top, foot in self.gaps:
            with self._of(canvas, (0,)):
                canvas.path(draw("M", x, zero + top, "V", zero + foot), stroke=self.theme.bad,
                            stroke_width=1.5, dash="0.1 4", is_round=True)  # fmt: skip
        self._draw_lines(canvas, zero)
        for mark in self.marks:
            with self._of(canvas, (mark.line,)):
                draw_mark(canvas, mark.x, mark.y + zero, mark.line)
        for face in reversed(self.faces):
            with self._of(canvas, face.lines):
                self._draw_face(canvas, face, zero)

    def _now(self, canvas: Canvas) -> AbstractContextManager[None]:
        """Group what belongs to the new state of a comparison."""
        is_change = self.curve.before or self.curve.gains
        return canvas.within("after") if is_change else UNGROUPED

    def _of(self, canvas: Canvas, lines: Collection[int]) -> AbstractContextManager[None]:
        """Group what belongs to some of several lines, so that a page may let others step back."""
        if 0 < len(lines) < len(self.curve.lines):
            return canvas.within(" ".join(["line", *(f"cjm-line-{it}" for it in sorted(lines))]))
        return UNGROUPED

    def _draw_face(self, canvas: Canvas, face: Face, zero: float) -> None:
        ring = self.theme.sheet if face.line == 0 else self.theme.line(face.line)
        draw_face(canvas, face.x, face.y + zero, face.point.level, self.theme,
                  is_hollow=face.point.is_assumed, ring=ring)  # fmt: skip

    def _zero_line(self) -> Iterator[tuple[float, float]]:
        """Yield the pieces of the zero line; it runs through no word."""
        left = self.grid.left
        boxes = (tag.box for tag in self.tags if tag.box.top < 1 and tag.box.foot > -1)
        for box in sorted(boxes, key=lambda box: box.left):
            if box.left - 3 > left:
                yield left, box.left - 3
            left = max(left, box.right + 3)
        if left < self.grid.right:
            yield left, self.grid.right

    def _draw_area(self, canvas: Canvas, zero: float) -> None:
        level = level_of(self.curve)
        for strand in self.felt[0][:1] if self.felt else ():
            shown = stretch(bends(_moved(strand, zero)), self.grid.left, self.grid.right)
            name = f"feeling-{len(canvas.fades) + 1}" if canvas.fades else "feeling"
            canvas.fades[name] = Fade(
                name, round(zero - 2 * level, 2), round(zero, 2), round(zero + 2 * level, 2),
                self.theme.good, self.theme.bad,
            )  # fmt: skip
            with self._of(canvas, (0,)):
                canvas.path(area_path(shown, zero), fill=name)

    def _draw_stages(self, canvas: Canvas, zero: float) -> None:
        for point, ((left, y), (right, _)) in zip(self.curve.stages, self.bars, strict=True):
            canvas.rect(left, zero + y - 2.5, right - left, 5, self.theme.level(point.level),
                        radius=2.5, opacity=0.45)  # fmt: skip

    def _draw_lines(self, canvas: Canvas, zero: float) -> None:
        for strand in self.expected:
            self._draw_strand(canvas, _moved(strand, zero), self.theme.expectation, 1.5, DASH)
        for number, strands in reversed(list(enumerate(self.felt))):
            for index, strand in enumerate(strands):
                width = WIDTHS[min(number, 1)] - (0.7 if index else 0.0)
                with self._of(canvas, (number,)):
                    self._draw_strand(canvas, _moved(strand, zero), self.theme.line(number), width)

    def _draw_strand(
        self, canvas: Canvas, points: Sequence[Position], stroke: str, width: float, dash: str = ""
    ) -> None:
        """Draw a line, faint where it comes from another band or runs on to one."""
        left, right = self.grid.left, self.grid.right
        here = [x for x, _ in points if left <= x <= right]
        first = min(here, default=right)
        last = max(here, default=right)
        curve = bends(points)
        for start, end, opacity in ((left, first, FAINT), (first, last, 1.0), (last, right, FAINT)):
            shown = stretch(curve, start, end) if start < end else []
            if shown:
                canvas.path(curve_path(shown), stroke=stroke, stroke_width=width, dash=dash,
                            is_round=not dash, opacity=opacity)  # fmt: skip


FAINT = 0.4
"""Opacity of a line where it comes from another band or runs on to one."""

DASH = "5 4"

WIDTHS = {-1: 1.5, 0: 2.5, 1: 2.0}
"""Of an expectation, the main line, the others."""


def feeling_lane(curve: Curve, grid: Grid, theme: Theme) -> FeelingLane:
    """Decide where everything of `curve` stands."""
    lane = FeelingLane(
        curve, grid, theme, faces_of(curve, grid), felt_strands(curve, grid),
        expected_strands(curve, grid), stage_bars(curve, grid), earlier_of(curve, grid),
    )  # fmt: skip
    expected = [*map(Trace, lane.expected)]
    bars = [*map(Trace, lane.bars)]
    traces = [Trace(strand) for strands in lane.felt for strand in strands]
    past = lane.earlier.traces
    boxes_of_faces = [*(face.box for face in lane.faces), *lane.earlier.boxes]
    around = Surroundings((*traces, *expected, *bars, *past), boxes_of_faces)
    for number, strands in enumerate(lane.felt):
        for strand in strands[:1]:
            lane.marks += marks_on(number, strand, grid, around)
    tagger = Tagger(curve, lane.faces, grid, theme, around)
    tagger.tag_faces()
    tagger.tag_stages()
    if curve.expectation is not None:
        tagger.tag_line(curve.expectation.name, _along(expected), theme.quiet)
    for number, line in enumerate(curve.lines if len(curve.lines) > 1 else ()):
        ends = [*_along([Trace(strand) for strand in lane.felt[number][:1]])][::-1]
        tagger.tag_line(line.name, ends, theme.line(number), (number,))
    for word in curve.words:
        tagger.write_below(word.text, word.line, word.start, word.end)
    for gain, x, y in lane.earlier.gains:
        tagger.tag_gain(gain, x, y)
    lane.tags, lane.words = tagger.tags, tagger.below
    lane.gaps = list(_gaps(lane.faces, expected, around))
    boxes = [tag.box for tag in lane.tags]
    least = 2 * level_of(curve) + RADIUS
    lane.top = min([-least, *(box.top for box in boxes)]) - MARGIN
    lane.foot = max([least, *(box.foot for box in boxes)]) + MARGIN
    return lane


LEAST_GAP = 25.0
"""Between an expectation and what was felt, where the gap is shown."""


def _gaps(
    faces: Sequence[Face], expected: Sequence[Trace], around: Surroundings
) -> Iterator[tuple[float, float, float]]:
    """Yield lines from the faces of the main curve up to what was expected, clear of all else."""
    following = iter(sorted(expected, key=lambda trace: trace.left))
    trace = next(following, None)
    for face in sorted(faces, key=lambda face: face.x):
        while trace is not None and trace.right < face.x - 1:
            trace = next(following, None)
        if trace is None or face.line or face.x < trace.left - 1:
            continue
        top = trace.y(min(max(face.x, trace.left), trace.right)) + 2
        foot = face.box.top - 2
        if foot - top > LEAST_GAP - RADIUS and around.is_clear(
            Box(face.x - 2, top, face.x + 2, foot)
        ):
            yield face.x, top, foot


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
    left = tag.box.left
    if tag.gained:
        turn_sign(canvas, left + 4, y + line_height(SMALL) / 2, is_good=tag.gained > 0)
        left += SIGN
    middle = (left + tag.box.right) / 2
    for setting in tag.settings:
        y = canvas.text(setting, middle, y, anchor="middle")
