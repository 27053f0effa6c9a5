"""What references lead to, and what refers to a thing: across all files of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lsprotocol import types

from cjm.findings import Route, Span
from cjm.lsp.session import Spot
from cjm.lsp.uses import BASELINE, Use
from cjm.model.item import Item
from cjm.model.library import SECTIONS, Library
from cjm.model.values import fold
from cjm.source import Document
from cjm.workspace.inline import inline_items
from cjm.workspace.read_file import file_id
from cjm.workspace.references import References
from cjm.workspace.workspace import Entry, Map, Workspace, names_of

_NAMES = ("name", "title", "text", "label", "statement")
_GROUPS = {"pains": "insights", "delights": "insights", "itches": "insights",
           "stages": "places", "steps": "places"}  # fmt: skip


@dataclass(frozen=True)
class Target:
    """A thing that others refer to.

    Attributes:
        document: The file it stands in.
        route: Its place there.
        drawer: Where it is looked up: a section of the library, `personas`, `journeys`, or a group
            of the ids of a journey.
        id: Its id.
        item: What is written there.
    """

    document: Document
    route: Route
    drawer: str
    id: str
    item: Item

    @property
    def key(self) -> tuple[str, Route, bool]:
        """What tells it from others."""
        return self.document.path, self.route, self.drawer == "journeys"

    @property
    def id_span(self) -> Span | None:
        """Where its id is written, `None` where it is not."""
        if self.drawer in SECTIONS and self.item.id is None:
            at = self.document.spans.exact(self.route)
            return at[0] if at is not None and self.route[-2:-1] == (self.drawer,) else None
        at = self.document.spans.exact((*self.route, "id"))
        return at[1] if at is not None else None

    @property
    def name_span(self) -> Span | None:
        """Where its name or text is written in one piece."""
        for key in _NAMES:
            if getattr(self.item, key, None):
                found = self.document.spans.exact((*self.route, key))
                if found is None and self.route:
                    found = self.document.spans.exact(self.route)
                    return found[1] if found and not _is_open(self.document, self.route) else None
                return found[1] if found is not None else None
        return None

    @property
    def span(self) -> Span:
        """Where to go to: its id, its name, or where it begins."""
        found = self.id_span or self.name_span or self.document.span(self.route)
        return found if self.route or found.start.offset else Span(found.start, found.start)


def _is_open(document: Document, route: Route) -> bool:
    """Whether a mapping or list is written at `route`."""
    data: Any = document.data
    for key in route:
        is_there = key in data if isinstance(data, dict) else _has(data, key)
        data = data[key] if is_there else data
    return isinstance(data, dict | list)


def _has(data: object, key: str | int) -> bool:
    return isinstance(data, list) and isinstance(key, int) and key < len(data)


def target_of(workspace: Workspace, map: Map | None, use: Use) -> Target | None:
    """Return what a reference of `map`, or of a file that is no map, leads to."""
    for drawer in use.drawers:
        found = _looked_up(workspace, map, use, drawer)
        if found is not None:
            return found
    return None


def _looked_up(workspace: Workspace, map: Map | None, use: Use, drawer: str) -> Target | None:
    if drawer == "journeys":
        return _journey(workspace, map, use)
    if drawer.startswith(BASELINE):
        group = drawer.removeprefix(BASELINE)
        chain = baselines(workspace, map) if map is not None else []
        found = (_own(workspace.references(each), group, use.word) for each in chain)
        return next((each for each in found if each is not None), None)
    if drawer in SECTIONS or drawer == "personas":
        return _shared(workspace, map, use, drawer)
    if map is None:
        return None
    own = _own(workspace.references(map), drawer, use.word)
    return own if own is not None else _taken_over(workspace, map, drawer, use.word)


def _taken_over(workspace: Workspace, map: Map, group: str, word: str) -> Target | None:
    """Return what `word` names in a stage that is as the baseline has it."""
    for each, routes in same_stages(workspace, map):
        found = _own(workspace.references(each), group, word)
        if found is not None and found.route[:2] in routes:
            return found
    return None


def same_stages(workspace: Workspace, map: Map) -> Iterator[tuple[Map, set[Route]]]:
    """Yield the baselines of a map, with the routes of the stages there that it takes as they are."""
    words = {
        stage.id or stage.name.in_language(map.language)
        for stage in map.journey.stages
        if stage.same
    }
    for each in baselines(workspace, map) if words else ():
        routes = (workspace.references(each).step(word) for word in words if word)
        yield each, {route for route in routes if route is not None}


def baselines(workspace: Workspace, map: Map) -> list[Map]:
    """Return the chain of baselines of a map, the nearest first; a ring ends where it closes."""
    chain: list[Map] = []
    at = workspace.references(map).baseline()
    while at is not None and at is not map and at not in chain:
        chain.append(at)
        at = workspace.references(at).baseline()
    return chain


def _journey(workspace: Workspace, map: Map | None, use: Use) -> Target | None:
    word, _, place = use.word.partition("#")
    found = workspace.journey(word, map)
    if found is None:
        return None
    if use.part == "step":
        return _own(workspace.references(found), "places", place)
    return Target(found.document, (), "journeys", found.id, found.journey)


def _own(references: References, group: str, word: str) -> Target | None:
    finders = {"places": references.step, "insights": references.insight,
               "opportunities": references.opportunity}  # fmt: skip
    route = finders[group](word)
    return None if route is None else own_target(references.map, group, route)


def own_target(map: Map, group: str, route: Route) -> Target:
    """Return the stage, step, insight or the like at `route` of a map."""
    return Target(map.document, route, group, map.ids.of[route], item_at(map.journey, route))


def item_at(root: Item, route: Route) -> Any:
    """Return the item at `route` below `root`."""
    item: Any = root
    for part in route:
        if isinstance(part, int) or not isinstance(item, Item):
            item = item[part]
        else:
            item = getattr(item, type(item).field_named(part) or part)
    return item


def _shared(workspace: Workspace, map: Map | None, use: Use, section: str) -> Target | None:
    entry: Entry[Any] | None
    if map is not None:
        entry = workspace.references(map).find(section, use.word)
        if entry is None:
            entry = inline_items(map).get((section, fold(use.word)))
    elif section == "personas":
        entry = workspace.persona_named(use.word)
    else:
        entry = workspace.library.find(section, use.word)
    return None if entry is None else _of_entry(section, entry)


def _of_entry(section: str, entry: Entry[Any]) -> Target:
    return Target(entry.document, entry.route, section, entry.id, entry.item)


def definitions(spot: Spot, path: str) -> Iterator[Target]:
    """Yield what the file at `path` defines and others may refer to."""
    held = spot.project.root(path)
    if held is None:
        return
    document, root, map = held
    if map is not None:
        yield Target(document, (), "journeys", map.id, root)
        for route in map.ids.of:
            group = _GROUPS.get(str(route[-2]), str(route[-2]))
            yield own_target(map, group, route)
        library, at = map.journey.library, ("library",)
    else:
        if spot.project.kind(path) == "persona":
            yield Target(document, (), "personas", root.id or file_id(path), root)
        library, at = root, ()  # type: ignore[assignment]
    for section in SECTIONS if isinstance(library, Library) else ():
        for id, item in (getattr(library, section) or {}).items():
            yield Target(document, (*at, section, id), section, id, item)


@dataclass(frozen=True)
class Found:
    """What the cursor stands on.

    Attributes:
        target: What is meant.
        span: The stretch in the file.
        use: The reference, `None` on the thing itself.
    """

    target: Target
    span: Span
    use: Use | None = None


def found_at(spot: Spot, position: types.Position) -> Found | None:
    """Return what the cursor stands on in the file of `spot`: a reference, or what others refer to.

    Its span is one of the text as it last could be read.
    """
    held = spot.project.root(spot.path)
    if held is None:
        return None
    document, _, map = held
    offset = spot.then(document, position)
    if offset is None:
        return None
    for target in definitions(spot, spot.path):
        for span in (target.id_span, target.name_span):
            if span is not None and _covers(span, offset):
                return _meant(spot, Found(target, span), map, offset)
    return _use_at(spot, document, map, offset)


def _meant(spot: Spot, found: Found, map: Map | None, offset: int) -> Found:
    """Return `found`, or what it is: plain words are a thing of their own only where none is meant."""
    use = _use_at(spot, found.target.document, map, offset)
    return use if use is not None and use.target.key != found.target.key else found


def _use_at(spot: Spot, document: Document, map: Map | None, offset: int) -> Found | None:
    workspace = spot.project.workspace(spot.path)
    for use in spot.project.uses(spot.path):
        span = use_span(document, use)
        if span is not None and _covers(span, offset):
            target = target_of(workspace, map, use)
            if target is not None:
                return Found(target, span, use)
    return None


def use_span(document: Document, use: Use) -> Span | None:
    """Return where the word of a reference stands, without its quotes."""
    at = document.spans.nearest(use.route)
    if at is None:
        return None
    span = at[0] if use.on_key and at[0] is not None else at[1]
    if span.start.line != span.end.line:
        return None
    written = document.text[span.start.offset : span.end.offset]
    word = use.word.partition("#")[2] if use.part == "step" else use.word
    inner = written.rfind(word) if use.part == "step" else written.find(word)
    if inner < 0:
        return span
    start = span.start._replace(
        column=span.start.column + inner, offset=span.start.offset + inner
    )  # fmt: skip
    end = start._replace(column=start.column + len(word), offset=start.offset + len(word))
    return Span(start, end)


def uses_to(spot: Spot, target: Target) -> Iterator[tuple[Document, Use, Span]]:
    """Yield every reference to `target` in the workspace, with where it stands."""
    paths = _that_may_name(spot, target)
    workspace = spot.project.workspace_of(paths)
    for path in sorted({*paths, *spot.project.shared()}):
        held = spot.project.root(path)
        if held is None or spot.cancelled.is_set():
            continue
        document, _, map = held
        words = {fold(target.id), *(fold(name) for name in names_of(target.item))}
        for use in spot.project.uses(path):
            if not _may_mean(use, target, words):
                continue
            found = target_of(workspace, map, use)
            span = use_span(document, use)
            if found is not None and found.key == target.key and span is not None:
                yield document, use, span


def _may_mean(use: Use, target: Target, words: set[str]) -> bool:
    """Whether a look is worth it; it leaves out most uses."""
    if not any(target.drawer in drawer or drawer == "journeys" for drawer in use.drawers):
        return False
    return fold(use.word) in words or use.drawers == ("journeys",)


def _that_may_name(spot: Spot, target: Target) -> frozenset[str]:
    neighbours = spot.project.neighbours
    if neighbours.are_all:
        return frozenset(neighbours.maps)
    if target.document.path in neighbours.maps:
        return neighbours.of(target.document.path)
    return frozenset(neighbours.holding((target.id, *names_of(target.item))))


def _covers(span: Span, offset: int) -> bool:
    return span.start.offset <= offset <= span.end.offset
