"""The columns of both maps as one order: what is one stands in one row, merged and split steps too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.diff.match import Match, Matching
from cjm.findings import Route


@dataclass(frozen=True, slots=True)
class Row:
    """What is one in both maps.

    Attributes:
        old: Routes in the old map, in order; several where they were merged, none where it is new.
        new: Routes in the new map, in order; several where it was split, none where it is gone.
        links: What says so; the first is the pair.
    """

    old: tuple[Route, ...]
    new: tuple[Route, ...]
    links: tuple[Match, ...] = ()

    @property
    def pair(self) -> Match | None:
        """The old and the new item that are one before all."""
        return self.links[0] if self.links else None


def rows_of(matching: Matching) -> tuple[Row, ...]:
    """Return the rows in the order of the new map; what is gone stands behind what it followed."""
    placed: dict[Route, list[Route]] = {}
    gone = set(matching.removed)
    rows = {row.new[0]: row for row in _joined(matching)}
    row_of = {route: row.new[0] for row in rows.values() for route in row.old}
    first: list[Route] = []
    after: Route | None = None
    for route in matching.old:
        if route in gone:
            (placed.setdefault(after, []) if after is not None else first).append(route)
        else:
            after = row_of[route]
    return tuple(_ordered(matching.new, rows, placed, first))


def _ordered(
    new: Sequence[Route],
    rows: dict[Route, Row],
    placed: dict[Route, list[Route]],
    first: list[Route],
) -> Iterator[Row]:
    yield from (Row((route,), ()) for route in first)
    for route in new:
        if route in rows:
            yield rows[route]
            yield from (Row((each,), ()) for each in placed.get(route, ()))


def _joined(matching: Matching) -> Iterator[Row]:
    """Yield the rows that have something new, in the order of the first new item of each."""
    links: dict[Route, list[Match]] = {}
    by_new = {each.new: each for each in matching.pairs}
    for each in matching.pairs:
        links[each.new] = [each]
    by_old = {each.old: each.new for each in matching.pairs}
    for each in matching.merged:
        home = by_new[each.new].new if each.new in by_new else each.new
        links.setdefault(home, []).append(each)
    homes = {each.new: each for each in matching.split}
    for each in matching.split:
        links.setdefault(by_old.get(each.old, each.new), []).append(each)
    order_old = {route: index for index, route in enumerate(matching.old)}
    order_new = {route: index for index, route in enumerate(matching.new)}
    taken: set[Route] = set()
    for route in matching.new:
        if route in taken or (route in homes and route not in links):
            continue
        found = links.get(route, [])
        news = sorted({route, *(each.new for each in found)}, key=order_new.__getitem__)
        olds = sorted({each.old for each in found}, key=order_old.__getitem__)
        taken.update(news)
        yield Row(tuple(olds), tuple(news), tuple(found))


def moved(pairs: Sequence[Match], old: Sequence[Route], new: Sequence[Route]) -> list[Match]:
    """Return the pairs that left the order: as few as can be, so that the rest kept theirs.

    The pairs of a longest run that is in order on both sides did not move (patience sorting).
    """
    order_old = {route: index for index, route in enumerate(old)}
    order_new = {route: index for index, route in enumerate(new)}
    in_new = sorted(pairs, key=lambda each: order_new[each.new])
    stayed = _longest_rise([order_old[each.old] for each in in_new])
    return [each for index, each in enumerate(in_new) if index not in stayed]


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Return the positions of a longest rising run of `numbers`, which are all different."""
    from bisect import bisect_left

    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for position, number in enumerate(numbers):
        place = bisect_left(ends, number)
        ends[place:place + 1] = [number]  # fmt: skip
        at[place:place + 1] = [position]  # fmt: skip
        before.append(at[place - 1] if place else None)
    found: set[int] = set()
    last = at[-1] if at else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
