"""The rule of the category structure about the ways through a map."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.lint.hit import Hit
from cjm.lint.paths import Paths, paths_of
from cjm.lint.subject import MapSubject
from cjm.rulebook import rule

_WAYS = (("next",), ("steps",), ("stages",), ("to",))
"""Where a path may have stood, by the last key of a route that was left out."""


@rule("structure", "WWE")
def dead_end(subject: MapSubject) -> Iterator[Hit]:
    """A step that no path reaches; a `next` that leads only round a loop.

    Every customer either gets to the end or leaves: a loop with no way out is a mistake in the map,
    or the worst pain in it. A step that nobody comes to is a leftover. Where the map leaves open
    how branches join again, the rule takes the reading in which all is well.

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
    if any(stage.same for stage in subject.journey.stages):
        return
    paths = paths_of(subject.columns, _Finder(subject))
    if paths is not None and subject.columns:
        yield from _unreached(subject, paths)
        yield from _trapped(subject, paths)


class _Finder:
    """From a reference to the column it leads to."""

    def __init__(self, subject: MapSubject) -> None:
        self.subject = subject
        self.columns: dict[tuple[str | int, ...], int] = {}
        for column in subject.columns:
            self.columns.setdefault(column.stage_route, column.index)
            self.columns[column.route] = column.index

    def __call__(self, reference: str) -> int | None:
        route = self.subject.references.step(reference)
        return None if route is None else self.columns.get(route)


def _unreached(subject: MapSubject, paths: Paths) -> Iterator[Hit]:
    """Yield a hit for each unreached column that no other unreached column leads to."""
    lost = set(range(len(subject.columns))) - paths.reached()
    while lost:
        sources = lost - {each for at in lost for each in paths.after[at] if each != at}
        first = min(sources or lost)
        column = subject.columns[first]
        yield Hit(column.route, {"step": column.step.name or ""})
        lost -= paths.reached([first])


def _trapped(subject: MapSubject, paths: Paths) -> Iterator[Hit]:
    trapped = paths.reached() - paths.finishing()
    turning = [at for at in sorted(trapped) if subject.columns[at].step.next]
    if turning:
        column = subject.columns[turning[-1]]
        yield Hit((*column.route, "next"), {"step": column.step.name or ""}, "loop", on_key=True)
