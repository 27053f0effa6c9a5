"""The style of a page: one that all maps share, and what differs from map to map.

Nothing on a page sets a `style` attribute, which its policy would forbid; colours, widths and paper
are rules of its one style.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.layout.theme import LABELS
from cjm.model.languages import is_right_to_left
from cjm.render.html_table import Face
from cjm.render.look import PLAIN, Look
from cjm.render.paper import MARGIN as PAPER_MARGIN
from cjm.render.paper import paper_for
from cjm.render.templating import template_source
from cjm.render.theme_style import theme_style
from cjm.sheet.sheet import Sheet

MARGIN, SCROLLBAR = 12, 15
"""At the least beside the sheet on the page; what a browser may keep free; in px."""


@dataclass(frozen=True, slots=True)
class Surface:
    """What the style must know of a map in one language: columns, height, faces of its curve; px."""

    sheet: Sheet
    widths: Sequence[int]
    height: float
    faces: Sequence[Face] = ()

    @property
    def width(self) -> int:
        """Of all columns."""
        return sum(self.widths)


def style_of(surfaces: Sequence[Surface], look: Look = PLAIN) -> str:
    """Return the style of a page that holds a map in one language or several."""
    return _shared(look) + "".join(_own(surfaces, look))


def style_hash(style: str) -> str:
    """Return the SHA-256 of a style, as a policy names it (CSP 3 §2.3.1)."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def width_classes(widths: Sequence[int]) -> dict[int, int]:
    """Return the number of the class of each width that occurs: `column-0` and so on."""
    return {width: index for index, width in enumerate(sorted(set(widths)))}


def _shared(look: Look) -> str:
    """Return the style that all maps of a look share."""
    shared = template_source(look.templates, "html/map.css") or ""
    return theme_style(look.theme, look.dark) + shared


def _own(surfaces: Sequence[Surface], look: Look) -> Iterator[str]:
    """Yield the style of one map: its columns, its tints, its paper."""
    count = len(look.theme.tints)
    for number, surface in enumerate(surfaces):
        here = f".in-{number} "
        yield f".in-{number}{{--columns:{surface.width}px}}\n"
        for width, index in width_classes(surface.widths).items():
            yield f"{here}.column-{index}{{width:{width}px}}"
        for face in surface.faces:
            yield f"#{face.id}{{left:{face.x:g}px;top:{face.y:g}px}}"
        yield f"\n{here}:is(table,thead){{background:{_tints(surface, count)}}}\n"
    widest = max(surface.width for surface in surfaces) + LABELS
    paper = paper_for(widest, max(surface.height for surface in surfaces))
    yield (
        f":root{{--widest:{widest:.0f}px}}\n"
        f"@media screen and (max-width:{widest + 2 * MARGIN + SCROLLBAR - 1:.0f}px)"
        "{.scroll{overflow:auto;max-height:max(300px,100vh - 24px);max-height:max(300px,100dvh - 24px);"
        "container-type:inline-size}.rows{width:fit-content}.rows::after{content:''}"
        ".scroll footer{position:sticky;inset-inline-start:0;width:100cqi}}\n"
        f"@page{{size:{paper.width}mm {paper.height}mm;margin:{PAPER_MARGIN}mm}}\n"
        f"@media print{{.sheet{{zoom:{paper.scale:.3f}}}}}\n"
    )


def _tints(surface: Surface, count: int) -> str:
    """Return the ground of the columns: a stripe for each stage, of `count` tints in turn."""
    side = "left" if is_right_to_left(surface.sheet.language) else "right"
    stripes: list[str] = []
    at = 0
    for stage in surface.sheet.stages:
        until = at + sum(surface.widths[stage.start : stage.end])
        tint = f"var(--tints-{stage.colour % count})"
        stripes.append(f"{tint} calc(var(--label) + {at}px) calc(var(--label) + {until}px)")
        at = until
    label = "var(--sheet) 0 var(--label)"
    return f"linear-gradient(to {side},{','.join([label, *stripes])})"
