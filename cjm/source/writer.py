"""Data to YAML in the canonical layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from cjm.source.layout import SHORT, WIDTH, lay_out
from cjm.source.nodes import Group, Leaf, Node, Part, Sheet, open_section
from cjm.source.scalars import literal, scalar
from cjm.source.spelling import spelt_key

REST = "*"
"""In a key order, the place of the keys that it does not name."""

KeyOrder: TypeAlias = Callable[[tuple[str, ...]], Sequence[str]]
"""From the keys that lead to a mapping (no indexes) to the order of the keys in it."""

LIBRARY = "library"
SECTIONS = frozenset(
    {"touchpoints", "channels", "evidence", "metrics", "needs", "departments", "systems"}
)
"""What stands below `library` with a line for each entry."""


def write_yaml(data: Mapping[str, Any], *, order: KeyOrder | None = None) -> str:
    """Return `data` as YAML in the canonical layout.

    Args:
        data: Mappings, lists, strings (`Plain` is written without quotes), numbers and truth
            values. What is `None` is left out.
        order: How the keys of each mapping are ordered; by default as they are.

    Returns:
        Text that ends with one line feed. Read again it gives the same data, and written again
        the same text.
    """
    return lay_out(Sheet(_mapping(data, (), order or _as_given)))


def _as_given(path: tuple[str, ...]) -> Sequence[str]:
    return ()


def _node(value: Any, path: tuple[str, ...], order: KeyOrder) -> Node:
    if isinstance(value, Mapping):
        return _mapping(value, path, order)
    if isinstance(value, list | tuple):
        group = Group(is_map=False)
        for item in value:
            if item is not None:
                part = Part()
                part.node = _node(item, path, order)
                group.parts.append(part)
        return group
    return _leaf(value)


def _mapping(data: Mapping[str, Any], path: tuple[str, ...], order: KeyOrder) -> Group:
    group = Group(is_map=True)
    entries = [(str(key), value) for key, value in data.items() if value is not None]
    ranks = {key: rank for rank, key in enumerate(order(path))}
    if ranks:
        rest = ranks.get(REST, len(ranks))
        entries.sort(key=lambda entry: ranks.get(entry[0], rest))
    for key, value in entries:
        part = Part(key, spelt_key(key), spelt_key(key, in_flow=True))
        part.node = _node(value, (*path, key), order)
        group.parts.append(part)
    if len(path) == 2 and path[0] == LIBRARY and path[1] in SECTIONS:
        open_section(group)
    return group


def _leaf(value: Any) -> Leaf:
    spelt = scalar(value)
    if isinstance(value, str) and "\n" in value:
        block = literal(value, 0)
        if block is not None:
            return Leaf(str(value), None, None, [block[0], *block[1]])
    return Leaf(str(value), spelt, scalar(value, in_flow=True))


__all__ = ["REST", "SECTIONS", "SHORT", "WIDTH", "KeyOrder", "write_yaml"]
