"""What rules that judge all maps together know of each map; small, and it may go to another process."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cjm.findings import Route
from cjm.lint.targets import journey_uses
from cjm.lint.touchpoints import answered, related_to, uses
from cjm.model.values import fold
from cjm.source.document import Document
from cjm.workspace.workspace import names_of

if TYPE_CHECKING:
    from cjm.lint.subject import MapSubject, WorkspaceSubject


@dataclass(frozen=True, slots=True)
class Outline:
    """One map, as far as it matters to other maps and to what they share.

    Attributes:
        path: Its file.
        id: Its id.
        is_whole: All that speaks of touchpoints could be read.
        state: As written; `None` where it is not.
        status: As written.
        type: As written, `journey` where it is not.
        links: Paths of the maps that it names: its baseline, its parent, and those of its steps.
        personas: Keys of its personas.
        tags: `(name, values)`, all folded.
        steps: The folded names of each step, one for each language.
        touchpoints: Keys of the touchpoints at its steps and stages.
        shared: Folded ids of the workspace's touchpoints at its steps and stages.
        related: Folded ids of the workspace's touchpoints that its own ones name in a relation.
        answered: Those of `shared` that stand where an opportunity or a solution answers.
        reviewed: Day of the last review.
        watch: Globs of the files whose change makes it stale.
    """

    path: str
    id: str = ""
    is_whole: bool = True
    state: str | None = None
    status: str | None = None
    type: str = "journey"
    links: frozenset[str] = frozenset()
    personas: frozenset[str] = frozenset()
    tags: tuple[tuple[str, frozenset[str]], ...] = ()
    steps: tuple[frozenset[str], ...] = ()
    touchpoints: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    reviewed: datetime.date | None = None
    watch: tuple[str, ...] = ()


def outlines_of(
    whole: WorkspaceSubject, known: Mapping[str, Outline] | None = None
) -> tuple[Outline, ...]:
    """Return the outlines of the maps of `whole`, in the order of their paths.

    A file that may be a map, and could not be read, has one that is not whole. A diagram has none:
    it holds nothing that is asked here.

    Args:
        whole: The maps.
        known: Path → outline of maps that have not changed.
    """
    known = known or {}
    maps = [each for each in whole.maps if each.document.kind != "mermaid"]
    read = {each.document.path for each in whole.maps}
    lost = {each.path for each in whole.workspace.documents if _may_be_a_map(each)} - read
    found = [known.get(each.document.path) or _outline(each) for each in maps]
    found += [Outline(path, is_whole=False) for path in lost - whole.workspace.shared]
    return tuple(sorted(found, key=lambda each: each.path))


def _outline(subject: MapSubject) -> Outline:
    journey, review = subject.journey, subject.journey.review
    used = uses(subject)
    return Outline(
        path=subject.document.path,
        id=subject.map.id,
        is_whole=not any(_matters(route) for route in subject.map.removed),
        state=journey.state,
        status=journey.status,
        type=journey.type or "journey",
        links=frozenset(_links(subject)),
        personas=frozenset(each.key for each in subject.personas),
        tags=tuple(
            (fold(name), frozenset(fold(value) for value in values))
            for name, values in (journey.tags or {}).items()
        ),
        steps=tuple(
            frozenset(fold(name) for name in names_of(column.step)) for column in subject.columns
        ),
        touchpoints=frozenset(use.resolved.key for use in used),
        shared=frozenset(use.resolved.key for use in used if use.is_shared),
        related=related_to(subject),
        answered=answered(subject),
        reviewed=review.last if review is not None else None,
        watch=review.watch if review is not None else (),
    )


def _links(subject: MapSubject) -> Iterator[str]:
    for _, reference in journey_uses(subject):
        found = subject.references.journey(reference)
        if found is not None:
            yield found.path


_ABOUT_TOUCHPOINTS = frozenset(
    {"touchpoints", "relations", "opportunities", "solutions", "addresses"}
)
_PLACES = frozenset({"stages", "steps", "library"})


def _matters(route: Route) -> bool:
    """Whether something about touchpoints may have stood at a route that was left out."""
    return not _ABOUT_TOUCHPOINTS.isdisjoint(map(str, route)) or not _PLACES.isdisjoint(
        map(str, route[-2:])
    )


def _may_be_a_map(document: Document) -> bool:
    data = document.data
    if document.kind != "yaml" or data is None:
        return document.kind == "yaml"
    if not isinstance(data, dict):
        return True
    kind = str(data.get("cjm", "journey"))
    return kind.startswith("journey") and not {"lint", "render"} & data.keys()
