"""Anchors and aliases after the keys were put in order: what is repeated stands before it is."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.source.nodes import Group, Leaf, Node, Part
from cjm.source.read_nodes import UnusualError


def settle_anchors(top: Group) -> None:
    """Let each anchor stand at the first place that its text is used.

    Args:
        top: The nodes of a whole file; changed in place.

    Raises:
        UnusualError: One anchor is set twice, so that the order decides what an alias repeats.
    """
    anchors: dict[str, Part] = {}
    for part in _parts(top):
        name = part.node.anchor
        if name in anchors:
            raise UnusualError(
                f"the anchor '&{name}' is set twice", "give one of the two another name"
            )
        if name:
            anchors[name] = part
    seen: set[str] = set()
    waiting = list(reversed(top.parts))
    while waiting:
        part = waiting.pop()
        name = _repeated(part.node)
        if name and name not in seen and name in anchors:
            holder = anchors[name]
            part.node, holder.node = holder.node, part.node
            anchors[name] = part
        node = part.node
        if node.anchor:
            seen.add(node.anchor)
        if isinstance(node, Group):
            waiting += reversed(node.parts)


def _repeated(node: Node) -> str:
    """Return the name of the anchor that an alias repeats, or an empty string."""
    return node.value[1:] if isinstance(node, Leaf) and node.is_alias else ""


def _parts(top: Group) -> Iterator[Part]:
    waiting = list(reversed(top.parts))
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part.node, Group):
            waiting += reversed(part.node.parts)
