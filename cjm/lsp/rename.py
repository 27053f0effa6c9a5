"""Another id for a thing, in every file that refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol import types
from pydantic_core import PydanticCustomError

from cjm.edit.insert import put_key
from cjm.findings import Edit, Span
from cjm.findings.visible import visible
from cjm.lsp.candidates import candidates
from cjm.lsp.session import Spot
from cjm.lsp.targets import Found, Target, baselines, found_at, own_target, uses_to
from cjm.lsp.workspace_edit import workspace_edit
from cjm.model.library import SECTIONS
from cjm.model.text import Text
from cjm.model.values import fold, read_id
from cjm.source import Document
from cjm.source.scalars import needs_quotes, quoted
from cjm.workspace.workspace import Map


class RefusedError(Exception):
    """A thing cannot be called that; `str()` of it says why, for the user."""


def prepare(spot: Spot, position: types.Position) -> types.PrepareRenamePlaceholder:
    """Return what would be renamed at `position`.

    Raises:
        RefusedError: There is nothing that has an id.
    """
    found = _found(spot, position)
    _check_now(spot, spot.path)
    return types.PrepareRenamePlaceholder(spot.index.range(found.span), found.target.id)


def rename(spot: Spot, position: types.Position, name: str) -> types.WorkspaceEdit:
    """Return the edits that give the thing at `position` the id `name`.

    An id that is worked out from a name is written down; who refers to a thing by its name goes on
    doing so. What a map keeps of its baseline under the same id keeps it.

    Raises:
        RefusedError: `name` is no id, or is taken.
    """
    target = _found(spot, position).target
    new = _checked(spot, target, name.strip())
    edits: dict[tuple[str, int, int], Edit] = {}
    for document, edit in _edits(spot, target, new):
        _check_now(spot, document.path)
        edits[document.path, edit.span.start.offset, edit.span.end.offset] = edit
    return workspace_edit(spot, edits.values())


def _check_now(spot: Spot, path: str) -> None:
    """Refuse to change a text at places where something stood before it broke."""
    if not spot.project.is_now(path):
        raise RefusedError(f"'{visible(path)}' cannot be read as it is now; mend it first")


def _found(spot: Spot, position: types.Position) -> Found:
    found = found_at(spot, position)
    if found is None:
        raise RefusedError("put the cursor on an id, or on what refers to one")
    if found.target.document.kind != "yaml":
        raise RefusedError("a Mermaid diagram has no ids to rename")
    return found


def _checked(spot: Spot, target: Target, name: str) -> str:
    try:
        new = read_id(name)
    except PydanticCustomError as problem:
        facts = problem.context or {}
        raise RefusedError(f"{facts.get('sentence')}: {facts.get('help')}") from None
    if fold(new) == fold(target.id):
        return new
    for map in (None, *_maps_of(spot, target)):
        for word in _taken(spot, target.drawer, map):
            if fold(word) == fold(new):
                raise RefusedError(f"'{visible(new)}' is taken in this workspace")
    return new


def _taken(spot: Spot, drawer: str, map: Map | None) -> Iterator[str]:
    """Yield the ids, and words that stand for one, which a thing of that kind must not have."""
    if map is not None and drawer in ("places", "insights", "opportunities", "solutions"):
        yield from (
            map.ids.of[route] for (group, _), route in map.ids.at.items() if group == drawer
        )
    elif map is None and (drawer in SECTIONS or drawer in ("personas", "journeys")):
        for each in candidates(spot, drawer, ""):
            yield each.word
            yield each.name
        if drawer == "journeys":
            own = spot.project.map_at(spot.path)
            yield from (own.id,) if own is not None else ()


def _maps_of(spot: Spot, target: Target) -> Iterator[Map]:
    """Yield the map of a stage, step or insight, and those that keep it under the same id."""
    workspace = spot.project.workspace(target.document.path)
    map = next((each for each in workspace.maps if each.document is target.document), None)
    if map is None or not target.route:
        return
    yield map
    for other in workspace.maps:
        if other is not map and (
            map in baselines(workspace, other) or other in baselines(workspace, map)
        ):
            yield other


def _edits(spot: Spot, target: Target, new: str) -> Iterator[tuple[Document, Edit]]:
    yield from _of_definition(target, new)
    yield from _of_vocabulary(spot, target, new)
    same = [target]
    for map in list(_maps_of(spot, target))[1:]:
        route = map.ids.find(target.drawer, target.id) if target.drawer in _GROUPS else None
        if route is not None and route not in map.ids.derived:
            kept = own_target(map, target.drawer, route)
            same.append(kept)
            yield from _of_definition(kept, new)
    for each in same:
        for document, use, span in uses_to(spot, each):
            word = use.word.partition("#")[2] if use.part == "step" else use.word
            if fold(word) == fold(each.id):
                yield document, _spelt(document, span, new)


def _of_vocabulary(spot: Spot, target: Target, new: str) -> Iterator[tuple[Document, Edit]]:
    """Yield the edits of the words that the workspace allows, where the id is one of them."""
    words: Mapping[str, tuple[Text, ...]] = spot.project.survey.settings.vocabulary or {}
    for document in spot.project.survey.documents if target.drawer == "departments" else ():
        for name, held in words.items():
            for index, word in enumerate(held if fold(name) == target.drawer else ()):
                span = _inner(document, document.span(("vocabulary", name, index)))
                if document.text[span.start.offset : span.end.offset] == target.id == str(word):
                    yield document, _spelt(document, span, new)


_GROUPS = ("places", "insights", "opportunities", "solutions")


def _of_definition(target: Target, new: str) -> Iterator[tuple[Document, Edit]]:
    span = target.id_span
    document = target.document
    if span is not None:
        yield document, _spelt(document, _inner(document, span), new)
        return
    own = str(type(target.item).shorthand or "title")
    edits = put_key(document, target.route, "id", new, own=own)
    if edits is None:
        raise RefusedError(
            f"'{visible(target.id)}' has no id of its own, and none can be written there"
        )
    for edit in edits:
        yield document, edit


def _inner(document: Document, span: Span) -> Span:
    """Return `span` without the quotes around it."""
    text = document.text[span.start.offset : span.end.offset]
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
        start, end = span.start, span.end
        return Span(
            start._replace(column=start.column + 1, offset=start.offset + 1),
            end._replace(column=end.column - 1, offset=end.offset - 1),
        )
    return span


def _spelt(document: Document, span: Span, new: str) -> Edit:
    around = document.text[max(0, span.start.offset - 1) : span.start.offset]
    is_bare = around not in ('"', "'", "#") and needs_quotes(new, in_flow=True)
    return Edit(document.path, span, quoted(new) if is_bare else new)
