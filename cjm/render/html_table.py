"""The table of a page: groups of rows of cells, and the curve over its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from cjm.layout.arrows import CUSTOMER
from cjm.layout.bands import CARDED, DIVIDED, behind
from cjm.layout.dark import VARIABLES
from cjm.layout.scene import GroupEnd, GroupStart, Shape
from cjm.layout.strip import Strip, strip_of
from cjm.model.languages import is_right_to_left
from cjm.render.curve_text import curve_text, curve_texts, point_text
from cjm.render.elements import ElementWriter
from cjm.render.html_arrows import arrows_of
from cjm.sheet.sheet import (
    Block,
    Cell,
    ChannelMark,
    Curve,
    Details,
    EvidenceMark,
    Gauge,
    GaugeChange,
    Lane,
    MarkChange,
    Note,
    NoteChange,
    OwnerMark,
    Personas,
    Picture,
    Rating,
    ResourceMark,
    Saying,
    Sheet,
    StageHead,
    StepCard,
    StepChange,
    TimeBar,
    TouchpointMark,
    Words,
)

if TYPE_CHECKING:
    from markupsafe import Markup

KINDS: dict[type[Block], str] = {
    Words: "words", StageHead: "stage", StepCard: "step", TouchpointMark: "touchpoint",
    ChannelMark: "channel", Saying: "saying", Note: "note", Gauge: "gauge", Rating: "rating",
    TimeBar: "time", ResourceMark: "resource", EvidenceMark: "evidence", OwnerMark: "owner",
    Picture: "picture", StepChange: "step-change", MarkChange: "mark-change",
    NoteChange: "note-change", GaugeChange: "gauge-change",
}  # fmt: skip
"""Type of a block → what the template calls it."""

CHANGES = frozenset({"step-change", "mark-change", "note-change", "gauge-change"})
"""Those of a comparison, which have a template of their own."""


SIDE = 24
"""Of a face's button, in px: the least that is easy to hit (WCAG 2.2, 2.5.8)."""


class Slot(NamedTuple):
    """A cell of the table; without blocks it is empty, and stands for `span` empty cells.

    `arrow` says what it shows of arrows, as in `Arrows`.
    """

    span: int
    blocks: tuple[tuple[str, Block], ...] = ()
    column: int = 0
    personas: Personas = ()
    arrow: str = ""

    @property
    def is_noted(self) -> bool:
        """Whether notes stand in it: what they cover shows by itself, without a bracket."""
        return self.blocks[0][0] in ("note", "note-change")


class Face(NamedTuple):
    """A face of the curve that there is more to know about, as a button over it.

    Attributes:
        id: Of the button.
        x: Of its left side, in px.
        y: Of its top.
        name: What it shows, in words.
        personas: Whose it is.
    """

    id: str
    x: float
    y: float
    name: str
    personas: Personas
    more: Details


class Band(NamedTuple):
    """A lane, as a group of rows.

    Attributes:
        lane: What is drawn.
        rows: Each covers all columns.
        picture: The curve, or `None`.
        prefix: Of the ids within it.
        drawn: The shapes of the curve, as elements.
        told: The curve in words, a line for each step.
        faces: Those that there is more to know about.
        cards: Who does what its cells tell, where they are the cards of a blueprint: `customer` or
            `company`; else `""`.
    """

    lane: Lane
    rows: tuple[tuple[Slot, ...], ...]
    is_behind: bool = False
    picture: Strip | None = None
    prefix: str = ""
    drawn: Markup | str = ""
    told: tuple[str, ...] = ()
    faces: tuple[Face, ...] = ()
    cards: str = ""

    @property
    def height(self) -> int:
        """Number of its rows."""
        return len(self.rows) + (self.picture is not None)


def strips_of(sheet: Sheet, widths: Sequence[int]) -> dict[str, Strip]:
    """Return the curves of the lanes that have one, by the lane's id."""
    turned = is_right_to_left(sheet.language)
    return {
        lane.id: strip_of(lane, widths, VARIABLES, right_to_left=turned)
        for lane in sheet.lanes
        if lane.curve is not None
    }


def groups_of(
    sheet: Sheet, strips: Mapping[str, Strip], prefix: str
) -> Iterator[tuple[str, Sequence[Band]]]:
    """Yield groups of rows: what names the columns stays in sight, the rest is a group each.

    Args:
        strips: See `strips_of`.
        prefix: What the ids within begin with.
    """
    bands = list(_bands(sheet, strips, prefix))
    heads = 0
    while heads < len(bands) and bands[heads].lane.kind in ("stages", "cards"):
        heads += 1
    if heads:
        yield "thead", bands[:heads]
    for band in bands[heads:]:
        yield "tbody", [band]


def _bands(sheet: Sheet, strips: Mapping[str, Strip], prefix: str) -> Iterator[Band]:
    is_blueprint = sum(lane.id in DIVIDED for lane in sheet.lanes) > 1
    arrows = arrows_of(sheet.lanes) if is_blueprint else {}
    hidden = behind(sheet.lanes)
    for position, (lane, is_behind) in enumerate(zip(sheet.lanes, hidden, strict=True)):
        strip = strips.get(lane.id)
        if strip is not None:
            yield _curve_band(sheet, lane, strip, f"{prefix}curve-{position}")
            continue
        passing = {column: how for (at, column), how in arrows.items() if at == position}
        cards = ""
        if is_blueprint and (is_behind or lane.id in CARDED):
            cards = "customer" if lane.id in CUSTOMER else "company"
        yield Band(lane, _rows(sheet, lane.rows, passing), is_behind, cards=cards)


def _curve_band(sheet: Sheet, lane: Lane, strip: Strip, prefix: str) -> Band:
    rows = _rows(sheet, strip.rows)
    if not strip.height or lane.curve is None:
        return Band(lane, rows)
    told = tuple(curve_text(lane.curve, sheet))
    faces = tuple(_faces(strip, lane.curve, sheet, prefix))
    return Band(lane, rows, False, strip, prefix, _elements(strip, prefix), told, faces)


def _faces(strip: Strip, curve: Curve, sheet: Sheet, prefix: str) -> Iterator[Face]:
    several = len(curve.lines) > 1
    told = sorted((face for face in strip.faces if face[2].more), key=lambda face: face[:2])
    places = _apart([(x, y) for x, y, _ in told])
    moved = curve_texts(curve, sheet) if curve.before else {}
    for number, ((x, y), (_, _, point)) in enumerate(zip(places, told, strict=True)):
        whose = [line for line in curve.lines if point in line.points] if several else []
        is_shared = len(whose) == len(curve.lines)
        name = moved.get((point.start, point.end)) or point_text(
            point, sheet, whose[0].name if whose and not is_shared else ""
        )
        personas = {each for line in whose for each in line.personas} if not is_shared else ()
        yield Face(f"{prefix}-{number}", round(x - SIDE / 2), round(y - SIDE / 2), name,
                   tuple(sorted(personas)), point.more)  # fmt: skip


def _apart(places: Sequence[tuple[float, float]]) -> list[list[float]]:
    """Return places, from the left, at least `SIDE` apart, each moved as little as that asks."""
    moved = [list(place) for place in sorted(places)]
    near = [
        [other for other in moved[index + 1 : index + 8] if other[0] - one[0] < 2 * SIDE]
        for index, one in enumerate(moved)
    ]
    for _ in range(3):
        for index, one in enumerate(moved):
            for other in near[index]:
                gaps = (other[0] - one[0], other[1] - one[1])
                axis = 0 if abs(gaps[0]) > abs(gaps[1]) else 1
                lacking = SIDE + 1 - abs(gaps[axis])
                if lacking > 0:
                    push = lacking / 2 if gaps[axis] >= 0 else -lacking / 2
                    one[axis] -= push
                    other[axis] += push
    return moved


def _elements(strip: Strip, prefix: str) -> Markup:
    """Return the shapes of a strip as SVG elements."""
    from markupsafe import Markup

    writer = ElementWriter(prefix, (fade.name for fade in strip.fades))
    return Markup(writer.elements(_joined(strip.shapes)))


def _joined(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Yield `shapes`, neighbouring groups of the same name as one."""
    held: Shape | None = None
    last: Shape | None = None
    for shape in shapes:
        if held is not None:
            if shape == last:
                held = None
                continue
            yield held
            held = None
        if isinstance(shape, GroupEnd):
            held = shape
            continue
        if isinstance(shape, GroupStart):
            last = shape
        yield shape
    if held is not None:
        yield held


def _rows(
    sheet: Sheet, rows: Sequence[Sequence[Cell]], arrows: Mapping[int, str] = MappingProxyType({})
) -> tuple[tuple[Slot, ...], ...]:
    # Where a lane is empty, arrows pass through its first row.
    return tuple(
        tuple(_slots(sheet, row, {} if number else arrows)) for number, row in enumerate(rows)
    )


def _slots(sheet: Sheet, row: Sequence[Cell], arrows: Mapping[int, str]) -> Iterator[Slot]:
    """Yield the cells of a row, and the gaps between them."""
    at = 0
    columns = sheet.columns
    for cell in row:
        yield from _gap(at, cell.start, arrows)
        blocks = tuple((KINDS[type(block)], block) for block in cell.blocks)
        at = cell.end
        is_alone = at - cell.start == 1
        whose = columns[cell.start].personas if is_alone and columns else ()
        arrow = arrows.get(cell.start, "") if is_alone else ""
        yield Slot(at - cell.start, blocks, cell.start, whose, arrow)
    yield from _gap(at, max(1, len(columns)), arrows)


def _gap(start: int, end: int, arrows: Mapping[int, str]) -> Iterator[Slot]:
    """Yield empty cells, those that an arrow passes through each by itself."""
    at = start
    for column in range(start, end) if arrows else ():
        if column in arrows:
            if column > at:
                yield Slot(column - at)
            yield Slot(1, arrow=arrows[column])
            at = column + 1
    if end > at:
        yield Slot(end - at)
