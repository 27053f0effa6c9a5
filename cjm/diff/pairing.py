"""Both maps, what of the one is what of the other, and where a change stands among all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cjm.diff.change import Change, Kind, place
from cjm.diff.matches import Matches
from cjm.diff.rows import Row, rows_of
from cjm.diff.settled import is_one
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.text import Text

RELATIONS = frozenset({"baseline", "resolves", "realises", "replaces", "defers"})
"""Keys by which a map says what becomes of its baseline."""

_KINDS = {kind: position for position, kind in enumerate(Kind)}


@dataclass(frozen=True, eq=False)
class Pairing:
    """Two maps and their matches.

    Attributes:
        old: The old map.
        new: The new map.
        matches: What of the one is what of the other.
    """

    old: Side
    new: Side
    matches: Matches

    @cached_property
    def is_one_map(self) -> bool:
        """Whether the two are one map at two times: what it says of its baseline may have changed."""
        return is_one(self.old, self.new)

    def apart(self, keys: frozenset[str]) -> frozenset[str]:
        """Return the keys that are compared apart, or tell how the two maps hang together.

        Of one map at two times, what it says of its baseline is a detail like any other.
        """
        return keys - RELATIONS if self.is_one_map else keys | RELATIONS

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The columns of both maps as one order."""
        return rows_of(self.matches.steps)

    @cached_property
    def stage_rows(self) -> tuple[Row, ...]:
        """The stages of both maps as one order."""
        return rows_of(self.matches.stages)

    @cached_property
    def place_of_old(self) -> dict[Route, Route]:
        """Stage or step of the old map → what it is in the new one; `()` is the map itself."""
        return {(): (), **_places(self.stage_rows, old=True), **_places(self.rows, old=True)}

    @cached_property
    def place_of_new(self) -> dict[Route, Route]:
        """The same the other way round."""
        return {(): (), **_places(self.stage_rows, old=False), **_places(self.rows, old=False)}

    def is_same_place(self, old: Route, new: Route) -> bool:
        """Whether what holds the items at two routes is one, merged and split steps included."""
        before, after = place(old), place(new)
        if not before or not after:
            return before == after
        rows = self._row_of_old.get(before)
        return rows is not None and any(after in row.new for row in rows)

    def new_places(self, old: Route) -> tuple[Route, ...]:
        """Return what the stage or step at `old` is in the new map: several where it was split."""
        if not old:
            return ((),)
        found = [route for row in self._row_of_old.get(old, ()) for route in row.new]
        return tuple(dict.fromkeys(found))

    def old_places(self, new: Route) -> tuple[Route, ...]:
        """Return what the stage or step at `new` was in the old map: several where they were merged."""
        if not new:
            return ((),)
        found = [route for row in self._row_of_new.get(new, ()) for route in row.old]
        return tuple(dict.fromkeys(found))

    @cached_property
    def _row_of_new(self) -> dict[Route, list[Row]]:
        return _by_place((row, row.new) for row in (*self.stage_rows, *self.rows))

    @cached_property
    def _row_of_old(self) -> dict[Route, list[Row]]:
        return _by_place((row, row.old) for row in (*self.stage_rows, *self.rows))

    @cached_property
    def _position(self) -> dict[tuple[str, Route], tuple[int, int]]:
        """`(side, place)` → where it stands among the rows; a stage before its first step."""
        found: dict[tuple[str, Route], tuple[int, int]] = {
            ("old", ()): (-1, 0),
            ("new", ()): (-1, 0),
        }
        for at, row in enumerate(self.rows):
            for side, routes in (("old", row.old), ("new", row.new)):
                for route in routes:
                    found[side, route] = (at, 1)
                    found.setdefault((side, route[:2]), (at, 0))
        return found

    def order(self, change: Change) -> tuple[Any, ...]:
        """Return the sort key of a change: by place in the new map, then kind, then what it is about."""
        where = None
        if change.new is not None:
            where = self._position.get(("new", place(change.new)))
        if where is None and change.old is not None:
            where = self._position.get(("old", place(change.old)))
        routes = [tuple(str(part).rjust(6) if isinstance(part, int) else part for part in route or ())
                  for route in (change.new, change.old)]  # fmt: skip
        return (where or (-1, 0), _KINDS[change.kind], *routes, change.key, str(change.persona), change.id,
                str(change.name), str(change.before), str(change.after))  # fmt: skip

    def name(self, old: Route | None, new: Route | None) -> Text:
        """Return the name of the step, stage or text of the item at a route; the new one's first."""
        for side, route in ((self.new, new), (self.old, old)):
            if route is not None:
                item = side.item(route) if route else side.journey
                for key in ("name", "text", "title"):
                    text = getattr(item, key, None)
                    if isinstance(text, Text) and text:
                        return text
        return Text("")

    def id(self, old: Route | None, new: Route | None) -> str:
        """Return the id of the item at a route; the new one's first."""
        for side, route in ((self.new, new), (self.old, old)):
            if route is not None:
                if not route:
                    return side.map.id
                if route in side.ids.of:
                    return side.ids.of[route]
        return ""

    def change(self, kind: Kind, old: Route | None, new: Route | None, **told: Any) -> Change:
        """Make a change of the item at two routes, with its name and id."""
        told.setdefault("name", self.name(old, new))
        told.setdefault("id", self.id(old, new))
        return Change(kind, old, new, **told)


def _by_place(rows: Iterable[tuple[Row, Iterable[Route]]]) -> dict[Route, list[Row]]:
    """Return stage or step → the rows that it stands in."""
    found: dict[Route, list[Row]] = {}
    for row, routes in rows:
        for route in routes:
            found.setdefault(route, []).append(row)
    return found


def _places(rows: tuple[Row, ...], *, old: bool) -> dict[Route, Route]:
    found: dict[Route, Route] = {}
    for row in rows:
        for link in row.links:
            ours, theirs = (link.old, link.new) if old else (link.new, link.old)
            found.setdefault(ours, theirs)
    return found
