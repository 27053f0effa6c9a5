"""The shapes of a scene as SVG elements; a text of a map comes in by `escaped` and no other way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from cjm.layout.canvas import number
from cjm.layout.measure import kept_width
from cjm.layout.scene import Circle, GroupEnd, GroupStart, Image, Label, Path, Rect, Shape
from cjm.layout.theme import FONTS

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# XML 1.0 §2.2: what no document may hold, not even escaped.
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Return `text` with what XML cannot hold replaced."""
    return text if text.isascii() and text.isprintable() else _ILLEGAL.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return `text` as it may stand in an element or a quoted attribute."""
    if not text.isalnum():
        text = (
            legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            .replace('"', "&quot;").replace("'", "&#39;")
        )  # fmt: skip
    return text


def language_tag(tag: str) -> str:
    """Return `tag`, or `""` where it does not have the form of a language tag."""
    return tag if _LANGUAGE.fullmatch(tag) else ""


class ElementWriter:
    """Writes shapes as elements.

    Args:
        prefix: What the ids of the picture begin with.
        paints: Names of its hatches and fades.
        fonts: Its families. Where they are not those whose metrics are known, each text is drawn as
            wide as it was measured, and not only those that have no room for a wider font.
    """

    def __init__(self, prefix: str, paints: Iterable[str], fonts: str = FONTS) -> None:
        self._prefix = prefix
        self._is_fitted = fonts != FONTS
        self._paints = frozenset(paints)
        self._images = 0

    def elements(self, shapes: Iterable[Shape]) -> str:
        """Return shapes as elements, a line each."""
        write: dict[type, Callable[[Any], str]] = {
            Rect: self._rect,
            Circle: self._circle,
            Path: self._path,
            Label: self._label,
            Image: self._image,
            GroupStart: self._group,
            GroupEnd: lambda _: "</g>",
        }
        return "\n".join([write[type(shape)](shape) for shape in shapes])

    def _paint(self, fill: str) -> str:
        return f"url(#{self._prefix}-{fill})" if fill in self._paints else fill

    def _rect(self, rect: Rect) -> str:
        radius = f' rx="{number(rect.radius)}"' if rect.radius else ""
        return (
            f'<rect x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}"'
            f' height="{number(rect.height)}"{radius} fill="{self._paint(rect.fill)}"'
            f"{_stroke(rect.stroke, rect.stroke_width)}{_opacity(rect.opacity)}/>"
        )

    def _circle(self, circle: Circle) -> str:
        return (
            f'<circle cx="{number(circle.x)}" cy="{number(circle.y)}" r="{number(circle.radius)}"'
            f' fill="{circle.fill}"{_stroke(circle.stroke, circle.stroke_width)}/>'
        )

    def _path(self, path: Path) -> str:
        dash = f' stroke-dasharray="{path.dash}"' if path.dash else ""
        ends = ' stroke-linecap="round" stroke-linejoin="round"' if path.is_round else ""
        return (
            f'<path d="{path.d}" fill="{self._paint(path.fill)}"'
            f"{_stroke(path.stroke, path.stroke_width)}{dash}{ends}{_opacity(path.opacity)}/>"
        )

    def _label(self, label: Label) -> str:
        x, y, text, size, fill, _, bold, italic, anchor, is_turned, language, length, struck = label
        kept = length or (self._is_fitted and _measured(label))
        fitted = f' textLength="{number(kept)}" lengthAdjust="spacingAndGlyphs"' if kept else ""
        look = _lettering(size, fill, bold, italic, anchor, is_turned, language, struck)
        return f'<text x="{number(x)}" y="{number(y)}"{look}{fitted}>{escaped(text)}</text>'

    def _image(self, image: Image) -> str:
        box = (
            f'x="{number(image.x)}" y="{number(image.y)}" width="{number(image.width)}"'
            f' height="{number(image.height)}"'
        )
        clip, clipped = "", ""
        if image.radius:
            self._images += 1
            name = f"{self._prefix}-image-{self._images}"
            clip = f'<clipPath id="{name}"><rect {box} rx="{number(image.radius)}"/></clipPath>'
            clipped = f' clip-path="url(#{name})"'
        spoken = f' xml:lang="{image.language}"' if language_tag(image.language) else ""
        title = f"<title>{escaped(image.alt)}</title>" if image.alt else ""
        return (
            f'<g class="cjm-image"{spoken}>{title}{clip}'
            f'<image {box} preserveAspectRatio="none"{clipped} href="{escaped(image.href)}"/></g>'
        )

    def _group(self, group: GroupStart) -> str:
        name = f' data-lane="{escaped(group.name)}"' if group.name else ""
        return f'<g class="cjm-{group.role}"{name}>'


@lru_cache(maxsize=4096)
def _lettering(
    size: float, fill: str, bold: bool, italic: bool, anchor: str, is_turned: bool, language: str,
    struck: bool,
) -> str:  # fmt: skip
    """Return how a text looks, as attributes: a map has thousands of texts and a few dozen looks."""
    return (
        f' font-size="{number(size)}" fill="{fill}"'
        + (' font-weight="bold"' if bold else "")
        + (' font-style="italic"' if italic else "")
        + (f' text-anchor="{anchor}"' if anchor != "start" else "")
        + (' direction="rtl"' if is_turned else "")
        + (' text-decoration="line-through"' if struck else "")
        + (f' xml:lang="{language}"' if language_tag(language) else "")
    )


def _measured(label: Label) -> float:
    """Return the width of a text, or 0 where it has characters whose width is not known."""
    return kept_width(label.text, label.size, 0, label.bold, label.italic)


@lru_cache(maxsize=4096)
def _stroke(stroke: str, width: float) -> str:
    return f' stroke="{stroke}" stroke-width="{number(width)}"' if width else ""


def _opacity(opacity: float) -> str:
    return f' opacity="{opacity:.3f}"' if opacity != 1 else ""
