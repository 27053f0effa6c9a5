"""Data to YAML in the canonical layout: short where it can be, one thing a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from cjm.source.odd_keys import meant_key
from cjm.source.scalars import literal, quoted, scalar, width

WIDTH = 120
"""Columns that a flow mapping or list may reach."""

SHORT = 30
"""Columns that each item of a flow list may take; longer texts stand one a line."""

REST = "*"
"""In a key order, the place of the keys that it does not name."""

KeyOrder: TypeAlias = Callable[[tuple[str, ...]], Sequence[str]]
"""From the keys that lead to a mapping (no indexes) to the order of the keys in it."""

_SPACED = frozenset({"stages", "steps"})
_STEP = 2


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
    lines = _Layout(order or _as_given).mapping(data, (), 0)
    return "\n".join(lines or ["{}"]) + "\n"


def _as_given(path: tuple[str, ...]) -> Sequence[str]:
    return ()


class _Layout:
    """Lays out each value as lines; `path` is the keys that lead to it, `indent` its blanks."""

    def __init__(self, order: KeyOrder) -> None:
        self._order = order

    def mapping(self, data: Mapping[str, Any], path: tuple[str, ...], indent: int) -> list[str]:
        """Return the lines of a mapping that has a line for each key."""
        lines: list[str] = []
        for key, value in self._ordered(data, path):
            if key == "stages" and not path and lines:
                lines.append("")
            lines += self._entry(key, value, (*path, key), indent)
        return lines

    def _entry(self, key: str, value: Any, path: tuple[str, ...], indent: int) -> list[str]:
        head = " " * indent + _key(key) + ":"
        line = self._one_line(value, path, WIDTH - width(head) - 1, spaced=key in _SPACED)
        if line is not None:
            return [f"{head} {line}"]
        if isinstance(value, Mapping):
            return [head, *self.mapping(value, path, indent + _STEP)]
        if isinstance(value, list | tuple):
            return [head, *self._items(value, path, indent + _STEP, spaced=key in _SPACED)]
        mark, lines = _literal_or_quoted(value, indent + _STEP)
        return [f"{head} {mark}", *lines]

    def _items(
        self, items: Sequence[Any], path: tuple[str, ...], indent: int, *, spaced: bool
    ) -> list[str]:
        lines: list[str] = []
        for item in items:
            if item is None:
                continue
            if spaced and lines:
                lines.append("")
            lines += self._item(item, path, indent, spaced=spaced)
        return lines

    def _item(self, item: Any, path: tuple[str, ...], indent: int, *, spaced: bool) -> list[str]:
        dash = " " * indent + "-"
        in_block = spaced and isinstance(item, Mapping) and any(True for _ in _entries(item))
        line = None if in_block else self._one_line(item, path, WIDTH - indent - _STEP)
        if line is not None:
            return [f"{dash} {line}"]
        if isinstance(item, Mapping):
            first, *rest = self.mapping(item, path, indent + _STEP)
            return [f"{dash} {first[indent + _STEP :]}", *rest]
        if isinstance(item, list | tuple):
            return [dash, *self._items(item, path, indent + _STEP, spaced=False)]
        mark, lines = _literal_or_quoted(item, indent + _STEP)
        return [f"{dash} {mark}", *lines]

    def _one_line(
        self, value: Any, path: tuple[str, ...], room: int, *, spaced: bool = False
    ) -> str | None:
        """Return `value` on one line, or `None` where it takes several."""
        if isinstance(value, Mapping):
            entries = dict(_entries(value))
            line = self._flow(entries, path) if not entries or _is_leaf(entries) else None
            return line if line is not None and (not entries or width(line) <= room) else None
        if isinstance(value, list | tuple):
            items = [item for item in value if item is not None]
            if items and (spaced or not all(_is_short(item) for item in items)):
                return None
            line = self._flow(items, path)
            return line if not items or width(line) <= room else None
        return None if isinstance(value, str) and "\n" in value else scalar(value)

    def _flow(self, value: Any, path: tuple[str, ...]) -> str:
        if isinstance(value, Mapping):
            parts = (
                f"{_key(key, in_flow=True)}: {self._flow(inner, (*path, key))}"
                for key, inner in self._ordered(value, path)
            )
            return "{" + ", ".join(parts) + "}"
        if isinstance(value, list | tuple):
            return "[" + ", ".join(self._flow(item, path) for item in value) + "]"
        return scalar(value, in_flow=True)

    def _ordered(self, data: Mapping[str, Any], path: tuple[str, ...]) -> list[tuple[str, Any]]:
        entries = list(_entries(data))
        ranks = {key: rank for rank, key in enumerate(self._order(path))}
        rest = ranks.get(REST, len(ranks))
        return sorted(entries, key=lambda entry: ranks.get(entry[0], rest)) if ranks else entries


def _key(key: str, *, in_flow: bool = False) -> str:
    text = scalar(key, in_flow=in_flow)
    return quoted(key) if key and text == key and meant_key(key) is not None else text


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((str(key), value) for key, value in data.items() if value is not None)


def _literal_or_quoted(value: Any, indent: int) -> tuple[str, list[str]]:
    return literal(str(value), indent) or (scalar(value), [])


def _is_leaf(entries: Mapping[str, Any]) -> bool:
    """Whether a mapping may stand on one line: it is small, and its parts hold no parts."""
    if "id" in entries or not _SPACED.isdisjoint(entries):
        return False
    if all(isinstance(value, Mapping) for value in entries.values()):
        return False
    return all(_is_part(value) for value in entries.values())


def _is_part(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(_is_single(inner) for inner in value.values())
    if isinstance(value, list | tuple):
        return all(_is_single(item) for item in value)
    return _is_single(value)


def _is_single(value: Any) -> bool:
    """Whether `value` is no mapping or list, nor `None`, and has one line."""
    if value is None or isinstance(value, Mapping | list | tuple):
        return False
    return not (isinstance(value, str) and "\n" in value)


def _is_short(item: Any) -> bool:
    return _is_single(item) and width(scalar(item, in_flow=True)) <= SHORT
