"""The rule of the category structure about the ways through a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cjm.figures.ways import Way, ways_of
from cjm.figures.whole import whole
from cjm.lint.hit import Hit
from cjm.lint.subject import MapSubject
from cjm.model.walk import Column
from cjm.model.walk import columns as columns_of
from cjm.rulebook import rule
from cjm.workspace.references import References

_WAYS = (("next",), ("steps",), ("stages",), ("to",))
"""Where a path may have stood, by the last key of a route that was left out."""


@rule("structure", "WWE")
def dead_end(subject: MapSubject) -> Iterator[Hit]:
    """A step that no path reaches; a `next` that leads only round a loop.

    Every customer either gets to the end or leaves: a loop with no way out is a mistake in the map,
    or the worst pain in it. A step that nobody comes to is a leftover. Without `next`, a step leads
    to the following one, and an alternative to the first step after the last alternative.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, next: compare-plans}

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, next: first-film}

    Source: 451 Research
    """
    if any(route[-1:] in _WAYS for route in subject.map.removed):
        return
    columns, references = _as_meant(subject)
    written = sum(len(column.step.next) for column in columns)
    if not written or any(column.stage.same for column in columns):
        return
    ways = ways_of(columns, references)
    if sum(way.next is not None for way in ways) < written:
        return
    after: list[list[int]] = [[] for _ in columns]
    for way in ways:
        if way.end is not None:
            after[way.start].append(way.end)
    taken = [stage.same for stage in subject.journey.stages]
    for hit in (*_unreached(columns, after), *_trapped(columns, ways, after)):
        if not taken[int(hit.route[1])]:  # that stage is the baseline's, and has no steps here
            yield hit


def _as_meant(subject: MapSubject) -> tuple[list[Column], References]:
    """Return the columns of the map with the stages that it takes from its baseline put in."""
    if not any(stage.same for stage in subject.journey.stages):
        return subject.columns, subject.references
    workspace = subject.whole.workspace
    map = whole(subject.map, workspace)
    return columns_of(map.journey), References(workspace, map)


def _unreached(columns: Sequence[Column], after: Sequence[Sequence[int]]) -> Iterator[Hit]:
    """Yield a hit for each unreached column that no other unreached column leads to."""
    lost = set(range(len(after))) - _reached([0], after)
    while lost:
        sources = lost - {each for at in lost for each in after[at] if each != at}
        first = min(sources or lost)
        column = columns[first]
        yield Hit(column.route, {"step": column.step.name or ""})
        lost -= _reached([first], after)


def _trapped(
    columns: Sequence[Column], ways: Sequence[Way], after: Sequence[Sequence[int]]
) -> Iterator[Hit]:
    """Yield a hit for the last column on a way from which no way leads to an end."""
    before: list[list[int]] = [[] for _ in after]
    for at, following in enumerate(after):
        for each in following:
            before[each].append(at)
    ends = {way.start for way in ways if way.end is None}
    trapped = _reached([0], after) - _reached(ends, before)
    turning = [at for at in sorted(trapped) if columns[at].step.next]
    if turning:
        column = columns[turning[-1]]
        yield Hit((*column.route, "next"), {"step": column.step.name or ""}, "loop", on_key=True)


def _reached(starts: Iterable[int], after: Sequence[Sequence[int]]) -> set[int]:
    """Return the columns that a way from `starts` comes to, these included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for each in after[waiting.pop()]:
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found
