"""Lays out a flow: header, rows of stages with cards and lines, legend and footer."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.layout.canvas import Canvas
from cjm.layout.finish import MARGIN, scene_of
from cjm.layout.flow.cards import CARD, Card, set_card
from cjm.layout.flow.columns import WIDEST_ROW, Columns, columns_of, rows_of
from cjm.layout.flow.heads import draw_heads
from cjm.layout.flow.legend import draw_flow_footer
from cjm.layout.flow.net import Net, NetMaker
from cjm.layout.flow.place import heights_of
from cjm.layout.flow.row import Row, gap_widths, row_of
from cjm.layout.frame import draw_header
from cjm.layout.scene import Scene
from cjm.layout.theme import LIGHT, Theme
from cjm.model.languages import is_right_to_left
from cjm.sheet.flow_parts import Flow
from cjm.sheet.sheet import Sheet

PADDING = 8.0
"""Between the edge of the sheet and the stages."""

ABOVE, BELOW, BETWEEN = 26.0, 26.0, 18.0
"""Room above and below the cards of a row, and between two rows."""

SMALLEST = 932.0
"""Width of the sheet of a small flow."""

MOST_STRETCH = 70.0
"""No gap is widened by more for the sake of rows that are equally wide."""


def lay_out_flow(flow: Flow, theme: Theme = LIGHT, *, wide: bool = False) -> Scene:
    """Return the picture of `flow`, every number decided.

    Args:
        flow: One map in one language.
        theme: Colours.
        wide: Whether a long flow stays in one row.

    Raises:
        NoEngineError: There is no Graphviz to place it.
        PlacingError: It could not.
    """
    columns = columns_of(flow)
    cards = _cards(flow, columns, theme)
    nets = _nets(flow, columns, cards, wide=wide)
    room = max([SMALLEST, *(_width(net) + 2 * PADDING for _, net in nets)])
    canvas = Canvas(theme, turns=is_right_to_left(flow.language))
    foot = draw_header(canvas, _frame(flow), MARGIN, MARGIN, room) + PADDING
    heights = heights_of([net for _, net in nets])
    for (span, net), ys in zip(nets, heights, strict=True):
        row = _spread(net, cards, ys, MARGIN + PADDING, room - 2 * PADDING)
        foot = _draw_row(canvas, flow, columns, span, row, foot, room) + BETWEEN
    foot += PADDING - BETWEEN if nets else 0
    foot = draw_flow_footer(canvas, flow, len(nets) > 1, MARGIN, foot, room)
    return scene_of(flow, canvas, room, foot)


def _cards(flow: Flow, columns: Columns, theme: Theme) -> dict[int, Card]:
    """Return the cards that stand in a column, with those that hang below them."""
    trips: dict[int, list[int]] = {}
    for card, host in columns.hung.items():
        trips.setdefault(host, []).append(card)
    return {
        card: set_card(flow, card, trips.get(card, []), theme)
        for card in range(len(flow.cards))
        if card not in columns.hung
    }


def _nets(
    flow: Flow, columns: Columns, cards: dict[int, Card], *, wide: bool
) -> list[tuple[tuple[int, int], Net]]:
    """Return the columns of each row with what stands in it."""
    if not columns.count:
        return []
    maker = NetMaker(flow, columns, cards)
    rows = [(0, columns.count)]
    (whole,) = nets = maker.nets(rows)
    widths = [CARD + gap for gap in gap_widths(whole)[1:]]
    room = WIDEST_ROW - gap_widths(whole)[0]
    # Folding adds letters, and so may make a row too wide: then it is folded once more.
    while not wide and (over := _overrun(rows, nets)) > 0 and room > CARD:
        room -= 0.01 if len(rows) == 1 else max(over, 8.0)
        rows = rows_of(columns, widths, room)
        nets = maker.nets(rows)
    return list(zip(rows, nets, strict=True))


def _overrun(rows: Sequence[tuple[int, int]], nets: Sequence[Net]) -> float:
    """Return by how much a row of several columns is too wide."""
    wide = (_width(net) for (start, end), net in zip(rows, nets, strict=True) if end - start > 1)
    return max(wide, default=0.0) - WIDEST_ROW


def _width(net: Net) -> float:
    return sum(gap_widths(net)) + CARD * (net.ranks // 2)


def _spread(net: Net, cards: dict[int, Card], ys: Sequence[float], left: float, room: float) -> Row:
    """Return a row that is as wide as the others: its gaps grow, then its ends."""
    spare = room - _width(net)
    inner = net.ranks // 2 - 1
    stretch = min(MOST_STRETCH, spare / (inner + 1)) if inner else 0.0
    return row_of(net, cards, left, stretch, (spare - stretch * inner) / 2, ys)


def _draw_row(
    canvas: Canvas, flow: Flow, columns: Columns, span: tuple[int, int], row: Row, top: float,
    room: float,
) -> float:  # fmt: skip
    """Draw a row from `top` down, and return where it ends."""
    canvas.start("lane", "flow")
    left, right = MARGIN + PADDING, MARGIN + room - PADDING
    height = ABOVE + row.foot - row.top + BELOW
    body = draw_heads(canvas, flow, columns, span, row, left, right, top, height)
    row.draw(canvas, body + ABOVE - row.top)
    canvas.end()
    return body + height


def _frame(flow: Flow) -> Sheet:
    """Return a sheet with the header of `flow` and no lanes."""
    return Sheet(flow.id, flow.language, flow.header, (), (), ())
