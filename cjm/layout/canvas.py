"""Collects the shapes of a scene, rounding every number; text is set line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
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
    lines = wrap(text, width, size, bold, italic, balance=balance)
    return Setting(lines, width, size, fill, bold, italic, language)


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
        self.shapes.append(Path(d, fill, stroke, stroke_width, dash, is_round, opacity, middle))

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
        if not setting.lines:
            return y
        top = y
        step, first = line_height(setting.size), baseline(setting.size)
        turned = direction("".join(setting.lines)) == "rtl"
        if turned and anchor != "middle" and not self.turns:
            x, anchor = (x + setting.width if anchor == "start" else x), "start"
        for line in setting.lines:
            if line:
                text = guarded(line) if turned else line
                self.shapes.append(_line(setting, text, x, top + first, anchor, turned))
            top += step
        return top

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


def _line(
    setting: Setting, text: str, x: float, y: float, anchor: str, is_right_to_left: bool
) -> Label:
    _, width, size, fill, bold, italic, language, struck = setting
    return _label((
        _px(x), _px(y), text, size, fill, _px(width), bold, italic, anchor, is_right_to_left, language,
        _px(kept_width(text, size, width, bold, italic)), struck,
    ))  # fmt: skip


# Most shapes are labels; to make one by its fields' names takes three times as long.
_label = partial(tuple.__new__, Label)


def draw(*parts: float | str) -> str:
    """Return a path's notation from letters and numbers."""
    return " ".join([part if isinstance(part, str) else number(part) for part in parts])


# What stands in a row or a column shares its numbers, so most have been written before; a map of
# thousands of steps has tens of thousands of them.
@lru_cache(maxsize=262144)
def number(value: float) -> str:
    """Return `value` with at most two decimals, as short as it can be written."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=262144)
def _px(value: float) -> float:
    return round(value, 2)
