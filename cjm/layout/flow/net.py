"""One row of a flow as nodes in ranks: cards, labels, and where lines pass; the engine sees numbers.

Ranks are counted from the left edge of the row: 0 is the gap before its first column, 1 the first
column, 2 the gap after it, and so on. A line passes every rank between its ends through a node of its
own, so wherever the nodes stand, no line has to cross a card or a label.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from cjm.layout.flow.cards import CARD, Card
from cjm.layout.flow.chips import Chip, chip_of
from cjm.layout.flow.columns import Columns
from cjm.layout.flow.lines import thickness
from cjm.layout.flow.pills import is_plain
from cjm.sheet.flow_parts import Flow, FlowEdge, FlowEnd

LETTER, MARK = 11.0, 9.0
"""Radius of the disc of a letter, and of the signs of start and end."""

LABEL = 128.0
"""Greatest width of a label."""

NodeKind: TypeAlias = Literal["card", "chip", "pass", "out", "in", "start", "final", "spine"]


@dataclass(frozen=True, slots=True)
class Node:
    """Something that takes room in a rank.

    Attributes:
        rank: Where it stands.
        up: Room above its line.
        down: Room below it.
        width: What it needs.
        card: The card that it is, or is beside.
        chip: Its label.
        letter: Where a line leaves the row or comes into it.
        is_main: It stands on the straight line.
    """

    kind: NodeKind
    rank: int
    up: float
    down: float
    width: float = 0
    card: int = -1
    chip: Chip | None = None
    letter: str = ""
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Wire:
    """A line over nodes, from the first to the last; a head stands at the last unless it is a letter."""

    nodes: tuple[int, ...]
    passing: float | None
    is_happy: bool
    is_main: bool


@dataclass(frozen=True, slots=True)
class Loop:
    """A way back within the row, from one node to another; the engine does not see it."""

    start: int
    end: int
    edge: FlowEdge
    chip: Chip | None


@dataclass
class Net:
    """One row.

    Attributes:
        nodes: A card each, labels, passages.
        wires: Lines from left to right.
        loops: Lines back.
        ranks: How many there are.
        wide: Ranks of gaps in which something stands.
    """

    nodes: list[Node] = field(default_factory=list)
    wires: list[Wire] = field(default_factory=list)
    loops: list[Loop] = field(default_factory=list)
    ranks: int = 0
    wide: set[int] = field(default_factory=set)

    def add(self, node: Node) -> int:
        """Add a node and return its index."""
        self.nodes.append(node)
        return len(self.nodes) - 1


def labels_of(flow: Flow) -> list[Chip | None]:
    """Return the label of each edge."""
    return [
        chip_of(
            edge.when, edge.share, CARD - 8 if edge.is_loop else LABEL, edge.language
        )
        for edge in flow.edges
    ]  # fmt: skip


def letters_of(flow: Flow, columns: Columns, rows: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Return the letter of each card that a line from another row leads to."""
    starts = [start for start, _ in rows]
    row = [bisect_right(starts, column) for column in columns.of]
    targets = dict.fromkeys(edge.end for edge in flow.edges if row[edge.start] != row[edge.end])
    return {target: _letter(number) for number, target in enumerate(targets)}


def _letter(number: int) -> str:
    rest, last = divmod(number, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("A") + last)


class NetMaker:
    """Makes the net of each row of a flow."""

    def __init__(self, flow: Flow, columns: Columns, cards: Mapping[int, Card]) -> None:
        self._flow, self._columns, self._cards = flow, columns, cards
        self._letters: Mapping[int, str] = {}
        self._labels = labels_of(flow)
        self._main = _main_edges(flow)
        self._line = frozenset(flow.main)
        self._held: list[list[int]] = [[] for _ in range(columns.count)]
        for card in cards:
            self._held[columns.of[card]].append(card)

    def nets(self, rows: Sequence[tuple[int, int]]) -> list[Net]:
        """Return each row; `rows` are the columns of each, from the first up to the last."""
        self._letters = letters_of(self._flow, self._columns, rows)
        return [self._net(*row) for row in rows]

    def _net(self, start: int, end: int) -> Net:
        net = Net(ranks=2 * (end - start) + 1)
        held = [card for column in range(start, end) for card in self._held[column]]
        at = {card: net.add(self._card(card, start)) for card in sorted(held)}
        edges = self._edges(at)
        net.wide = self._wide(at, edges, start)
        for index in edges:
            self._lead(net, index, self._flow.edges[index], at, start)
        self._terminals(net, at, start)
        return net

    def _card(self, card: int, start: int) -> Node:
        set = self._cards[card]
        is_main = card in self._line
        return Node("card", self._rank(card, start), set.up, set.down, CARD, card, is_main=is_main)

    def _edges(self, at: Mapping[int, int]) -> list[int]:
        """Return the edges, by index, that begin or end in a row; not those of side trips."""
        flow, hung = self._flow, self._columns.hung
        touching = {edge for card in at for edge in (*flow.leaving[card], *flow.arriving[card])}
        return sorted(
            index
            for index in touching
            if flow.edges[index].start not in hung and flow.edges[index].end not in hung
        )

    def _rank(self, card: int, start: int) -> int:
        return 2 * (self._columns.of[card] - start) + 1

    def _ends(self, at: Mapping[int, int]) -> list[FlowEnd]:
        return [self._flow.ends[index] for card in at for index in self._flow.ends_at[card]]

    def _is_back(self, edge: FlowEdge) -> bool:
        return self._columns.of[edge.end] <= self._columns.of[edge.start]

    def _wide(self, at: Mapping[int, int], edges: Sequence[int], start: int) -> set[int]:
        """Return the ranks of the gaps in which a label, a letter or a sign stands."""
        cards = self._flow.cards
        wide = {self._rank(card, start) - 1 for card in at if cards[card].is_start}
        for index in edges:
            edge = self._flow.edges[index]
            if edge.start in at and edge.end not in at:
                wide.add(self._rank(edge.start, start) + 1)
            elif edge.end in at and edge.start not in at:
                wide.add(self._rank(edge.end, start) - 1)
            elif edge.start in at and self._labels[index] and not self._is_back(edge):
                wide.add(self._rank(edge.start, start) + 1)
        for end in self._ends(at):
            if is_plain(end):
                wide.add(self._rank(end.start, start) + 1)
        return wide

    def _lead(
        self, net: Net, index: int, edge: FlowEdge, at: Mapping[int, int], start: int
    ) -> None:
        """Add the nodes and the wire of one edge, as far as it runs in this row."""
        if edge.start in at and edge.end in at:
            if self._is_back(edge):
                label = self._labels[index]
                net.loops.append(Loop(at[edge.start], at[edge.end], edge, label))
            else:
                self._lead_on(net, index, edge, at, start)
        elif edge.start in at:
            self._lead_out(net, index, edge, at[edge.start])
        elif edge.end in at:
            self._lead_in(net, index, edge, at[edge.end])

    def _lead_on(
        self, net: Net, index: int, edge: FlowEdge, at: Mapping[int, int], start: int
    ) -> None:
        is_main = index in self._main
        room = thickness(edge.passing, is_happy=edge.is_on_happy_path) / 2 + 3
        nodes = [at[edge.start]]
        first, last = self._rank(edge.start, start) + 1, self._rank(edge.end, start)
        for rank in range(first, last):
            chip = self._labels[index] if rank == first else None
            if chip is not None:
                half = chip.height / 2
                nodes.append(net.add(Node("chip", rank, half, half, chip.width, chip=chip,
                                          is_main=is_main)))  # fmt: skip
            elif rank % 2 or rank in net.wide:
                nodes.append(net.add(Node("pass", rank, room, room, is_main=is_main)))
        nodes.append(at[edge.end])
        net.wires.append(Wire(tuple(nodes), edge.passing, edge.is_on_happy_path, is_main))

    def _lead_out(self, net: Net, index: int, edge: FlowEdge, card: int) -> None:
        chip, is_main = self._labels[index], index in self._main
        half = max(LETTER + 2, chip.height / 2 if chip is not None else 0.0)
        width = 2 * LETTER + 4 + (chip.width + CHIP_TO_LETTER if chip is not None else 0.0)
        node = Node("out", net.nodes[card].rank + 1, half, half, width, edge.end, chip,
                    self._letters[edge.end], is_main)  # fmt: skip
        net.wires.append(Wire((card, net.add(node)), edge.passing, edge.is_on_happy_path, is_main))

    def _lead_in(self, net: Net, index: int, edge: FlowEdge, card: int) -> None:
        """Add the letter before a card, once for all lines that come to it from other rows."""
        is_main = index in self._main
        rank = net.nodes[card].rank - 1
        known = [number for number, wire in enumerate(net.wires)
                 if wire.nodes[-1] == card and net.nodes[wire.nodes[0]].kind == "in"]  # fmt: skip
        if known:
            before = net.wires[known[0]]
            both = None if before.passing is None or edge.passing is None else min(
                1.0, before.passing + edge.passing
            )  # fmt: skip
            is_main = is_main or before.is_main
            net.wires[known[0]] = Wire(
                before.nodes, both, before.is_happy or edge.is_on_happy_path, is_main
            )
            if is_main:
                node = net.nodes[before.nodes[0]]
                net.nodes[before.nodes[0]] = Node(
                    "in", rank, node.up, node.down, node.width, node.card, None, node.letter, True
                )
            return
        half = LETTER + 2
        node = Node("in", rank, half, half, 2 * LETTER + 4, net.nodes[card].card, None,
                    self._letters[edge.end], is_main)  # fmt: skip
        wire = (net.add(node), card)
        net.wires.append(Wire(wire, edge.passing, edge.is_on_happy_path, is_main))

    def _terminals(self, net: Net, at: Mapping[int, int], start: int) -> None:
        half, width = MARK + 2, 2 * MARK + 2
        for card in at:
            if self._flow.cards[card].is_start:
                is_first = card == 0
                rank = self._rank(card, start) - 1
                node = net.add(Node("start", rank, half, half, width, is_main=is_first))
                whole = 1.0 if self._flow.has_shares and is_first else None
                net.wires.append(Wire((node, at[card]), whole, is_first, is_first))
        for end in self._ends(at):
            if is_plain(end):
                is_main = bool(self._flow.main) and end.start == self._flow.main[-1]
                rank = self._rank(end.start, start) + 1
                node = net.add(Node("final", rank, half, half, width, is_main=is_main))
                net.wires.append(
                    Wire((at[end.start], node), end.passing, end.is_on_happy_path, is_main)
                )


CHIP_TO_LETTER = 18.0
"""The line between a label and the letter after it."""


def _main_edges(flow: Flow) -> frozenset[int]:
    """Return the edges, by index, that join the cards of the straight line: one for each pair."""
    pairs = set(zip(flow.main, flow.main[1:], strict=False))
    found: dict[tuple[int, int], int] = {}
    for index, edge in enumerate(flow.edges):
        pair = (edge.start, edge.end)
        if pair in pairs and (pair not in found or edge.is_on_happy_path):
            found[pair] = index
    return frozenset(found.values())
