"""A picture with every number decided: a flat list of shapes.

Lengths are px, x to the right, y down; numbers are rounded to two decimals. A `fill` or `stroke` is
a colour, `"none"`, or the name of one of the scene's hatches or fades.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Rect(NamedTuple):
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0
    stroke: str = "none"
    stroke_width: float = 0
    opacity: float = 1


class Circle(NamedTuple):
    """A circle around `x`, `y`."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str = "none"
    stroke_width: float = 0


class Path(NamedTuple):
    """A path in SVG's own notation; `dash` in the notation of `stroke-dasharray`.

    A path with a `middle` (an x) is moved, not turned, where a picture runs from right to left.
    """

    d: str
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0
    dash: str = ""
    is_round: bool = False
    opacity: float = 1
    middle: float | None = None


class Label(NamedTuple):
    """One line of text.

    Attributes:
        x: Left end, middle or right end, as `anchor` says; the right end where it is right to left.
        y: Baseline.
        room: The width it may take.
        language: Tag, where it is not the scene's.
        length: The width that it keeps in whatever font a reader has; 0 where it may be wider.
        struck: Whether a line runs through it.
    """

    x: float
    y: float
    text: str
    size: float
    fill: str
    room: float
    bold: bool = False
    italic: bool = False
    anchor: str = "start"
    is_right_to_left: bool = False
    language: str = ""
    length: float = 0
    struck: bool = False


class GroupStart(NamedTuple):
    """What follows belongs together, up to the matching `GroupEnd`.

    Attributes:
        role: What it is: `header`, `lane` or `footer`.
        name: Id of the lane.
    """

    role: str
    name: str = ""


class GroupEnd(NamedTuple):
    """Ends the group begun last."""


class Image(NamedTuple):
    """A picture that somebody put into the map, its corners rounded by `radius`.

    Attributes:
        href: A `data:` URI of cjm's own making.
        alt: What it shows, or `""`.
        language: Tag of the language of `alt`, where it is not the scene's.
    """

    x: float
    y: float
    width: float
    height: float
    href: str
    alt: str = ""
    radius: float = 0
    language: str = ""


Shape: TypeAlias = Rect | Circle | Path | Label | Image | GroupStart | GroupEnd


class Hatch(NamedTuple):
    """Slanting stripes, as a fill."""

    name: str
    ground: str
    stripe: str


class Fade(NamedTuple):
    """The fill of the areas between a curve and its zero line, from `top` to `foot`, split at `zero`."""

    name: str
    top: float
    zero: float
    foot: float
    above: str
    below: str


class Scene(NamedTuple):
    """A picture.

    Attributes:
        id: Of the journey; ids in the picture begin with it.
        title: What the picture is called.
        description: What it shows, for those who cannot see it.
        background: Of the page.
        hatches: Fills that shapes name.
        fades: Fills that shapes name.
        shapes: From back to front.
    """

    id: str
    language: str
    title: str
    description: str
    width: float
    height: float
    background: str
    fonts: str
    hatches: tuple[Hatch, ...]
    fades: tuple[Fade, ...]
    shapes: tuple[Shape, ...]
