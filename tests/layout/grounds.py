"""What stands behind the words of a scene: its shapes put over each other, as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cjm.layout.contrast import LARGE, LARGE_BOLD_FROM, LARGE_FROM, WORDS, contrast
from cjm.layout.measure import text_width
from cjm.layout.own_theme import mixed
from cjm.layout.scene import Circle, Fade, Hatch, Label, Path, Rect, Scene
from cjm.layout.theme import Theme

Point = tuple[float, float]


@dataclass(frozen=True)
class Weak:
    """A text that does not stand out enough from what is behind it."""

    text: str
    ink: str
    ground: str
    ratio: float


def weak_words(scene: Scene, theme: Theme) -> list[Weak]:
    """Return the texts of `scene` that do not reach what WCAG 2.2 asks for (1.4.3)."""
    return [
        Weak(label.text, label.fill, ground, round(contrast(label.fill, ground), 2))
        for label, grounds in words_on(scene, theme)
        for ground in grounds
        if contrast(label.fill, ground) < needed(label)
    ]


def needed(label: Label) -> float:
    """Return the contrast that a text needs."""
    large = label.size >= (LARGE_BOLD_FROM if label.bold else LARGE_FROM)
    return LARGE if large else WORDS


def words_on(scene: Scene, theme: Theme) -> Iterator[tuple[Label, set[str]]]:
    """Yield each text with the colours behind its two ends and its middle."""
    hatches = {each.name: each for each in scene.hatches}
    fades = {each.name: each for each in scene.fades}
    drawn: list[_Drawn] = []
    for shape in scene.shapes:
        if isinstance(shape, Label):
            grounds: set[str] = set()
            for point in _points(shape):
                grounds |= _behind(point, drawn, scene.background, hatches, fades, theme.shade)
            yield shape, grounds
        elif isinstance(shape, Rect | Circle | Path) and shape.fill != "none":
            drawn.append(_Drawn(shape))


class _Drawn:
    """A filled shape, with the box around it."""

    def __init__(self, shape: Rect | Circle | Path) -> None:
        self.shape = shape
        self.fill = shape.fill
        self.opacity = 1.0 if isinstance(shape, Circle) else shape.opacity
        self.outline = outline(shape.d) if isinstance(shape, Path) else []
        self.box = self._box()

    def _box(self) -> tuple[float, float, float, float]:
        shape = self.shape
        if isinstance(shape, Rect):
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        if isinstance(shape, Circle):
            radius = shape.radius
            return shape.x - radius, shape.y - radius, shape.x + radius, shape.y + radius
        xs, ys = zip(*self.outline, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def covers(self, point: Point) -> bool:
        (x, y), (left, top, right, foot) = point, self.box
        if not (left <= x <= right and top <= y <= foot):
            return False
        if isinstance(self.shape, Circle):
            return (x - self.shape.x) ** 2 + (y - self.shape.y) ** 2 <= self.shape.radius**2
        return not self.outline or inside(point, self.outline)


def _behind(
    point: Point, drawn: list[_Drawn], page: str, hatches: dict[str, Hatch],
    fades: dict[str, Fade], shade: float,
) -> set[str]:  # fmt: skip
    found = {page}
    for each in drawn:
        if not each.covers(point):
            continue
        if each.fill in hatches:
            found = {hatches[each.fill].ground, hatches[each.fill].stripe}
        elif each.fill in fades:
            colour, share = _faded(fades[each.fill], point[1], shade)
            found = {mixed(colour, below, share) for below in found}
        else:
            found = {mixed(each.fill, below, each.opacity) for below in found}
    return found


def _faded(fade: Fade, y: float, shade: float) -> tuple[str, float]:
    """Return the colour of a fade at `y`, and how much of it there is; see map.svg.j2."""
    reach = fade.zero - fade.top if y < fade.zero else fade.foot - fade.zero
    share = min(abs(y - fade.zero) / reach, 1)
    return (fade.above if y < fade.zero else fade.below), 0.04 + (shade - 0.04) * share


def _points(label: Label) -> list[Point]:
    width = text_width(label.text, label.size, label.bold, label.italic)
    # From right to left, a text starts at its right end.
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    left = label.x - width * (1 - share if label.is_right_to_left else share)
    y = label.y - 0.35 * label.size
    return [(left + 1, y), (left + width / 2, y), (left + width - 1, y)]


_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7}


def outline(d: str) -> list[Point]:
    """Return a path as a polygon, curves in 8 pieces; arcs by their ends."""
    tokens = _TOKEN.findall(d)
    points: list[Point] = []
    x = y = 0.0
    command, at = "M", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
            if command in "Zz":
                continue
        count = _COUNT[command.upper()]
        given = absolute(command, [float(each) for each in tokens[at : at + count]], x, y)
        at += count
        kind = command.upper()
        if kind in "HV":
            x, y = (given[0], y) if kind == "H" else (x, given[0])
            points.append((x, y))
        else:
            points += _curve((x, y), given) if kind in "QC" else [(given[-2], given[-1])]
            x, y = given[-2:]
    return points


def absolute(command: str, given: list[float], x: float, y: float) -> list[float]:
    """Return the numbers of a command as those of its capital; `x`, `y` is where the pen stands."""
    if command.isupper():
        return given
    return [value + _origin(command, index, x, y) for index, value in enumerate(given)]


def _origin(command: str, index: int, x: float, y: float) -> float:
    if command == "a":
        return (x, y)[index - 5] if index > 4 else 0
    return y if command == "v" or index % 2 else x


def _curve(start: Point, given: list[float]) -> list[Point]:
    controls = [start, *zip(given[::2], given[1::2], strict=True)]
    return [_bezier(controls, step / 8) for step in range(1, 9)]


def _bezier(points: list[Point], share: float) -> Point:
    while len(points) > 1:
        points = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in pairwise(points)
        ]
    return points[0]


def inside(point: Point, polygon: list[Point]) -> bool:
    """Whether a polygon holds a point (crossing number)."""
    x, y = point
    held = False
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            held = not held
    return held
