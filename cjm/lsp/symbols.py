"""The outline of a file: stages, their steps, what hurts there; the entries of a library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lsprotocol import types

from cjm.findings import Route
from cjm.findings.visible import visible
from cjm.lsp.navigation import place_of
from cjm.lsp.positions import TextIndex
from cjm.lsp.session import Spot
from cjm.lsp.targets import Target, definitions, own_target
from cjm.model.values import fold
from cjm.workspace.workspace import Map, names_of

_SIGNS = {
    "stages": types.SymbolKind.Namespace,
    "steps": types.SymbolKind.Function,
    "pains": types.SymbolKind.Event,
    "delights": types.SymbolKind.Event,
    "itches": types.SymbolKind.Event,
    "opportunities": types.SymbolKind.Property,
    "solutions": types.SymbolKind.Property,
}
_MOST = 200


def symbols(spot: Spot) -> list[types.DocumentSymbol]:
    """Return the outline of the file, as it last could be read."""
    held = spot.project.root(spot.path)
    if held is None:
        return []
    index = spot.session.index(spot.project, held[0])
    if held[2] is not None:
        return _of_map(held[2], index)
    return [
        _symbol(each, index, types.SymbolKind.Object, each.drawer.removesuffix("s"), [])
        for each in definitions(spot, spot.path)
    ]


def _of_map(map: Map, index: TextIndex) -> list[types.DocumentSymbol]:
    inner: dict[Route, list[Route]] = {}
    for route in map.ids.of:
        inner.setdefault(route[:-2], []).append(route)
    return list(_below((), map, index, inner))


def _below(
    route: Route, map: Map, index: TextIndex, inner: dict[Route, list[Route]]
) -> Iterator[types.DocumentSymbol]:
    """Yield the symbols of what stands directly at `route`, in the order of the text."""
    routes = sorted(inner.get(route, ()), key=lambda each: map.document.span(each).start.offset)
    for each in routes:
        key = str(each[-2])
        target = own_target(map, key, each)
        detail = "" if key in ("stages", "steps") else key.removesuffix("s")
        yield _symbol(target, index, _SIGNS[key], detail, list(_below(each, map, index, inner)))


def _symbol(
    target: Target,
    index: TextIndex,
    sign: types.SymbolKind,
    detail: str,
    children: list[types.DocumentSymbol],
) -> types.DocumentSymbol:
    whole = index.range(target.document.span(target.route))
    at = index.range(target.name_span or target.span)
    # Editors drop an outline in which a name stands outside of what it names.
    if _key(at.start) < _key(whole.start):
        whole = types.Range(at.start, whole.end)
    if _key(whole.end) < _key(at.end):
        whole = types.Range(whole.start, at.end)
    name = next(iter(names_of(target.item)), "") or target.id
    return types.DocumentSymbol(
        visible(name), sign, whole, at, detail=detail or None, children=children
    )


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def workspace_symbols(spot: Spot, query: str) -> list[types.SymbolInformation]:
    """Return what the workspace of `spot` defines and whose name or id holds `query`."""
    wanted = fold(query)
    found = []
    for path in (*spot.project.shared(), *_maps(spot)):
        if spot.cancelled.is_set():
            break
        for target in definitions(spot, path):
            item: Any = target.item
            name = next(iter(names_of(item)), "") or target.id
            if wanted in fold(name) or wanted in fold(target.id):
                place = place_of(spot, target)
                found.append(_information(target, name, place))
                if len(found) == _MOST:
                    return found
    return found


def _maps(spot: Spot) -> tuple[str, ...]:
    """Return the maps to look through: of a large workspace those around the open one."""
    neighbours = spot.project.neighbours
    return neighbours.maps if neighbours.are_all else tuple(sorted(neighbours.of(spot.path)))


def _information(target: Target, name: str, place: types.Location) -> types.SymbolInformation:
    key = str(target.route[-2]) if len(target.route) > 1 else ""
    sign = _SIGNS.get(key, types.SymbolKind.Object)
    return types.SymbolInformation(place, visible(name), sign, container_name=target.drawer)
