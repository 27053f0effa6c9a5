"""Turns a picture to run from right to left: everything changes sides, and texts stay readable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from cjm.layout.canvas import draw
from cjm.layout.direction import guarded, has_right_to_left
from cjm.layout.scene import Circle, GroupEnd, GroupStart, Image, Label, Path, Rect, Shape


def mirrored(shapes: Iterable[Shape], width: float) -> Iterator[Shape]:
    """Yield `shapes` of a canvas that `turns`, as a mirror shows them, but for texts and images."""
    for shape in shapes:
        match shape:
            case Rect() | Image():
                yield shape._replace(x=_px(width - shape.x - shape.width))
            case Circle():
                yield shape._replace(x=_px(width - shape.x))
            case Path():
                # Turned around its own middle first, it stands as it was: a tick stays a tick.
                d = shape.d if shape.middle is None else mirrored_path(shape.d, 2 * shape.middle)
                middle = None if shape.middle is None else _px(width - shape.middle)
                yield shape._replace(d=mirrored_path(d, width), middle=middle)
            case Label():
                yield _label(shape, width)
            case GroupStart() | GroupEnd():
                yield shape
            case _:
                assert_never(shape)


_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")

_SIDES = {"M": "x-", "L": "x-", "T": "x-", "H": "x", "V": "-", "C": "x-x-x-", "S": "x-x-",
          "Q": "x-x-", "A": "--t-sx-", "Z": ""}  # fmt: skip
"""Command of a path → what its numbers are: an x, an angle (t), the sense of an arc (s), others.

Source: SVG 1.1 §8.3.
"""


def mirrored_path(d: str, width: float) -> str:
    """Return the data of a path as a mirror shows it."""
    parts: list[float | str] = []
    sides, at, command = "", 0, ""
    for token in _TOKEN.findall(d):
        if token[0].isalpha():
            parts.append(token)
            command, sides, at = token, _SIDES[token.upper()], 0
        else:
            side = sides[at % len(sides)]
            parts.append(_turned(side, float(token), 0 if command.islower() else width))
            at += 1
    return draw(*parts)


def _turned(side: str, value: float, width: float) -> float:
    if side == "x":
        return width - value
    if side == "t":
        return -value
    return 1 - value if side == "s" else value


def _label(label: Label, width: float) -> Label:
    """Return a text at the other side; it begins at the right, whatever its script.

    One in the map's language runs from right to left even where it begins with a foreign word.
    """
    is_turned = label.is_right_to_left or (not label.language and has_right_to_left(label.text))
    x = _px(width - label.x)
    if is_turned:
        text = guarded(label.text).replace("→", "←")
        return label._replace(x=x, text=text, is_right_to_left=True)
    return label._replace(x=x, text=_pointing_left(label.text), anchor=_OTHER[label.anchor])


_OTHER = {"start": "end", "middle": "middle", "end": "start"}

_ARROW = "→ "


def _pointing_left(text: str) -> str:
    """Return a number with an arrow before it as it stands at the left of another."""
    if text == _ARROW.rstrip():
        return "←"
    return f"{text.removeprefix(_ARROW)} ←" if text.startswith(_ARROW) else text


def _px(value: float) -> float:
    return round(value, 2)
