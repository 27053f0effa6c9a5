"""The frame of an SVG without the engine of templates, whose start costs more than a small map.

It is `templates/svg/map.svg.j2` in Python, byte for byte; that one is used where somebody replaces
templates. A test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import escape

from cjm.layout.canvas import number
from cjm.render.mark import MARK

if TYPE_CHECKING:
    from cjm.layout.scene import Fade, Hatch, Scene


def framed(
    scene: Scene, prefix: str, body: str, *, title: str, description: str, language: str,
    shade: float,
) -> str:  # fmt: skip
    """Return an SVG file; see the template for what is what.

    Args:
        prefix: What the ids within begin with.
        body: The shapes as elements.
        title: As XML can hold it; not escaped yet, nor is `description`.
        language: A language tag, or `""`.
        shade: Opacity of the areas of a curve at their far ends.
    """
    width, height = number(scene.width), number(scene.height)
    spoken = f' xml:lang="{language}"' if language else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        MARK,
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" class="cjm-map" role="img"'
        f' aria-labelledby="{prefix}-title {prefix}-desc"{spoken}'
        f' font-family="{escape(scene.fonts)}">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        "<style>@media print{svg.cjm-map{max-width:100%;max-height:100%}}</style>",
        *_definitions(scene, prefix, number(shade)),
        f'<rect width="{width}" height="{height}" fill="{scene.background}"/>',
        body,
        "</svg>\n",
    ]
    return "\n".join(lines)


def _definitions(scene: Scene, prefix: str, shade: str) -> Iterator[str]:
    """Yield the fills that shapes name, if there are any."""
    if scene.hatches or scene.fades:
        yield "<defs>"
        yield from (_pattern(hatch, prefix) for hatch in scene.hatches)
        yield from (_gradient(fade, prefix, shade) for fade in scene.fades)
        yield "</defs>"


def _pattern(hatch: Hatch, prefix: str) -> str:
    return (
        f'<pattern id="{prefix}-{hatch.name}" width="12" height="12"'
        ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="12" height="12" fill="{hatch.ground}"/>'
        f'<rect width="6" height="12" fill="{hatch.stripe}"/></pattern>'
    )


def _gradient(fade: Fade, prefix: str, shade: str) -> str:
    half = number((fade.zero - fade.top) / (fade.foot - fade.top))
    return (
        f'<linearGradient id="{prefix}-{fade.name}" gradientUnits="userSpaceOnUse" x1="0"'
        f' y1="{number(fade.top)}" x2="0" y2="{number(fade.foot)}">'
        f'<stop offset="0" stop-color="{fade.above}" stop-opacity="{shade}"/>'
        f'<stop offset="{half}" stop-color="{fade.above}" stop-opacity="0.04"/>'
        f'<stop offset="{half}" stop-color="{fade.below}" stop-opacity="0.04"/>'
        f'<stop offset="1" stop-color="{fade.below}" stop-opacity="{shade}"/></linearGradient>'
    )
