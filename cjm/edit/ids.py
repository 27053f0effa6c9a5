"""Edits that write down ids which are worked out from an item's words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cjm.edit.insert import put_key
from cjm.findings import Edit, Route
from cjm.workspace.workspace import Map


def id_edits(map: Map, *, only: Collection[Route] | None = None) -> list[Edit]:
    """Return the edits that write the derived ids of a map.

    An item that the text does not spell, or that an alias repeats, keeps its derived id.

    Args:
        map: As it was read; a diagram has no ids to write.
        only: Routes of the items; default: all whose id is derived.
    """
    edits: list[Edit] = []
    routes = map.ids.derived if only is None else map.ids.derived.intersection(only)
    for route in sorted(routes, key=lambda each: map.document.span(each).start.offset):
        edits += put_key(map.document, route, "id", map.ids.of[route], own=_own(map, route)) or ()
    return edits


def _own(map: Map, route: Route) -> str:
    """Return the key that a shorthand of the item at `route` stands for."""
    item: Any = map.journey
    for key in route:
        item = item[key] if isinstance(key, int) else getattr(item, key)
    return str(type(item).shorthand)
