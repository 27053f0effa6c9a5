"""What a map refers to in other maps: journeys, their steps, and things of the baseline."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cjm.findings import Route
from cjm.lint.subject import MapSubject, WorkspaceSubject
from cjm.model.insight import Insight, Opportunity
from cjm.model.stage import Content
from cjm.model.values import fold
from cjm.source.document import Document
from cjm.workspace.workspace import Map

_GROUPS = {"resolves": "insights", "realises": "opportunities", "replaces": "places"}
"""Key of a stage or step → the group of ids that it looks in."""

_KINDS = {"insights": "insight", "opportunities": "opportunity", "places": "stage or step"}
"""Group of ids → a noun for what is in it."""


class BaselineUse(NamedTuple):
    """A reference that looks in the baseline.

    Attributes:
        route: Where it stands.
        key: `resolves`, `realises`, `defers`, `replaces` or `same`.
        reference: What it names.
        group: The group of ids that it looks in; by its key, unless an insight or an opportunity
            says that it replaces one.
    """

    route: Route
    key: str
    reference: str
    group: str

    @property
    def kind(self) -> str:
        """A noun for what it names."""
        return "stage" if self.key == "same" else _KINDS[self.group]

    def find(self, map: MapSubject, reference: str) -> Route | None:
        """Return the route of what it names in `map`."""
        finders: dict[str, Callable[[str], Route | None]] = {
            "insights": map.references.insight,
            "opportunities": map.references.opportunity,
            "places": map.references.step,
        }
        return finders[self.group](reference)


def baseline_uses(subject: MapSubject) -> Sequence[BaselineUse]:
    """Return the references of `subject` that look in its baseline; they are sought once."""
    return subject.once(_all_baseline_uses)


def _all_baseline_uses(subject: MapSubject) -> list[BaselineUse]:
    return list(_baseline_uses(subject))


def _baseline_uses(subject: MapSubject) -> Iterator[BaselineUse]:
    journey = subject.journey
    for key in ("resolves", "realises"):
        yield from _listed((), key, getattr(journey, key), _GROUPS[key])
    for position, deferral in enumerate(journey.defers):
        if deferral.pain is not None:
            yield BaselineUse(("defers", position, "pain"), "defers", deferral.pain, "insights")
    for route, insight in subject.index.of(Insight):
        yield from _listed(route, "replaces", insight.replaces, "insights")
    for route, opportunity in subject.index.of(Opportunity):
        yield from _listed(route, "replaces", opportunity.replaces, "opportunities")
    for index, stage in enumerate(journey.stages):
        yield from _of_content(("stages", index), stage)
        reference = stage.id or (stage.name.in_language(subject.language) if stage.name else "")
        if stage.same and reference:
            at: Route = ("stages", index, "id") if stage.id else ("stages", index, "name")
            yield BaselineUse(at, "same", reference, "places")
        for inner, step in enumerate(stage.steps):
            yield from _of_content(("stages", index, "steps", inner), step)


def _of_content(route: Route, item: Content) -> Iterator[BaselineUse]:
    for key, group in _GROUPS.items():
        yield from _listed(route, key, getattr(item, key), group)


def _listed(
    route: Route, key: str, references: tuple[str, ...], group: str
) -> Iterator[BaselineUse]:
    for position, reference in enumerate(references):
        yield BaselineUse((*route, key, position), key, reference, group)


def journey_uses(subject: MapSubject) -> Iterator[tuple[Route, str]]:
    """Yield `(route, reference)` of the references of `subject` to other journeys."""
    journey = subject.journey
    if journey.baseline is not None:
        yield ("baseline",), journey.baseline
    if journey.parent is not None:
        yield ("parent",), journey.parent
    for index, stage in enumerate(journey.stages):
        if stage.journey is not None:
            yield ("stages", index, "journey"), stage.journey
        for inner, step in enumerate(stage.steps):
            if step.journey is not None:
                yield ("stages", index, "steps", inner, "journey"), step.journey


def target_map(subject: MapSubject, reference: str) -> MapSubject | None:
    """Return the map that `reference` names, seen from `subject`."""
    found = subject.references.journey(reference)
    return subject.whole.subject_of(found) if found is not None else None


def target_place(subject: MapSubject, reference: str) -> Route | None:
    """Return the route of the stage or step that `journey#step` names, in that journey."""
    map, place = target_map(subject, reference), reference.partition("#")[2]
    return map.references.step(place) if map is not None and place else None


def derived_uses(subject: MapSubject) -> Iterator[tuple[Route, str, MapSubject, Route]]:
    """Yield the references of `subject` to items of other maps whose id is not written.

    Each is `(route, reference, the other map, route there)`.
    """
    for use in baseline_uses(subject):
        for map in subject.baselines:
            route = use.find(map, use.reference)
            if route is not None:
                if route in map.ids.derived:
                    yield use.route, use.reference, map, route
                break
    for at, reference in journey_uses(subject):
        other, place = target_map(subject, reference), target_place(subject, reference)
        if other is not None and place is not None and place in other.ids.derived:
            yield at, reference, other, place


def derived_targets(whole: WorkspaceSubject) -> Mapping[int, frozenset[Route]]:
    """Return the items with no written id that other maps refer to: id of the map → routes."""
    found: dict[int, set[Route]] = {}
    for subject in whole.maps:
        for _, _, other, route in derived_uses(subject):
            if other is not subject:
                found.setdefault(id(other.map), set()).add(route)
    return {key: frozenset(routes) for key, routes in found.items()}


def is_in_a_same_stage(subject: MapSubject, find: Callable[[MapSubject], Route | None]) -> bool:
    """Whether `find` leads into a stage that `subject` takes from its baseline, or may do so."""
    same = [stage for stage in subject.journey.stages if stage.same]
    if not same:
        return False
    return subject.baseline is None or any(find(map) is not None for map in subject.baselines)


def path_from(subject: MapSubject, path: str) -> str:
    """Return a path that is written in the file of `subject`, as the documents' paths are."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(subject.document.path), path))


def looks_like_path(reference: str) -> bool:
    """Whether a reference to a journey is meant as a path."""
    return "/" in reference or reference.lower().endswith(
        (".yaml", ".yml", ".mmd", ".mermaid", ".md")
    )


def is_missing_path(subject: MapSubject, reference: str) -> bool:
    """Whether `reference` is a path, and there is no such file."""
    exists = subject.whole.exists
    if exists is None or not looks_like_path(reference):
        return False
    return not exists(path_from(subject, reference))


def is_in_pieces(
    whole: WorkspaceSubject,
    section: str,
    reference: str,
    map: Map | None = None,
    own: Document | None = None,
) -> bool:
    """Whether `reference` leads to something that is written, but was not valid and left out.

    Args:
        whole: The workspace.
        section: Of the library, `personas` or `maps`; empty for an item of `map`.
        reference: What is looked for.
        map: Where an item is looked for.
        own: The file in which the reference stands; other maps hold nothing that it could use.
    """
    wanted = fold(reference)
    if map is not None:
        return bool(map.removed) and wanted in _written_ids(whole, map.document)
    usable = whole.once(_usable)
    for document in whole.once(_in_pieces):
        data = document.data
        if section == "maps":
            if document.path not in usable and _is_called(document.path, reference):
                return True
        elif document is not own and document.path not in whole.workspace.shared:
            continue
        elif isinstance(data, dict):
            held = data.get(section)
            if isinstance(held, dict) and any(fold(str(key)) == wanted for key in held):
                return True
        elif document.path not in usable and ".journey." not in document.path:
            return True
    return False


def _usable(whole: WorkspaceSubject) -> frozenset[str]:
    """Return the paths of the files that hold something usable."""
    return frozenset(each.document.path for each in (*whole.maps, *whole.shelves))


def _in_pieces(whole: WorkspaceSubject) -> list[Document]:
    """Return the files of which something, or all, could not be used."""
    usable = whole.once(_usable)
    return [
        document
        for document in whole.workspace.documents
        if document.path not in usable or document.problems
    ]


def _is_called(path: str, reference: str) -> bool:
    from cjm.workspace.read_file import file_id

    return fold(file_id(path)) == fold(reference) or posixpath.basename(path) == posixpath.basename(
        reference
    )


def _written_ids(whole: WorkspaceSubject, document: Document) -> frozenset[str]:
    """Return the folded ids that are written anywhere in `document`; it is read once."""
    known = whole.once(_ids_by_document)
    if id(document) not in known:
        known[id(document)] = frozenset(_ids_in(document.data))
    return known[id(document)]


def _ids_by_document(whole: WorkspaceSubject) -> dict[int, frozenset[str]]:
    return {}


def _ids_in(data: Any) -> Iterator[str]:
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if "id" in value:
                yield fold(str(value["id"]))
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
