"""One row of a flow, every number decided: where its nodes stand, and how its lines run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cjm.layout.canvas import Canvas, set_text
from cjm.layout.flow.cards import CARD, Card
from cjm.layout.flow.lines import around, draw_line, head, thickness, through
from cjm.layout.flow.loops import PlacedLoop, placed_loops
from cjm.layout.flow.net import LETTER, MARK, Net, Node, Wire
from cjm.layout.labels import Box
from cjm.layout.measure import line_height
from cjm.layout.theme import CARD as WORDS

CURVE, PLAIN, EDGE = 32.0, 50.0, 30.0
"""Room for a line to bend beside a card; width of a gap with nothing in it; least room at both ends."""


def gap_widths(net: Net) -> list[float]:
    """Return the width of each gap, the ends of the row included."""
    last = net.ranks - 1
    widths: list[float] = []
    for rank in range(0, net.ranks, 2):
        held = max((node.width for node in net.nodes if node.rank == rank), default=0.0)
        if rank in (0, last):
            widths.append(EDGE + held + CURVE - 8 if held else EDGE)
        else:
            widths.append(held + 2 * CURVE if rank in net.wide else PLAIN)
    return widths


@dataclass(frozen=True)
class Row:
    """A row whose nodes have their places.

    Attributes:
        net: What it shows.
        left: x of the left edge of each rank.
        right: x of the right edge of each rank.
        ys: Of the line of each node; the straight line is at 0.
        loops: Ways back.
    """

    net: Net
    cards: Mapping[int, Card]
    left: tuple[float, ...]
    right: tuple[float, ...]
    ys: tuple[float, ...]
    loops: tuple[PlacedLoop, ...]

    @property
    def top(self) -> float:
        """Where its highest part begins."""
        return min(box.top for box in self._reach())

    @property
    def foot(self) -> float:
        """Where its lowest part ends."""
        return max(box.foot for box in self._reach())

    def _reach(self) -> Iterator[Box]:
        yield from node_boxes(self.net, self.left, self.right, self.ys)
        for loop in self.loops:
            yield loop.box

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw it with its straight line at `y`: lines first, what most do last, then what stands."""
        for loop in self.loops:
            self._draw_loop(canvas, loop, y)
        for wire in sorted(self.net.wires, key=lambda wire: (wire.is_happy, wire.is_main)):
            self._draw_wire(canvas, wire, y)
        for loop in self.loops:
            if loop.loop.chip is not None:
                loop.loop.chip.draw(canvas, loop.label_at, y + loop.level)
        for node, at in zip(self.net.nodes, self.ys, strict=True):
            self._draw_node(canvas, node, y + at)

    def _draw_wire(self, canvas: Canvas, wire: Wire, y: float) -> None:
        nodes = [self.net.nodes[at] for at in wire.nodes]
        width = thickness(wire.passing, is_happy=wire.is_happy)
        ys = [y + self.ys[at] for at in wire.nodes]
        stops = [
            (self.left[node.rank], self.right[node.rank], at)
            for node, at in zip(nodes[1:-1], ys[1:-1], strict=True)
        ]
        start = (self._leaves(nodes[0]), ys[0])
        tip = (self._arrives(nodes[-1]), ys[-1])
        end, level = tip[0] - head(width) + 1, self.left[nodes[-1].rank]
        if level + 1 < end:  # it is level before it comes to a label, or to a letter farther on
            stops.append((level, level + 1, ys[-1]))
        d = through(start, stops, (end, tip[1]))
        draw_line(canvas, d, tip, width, is_happy=wire.is_happy)

    def _leaves(self, node: Node) -> float:
        """Return the x at which a line leaves a node."""
        if node.kind == "card":
            return self.right[node.rank]
        radius = LETTER if node.kind == "in" else MARK - 2
        return self._middle(node) + radius

    def _arrives(self, node: Node) -> float:
        if node.kind == "card":
            return self.left[node.rank] - 1 - self.cards[node.card].glow
        return self._middle(node) - (LETTER if node.kind == "out" else MARK) - 1

    def _middle(self, node: Node) -> float:
        """Return the middle of a letter or a sign: near the card that it belongs to."""
        left, right = self.left[node.rank], self.right[node.rank]
        half = LETTER + 2 if node.kind in ("in", "out") else MARK + 1
        if node.kind in ("start", "in") or node.rank == self.net.ranks - 1:
            return right - half
        if node.chip is not None:
            return left + node.width - half
        return left + half

    def _draw_loop(self, canvas: Canvas, placed: PlacedLoop, y: float) -> None:
        loop = placed.loop
        start, end = self.net.nodes[loop.start], self.net.nodes[loop.end]
        width = thickness(loop.edge.passing, is_happy=False)
        tip = (self._arrives(end), y + self.ys[loop.end])
        d = around(
            (self.right[start.rank], y + self.ys[loop.start]), placed.right, y + placed.level,
            placed.left, (tip[0] - head(width) + 1, tip[1]),
        )  # fmt: skip
        draw_line(canvas, d, tip, width, is_happy=False)

    def _draw_node(self, canvas: Canvas, node: Node, y: float) -> None:
        theme = canvas.theme
        if node.kind == "card":
            self.cards[node.card].draw(canvas, self.left[node.rank], y)
        elif node.kind == "chip" and node.chip is not None:
            middle = (self.left[node.rank] + self.right[node.rank]) / 2
            node.chip.draw(canvas, middle, y)
        elif node.kind in ("out", "in"):
            if node.chip is not None:
                node.chip.draw(canvas, self.left[node.rank] + node.chip.width / 2, y)
            letter(canvas, node.letter, self._middle(node), y)
        elif node.kind == "start":
            canvas.start("mark")
            canvas.circle(self._middle(node), y, MARK - 2, theme.expectation)
            canvas.end()
        elif node.kind == "final":
            final(canvas, self._middle(node), y)


def letter(canvas: Canvas, text: str, x: float, y: float) -> None:
    """Draw the disc of a letter around `x`, `y`."""
    theme = canvas.theme
    canvas.start("mark")
    canvas.circle(x, y, LETTER - 0.75, theme.sheet, theme.expectation, 1.5)
    set = set_text(text, 2 * LETTER, WORDS, theme.ink, bold=True)
    canvas.text(set, x, y - line_height(WORDS) / 2, anchor="middle")
    canvas.end()


def final(canvas: Canvas, x: float, y: float) -> None:
    """Draw the sign of the end around `x`, `y`: a ring around a disc."""
    theme = canvas.theme
    canvas.start("mark")
    canvas.circle(x, y, MARK - 1, theme.sheet, theme.expectation, 2)
    canvas.circle(x, y, MARK - 4.5, theme.expectation)
    canvas.end()


def row_of(net: Net, cards: Mapping[int, Card], left: float, stretch: float,
           ends: float, ys: Sequence[float]) -> Row:  # fmt: skip
    """Return a row whose first gap begins at `left`.

    Args:
        net: What it shows.
        cards: Those set.
        left: In px.
        stretch: What each gap between columns is wider than it has to be.
        ends: What the gaps at both ends are.
        ys: Of the line of each node.
    """
    widths = gap_widths(net)
    lefts: list[float] = []
    rights: list[float] = []
    x = left
    for rank in range(net.ranks):
        if rank % 2:
            lefts.append(x)
            x += CARD
            rights.append(x)
            continue
        width = widths[rank // 2]
        is_end = rank in (0, net.ranks - 1)
        if is_end:
            width += ends
            held = max((node.width for node in net.nodes if node.rank == rank), default=0.0)
            near = CURVE if held else 0.0
            lefts.append(x + near if rank else x + width - near - held)
            rights.append(x + near + held if rank else x + width - near)
        else:
            width += stretch
            inner = width - 2 * CURVE - stretch if rank in net.wide else 0.0
            lefts.append(x + (width - inner) / 2)
            rights.append(x + (width + inner) / 2)
        x += width
    boxes = list(node_boxes(net, lefts, rights, ys))
    loops = placed_loops(net, lefts, rights, ys, boxes)
    return Row(net, cards, tuple(lefts), tuple(rights), tuple(ys), tuple(loops))


def node_boxes(
    net: Net, left: Sequence[float], right: Sequence[float], ys: Sequence[float]
) -> Iterator[Box]:
    """Yield the room that each node takes."""
    for node, y in zip(net.nodes, ys, strict=True):
        yield Box(left[node.rank], y - node.up, right[node.rank], y + node.down)
