"""The lane of feelings: curves, faces, numbers and words, placed so that none covers another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cjm.layout.canvas import Canvas, Setting, draw, set_text
from cjm.layout.curve import Position, area_path, curve_path, sampled
from cjm.layout.faces import RADIUS, draw_face
from cjm.layout.grid import Grid
from cjm.layout.labels import Box, Surroundings
from cjm.layout.measure import line_height, text_width
from cjm.layout.scene import Fade
from cjm.layout.theme import LABELS, SMALL, Theme
from cjm.sheet.sheet import Cell, Curve, Line, Point, StageSpan, Words

LEVEL = 34.0
"""Height of one level of feeling."""

MARGIN = 8.0
SWATCH = 18.0
AWAY = RADIUS + 3.5
"""From the middle of a face to the label above or below it."""


@dataclass(frozen=True)
class _Face:
    """A point of one of the lines, where it is drawn; y from the zero line."""

    x: float
    y: float
    line: int
    point: Point


@dataclass(frozen=True)
class _Tag:
    """A label with its place; y from the zero line."""

    box: Box
    settings: tuple[Setting, ...]
    is_crossed: bool = False


@dataclass
class FeelingLane:
    """The lane of feelings, decided but for its place on the sheet; y from its zero line.

    Attributes:
        words: Cells of words that stand below the curve.
        top: The highest of all, below 0.
        foot: The lowest of all.
    """

    curve: Curve
    stages: Sequence[StageSpan]
    grid: Grid
    theme: Theme
    faces: list[_Face] = field(default_factory=list)
    tags: list[_Tag] = field(default_factory=list)
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
        for tag in self.tags:
            if tag.is_crossed:
                canvas.rect(tag.box.left, tag.box.top + zero, tag.box.right - tag.box.left,
                            tag.box.foot - tag.box.top, self._ground(tag.box), radius=4,
                            opacity=0.85)  # fmt: skip
        for face in reversed(self.faces):
            ring = self.theme.sheet if face.line == 0 else self.theme.line(face.line)
            draw_face(canvas, face.x, face.y + zero, face.point.level, self.theme,
                      is_hollow=face.point.is_assumed, ring=ring)  # fmt: skip
        for tag in self.tags:
            _draw_tag(canvas, tag, zero)
        return y + self.height

    def _ground(self, box: Box) -> str:
        """Return the tint behind a label."""
        middle = (box.left + box.right) / 2
        for stage in self.stages:
            if middle < self.grid.edges[stage.end]:
                return self.theme.tint(stage.colour)
        return self.theme.sheet

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
            left, right = self.grid.edges[point.start], self.grid.edges[point.end]
            y = zero - point.level * LEVEL
            canvas.rect(left + 7, y - 2.5, right - left - 14, 5, self.theme.level(point.level),
                        radius=2.5, opacity=0.45)  # fmt: skip

    def _draw_lines(self, canvas: Canvas, zero: float) -> None:
        if self.curve.expectation is not None:
            for strand in _strands(self.curve.expectation, self.grid):
                canvas.path(curve_path(_moved(strand, zero)), stroke=self.theme.expectation,
                            stroke_width=1.5, dash=DASH)  # fmt: skip
        for number, line in reversed(list(enumerate(self.curve.lines))):
            for index, strand in enumerate(_strands(line, self.grid)):
                width = (2.5 if number == 0 else 2.0) - (0.7 if index else 0.0)
                canvas.path(curve_path(_moved(strand, zero)), stroke=self.theme.line(number),
                            stroke_width=width, is_round=True)  # fmt: skip


DASH = "5 4"


def feeling_lane(
    curve: Curve, stages: Sequence[StageSpan], grid: Grid, theme: Theme
) -> FeelingLane:
    """Decide where everything of `curve` stands."""
    lane = FeelingLane(curve, stages, grid, theme)
    lane.faces = list(_faces(curve, grid))
    traces = [
        position
        for line in (*curve.lines, *((curve.expectation,) if curve.expectation else ()))
        for strand in _strands(line, grid)
        for position in sampled(strand)
    ]
    around = Surroundings(traces, [_box_of(face) for face in lane.faces])
    for face, others in _with_others(lane.faces):
        _label(lane, face, others, around)
    for point in curve.stages:
        _label_stage(lane, point, around)
    _name_expectation(lane, around)
    for word in curve.words:
        lane.words.append(_word_cell(lane, word.text, word.line, word.start, word.end))
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


def _moved(positions: Sequence[Position], zero: float) -> list[Position]:
    return [(x, y + zero) for x, y in positions]


def _faces(curve: Curve, grid: Grid) -> Iterator[_Face]:
    """Yield a face for each feeling, once; where two are the same, the second stands aside."""
    seen: set[tuple[object, ...]] = set()
    taken: set[tuple[float, float]] = set()
    for number, line in enumerate(curve.lines):
        for point in line.points:
            if point.route and point.route in seen:
                continue
            seen.add(point.route)
            x, y = grid.middle(point.at), -point.level * LEVEL
            while (x, y) in taken:
                x += 2 * RADIUS + 3
            taken.add((x, y))
            yield _Face(x, y, number, point)


def _box_of(face: _Face) -> Box:
    reach = RADIUS + 1.5
    return Box(face.x - reach, face.y - reach, face.x + reach, face.y + reach)


def _with_others(faces: Sequence[_Face]) -> Iterator[tuple[_Face, list[_Face]]]:
    """Yield each face with all that stand at the same place of the journey, topmost first."""
    by_place: dict[float, list[_Face]] = {}
    for face in faces:
        by_place.setdefault(face.point.at, []).append(face)
    for group in by_place.values():
        group.sort(key=lambda face: (face.y, face.line))
    for face in faces:
        yield face, by_place[face.point.at]


def _label(lane: FeelingLane, face: _Face, group: Sequence[_Face], around: Surroundings) -> None:
    """Place the number and the word of a face; what finds no room goes below the curve."""
    point, theme = face.point, lane.theme
    room = _room(lane, face)
    number = set_text(point.number, room, SMALL, theme.ink, bold=True)
    forms: list[tuple[Setting, ...]] = [(number,)]
    if point.label and _longest(point.label) <= room:
        word = set_text(
            point.label, room, SMALL, theme.quiet, language=point.language, balance=True
        )
        forms.insert(0, (number, word))
    placed = _place(lane, face, group, forms, around)
    if placed < 2 and (point.label or not placed):
        rest = point.label if placed else f"{point.number} {point.label}".strip()
        lane.words.append(_word_cell(lane, rest, face.line, point.start, point.end))


def _label_stage(lane: FeelingLane, point: Point, around: Surroundings) -> None:
    """Name the feeling of a whole stage above or below its bar, or else below the curve."""
    grid = lane.grid
    left, right = grid.edges[point.start] + 7, grid.edges[point.end] - 7
    said = f"{point.number} {point.label}".strip()
    text = set_text(said, right - left, SMALL, lane.theme.ink)
    width = text_width(said, SMALL)
    y = -point.level * LEVEL
    boxes = [
        Box(x, top, x + width, top + text.height)
        for x in (left, right - width, (left + right - width) / 2)
        for top in (y - 5 - text.height, y + 5)
    ]
    box = around.best(boxes) if len(text.lines) == 1 else None
    if box is not None:
        lane.tags.append(_Tag(box, (text,), around.is_crossed(box)))
    else:
        lane.words.append(_word_cell(lane, said, 0, point.start, point.end))


def _longest(text: str) -> float:
    return max((text_width(word, SMALL) for word in text.split()), default=0.0)


def _place(
    lane: FeelingLane,
    face: _Face,
    group: Sequence[_Face],
    forms: Sequence[tuple[Setting, ...]],
    around: Surroundings,
) -> int:
    """Place the first of `forms` that finds room, and return how many texts it has."""
    for settings in forms:
        box = around.best(_candidates(face, group, settings))
        if box is not None:
            lane.tags.append(_Tag(box, settings, around.is_crossed(box)))
            return len(settings)
    return 0


def _room(lane: FeelingLane, face: _Face) -> float:
    """Return how wide a label may be without reaching the middle between it and its neighbours."""
    x = lane.grid.middle(face.point.at)
    xs = {lane.grid.middle(other.point.at) for other in lane.faces}
    left = max((other for other in xs if other < x), default=None)
    right = min((other for other in xs if other > x), default=None)
    edges = (2 * (x - lane.grid.left), 2 * (lane.grid.right - x))
    return min(
        x - left if left is not None else edges[0],
        right - x if right is not None else edges[1],
        *edges,
        150.0,
    ) - 6  # fmt: skip


def _candidates(
    face: _Face, group: Sequence[_Face], settings: tuple[Setting, ...]
) -> Iterator[Box]:
    """Yield places for a label, the best first: away from the other faces of its column."""
    width = max(text_width(line, setting.size, setting.bold)
                for setting in settings for line in setting.lines)  # fmt: skip
    height = sum(setting.height for setting in settings)
    left, right = face.x - width / 2, face.x + width / 2
    above = Box(left, face.y - AWAY - height, right, face.y - AWAY)
    below = Box(left, face.y + AWAY - 1, right, face.y + AWAY - 1 + height)
    if len(group) == 1:
        yield from (above, below) if face.point.level > 0 else (below, above)
    elif face is group[0]:
        yield above
    elif face is group[-1]:
        yield below
    else:
        beside = face.x + AWAY + width
        yield Box(face.x + AWAY, face.y - height / 2, beside, face.y + height / 2)


def _name_expectation(lane: FeelingLane, around: Surroundings) -> None:
    """Write what the dashed curve is beside it, where there is room."""
    line = lane.curve.expectation
    if line is None or not line.points:
        return
    text = set_text(line.name, 150, SMALL, lane.theme.quiet, italic=True)
    if len(text.lines) != 1:
        return
    width = text_width(text.lines[0], SMALL)
    boxes: list[Box] = []
    for strand in _strands(line, lane.grid):
        for x, y in sampled(strand, 4):
            left = x - width / 2
            if left > lane.grid.left and left + width < lane.grid.right:
                boxes.append(Box(left, y - 3 - text.height, left + width, y - 3))
                boxes.append(Box(left, y + 3, left + width, y + 3 + text.height))
    found = around.best(boxes)
    if found is not None and not around.is_crossed(found):
        lane.tags.append(_Tag(found, (text,)))


def _word_cell(lane: FeelingLane, text: str, line: int, start: int, end: int) -> Cell:
    name = lane.curve.lines[line].name if len(lane.curve.lines) > 1 else ""
    return Cell(start, end, (Words("", f"{name}: {text}" if name else text),))


def _draw_tag(canvas: Canvas, tag: _Tag, zero: float) -> None:
    y = tag.box.top + zero
    middle = (tag.box.left + tag.box.right) / 2
    for setting in tag.settings:
        y = canvas.text(setting, middle, y, anchor="middle")
