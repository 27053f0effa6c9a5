"""The ways through a map: which column leads to which, and where a way ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cjm.model.values import RESERVED_IDS, fold
from cjm.model.walk import Column


@dataclass(frozen=True, slots=True)
class Paths:
    """The ways through a map, by column index.

    Where the map leaves open how alternatives join again, both readings count as ways, so that
    nobody is told that a step is lost when one reading reaches it.

    Attributes:
        after: Column → columns that may come next.
        ends: Columns at which the journey may end.
    """

    after: tuple[frozenset[int], ...]
    ends: frozenset[int]

    def reached(self, starts: Iterable[int] = (0,)) -> frozenset[int]:
        """Return the columns that a way from `starts` comes to, these included."""
        return _closure(starts, self.after)

    def finishing(self) -> frozenset[int]:
        """Return the columns from which a way leads to an end."""
        before: list[set[int]] = [set() for _ in self.after]
        for at, following in enumerate(self.after):
            for each in following:
                before[each].add(at)
        return _closure(self.ends, before)


def paths_of(columns: list[Column], find: Callable[[str], int | None]) -> Paths | None:
    """Return the ways through `columns`, or `None` where a `next` leads to nothing known.

    Args:
        columns: Of one journey, from left to right.
        find: From a reference to the column of the step, or of the stage's first step.
    """
    after: list[set[int]] = [set() for _ in columns]
    ends: set[int] = set()
    for column in columns:
        at = column.index
        if not column.step.next:
            _go_on(at, len(columns), after, ends)
        for way in column.step.next:
            reference = way.to or ""
            if fold(reference) in RESERVED_IDS:
                ends.add(at)
                continue
            target = find(reference)
            if target is None:
                return None
            after[at].add(target)
    _join_alternatives(columns, after, ends)
    return Paths(tuple(frozenset(each) for each in after), frozenset(ends))


def _go_on(at: int, count: int, after: list[set[int]], ends: set[int]) -> None:
    if at + 1 < count:
        after[at].add(at + 1)
    else:
        ends.add(at)


def _join_alternatives(columns: list[Column], after: list[set[int]], ends: set[int]) -> None:
    """Lead each alternative with no `next` to the first step after the last alternative."""
    for branching in columns:
        targets = after[branching.index] if branching.step.next else set()
        if len(targets) < 2:
            continue
        last = max(targets)
        for target in targets:
            if columns[target].step.next:
                continue
            if last + 1 < len(columns):
                after[target].add(last + 1)
            else:
                ends.add(target)


def _closure(starts: Iterable[int], after: Iterable[Iterable[int]]) -> frozenset[int]:
    following = [tuple(each) for each in after]
    found = set(starts)
    waiting = list(found)
    while waiting:
        for each in following[waiting.pop()]:
            if each not in found:
                found.add(each)
                waiting.append(each)
    return frozenset(found)
