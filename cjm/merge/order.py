"""The order of a list that two branches changed."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

_MANY = 500
"""Items up to which it is worked out who moved which, where both moved some."""


def merged_order(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> list[T] | None:
    """Return the order of what both branches keep, or `None` where they contradict each other.

    Of two items, a branch that turned them round says which comes first; both can only have turned
    them the same way. Of what both added, ours says. Where that goes in a circle with what nobody turned, and the branches moved
    different items, what was turned counts alone.

    Args:
        base: The items as they were; those that `ours` and `theirs` hold too count.
        ours: Items of one branch.
        theirs: The same items, as the other branch orders them.
    """
    common = set(ours) & set(theirs)
    a = [each for each in ours if each in common]
    b = [each for each in theirs if each in common]
    was = [each for each in base if each in common]
    known = set(was)
    if a == b or ([each for each in b if each in known] == was and len(was) == len(b)):
        return a
    if a == was:
        return b
    behind = _behind(was, a, b)
    order = sorted(a, key=behind.__getitem__)
    if [behind[each] for each in order] == list(range(len(order))):
        return order
    if len(order) > _MANY:
        return None
    if _moved_by_both(
        [each for each in a if each in known], [each for each in b if each in known], was
    ):
        return None
    return _only_turned(was, a, b)


def with_added(order: list[T], branch: Sequence[T], added: set[T], earlier: set[T]) -> list[T]:
    """Return `order` with what a branch added, each behind what it follows there.

    Args:
        order: What is kept so far.
        branch: The items of the branch in its order.
        added: Those to put in.
        earlier: What another branch put in; where both put something in one place, it goes first.
    """
    found = list(order)
    kept = set(order)
    last: T | None = None
    tail = max((at for at, each in enumerate(branch) if each in kept), default=-1)
    for number, each in enumerate(branch):
        if each in added:
            at = 0 if last is None else found.index(last) + 1
            if number > tail:
                at = len(found)  # where nothing follows, it is the end that it was put to
            while last not in added and at < len(found) and found[at] in earlier:
                at += 1
            found.insert(at, each)
            kept.add(each)
        if each in kept:
            last = each
    return found


def _behind(was: Sequence[T], a: Sequence[T], b: Sequence[T]) -> dict[T, int]:
    """Return, of each item, how many come before it."""
    before, theirs = _places(was), _places(b)
    found = dict.fromkeys(a, 0)
    # Numbers, not items: of each in ours its place in theirs, and as it was.
    places = [(theirs[each], before.get(each, -1), each) for each in a]
    for index, (come, old, one) in enumerate(places):
        count = 0
        for next_come, next_old, other in places[index + 1 :]:  # in ours, `one` comes first
            if come < next_come or old < 0 or next_old < 0 or old > next_old:
                found[other] += 1
            else:
                count += 1
        found[one] += count
    return found


def _only_turned(was: Sequence[T], a: Sequence[T], b: Sequence[T]) -> list[T] | None:
    """Return an order that keeps to what a branch turned, as near to ours as that lets it be."""
    before = _places(was)
    first: dict[T, set[T]] = {each: set() for each in a}
    for order in (a, b):
        for index, one in enumerate(order):
            for other in order[index + 1 :]:
                is_new = one not in before or other not in before
                if (is_new and order is a) or (not is_new and before[one] > before[other]):
                    first[other].add(one)
    found: list[T] = []
    left = list(a)
    while left:
        done = set(found)
        free = next((each for each in left if first[each] <= done), None)
        if free is None:
            return None
        found.append(free)
        left.remove(free)
    return found


def _moved_by_both(a: Sequence[T], b: Sequence[T], was: Sequence[T]) -> bool:
    """Whether some item was moved by both branches, however few moves are taken to explain each."""
    before = _places(was)
    nothing: set[T] = set()
    still: set[T] = _kept(b, before, nothing)
    maybe: set[T] = {each for each in b if each not in still}
    stay: set[T] = _kept(a, before, maybe)
    ours: set[T] = {each for each in a if each not in stay}
    still = _kept(b, before, ours)
    return any(each in ours and each not in still for each in b)


def _kept(order: Sequence[T], before: dict[T, int], wanted: set[T]) -> set[T]:
    """Return the most items that are still in the order `before`; those `wanted` where there is a choice."""
    best: list[tuple[int, int, int]] = []
    for at, each in enumerate(order):
        reach = max(
            (
                (*best[prior][:2], prior)
                for prior in range(at)
                if before[order[prior]] < before[each]
            ),
            default=(0, 0, -1),
        )
        best.append((reach[0] + 1, reach[1] + (each in wanted), reach[2]))
    at = max(range(len(order)), key=lambda each: best[each][:2], default=-1)
    found: set[T] = set()
    while at >= 0:
        found.add(order[at])
        at = best[at][2]
    return found


def _places(order: Sequence[T]) -> dict[T, int]:
    return {each: at for at, each in enumerate(order)}
