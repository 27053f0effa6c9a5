"""A sheet as one HTML file that stands alone: a real table, no script, nothing asked of a network.

The page's policy forbids all but its one style, which is named by its hash; so nothing here sets a
`style` attribute. What differs from map to map (widths, tints, paper) is a short style of its own.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cjm.layout.dark import DARK, VARIABLES, colours
from cjm.layout.lanes import BEHIND
from cjm.layout.strip import Strip, column_widths, strip_of
from cjm.layout.theme import FONTS, LABELS, LIGHT
from cjm.model.languages import is_right_to_left
from cjm.render.curve_text import curve_text
from cjm.render.mark import MARK
from cjm.render.svg import legal
from cjm.sheet.lanes import LANES
from cjm.sheet.sheet import (
    Block,
    Cell,
    Gauge,
    Lane,
    Note,
    OwnerMark,
    Picture,
    Saying,
    Sheet,
    Sign,
    StageHead,
    StepCard,
    TouchpointMark,
    Words,
)
from cjm.sheet.words import vocabulary

if TYPE_CHECKING:
    from markupsafe import Markup

POLICY = "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"

KINDS: dict[type[Block], str] = {
    Words: "words", StageHead: "stage", StepCard: "step", TouchpointMark: "touchpoint",
    Saying: "saying", Note: "note", Gauge: "gauge", OwnerMark: "owner", Picture: "picture",
}  # fmt: skip
"""Type of a block → what the template calls it."""

SIGNS: dict[Sign, str] = {
    "line": "experience", "expectation": "expectation", "hollow": "hollow",
    "hatched": "hatched pain", "moment": "moment", "tick": "tick",
}  # fmt: skip
"""Sign of the legend → its classes."""

MARGIN = 24
"""Around the sheet on the page, in px."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of the table; without blocks it is empty, and stands for `span` empty cells."""

    span: int
    blocks: tuple[tuple[str, Block], ...] = ()
    column: int = 0

    @property
    def is_noted(self) -> bool:
        """Whether notes stand in it: what they cover shows by itself, without a bracket."""
        return self.blocks[0][0] == "note"


@dataclass(frozen=True, slots=True)
class Band:
    """A lane, as a group of rows.

    Attributes:
        lane: What is drawn.
        rows: Each covers all columns.
        picture: The curve, or `None`.
        prefix: Of the ids within it.
        drawn: The shapes of the curve, as elements.
        told: The curve in words, a line for each step.
    """

    lane: Lane
    rows: tuple[tuple[Slot, ...], ...]
    is_behind: bool = False
    picture: Strip | None = None
    prefix: str = ""
    drawn: Markup | str = ""
    told: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """Number of its rows."""
        return len(self.rows) + (self.picture is not None)


def html(sheet: Sheet) -> str:
    """Return `sheet` as an HTML file."""
    from markupsafe import Markup

    from cjm.render.templating import templates

    widths = column_widths(sheet)
    style = _style() + _own_style(sheet, widths)
    words = vocabulary(sheet.language)
    template = templates().get_template("html/map.html.j2")
    text = template.render(
        sheet=sheet,
        header=sheet.header,
        mark=Markup(MARK),
        policy=Markup(POLICY.format(hash=_hash(style))),
        style=Markup(style),
        right_to_left=is_right_to_left(sheet.language),
        columns=_columns(sheet, widths),
        count=len(widths),
        groups=_groups(list(_bands(sheet, widths))),
        signs=SIGNS,
        say=words.say,
        assumed=words.say("assumed"),
        fail=words.say("fail"),
        target=words.say("legend.tick"),
        lanes=LANES,
        spoken=_spoken,
        ours=_spoken("" if sheet.language.partition("-")[0] in ("en", "zh") else "en"),
        percent=_percent,
    )
    return _encodable(text)


def _encodable(text: str) -> str:
    """Return `text` without what UTF-8 cannot hold; all else that is odd is inert in HTML."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return legal(text)
    return text


def _groups(bands: Sequence[Band]) -> Iterator[tuple[str, Sequence[Band]]]:
    """Yield groups of rows: what names the columns stays in sight, the rest is a group each."""
    heads = 0
    while heads < len(bands) and bands[heads].lane.kind in ("stages", "cards"):
        heads += 1
    if heads:
        yield "thead", bands[:heads]
    for band in bands[heads:]:
        yield "tbody", [band]


def _columns(sheet: Sheet, widths: Sequence[int]) -> list[list[int]]:
    """Return for each stage the classes of its columns' widths."""
    sizes = _sizes(widths)
    return [[sizes[width] for width in widths[each.start : each.end]] for each in sheet.stages]


def _sizes(widths: Sequence[int]) -> dict[int, int]:
    return {width: index for index, width in enumerate(sorted(set(widths)))}


def _percent(share: float) -> str:
    return f"{100 * share:.4g}%"


def _bands(sheet: Sheet, widths: Sequence[int]) -> Iterator[Band]:
    divided = False
    for position, lane in enumerate(sheet.lanes):
        divided = divided or bool(lane.line_above)
        is_behind = divided and lane.id in BEHIND
        if lane.curve is None:
            yield Band(lane, _rows(lane.rows, len(widths)), is_behind)
        else:
            yield _curve_band(sheet, lane, widths, position)


def _curve_band(sheet: Sheet, lane: Lane, widths: Sequence[int], position: int) -> Band:
    turned = is_right_to_left(sheet.language)
    strip = strip_of(lane, sheet, widths, VARIABLES, right_to_left=turned)
    rows = _rows(strip.rows, len(widths))
    if not strip.height or lane.curve is None:
        return Band(lane, rows)
    told = tuple(curve_text(lane.curve, sheet))
    prefix = f"curve-{position}"
    return Band(lane, rows, False, strip, prefix, _elements(strip, prefix), told)


def _elements(strip: Strip, prefix: str) -> Markup:
    """Return the shapes of a strip as SVG elements."""
    from markupsafe import Markup

    from cjm.render.svg import _Writer

    writer = _Writer(prefix, {fade.name for fade in strip.fades})
    return Markup("\n".join(map(writer.written, strip.shapes)))


def _rows(rows: Sequence[Sequence[Cell]], count: int) -> tuple[tuple[Slot, ...], ...]:
    return tuple(tuple(_slots(row, count)) for row in rows)


def _slots(row: Sequence[Cell], count: int) -> Iterator[Slot]:
    """Yield the cells of a row, and the gaps between them."""
    at = 0
    for cell in row:
        if cell.start > at:
            yield Slot(cell.start - at)
        blocks = tuple((KINDS[type(block)], block) for block in cell.blocks)
        yield Slot(cell.end - cell.start, blocks, cell.start)
        at = cell.end
    if at < count:
        yield Slot(count - at)


@functools.cache
def _spoken(language: str) -> Markup:
    """Return the attributes of a text in another language than the sheet's."""
    from markupsafe import Markup

    if not language:
        return Markup()
    direction = "rtl" if is_right_to_left(language) else "ltr"
    return Markup(' lang="{}" dir="{}"').format(language, direction)


@functools.cache
def _style() -> str:
    """Return the style that all maps share."""
    from cjm.resources import folder

    shared = folder("templates").joinpath("html", "map.css").read_text(encoding="utf-8")
    return (
        f":root{{{_declared(LIGHT)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_declared(DARK)}}}}}\n"
        f"body{{font-family:{FONTS}}}\n{_numbered()}{shared}"
    )


def _declared(theme: Any) -> str:
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


PAPERS = ((420, 297), (594, 420), (841, 594), (1189, 841))
"""A3 to A0 (ISO 216), lying, in mm; the smallest is taken on which a map can still be read."""

READABLE = 0.6
"""No map is printed smaller than this, unless the largest paper asks for it."""

PAPER_MARGIN, PX_PER_MM = 10, 96 / 25.4


def _own_style(sheet: Sheet, widths: Sequence[int]) -> str:
    """Return the style of one map: its columns, its tints, its paper."""
    whole = sum(widths)
    sizes = "".join(
        f".column-{index}{{width:{width}px}}" for width, index in _sizes(widths).items()
    )
    width, height, scale = _paper(whole + LABELS)
    return (
        f":root{{--columns:{whole}px}}\n{sizes}\n{_tints(sheet, widths)}\n"
        f"@media screen and (max-width:{whole + LABELS + 2 * MARGIN - 1:.0f}px)"
        "{.scroll{overflow:auto;max-height:max(300px,100vh - 96px)}}\n"
        f"@page{{size:{width}mm {height}mm;margin:{PAPER_MARGIN}mm}}\n"
        f"@media print{{.sheet{{zoom:{scale:.3f}}}}}\n"
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


def _paper(width: float) -> tuple[int, int, float]:
    """Return `(width, height, scale)` of the paper, in mm, and of the map on it."""
    for paper in PAPERS:
        scale = min(1.0, (paper[0] - 2 * PAPER_MARGIN) * PX_PER_MM / width)
        if scale >= READABLE:
            break
    return *paper, scale


def _hash(style: str) -> str:
    """Return the SHA-256 of a style, as a policy names it (CSP 3 §2.3.1)."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
