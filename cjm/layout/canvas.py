"""Collects the shapes of a scene, rounding every number; text is set line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import NamedTuple

from cjm.images import Bitmap
from cjm.layout.direction import direction, guarded
from cjm.layout.linebreak import wrap
from cjm.layout.measure import baseline, kept_width, line_height, text_width
from cjm.layout.scene import (
    Circle,
    Fade,
    GroupEnd,
    GroupStart,
    Hatch,
    Image,
    Label,
    Path,
    Rect,
    Shape,
)
from cjm.layout.slant import may_slant
from cjm.layout.theme import LIGHT, Theme


class Setting(NamedTuple):
    """A text broken into lines.

    Attributes:
        lines: None wider than `width`.
        width: The room it was given.
        size: Of the font.
        fill: Colour.
        struck: Whether a line runs through it.
    """

    lines: Sequence[str]
    width: float
    size: float
    fill: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    struck: bool = False

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * line_height(self.size)


_FIRST_CJK = "\u2e80"


def set_text(
    text: str, width: float, size: float, fill: str, *, bold: bool = False, italic: bool = False,
    balance: bool = False, language: str = "",
) -> Setting:  # fmt: skip
    """Break `text` into lines of at most `width` px.

    Lines without blanks between words (Chinese, Japanese) are balanced: they may break anywhere, and
    would often leave a single character on the last. Scripts that have no italics stand upright.
    """
    if not text:
        return Setting((), width, size, fill, bold, italic, language)
    italic = italic and may_slant(text)
    balance = balance or (not text.isascii() and max(text) >= _FIRST_CJK)
    lines = wrap(text, width, size, bold, italic, balance)
    return _setting((lines, width, size, fill, bold, italic, language, False))


def set_parts(parts: Sequence[str], width: float, size: float, fill: str) -> Setting:
    """Set short words with dots between them; where a line ends there is no dot."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]} · {part}" if lines else part
        if lines and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.extend(wrap(part, width, size))
    return Setting(lines, width, size, fill)


def set_details(text: str, width: float, size: float, fill: str) -> Setting:
    """Set quiet words with dots between them: "Xu Jing · East"; where a line ends there is no dot."""
    return set_parts(text.split(" · "), width, size, fill)


@dataclass
class Canvas:
    """A scene in the making.

    Attributes:
        turns: Whether it will be mirrored; what runs from right to left is not moved aside then.
    """

    theme: Theme = LIGHT
    shapes: list[Shape] = field(default_factory=list)
    hatches: dict[str, Hatch] = field(default_factory=dict)
    fades: dict[str, Fade] = field(default_factory=dict)
    turns: bool = False

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0,
        stroke: str = "none", stroke_width: float = 0, opacity: float = 1,
    ) -> None:  # fmt: skip
        """Add a rectangle."""
        self.shapes.append(
            Rect(
                _px(x), _px(y), _px(width), _px(height), fill, radius, stroke, stroke_width, opacity
            )
        )

    def circle(
        self, x: float, y: float, radius: float, fill: str, stroke: str = "none",
        stroke_width: float = 0,
    ) -> None:  # fmt: skip
        """Add a circle."""
        self.shapes.append(Circle(_px(x), _px(y), radius, fill, stroke, stroke_width))

    def path(
        self, d: str, *, fill: str = "none", stroke: str = "none", stroke_width: float = 0,
        dash: str = "", is_round: bool = False, opacity: float = 1, middle: float | None = None,
    ) -> None:  # fmt: skip
        """Add a path; see `draw` for its notation."""
        self.shapes.append(_path((d, fill, stroke, stroke_width, dash, is_round, opacity, middle)))

    def image(
        self, picture: Bitmap, x: float, y: float, width: float, height: float, *, alt: str = "",
        radius: float = 0, language: str = "",
    ) -> None:  # fmt: skip
        """Add a picture; what does not fit the shape of its box is cut off."""
        href = picture.href(width, height)
        self.shapes.append(
            Image(_px(x), _px(y), _px(width), _px(height), href, alt, radius, language)
        )

    def rule(self, x: float, y: float, width: float, stroke: str, stroke_width: float = 1) -> None:
        """Add a horizontal line."""
        self.path(draw("M", x, y, "h", width), stroke=stroke, stroke_width=stroke_width)

    def text(self, setting: Setting, x: float, y: float, anchor: str = "start") -> float:
        """Set lines from the top `y` down, and return where they end.

        `x` is the left end of the room, or its middle or right end where `anchor` says so.
        """
        lines, width, size, fill, bold, italic, language, struck = setting
        if not lines:
            return y
        step, base = line_height(size), y + baseline(size)
        turned = not all(map(str.isascii, lines)) and direction("".join(lines)) == "rtl"
        if turned and anchor != "middle" and not self.turns:
            x, anchor = (x + width if anchor == "start" else x), "start"
        left, room = _px(x), _px(width)
        for line in lines:
            if line:
                text = guarded(line) if turned else line
                kept = _px(kept_width(text, size, width, bold, italic))
                self.shapes.append(_label((
                    left, _px(base), text, size, fill, room, bold, italic, anchor, turned, language,
                    kept, struck,
                )))  # fmt: skip
            base += step
        return y + len(lines) * step

    def hatch(self, kind: str) -> str:
        """Return the name of the hatched fill of a kind of note."""
        name = f"hatch-{kind}"
        if name not in self.hatches:
            colours = self.theme.note(kind)
            self.hatches[name] = Hatch(name, colours.ground, colours.stripe)
        return name

    def start(self, role: str, name: str = "") -> None:
        """Begin a group."""
        self.shapes.append(GroupStart(role, name))

    def end(self) -> None:
        """End the group begun last."""
        self.shapes.append(GroupEnd())

    @contextmanager
    def within(self, role: str) -> Iterator[None]:
        """Group what is drawn meanwhile."""
        self.start(role)
        yield
        self.end()


# A map has thousands of these; to make one by its fields' names takes three times as long.
_setting = partial(tuple.__new__, Setting)
_label = partial(tuple.__new__, Label)
_path = partial(tuple.__new__, Path)


def draw(*parts: float | str) -> str:
    """Return a path's notation from letters and numbers."""
    return " ".join(map(_part, parts))


@cache
def discs(radius: float, count: int = 1, apart: float = 0) -> str:
    """Return circles in a row, as what follows the right end of the first in a path.

    A map has hundreds: as one shape they take less to make and to write.

    Args:
        radius: Of each, in px.
        count: How many.
        apart: From the middle of one to that of the next.
    """
    half = draw(radius, radius, 0, 1, 1)
    disc = draw("a", half, -2 * radius, 0, half, 2 * radius, 0, "Z")
    return draw("", "m", apart, 0, "").join([disc] * count)


# What stands in a row or a column shares its numbers, so most have been written before; a map of
# thousands of steps has tens of thousands of them.
@lru_cache(maxsize=262144)
def number(value: float) -> str:
    """Return `value` with at most two decimals, as short as it can be written."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=262144)
def _part(part: float | str) -> str:
    return part if isinstance(part, str) else number(part)


@lru_cache(maxsize=262144)
def _px(value: float) -> float:
    return round(value, 2)
