"""One side of a comparison: a map with what it takes from its baseline, and what it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cjm.figures.whole import homes, whole
from cjm.findings import Route
from cjm.model.ids import Ids
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.walk import Column, columns
from cjm.workspace.references import References
from cjm.workspace.workspace import Map, Workspace, names_of

_LONGEST_CHAIN = 20


@dataclass(frozen=True, eq=False)
class Side:
    """A map, as one of the two that are compared.

    Attributes:
        written: The map as its file writes it.
        workspace: Where it belongs.
    """

    written: Map
    workspace: Workspace

    @cached_property
    def map(self) -> Map:
        """The map with the stages that it takes from its baseline put in."""
        return whole(self.written, self.workspace)

    @property
    def journey(self) -> Journey:
        """The journey of `map`."""
        return self.map.journey

    @property
    def language(self) -> str:
        """The language of its plain strings."""
        return self.map.language

    @property
    def ids(self) -> Ids:
        """The ids of its items."""
        return self.map.ids

    @cached_property
    def columns(self) -> list[Column]:
        """Its columns from left to right."""
        return columns(self.journey)

    @cached_property
    def references(self) -> References:
        """What its references lead to."""
        if self.map is self.written:
            return self.workspace.references(self.map)
        return References(self.workspace, self.map)

    def references_at(self, route: Route) -> References:
        """Return what references at `route` lead to: in a stage of the baseline, those of its map."""
        home = self._homes.get(int(route[1])) if route[:1] == ("stages",) and route[1:] else None
        return self.references if home is None else home

    @cached_property
    def _homes(self) -> dict[int, References]:
        if self.map is self.written:
            return {}
        by_path = {each.path: each for each in self.workspace.maps}
        return {
            index: self.workspace.references(by_path[path])
            for index, path in homes(self.written, self.workspace).items()
            if path in by_path
        }

    @cached_property
    def chain(self) -> tuple[Side, ...]:
        """Its baselines, the nearest first; a ring ends where it closes."""
        found: list[Side] = []
        seen = {self.written.path}
        at = self.workspace.references(self.written).baseline()
        while at is not None and at.path not in seen and len(found) < _LONGEST_CHAIN:
            found.append(Side(at, self.workspace))
            seen.add(at.path)
            at = self.workspace.references(at).baseline()
        return tuple(found)

    def item(self, route: Route) -> Any:
        """Return what stands at `route`."""
        held: Any = self.journey
        for part in route:
            held = held[part] if isinstance(part, int) or not isinstance(held, Item) else getattr(
                held, part
            )  # fmt: skip
        return held

    def find(self, group: str, reference: str) -> Route | None:
        """Return the route of the item of `group` (see `cjm.model.ids`) that `reference` names."""
        at = self.ids.find(group, reference)
        if at is not None or group == "solutions":
            return at
        look = {
            "places": self.references.step,
            "insights": self.references.insight,
            "opportunities": self.references.opportunity,
        }
        return look[group](reference)

    def members(self, group: str) -> Iterator[tuple[Route, Item]]:
        """Yield `(route, item)` of every item of `group`, in the order of the map."""
        routes = self._routes.get(group, ())
        return ((route, self.item(route)) for route in routes)

    @cached_property
    def _routes(self) -> dict[str, list[Route]]:
        found: dict[str, list[Route]] = {}
        for (group, _), route in self.ids.at.items():
            found.setdefault(group, []).append(route)
        for routes in found.values():
            routes.sort(key=_place)
        return found


def _place(route: Route) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in route)


def spellings(item: Item) -> tuple[str, ...]:
    """Return the name (or text) of `item` in every language it is written in."""
    return tuple(name for name in names_of(item) if name)
