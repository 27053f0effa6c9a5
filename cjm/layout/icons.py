"""Icons of channels and signs of evidence: line drawings of cjm's own, on a square of 16 by 16.

A drawing is written as a path. Beside the letters of SVG there are `O x y radius`, a circle, and
`R x y width height radius`, a rectangle with round corners; letters are upper case throughout.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from cjm.layout.canvas import Canvas, number

SIDE = 16.0

CHANNELS: Mapping[str, str] = {
    "phone": "M5.1 2.1 L3.2 2.6 C2.4 2.8 2 3.5 2.1 4.3 C2.7 9.3 6.7 13.3 11.7 13.9 C12.5 14 13.2 13.6"
    " 13.4 12.8 L13.9 10.9 L10.7 9.2 L9.2 10.7 C7.6 9.9 6.1 8.4 5.3 6.8 L6.8 5.3 Z",
    "app": "R4.5 1.5 7 13 1.7 M7.2 12.2 H8.8",
    "web": "R1.5 2.5 13 11 1.7 M1.5 6 H14.5 M3.9 4.3 H4.1 M6 4.3 H6.2",
    "email": "R1.5 3 13 10 1.7 M2.2 4.3 L8 9 L13.8 4.3",
    "message": "M3.2 2.5 H12.8 C13.8 2.5 14.5 3.2 14.5 4.2 V9.3 C14.5 10.3 13.8 11 12.8 11 H8.2"
    " L4.9 13.8 V11 H3.2 C2.2 11 1.5 10.3 1.5 9.3 V4.2 C1.5 3.2 2.2 2.5 3.2 2.5 Z M4.8 5.5 H11.2"
    " M4.8 8 H8.8",
    "video": "R1.5 4 9 8 1.7 M10.5 7.4 L14.5 4.8 V11.2 L10.5 8.6",
    "social": "O4 8 2.1 O12 3.9 2.1 O12 12.1 2.1 M5.9 7 L10.1 4.9 M5.9 9 L10.1 11.1",
    "store": "M2.6 8 V13.5 H13.4 V8 M1.5 5.8 L3 2.5 H13 L14.5 5.8 C14.5 8.4 11.25 8.4 11.25 5.8"
    " C11.25 8.4 8 8.4 8 5.8 C8 8.4 4.75 8.4 4.75 5.8 C4.75 8.4 1.5 8.4 1.5 5.8 Z"
    " M6.4 13.5 V10.4 H9.6 V13.5",
    "counter": "O8 3.8 2.2 M4.2 9.8 C4.2 8 5.8 7.5 8 7.5 C10.2 7.5 11.8 8 11.8 9.8 M1.5 9.9 H14.5"
    " M3 9.9 V14 H13 V9.9",
    "kiosk": "R3.5 1.5 9 7.3 1.4 M6 4.2 H10 M8 6.4 H10 M8 8.8 V14.3 M5 14.3 H11",
    "post": "M2 4.9 L8 1.8 L14 4.9 V11.3 L8 14.3 L2 11.3 Z M2 4.9 L8 7.9 L14 4.9 M8 7.9 V14.3"
    " M5 3.4 L11 6.4",
    "vehicle": "M2.6 11.6 H1.5 V3.8 H9.5 V11.6 H6.2 M9.5 6.3 H12.1 L14.5 9 V11.6 H13.4 M9.8 11.6 H9.5"
    " O4.4 12 1.7 O11.6 12 1.7",
    "poster": "R1.5 2 13 8.3 1.4 M4.5 10.3 V14.3 M11.5 10.3 V14.3 M4.3 4.9 H11.7 M4.3 7.4 H8.5",
    "tv": "R1.5 4.6 13 8.6 1.7 M5 1.7 L8 4.6 L11 1.7 M5 14.8 H11",
    "document": "M3.4 1.5 H9.4 L12.6 4.7 V14.5 H3.4 Z M9.2 1.7 V4.9 H12.4 M5.9 8 H10.1 M5.9 10.8 H10.1",
    "event": "R2 2.9 12 11.3 1.6 M2 6.4 H14 M5.2 1.4 V4.2 M10.8 1.4 V4.2 M5.2 9.2 H5.4 M7.9 9.2 H8.1"
    " M10.6 9.2 H10.8 M5.2 11.7 H5.4 M7.9 11.7 H8.1",
    "sensor": "O8 8 1.5 M5.2 10.8 C3.7 9.3 3.7 6.7 5.2 5.2 M10.8 5.2 C12.3 6.7 12.3 9.3 10.8 10.8"
    " M3 13 C0.3 10.2 0.3 5.8 3 3 M13 3 C15.7 5.8 15.7 10.2 13 13",
    "network": "M2.5 13.8 V11.2 M6.2 13.8 V8.6 M9.8 13.8 V5.6 M13.5 13.8 V2.4",
    "digital": "R1.5 2.4 13 8.8 1.6 M8 11.2 V13.8 M4.8 13.8 H11.2",
    "physical": "M8 14.5 C4.6 10.8 3 8.7 3 6.4 C3 3.6 5.2 1.5 8 1.5 C10.8 1.5 13 3.6 13 6.4"
    " C13 8.7 11.4 10.8 8 14.5 Z O8 6.4 1.9",
    "human": "O8 4.8 2.9 M2.7 14.2 C2.7 11.2 4.9 9.9 8 9.9 C11.1 9.9 13.3 11.2 13.3 14.2",
    "third-party": "M7 3 H4.2 C3.2 3 2.5 3.7 2.5 4.7 V11.8 C2.5 12.8 3.2 13.5 4.2 13.5 H11.3"
    " C12.3 13.5 13 12.8 13 11.8 V9 M9.6 2.4 H13.6 V6.4 M13.4 2.6 L7.6 8.4",
}
"""Name of an icon → its drawing."""

SIGNS: Mapping[str, str] = {
    "measured": "M2 13.8 H14 M4.4 13.8 V9.6 M8 13.8 V5.8 M11.6 13.8 V2.2",
    "observed": "M1.4 8 C3.2 4.9 5.4 3.4 8 3.4 C10.6 3.4 12.8 4.9 14.6 8 C12.8 11.1 10.6 12.6 8 12.6"
    " C5.4 12.6 3.2 11.1 1.4 8 Z O8 8 2.2",
    "reported": "M3.2 2.5 H12.8 C13.8 2.5 14.5 3.2 14.5 4.2 V9.3 C14.5 10.3 13.8 11 12.8 11 H8.2"
    " L4.9 13.8 V11 H3.2 C2.2 11 1.5 10.3 1.5 9.3 V4.2 C1.5 3.2 2.2 2.5 3.2 2.5 Z M5.3 5.4 V7.6"
    " M8 5.4 V7.6 M10.7 5.4 V7.6",
    "external": CHANNELS["third-party"],
    "internal": "M1.8 7.8 L8 2.2 L14.2 7.8 M3.6 6.4 V13.8 H12.4 V6.4 M6.6 13.8 V10 H9.4 V13.8",
    "assumed": "M5.2 5.6 C5.2 1.8 10.9 1.9 10.9 5.5 C10.9 7.9 8 7.7 8 10.2 M8 13.2 V13.4",
    "tick": "M4.5 8.3 L7 10.8 L11.5 5.8",
    "quote": "M4.7 1.2 C1.9 2.2 0.4 4.3 0.4 6.7 C0.4 8.2 1.3 9.1 2.5 9.1 C3.7 9.1 4.6 8.2 4.6 7.1"
    " C4.6 6 3.8 5.2 2.7 5.2 C2.6 5.2 2.4 5.2 2.3 5.3 C2.5 3.9 3.5 2.7 5.1 1.9 Z M10.2 1.2"
    " C7.4 2.2 5.9 4.3 5.9 6.7 C5.9 8.2 6.8 9.1 8 9.1 C9.2 9.1 10.1 8.2 10.1 7.1 C10.1 6 9.3 5.2"
    " 8.2 5.2 C8.1 5.2 7.9 5.2 7.8 5.3 C8 3.9 9 2.7 10.6 1.9 Z",
    "missing": "M6.3 2.2 C7.4 1.9 8.6 1.9 9.7 2.2 M11.5 3.1 C12.4 3.8 13.1 4.7 13.5 5.7"
    " M14 7.7 C14.1 8.8 13.8 9.9 13.3 10.9 M12 12.5 C11.2 13.2 10.1 13.7 9 13.9"
    " M7 13.9 C5.9 13.7 4.8 13.2 4 12.5 M2.7 10.9 C2.2 9.9 1.9 8.8 2 7.7"
    " M2.5 5.7 C2.9 4.7 3.6 3.8 4.5 3.1",
}
"""Basis of evidence → its sign; and those of what is there, what is said, what is missing."""

_ALL = {**CHANNELS, **SIGNS}


def draw_icon(canvas: Canvas, name: str, x: float, y: float, size: float, colour: str) -> None:
    """Draw an icon with its top left corner at `x`, `y`."""
    canvas.path(icon_path(name, x, y, size), stroke=colour, stroke_width=1.1, is_round=True)


def icon_path(name: str, x: float = 0, y: float = 0, size: float = SIDE) -> str:
    """Return the path of an icon in SVG's notation; all but where it begins is relative."""
    left, top, rest = _relative(name, size / SIDE)
    return f"M {number(x + left)} {number(y + top)} {rest}"


@functools.cache
def _relative(name: str, scale: float) -> tuple[float, float, str]:
    """Return where a drawing begins, and all the rest of it, which is the same wherever it stands."""
    (_, first), *others = _parsed(name)
    at = start = (round(first[0] * scale, 2), round(first[1] * scale, 2))
    parts: list[str] = []
    for letter, values in others:
        if letter == "Z":
            parts.append("Z")
            at = start
            continue
        moved = [
            (round(value * scale - at[axis], 2), axis)
            for value, axis in zip(values, _axes(letter, len(values)), strict=True)
        ]
        parts += [letter.lower(), *(number(each) for each, _ in moved)]
        # From where the pen has come to with rounded numbers, so that no error adds up.
        ends = {axis: at[axis] + each for each, axis in moved[-2:]}
        at = (ends.get(0, at[0]), ends.get(1, at[1]))
        start = at if letter == "M" else start
    return first[0] * scale, first[1] * scale, " ".join(parts)


def _axes(letter: str, count: int) -> tuple[int, ...]:
    """Return for each number whether it is an x (0) or a y (1)."""
    if letter in "HV":
        return (int(letter == "V"),) * count
    return (0, 1) * (count // 2)


@functools.cache
def _parsed(name: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    return tuple(part for each in _written(_ALL[name]) for part in _spelt_out(*each))


def _written(drawing: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the letters of a drawing with their numbers."""
    for letter in "MLHVCZOR":
        drawing = drawing.replace(letter, f" {letter} ")
    words = drawing.split()
    starts = [at for at, word in enumerate(words) if word.isalpha()]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        yield words[start], tuple(map(float, words[start + 1 : end]))


_ROUND = 0.5523
"""How far the handles of a quarter of a circle stand out, in radii."""


def _spelt_out(letter: str, v: tuple[float, ...]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield circles and rectangles as lines and curves, all else as it is."""
    if letter == "O":
        x, y, r = v
        yield from _spelt_out("R", (x - r, y - r, 2 * r, 2 * r, r))
    elif letter == "R":
        x, y, width, height, r = v
        right, foot, k = x + width, y + height, r * (1 - _ROUND)
        yield "M", (x + r, y)
        yield "H", (right - r,)
        yield "C", (right - k, y, right, y + k, right, y + r)
        yield "V", (foot - r,)
        yield "C", (right, foot - k, right - k, foot, right - r, foot)
        yield "H", (x + r,)
        yield "C", (x + k, foot, x, foot - k, x, foot - r)
        yield "V", (y + r,)
        yield "C", (x, y + k, x + k, y, x + r, y)
        yield "Z", ()
    else:
        yield letter, v
