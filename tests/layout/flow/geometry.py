"""Reads a drawn flow: its cards, pills, labels and lines; and says what runs into what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from cjm.layout.labels import Box
from cjm.layout.measure import ASCENT, DESCENT, text_width
from cjm.layout.scene import Circle, GroupEnd, GroupStart, Label, Path, Rect, Scene
from tests.layout.grounds import absolute

Spot = tuple[float, float]


@dataclass
class Drawn:
    """What a scene of a flow shows.

    Attributes:
        things: Cards, pills, chips and marks: role → boxes.
        texts: Box, text, and the number of the thing that it stands in.
        lines: Points of each line, with its width.
    """

    things: list[tuple[str, Box]] = field(default_factory=list)
    texts: list[tuple[Box, str, int]] = field(default_factory=list)
    lines: list[tuple[list[Spot], float]] = field(default_factory=list)


def drawn(scene: Scene) -> Drawn:
    """Read the rows of a flow; its header and footer are passed over."""
    found = Drawn()
    roles: list[str] = []
    held: list[Box] = []
    for shape in scene.shapes:
        match shape:
            case GroupStart():
                roles.append(shape.role)
                held = [] if shape.role in THINGS else held
            case GroupEnd():
                role = roles.pop()
                if role in THINGS and "lane" in roles:
                    found.things.append((role, _around(held)))
            case _ if "lane" not in roles:
                continue
            case Label():
                number = len(found.things) if roles[-1] in THINGS else -1
                found.texts.append((_text_box(shape), shape.text, number))
            case Path() if roles[-1] == "line" and shape.stroke_width:
                found.lines.append((points_of(shape.d), shape.stroke_width))
            case Rect() | Circle() | Path() if roles[-1] in THINGS:
                held += [box for box in (_box(shape),) if box is not None]
    return found


THINGS = frozenset({"card", "pill", "chip", "mark"})


def faults(scene: Scene) -> list[str]:
    """Return what runs into what, a sentence each; none in a flow that is drawn well."""
    seen = drawn(scene)
    return [
        *_overlaps(seen), *_texts_apart(seen), *_crossings(seen), *_leaving(scene, seen),
    ]  # fmt: skip


def _overlaps(seen: Drawn) -> Iterator[str]:
    for (kind, one), (other, two) in combinations(seen.things, 2):
        if _shrunk(one, 0.5).overlaps(two):
            yield f"a {kind} covers a {other} at {one}, {two}"


def _texts_apart(seen: Drawn) -> Iterator[str]:
    for (one, text, _), (two, other, _) in combinations(seen.texts, 2):
        if _shrunk(one, 0.6).overlaps(_shrunk(two, 0.6)):
            yield f"text on text: {text!r} on {other!r}"
    for box, text, number in seen.texts:
        for at, (kind, thing) in enumerate(seen.things):
            if at != number and _shrunk(box, 0.6).overlaps(thing):
                yield f"text {text!r} on a {kind}"


def _crossings(seen: Drawn) -> Iterator[str]:
    through = [0] * len(seen.things)
    for points, width in seen.lines:
        for at, (kind, box) in enumerate(seen.things):
            inner = _shrunk(box, 1.0) if kind != "chip" else _grown(box, min(0, 1 - width / 2))
            if any(_inside(inner, spot) for spot in points):
                through[at] += 1
                if kind != "chip":
                    yield f"a line runs through a {kind} at {box}"
        for box, text, number in seen.texts:
            free = number < 0 or seen.things[number][0] == "pill"
            if free and any(_inside(box, spot) for spot in points):
                yield f"a line runs through the words {text!r}"
    for count, (kind, box) in zip(through, seen.things, strict=True):
        if kind == "chip" and count > 1:
            yield f"{count} lines run through the label at {box}"


def _leaving(scene: Scene, seen: Drawn) -> Iterator[str]:
    for box in (*(box for _, box in seen.things), *(box for box, _, _ in seen.texts)):
        if box.left < 24 or box.right > scene.width - 24 or box.foot > scene.height - 24:
            yield f"something leaves the sheet at {box}"
    for points, _ in seen.lines:
        if any(not 24 <= x <= scene.width - 24 for x, _ in points):
            yield f"a line leaves the sheet at {points[0]}"


def _inside(box: Box, spot: Spot) -> bool:
    return box.left < spot[0] < box.right and box.top < spot[1] < box.foot


def _shrunk(box: Box, by: float) -> Box:
    return Box(box.left + by, box.top + by, box.right - by, box.foot - by)


def _grown(box: Box, by: float) -> Box:
    return _shrunk(box, -by)


def _around(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes), min(box.top for box in boxes),
        max(box.right for box in boxes), max(box.foot for box in boxes),
    )  # fmt: skip


def _box(shape: Rect | Circle | Path) -> Box | None:
    if isinstance(shape, Rect):  # what glows or casts a shadow takes no room
        if shape.opacity < 1 or shape.radius > 10:
            return None
        return Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    if isinstance(shape, Circle):
        reach = shape.radius + shape.stroke_width / 2
        return Box(shape.x - reach, shape.y - reach, shape.x + reach, shape.y + reach)
    spots = points_of(shape.d)
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _text_box(label: Label) -> Box:
    width = text_width(label.text, label.size, label.bold, label.italic)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    if label.is_right_to_left and label.anchor == "start":
        left = label.x - width
    return Box(left, label.y - ASCENT * label.size, left + width, label.y + DESCENT * label.size)


_TOKEN = re.compile(r"[A-Za-z]|-?\d+\.?\d*")


def points_of(d: str) -> list[Spot]:
    """Return points along a path, a few px apart; arcs as their chords."""
    tokens = _TOKEN.findall(d)
    spots: list[Spot] = []
    at, command, x, y, first = 0, "", 0.0, 0.0, (0.0, 0.0)
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
            if command == "Z":
                spots += _straight((x, y), first)
                continue
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7}[command.upper()]
        numbers = absolute(command, [float(token) for token in tokens[at : at + count]], x, y)
        at += count
        if command in "Mm":
            x, y = numbers
            first = (x, y)
            spots.append(first)
            command = "L" if command == "M" else "l"
            continue
        kind = command.upper()
        end = {"H": (numbers[0], y), "V": (x, numbers[0])}.get(kind, (numbers[-2] if count > 1 else x, numbers[-1]))  # fmt: skip
        if kind in "CQ":
            controls = [(numbers[i], numbers[i + 1]) for i in range(0, count - 2, 2)]
            spots += _bent((x, y), controls, end)
        else:
            spots += _straight((x, y), end)
        x, y = end
    return spots


def _straight(start: Spot, end: Spot) -> list[Spot]:
    count = max(1, int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / 2))
    return [
        (start[0] + (end[0] - start[0]) * k / count, start[1] + (end[1] - start[1]) * k / count)
        for k in range(1, count + 1)
    ]


def _bent(start: Spot, controls: list[Spot], end: Spot) -> list[Spot]:
    spots: list[Spot] = []
    for k in range(1, 41):
        layer = [start, *controls, end]
        while len(layer) > 1:
            layer = [
                (a[0] + (b[0] - a[0]) * k / 40, a[1] + (b[1] - a[1]) * k / 40)
                for a, b in pairwise(layer)
            ]
        spots.append(layer[0])
    return spots
