"""A sheet as one HTML file that stands alone: a real table, no script, nothing asked of a network.

The page's policy forbids all but its one style, which is named by its hash. Every text of a map goes
through the template, which escapes it, or through the writer of SVG, which does so too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cjm.layout.dark import VARIABLES
from cjm.layout.height import sheet_height
from cjm.layout.lanes import BEHIND
from cjm.layout.strip import Strip, column_widths, grid_over, strip_of
from cjm.model.languages import is_right_to_left
from cjm.render.curve_text import curve_text
from cjm.render.elements import ElementWriter, legal
from cjm.render.html_style import style_hash, style_of, width_classes
from cjm.render.mark import MARK
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
    strips = _strips(sheet, widths)
    style = style_of(sheet, widths, sheet_height(sheet, grid_over(widths), strips))
    words = vocabulary(sheet.language)
    template = templates().get_template("html/map.html.j2")
    text = template.render(
        sheet=sheet,
        header=sheet.header,
        mark=Markup(MARK),
        policy=Markup(POLICY.format(hash=style_hash(style))),
        style=Markup(style),
        right_to_left=is_right_to_left(sheet.language),
        columns=_columns(sheet, widths),
        count=len(widths),
        groups=_groups(list(_bands(sheet, strips, len(widths)))),
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
    classes = width_classes(widths)
    return [[classes[width] for width in widths[each.start : each.end]] for each in sheet.stages]


def _percent(share: float) -> str:
    return f"{100 * share:.4g}%"


def _strips(sheet: Sheet, widths: Sequence[int]) -> dict[str, Strip]:
    """Return the curves of the lanes that have one, by the lane's id."""
    turned = is_right_to_left(sheet.language)
    return {
        lane.id: strip_of(lane, widths, VARIABLES, right_to_left=turned)
        for lane in sheet.lanes
        if lane.curve is not None
    }


def _bands(sheet: Sheet, strips: Mapping[str, Strip], count: int) -> Iterator[Band]:
    divided = False
    for position, lane in enumerate(sheet.lanes):
        divided = divided or bool(lane.line_above)
        strip = strips.get(lane.id)
        if strip is not None:
            yield _curve_band(sheet, lane, strip, f"curve-{position}", count)
        else:
            yield Band(lane, _rows(lane.rows, count), divided and lane.id in BEHIND)


def _curve_band(sheet: Sheet, lane: Lane, strip: Strip, prefix: str, count: int) -> Band:
    rows = _rows(strip.rows, count)
    if not strip.height or lane.curve is None:
        return Band(lane, rows)
    told = tuple(curve_text(lane.curve, sheet))
    return Band(lane, rows, False, strip, prefix, _elements(strip, prefix), told)


def _elements(strip: Strip, prefix: str) -> Markup:
    """Return the shapes of a strip as SVG elements."""
    from markupsafe import Markup

    writer = ElementWriter(prefix, (fade.name for fade in strip.fades))
    return Markup("\n".join(map(writer.element, strip.shapes)))


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
