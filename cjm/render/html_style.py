"""The style of a page: one that all maps share, and what differs from map to map.

Nothing on a page sets a `style` attribute, which its policy would forbid; colours, widths and paper
are rules of its one style.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Sequence

from cjm.layout.dark import DARK, colours
from cjm.layout.theme import FONTS, LABELS, LIGHT, Theme
from cjm.model.languages import is_right_to_left
from cjm.render.paper import MARGIN as PAPER_MARGIN
from cjm.render.paper import paper_for
from cjm.sheet.sheet import Sheet

MARGIN = 24
"""Around the sheet on the page, in px."""


def style_of(sheet: Sheet, widths: Sequence[int], height: float) -> str:
    """Return the style of the page of `sheet`, whose columns have `widths`, in px."""
    return _shared() + _own(sheet, widths, height)


def style_hash(style: str) -> str:
    """Return the SHA-256 of a style, as a policy names it (CSP 3 §2.3.1)."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def width_classes(widths: Sequence[int]) -> dict[int, int]:
    """Return the number of the class of each width that occurs: `column-0` and so on."""
    return {width: index for index, width in enumerate(sorted(set(widths)))}


@functools.cache
def _shared() -> str:
    """Return the style that all maps share."""
    from cjm.resources import folder

    shared = folder("templates").joinpath("html", "map.css").read_text(encoding="utf-8")
    return (
        f":root{{{_declared(LIGHT)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_declared(DARK)}}}}}\n"
        f"body{{font-family:{FONTS}}}\n{_numbered()}{shared}"
    )


def _declared(theme: Theme) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours(theme).items())


def _numbered() -> str:
    """Return the rules of what has one of several colours."""
    rules = [
        *(f".stage-{index} .chevron{{background:var(--stages-{index})}}" for index in range(6)),
        *(f".key-{index}{{--line:var(--lines-{index})}}" for index in range(5)),
        *(f".owner-{index}::before{{background:var(--owners-{index})}}" for index in range(10)),
    ]
    for kind, _ in LIGHT.notes:
        rules.append(
            f".{kind}{{--ground:var(--{kind}-ground);--stripe:var(--{kind}-stripe);"
            f"--edge:var(--{kind}-edge)}}"
        )
    return "\n".join(rules) + "\n"


def _own(sheet: Sheet, widths: Sequence[int], height: float) -> str:
    """Return the style of one map: its columns, its tints, its paper."""
    whole = sum(widths)
    sizes = "".join(
        f".column-{index}{{width:{width}px}}" for width, index in width_classes(widths).items()
    )
    paper = paper_for(whole + LABELS, height)
    return (
        f":root{{--columns:{whole}px}}\n{sizes}\n{_tints(sheet, widths)}\n"
        f"@media screen and (max-width:{whole + LABELS + 2 * MARGIN - 1:.0f}px)"
        "{.scroll{overflow:auto;max-height:max(300px,100vh - 96px)}.scroll::after{content:''}}\n"
        f"@page{{size:{paper.width}mm {paper.height}mm;margin:{PAPER_MARGIN}mm}}\n"
        f"@media print{{.sheet{{zoom:{paper.scale:.3f}}}}}\n"
    )


def _tints(sheet: Sheet, widths: Sequence[int]) -> str:
    """Return the ground of the columns: one stripe for each stage."""
    side = "left" if is_right_to_left(sheet.language) else "right"
    stripes: list[str] = []
    at = 0
    for stage in sheet.stages:
        until = at + sum(widths[stage.start : stage.end])
        tint = f"var(--tints-{stage.colour % len(LIGHT.tints)})"
        stripes.append(f"{tint} calc(var(--label) + {at}px) calc(var(--label) + {until}px)")
        at = until
    label = "var(--sheet) 0 var(--label)"
    return f"table,thead{{background:linear-gradient(to {side},{','.join([label, *stripes])})}}"
