"""What of one map is what of the other: by id, by `replaces`, by name, and then by likeness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Literal, TypeAlias

from cjm.diff.assign import assign
from cjm.diff.settled import origins, speaks_of
from cjm.diff.side import Side, spellings
from cjm.findings import Route
from cjm.model.ids import slug
from cjm.model.item import Item
from cjm.model.values import fold

How: TypeAlias = Literal["id", "replaces", "name", "likeness", "place"]

LEAST = 50.0
"""Likeness in per cent from which two items count as one, where nothing else says so."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two items that are one.

    Attributes:
        old: Its route in the old map.
        new: Its route in the new map.
        how: What says so.
        score: Likeness in per cent; 100 where it is no guess. Of what is where the other was, whatever
            it is called, it tells nothing.
    """

    old: Route
    new: Route
    how: How
    score: float = 100.0

    @property
    def is_guess(self) -> bool:
        """Whether neither an id, a name nor the map itself says so."""
        return self.how in ("likeness", "place")


@dataclass(frozen=True)
class Matching:
    """The matches of one kind of item.

    Attributes:
        old: Routes of all the old items, in order.
        new: Routes of all the new items, in order.
        pairs: One to one, in the order of the new map.
        merged: Further old items that a new one stands for, beside or without its pair.
        split: Further new items that stand for an old one.
    """

    old: tuple[Route, ...]
    new: tuple[Route, ...]
    pairs: tuple[Match, ...]
    merged: tuple[Match, ...] = ()
    split: tuple[Match, ...] = ()

    @cached_property
    def by_old(self) -> dict[Route, Match]:
        """Old route → its pair."""
        return {each.old: each for each in self.pairs}

    @cached_property
    def by_new(self) -> dict[Route, Match]:
        """New route → its pair."""
        return {each.new: each for each in self.pairs}

    @cached_property
    def removed(self) -> tuple[Route, ...]:
        """Old items that no new one stands for."""
        known = {each.old for each in (*self.pairs, *self.merged)}
        return tuple(route for route in self.old if route not in known)

    @cached_property
    def added(self) -> tuple[Route, ...]:
        """New items that stand for no old one."""
        known = {each.new for each in (*self.pairs, *self.split)}
        return tuple(route for route in self.new if route not in known)


Likeness: TypeAlias = Callable[[Route, Route], float]
"""From an old and a new route to how like the two are, 0…100."""


PartLikeness: TypeAlias = Callable[[Route, Match, bool], float]
"""From an item that is left, a pair, and whether the item is an old one, to how surely the other side of
the pair holds the item beside what it is paired with, 0…100."""


@dataclass
class Matcher:
    """Makes the matches of one kind of item.

    Attributes:
        old: The old map.
        new: The new map.
        group: See `cjm.model.ids.GROUPS`.
        old_routes: The old items, in order.
        new_routes: The new items, in order.
        settled_old: Old items of which the new map says what has become: they are like nothing.
        settled_new: The same of new items, where the new map is the baseline.
    """

    old: Side
    new: Side
    group: str
    old_routes: Sequence[Route]
    new_routes: Sequence[Route]
    of_old: dict[Route, Match] = field(default_factory=dict)
    of_new: dict[Route, Match] = field(default_factory=dict)
    merged: list[Match] = field(default_factory=list)
    split: list[Match] = field(default_factory=list)
    settled_old: set[Route] = field(default_factory=set)
    settled_new: set[Route] = field(default_factory=set)
    _links: set[tuple[Route, Route]] = field(default_factory=set)
    _linked_old: set[Route] = field(default_factory=set)
    _linked_new: set[Route] = field(default_factory=set)

    def pair(self, match: Match) -> bool:
        """Keep a match if neither of its items is taken."""
        if match.old in self.of_old or match.new in self.of_new:
            return False
        self.of_old[match.old] = self.of_new[match.new] = match
        return True

    def by_id(self) -> None:
        """Match what bears the same written id."""
        old = self._written_ids(self.old, self.old_routes)
        for id, route in self._written_ids(self.new, self.new_routes).items():
            if id in old:
                self.pair(Match(old[id], route, "id"))

    def by_replaces(self) -> None:
        """Match what says that it stands for the other, whichever of the two maps says so."""
        known_old, known_new = set(self.old_routes), set(self.new_routes)
        for route in self.new_routes:
            for origin in _replaced(self.new, self.old, self.group, route):
                if origin in known_old:
                    self._link(Match(origin, route, "replaces"))
        for route in self.old_routes:
            for origin in _replaced(self.old, self.new, self.group, route):
                if origin in known_new:
                    self._link(Match(route, origin, "replaces"))

    def by_name(self, is_home: Callable[[Route, Route], bool] = lambda old, new: False) -> None:
        """Match what bears the same name in any language: those with most names in common first.

        Of several with one name, those at home in the same place, then those nearest in order;
        either map may be called the old one.

        Args:
            is_home: Whether an old and a new item lie in places that are one.
        """
        ours = self._by_spelling(self.old, self.old_routes, self.of_old)
        theirs = self._by_spelling(self.new, self.new_routes, self.of_new)
        common: dict[tuple[int, int], int] = {}
        for spelling, old in ours.items():
            new = theirs.get(spelling, [])
            many = len(old) * len(new) > _MANY
            for pair in zip(old, new, strict=False) if many else product(old, new):
                common[pair] = common.get(pair, 0) + 1

        def order(pair: tuple[int, int]) -> tuple[int, ...]:
            at_home = is_home(self.old_routes[pair[0]], self.new_routes[pair[1]])
            return -common[pair], not at_home, *_apart(pair)

        for a, b in sorted(common, key=order):
            self.pair(Match(self.old_routes[a], self.new_routes[b], "name"))

    def by_likeness(
        self, likeness: Likeness, least: float, candidates: Candidates | None = None
    ) -> None:
        """Match what is left so that the likeness of all pairs together is largest."""
        old = [each for each in self.old_routes if self._is_free_old(each)]
        new = [each for each in self.new_routes if self._is_free_new(each)]
        rows = []
        for row, columns in enumerate((candidates or _all)(old, new)):
            scores = {column: likeness(old[row], new[column]) for column in columns}
            # Of equals, those that stand alike: so that the pairs are the same either way round.
            rows.append({
                column: score - _TINY * abs(row / len(old) - column / len(new))
                for column, score in scores.items() if score >= least
            })  # fmt: skip
        for row, column in assign(rows).items():
            self.pair(Match(old[row], new[column], "likeness", round(rows[row][column], 1)))

    def by_place(self, is_possible: Likeness, score: float) -> None:
        """Match what stands alone between the same two pairs, or between a pair and the same end.

        What took the place of something is what it has become. Where both bear written ids, they
        say that they are two.

        Args:
            is_possible: Above 0 where two items may be one.
            score: What such a match is worth.
        """
        after_old = _gaps(self.old_routes, self.of_old)
        after_new = _gaps(self.new_routes, self.of_new)
        for around, old in after_old.items():
            turned = tuple(None if route is None else self.of_old[route].new for route in around)
            new = after_new.get((turned[0], turned[1]), ())
            if len(old) == len(new) == 1 and around != (None, None):
                if not (self._is_free_old(old[0]) and self._is_free_new(new[0])):
                    continue
                is_written = not (old[0] in self.old.ids.derived or new[0] in self.new.ids.derived)
                if not is_written and is_possible(old[0], new[0]) > 0:
                    self.pair(Match(old[0], new[0], "place", score))

    def by_parts(self, likeness: PartLikeness, least: float) -> None:
        """Take what is left for a part of a pair whose other side holds both: a merge, or a split."""
        pairs = list(self.of_new.values())
        if not pairs:
            return
        for old in filter(self._is_free_old, self.old_routes):
            scores = [likeness(old, pair, True) for pair in pairs]
            best = max(scores)
            if best >= least:
                match = pairs[scores.index(best)]
                self._link(Match(old, match.new, "likeness", round(best, 1)))
        for new in filter(self._is_free_new, self.new_routes):
            scores = [likeness(new, pair, False) for pair in pairs]
            best = max(scores)
            if best >= least:
                match = pairs[scores.index(best)]
                self._link(Match(match.old, new, "likeness", round(best, 1)))

    def done(self) -> Matching:
        """Return what was matched."""
        order = {route: index for index, route in enumerate(self.new_routes)}
        pairs = sorted(self.of_new.values(), key=lambda each: order[each.new])
        return Matching(
            tuple(self.old_routes), tuple(self.new_routes), tuple(pairs),
            tuple(self.merged), tuple(self.split),
        )  # fmt: skip

    def _link(self, match: Match) -> None:
        """Keep what `replaces` says: a pair, or a merge or a split where one is taken."""
        pair = self.of_old.get(match.old)
        if (match.old, match.new) in self._links or (pair is not None and pair.new == match.new):
            return
        is_old_free = match.old not in self.of_old and match.old not in self._linked_old
        is_new_free = match.new not in self.of_new and match.new not in self._linked_new
        if is_old_free and is_new_free:
            self.pair(match)
        elif is_old_free:
            self.merged.append(match)
            self._linked_old.add(match.old)
        elif is_new_free:
            self.split.append(match)
            self._linked_new.add(match.new)
        self._links.add((match.old, match.new))

    def _is_free_old(self, route: Route) -> bool:
        return not (route in self.of_old or route in self._linked_old or route in self.settled_old)

    def _is_free_new(self, route: Route) -> bool:
        return not (route in self.of_new or route in self._linked_new or route in self.settled_new)

    def _written_ids(self, side: Side, routes: Iterable[Route]) -> dict[str, Route]:
        found: dict[str, Route] = {}
        for route in routes:
            if route not in side.ids.derived:
                found.setdefault(fold(side.ids.of[route]), route)
        return found

    def _by_spelling(
        self, side: Side, routes: Sequence[Route], taken: Mapping[Route, Match]
    ) -> dict[str, list[int]]:
        """Return spelling → positions of the items that bear it."""
        found: dict[str, list[int]] = {}
        for position, route in enumerate(routes):
            if route not in taken:
                for spelling in self._spelt(side, route):
                    found.setdefault(spelling, []).append(position)
        return found

    def _spelt(self, side: Side, route: Route) -> Iterator[str]:
        """Yield the names by which an item may be the same, its id among them.

        What tells derived ids of one name apart is their order, which is no name.
        """
        item: Item = side.item(route)
        names = spellings(item)
        is_derived = route in side.ids.derived and names
        seen = {slug(names[0]) if is_derived else fold(side.ids.of[route])}
        seen.update(fold(" ".join(name.split())) for name in names)
        yield from sorted(seen)


_Gap = tuple[Route | None, Route | None]


def _gaps(routes: Sequence[Route], taken: Mapping[Route, Match]) -> dict[_Gap, list[Route]]:
    """Return `(the matched item before, the one behind)` → what lies between; `None` is an end."""
    found: dict[_Gap, list[Route]] = {}
    before: Route | None = None
    between: list[Route] = []
    for route in (*routes, None):
        if route is not None and route not in taken:
            between.append(route)
            continue
        if between:
            found[before, route] = between
        before, between = route, []
    return found


_MANY = 400
"""Pairs of one name from which they are taken in order, not compared each with each."""

_TINY = 1e-3


def _apart(pair: tuple[int, int]) -> tuple[int, int]:
    return abs(pair[0] - pair[1]), sum(pair)


Candidates: TypeAlias = Callable[[Sequence[Route], Sequence[Route]], Iterable[Iterable[int]]]
"""From old and new routes to the columns that are worth comparing, for each row."""


def _all(old: Sequence[Route], new: Sequence[Route]) -> Iterator[range]:
    return (range(len(new)) for _ in old)


def _replaced(side: Side, other: Side, group: str, route: Route) -> list[Route]:
    """Return the routes in `other` of what the item at `route` of `side` says it stands for."""
    found: list[Route] = []
    if not speaks_of(side, other):
        return found
    for reference in getattr(side.item(route), "replaces", ()):
        found += origins(side, other, group, reference)
    return found
