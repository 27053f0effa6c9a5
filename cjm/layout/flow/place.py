"""How high each node of a row stands: in the order that Graphviz finds, packed towards the straight line.

Graphviz aligns the middles of boxes, but the line of a card runs through the card, whatever hangs
below it. So each box is sent as high as it would be if as much hung above it, and what that wastes
is taken out again: nodes that the engine put on one level move together, as near to the straight line
as their neighbours allow. Neighbours keep their order and their distance, so nothing can overlap.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from cjm.layout.flow.net import Net, Node
from cjm.layout.graph import Box, Graph, Link
from cjm.layout.graphviz import place_all

GAP, CARDS_APART = 10.0, 26.0
"""Between two nodes of a rank, and between two cards."""

_NOTHING = Node("spine", -1, 0, 0)
"""What stands on the straight line where nothing does."""

_LEVEL = 0.5
"""Nodes whose middles differ by less stand on one level."""


def heights_of(nets: Sequence[Net]) -> list[list[float]]:
    """Return the y of each node's line in each row; that of the straight line is 0."""
    heights = [[0.0] * len(net.nodes) for net in nets]
    # Where all stands on the straight line there is nothing to ask.
    asked = [at for at, net in enumerate(nets) if not all(node.is_main for node in net.nodes)]
    sent = [_graph(nets[at]) for at in asked]
    placed = place_all([graph for graph, _ in sent])
    for at, (_, spine), places in zip(asked, sent, placed, strict=True):
        wanted = [y for _, y in places[: len(nets[at].nodes)]]
        heights[at] = _packed(nets[at], wanted, [places[main][1] for main in spine])
    return heights


def _graph(net: Net) -> tuple[Graph, list[int]]:
    """Return what the engine sees, and which of its boxes lie on the straight line."""
    boxes = [_box(node) for node in net.nodes]
    ranks: dict[int, list[int]] = {}
    for index, node in enumerate(net.nodes):
        ranks.setdefault(node.rank, []).append(index)
    spine: list[int] = []
    for rank in sorted(ranks):
        main = next((at for at in ranks[rank] if net.nodes[at].is_main), None)
        if main is None:
            main = len(boxes)
            boxes.append(Box(4, 4, "main"))
            ranks[rank].append(main)
        spine.append(main)
    links = [Link(a, b, 100) for a, b in itertools.pairwise(spine)]
    joined = {(link.start, link.end) for link in links}
    for wire in net.wires:
        for a, b in zip(wire.nodes, wire.nodes[1:], strict=False):
            if (a, b) not in joined:
                links.append(Link(a, b, _weight(net.nodes[a], net.nodes[b])))
    ordered = tuple(tuple(ranks[rank]) for rank in sorted(ranks))
    return Graph(tuple(boxes), tuple(links), ordered, GAP), spine


def _box(node: Node) -> Box:
    half = max(node.up, node.down)
    extra = CARDS_APART - GAP if node.kind == "card" else 0.0
    return Box(max(node.width, 8), 2 * half + extra, "main" if node.is_main else "")


def _weight(one: Node, other: Node) -> int:
    """Return how much a stretch of a line ought to be straight: most where it passes others."""
    if one.kind != "card" and other.kind != "card":
        return 12
    return 8 if other.kind == "card" and one.kind != "card" else 2


def _packed(net: Net, wanted: Sequence[float], base: Sequence[float]) -> list[float]:
    ranks = sorted({node.rank for node in net.nodes})
    line = dict(zip(ranks, base, strict=True))
    levels = [y - line[node.rank] for y, node in zip(wanted, net.nodes, strict=True)]
    placed: dict[int, float] = {at: 0.0 for at, node in enumerate(net.nodes) if node.is_main}
    above = [at for at in range(len(net.nodes)) if at not in placed and levels[at] < 0]
    below = [at for at in range(len(net.nodes)) if at not in placed and levels[at] >= 0]
    for side, sign in ((below, 1), (above, -1)):
        inner: dict[int, tuple[float, Node]] = {
            node.rank: (0.0, node) for node in net.nodes if node.is_main
        }
        heights = {at: sign * levels[at] for at in side}
        for block in _blocks(net, side, heights):
            _settle(net, block, inner, placed, sign)
    return _levelled(net, [placed[at] for at in range(len(net.nodes))])


def _blocks(net: Net, side: Sequence[int], heights: Mapping[int, float]) -> list[list[int]]:
    """Return the nodes of a side that move together, those nearest to the straight line first."""
    leader = {at: at for at in side}

    def found(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    for wire in net.wires:
        for a, b in zip(wire.nodes, wire.nodes[1:], strict=False):
            if a in leader and b in leader and abs(heights[a] - heights[b]) < _LEVEL:
                leader[found(a)] = found(b)
    blocks: dict[int, list[int]] = {}
    for at in sorted(side, key=lambda at: (heights[at], net.nodes[at].rank, at)):
        blocks.setdefault(found(at), []).append(at)
    whole = _in_order(net, list(blocks.values()), heights)
    return whole if whole is not None else [
        [at] for at in sorted(side, key=lambda at: (heights[at], at))
    ]  # fmt: skip


def _in_order(
    net: Net, blocks: list[list[int]], heights: Mapping[int, float]
) -> list[list[int]] | None:
    """Return blocks so that in each rank the inner one comes first; `None` where none can."""
    ordered = sorted(blocks, key=lambda block: (min(heights[at] for at in block), block[0]))
    reached: dict[int, float] = {}
    for block in ordered:
        ranks = [net.nodes[at].rank for at in block]
        if len(set(ranks)) < len(ranks):
            return None
        for at in block:
            rank = net.nodes[at].rank
            if heights[at] < reached.get(rank, -1e9):
                return None
            reached[rank] = heights[at]
    return ordered


def _settle(
    net: Net,
    block: Sequence[int],
    inner: dict[int, tuple[float, Node]],
    placed: dict[int, float],
    sign: int,
) -> None:
    """Put a block as near to the straight line as what stands there already allows."""
    level = 0.0
    for at in block:
        node = net.nodes[at]
        edge, neighbour = inner.get(node.rank, (0.0, _NOTHING))
        towards = node.up if sign > 0 else node.down
        outwards = neighbour.down if sign > 0 else neighbour.up
        level = max(level, edge + outwards + _apart(node, neighbour) + towards)
    for at in block:
        placed[at] = sign * level
        inner[net.nodes[at].rank] = (level, net.nodes[at])


def _levelled(net: Net, ys: list[float]) -> list[float]:
    """Move what has room on the level of what it is joined to, so that lines run straight."""
    order = _neighbours(net, ys)
    joined: list[list[int]] = [[] for _ in net.nodes]
    for wire in net.wires:
        for a, b in zip(wire.nodes, wire.nodes[1:], strict=False):
            joined[a].append(b)
            joined[b].append(a)
    for _ in range(_ROUNDS):
        is_still = True
        for run in _runs(net, ys):
            outer = [other for at in run for other in joined[at] if other not in run]
            level = ys[run[0]]
            least, most = _room(net, run, order, ys)
            wanted = {ys[other] for other in outer if least <= ys[other] <= most}

            def bends(y: float, outer: Sequence[int] = outer) -> float:
                return sum(abs(y - ys[other]) > _LEVEL for other in outer)

            best = min(wanted, key=lambda y: (bends(y), abs(y - level), y), default=level)
            if bends(best) < bends(level):
                is_still = False
                for at in run:
                    ys[at] = best
        if is_still:
            break
    return ys


_ROUNDS = 4


def _neighbours(net: Net, ys: Sequence[float]) -> dict[int, tuple[int | None, int | None]]:
    """Return for each node the next above and the next below it in its rank."""
    ranks: dict[int, list[int]] = {}
    for at in sorted(range(len(ys)), key=lambda at: ys[at]):
        ranks.setdefault(net.nodes[at].rank, []).append(at)
    return {
        at: (held[place - 1] if place else None, held[place + 1] if place + 1 < len(held) else None)
        for held in ranks.values()
        for place, at in enumerate(held)
    }


def _runs(net: Net, ys: Sequence[float]) -> list[list[int]]:
    """Return what can move: cards one by one, and of each line what passes on one level."""
    runs = [[at] for at, node in enumerate(net.nodes) if node.kind == "card" and not node.is_main]
    seen: set[int] = set()
    for wire in net.wires:
        run: list[int] = []
        for at in wire.nodes:
            node = net.nodes[at]
            is_free = node.kind != "card" and not node.is_main and at not in seen
            if run and not (is_free and abs(ys[at] - ys[run[-1]]) < _LEVEL):
                runs.append(run)
                run = []
            if is_free:
                run.append(at)
                seen.add(at)
        if run:
            runs.append(run)
    return runs


def _room(
    net: Net,
    run: Sequence[int],
    order: Mapping[int, tuple[int | None, int | None]],
    ys: Sequence[float],
) -> tuple[float, float]:
    """Return between which levels a run may move without coming too near to anything."""
    least, most = -_FAR, _FAR
    for at in run:
        node = net.nodes[at]
        above, below = order[at]
        if above is not None:
            other = net.nodes[above]
            least = max(least, ys[above] + other.down + _apart(node, other) + node.up)
        if below is not None:
            other = net.nodes[below]
            most = min(most, ys[below] - other.up - _apart(node, other) - node.down)
        # Nothing changes sides: the straight line may be bare here.
        limit = max(node.up, node.down) + GAP
        if ys[at] > 0:
            least = max(least, min(limit, ys[at]))
        else:
            most = min(most, max(-limit, ys[at]))
    return least, most


_FAR = 1e9


def _apart(one: Node, other: Node) -> float:
    return CARDS_APART if one.kind == other.kind == "card" else GAP
