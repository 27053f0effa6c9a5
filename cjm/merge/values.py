"""Versions of one value in the same shape: shorthands in their long form, one item as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cjm.merge.identity import is_in_languages, own_key
from cjm.merge.tree import Entry, Node
from cjm.source.plain import Plain

_STEP = 2


def is_same(one: Any, other: Any) -> bool:
    """Whether two data are the same, quotes around numbers included."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return type(one) is type(other) and bool(one == other)


def is_nothing(node: Node | None) -> bool:
    """Whether there is no value."""
    return node is None or (node.kind == "leaf" and node.data is None)


def is_one_value(node: Node) -> bool:
    """Whether it is merged as a whole: a single value, a scale of numbers."""
    if node.kind == "list":
        inner = [each.value.data for each in node.entries]
        return bool(inner) and all(isinstance(each, Plain) for each in inner)
    return node.kind == "leaf"


def in_one_shape(nodes: Sequence[Node]) -> list[Node]:
    """Return versions of one value as mappings, or as lists, where one of them is such."""
    if any(each.kind == "list" for each in nodes):
        model = next(each for each in nodes if each.kind == "list")
        return [each if each.kind == "list" else _listed(each, model) for each in nodes]
    held = [each for each in nodes if each.kind == "map" and not is_in_languages(each)]
    if not held:
        return list(nodes)
    return [each if each in held else _long(each, held) for each in nodes]


def unlisted(node: Node) -> Node:
    """Return the only item of a list as a value that stands for the list."""
    value = node.entries[0].value
    return replace(value, is_inline=False) if value.is_inline else value


def _listed(node: Node, model: Node) -> Node:
    if is_nothing(node):
        return Node("list", is_flow=model.is_flow, offset=model.offset or _STEP, column=node.column)
    is_flow = model.is_flow and not node.is_block
    value = replace(node, is_inline=True, offset=_STEP) if node.is_block else node
    head, gap = ("", "") if is_flow else ("-", " ")
    entry = Entry("", head, gap, value, column=node.column)
    return Node("list", entries=[entry], is_flow=is_flow, offset=_STEP, column=node.column)


def _long(node: Node, held: Sequence[Node]) -> Node:
    """Return the long form of a shorthand, as it stands in the other versions."""
    if node.kind == "map" and not is_in_languages(node):
        return node
    key = None if is_nothing(node) else own_key(node, held)
    if key is None:
        return node
    model = held[0]
    is_flow = model.is_flow and not node.is_block
    value = replace(node, is_inline=False, offset=_STEP) if node.is_block else node
    entry = Entry(key, f"{key}:", "" if node.is_block else " ", value, column=node.column)
    return Node(
        "map",
        entries=[entry],
        is_flow=is_flow,
        offset=model.offset or _STEP,
        is_inline=model.is_inline and not is_flow,
        column=node.column,
    )
